"""Lines that are nothing but a date with what belongs to it, and the date glued to a first line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.dates import (
    WrittenDate,
    first_date,
    month_alone,
    settled_by_months,
    settled_by_weekday,
    yearless_date,
)
from vnitcoop.read.furniture import is_buttons
from vnitcoop.read.issue_days import issue_days
from vnitcoop.read.names import signed_names, without_by
from vnitcoop.read.outlets import could_be_outlet, outlet_pattern, undoubled
from vnitcoop.read.sheet import Mark, Piece, Sheet
from vnitcoop.read.words import any_of, folded
from vnitcoop.text import fold
from vnitcoop.types import BlockKind, Span

_GLUED = re.compile(r"date:?\s+(?P<date>(?P<y>\d{4})(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?)?)(?=\s|$)", re.IGNORECASE)
_LONGEST = 120  # characters of a date line
_CLOCK = (
    r"T?\d{1,2}\s*(?:[:hHg]\s*\d{2}|h|giờ)(?::\d{2})?(?:\s*[ap]\.?m\.?)?"
    r"(?:Z(?!\w)|[+-]\d{2}:\d{2})?|\(?\s*(?:GMT|UTC)\s*[+-]\s*\d{1,2}(?::?\d\d)?\s*\)?"
)
_TIME = re.compile(r"\d{1,2}[:h]\d{2}")
_COUNTS = re.compile(r"\d{1,6}(?:\s\d{1,6})?")  # of comments and views
_BAR = re.compile(r"[|•·]")
_SHORT = 3  # words of an item between bars
_EDGES = " \t\xa0,.:()[]-–—/|\"'"


@dataclass(frozen=True, slots=True)
class _DateLine:
    """A date and the words that stand beside it."""

    written: WrittenDate
    beside: list[str]


def date_lines(sheet: Sheet, day_first: bool | None) -> None:
    """Label lines that are a date line near the head or below the text; cut off dates glued to a first line."""
    _cut_glued_date(sheet)
    _cut_trailing_dates(sheet, day_first)
    prose = [i for i, piece in sheet.undecided() if piece.is_prose]
    found: dict[int, _DateLine] = {}
    head = sheet.head()
    for index, piece in sheet.undecided():
        if len(piece.text) > _LONGEST:
            continue
        order = day_first if day_first is not None else settled_by_months(piece.text, sheet.text)
        if line := _read_date_line(piece.text, order):
            found[index] = line
        elif index < head and _is_day_alone(piece.text):
            sheet.label(index, BlockKind.DATELINE)
    inside = [i for i in found if prose and prose[0] < i < prose[-1]]
    for index, line in found.items():
        if index not in inside or (len(inside) == 1 and index < prose[1]):
            _label(sheet, index, line)


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


def _cut_trailing_dates(sheet: Sheet, day_first: bool | None) -> None:
    """Cut a date line off the end of a headline to which it was glued; a clock time beside it shows that it is one."""
    head = sheet.head()
    for index, piece in sheet.undecided():
        border = _trailing_date(piece.text, day_first) if index < head and len(piece.text) <= 2 * _LONGEST else 0
        if border:
            sheet.divide(index, piece.start + border, None, None)
            return


def _trailing_date(line: str, day_first: bool | None) -> int:
    """Where the date line at the end of a line begins, or 0."""
    if not _TIME.search(line):
        return 0
    found = None if _read_date_line(line, day_first) else first_date(line, day_first)
    if not found or not _TIME.search(line, found.end):
        return 0
    if not _read_date_line(line[found.start :], day_first):
        return 0
    before = _before_date().search(line, 0, found.start)
    return before.start() if before else found.start


@cache
def _before_date() -> re.Pattern[str]:
    return re.compile(rf"(?>{_small_words().pattern}|{outlet_pattern()}|[\s,|–—-])*$", re.IGNORECASE)


@cache
def _glue_behind() -> re.Pattern[str]:
    """Small words between an outlet's name, which may hold such words itself, and the date behind it."""
    return re.compile(rf"(?<=[^\W\d_])[\s,|–—-]+(?>{_small_words().pattern}|[\s,|–—-])*$", re.IGNORECASE)


@cache
def _small_words() -> re.Pattern[str]:
    words = lexicon("layout_dates")
    lists = [*words["weekdays"], *words["published"], *words["updated"], *words["glue"], *words["weeks"]]
    short = any_of(words["short_weekdays"])
    issue = rf"{any_of(words['issue'])}\.?\s*\d{{1,5}}(?:[-/]\d{{1,4}})?"
    return re.compile(
        rf"{_CLOCK}|(?<!\w)(?:(?:{any_of(lists)}|{issue})(?!\w)|{short}(?=\s*[.,|]|\s+\d))", re.IGNORECASE
    )


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(any_of(lexicon("layout_dates")["updated"]), re.IGNORECASE)


def _read_date_line(line: str, day_first: bool | None) -> _DateLine | None:
    """What a line says if nothing but a date, its labels, an outlet, a place or a byline stands in it."""
    if not any(c.isdigit() for c in line):
        return None
    found = issue_days(line) or first_date(line, _day_first(line, day_first))
    if not found:
        alone = month_alone(line)
        return _DateLine(alone, []) if alone else None
    before, after = line[: found.start], line[found.end :]
    second = first_date(after, True)
    if second:
        after = after[: second.start] + " | " + after[second.end :]
    beside = [*_items(before), *_items(after)]
    barred = bool(_BAR.search(line))
    return _DateLine(found, beside) if all(_belongs(part, barred) for part in beside) else None


def _is_day_alone(line: str) -> bool:
    """Whether a line is a day without its year ("Thursday, May 22") and nothing else."""
    day = yearless_date(line)
    return bool(day) and not _items(line[: day.start]) and not _items(line[day.end :]) if day else False


def _items(side: str) -> list[str]:
    """What stands on one side of a date, without the small words of date lines."""
    whole, named = side.strip(_EDGES), _glue_behind().sub("", side).strip(_EDGES)
    if undoubled(whole):
        return [whole]
    if could_be_outlet(named):
        return [named]
    parts = re.split(r"[|•·;]|\s[-–—]\s|\s{2,}", _small_words().sub(" | ", side))
    return [part.strip(_EDGES) for part in parts if part.strip(_EDGES)]


def _label(sheet: Sheet, index: int, line: _DateLine) -> None:
    piece = sheet.pieces[index]
    sheet.label(index, BlockKind.DATELINE)
    rank = 3 if _updated().match(piece.text) else 1
    span = Span(piece.start + line.written.start, piece.start + line.written.end)
    sheet.marks.append(Mark("published", line.written.edtf, span, "date-line", rank))
    for words in line.beside:
        _mark_beside(sheet, piece, words)


def _day_first(line: str, day_first: bool | None) -> bool | None:
    clock = re.sub(r"\s", "", line).casefold()
    vietnamese = any(re.sub(r"\s", "", sign) in clock for sign in lexicon("layout_dates")["vietnamese_clock"])
    return True if vietnamese else (day_first if day_first is not None else settled_by_weekday(line))


def _belongs(words: str, barred: bool) -> bool:
    """Whether words may stand beside a date; between bars, any short item of a page's head may."""
    if undoubled(without_by(words)) or could_be_outlet(words) or _is_place_or_section(words) or signed_names(words):
        return True
    counts = _COUNTS.fullmatch(words) is not None
    return counts or is_buttons(words) or (barred and len(words.split()) <= _SHORT and words[-1] not in ".!?")


def _is_place_or_section(words: str) -> bool:
    keys = [fold(words), *(fold(part) for part in re.split(r"[,/]", words))]
    if keys[0] in folded("sections"):
        return True
    known = folded("places") | folded("countries")
    return keys[0] in known or all(key in known for key in keys[1:])


def _mark_beside(sheet: Sheet, piece: Piece, words: str) -> None:
    """Mark what stands beside the date: an outlet, or authors."""
    outlet = undoubled(without_by(words)) or (words if could_be_outlet(words) else None)
    names = [] if outlet or _is_place_or_section(words) else signed_names(words)
    for field, name in [("outlet", outlet)] if outlet else [("byline", name) for name in names]:
        at = sheet.text.find(name, piece.start, piece.end)
        if at >= 0:
            sheet.marks.append(Mark(field, name, Span(at, at + len(name)), "date-line", 2))
