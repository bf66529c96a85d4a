"""What readers come for, from where they begin to what they take away, as they would do it."""

import json
import re

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def one(browser, selector):
    return browser.find_element(By.CSS_SELECTOR, selector)


def every(browser, selector):
    return browser.find_elements(By.CSS_SELECTOR, selector)


def awaited(browser, selector):
    """All elements of a selector, as soon as there is one."""
    return WebDriverWait(browser, 20).until(lambda b: every(b, selector))


def test_a_person_is_found_without_accents(browser, address):
    browser.get(address + "events/japan-ict-day-2019/")
    one(browser, ".site-search input").send_keys("ngo thu huyen", Keys.ENTER)
    awaited(browser, "#hits a")[0].click()
    assert one(browser, "h1").text == "Ngô Thu Huyên"


def test_words_of_an_article_are_found_and_met_where_they_stand(browser, address):
    browser.get(address + "search/?kind=Article&q=177%20projects")
    awaited(browser, "#hits a")[0].click()
    assert "/articles/" in browser.current_url
    assert one(browser, ":target").text.startswith("177")


def test_a_series_is_walked_from_the_front_page(browser, address):
    browser.get(address)
    browser.find_element(By.LINK_TEXT, "Event series").click()
    browser.find_element(By.LINK_TEXT, "Japan ICT Day").click()
    rows = [row.text for row in every(browser, "#editions + div tbody tr")]
    assert [re.match(r"[\d–]+", row)[0] for row in rows] == ["2019", "2017–2018", "2016", "2007–2015"]
    assert "no article held" in rows[1]
    browser.find_element(By.LINK_TEXT, "Japan ICT Day 2019").click()
    one(browser, ".neighbours a").click()
    assert one(browser, "h1").text == "Japan ICT Day 2016"
    one(browser, ".neighbours a").click()
    assert one(browser, "h1").text == "Japan ICT Day 2019"


def tick(browser, facet, value):
    """Tick a word of a facet, and wait until the facets are drawn anew."""
    box = WebDriverWait(browser, 20).until(lambda b: b.find_element(By.ID, f"f-{facet}-{value}"))
    box.click()
    WebDriverWait(browser, 20).until(lambda b: box != b.find_element(By.ID, f"f-{facet}-{value}"))


def test_the_events_of_one_organisation_in_one_year_are_filtered_without_a_word(browser, address):
    browser.get(address + "search/")
    tick(browser, "kind", "Event")
    tick(browser, "year", "2016")
    tick(browser, "organisation", "Vietnam Software and IT Services Association")
    for _ in ("as chosen", "as its address gives it again"):
        assert [hit.text for hit in awaited(browser, "#hits a")] == ["Japan ICT Day 2016"]
        assert one(browser, "#search-status").text == "1 page found"
        browser.refresh()


def test_a_search_that_finds_nothing_says_what_to_do(browser, address):
    browser.get(address + "search/?q=qqqq")
    WebDriverWait(browser, 20).until(lambda b: "Nothing found" in one(b, "#search-status").text)
    assert one(browser, "#search-help").is_displayed() and not every(browser, "#hits a")


@pytest.fixture
def phone(browser):
    """The browser as wide as a small phone."""
    metrics = {"width": 320, "height": 640, "deviceScaleFactor": 2, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    yield browser
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_on_a_phone_one_reads_down_the_page_and_every_source_can_be_hit(phone, address):
    phone.get(address + "events/vietnam-korea-digital-forum-2024/")
    assert phone.execute_script("return document.documentElement.scrollWidth") == 320
    sources = every(phone, "dl.facts a.source")
    least = (
        "return Math.min(...[...document.querySelectorAll('a.source')].flatMap(function (link) {"
        " const box = link.getBoundingClientRect(); return box.width ? [box.width, box.height] : []; }))"
    )
    assert sources and phone.execute_script(least) >= 24
    phone.execute_script("arguments[0].scrollIntoView({block: 'center'})", sources[0])
    sources[0].click()
    box = one(phone, ".popover")
    assert box.rect["x"] >= 0 and box.rect["x"] + box.rect["width"] <= 320
    one(phone, ".popover button:last-child").click()
    assert not every(phone, ".popover")


def test_on_a_phone_the_menu_leads_to_every_list(phone, address):
    phone.get(address)
    one(phone, "label.md-header__button[for=__drawer]").click()
    (link,) = (way for way in every(phone, ".md-nav--primary a") if way.get_attribute("href") == f"{address}people/")
    WebDriverWait(phone, 20).until(lambda b: link.rect["x"] >= 0)
    link.click()
    assert one(phone, "h1").text == "People"


def test_a_page_is_cited_as_text_as_bibtex_and_as_csl(browser, address):
    browser.get(address + "events/japan-ict-day-2019/")
    permanent = one(browser, "link[rel=canonical]").get_attribute("href")
    said = one(browser, ".cite").text
    assert all(words in said for words in ("“Japan ICT Day 2019”", "23 October 2019", permanent, "japan-ict-day-2019"))
    entry = one(browser, "pre.bibtex").get_property("textContent")
    fields = dict(re.findall(r"^ +(\w+) = \{(.*)\},?$", entry, re.M))
    assert entry.startswith("@misc{japan-ict-day-2019,") and entry.count("{") == entry.count("}")
    assert (fields["title"], fields["url"], fields["year"]) == ("Japan ICT Day 2019", permanent, "2019")
    (item,) = json.loads(one(browser, "pre.csl").get_property("textContent"))
    assert (item["title"], item["URL"]) == ("Japan ICT Day 2019", permanent) and item["id"] and item["type"]


def test_reference_managers_read_an_article(browser, address):
    browser.get(address + "articles/")
    browser.find_element(By.PARTIAL_LINK_TEXT, "Japan ICT Day 2019 takes place").click()
    tags = {tag.get_attribute("name"): tag.get_attribute("content") for tag in every(browser, "meta[name^=citation_]")}
    assert tags["citation_title"].startswith("Japan ICT Day 2019 takes place in Da Nang")
    assert tags["citation_publication_date"] == "2019/10/23" and tags["citation_journal_title"] == "PANO"


def test_with_the_keyboard_alone_one_searches_opens_and_sees_the_words(browser, address):
    browser.get(address)

    def keys(*pressed):
        ActionChains(browser).send_keys(*pressed).perform()

    keys(Keys.TAB)
    assert browser.switch_to.active_element.get_attribute("class").startswith("md-skip")
    keys(Keys.ENTER)
    for _ in range(9):
        keys(Keys.TAB)
        if browser.switch_to.active_element.get_attribute("id") == "home-q":
            break
    keys("da nang", Keys.ENTER)
    awaited(browser, "#hits a")
    assert browser.switch_to.active_element.get_attribute("id") == "q"
    keys(Keys.ARROW_DOWN)
    keys(Keys.ENTER)
    WebDriverWait(browser, 20).until(lambda b: "/places/da-nang/" in b.current_url)
    for _ in range(80):
        keys(Keys.TAB)
        if "source" in (browser.switch_to.active_element.get_attribute("class") or "").split():
            break
    opener = browser.switch_to.active_element
    keys(Keys.ENTER)
    assert one(browser, ".popover blockquote").text
    keys(Keys.ESCAPE)
    assert browser.switch_to.active_element == opener


def test_an_address_that_leads_nowhere_offers_ways_on(browser, address):
    browser.get(address + "404.html")
    ways = [way.get_attribute("href") for way in every(browser, "#content a")]
    assert {f"{address}events/", f"{address}people/"} <= set(ways)
    one(browser, "#lost-q").send_keys("vinasa", Keys.ENTER)
    assert awaited(browser, "#hits a")


def test_where_no_address_for_reports_is_known_there_is_a_text_to_send(browser, address):
    browser.get(address + "events/japan-ict-day-2019/")
    one(browser, ".foot details:has(.report) summary").click()
    assert "Record: japan-ict-day-2019" in one(browser, "pre.report").text
    one(browser, "dl.facts a.source").send_keys(Keys.ENTER)
    assert "Copy a report" in one(browser, ".popover .actions").text
