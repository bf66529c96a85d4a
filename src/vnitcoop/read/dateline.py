"""Lines that are nothing but a date with what belongs to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.beside import belongs, is_known_place, is_outlet_like, known_part, mark_beside
from vnitcoop.read.dates import (
    WrittenDate,
    first_date,
    month_alone,
    settled_by_months,
    yearless_date,
)
from vnitcoop.read.issue_days import issue_days
from vnitcoop.read.names import is_named, is_syllable, signed_names, without_by
from vnitcoop.read.outlets import could_be_outlet, undoubled
from vnitcoop.read.sheet import Mark, Sheet
from vnitcoop.read.words import any_of
from vnitcoop.types import BlockKind, Span

LONGEST = 120  # characters of a date line
_CLOCK = (
    r"T?\d{1,2}\s*(?:[:hHg]\s*\d{2}|h|giờ)(?::\d{2})?(?:\s*[ap]\.?m\.?)?"
    r"(?:Z(?!\w)|[+-]\d{2}:\d{2})?|\(?\s*(?:GMT|UTC)\s*[+-]\s*\d{1,2}(?::?\d\d)?\s*\)?"
)
_CLOCK_TIME = re.compile(_CLOCK, re.IGNORECASE)
_BAR = re.compile(r"[|•·]")
_EDGES = " \t\xa0,.:;@()[]-–—/|\"'*_"
_PARTING = re.compile(r"\s*(?:[,;:@()\[\]»|•·]|\s{2}|/(?=\s)|(?<=\s)[-–—](?=\s)|(?<=\w{3})\.(?=\s\D))\s*")
_FILED = re.compile(r"^(\s*by\s+\S.{1,40}?)\s+in\s+(?=[A-Z])", re.IGNORECASE)  # "by Jane Miller in News"
_BORDER = re.compile(r"[,|•·]|\s[-–—]\s")
_HEADLINE = 3  # words of the shortest headline
_FEW, _NAMED = 3, 6  # words of a piece of a date line: of any words, of capitalised ones


@dataclass(frozen=True, slots=True)
class _DateLine:
    """A date and the words that stand beside it."""

    written: WrittenDate
    beside: list[str]
    is_update: bool = False
    is_loose: bool = False


def date_lines(sheet: Sheet, day_first: bool | None) -> None:
    """Label lines that are a date line near the head or below the text."""
    prose = [i for i, piece in sheet.undecided() if piece.is_prose]
    found: dict[int, _DateLine] = {}
    head = sheet.head()
    for index, piece in sheet.undecided():
        if len(piece.text) > LONGEST:
            continue
        order = day_first if day_first is not None else settled_by_months(piece.text, sheet.text)
        line = read_date_line(piece.text, order)
        if line is None and index < head and has_headline_beside(sheet, index, head):
            line = read_loosely(piece.text, order)
        if line:
            found[index] = line
        elif index < head and _is_day_alone(piece.text):
            sheet.label(index, BlockKind.DATELINE)
    inside = [i for i in found if prose and prose[0] < i < prose[-1]]
    on_top = {line.written.edtf for index, line in found.items() if index < head}
    for index, line in found.items():
        if index >= head and on_top and line.written.edtf not in on_top and index not in inside:
            sheet.label(index, BlockKind.BOILERPLATE, "another date")
        elif index not in inside or (len(inside) == 1 and index < prose[1]):
            _label(sheet, index, line, is_first=index >= head or line.written.edtf == min(on_top))


def has_headline_beside(sheet: Sheet, index: int, head: int) -> bool:
    """Whether another line above the text could be its headline, so that this one need not be."""
    others = (p for i, p in sheet.undecided() if i < head and i != index)
    return any(len(p.text.split()) >= _HEADLINE and not first_date(p.text, True) and not p.is_closed for p in others)


@cache
def small_words() -> re.Pattern[str]:
    words = lexicon("layout_dates")
    lists = [*words["weekdays"], *words["published"], *words["updated"], *words["glue"], *words["weeks"]]
    short = any_of(words["short_weekdays"])
    issue = rf"{any_of([*words['issue'], *words['page']])}\.?\s*\d{{1,5}}(?:[-/]\d{{1,4}})?"
    return re.compile(
        rf"{_CLOCK}|(?<!\w)(?:(?:{any_of(lists)}|{issue})(?!\w)|{short}(?=\s*[.,|]|\s+\d))", re.IGNORECASE
    )


@cache
def _behind_update() -> re.Pattern[str]:
    """A label of a later change, right before its date."""
    return re.compile(
        rf"(?<!\w){any_of(lexicon('layout_dates')['updated'])}(?>{small_words().pattern}|[\s,:|–—-])*$", re.IGNORECASE
    )


def read_date_line(line: str, day_first: bool | None) -> _DateLine | None:
    """What a line says if nothing but a date, its labels, an outlet, a place or a byline stands in it."""
    if not any(c.isdigit() for c in line):
        return None
    found = issue_days(line) or first_date(line, _day_first(line, day_first))
    if not found:
        alone = month_alone(line)
        return _DateLine(alone, []) if alone else None
    found, before, after = _published(line, found, day_first)
    beside = [*_items(before), *_items(after)]
    barred = bool(_BAR.search(line))
    is_update = bool(_behind_update().search(before))
    return _DateLine(found, beside, is_update) if all(belongs(part, barred) for part in beside) else None


def _published(line: str, found: WrittenDate, day_first: bool | None) -> tuple[WrittenDate, str, str]:
    """The date of a line, the later one behind an update's, and what stands before and behind, without the other."""
    second = first_date(line[found.end :], _day_first(line, day_first))
    if not second:
        return found, line[: found.start], line[found.end :]
    start, end = found.end + second.start, found.end + second.end
    if _behind_update().search(line[: found.start]) and not _behind_update().search(line[:start]):
        return WrittenDate(start, end, second.edtf), line[: found.start] + " | " + line[found.end : start], line[end:]
    return found, line[: found.start], line[found.end : start] + " | " + line[end:]


def read_loosely(line: str, day_first: bool | None) -> _DateLine | None:
    """A line beside the headline in which a date and names are set off from each other, whatever the names."""
    found = first_date(line, _day_first(line, day_first)) or _month_behind_comma(line)
    if not found or line.endswith((".", "!", "?")) or issue_days(line):
        return None
    found, before, after = _published(line, found, day_first)
    items, behind = _parted(before), _parted(_FILED.sub(r"\1 | ", after))
    is_set_off = bool(_set_off().search(before)) or (bool(items) and is_known_place(items[-1]))
    if (
        not is_set_off
        or not _set_off_behind().match(after)
        or not all(_could_be_named(item, line) for item in [*items, *behind])
    ):
        return None
    return _DateLine(found, [*items, *behind], bool(_behind_update().search(before)), is_loose=True)


def _month_behind_comma(line: str) -> WrittenDate | None:
    """The month of an issue, behind the paper's name: "Vietnam Economic Times, issue 121, March 2004"."""
    for sign in _BORDER.finditer(line):
        if alone := month_alone(line[sign.end() :].strip()):
            return WrittenDate(sign.end(), len(line), alone.edtf)
    return None


def _parted(side: str) -> list[str]:
    """What stands between the signs of one side, without the small words at either end of it."""
    parts = [part.strip(_EDGES) for part in _PARTING.split(_CLOCK_TIME.sub(" | ", side))]
    named = (
        part
        if is_outlet_like(part) and not small_words().fullmatch(part)
        else _outer_words().sub("", part).strip(_EDGES)
        for part in parts
    )
    return [known_part(part) for part in named if part]


@cache
def _outer_words() -> re.Pattern[str]:
    weekday = any_of(lexicon("layout_dates")["short_weekdays"])
    small = rf"(?:{small_words().pattern}|(?<=\s){weekday}$|[\s,])"
    return re.compile(rf"^(?!(?-i:The|La|Les?)\s(?-i:[^\W\d_a-z]))(?>{small}+)|(?<![^\s]){small}+$", re.IGNORECASE)


def _could_be_named(item: str, line: str) -> bool:
    """Whether a piece of a date line may be a name or a few words beside one, but no part of a sentence."""
    words = without_by(item).split()
    if set(words) & set(lexicon("layout_dates")["in_sentences"]):
        return False
    is_name = is_named(" ".join(words)) or (f"({item})" in line and item[0].isupper()) or all(map(is_syllable, words))
    return len(words) <= _FEW or is_outlet_like(item) or (len(words) <= _NAMED and is_name) or bool(signed_names(item))


@cache
def _set_off() -> re.Pattern[str]:
    """The end of what stands before a date of its own: nothing, a sign, or a label, a weekday or a clock time."""
    return re.compile(
        rf"(?:^|[,.;:|/•·@»)(–—-]|\s{{2}}|{_labels().pattern})\s*(?>{small_words().pattern}|[\s,])*$", re.IGNORECASE
    )


@cache
def _set_off_behind() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:$|[,.;:|/•·@»)(\[–—-]|\s{{2}}|(?:by|par|bởi)\s|{small_words().pattern})", re.IGNORECASE)


@cache
def _labels() -> re.Pattern[str]:
    words = lexicon("layout_dates")
    return re.compile(rf"(?<!\w){any_of([*words['weekdays'], *words['published'], *words['updated']])}", re.IGNORECASE)


def _is_day_alone(line: str) -> bool:
    """Whether a line is a day without its year ("Thursday, May 22") and nothing else."""
    day = yearless_date(line)
    return bool(day) and not _items(line[: day.start]) and not _items(line[day.end :]) if day else False


def _items(side: str) -> list[str]:
    """What stands on one side of a date, without the small words of date lines."""
    items = _parted(side)
    if all(belongs(item, barred=False) for item in items):
        return items
    whole = side.strip(_EDGES)
    if undoubled(whole) or could_be_outlet(whole):
        return [whole]
    parts = re.split(r"[|•·;]|\s[-–—]\s|\s{2,}", small_words().sub(" | ", side))
    return [part.strip(_EDGES) for part in parts if part.strip(_EDGES)]


def _label(sheet: Sheet, index: int, line: _DateLine, is_first: bool) -> None:
    """Mark the day of publication: a later one on the page's head is the day of a visit, unless it is labelled."""
    piece = sheet.pieces[index]
    sheet.label(index, BlockKind.DATELINE)
    rank = 3 if line.is_update else 4 if not is_first else 2 if line.is_loose else 1
    span = Span(piece.start + line.written.start, piece.start + line.written.end)
    sheet.marks.append(Mark("published", line.written.edtf, span, "date-line", rank))
    mark_beside(sheet, piece, line.beside)


def _day_first(line: str, day_first: bool | None) -> bool | None:
    """The order of day and month, which a Vietnamese clock time settles: "05/06/2019 10:00 (GMT+7)"."""
    clock = "".join(line.split()).casefold()
    signs = ("".join(sign.split()) for sign in lexicon("layout_dates")["vietnamese_clock"])
    return True if any(sign in clock for sign in signs) else day_first
