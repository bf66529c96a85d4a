"""Events on the axis of time, and how they are shared out over pictures."""

from __future__ import annotations

from itertools import pairwise

import pytest
from drawn import event, links, outside, pages, svgs, texts

from vnitcoop.write.pictures.spans import MOST, chapters, span_of
from vnitcoop.write.pictures.timeline_picture import axis_for

DATES = ("2019-10-22", "2024-05~", "2007", "2014/..", "../2028", "201X", "2008-09-03/2008-09-04", "XXXX-06-17", None)


def test_every_event_of_the_table_is_drawn() -> None:
    page = pages(events=[event(f"e{i}", date) for i, date in enumerate(DATES)])["timeline/index.md"]
    wanted = {f"../events/e{i}/" for i in range(len(DATES))}
    assert set(links(page)) == wanted
    assert all(f'href="{link}"' in outside(page) for link in wanted)


@pytest.mark.parametrize(
    ("date", "first", "last", "is_day", "open_end", "about"),
    [
        ("2019-01-01", 2019.0, 2019.0, True, "", False),
        ("2007", 2007.0, 2008.0, False, "", False),
        ("2020", 2020.0, 2021.0, False, "", False),
        ("2024-01~", 2024.0, 2024.085, False, "", True),
        ("2014/..", 2014.0, 2014.0, False, "after", False),
        ("../2028", 2028.997, 2028.997, False, "before", False),
        ("201X", 2010.0, 2020.0, False, "", False),
    ],
)
def test_a_span_is_as_wide_as_what_is_said(
    date: str, first: float, last: float, is_day: bool, open_end: str, about: bool
) -> None:
    span = span_of(event("e", date))
    assert span is not None
    assert (span.first, span.last) == pytest.approx((first, last), abs=0.01)
    assert (span.is_day, span.open_end, span.about) == (is_day, open_end, about)


@pytest.mark.parametrize("date", [None, "XXXX-06-17/XXXX-06-20", "XXXX"])
def test_without_a_year_there_is_no_place_on_the_axis(date: str | None) -> None:
    assert span_of(event("e", date)) is None
    page = pages(events=[event("e", date)])["timeline/index.md"]
    assert "Year not stated" in texts(page)
    assert "axis" not in {one.get("class") for svg in svgs(page) for one in svg.iter()}


def test_an_axis_has_whole_years_and_few_ticks() -> None:
    spans = [span for date in ("1003", "2024-02-03") if (span := span_of(event("e", date)))]
    axis = axis_for(spans)
    assert (axis.first, axis.last) == (1003, 2025)
    assert 2 <= len(axis.ticks) <= 16


@pytest.mark.parametrize("year", ["2019", "2020"])
def test_a_year_s_axis_is_that_year_in_months(year: str) -> None:
    span = span_of(event("e", year))
    assert span is not None and len(axis_for([span]).ticks) == 12


def test_no_two_names_of_a_lane_meet() -> None:
    many = [event(f"e{i:02}", f"20{i % 25:02}-0{i % 9 + 1}-11", "A long name of a forum " * 3) for i in range(MOST)]
    page = pages(events=many)["timeline/index.md"]
    lanes: dict[str, list[float]] = {}
    for link in (a for svg in svgs(page) for a in svg.iter("a")):
        (circle,), (text,) = link.iter("circle"), link.iter("text")
        lanes.setdefault(text.attrib["y"], []).append(float(circle.attrib["cx"]))
    assert all(b - a > 100 for xs in lanes.values() for a, b in pairwise(sorted(xs)))


def test_many_events_are_shared_out_and_counted() -> None:
    many = [event(f"a{i}", f"2024-0{i % 9 + 1}") for i in range(MOST + 5)]
    many += [event(f"b{i}", "2023-01-02") for i in range(3)] + [event(f"c{i}", "1999") for i in range(4)]
    many += [event(f"d{i}") for i in range(MOST + 1)]
    parts = chapters(many)
    slugs = ["1990s", "2023", "2024", "2024-2", "year-not-stated", "year-not-stated-2"]
    assert [part.slug for part in parts] == slugs
    assert all(len(part.events) <= MOST for part in parts)
    drawn = pages(events=many)
    assert sorted(path for path in drawn if path.startswith("timeline/")) == sorted(
        ["timeline/index.md", *(f"timeline/{slug}.md" for slug in slugs)]
    )
    assert {link for slug in slugs for link in links(drawn[f"timeline/{slug}.md"])} == {
        f"../../events/{one.id}/" for one in many
    }
    overview = [text for text in texts(drawn["timeline/index.md"]) if text.isdigit() and len(text) < 4]
    assert sum(map(int, overview)) == len(many)


def test_without_events_a_sentence_stands_there() -> None:
    page = pages()["timeline/index.md"]
    assert "tell of no event" in page
    assert not svgs(page)
