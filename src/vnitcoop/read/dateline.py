"""Lines that are nothing but a date with what belongs to it, and the date glued to a first line."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.dates import first_date
from vnitcoop.read.names import signed_names
from vnitcoop.read.outlets import undoubled
from vnitcoop.read.sheet import Mark, Piece, Sheet
from vnitcoop.read.words import any_of, folded
from vnitcoop.text import fold
from vnitcoop.types import BlockKind, Span

_GLUED = re.compile(r"date:?\s+(?P<date>(?P<y>\d{4})(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?)?)(?=\s|$)", re.IGNORECASE)
_LONGEST_DATE_LINE = 120
_CLOCK = (
    r"\d{1,2}\s*(?:[:hHg]\s*\d{2}|h|giờ)(?::\d{2})?(?:\s*[ap]\.?m\.?)?"
    r"|\(?\s*(?:GMT|UTC)\s*[+-]\s*\d{1,2}(?::?\d\d)?\s*\)?"
)
_EDGES = " \t\xa0,.:()-–—/|\"'"


def date_lines(sheet: Sheet, day_first: bool | None) -> None:
    """Label lines that are a date line near the head or below the text, and cut a glued date off the first line."""
    _cut_glued_date(sheet)
    prose = [i for i, piece in sheet.undecided() if piece.is_prose]
    for index, piece in sheet.undecided():
        outside = len(prose) < 2 or index < prose[1] or index > prose[-1]
        if outside and len(piece.text) <= _LONGEST_DATE_LINE:
            _read_date_line(sheet, index, piece, day_first)


def _cut_glued_date(sheet: Sheet) -> None:
    index, piece = next(sheet.undecided(), (0, None))
    match = _GLUED.match(piece.text) if piece else None
    if piece is None or match is None:
        return
    written = match["date"]
    if match["d"] and not first_date(written, True):
        return
    span = Span(piece.start + match.start("date"), piece.start + match.end("date"))
    sheet.marks.append(Mark("published", written, span, "glued-date", 2))
    end = piece.start + match.end()
    sheet.divide(index, end, BlockKind.DATELINE, None)


@cache
def _small_words() -> re.Pattern[str]:
    words = lexicon("layout_dates")
    lists = [*words["weekdays"], *words["published"], *words["updated"], *words["glue"]]
    short = any_of(words["short_weekdays"])
    return re.compile(rf"{_CLOCK}|(?<!\w)(?:{any_of(lists)}(?!\w)|{short}(?=\s*[.,|]|\s+\d))", re.IGNORECASE)


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(any_of(lexicon("layout_dates")["updated"]), re.IGNORECASE)


def _read_date_line(sheet: Sheet, index: int, piece: Piece, day_first: bool | None) -> None:
    """Label the piece if nothing but a date, its labels, an outlet, a place or a byline stands in it."""
    if not any(c.isdigit() for c in piece.text):
        return
    found = first_date(piece.text, _day_first(piece.text, day_first))
    if not found:
        return
    second = first_date(piece.text[found.end :], _day_first(piece.text, day_first))
    rest = piece.text[: found.start] + " | " + piece.text[found.end :]
    if second:
        rest = rest.replace(piece.text[found.end + second.start : found.end + second.end], " | ", 1)
    parts = re.split(r"[|•·;]|\s[-–—]\s", _small_words().sub(" | ", rest))
    leftovers = [part.strip(_EDGES) for part in parts if part.strip(_EDGES)]
    if not all(_belongs(part) for part in leftovers):
        return
    sheet.label(index, BlockKind.DATELINE)
    rank = 3 if _updated().match(piece.text) else 1
    span = Span(piece.start + found.start, piece.start + found.end)
    sheet.marks.append(Mark("published", found.edtf, span, "date-line", rank))
    for part in leftovers:
        _mark_leftover(sheet, piece, part)


def _day_first(line: str, day_first: bool | None) -> bool | None:
    clock = re.sub(r"\s", "", line).casefold()
    vietnamese = any(re.sub(r"\s", "", sign) in clock for sign in lexicon("layout_dates")["vietnamese_clock"])
    return True if vietnamese else day_first


def _belongs(words: str) -> bool:
    return bool(undoubled(words)) or _is_place_or_section(words) or bool(signed_names(words))


def _is_place_or_section(words: str) -> bool:
    key = fold(words)
    return any(key in folded(name) for name in ("places", "countries", "sections"))


def _mark_leftover(sheet: Sheet, piece: Piece, words: str) -> None:
    """Mark what stands beside the date: an outlet, or authors."""
    outlet = undoubled(words)
    names = [] if outlet or _is_place_or_section(words) else signed_names(words)
    for field, name in [("outlet", outlet)] if outlet else [("byline", name) for name in names]:
        at = sheet.text.find(name, piece.start, piece.end)
        if at >= 0:
            sheet.marks.append(Mark(field, name, Span(at, at + len(name)), "date-line", 2))
