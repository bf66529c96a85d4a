"""What readers take away: every file that the page of the data names, opened by a program that did not write it."""

import csv
import hashlib
import io
import json
import sqlite3
from urllib.request import urlopen

import feedparser
import icalendar
import jsonschema
import pytest
from pyld import jsonld
from selenium.webdriver.common.by import By

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def table_rows(browser, which):
    return browser.find_elements(By.CSS_SELECTOR, f"table.sheet tbody tr{which}")


@pytest.fixture(scope="module")
def taken(browser, address, tmp_path_factory):
    """Every file that the page of the data names, downloaded, and that page's rows by file."""
    browser.get(address + "data/")
    rows = {row.find_element(By.TAG_NAME, "a").text: row.text for row in table_rows(browser, ":has(a)")}
    folder = tmp_path_factory.mktemp("taken")
    for link in browser.find_elements(By.CSS_SELECTOR, "table.sheet tbody a"):
        with urlopen(link.get_attribute("href")) as answer:
            (folder / link.text).write_bytes(answer.read())
    sums = {row.text.split()[0]: row.text.split()[-1] for row in table_rows(browser, ":not(:has(a))")}
    return folder, rows, sums


def test_every_file_is_the_one_whose_checksum_is_told(taken):
    folder, rows, sums = taken
    assert set(rows) == {path.name for path in folder.iterdir()} and len(rows) > 15
    assert sums == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_every_file_opens_in_the_program_it_is_for(taken, address):
    folder, rows, _ = taken
    for path in folder.glob("*.csv"):
        lines = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        assert rows[path.name].split()[-3] == f"{len(lines):,}", path
    document = json.loads((folder / "knowledge.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, json.loads((folder / "knowledge.schema.json").read_text(encoding="utf-8")))
    with sqlite3.connect(f"file:{folder / 'knowledge.sqlite'}?mode=ro", uri=True) as database:
        assert database.execute("SELECT record FROM names WHERE folded LIKE '%ngo thu huyen%'").fetchall()
    events = icalendar.Calendar.from_ical((folder / "events.ics").read_bytes()).walk("VEVENT")
    assert {str(event["SUMMARY"]) for event in events} >= {"Japan ICT Day 2016", "Japan ICT Day 2019"}
    feed = feedparser.parse((folder / "feed.xml").read_bytes())
    assert not feed.bozo and len(feed.entries) == len(document["articles"])


def test_linked_data_expands_offline(taken, browser, address):
    folder, _, _ = taken
    nodes = linked((folder / "records.jsonld").read_text(encoding="utf-8"))
    kinds = {kind for node in nodes for kind in node["@type"]}
    assert {f"https://schema.org/{kind}" for kind in ("Event", "Organization", "Person", "Place")} <= kinds
    browser.get(address + "events/japan-ict-day-2019/")
    (event,) = linked(
        browser.find_element(By.CSS_SELECTOR, "script[type='application/ld+json']").get_property("textContent")
    )
    for field in ("name", "startDate", "location"):
        assert event[f"https://schema.org/{field}"], field


def linked(text):
    """The nodes of JSON-LD, expanded with a schema.org vocabulary that nobody is asked for."""
    context = {"contextUrl": None, "documentUrl": "", "document": {"@context": {"@vocab": "https://schema.org/"}}}
    return jsonld.expand(json.loads(text), {"documentLoader": lambda url, options: context})
