"""`explain` shows the words, rules and curated knowledge behind a record, on the real articles."""

import dataclasses
import re

import pytest

from tests.conftest import ROOT
from vnitcoop.errors import UsageError
from vnitcoop.explain import explain
from vnitcoop.know import load_registry
from vnitcoop.pipeline import gather
from vnitcoop.types import Conflict, Contested, Event, Evidence, Knowledge


@pytest.fixture(scope="module")
def knowledge():
    return gather(ROOT / "seeds", ROOT / "registry", None)[0]


@pytest.fixture(scope="module")
def ask(knowledge):
    registry = load_registry(ROOT / "registry")
    return lambda words: explain(knowledge, words, registry)


@pytest.mark.parametrize(
    "words",
    [
        "japan-ict-day-2019",
        "events/japan-ict-day-2019/",
        "Japan ICT Day 2019",
        "japan ict day 2019",
        "the Japan ICT Day 2019",
    ],
)
def test_a_record_is_found_by_its_id_and_its_name(ask, words):
    assert ask(words).startswith("japan-ict-day-2019 (events)\n")


def test_every_claim_shows_its_basis_its_rule_and_its_words(ask):
    told = ask("japan-ict-day-2019")
    assert re.search(r"date = 2019-10-22: \w+ by \S+", told)
    assert re.search(r"seeds/\S+\.txt \[\d+:\d+\] “October 22”", told)


def test_what_was_merged_is_shown_with_each_name_it_had(ask):
    told = ask("VINASA")
    assert "merged from 4 articles, named in:" in told
    files = set(re.findall(r"seeds/\S+\.txt", told.split("named in:")[1]))
    assert len(files) == 4


def test_the_registry_s_part_is_shown(ask):
    assert "registry: registry/" in ask("VINASA")


def test_words_of_an_article_are_enough(ask):
    assert "figures" in ask("740,000")


def test_nothing_known_is_told_with_what_is_near(ask):
    with pytest.raises(UsageError, match=r"nothing is known.*Near it: .*Japan ICT Day"):
        ask("Japon ICT Days 2018")


def test_words_that_no_record_rests_on_are_shown_where_they_stand(ask):
    told = ask("The East Asian country is")
    assert re.match(r"seeds/002\S+ \[\d+:\d+\] says “The East Asian country is” in its body", told)
    assert "in the same line: " in told and " (figures) " in told
    assert "in its boilerplate (" in ask("Phiên bản di động")


def test_a_wrong_id_is_told_with_the_right_one(ask):
    with pytest.raises(UsageError, match=r"Near it: .*japan-ict-day-2019"):
        ask("japan-ict-day-2091")


def test_every_record_that_holds_the_words_is_told_of(ask):
    assert "600 billion" in ask("600 billion") and ask("600 billion").count(" (figures)\n") == 1


def test_each_value_stands_once_with_all_its_words(ask):
    told = ask("VINASA")
    assert told.count("    kind = association: ") == 1
    assert told.split("    kind = association: ")[1].split("    name = ")[0].count("seeds/") > 3


def test_what_sources_say_differently_is_shown_with_their_words_and_an_old_id_leads_on():
    registry = dataclasses.replace(load_registry(None), redirects=(("old-forum", "alpha-forum-2024"),))
    sides = tuple(
        Contested(value, (Evidence(article, 0, 5, value),)) for article, value in (("a1", "2 May"), ("a2", "3 May"))
    )
    event = Event("alpha-forum-2024", "Alpha Forum 2024", (), None, None, None, (), (), (), (), (), (), ())
    knowledge = Knowledge(events=(event,), conflicts=(Conflict("alpha-forum-2024", "date", sides),))
    told = explain(knowledge, "old-forum", registry)
    assert told.startswith("old-forum leads to alpha-forum-2024 (registry/redirects.yml)")
    assert "sources differ on date:\n    2 May\n      a1 [0:5] “2 May”\n    3 May" in told


def test_a_record_that_a_maintainer_removed_is_told_of_as_such():
    registry = dataclasses.replace(load_registry(None), removed=(("alpha-club", "no such club"),))
    assert explain(Knowledge(), "alpha-club", registry) == "alpha-club is removed: no such club (registry/removed.yml)"


def test_an_article_is_found_by_its_file_and_a_record_by_its_claims(knowledge):
    registry = load_registry(ROOT / "registry")
    file = knowledge.articles[0].file
    for words in (file, file.removeprefix("seeds/")):
        assert explain(knowledge, words, registry).startswith(f"{knowledge.articles[0].id} (articles)")
    person = knowledge.people[0]
    assert explain(knowledge, person.claims[0].id, registry).startswith(f"{person.id} (people)")
