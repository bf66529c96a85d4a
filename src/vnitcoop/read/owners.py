"""Whose page it is, where no paper signs: the body or domain on top of it, or the paper in its foot."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.masthead import body_in, institution
from vnitcoop.read.outlets import called_outlet, could_be_outlet, known_outlet, outlet_pattern
from vnitcoop.read.sheet import Mark, Piece, Sheet
from vnitcoop.read.words import any_of
from vnitcoop.types import BlockKind, Span

_RANK = 10  # every paper, agency or portal that signs goes before
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?(?P<who>[\w-]{2,30}(?:\.[\w-]{2,30}){1,3})/?", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:www\.)?(?P<who>[\w.-]{4,60})/")
_TRAIL = re.compile(r"\s[>»›|/]")  # between the sections of a page


def page_owner(sheet: Sheet) -> None:
    """Mark the owner of the page as its outlet, by the lines around the article that name one."""
    around = [p.kind is BlockKind.BOILERPLATE for p in sheet.pieces]
    for index, piece in enumerate(sheet.pieces):
        if around[index] and (owner := _on_top(piece) if all(around[:index]) else _below(piece)):
            at = piece.start + piece.text.index(owner)
            sheet.marks.append(Mark("outlet", owner, Span(at, at + len(owner)), "page-owner", _RANK))


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


def _below(piece: Piece) -> str:
    """The known outlet that the page's foot names: "© 2021 VIR", "Newsletter LMI : ..."."""
    match = _known().search(piece.text) if piece.reason in {"banner", "page foot", "call to readers"} else None
    return match.group() if match else ""


@cache
def _known() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){outlet_pattern()}(?!\w)")


@cache
def _state() -> re.Pattern[str]:
    """A state's full name, and what ties it to the body before it: "of the Socialist Republic of Viet Nam"."""
    words = lexicon("layout")
    return re.compile(
        rf"[\s,]*(?:\b(?:of|de|du|nước)\s+)?(?:\b(?:the|la)\s+)?{any_of(words['states'])}\s+{any_of(words['countries'])}",
        re.IGNORECASE,
    )
