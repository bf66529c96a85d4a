"""Sources held against each other: conflicts, copies, sums; and ids."""

from __future__ import annotations

import dataclasses

import pytest
from make import Story

from vnitcoop.know import know, load_registry
from vnitcoop.know.ids import Wish, assign
from vnitcoop.types import Kind, Knowledge, Reading

NOTHING = load_registry(None)
NEWS = (
    "The forum brought together firms of both countries in the capital. Speakers told of their plans for training. "
    "A number of contracts are being prepared, and the next forum will be held in another city of the region. "
)


def _forum(article: str, date: str, text: str = "") -> Reading:
    story = Story(article, text=text)
    story.tell(Kind.EVENT, name="Alpha Digital Forum 2024", date=date, edition=2)
    return story.reading()


@pytest.mark.parametrize(
    "one, other, disputed",
    [
        ("2024-08-02", "2024-08-03", True),
        ("2024-08-02", "2024-08", False),
        ("2024-08-02", "2024-08-02/2024-08-03", False),
        ("2024-08-02", "XXXX-08-02", False),
        ("2024-08-02", "2024", False),
    ],
)
def test_dates_that_refine_each_other_are_no_conflict(one: str, other: str, disputed: bool) -> None:
    knowledge = know([_forum("a1", one), _forum("a2", other)], NOTHING)
    assert len(knowledge.events) == 1
    assert [c.field for c in knowledge.conflicts] == (["date"] if disputed else [])


def test_copies_are_one_source() -> None:
    first, second = _forum("a1", "2024-08-02", NEWS * 3), _forum("a2", "2024-08-03", NEWS * 3)
    knowledge = know([first, second], NOTHING)
    assert [a.near_duplicate_of for a in knowledge.articles] == [None, "a1"]
    assert not knowledge.conflicts


def test_other_texts_are_no_copies() -> None:
    knowledge = know([_forum("a1", "2024-08-02", NEWS), _forum("a2", "2024-08-03", "Other words. " * 9)], NOTHING)
    assert [a.near_duplicate_of for a in knowledge.articles] == [None, None]


def _delegates(article: str, value: int, qualifier: str, measure: str = "delegates") -> Reading:
    story = Story(article)
    event = story.tell(Kind.EVENT, name="Alpha Digital Forum 2024", date="2024-08-02")
    story.tell(Kind.FIGURE, value=value, unit="count", qualifier=qualifier, measure=measure, event=event)
    return story.reading()


@pytest.mark.parametrize(
    "one, other, disputed",
    [
        ((150, "exact"), (300, "exact"), True),
        ((150, "exact"), (100, "over"), False),
        ((100, "about"), (95, "exact"), False),
        ((60, "under"), (75, "exact"), True),
        ((150, "exact"), (20, "exact", "firms"), False),
    ],
)
def test_numbers_of_one_measure(one: tuple, other: tuple, disputed: bool) -> None:
    knowledge = know([_delegates("a1", *one), _delegates("a2", *other)], NOTHING)
    assert [c.field for c in knowledge.conflicts] == (["delegates"] if disputed else [])


def _checks(knowledge: Knowledge) -> list[str]:
    return [str(c.value) for e in (*knowledge.events, *knowledge.figures) for c in e.claims if c.field == "check"]


@pytest.mark.parametrize("edition, verdict", [(10, "2016 agrees"), (9, "2015 does not agree")])
def test_edition_against_yearly_since(edition: int, verdict: str) -> None:
    story = Story("a1")
    event = story.tell(Kind.EVENT, name="Japan ICT Day 2016", series="Japan ICT Day", edition=edition)
    story.tell(Kind.DATE, date="2007/..", what="held annually since 2007", subjects=event)
    (check,) = _checks(know([story.reading()], NOTHING))
    assert check.endswith(verdict)


def test_an_edition_that_disagrees_with_yearly_since_is_a_conflict() -> None:
    story = Story("a1")
    event = story.tell(Kind.EVENT, name="Japan ICT Day 2016", series="Japan ICT Day", edition=9)
    story.tell(Kind.DATE, date="2007/..", what="held annually since 2007", subjects=event)
    (conflict,) = know([story.reading()], NOTHING).conflicts
    assert (conflict.subject, conflict.field) == ("japan-ict-day-2016", "edition")
    assert [(side.value, len(side.evidence)) for side in conflict.values] == [
        (9, 1),
        ("yearly since 2007", 1),
    ]


@pytest.mark.parametrize(
    "editions, disputed",
    [
        ({2024: 1, 2025: 5}, True),
        ({2024: 4, 2025: 5}, False),
        ({2020: 1, 2025: 3}, False),
        ({2023: 3, 2025: 2}, True),
        ({2023: 3, 2025: 3}, True),
    ],
)
def test_editions_of_a_series_against_each_other(editions: dict[int, int], disputed: bool) -> None:
    readings = []
    for year, edition in editions.items():
        story = Story(f"a{year}")
        story.tell(Kind.EVENT, name=f"Alpha Digital Forum {year}", series="Alpha Digital Forum", edition=edition)
        readings.append(story.reading())
    found = know(readings, NOTHING).conflicts
    assert [(c.subject, [s.value for s in c.values]) for c in found] == (
        [("alpha-digital-forum", [f"edition {e} in {y}" for y, e in editions.items()])] if disputed else []
    )


def test_parts_against_the_whole() -> None:
    story = Story("a1", text="It has ")
    counts = []
    for words, value in (("28 economies, comprising ", 28), ("21 members and ", 21), ("seven guests. ", 7)):
        counts.append((len(story.text), words.split()[0], value))
        story.text += words
    reading = story.reading()
    for start, word, value in counts:
        other = Story("x", text=story.text)
        other.tell(Kind.FIGURE, value=value, unit="count")
        (finding,) = other.findings
        spans = (dataclasses.replace(finding.mentions[0], start=start, end=start + len(word)),)
        statements = tuple(dataclasses.replace(s, spans=spans) for s in finding.statements)
        finding = dataclasses.replace(finding, mentions=spans, statements=statements)
        reading = dataclasses.replace(reading, findings=(*reading.findings, finding))
    assert _checks(know([reading], NOTHING)) == ["21 + 7 = 28 agrees"]


def test_namesakes_all_take_a_suffix() -> None:
    wishes = [Wish("a-b", ("vn",), "1"), Wish("a-b", ("jp",), "2"), Wish("c", (), "3"), Wish("d", (), "4", pinned=True)]
    assert assign(wishes) == ["a-b-vn", "a-b-jp", "c", "d"]
    assert assign(wishes[::-1]) == ["d", "c", "a-b-jp", "a-b-vn"]
    twins = assign([Wish("a", ("",), "1"), Wish("a", ("",), "2")])
    assert len(set(twins)) == 2 and all(i.startswith("a-") for i in twins)


def test_wishes_alike_in_everything_still_get_ids_of_their_own() -> None:
    alike = Wish("a", (), "1")
    assert len(set(assign([alike, alike, alike, Wish(assign([alike, alike])[1], (), "2", pinned=True)]))) == 4


def test_what_an_article_tells_twice_of_one_day_is_one_event_and_never_stops_a_build() -> None:
    story = Story("a1")
    story.tell(Kind.EVENT, name="ceremony in Tokyo", date="2025-04-22")
    story.tell(Kind.EVENT, name="ceremony in Tokyo", date="2025-04-22")
    story.tell(Kind.EVENT, name="workshop")
    story.tell(Kind.EVENT, name="workshop")
    events = know([story.reading()], NOTHING).events
    assert len({e.id for e in events}) == len(events)
    assert [e.name for e in events].count("ceremony in Tokyo") == 1


def test_a_pinned_id_does_not_yield() -> None:
    ids = assign([Wish("hanoi", ("city",), "1", pinned=True), Wish("hanoi", ("vn", "company"), "2")])
    assert ids == ["hanoi", "hanoi-vn"]


def test_likeness_alone_is_only_a_possibility() -> None:
    first, second = Story("a1"), Story("a2")
    first.body("Vietnam Japan IT Cooperation Club")
    second.body("Vietnam Japan IT Cooperation Committee")
    knowledge = know([first.reading(), second.reading()], NOTHING)
    assert [p.records for p in knowledge.possibly_same] == [
        ("vietnam-japan-it-cooperation-club", "vietnam-japan-it-cooperation-committee")
    ]


def test_one_and_the_same_name_that_is_kept_apart_is_no_doubt() -> None:
    stories = [Story("a1"), Story("a2")]
    for story in stories:
        story.body("municipal People's Committee", kind="government")
    knowledge = know([story.reading() for story in stories], NOTHING)
    assert (len(knowledge.organisations), knowledge.possibly_same) == (2, ())
