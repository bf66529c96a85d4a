"""Who publishes and who wrote it: source lines, bylines, names that stand alone, and the agency's mark at the tail."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.names import is_name, is_vietnamese_name, names_in
from vnitcoop.read.outlets import called_outlet, could_be_outlet, known_outlet, outlet_pattern
from vnitcoop.read.sheet import Mark, Piece, Sheet
from vnitcoop.read.words import any_of, folded
from vnitcoop.text import fold
from vnitcoop.types import BlockKind, Span

_LONGEST_NAME = 4  # words; a line of more is a headline
_LONGEST = 90  # characters of a line that is a signature
_INITIALS = re.compile(r"[A-ZĐ](?:\.\s?[A-ZĐ]){1,3}\.?|(?:[A-ZĐ]\.){1,3}\s?[A-ZĐ]\w{1,6}")  # "T.H."
_WITH_ROLE = re.compile(r"(?P<who>[^()\d]{3,60}?)\s*\((?P<role>[^()]{2,60})\)\.?")
_POSTED = re.compile(r"(?:in|à|au|en|tại)\s+[^\W\d_a-z][\w' -]{1,40},\s*(?=\S)")  # "(our correspondent) in Hanoi, A"
_BETWEEN = re.compile(r"\s*[-–—|]\s+|\s*[()]\s*")
_END = 100  # characters in which an agency's mark stands
_MAY_SIGN = re.compile(r"(?s)(?<=[.!?…”\"'’»)/])\s*(?:[-–—/]|â€)|\)\s*[./]*$|(?<=[.!?”])\s.*(?:[^.!?…]|Ltd\.)$")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,7}(?:/[A-Z]{2,8})*")


def signed_lines(sheet: Sheet) -> None:
    """Label lines that are nothing but a signature: "Source: X", "By X", "Translated by X", "VNA/CVN"."""
    for index, piece in sheet.undecided():
        if len(piece.text) <= _LONGEST:
            inner = piece.text.strip("() \t\xa0[]*_-–—").rstrip(".")
            for is_signature in (_source_line, _author_line, _author_with_role, _outlet_line, _mixed_line):
                if is_signature(sheet, index, piece, inner):
                    break


def names_alone(sheet: Sheet) -> None:
    """Label an author's name alone on a line around the headline or right below the text."""
    head, tail = sheet.head(), sheet.tail()
    after = [i for i, _ in sheet.undecided() if i >= tail and tail]
    for index, piece in sheet.undecided():
        words = piece.text.strip("()*_ \t\xa0-–—")
        words = words if _INITIALS.fullmatch(words) else words.rstrip(".")
        in_head = index < head and _names(words, is_vietnamese_name)
        named = _names(words, is_name) and not any(words in p.text for p in sheet.pieces if p.is_prose)  # else a tag
        if in_head or (index in after[:2] and (named or _staff(words) or _INITIALS.fullmatch(words))):
            _sign(sheet, index, piece, words)


def tail_mark(sheet: Sheet) -> None:
    """Cut the agency's mark off the end of the last paragraph: "... countries. — VNS"."""
    prose = [i for i, piece in sheet.undecided() if piece.is_prose or _mark_at_end(piece.text)]
    if not prose:
        return
    index, piece = prose[-1], sheet.pieces[prose[-1]]
    match = _mark_at_end(piece.text)
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


def _mark_at_end(line: str) -> re.Match[str] | None:
    start = max(0, len(line) - _END)
    return _tail().search(line, start) if _MAY_SIGN.search(line, start) else None


@cache
def _tail() -> re.Pattern[str]:
    """A known outlet, or an unknown acronym, after the last stop."""
    known, source = outlet_pattern(), any_of(lexicon("layout")["source"])
    return re.compile(
        rf"(?<=[.!?…”\"’»)/])\s*(?:[-–—]+|/|â€[“”])\s*(?P<who>(?:{known}|[A-Z]{{2,8}})(?:(?:/|,\s?)(?:{known}|[A-Z]{{2,8}}))*)\s*[./]*$"
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
    known = known_outlet(who) or called_outlet(who)
    if not known and (not colon or lead in lexicon("layout")["source_needs_outlet"] or len(who.split()) > 8):
        return _source_and_author(sheet, index, piece, who)
    sheet.label(index, BlockKind.DATELINE)
    _mark(sheet, piece, "outlet", who, "source-line", 4)
    return True


def _source_and_author(sheet: Sheet, index: int, piece: Piece, who: str) -> bool:
    """ "Theo Minh Anh/VOV": an author with the outlet."""
    parts = names_in(who)
    outlets = [part for part in parts if known_outlet(part)]
    if not outlets or not all(known_outlet(part) or is_name(part) or _INITIALS.fullmatch(part) for part in parts):
        return False
    _sign(sheet, index, piece, who)
    return True


def _author_line(sheet: Sheet, index: int, piece: Piece, words: str) -> bool:
    for name in ("translator", "author_and_photographer", "author"):
        found = _after_lead(name, words)
        if not found:
            continue
        lead, who, colon = found
        if lead in lexicon("layout")["author_needs_colon"] and not colon:
            continue
        who = _stationed().sub("", _POSTED.sub("", who))
        parts = names_in(who)
        if parts and all(_can_sign(part) for part in parts):
            _sign(sheet, index, piece, who, bylined=True)
            return True
    return False


def _author_with_role(sheet: Sheet, index: int, piece: Piece, words: str) -> bool:
    """ "Thu Ha (interviewer)", "Minh Anh (từ Tokyo)": a name with what its bearer did for the text, or where."""
    match = _WITH_ROLE.fullmatch(piece.text)
    told = match and (_role_of_author().match(fold(match["role"])) or _stationed().fullmatch(f" {match['role']}"))
    if not match or not told or not _names(match["who"], is_name):
        return False
    _sign(sheet, index, piece, match["who"], bylined=True)
    return True


@cache
def _role_of_author() -> re.Pattern[str]:
    words = lexicon("layout")
    roles = {fold(role) for name in ("author", "translator", "staff", "roles") for role in words[name]} - {"", "tin"}
    return re.compile(rf"{any_of(roles)}(?!\w)")


@cache
def _stationed() -> re.Pattern[str]:
    """Where an author writes from, or as what: ", à Toulouse", ", correspondent in Tokyo"."""
    roles = any_of(lexicon("layout")["roles"])
    return re.compile(
        rf"\s*,?\s+(?:{roles}\s+)?(?:in|from|at|à|au|en|depuis|tại|từ)\s+[^\W\d_a-z][\w' -]{{1,40}}$|\s*,\s+{roles}$"
    )


def _outlet_line(sheet: Sheet, index: int, piece: Piece, words: str) -> bool:
    """A line that is an outlet's name alone, or an author's and an outlet's ("Minh Duc/VNA")."""
    words = f"{words})" if piece.text.startswith(f"{words})") else words  # "Vietnam+ (VietnamPlus)"
    if known_outlet(words) or ("/" not in words and could_be_outlet(words) and 0 < sheet.tail() <= index):
        heads_page = sheet.is_on_top(index) and not fold(words).startswith(tuple(folded("portals")))
        sheet.label(index, BlockKind.DATELINE)
        _mark(sheet, piece, "outlet", words, "outlet-line", 1 if heads_page else 4)
        return True
    return len(words.split()) <= 8 and _source_and_author(sheet, index, piece, words)


def _mixed_line(sheet: Sheet, index: int, piece: Piece, words: str) -> bool:
    """Outlet, authors and translators with dashes or brackets between: "BGP - Minh Anh - Translated by Thu Ha"."""
    parts = [part.strip(" \t\xa0,;:") for part in _BETWEEN.split(words)]
    parts = [part for part in parts if part and not _beside_author(part)]
    trailing = _trailing_translator().search(parts[-1]) if parts else None
    if trailing:
        parts[-1] = parts[-1][: trailing.start()].rstrip()
    authors = [(part, _authors(part)) for part in parts if not (known_outlet(part) or _ACRONYM.fullmatch(part))]
    is_more = len(parts) > 1 or trailing or parts != [words]
    if not is_more or not authors or not all(names for _, names in authors):
        return False
    sheet.label(index, BlockKind.BYLINE)
    for part in parts:
        if all(part != author for author, _ in authors):
            _mark(sheet, piece, "outlet", part, "byline", 3)
    for name in [name for _, names in authors for name in names]:
        _mark(sheet, piece, "byline", name, "byline", 1)
    return True


def _authors(part: str) -> list[str]:
    """The authors whom a part of a signature names, with or without "by", or none."""
    if _INITIALS.fullmatch(part):
        return [part]
    found = _after_lead("translator", part) or _after_lead("author", part)
    names = names_in(found[1] if found else part)
    return names if names and all(is_name(name) or _INITIALS.fullmatch(name) for name in names) else []


def _beside_author(part: str) -> bool:
    """Words that say how an author worked ("tổng hợp") or with which agency ("avec AFP")."""
    if fold(part) in folded("translator") or "@" in part or fold(part.partition(":")[0]) in folded("photographer"):
        return True
    lead, _, rest = part.partition(" ")
    return fold(lead) in folded("together_with") and bool(known_outlet(rest))


@cache
def _trailing_translator() -> re.Pattern[str]:
    words = lexicon("layout")
    return re.compile(rf"\s+{any_of([*words['translator'], *words['asked_by']])}$", re.IGNORECASE)


def _can_sign(part: str) -> bool:
    words = part.split()
    if ":" in part:
        return False
    return bool(known_outlet(part) or is_name(part) or _ACRONYM.fullmatch(part) or _staff(part)) or (
        1 <= len(words) <= 5 and all(word[0].isupper() for word in words) and fold(part) not in folded("places")
    )


def _sign(sheet: Sheet, index: int, piece: Piece, who: str, bylined: bool = False) -> None:
    """Label a byline and mark its names. An outlet that alone wrote the text is both outlet and author."""
    sheet.label(index, BlockKind.BYLINE)
    parts = [part for part in names_in(who) if not _staff(part)]
    outlets = [part for part in parts if known_outlet(part) or _ACRONYM.fullmatch(part)]
    for part in outlets:
        _mark(sheet, piece, "outlet", part, "byline", 3)
    authors = [part for part in parts if part not in outlets]
    if not parts and _ACRONYM.fullmatch(who.replace(".", "")):  # "PV", a reporter without a name
        authors = [who]
    for part in authors or (outlets if bylined else []):
        _mark(sheet, piece, "byline", part, "byline", 1)


def _names(words: str, is_one: Callable[[str], bool]) -> bool:
    return len(words) <= _LONGEST and bool(parts := names_in(words)) and all(is_one(part) for part in parts)


def _staff(words: str) -> bool:
    return fold(words) in folded("staff")


def _mark(sheet: Sheet, piece: Piece, field: str, value: str, rule: str, rank: int) -> None:
    at = sheet.text.find(value, piece.start, piece.end)
    sheet.marks.append(Mark(field, value, Span(at, at + len(value)), rule, rank))
