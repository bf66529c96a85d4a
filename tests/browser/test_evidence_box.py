"""The words behind a number, shown beside it; and the content policy that this and the search must live under."""

import re

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.test_reader import KINDS, first_page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def opened(browser, address, built):
    """A page of an event with the box of its first source open: the browser, the link and the box."""
    browser.get(address + first_page(built, "events"))
    link = browser.find_element(By.CSS_SELECTOR, "a.source")
    link.send_keys(Keys.ENTER)
    return browser, link, browser.find_element(By.CSS_SELECTOR, ".popover")


def test_it_shows_the_words_and_where_they_stand(opened):
    browser, link, box = opened
    assert "/events/" in browser.current_url
    assert box.get_attribute("aria-label") == link.get_attribute("aria-label")
    assert box.find_element(By.CSS_SELECTOR, "blockquote").text
    ways = {way.text: way.get_attribute("href") for way in box.find_elements(By.CSS_SELECTOR, ".actions a")}
    assert ways["See it in its place"] == link.get_attribute("href")
    assert browser.switch_to.active_element == box


def test_escape_closes_it_and_the_focus_returns(opened):
    browser, link, _ = opened
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert browser.find_elements(By.CSS_SELECTOR, ".popover") == []
    assert browser.switch_to.active_element == link


def test_a_click_elsewhere_closes_it(opened):
    browser, _, _ = opened
    browser.find_element(By.CSS_SELECTOR, "h1").click()
    assert browser.find_elements(By.CSS_SELECTOR, ".popover") == []


def test_from_it_one_goes_to_the_highlighted_words(opened):
    browser, _, box = opened
    box.find_element(By.CSS_SELECTOR, ".actions a").click()
    assert "/articles/" in browser.current_url
    assert browser.find_element(By.CSS_SELECTOR, ":target").text.strip()


def test_no_script_stands_in_a_page_and_none_that_is_put_there_runs(browser, address, built):
    for page in (built / "site").rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert "Content-Security-Policy" in html, page
        inline = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")[^>]*>", html)
        assert inline == [], page
        assert not re.search(r"<[^>]+\s(on[a-z]+|style)=", re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)), page
    browser.get(address + first_page(built, KINDS[0]))
    browser.execute_script("""
        const made = document.createElement("script");
        made.textContent = "window.hasRun = true";
        document.head.append(made);
    """)
    assert browser.execute_script("return window.hasRun") is None
    assert any("Content Security Policy" in entry["message"] for entry in browser.get_log("browser"))
