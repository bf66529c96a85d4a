"""Every kind of page, in both colour schemes, on a small phone and on a desk: axe finds nothing."""

import hashlib
import json
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(300)]

AXE = Path(__file__).parent / "axe" / "axe.min.js"
SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
RUN = """
const done = arguments[0];
axe.run({resultTypes: ["violations"]}).then((result) => done(result.violations.map(
  (fault) => `${fault.id}: ${fault.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`)));
"""
SEARCHES = ("search/", "search/?q=vinasa", "search/?q=qqqq")
NOT_PAGES = {"assets", "pagefind", "search"}


def pages(site):
    """The front page, every list and overview, and of every kind of record the largest page."""
    found = ["", "404.html", *SEARCHES]
    for folder in sorted(path for path in site.iterdir() if path.is_dir() and path.name not in NOT_PAGES):
        found.append(f"{folder.name}/")
        records = [path for path in folder.glob("*/index.html")]
        if records:
            largest = max(records, key=lambda path: (path.stat().st_size, path))
            found.append(f"{folder.name}/{largest.parent.name}/")
    return found


def is_answered(browser):
    """Whether the search page shows hits, choices or help."""
    return browser.find_elements(By.CSS_SELECTOR, "#hits a, #filters label, #search-help:not([hidden])")


@pytest.fixture
def as_seen(browser):
    """A function that sets the browser's width and colour scheme, for one test."""

    def set_to(width, scheme):
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        return browser

    yield set_to
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_axe_is_the_one_that_was_checked_in():
    assert hashlib.sha256(AXE.read_bytes()).hexdigest() == SHA256


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation(as_seen, address, built, width, scheme):
    browser = as_seen(width, scheme)
    source = AXE.read_text(encoding="utf-8")
    faults = {}
    for page in pages(built / "site"):
        browser.get(address + page)
        if page in SEARCHES:
            WebDriverWait(browser, 20).until(is_answered)
        for link in browser.find_elements(By.CSS_SELECTOR, "dl.facts a.source")[:1]:
            link.click()
        assert browser.execute_script("return document.body.dataset.mdColorScheme") == {"light": "default"}.get(
            scheme, "slate"
        )
        browser.execute_script(source)
        found = browser.execute_async_script(RUN)
        if browser.execute_script("return document.documentElement.scrollWidth") > width:
            found.append("runs over the edge")
        if found:
            faults[page] = found
    assert faults == {}, json.dumps(faults, indent=1)
