"""Why the knowledge says what it says, for one record or for all that a phrase points to."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import islice
from pathlib import PurePosixPath
from typing import Any

from vnitcoop.check import KINDS
from vnitcoop.errors import UsageError
from vnitcoop.plain import to_plain
from vnitcoop.text import fold, squash
from vnitcoop.types import ArticleRecord, Basis, Claim, Entry, Evidence, Knowledge, Problem, Registry
from vnitcoop.write.world import pieces_of

_MOST = 20  # records told of for one phrase


def explain(knowledge: Knowledge, words: str, registry: Registry) -> str:
    """What is known under an id, a name or words of a quote; else where the words stand, and what rests on them there.

    Raises UsageError, with near ids and names, where no article says them either.
    """
    led = dict(registry.redirects).get(words, words)
    removed = dict(registry.removed)
    if led in removed:
        return f"{led} is removed: {removed[led]} (registry/removed.yml)"
    found, others = _find(knowledge, led)
    parts = ["\n".join(_record_lines(kind, record, knowledge, registry)) for kind, record in found[:_MOST]]
    if led != words:
        parts.insert(0, f"{words} leads to {led} (registry/redirects.yml)")
    if not found:
        parts = ["\n".join(lines) for lines in islice(_unknown(knowledge, words), _MOST)]
    if not parts:
        pool = {name for _, record in _records(knowledge) for name in (record.id, *_names(record))}
        near = ", ".join(difflib.get_close_matches(words, sorted(pool), n=5, cutoff=0.5))
        remedy = f"Near it: {near}" if near else "Give an id, a name, or words that an article says"
        raise UsageError(Problem(words, 1, "nothing is known by these words", remedy))
    if len(found) > _MOST:
        parts.append(f"... and {len(found) - _MOST} more records")
    if others:
        parts.append(f"These words stand in more records: {', '.join(others[:_MOST])}")
    return "\n\n".join(parts)


def _find(knowledge: Knowledge, words: str) -> tuple[list[tuple[str, Any]], list[str]]:
    """Records by id, by a page's address, an article's file or a claim; else by name; else by words of a name or of
    what is quoted. And the ids of more that hold them.
    """
    wanted, address = fold(words), words.strip("/").rpartition("/")[2]
    tests = (
        lambda record: record.id == words,
        lambda record: address in (record.id, PurePosixPath(getattr(record, "file", "")).name),
        lambda record: words in {claim.id for claim in record.claims},
        lambda record: wanted in {fold(name) for name in _names(record)},
        lambda record: _holds(record, wanted),
    )
    for test in tests:
        found = [(kind, record) for kind, record in _records(knowledge) if wanted and test(record)]
        if found:
            told = {record.id for _, record in found}
            return found, [r.id for _, r in _records(knowledge) if r.id not in told and _holds(r, wanted)]
    return [], []


def _holds(record: Any, wanted: str) -> bool:
    said = (*_names(record), *(evidence.quote for evidence in pieces_of(record)))
    return any(f" {wanted} " in f" {fold(text)} " for text in said)


def _unknown(knowledge: Knowledge, words: str) -> Iterator[list[str]]:
    """For words that no record rests on: where they stand, in what part of the article, and what is known close by."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()), re.IGNORECASE)
    for article in knowledge.articles:
        for match in pattern.finditer(article.text) if words.split() else ():
            block = next((b for b in article.blocks if b.start <= match.start() < b.end), None)
            part = f"{block.kind} ({block.reason})" if block and block.reason else block.kind if block else "no part"
            yield [
                f"{article.file} [{match.start()}:{match.end()}] says “{squash(match[0])}” in its {part},"
                " and no record rests on these words",
                *_known_beside(knowledge, article, match.start(), match.end()),
            ]


def _known_beside(knowledge: Knowledge, article: ArticleRecord, start: int, end: int) -> Iterator[str]:
    """What rests on other words of the same line."""
    first, last = article.text.rfind("\n", 0, start) + 1, article.text.find("\n", end)
    last = len(article.text) if last < 0 else last
    for kind, record in _records(knowledge):
        here = [m for m in getattr(record, "mentions", ()) if m.article == article.id and first <= m.start < last]
        if here:
            yield f"  in the same line: {record.id} ({kind}) “{squash(here[0].quote)}”"


def _records(knowledge: Knowledge) -> Iterator[tuple[str, Any]]:
    for kind in KINDS:
        for record in getattr(knowledge, kind):
            yield kind, record


def _names(record: Any) -> list[str]:
    own = (getattr(record, name, None) for name in ("name", "title", "acronym", "measure", "what"))
    return [name for name in own if name] + [alias.name for alias in getattr(record, "aliases", ())]


def _record_lines(kind: str, record: Any, knowledge: Knowledge, registry: Registry) -> Iterator[str]:
    files = {article.id: article.file for article in knowledge.articles}
    yield f"{record.id} ({kind})"
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name not in {"id", "text", "blocks", "mentions", "claims"} and value not in (None, (), ""):
            yield f"  {field.name}: {_shown(value)}"
    if record.claims:
        yield "  why:"
        yield from _claims_lines(record.claims, files)
    yield from _named_lines(record, files)
    yield from _known_lines(record, registry)
    yield from _doubt_lines(record.id, knowledge, files)


def _claims_lines(claims: Iterable[Claim], files: dict[str, str]) -> Iterator[str]:
    """Each value once, with every rule and the words behind it."""
    by_value: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if (claim.field, claim.basis) != ("aliases", Basis.CURATED):  # the registry's line lists them
            by_value.setdefault((claim.field, _shown(claim.value)), []).append(claim)
    for (field, value), told in by_value.items():
        yield f"    {field} = {value}: {'; '.join(dict.fromkeys(map(_ground, told)))}"
        for evidence in dict.fromkeys(e for claim in told for e in claim.evidence):
            yield f"      {_quoted(evidence, files)}"


def _ground(claim: Claim) -> str:
    """On what a claim rests, but for its words."""
    speaker = f", said by {claim.speaker}" if claim.speaker else ""
    source = f", {claim.source}" if claim.source else ""
    premises = f", from {', '.join(claim.premises)}" if claim.premises else ""
    return f"{claim.basis} by {claim.rule}{speaker}{source}{premises}"


def _named_lines(record: Any, files: dict[str, str]) -> Iterator[str]:
    """The forms under which each article names it: what was merged into one record."""
    by_article: dict[str, list[Evidence]] = {}
    for evidence in getattr(record, "mentions", ()):
        by_article.setdefault(evidence.article, []).append(evidence)
    if by_article:
        yield "  named in:" if len(by_article) < 2 else f"  merged from {len(by_article)} articles, named in:"
    for article, told in by_article.items():
        forms: dict[str, list[str]] = {}
        for evidence in told:
            forms.setdefault(squash(evidence.quote), []).append(f"[{evidence.start}:{evidence.end}]")
        shown = ", ".join(f"“{form}” {' '.join(spots)}" for form, spots in forms.items())
        yield f"      {files.get(article, article)} {shown}"


def _known_lines(record: Any, registry: Registry) -> Iterator[str]:
    """What the registry says of it: its entry, corrections, and what it must or must not be merged with."""
    for entry in registry.entries:
        if entry.id == record.id:
            yield f"  registry: {entry.place}: {_entry_shown(entry)}"
    for correction in registry.corrections:
        if correction.record == record.id:
            yield f"  corrected: {correction.field} = {_shown(correction.value)} ({correction.place}: {correction.why})"
    for word, pairs in (("the same as", registry.same), ("not the same as", registry.distinct)):
        for one, other, why in pairs:
            if record.id in (one, other):
                yield f"  {word} {other if record.id == one else one}: {why}"


def _entry_shown(entry: Entry) -> str:
    names = "; ".join(name.name for name in entry.names)
    return names + (f". {entry.why}" if entry.why else "") + (f" (source: {entry.source})" if entry.source else "")


def _doubt_lines(record: str, knowledge: Knowledge, files: dict[str, str]) -> Iterator[str]:
    for conflict in knowledge.conflicts:
        if conflict.subject == record:
            yield f"  sources differ on {conflict.field}:"
            for contested in conflict.values:
                yield f"    {_shown(contested.value)}"
                yield from (f"      {_quoted(evidence, files)}" for evidence in contested.evidence)
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
    if isinstance(plain, dict) and "name" in plain:
        return f"{plain['name']} ({plain['language']})" if plain["language"] else str(plain["name"])
    if isinstance(plain, dict):
        return ", ".join(f"{held}" for held in plain.values() if held)
    return f"{plain}"
