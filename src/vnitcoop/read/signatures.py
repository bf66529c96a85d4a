"""Who publishes and who wrote it: source lines, bylines, names that stand alone, and the agency's mark at the tail."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.names import is_name, is_vietnamese_name, names_in
from vnitcoop.read.outlets import known_outlet, outlet_pattern
from vnitcoop.read.sheet import Mark, Part, Piece, Sheet
from vnitcoop.read.words import any_of, folded
from vnitcoop.text import fold
from vnitcoop.types import BlockKind, Span

_LONGEST = 90  # characters of a line that is a signature
_SUFFIX = re.compile(r"(?<=\S)\s+[-–—|]\s+(?P<who>[^|]{2,40})$")
_INITIALS = re.compile(r"[A-ZĐ](?:\.\s?[A-ZĐ]){1,3}")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,7}(?:/[A-Z]{2,8})*")


def signed_lines(sheet: Sheet) -> None:
    """Label lines that are nothing but a signature: "Source: X", "By X", "Translated by X", "VNA/CVN"."""
    for index, piece in sheet.undecided():
        if len(piece.text) <= _LONGEST:
            inner = piece.text.strip("() \t\xa0[]*_-–—").rstrip(".")
            for is_signature in (_source_line, _author_line, _outlet_line):
                if is_signature(sheet, index, piece, inner):
                    break


def headline_suffix(sheet: Sheet) -> None:
    """Cut the outlet off a page title: "Headline | VietnamPlus"."""
    head = sheet.head()
    suffixed = [i for i, piece in sheet.undecided() if i < head and _suffix(piece)]
    for piece in [sheet.pieces[i] for i in suffixed]:
        who = _suffix(piece)
        sheet.marks.append(Mark("outlet", who, Span(piece.end - len(who), piece.end), "headline", 6))
    if suffixed:
        sheet.cut(_without_suffix, *suffixed)


def _suffix(piece: Piece) -> str:
    match = _SUFFIX.search(piece.text[-60:])
    return match["who"] if match and known_outlet(match["who"]) else ""


def _without_suffix(piece: Piece) -> list[Part]:
    headline = piece.text[: -len(_suffix(piece))].rstrip(" \t\xa0|-–—")
    border = piece.start + len(headline)
    return [(piece.start, border, None, ""), (border, piece.end, BlockKind.DATELINE, "")]


def names_alone(sheet: Sheet) -> None:
    """Label an author's name alone on a line around the headline or right below the text."""
    head, tail = sheet.head(), sheet.tail()
    after = [i for i, _ in sheet.undecided() if i >= tail and tail]
    for index, piece in sheet.undecided():
        words = piece.text.strip("()*_ \t\xa0-–—").rstrip(".")
        in_head = index < head and _names(words, is_vietnamese_name)
        if in_head or (index in after[:2] and (_names(words, is_name) or _staff(words) or _initials(words))):
            _sign(sheet, index, piece, words)


def tail_mark(sheet: Sheet) -> None:
    """Cut the agency's mark off the end of the last paragraph: "... countries. — VNS"."""
    prose = [
        i
        for i, piece in sheet.undecided()
        if piece.is_prose or _tail().search(piece.text, max(0, len(piece.text) - 100))
    ]
    if not prose:
        return
    index = prose[-1]
    piece = sheet.pieces[index]
    match = _tail().search(piece.text, max(0, len(piece.text) - 100))
    if not match:
        return
    who = match["who"] or match["who2"] or match["who3"]
    start = piece.start + match.start()
    if _staff(who):
        sheet.divide(index, start, None, BlockKind.BYLINE)
        return
    at = sheet.text.index(who, start)
    sheet.marks.append(Mark("outlet", who, Span(at, at + len(who)), "tail-mark", 5))
    sheet.divide(index, start, None, BlockKind.DATELINE)


@cache
def _tail() -> re.Pattern[str]:
    """A known outlet, or an unknown acronym, after the last stop."""
    known, source = outlet_pattern(), any_of(lexicon("layout")["source"])
    return re.compile(
        rf"(?<=[.!?…”\"’»)/])\s*(?:[-–—]+|/)\s*(?P<who>{known}(?:/{known})*|[A-Z]{{2,8}}(?:/[A-Z]{{2,8}})*)\s*[./]*$"
        rf"|(?<=[.!?”])\s+(?P<who3>{known})$"
        rf"|(?<=[.!?…”\"’»/])\s*\((?:(?i:{source})\s*:?\s*)?(?P<who2>{known}(?:[/,]\s?{known})*)\)\s*[./]*$"
    )


@cache
def _lead(name: str) -> re.Pattern[str]:
    words = lexicon("layout")[name]
    return re.compile(
        rf"(?P<lead>{any_of(words)})(?P<colon>\s*[:：])?\s+(?P<who>\S.*)|(?P<lead2>{any_of(words)})\s*:(?P<who2>\S.*)",
        re.IGNORECASE,
    )


def _after_lead(name: str, words: str) -> tuple[str, str, bool] | None:
    """The introducing words, what follows, and whether a colon stands between."""
    match = _lead(name).fullmatch(words)
    if not match:
        return None
    lead, who = match["lead"] or match["lead2"], match["who"] or match["who2"]
    return " ".join(lead.casefold().split()), who.strip(), bool(match["colon"] or match["lead2"])


def _source_line(sheet: Sheet, index: int, piece: Piece, words: str) -> bool:
    found = _after_lead("source", words)
    if not found:
        return False
    lead, who, colon = found
    known = known_outlet(who)
    if not known and (not colon or lead in lexicon("layout")["source_needs_outlet"] or len(who.split()) > 8):
        return _source_and_author(sheet, index, piece, who)
    sheet.label(index, BlockKind.DATELINE)
    _mark(sheet, piece, "outlet", who, "source-line", 4)
    return True


def _source_and_author(sheet: Sheet, index: int, piece: Piece, who: str) -> bool:
    """ "Theo Minh Anh/VOV": an author with the outlet."""
    parts = names_in(who)
    outlets = [part for part in parts if known_outlet(part)]
    if not outlets or not all(known_outlet(part) or is_name(part) for part in parts):
        return False
    _sign(sheet, index, piece, who)
    return True


def _author_line(sheet: Sheet, index: int, piece: Piece, words: str) -> bool:
    for name in ("translator", "author"):
        found = _after_lead(name, words)
        if not found:
            continue
        lead, who, colon = found
        if lead in lexicon("layout")["author_needs_colon"] and not colon:
            continue
        parts = names_in(who)
        if parts and all(_can_sign(part) for part in parts):
            _sign(sheet, index, piece, who, bylined=True)
            return True
    return False


def _outlet_line(sheet: Sheet, index: int, piece: Piece, words: str) -> bool:
    """A line that is an outlet's name alone, or an author's and an outlet's ("Minh Duc/VNA")."""
    if known_outlet(words):
        sheet.label(index, BlockKind.DATELINE)
        _mark(sheet, piece, "outlet", words, "outlet-line", 4)
        return True
    return len(words.split()) <= 8 and _source_and_author(sheet, index, piece, words)


def _can_sign(part: str) -> bool:
    words = part.split()
    return bool(known_outlet(part) or is_name(part) or _ACRONYM.fullmatch(part) or _staff(part)) or (
        1 <= len(words) <= 5 and all(word[0].isupper() for word in words) and fold(part) not in folded("places")
    )


def _sign(sheet: Sheet, index: int, piece: Piece, who: str, bylined: bool = False) -> None:
    """Label a byline and mark its names. An outlet that compiled or wrote the text is both outlet and author."""
    sheet.label(index, BlockKind.BYLINE)
    for part in names_in(who):
        outlet = known_outlet(part) or _ACRONYM.fullmatch(part)
        if outlet:
            _mark(sheet, piece, "outlet", part, "byline", 3)
        if (bylined or not outlet) and not _staff(part):
            _mark(sheet, piece, "byline", part, "byline", 1)


def _names(words: str, is_one: Callable[[str], bool]) -> bool:
    parts = names_in(words)
    return len(words) <= _LONGEST and bool(parts) and all(is_one(part) for part in parts)


def _staff(words: str) -> bool:
    return fold(words) in folded("staff")


def _initials(words: str) -> bool:
    return bool(_INITIALS.fullmatch(words))


def _mark(sheet: Sheet, piece: Piece, field: str, value: str, rule: str, rank: int) -> None:
    at = sheet.text.find(value, piece.start, piece.end)
    sheet.marks.append(Mark(field, value, Span(at, at + len(value)), rule, rank))
