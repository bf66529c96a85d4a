"""Why the knowledge says what it says, for one record or for all that a phrase points to."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from vnitcoop.errors import UsageError
from vnitcoop.plain import to_plain
from vnitcoop.text import fold, squash
from vnitcoop.types import Claim, Entry, Evidence, Knowledge, Problem, Registry

_KINDS = ("articles", "events", "series", "organisations", "people", "places", "figures", "agreements", "dates")
_MOST = 20  # records told of for one phrase


def explain(knowledge: Knowledge, words: str, registry: Registry) -> str:
    """What is known under an id, a name or words of a quote. Raises UsageError, with near names, where nothing is."""
    found = _find(knowledge, words)
    if not found:
        names = {name for _, record in _records(knowledge) for name in _names(record)}
        near = ", ".join(difflib.get_close_matches(words, sorted(names), n=5, cutoff=0.5))
        remedy = f"Near it: {near}" if near else "Give an id, a name, or words that an article says"
        raise UsageError(Problem(words, 1, "nothing is known by these words", remedy))
    parts = ["\n".join(_record_lines(kind, record, knowledge, registry)) for kind, record in found[:_MOST]]
    if len(found) > _MOST:
        parts.append(f"... and {len(found) - _MOST} more records")
    return "\n\n".join(parts)


def _find(knowledge: Knowledge, words: str) -> list[tuple[str, Any]]:
    """Records by id, else by name, else by what is quoted for them."""
    wanted = fold(words)
    tests = (
        lambda record: record.id == words,
        lambda record: wanted in {fold(name) for name in _names(record)},
        lambda record: any(wanted in fold(name) for name in _names(record)),
        lambda record: any(wanted in fold(evidence.quote) for evidence in _all_evidence(record)),
    )
    for test in tests:
        found = [(kind, record) for kind, record in _records(knowledge) if test(record)]
        if found:
            return found
    return []


def _records(knowledge: Knowledge) -> Iterator[tuple[str, Any]]:
    for kind in _KINDS:
        for record in getattr(knowledge, kind):
            yield kind, record


def _names(record: Any) -> list[str]:
    own = (getattr(record, name, None) for name in ("name", "title", "acronym", "measure", "what"))
    return [name for name in own if name] + [alias.name for alias in getattr(record, "aliases", ())]


def _all_evidence(record: Any) -> Iterator[Evidence]:
    yield from getattr(record, "mentions", ())
    for claim in record.claims:
        yield from claim.evidence


def _record_lines(kind: str, record: Any, knowledge: Knowledge, registry: Registry) -> Iterator[str]:
    files = {article.id: article.file for article in knowledge.articles}
    yield f"{record.id} ({kind})"
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name not in {"id", "text", "blocks", "mentions", "claims"} and value not in (None, (), ""):
            yield f"  {field.name}: {_shown(value)}"
    if record.claims:
        yield "  why:"
    for claim in record.claims:
        yield from _claim_lines(claim, files)
    yield from _named_lines(record, files)
    yield from _known_lines(record, registry)
    yield from _doubt_lines(record.id, knowledge)


def _claim_lines(claim: Claim, files: dict[str, str]) -> Iterator[str]:
    speaker = f", said by {claim.speaker}" if claim.speaker else ""
    source = f", {claim.source}" if claim.source else ""
    premises = f", from {', '.join(claim.premises)}" if claim.premises else ""
    yield f"    {claim.field} = {_shown(claim.value)}: {claim.basis} by {claim.rule}{speaker}{source}{premises}"
    for evidence in claim.evidence:
        yield f"      {_quoted(evidence, files)}"


def _named_lines(record: Any, files: dict[str, str]) -> Iterator[str]:
    """The forms under which articles name it: what was merged into one record."""
    mentions = getattr(record, "mentions", ())
    if mentions:
        yield "  named in:"
    for evidence in mentions:
        yield f"      {_quoted(evidence, files)}"


def _known_lines(record: Any, registry: Registry) -> Iterator[str]:
    """What the registry says of it: its entry, corrections, and what it must or must not be merged with."""
    for entry in registry.entries:
        if entry.id == record.id:
            yield f"  registry: {entry.place}: {_entry_shown(entry)}"
    for correction in registry.corrections:
        if correction.record == record.id:
            yield f"  corrected: {correction.field} = {correction.value!r} ({correction.place}: {correction.why})"
    for word, pairs in (("the same as", registry.same), ("not the same as", registry.distinct)):
        for one, other, why in pairs:
            if record.id in (one, other):
                yield f"  {word} {other if record.id == one else one}: {why}"


def _entry_shown(entry: Entry) -> str:
    names = "; ".join(name.name for name in entry.names)
    return names + (f". {entry.why}" if entry.why else "") + (f" (source: {entry.source})" if entry.source else "")


def _doubt_lines(record: str, knowledge: Knowledge) -> Iterator[str]:
    for conflict in knowledge.conflicts:
        if conflict.subject == record:
            values = " / ".join(_shown(contested.value) for contested in conflict.values)
            yield f"  sources differ on {conflict.field}: {values}"
    for pair in knowledge.possibly_same:
        if record in pair.records:
            others = ", ".join(one for one in pair.records if one != record)
            yield f"  may be the same as {others}: {pair.why}"


def _quoted(evidence: Evidence, files: dict[str, str]) -> str:
    file = files.get(evidence.article, evidence.article)
    return f"{file} [{evidence.start}:{evidence.end}] “{squash(evidence.quote)}”"


def _shown(value: object) -> str:
    plain = to_plain(value)
    if isinstance(plain, list):
        return "; ".join(_shown(item) for item in plain)
    if isinstance(plain, dict):
        return ", ".join(f"{held}" for held in plain.values() if held)
    return f"{plain}"
