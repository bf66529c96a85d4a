"""Whose page it is, where no paper signs: the body or domain on top of it, or the copyright line below it."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.masthead import body_in, institution
from vnitcoop.read.outlets import called_outlet, could_be_outlet, known_outlet, outlet_pattern
from vnitcoop.read.sheet import Mark, Piece, Sheet
from vnitcoop.read.words import any_of
from vnitcoop.types import Basis, BlockKind, Span

_RANK = 10  # every paper, agency or portal that signs goes before
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?(?P<who>[\w-]{2,30}(?:\.[\w-]{2,30}){1,3})/?", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:www\.)?(?P<who>[\w.-]{4,60})/")
_TRAIL = re.compile(r"\s[>»›|/]")  # between the sections of a page
_COPYRIGHT = re.compile(
    r"Â?(?>copyright|bản quyền(?:\s+thuộc(?:\s+về)?)?|©|\(c\)|\s|by\b|\d{4}(?:\s*[-–]\s*\d{4})?|[,:-])++"
    r"(?P<who>[^\W\d_][^.,|©;\n]{1,60}?(?:\.\w{2,4}){0,2})\s*(?=[,|©;.]|$|\ball rights)",
    re.IGNORECASE,
)


def page_owner(sheet: Sheet) -> None:
    """Mark the owner of the page as its outlet, by the lines around the article that name one."""
    for index, piece in enumerate(sheet.pieces):
        if piece.kind is not BlockKind.BOILERPLATE:
            continue
        on_top = all(p.kind is BlockKind.BOILERPLATE for p in sheet.pieces[:index])
        if owner := (_on_top(piece) if on_top else _copyright(piece) or _calling(piece) or _in_foot(piece)):
            at = piece.start + piece.text.index(owner)
            sheet.marks.append(Mark("outlet", owner, Span(at, at + len(owner)), "page-owner", _RANK))


def told_outlet(sheet: Sheet) -> None:
    """Mark the paper whom people told what they say, as papers name themselves: "told VIR on the sidelines"."""
    body = [p for p in sheet.pieces if p.kind in (None, BlockKind.BODY) and any(w in p.text for w in _tellers())]
    found = [(p, m) for p in body for m in _told().finditer(p.text)]
    named = {match["who"].casefold() for _, match in found} - {
        name.casefold() for name in lexicon("layout")["quoted_agencies"]
    }
    if len(named) == 1:
        piece, match = next((p, m) for p, m in found if m["who"].casefold() in named)
        span = Span(piece.start + match.start("who"), piece.start + match.end("who"))
        sheet.marks.append(Mark("outlet", match["who"], span, "told-outlet", _RANK - 1, Basis.INFERRED))


def _on_top(piece: Piece) -> str:
    """The site or the body that a line above the headline names; a state's name beside a body is left out."""
    domain = _DOMAIN.fullmatch(piece.text)
    host = _HOST.match(piece.text)
    if host and known_outlet(host["who"]):
        return host["who"]
    if piece.reason == "section name":
        return piece.text if called_outlet(piece.text) else ""
    if piece.reason == "menu" and known_outlet(first := _TRAIL.split(piece.text)[0].strip()):
        return first  # "VnExpress > Vi tính > Thời sự"
    if piece.reason not in {"banner", "link"}:
        return ""
    if domain:
        return domain["who"] if could_be_outlet(domain["who"]) else ""
    name = _state().sub("", piece.text).strip(" .,–-")
    return name if name and institution().match(name) else body_in(piece.text)


def _copyright(piece: Piece) -> str:
    """The outlet that a copyright line names; a firm or a state is none."""
    match = _COPYRIGHT.match(piece.text) if piece.reason == "banner" else None
    who = match["who"].strip() if match else ""
    return who if known_outlet(who) or could_be_outlet(who) else ""


def _calling(piece: Piece) -> str:
    """The outlet that asks its readers to follow or subscribe: "Newsletter LMI : ..."."""
    match = _known().search(piece.text) if piece.reason == "call to readers" else None
    return match.group() if match else ""


def _in_foot(piece: Piece) -> str:
    """The outlet with which the page's foot begins: "Newspaper: Vientiane Times. Lane Xang Avenue"."""
    match = _known_first().match(piece.text) if piece.reason in {"page foot", "banner"} else None
    return match["who"] if match else ""


@cache
def _known_first() -> re.Pattern[str]:
    return re.compile(rf"(?:\w+\s*:\s*)?(?P<who>{outlet_pattern()})(?=\s*[.,|–-])")


@cache
def _known() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){outlet_pattern()}(?!\w)")


@cache
def _tellers() -> tuple[str, ...]:
    """The longest word of each way to say "told", for a first look."""
    return tuple(max(way.split(), key=len) for way in lexicon("layout")["told"])


@cache
def _told() -> re.Pattern[str]:
    words = lexicon("layout")
    between = rf"(?:{any_of([*words['interviewers'], *words['told_between']])}\s+|l['’]){{0,3}}"
    return re.compile(rf"(?<!\w){any_of(words['told'])}\s+{between}(?P<who>{outlet_pattern()})(?!\w)")


@cache
def _state() -> re.Pattern[str]:
    """A state's full name, and what ties it to the body before it: "of the Socialist Republic of Viet Nam"."""
    words = lexicon("layout")
    return re.compile(
        rf"[\s,]*(?:\b(?:of|de|du|nước)\s+)?(?:\b(?:the|la)\s+)?{any_of(words['states'])}\s+{any_of(words['countries'])}",
        re.IGNORECASE,
    )
