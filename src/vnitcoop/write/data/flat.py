"""Knowledge as flat tables, the same for every format: one a kind of record, and claims, evidence, names and links."""

from __future__ import annotations

import json
import typing
from collections.abc import Iterable
from dataclasses import dataclass, fields

from vnitcoop.plain import to_plain
from vnitcoop.text import fold
from vnitcoop.types import Claim, Evidence, Knowledge
from vnitcoop.write.sheet import record_name
from vnitcoop.write.world import Record, World, mentions_of

BETWEEN = " | "  # between several values in one cell
_NOT_FLAT = frozenset({"mentions", "claims", "blocks", "text"})  # in tables of their own, or in the document alone
_NO_KIND = frozenset({"conflicts", "possibly_same"})
_REFERENCES = (
    *("near_duplicate_of", "series", "events", "places", "organisers", "hosts", "supporters", "participants"),
    *("subject", "subjects", "speaker", "event", "parties", "roles"),
)

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Flat:
    """A table whose cells are scalars; its rows stand in the order of the knowledge document."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def flat_tables(world: World) -> tuple[Flat, ...]:
    """Every table, those of the kinds first, under the names that the knowledge document gives its lists."""
    kinds = typing.get_type_hints(Knowledge)
    return (
        *(
            _of_kind(name, typing.get_args(of)[0], getattr(world.knowledge, name))
            for name, of in kinds.items()
            if name not in _NO_KIND
        ),
        _claims(world),
        _evidence(world),
        _names(world),
        _links(world),
        _conflicts(world),
        Flat(
            "possibly_same",
            ("records", "why"),
            tuple((BETWEEN.join(pair.records), pair.why) for pair in world.knowledge.possibly_same),
        ),
    )


def _of_kind(name: str, kind: type, records: Iterable[Record]) -> Flat:
    columns = tuple(field.name for field in fields(kind) if field.name not in _NOT_FLAT)
    return Flat(name, columns, tuple(tuple(_cell(getattr(record, c)) for c in columns) for record in records))


def _claims(world: World) -> Flat:
    columns = ("id", "record", "kind", "field", "value", "basis", "rule", "speaker", "source", "premises")
    return Flat("claims", (*columns, "articles", "quotes"), tuple(_claim(world, r, c) for r, c in _every_claim(world)))


def _claim(world: World, record: Record, claim: Claim) -> Row:
    value = to_plain(claim.value)
    return (
        claim.id,
        record.id,
        world.kinds[record.id],
        claim.field,
        json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value,
        claim.basis.value,
        claim.rule,
        claim.speaker,
        claim.source,
        BETWEEN.join(claim.premises),
        *_sources(claim.evidence),
    )


def _evidence(world: World) -> Flat:
    """Each piece of a claim's evidence, and each mention (its field is `mentions`, its claim is empty)."""
    rows: list[Row] = []
    for record in world.records.values():
        named = [("mentions", None, piece) for piece in mentions_of(record)]
        said = [(claim.field, claim.id, piece) for claim in record.claims for piece in claim.evidence]
        for field, claim, piece in (*named, *said):
            rows.append((record.id, field, claim, piece.article, piece.start, piece.end, piece.quote))
    return Flat("evidence", ("record", "field", "claim", "article", "start", "end", "quote"), tuple(rows))


def _names(world: World) -> Flat:
    """What every record is called; `folded` is the name without accents, case and punctuation, to search in."""
    rows: dict[tuple[str, str], Row] = {}
    for key, record in world.records.items():
        name, acronym = record_name(world, record), getattr(record, "acronym", None)
        forms = [(name, None, True), *((alias.name, alias.language, False) for alias in getattr(record, "aliases", ()))]
        forms += [(acronym, None, False)] if acronym else []
        for form, language, preferred in forms:
            rows.setdefault((key, form), (key, world.kinds[key], form, language, preferred, fold(form)))
    return Flat("names", ("record", "kind", "name", "language", "preferred", "folded"), tuple(rows.values()))


def _links(world: World) -> Flat:
    """Each reference of a record to another, in order; a party or speaker that is no record stands as its words."""
    rows: list[Row] = []
    for key, record in world.records.items():
        for field in _REFERENCES:
            held = getattr(record, field, None)
            for position, item in enumerate(held if isinstance(held, tuple) else (held,), start=1):
                target = item if item is None or isinstance(item, str) else item.organisation
                if target:
                    rows.append((key, field, position, target))
    return Flat("links", ("record", "field", "position", "target"), tuple(rows))


def _conflicts(world: World) -> Flat:
    rows = (
        (conflict.subject, conflict.field, _cell(side.value), *_sources(side.evidence))
        for conflict in world.knowledge.conflicts
        for side in conflict.values
    )
    return Flat("conflicts", ("subject", "field", "value", "articles", "quotes"), tuple(rows))


def _every_claim(world: World) -> Iterable[tuple[Record, Claim]]:
    return ((record, claim) for record in world.records.values() for claim in record.claims)


def _sources(evidence: Iterable[Evidence]) -> tuple[str, str]:
    pieces = tuple(evidence)
    articles = BETWEEN.join(dict.fromkeys(piece.article for piece in pieces))
    return articles, BETWEEN.join(piece.quote for piece in pieces)


def _cell(value: object) -> Cell:
    plain = to_plain(value)
    if isinstance(plain, list):
        return BETWEEN.join(_words(item) for item in plain)
    return _words(plain) if isinstance(plain, dict) else plain


def _words(item: typing.Any) -> str:
    """One of several values: a name, a role as `title, body`, or itself."""
    if isinstance(item, dict):
        return str(item["name"]) if "name" in item else ", ".join(str(part) for part in item.values() if part)
    return str(item)
