"""Tells the parts of an article's text apart: headline, dateline, byline, captions, body, and the page around them."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.read.agency import agency_datelines
from vnitcoop.read.captions import captions, credited_agency
from vnitcoop.read.dateline import date_lines
from vnitcoop.read.foot import after_the_end, comments, page_foot, teasers
from vnitcoop.read.furniture import furniture, sections
from vnitcoop.read.glued_dates import cut_dates
from vnitcoop.read.interviewer import interviewer
from vnitcoop.read.masthead import banners, headline_suffix, menu_lines
from vnitcoop.read.outlets import known_outlet, outlet_pattern
from vnitcoop.read.owners import page_owner
from vnitcoop.read.sheet import Mark, Sheet, spread
from vnitcoop.read.signatures import names_alone, signed_lines, tail_mark
from vnitcoop.read.title import label_title
from vnitcoop.text import squash
from vnitcoop.types import Block, BlockKind

_NUMBERED_PICTURE = re.compile(r"(?P<title>.{15,200}?)\s*[-–]?\s*(?i:hình ảnh|hinh anh|ảnh|photo|hình)\s*\d{1,2}\b\.?")
_A_NUMBER = re.compile(r"(?:ảnh|anh|photo|hình)\s*\d")  # in every such line, in small letters
_EDGE = 150  # characters at either end of a line in which outlets sign


def lay_out(text: str, language: str) -> tuple[tuple[Block, ...], tuple[Mark, ...]]:
    """Blocks that cover all of the text but white space, in order, and the marks found on the way.

    The passes go from what its form gives away to what only its place tells; whatever none of them claims is body.
    """
    sheet = spread(text, language)
    day_first = _day_first(text, language)
    furniture(sheet)
    teasers(sheet)
    page_foot(sheet)
    headline_suffix(sheet)
    repeats(sheet)
    cut_dates(sheet, day_first)
    date_lines(sheet, day_first)
    captions(sheet)
    signed_lines(sheet)
    agency_datelines(sheet, day_first)
    tail_mark(sheet)
    sections(sheet)
    menu_lines(sheet)
    comments(sheet)
    banners(sheet)
    names_alone(sheet)
    after_the_end(sheet)
    label_title(sheet)
    page_owner(sheet)
    interviewer(sheet)
    agency = credited_agency(sheet)
    marks = [*sheet.marks, *([agency] if agency else [])]
    blocks = (Block(p.kind or BlockKind.BODY, p.start, p.end, p.reason) for p in sheet.pieces)
    return tuple(blocks), tuple(sorted(marks, key=lambda mark: (mark.rank, mark.span)))


def repeats(sheet: Sheet) -> None:
    """Label a line that stands in the text before, word for word."""
    seen: set[str] = set()
    for index, piece in sheet.undecided():
        key = squash(piece.text).casefold()
        if key and key in seen and len(key.split()) > 2:
            sheet.label(index, BlockKind.BOILERPLATE, "repeated")
        elif (numbered := _numbered_picture(piece.text, key)) and squash(numbered["title"]).casefold() in seen:
            sheet.divide(index, piece.start + numbered.end(), BlockKind.BOILERPLATE, BlockKind.CAPTION)
        seen.add(key)


def _numbered_picture(line: str, small: str) -> re.Match[str] | None:
    """A headline with the number of a picture behind it; `small` is the line in small letters."""
    return _NUMBERED_PICTURE.match(line) if _A_NUMBER.search(small) else None


def _day_first(text: str, language: str) -> bool | None:
    """The order of day and month in 03/04/2019: known for French and Vietnamese, else by the outlet's country."""
    if language in ("fr", "vi"):
        return True
    ends = "\n".join(f"{line[:_EDGE]}\n{line[-_EDGE:]}" for line in text.splitlines())
    for match in _signs().finditer(ends):
        outlet = known_outlet(match["who"])
        if outlet and outlet.country:
            return outlet.country != "US"
    return None


@cache
def _signs() -> re.Pattern[str]:
    """An outlet's name where outlets sign: in brackets, beside a dash or a date, or alone on its line."""
    opening, closing = r"(?:^[ \t(]*|[(—–/|•·-][ ]?|:[ ]?)", r"(?=[ ]*[)—–|,;•·-]|[ ]*\d{1,2}[/.-]|[ \t).]*$)"
    return re.compile(rf"{opening}(?P<who>{outlet_pattern()}){closing}", re.MULTILINE)
