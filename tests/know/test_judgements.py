"""What maintainers say of records holds, whatever the articles say, and at every rebuild."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from make import Story, every_claim

from tests.conftest import ROOT
from vnitcoop.check import check_knowledge, idle_corrections
from vnitcoop.know import know, load_registry
from vnitcoop.know.correctable import FIELDS
from vnitcoop.types import (
    Agreement,
    DatedFact,
    Event,
    Figure,
    Kind,
    Knowledge,
    Organisation,
    Person,
    Place,
    Reading,
    Role,
    Series,
)


def corpus() -> list[Reading]:
    """Two articles: an organiser, a place, a figure and a speaker of a forum; and a namesake of the speaker."""
    first, second = Story("a1"), Story("a2")
    club, city = first.body("Alpha Digital Club", kind="association"), first.tell(Kind.PLACE, name="Quy Nhơn Bay")
    speaker = first.tell(Kind.PERSON, name="Nguyễn Văn An", roles=Role("chairman", club))
    forum = first.tell(
        Kind.EVENT, name="Alpha Forum 2024", series="Alpha Forum", date="2024-05-06", organisers=club, places=city
    )
    first.tell(Kind.FIGURE, value=40, unit="count", measure="firms", speaker=speaker, event=forum)
    second.tell(Kind.PERSON, name="Nguyễn Văn An")
    second.tell(Kind.EVENT, name="Alpha Forum 2023", series="Alpha Forum", date="2023-05-06")
    second.body("Beta Software Board")
    return [first.reading(), second.reading()]


@pytest.fixture
def judged(tmp_path: Path):
    """What is known when the registry says, by file, what the test gives."""

    def judge(**files: str) -> Knowledge:
        for name, text in files.items():
            (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
        knowledge = know(corpus(), load_registry(tmp_path))
        assert check_knowledge(knowledge) == []
        return knowledge

    return judge


def called(records: tuple[Any, ...], record: str) -> Any:
    (found,) = (one for one in records if one.id == record)
    return found


def test_the_articles_alone(judged):
    known = judged()
    forum = called(known.events, "alpha-forum-2024")
    assert (forum.date, forum.organisers, forum.places) == ("2024-05-06", ("alpha-digital-club",), ("quy-nhon-bay",))
    assert len(known.people) == 1 and len(known.organisations) == 2


@pytest.mark.parametrize(
    ("kind", "record", "field", "written", "held"),
    [
        ("events", "alpha-forum-2024", "date", "2024-05-07", "2024-05-07"),
        ("events", "alpha-forum-2024", "date", "[]", None),
        ("events", "alpha-forum-2024", "edition", "10", 10),
        ("events", "alpha-forum-2024", "organisers", "[beta-software-board, alpha-digital-club]",
         ("alpha-digital-club", "beta-software-board")),
        ("events", "alpha-forum-2024", "organisers", "[]", ()),
        ("events", "alpha-forum-2024", "name", "Alpha Forum of 2024", "Alpha Forum of 2024"),
        ("series", "alpha-forum", "name", "The Alpha Forums", "The Alpha Forums"),
        ("organisations", "alpha-digital-club", "kind", "company", "company"),
        ("organisations", "alpha-digital-club", "country", "NO", "NO"),
        ("people", "nguyen-van-an", "roles", "[]", ()),
    ],
)  # fmt: skip
def test_a_value_is_corrected_and_the_claim_is_curated(judged, kind, record, field, written, held):
    known = judged(corrections=f"- {{record: {record}, field: {field}, value: {written}, why: misprint}}\n")
    corrected = called(getattr(known, kind), record)
    assert getattr(corrected, field) == held
    claims = [claim for claim in corrected.claims if claim.rule == "correction: misprint"]
    assert tuple(claim.value for claim in claims) == (held if isinstance(held, tuple) else (held,)) or len(held) == 2
    assert all(claim.source == f"registry/corrections.yml#{record}" for claim in claims)


def test_a_figure_is_corrected_to_numbers_and_truths(judged):
    figure = judged().figures[0].id
    items = (("value", "45.5"), ("forecast", "true"), ("high", "50"), ("speaker", "[]"))
    text = "".join(f"- {{record: {figure}, field: {field}, value: {value}, why: x}}\n" for field, value in items)
    corrected = called(judged(corrections=text).figures, figure)
    assert (corrected.value, corrected.high, corrected.forecast, corrected.speaker) == (45.5, 50, True, None)


def test_a_role_is_corrected(judged):
    roles = "[{title: vice chairman, organisation: beta-software-board}]"
    known = judged(corrections=f"- {{record: nguyen-van-an, field: roles, value: {roles}, why: misprint}}\n")
    (role,) = known.people[0].roles
    assert (role.title, role.organisation) == ("vice chairman", "beta-software-board")


def test_a_place_that_no_article_names_becomes_a_record_of_the_registry(judged):
    known = judged(corrections="- {record: alpha-forum-2024, field: places, value: [da-lat], why: misprint}\n")
    assert called(known.events, "alpha-forum-2024").places == ("da-lat",)
    place = called(known.places, "da-lat")
    assert place.mentions == () and {claim.basis for claim in place.claims} == {"curated"}


def test_a_record_with_another_name_keeps_the_old_one_beside_it(judged):
    known = judged(corrections="- {record: alpha-digital-club, field: name, value: ADC, why: renamed}\n")
    club = called(known.organisations, "alpha-digital-club")
    assert club.name == "ADC" and "Alpha Digital Club" in {alias.name for alias in club.aliases}


def test_records_are_joined_by_their_ids(judged):
    same = "- {records: [alpha-forum-2023, alpha-forum-2024], why: told of twice}\n"
    same += "- {records: [alpha-digital-club, beta-software-board], why: renamed}\n"
    known = judged(same=same)
    (forum,) = known.events
    assert {mention.article for mention in forum.mentions} == {"a1", "a2"}
    (club,) = known.organisations
    assert {mention.article for mention in club.mentions} == {"a1", "a2"} and forum.organisers == (club.id,)
    assert known.series[0].events == (forum.id,)


def test_what_are_two_things_is_not_joined_by_its_ids(judged):
    assert judged(same="- {records: [alpha-digital-club, quy-nhon-bay], why: slip}\n") == judged()


def test_namesakes_are_told_apart_by_their_articles(judged):
    known = judged(distinct="- {records: [nguyen-van-an@a1, nguyen-van-an@a2], why: two men}\n")
    assert [{mention.article for mention in one.mentions} for one in known.people] in (
        [{"a1"}, {"a2"}],
        [{"a2"}, {"a1"}],
    )
    assert known.possibly_same == ()


def test_a_record_moves_to_another_id(judged):
    known = judged(redirects="- {from: alpha-forum-2024, to: alpha-summit-2024}\n")
    forum = called(known.events, "alpha-summit-2024")
    assert called(known.series, "alpha-forum").events == ("alpha-forum-2023", "alpha-summit-2024")
    assert known.figures[0].event == forum.id


def test_a_record_does_not_move_to_the_id_of_another_kind(judged):
    assert judged(redirects="- {from: alpha-digital-club, to: quy-nhon-bay}\n") == judged()


@pytest.mark.parametrize(
    "record", ["alpha-digital-club", "quy-nhon-bay", "nguyen-van-an", "alpha-forum-2024", "alpha-forum"]
)
def test_a_record_is_removed_with_all_that_refers_to_it(judged, record):
    known = judged(removed=f"- {{record: {record}, why: no such thing}}\n")
    said = [claim.value for claim in every_claim(known)] + [claim.speaker for claim in every_claim(known)]
    kinds = ("events", "series", "organisations", "people", "places")
    assert record not in {one.id for kind in kinds for one in getattr(known, kind)}
    assert not [value for value in said if record in (value.values() if isinstance(value, dict) else [value])]


def test_a_series_goes_with_its_last_event(judged):
    removed = "- {record: alpha-forum-2023, why: x}\n- {record: alpha-forum-2024, why: x}\n"
    known = judged(removed=removed)
    assert (known.events, known.series) == ((), ())


def test_corrections_that_correct_nothing_are_named_with_their_lines(tmp_path):
    lines = (
        "- {record: gamma-forum-2024, field: date, value: 2024, why: x}",
        "- {record: alpha-digital-club, field: date, value: 2024, why: x}",
        "- {record: alpha-forum-2024, field: date, value: 2024, why: x}",
        "- {record: alpha-forum-2024, field: places, value: [hanoi, nowhere-at-all], why: x}",
    )
    (tmp_path / "corrections.yml").write_text("\n".join(lines), encoding="utf-8")
    registry = load_registry(tmp_path)
    told = [(one.file, one.line, one.message) for one in idle_corrections(registry, know(corpus(), registry))]
    assert told == [
        ("registry/corrections.yml", 1, "no article makes a record gamma-forum-2024"),
        ("registry/corrections.yml", 2, "alpha-digital-club has no date"),
        ("registry/corrections.yml", 4, "nowhere-at-all is no record"),
    ]


def test_judgements_leave_readings_as_they_are(tmp_path):
    before = load_registry(tmp_path).digest
    (tmp_path / "corrections.yml").write_text("- {record: a-b, field: date, value: 2024, why: x}", encoding="utf-8")
    assert load_registry(tmp_path).digest == before


def test_an_element_of_a_list_is_one_claim(judged):
    both = "[alpha-digital-club, beta-software-board]"
    known = judged(corrections=f"- {{record: alpha-forum-2024, field: hosts, value: {both}, why: x}}\n")
    claims = [claim.value for claim in called(known.events, "alpha-forum-2024").claims if claim.field == "hosts"]
    assert claims == ["alpha-digital-club", "beta-software-board"]


def test_the_readme_names_every_field_that_can_be_corrected():
    told = (ROOT / "registry" / "README.md").read_text(encoding="utf-8").rpartition("can be corrected:")[2]
    lines = [re.findall(r"\w+", re.sub(r"\(.*?\)", "", line.partition(": ")[2])) for line in told.strip().splitlines()]
    records = (Event, Series, Organisation, Person, Place, Figure, Agreement, DatedFact)
    assert [set(line) for line in lines] == [{field.name for field in fields(of)} & set(FIELDS) for of in records]
