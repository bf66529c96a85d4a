"""What holds for all knowledge, tried on the reference's articles."""

from __future__ import annotations

import dataclasses
import random

import pytest
from make import RECORDS, every_claim
from oracle import gold_readings

from vnitcoop.know import know, load_registry
from vnitcoop.types import Basis, Knowledge

REGISTRY = load_registry(None)
READINGS = gold_readings()
WHOLE = know(READINGS, REGISTRY)


def _ids(knowledge: Knowledge) -> list[str]:
    return [r.id for kind in RECORDS for r in getattr(knowledge, kind)]


def test_order_does_not_matter() -> None:
    for seed in range(3):
        shuffled = random.Random(seed).sample(READINGS, len(READINGS))
        assert know(shuffled, REGISTRY) == WHOLE


def test_an_article_given_twice_counts_once() -> None:
    assert know([*READINGS, *READINGS[:5]], REGISTRY) == WHOLE


def test_ids_are_unique_over_all_kinds_and_sorted() -> None:
    ids = _ids(WHOLE)
    assert len(ids) == len(set(ids))
    for kind in (*RECORDS, "articles"):
        of_kind = [r.id for r in getattr(WHOLE, kind)]
        assert of_kind == sorted(of_kind)


def test_every_span_is_verbatim() -> None:
    texts = {a.id: a.text for a in WHOLE.articles}
    mentions = [m for kind in RECORDS if kind != "series" for r in getattr(WHOLE, kind) for m in r.mentions]
    evidence = [e for c in every_claim(WHOLE) for e in c.evidence]
    contested = [e for c in WHOLE.conflicts for v in c.values for e in v.evidence]
    for e in (*mentions, *evidence, *contested):
        assert texts[e.article][e.start : e.end] == e.quote


def test_every_claim_rests_on_something() -> None:
    ids = {c.id for c in every_claim(WHOLE)}
    for claim in every_claim(WHOLE):
        if claim.basis in (Basis.STATED, Basis.INFERRED):
            assert claim.evidence
        elif claim.basis is Basis.CURATED:
            assert claim.source and not claim.evidence
        else:
            assert claim.premises and set(claim.premises) <= ids


def test_no_claim_id_stands_twice() -> None:
    ids = [c.id for c in every_claim(WHOLE)]
    assert len(ids) == len(set(ids))


def test_every_value_of_a_record_has_its_claim() -> None:
    for kind, fields in {
        "events": ("name", "date", "edition", "series"),
        "organisations": ("name", "kind", "country"),
        "people": ("name",),
        "places": ("name", "kind", "country", "latitude"),
        "figures": ("value", "unit", "high", "as_of"),
    }.items():
        for record in getattr(WHOLE, kind):
            said = {(c.field.replace("aliases", "name"), str(c.value)) for c in record.claims}
            for field in fields:
                value = getattr(record, field)
                assert value in (None, "other") or (field, str(value)) in said, (record.id, field, value)


@pytest.mark.parametrize("left_out", range(0, len(READINGS), 4))
def test_removing_an_article_removes_only_what_rests_on_it(left_out: int) -> None:
    gone = READINGS[left_out].article.id
    rest = know([r for r in READINGS if r.article.id != gone], REGISTRY)
    before = {c.id for c in every_claim(WHOLE) if any(e.article == gone for e in c.evidence)}
    after = {c.id for c in every_claim(rest)}
    stated = {c.id for c in every_claim(WHOLE) if c.evidence}
    assert stated - before == {c.id for c in every_claim(rest) if c.evidence}
    assert not before & after


@pytest.mark.parametrize("left_out", range(0, len(READINGS), 4))
def test_records_keep_their_ids_when_unrelated_articles_go(left_out: int) -> None:
    gone = READINGS[left_out].article.id
    rest = know([r for r in READINGS if r.article.id != gone], REGISTRY)
    untouched = [
        record.id
        for kind in RECORDS
        if kind != "series"
        for record in getattr(WHOLE, kind)
        if not any(m.article == gone for m in record.mentions)
    ]
    assert set(untouched) <= set(_ids(rest))


def test_a_distinct_is_never_crossed() -> None:
    for record in WHOLE.people:
        names = sorted({m.quote for m in record.mentions if " " in m.quote})
        assert names, record.id
    split = dataclasses.replace(
        REGISTRY,
        distinct=(("vietnam-software-and-it-services-association", "vietnam-software-association", "two of them"),),
    )
    for record in know(READINGS, split).organisations:
        forms = {record.name, *(a.name for a in record.aliases)}
        assert not {"Vietnam Software and IT Services Association", "Vietnam Software Association"} <= forms


def test_time_grows_with_the_number_of_articles() -> None:
    """Twice the articles may take thrice the steps at most (counted, not timed: machines differ)."""
    import sys

    def steps(copies: int) -> int:
        count = 0

        def trace(frame, event, argument):
            nonlocal count
            count += 1
            return None

        readings = [
            dataclasses.replace(r, article=dataclasses.replace(r.article, id=f"{r.article.id}-{i}"))
            for i in range(copies)
            for r in READINGS[:6]
        ]
        sys.setprofile(lambda f, e, a: trace(f, e, a))
        try:
            know(readings, REGISTRY)
        finally:
            sys.setprofile(None)
        return count

    steps(1)
    assert steps(16) < 3 * steps(8)
