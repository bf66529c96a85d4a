"""Date lines, the date glued to a first line, and the dateline of an agency before the first sentence."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.dates import WrittenDate, first_date, yearless_date
from vnitcoop.read.names import signed_names
from vnitcoop.read.outlets import known_outlet, undoubled
from vnitcoop.read.sheet import Mark, Piece, Sheet
from vnitcoop.read.words import any_of, folded
from vnitcoop.text import fold
from vnitcoop.types import BlockKind, Span

_GLUED = re.compile(r"date:?\s+(?P<date>(?P<y>\d{4})(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?)?)(?=\s|$)", re.IGNORECASE)
_LONGEST_DATE_LINE = 120
_LONGEST_PREFIX = 110
_CLOCK = (
    r"\d{1,2}\s*(?:[:hHg]\s*\d{2}|h|giờ)(?::\d{2})?(?:\s*[ap]\.?m\.?)?"
    r"|\(?\s*(?:GMT|UTC)\s*[+-]\s*\d{1,2}(?::?\d\d)?\s*\)?"
)
_EDGES = " \t\xa0,.:()-–—/|\"'"
_DASH = re.compile(r"\s*(?:—|–|--|(?<=[\s)/])-(?=\s)|(?<=\))-)\s*")
_BRACKETED = re.compile(r"\(([^()]{2,40})\)|/([^/()\d]{2,40})/")
_CAPITALS = re.compile(r"[^\W\d_a-z][\w.'’]*(?:[\s/-]+[^\W\d_][\w.'’]*){0,5}")


def date_lines(sheet: Sheet, day_first: bool | None) -> None:
    """Label lines that are a date line near the head or below the text, and cut a glued date off the first line."""
    _cut_glued_date(sheet)
    prose = [i for i, piece in sheet.undecided() if piece.is_prose]
    for index, piece in sheet.undecided():
        outside = len(prose) < 2 or index < prose[1] or index > prose[-1]
        if outside and len(piece.text) <= _LONGEST_DATE_LINE:
            _read_date_line(sheet, piece, day_first)


def agency_datelines(sheet: Sheet, day_first: bool | None) -> None:
    """Cut "HANOI, Oct. 30, 2014 (VNA) -" and its like off the first paragraph of prose."""
    for index, piece in list(sheet.undecided()):
        if piece.is_prose:
            end = _dateline_end(sheet, piece, day_first)
            if end:
                sheet.cut(
                    index,
                    (piece.start, piece.start + end, BlockKind.DATELINE, ""),
                    (piece.start + end, piece.end, None, ""),
                )
            return


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
    sheet.cut(index, (piece.start, end, BlockKind.DATELINE, ""), (end, piece.end, None, ""))


@cache
def _small_words() -> re.Pattern[str]:
    words = lexicon("layout_dates")
    lists = [*words["weekdays"], *words["published"], *words["updated"], *words["glue"]]
    short = any_of(words["short_weekdays"])
    return re.compile(rf"{_CLOCK}|(?<!\w)(?:{any_of(lists)}(?!\w)|{short}(?=\s*[.,|]|\s+\d))", re.IGNORECASE)


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(any_of(lexicon("layout_dates")["updated"]), re.IGNORECASE)


def _read_date_line(sheet: Sheet, piece: Piece, day_first: bool | None) -> None:
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
    index = sheet.pieces.index(piece)
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
    return key in folded("places") or key in folded("sections")


def _mark_leftover(sheet: Sheet, piece: Piece, words: str) -> None:
    """Mark what stands beside the date: an outlet, or authors."""
    outlet = undoubled(words)
    names = [] if outlet or _is_place_or_section(words) else signed_names(words)
    for field, name in [("outlet", outlet)] if outlet else [("byline", name) for name in names]:
        at = sheet.text.find(name, piece.start, piece.end)
        if at >= 0:
            sheet.marks.append(Mark(field, name, Span(at, at + len(name)), "date-line", 2))


def _dateline_end(sheet: Sheet, piece: Piece, day_first: bool | None) -> int:
    """Where the dateline before the first sentence ends, or 0; its date and outlet are marked."""
    for dash in reversed(list(_DASH.finditer(piece.text[:_LONGEST_PREFIX]))):
        prefix = piece.text[: dash.start()]
        if _is_dateline(sheet, piece, prefix, dash.end(), day_first):
            return dash.end()
    return 0


def _is_dateline(sheet: Sheet, piece: Piece, prefix: str, end: int, day_first: bool | None) -> bool:
    bracketed = _BRACKETED.search(prefix)
    agency = (bracketed[1] or bracketed[2]).strip() if bracketed else ""
    outside = prefix.replace(bracketed.group(), " ") if bracketed else prefix
    written = first_date(outside, day_first) or yearless_date(outside)
    place = outside[: written.start] + outside[written.end :] if written else outside
    place = _without_weekday(place).strip(" \t\xa0,.:-–—")
    if not agency and known_outlet(place):
        agency, place = place, ""
    for part in re.split(r"\s[-–—]\s", place):
        if not agency and known_outlet(part):
            agency, place = part, place.replace(part, "").strip(" \t\xa0,-–—")
    if place and not _is_place(place, bool(agency or written)):
        return False
    if not place and not written and not agency:
        return False
    if not place and not written and not known_outlet(agency) and not bracketed:
        return False
    if not place and not agency and written and written.edtf.startswith("XXXX"):
        return False
    _mark_dateline(sheet, piece, prefix, agency, written)
    return True


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_of([*lexicon('layout_dates')['weekdays'], 'ngày', 'le', 'on'])}(?!\w)\.?", re.IGNORECASE
    )


def _without_weekday(place: str) -> str:
    return _weekday().sub(" ", place) if "," in place or " " in place else place


def _is_place(words: str, supported: bool) -> bool:
    """Capitals, known places, or (beside an agency or date) any capitalised words."""
    parts = [part.strip() for part in re.split(r"\s*[,/]\s*|\s+and\s+|\s+et\s+|\s+và\s+", words) if part.strip()]
    if not parts or len(parts) > 4:
        return False
    if all(fold(part) in folded("places") for part in parts):
        return True
    letters = [c for c in words if c.isalpha()]
    if len(letters) > 3 and all(c.isupper() for c in letters) and (supported or " " in words or "," in words):
        return len(words.split()) <= 7
    return (
        supported
        and len(words.split()) <= 7
        and all(_CAPITALS.fullmatch(part) and part.split()[-1][0].isupper() for part in parts)
    )


def _mark_dateline(sheet: Sheet, piece: Piece, prefix: str, agency: str, written: WrittenDate | None) -> None:
    if written:
        found = first_date(prefix, True) or yearless_date(prefix)
        if found:
            span = Span(piece.start + found.start, piece.start + found.end)
            rank = 7 if written.edtf.startswith("XXXX") else 3
            sheet.marks.append(Mark("published", written.edtf, span, "agency-dateline", rank))
    if agency and (at := prefix.find(agency)) >= 0:
        span = Span(piece.start + at, piece.start + at + len(agency))
        sheet.marks.append(Mark("outlet", agency, span, "agency-dateline", 1))
