"""Does the knowledge keep its promises? Quotes verbatim, references that lead somewhere, a reason for every value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import fields
from typing import Any

from vnitcoop.types import ArticleRecord, Basis, Claim, Correction, Knowledge, Problem, Registry
from vnitcoop.write.world import pieces_of

KINDS = ("articles", "events", "series", "organisations", "people", "places", "figures", "agreements", "dates")
_STRICT = {"series": "series", "event": "events", "events": "events", "places": "places"}
_NOT_SAID = {"id", "aliases", "events", "mentions", "claims"}  # fields that nobody corrects
_REMEDY = "This is a fault of vnitcoop, not of the article: please report it"


def check_knowledge(knowledge: Knowledge) -> list[Problem]:
    """Every broken promise of the knowledge document, named by the article's file or the record's id."""
    texts = {article.id: article.text for article in knowledge.articles}
    files = {article.id: article.file for article in knowledge.articles}
    ids = {kind: {record.id for record in getattr(knowledge, kind)} for kind in KINDS}
    problems = [_problem(one, "this id stands for more than one thing") for one in _twice(knowledge)]
    problems += [_problem(one, "a remark is made on it, and it is no record") for one in _remarked(knowledge, ids)]
    for kind in KINDS:
        for record in getattr(knowledge, kind):
            problems += [_problem(record.id, why) for why in _dangling(record, kind, ids)]
            problems += [_problem(record.id, why) for claim in record.claims if (why := _unfounded(claim))]
            for evidence in pieces_of(record):
                if texts.get(evidence.article, "")[evidence.start : evidence.end] != evidence.quote:
                    place = files.get(evidence.article, evidence.article)
                    problems.append(_problem(place, f"{record.id} quotes what is not there: {evidence.quote!r}"))
    return problems


def idle_corrections(registry: Registry, knowledge: Knowledge) -> Iterator[Problem]:
    """Corrections that correct nothing: of no record that the articles make, or of a field that it does not have."""
    held = {record.id: record for kind in KINDS for record in getattr(knowledge, kind)}
    for correction in registry.corrections:
        record, file = held.get(correction.record), correction.place.partition("#")[0]
        if record is None:
            remedy = "Look its id up with `vnitcoop explain NAME`, or take the correction out"
            yield Problem(file, correction.line, f"no article makes a record {correction.record}", remedy)
        elif isinstance(record, ArticleRecord):
            remedy = f"Say it in the front matter of {record.file}"
            yield Problem(file, correction.line, f"{correction.record} is an article", remedy)
        elif correction.field in _STRICT and (unknown := _unknown(correction, held)):
            remedy = "Name the id of a record, or of an entry of the registry"
            yield Problem(file, correction.line, f"{unknown} is no record", remedy)
        elif not hasattr(record, correction.field):
            remedy = "It has " + ", ".join(field.name for field in fields(record) if field.name not in _NOT_SAID)
            yield Problem(file, correction.line, f"{correction.record} has no {correction.field}", remedy)


def _unknown(correction: Correction, held: Container[str]) -> str:
    """What a correction refers to and is no record; "" where there is none."""
    values = correction.value if isinstance(correction.value, tuple) else (correction.value,)
    return next((str(value) for value in values if value is not None and value not in held), "")


def _twice(knowledge: Knowledge) -> list[str]:
    """Ids of records that are not unique, and ids of claims."""
    records = [record for kind in KINDS for record in getattr(knowledge, kind)]
    counts = Counter(record.id for record in records)
    counts.update(claim.id for record in records for claim in record.claims)
    return [one for one, count in sorted(counts.items()) if count > 1]


def _remarked(knowledge: Knowledge, ids: dict[str, set[str]]) -> list[str]:
    """What conflicts and doubts speak of without its being a record."""
    told = {conflict.subject for conflict in knowledge.conflicts}
    told |= {one for pair in knowledge.possibly_same for one in pair.records}
    return sorted(told.difference(*ids.values()))


def _dangling(record: Any, kind: str, ids: dict[str, set[str]]) -> Iterator[str]:
    """References to no record, in the fields that hold nothing but references."""
    for field in fields(record):
        target = _STRICT.get(field.name)
        held = getattr(record, field.name)
        if target is None or held is None:
            continue
        for one in held if isinstance(held, tuple) else (held,):
            if one not in ids[target]:
                yield f"its {field.name} names {one!r}, which is no record"
    twin = getattr(record, "near_duplicate_of", None)
    if twin is not None and twin not in ids["articles"]:
        yield f"it is said to repeat {twin!r}, which is no article"


def _unfounded(claim: Claim) -> str:
    if claim.basis in (Basis.STATED, Basis.INFERRED) and not claim.evidence:
        return f"the claim {claim.id} is {claim.basis} but shows no words"
    if claim.basis is Basis.CURATED and not claim.source:
        return f"the claim {claim.id} is curated but names no source"
    return ""


def _problem(place: str, message: str) -> Problem:
    return Problem(place, 1, message, _REMEDY)
