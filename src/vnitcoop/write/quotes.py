"""Sentences of the articles on other pages: where a thing is named, what was said by whom, what sources disagree on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.text import fold
from vnitcoop.types import BlockKind, Conflict, Evidence, Figure, Organisation, Person, Place
from vnitcoop.write import escape, wording
from vnitcoop.write.citations import Quote
from vnitcoop.write.links import Address, mention_anchor
from vnitcoop.write.measures import Measure
from vnitcoop.write.sheet import Sheet, Told
from vnitcoop.write.snippets import Snippet, snippet
from vnitcoop.write.world import Record, contested_anchors, mentions_of

MOST = 12  # sentences of a list on a record's page
COVERAGE = 40  # articles of a list on a record's page
_SHORT = 25  # characters of words that say little alone,
_REACH = 40  # and how many are shown on either side of them
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
    """Where articles tell of a record: sentences that name it, the way to more of them, and the articles.

    Of a body, a person or a place, each article of the coverage already stands below the sentence of it.
    """

    mentions: tuple[Mention, ...]
    more: Markup
    coverage: tuple[Told, ...]
    left_out: int = 0  # articles of the coverage besides


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of an article among those around them, with the way to them."""

    snippet: Snippet
    href: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one speaker is quoted with."""

    speaker: Markup
    quotes: tuple[Quoted, ...]


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
    more = sheet.further("mentions", len(named_by(sheet, record)) - len(shown))
    if isinstance(record, Organisation | Person | Place):
        return Telling(shown, more, ())
    coverage = dict.fromkeys((*articles, *sheet.world.told_by[record.id]))
    told = tuple(sheet.told(key) for key in list(coverage)[:COVERAGE])
    return Telling(shown, more, told, len(coverage) - len(told))


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


def said(sheet: Sheet, figures: Iterable[Figure]) -> tuple[Said, ...]:
    """Who says what in these figures, in the words that state it; their whole sentences stand in the table."""
    by_speaker: dict[str, dict[str, Quoted]] = {}
    for figure in figures:
        if figure.speaker:
            piece = figure.mentions[0]
            article = sheet.world.articles[piece.article]
            there = Address(sheet.world.addresses[piece.article].path, mention_anchor(figure.id, 0))
            found = by_speaker.setdefault(figure.speaker, {})
            reach = _REACH if len(piece.quote) < _SHORT else 0
            found.setdefault(fold(piece.quote), Quoted(snippet(article, piece, reach), sheet.to(there)))
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
