"""What a reader does: follow a value to its words, search, and meet no fault and no foreign server on the way."""

import json
from urllib.parse import quote, urlsplit

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.test_axe import pages

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KINDS = ("events", "organisations", "people", "places", "agreements", "series")
SEARCHES = {
    "ngo thu huyen": "people/ngo-thu-huyen/",
    "Ngô Thu Huyên": "people/ngo-thu-huyen/",
    "da nang": "places/da-nang/",
    "Đà Nẵng": "places/da-nang/",
    "vinasa": "organisations/",
    "kosa": "organisations/",
    "800 million": "events/japan-ict-day-2019/#800000000-",
}
FOUND = {
    "vinasa": "Vietnam Software and IT Services Association",
    "kosa": "Korea Software Industry Association",
}


@pytest.fixture(params=["browser", "plain_browser"], ids=["with JavaScript", "without JavaScript"])
def any_browser(request):
    return request.getfixturevalue(request.param)


def first_page(built, kind):
    """One record's page of a kind, that with most evidence links."""
    pages = (path for path in (built / "site" / kind).glob("*/index.html"))
    page = max(pages, key=lambda path: (path.read_text().count('class="source"'), path))
    return f"{kind}/{page.parent.name}/"


@pytest.mark.parametrize("kind", KINDS)
def test_an_evidence_link_leads_to_the_highlighted_words(any_browser, address, built, kind):
    any_browser.get(address + first_page(built, kind))
    any_browser.find_element(By.CSS_SELECTOR, "a.source").click()
    for way in any_browser.find_elements(By.CSS_SELECTOR, ".popover .actions a")[:1]:
        way.click()  # with JavaScript, the words are shown first
    assert "/articles/" in any_browser.current_url
    words = any_browser.find_element(By.ID, urlsplit(any_browser.current_url).fragment)
    assert words.is_displayed() and words.text.strip()
    assert words.find_elements(By.XPATH, "ancestor-or-self::mark")
    assert words.value_of_css_property("background-color") != "rgba(0, 0, 0, 0)"
    assert 0 <= words.rect["y"] - any_browser.execute_script("return scrollY") < 900


@pytest.mark.parametrize("words", SEARCHES)
def test_search_leads_to_the_right_page(browser, address, words):
    browser.get(f"{address}search/?q={quote(words)}")
    hits = WebDriverWait(browser, 20).until(lambda b: b.find_elements(By.CSS_SELECTOR, "#hits a"))
    found = [(hit.get_attribute("href").removeprefix(address), hit.text) for hit in hits[:5]]
    assert any(href.startswith(SEARCHES[words]) and FOUND.get(words, "") in text for href, text in found), found


def test_a_word_typed_into_the_box_is_searched(browser, address):
    browser.get(address)
    box = browser.find_element(By.CSS_SELECTOR, "form[role=search] input[type=search]")
    box.send_keys("vinasa")
    box.submit()
    WebDriverWait(browser, 20).until(lambda b: b.find_elements(By.CSS_SELECTOR, "#hits a"))
    assert "q=vinasa" in browser.current_url


def test_without_javascript_the_search_page_leads_on(plain_browser, address):
    plain_browser.get(address + "search/")
    links = plain_browser.find_elements(By.CSS_SELECTOR, "noscript a")
    assert {urlsplit(link.get_attribute("href")).path for link in links} >= {"/kb/events/", "/kb/people/"}


def test_no_page_has_a_fault_or_asks_another_server(browser, address, built):
    browser.get_log("browser")
    browser.get_log("performance")
    for page in pages(built / "site"):
        browser.get(address + page)
        for source in browser.find_elements(By.CSS_SELECTOR, "a.source")[:1]:
            source.click()
    WebDriverWait(browser, 20).until(lambda b: b.execute_script("return document.readyState") == "complete")
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []
    messages = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    assert len(asked) > len(pages(built / "site"))
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


@pytest.mark.parametrize("page", ["", "events/", "figures/", "search/"])
def test_nothing_runs_over_the_edge_of_a_phone(browser, address, page):
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    )
    try:
        browser.get(address + page)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 360
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
