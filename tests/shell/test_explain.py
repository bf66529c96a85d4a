"""`explain` shows the words, rules and curated knowledge behind a record, on the real articles."""

import re

import pytest

from tests.conftest import ROOT
from vnitcoop.errors import UsageError
from vnitcoop.explain import explain
from vnitcoop.know import load_registry
from vnitcoop.pipeline import gather


@pytest.fixture(scope="module")
def ask():
    registry = load_registry(ROOT / "registry")
    knowledge, _ = gather(ROOT / "seeds", ROOT / "registry", None)
    return lambda words: explain(knowledge, words, registry)


@pytest.mark.parametrize(
    "words", ["japan-ict-day-2019", "Japan ICT Day 2019", "japan ict day 2019", "the Japan ICT Day 2019"]
)
def test_a_record_is_found_by_its_id_and_its_name(ask, words):
    assert ask(words).startswith("japan-ict-day-2019 (events)\n")


def test_every_claim_shows_its_basis_its_rule_and_its_words(ask):
    told = ask("japan-ict-day-2019")
    assert re.search(r"date = 2019-10-22: \w+ by \S+", told)
    assert re.search(r"seeds/\S+\.txt \[\d+:\d+\] “October 22”", told)


def test_what_was_merged_is_shown_with_each_name_it_had(ask):
    told = ask("VINASA")
    files = set(re.findall(r"seeds/\S+\.txt", told.split("named in:")[1]))
    assert len(files) == 4


def test_the_registry_s_part_is_shown(ask):
    assert "registry: registry/" in ask("VINASA")


def test_words_of_an_article_are_enough(ask):
    assert "figures" in ask("740,000")


def test_nothing_known_is_told_with_what_is_near(ask):
    with pytest.raises(UsageError, match=r"nothing is known.*Near it: .*Japan ICT Day"):
        ask("Japon ICT Days 2018")
