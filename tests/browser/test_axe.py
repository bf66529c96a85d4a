"""Every kind of page, in both colour schemes, on a small phone and on a desk: axe finds nothing."""

import hashlib
import json
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AXE = Path(__file__).parent / "axe" / "axe.min.js"
SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
RUN = """
const done = arguments[0];
axe.run({resultTypes: ["violations"]}).then((result) => done(result.violations.map(
  (fault) => `${fault.id}: ${fault.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`)));
"""
LISTS = ("", "search/?q=vinasa", "method/", "about/", "404.html", "timeline/", "map/", "network/", "new/", "data/")
KINDS = ("events", "organisations", "people", "places", "agreements", "series", "articles")


def pages(site):
    """One page of every kind, the largest of each, and the lists."""
    found = [page for page in LISTS if page.startswith("search") or page == "" or (site / page).exists()]
    for kind in KINDS:
        largest = max((site / kind).glob("*/index.html"), key=lambda path: (path.stat().st_size, path))
        found += [f"{kind}/", f"{kind}/{largest.parent.name}/"]
    return [*found, "figures/", "dates/"]


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
        if page.startswith("search"):
            WebDriverWait(browser, 20).until(lambda b: b.find_elements(By.CSS_SELECTOR, "#hits a"))
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
