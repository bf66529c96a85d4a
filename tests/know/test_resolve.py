"""Who is who: the tables in cases/ say which mentions are one."""

from __future__ import annotations

import re

import pytest
from make import Story, cases

from vnitcoop.know import know, load_registry
from vnitcoop.types import Kind, Role

NOTHING = load_registry(None)


def _language(name: str) -> str:
    if re.search("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", name.lower()):
        return "vi"
    return "fr" if re.search(r"\b(des|du|de l)\b", name) else "en"


@pytest.mark.parametrize("one, other, expected", cases("one_body.txt"))
def test_one_body(one: str, other: str, expected: str) -> None:
    readings = []
    for article, name in (("a1", one), ("a2", other)):
        story = Story(article, _language(name))
        story.body(name)
        readings.append(story.reading())
    found = know(readings, NOTHING).organisations
    assert len(found) == {"one": 1, "two": 2}[expected], [o.id for o in found]


@pytest.mark.parametrize("one, other, expected", cases("one_person.txt"))
def test_one_person(one: str, other: str, expected: str) -> None:
    readings = []
    for article, told in (("a1", one), ("a2", other)):
        told, _, year = told.partition(";")
        name, _, office = told.partition(", ")
        title, _, owner = office.partition(" of ")
        story = Story(article, published=year.strip() or None)
        role = Role(title, story.body(owner, kind="university" if "Institute" in owner else None)) if owner else None
        story.tell(Kind.PERSON, name=name, roles=role)
        readings.append(story.reading())
    found = know(readings, NOTHING).people
    assert len(found) == {"one": 1, "two": 2}[expected], [p.id for p in found]


@pytest.mark.parametrize("one, other, expected", cases("one_event.txt"))
def test_one_event(one: str, other: str, expected: str) -> None:
    readings = []
    for article, told in (("a1", one), ("a2", other)):
        name, date, edition, published = ([p.strip() or None for p in told.split(";")] + [None] * 3)[:4]
        story = Story(article, _language(name or ""), published)
        story.tell(Kind.EVENT, name=name, date=date, edition=int(edition) if edition else None)
        readings.append(story.reading())
    found = know(readings, NOTHING).events
    assert len(found) == {"one": 1, "two": 2}[expected], [(e.id, e.date) for e in found]


@pytest.mark.parametrize("shared, events", [(4, 1), (3, 2)])
def test_an_undated_article_with_the_same_figures_tells_of_the_same_edition(shared: int, events: int) -> None:
    dated, undated = Story("a1"), Story("a2")
    dated.tell(Kind.EVENT, name="Vietnam Cloud Day 2019", date="2019-05-06")
    undated.tell(Kind.EVENT, name="Vietnam Cloud Day")
    for value in (56, 40, 30, 250):
        dated.tell(Kind.FIGURE, value=value, unit="count")
    for value in (56, 40, 30, 250)[:shared]:
        undated.tell(Kind.FIGURE, value=value, unit="count")
    assert len(know([dated.reading(), undated.reading()], NOTHING).events) == events


def test_one_acronym_of_two_bodies_stays_with_its_article() -> None:
    first, second, third = Story("a1"), Story("a2"), Story("a3")
    first.body("Vietnam's Ministry of Information and Communications [MIC]")
    second.body("Japan's Ministry of Internal Affairs and Communications [MIC]")
    third.body("MIC")
    knowledge = know([s.reading() for s in (first, second, third)], NOTHING)
    assert [(o.country, len({m.article for m in o.mentions})) for o in knowledge.organisations] == [
        (None, 1),
        ("VN", 1),
        ("JP", 1),
    ] or len(knowledge.organisations) == 3


def test_talks_meet_by_day_place_and_people() -> None:
    readings = []
    for article, name, date in (
        ("a1", "talks in New Delhi", "2013-07-04"),
        ("a2", "meeting with the Indian minister", "XXXX-07-04"),
        ("a3", "entretien à New Delhi", None),
    ):
        story = Story(article)
        people = [story.tell(Kind.PERSON, name=n) for n in ("Kapil Sibal", "Nguyen Bac Son")]
        place = story.tell(Kind.PLACE, name="New Delhi")
        story.tell(Kind.EVENT, name=name, date=date, participants=people, places=place)
        readings.append(story.reading())
    events = know(readings, NOTHING).events
    assert [(e.date, len(e.participants)) for e in events] == [("2013-07-04", 2)]


def test_talks_beside_a_forum_are_not_the_forum() -> None:
    readings = []
    for article, name in (("a1", "Vietnam-Laos Digital Forum 2023"), ("a2", "talks in Vientiane")):
        story = Story(article)
        people = [story.tell(Kind.PERSON, name=n) for n in ("Nguyen Manh Hung", "Boviengkham Vongdara")]
        place = story.tell(Kind.PLACE, name="Vientiane")
        story.tell(Kind.EVENT, name=name, date="2023-05-16", participants=people, places=place)
        readings.append(story.reading())
    assert len(know(readings, NOTHING).events) == 2


def test_same_people_on_two_days_are_two_meetings() -> None:
    readings = []
    for article, date in (("a1", "2013-07-04"), ("a2", "2014-09-01")):
        story = Story(article)
        people = [story.tell(Kind.PERSON, name=n) for n in ("Kapil Sibal", "Nguyen Bac Son")]
        story.tell(Kind.EVENT, name="talks", date=date, participants=people)
        readings.append(story.reading())
    assert len(know(readings, NOTHING).events) == 2


def test_agreements_meet_over_articles_but_not_within_one() -> None:
    first, second = Story("a1"), Story("a2")
    for story in (first, second):
        parties = [story.body("Seoul Cyber University"), story.body("Posts and Telecommunications Institute [PTIT]")]
        story.tell(Kind.AGREEMENT, kind="MoU", parties=parties)
    first.tell(Kind.AGREEMENT, kind="MoU", parties=parties)
    made = know([first.reading(), second.reading()], NOTHING).agreements
    assert sorted(len({m.article for m in a.mentions}) for a in made) == [1, 2]


def test_one_place_in_two_languages_is_the_gazetteer_s() -> None:
    story = Story("a1")
    story.tell(Kind.PLACE, name="Hà Nội")
    story.tell(Kind.PLACE, name="Hanoi")
    places = know([story.reading()], NOTHING).places
    assert [(p.id, p.country, p.latitude is not None) for p in places] == [("hanoi", "VN", True)]


def test_findings_without_name_value_or_sound_date_do_no_harm() -> None:
    story = Story("a1")
    for kind in Kind:
        if kind is not Kind.SERIES:
            story.tell(kind)
    story.tell(Kind.EVENT, name="Forum", date="2024-02-30")
    knowledge = know([story.reading()], NOTHING)
    assert (len(knowledge.events), len(knowledge.people), len(knowledge.figures)) == (2, 1, 1)
    assert know([], NOTHING).articles == ()
