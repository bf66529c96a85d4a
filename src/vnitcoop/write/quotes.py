"""Sentences of the articles on other pages: where a thing is named, what was said by whom, what sources disagree on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.types import BlockKind, Conflict, Evidence
from vnitcoop.write import escape, wording
from vnitcoop.write.citations import Quote
from vnitcoop.write.links import Address, evidence_anchors, mention_anchor, part_page
from vnitcoop.write.measures import Measure
from vnitcoop.write.sheet import Sheet, Told
from vnitcoop.write.snippets import Snippet, sentence_start, snippet
from vnitcoop.write.world import Record, contested_anchors, mentions_of

MOST = 18  # sentences of a list on a record's page
QUOTED = 3  # quotes for one side of a disagreement
NEXT = 80  # sentences of each page on which it goes on


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence with the way to its words; `more` says how often else its article has them."""

    snippet: Snippet
    href: str
    told: Told
    more: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """Where articles tell of a record: sentences that name it, how many more there are and where, and the articles."""

    mentions: tuple[Mention, ...]
    more: int
    more_href: str
    coverage: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What one speaker is quoted with."""

    speaker: Markup
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that sources give for a disputed field."""

    value: Markup
    quotes: tuple[tuple[Quote, Told], ...]
    more: int  # quotes besides


@dataclass(frozen=True, slots=True)
class Disagreement:
    subject: Markup
    field: str
    sides: tuple[Side, ...]


def named_by(sheet: Sheet, record: Record) -> list[str]:
    """The articles that name a record, newest first. A measure is not named, but told in sentences of its own."""
    if isinstance(record, Measure):
        return []
    naming = {piece.article for piece in mentions_of(record)}
    return [key for key in sheet.world.told_by[record.id] if key in naming]


def telling(sheet: Sheet, record: Record, articles: Sequence[str] = ()) -> Telling:
    """For the end of a record's page; `articles` are others that tell of it."""
    shown = mentions(sheet, record)
    more = len(named_by(sheet, record)) - len(shown)
    coverage = dict.fromkeys((*articles, *sheet.world.told_by[record.id]))
    further = sheet.to(Address(part_page(sheet.path, "mentions", 2)))
    return Telling(shown, more, further, tuple(sheet.told(key) for key in list(coverage)[:MOST]))


def mentions(sheet: Sheet, record: Record, articles: Sequence[str] | None = None) -> tuple[Mention, ...]:
    """One mention of a record in each of these articles, the first in its body; else in the newest that name it."""
    pieces: Sequence[Evidence] = mentions_of(record)
    places: dict[str, list[int]] = {}
    for position, piece in enumerate(pieces):
        places.setdefault(piece.article, []).append(position)
    found = []
    for article in named_by(sheet, record)[:MOST] if articles is None else articles:
        others = len(places[article]) - 1
        first = next((p for p in places[article] if _in_body(sheet, pieces[p])), places[article][0])
        more = wording.counted(others, "more time", "more times") if others else ""
        found.append(_mention(sheet, pieces[first], mention_anchor(record.id, first), more))
    return tuple(found)


def said(sheet: Sheet, records: Iterable[Record]) -> tuple[Said, ...]:
    """The sentences in which speakers say what these records hold, each sentence once."""
    by_speaker: dict[str, dict[tuple[str, int], Mention]] = {}
    for record in records:
        spoken = [c for c in record.claims if (c.speaker or getattr(record, "speaker", None)) and c.evidence]
        for claim in sorted(spoken, key=lambda c: c.field != "value")[:1]:
            piece, anchor = evidence_anchors(claim)[0]
            sentence = (piece.article, sentence_start(sheet.world.articles[piece.article], piece))
            found = by_speaker.setdefault(str(claim.speaker or getattr(record, "speaker", "")), {})
            found.setdefault(sentence, _mention(sheet, piece, anchor))
    return tuple(Said(sheet.link(who), tuple(found.values())) for who, found in by_speaker.items())


def disagreements(sheet: Sheet, conflicts: Iterable[Conflict]) -> tuple[Disagreement, ...]:
    return tuple(_disagreement(sheet, conflict) for conflict in conflicts)


def _disagreement(sheet: Sheet, conflict: Conflict) -> Disagreement:
    anchors = contested_anchors(sheet.world, conflict)
    sides = (
        Side(
            _value(sheet, conflict.field, side.value),
            tuple((sheet.citations.quote(p, anchors[p]), sheet.told(p.article)) for p in side.evidence[:QUOTED]),
            max(0, len(side.evidence) - QUOTED),
        )
        for side in conflict.values
    )
    return Disagreement(sheet.link(conflict.subject), wording.word("fields", conflict.field), tuple(sides))


def _in_body(sheet: Sheet, piece: Evidence) -> bool:
    blocks = sheet.world.articles[piece.article].blocks
    return any(b.kind is BlockKind.BODY and b.start <= piece.start and piece.end <= b.end for b in blocks)


def _mention(sheet: Sheet, piece: Evidence, anchor: str, more: str = "") -> Mention:
    target = Address(sheet.world.addresses[piece.article].path, anchor)
    around = snippet(sheet.world.articles[piece.article], piece)
    return Mention(around, sheet.to(target), sheet.told(piece.article), more)


def _value(sheet: Sheet, field: str, value: object) -> Markup:
    if field in {"date", "published", "as_of"}:
        return sheet.date(str(value))
    return sheet.link(value) if isinstance(value, str) else escape.text(value)
