"""A broken promise of the knowledge document is seen and named."""

from dataclasses import replace

import pytest

from vnitcoop.check import check_knowledge
from vnitcoop.types import (
    ArticleRecord,
    Basis,
    Block,
    BlockKind,
    Claim,
    Conflict,
    Contested,
    Event,
    Evidence,
    Knowledge,
    PossiblySame,
    Series,
)

TEXT = "Japan ICT Day 2019 opened."
QUOTE = Evidence("a", 0, 18, "Japan ICT Day 2019")
CLAIM = Claim("c-1", "name", "Japan ICT Day 2019", Basis.STATED, "rule", None, (QUOTE,))
ARTICLE = ArticleRecord(
    "a", "a.txt", "T", True, "en", None, None, (), None, None, None, "full", None,
    (Block(BlockKind.BODY, 0, len(TEXT)),), TEXT, (),
)  # fmt: skip
EVENT = Event("day-2019", "Japan ICT Day 2019", (), "day", None, None, (), (), (), (), (), (QUOTE,), (CLAIM,))
SOUND = Knowledge(articles=(ARTICLE,), events=(EVENT,), series=(Series("day", "Day", (), ("day-2019",), ()),))


def with_event(**changes):
    return replace(SOUND, events=(replace(EVENT, **changes),))


def with_claim(**changes):
    return with_event(claims=(replace(CLAIM, **changes),))


def test_sound_knowledge_passes():
    assert check_knowledge(SOUND) == []


@pytest.mark.parametrize(
    ("broken", "file", "words"),
    [
        (with_event(mentions=(replace(QUOTE, start=1, end=19),)), "a.txt", "quotes what is not there"),
        (with_event(mentions=(replace(QUOTE, article="b"),)), "b", "quotes what is not there"),
        (with_claim(evidence=(replace(QUOTE, quote="Japan ICT Day 2018"),)), "a.txt", "quotes what is not there"),
        (with_claim(evidence=()), "day-2019", "shows no words"),
        (with_claim(basis=Basis.CURATED, evidence=()), "day-2019", "names no source"),
        (with_event(series="week"), "day-2019", "'week', which is no record"),
        (with_event(places=("da-nang",)), "day-2019", "'da-nang', which is no record"),
        (with_event(id="day"), "day", "more than one thing"),
        (with_event(claims=(CLAIM, CLAIM)), "c-1", "more than one thing"),
        (replace(SOUND, articles=(replace(ARTICLE, near_duplicate_of="z"),)), "a", "no article"),
        (replace(SOUND, possibly_same=(PossiblySame(("day", "gone"), "alike"),)), "gone", "it is no record"),
        (replace(SOUND, conflicts=(Conflict("gone", "date", (Contested("1", ()),)),)), "gone", "it is no record"),
    ],
)
def test_a_broken_promise_is_named(broken, file, words):
    problems = check_knowledge(broken)
    assert any(problem.file == file and words in problem.message for problem in problems), problems
