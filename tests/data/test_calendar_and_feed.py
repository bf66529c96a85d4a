"""The calendar holds whole days and no doubts; the feed tells what each article added, by the articles' own dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import icalendar
import pytest
from knowledge import knowledge

from tests.data.making import HOSTILE, made
from vnitcoop.write.data.days import days, earliest

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return made(knowledge())


def test_the_calendar_holds_the_events_of_a_stated_day(files: dict[str, bytes]) -> None:
    entries = icalendar.Calendar.from_ical(files["events.ics"]).walk("VEVENT")
    assert [str(e["UID"]) for e in entries] == ["digital-forum-2019@vnitcoop"]
    assert (entries[0].decoded("DTSTART"), entries[0].decoded("DTEND")) == (date(2019, 10, 22), date(2019, 10, 23))
    assert entries[0].decoded("DTSTAMP").isoformat() == "2019-11-02T00:00:00+00:00"
    assert str(entries[0]["LOCATION"]) == "Đà Nẵng"


@pytest.mark.parametrize(
    ("edtf", "known"),
    [
        ("2019-10-22", True),
        ("2019-10-22/2019-10-24", True),
        ("2019-10", False),
        ("2019", False),
        ("2019-10-22~", False),
        ("XXXX-10-22", False),
        ("2019-10-XX", False),
        ("2019-10-22/..", False),
        ("2019-10/2019-10-24", False),
        ("2019-02-30", False),
        (None, False),
        (HOSTILE, False),
    ],
)
def test_only_whole_days_without_doubt_are_days(edtf: str | None, known: bool) -> None:
    assert bool(days(edtf)) is known


def test_the_last_day_of_an_event_is_part_of_it() -> None:
    known = knowledge()
    long = replace(known, events=(replace(known.events[0], date="2019-12-30/2019-12-31"),))
    entry = icalendar.Calendar.from_ical(made(long)["events.ics"]).walk("VEVENT")[0]
    assert entry.decoded("DTEND") == date(2020, 1, 1)


def test_the_feed_tells_what_each_article_added(files: dict[str, bytes]) -> None:
    entries = ET.fromstring(files["feed.xml"]).findall("a:entry", ATOM)
    assert [e.findtext("a:updated", "", ATOM)[:10] for e in entries] == ["2019-11-02", "2019-10-23", "2019-10-23"]
    assert [e.findtext("a:title", "", ATOM) for e in entries][2] == "Plenary due"  # of no date: last
    assert "Dated facts: 2002: VINASA was founded. Takes part in 1 disagreement." in [
        e.findtext("a:summary", "", ATOM) for e in entries
    ]
    feed = ET.fromstring(files["feed.xml"])
    ids = [found.text for found in feed.iter(f"{{{ATOM['a']}}}id")]
    assert len(ids) == len(set(ids)) == 4
    assert feed.findtext("a:updated", "", ATOM) == "2019-11-02T00:00:00Z"
    links = [link.get("href") for link in feed.iterfind("a:entry/a:link", ATOM)]
    assert links == ["../articles/forum-looks-back/", "../articles/forum-opens/", "../articles/plenary-due/"]


def test_a_feed_without_any_date_is_still_one() -> None:
    known = knowledge()
    undated = replace(known, articles=tuple(replace(a, published=None) for a in known.articles))
    feed = ET.fromstring(made(undated)["feed.xml"])
    assert {e.text for e in feed.iter(f"{{{ATOM['a']}}}updated")} == {"1970-01-01T00:00:00Z"}
    assert earliest("2019-10") == date(2019, 10, 1)
