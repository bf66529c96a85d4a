"""Dates glued to other lines by scrapers: cut off before date lines are read."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.dateline import LONGEST, read_date_line
from vnitcoop.read.dates import first_date
from vnitcoop.read.sheet import Mark, Sheet
from vnitcoop.read.words import any_of
from vnitcoop.types import BlockKind, Span

_GLUED = re.compile(r"date:?\s+(?P<date>(?P<y>\d{4})(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?)?)(?=\s|$)", re.IGNORECASE)
_SIGN = re.compile(r"\s*(?:[-–—|:]|\]|\))\s+")
_HEADLINE = 4  # words of a headline behind its date


def cut_dates(sheet: Sheet, day_first: bool | None) -> None:
    """Part dates from the names and headlines to which they are glued."""
    _cut_glued_date(sheet)
    head = sheet.head()
    for index, piece in reversed([(i, p) for i, p in sheet.undecided() if i < head and len(p.text) <= LONGEST]):
        border = _before_glued_day(piece.text, day_first) or _behind_first_date(piece.text, day_first)
        if border:
            sheet.divide(index, piece.start + border, None, None)


def _before_glued_day(line: str, day_first: bool | None) -> int:
    """Where a weekday or month begins to which a name is glued: "VNAThursday, May 18, 2023"; or 0."""
    match = _glued_day().search(line)
    return match.start() if match and read_date_line(line[match.start() :], day_first) else 0


@cache
def _glued_day() -> re.Pattern[str]:
    words = lexicon("layout_dates")
    days = [*words["weekdays"], *(form for forms in words["months"].values() for form in forms)]
    return re.compile(rf"(?<=[^\W\d_])(?={any_of(day.capitalize() for day in days)}(?![^\W\d_]))")


def _behind_first_date(line: str, day_first: bool | None) -> int:
    """Where a headline begins behind its date and a sign: "12/05/2019 - Firms of two countries meet"; or 0."""
    found = first_date(line[:40], day_first)
    sign = _SIGN.match(line, found.end) if found and not read_date_line(line, day_first) else None
    if not sign or len(line[sign.end() :].split()) < _HEADLINE or line.endswith("."):
        return 0
    return sign.end() if read_date_line(line[: sign.start()], day_first) else 0


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
