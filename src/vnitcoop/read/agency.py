"""The dateline before the first sentence: "HANOI, Oct. 30, 2014 (VNA) -", "HÀ NỘI —", "PANO –"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.dates import WrittenDate, first_date, yearless_date
from vnitcoop.read.outlets import known_outlet
from vnitcoop.read.sheet import Mark, Piece, Sheet
from vnitcoop.read.words import any_of, cities, folded
from vnitcoop.text import fold
from vnitcoop.types import BlockKind, Span

_LONGEST = 110  # characters of a dateline
_PARAGRAPHS = 3  # a standfirst or two may stand above the dateline
_DASH = re.compile(r"\s*(?:—|–|--|(?<=[\s)/.])-(?=\s)|(?<=\))-|(?<=\)\s)-(?=\w)|(?<=[A-ZĐ]{3})-(?=\s))\s*")
_BEHIND_DASH = re.compile(  # "July 26, 2018 -- (PRNews) The ..."
    r"\((?P<who>[A-Z]\w{2,20}(?:\s[A-Z]\w{2,20}){0,2})\)\s*(?:[-–—]+\s*)?(?=[\"“‘«]?[^\W\d_a-z])"
)
_BRACKET_ONLY = re.compile(r"(?<=[)/])\.?\s+(?=[^\W\d_])")  # "Taipei, Dec. 8 (CNA) Seventeen", "October 9. /TASS/. The"
_COLON = re.compile(r":\s+")  # "HANOI: The first plant"
_BRACKETED = re.compile(r"\(([^()]{2,40})\)|/(?=\S)([^/()\d,]{2,40})(?<=\S)/")
_ACRONYM = re.compile(r"[A-ZĐ]{3,8}")
_DAY_BESIDE = re.compile(r"(?<=\w)[\s,]+\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?$")  # "TTXVN 5/3"
_EDGES = " \t\xa0,.:-–—"


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a dateline is made of; empty or None where it says nothing."""

    place: str
    agency: str
    is_bracketed: bool
    written: WrittenDate | None


def agency_datelines(sheet: Sheet, day_first: bool | None) -> None:
    """Cut the dateline off the first paragraph that opens with one, and mark its date and outlet."""
    prose = [(i, piece) for i, piece in sheet.undecided() if piece.is_prose]
    for index, piece in prose[:_PARAGRAPHS]:
        for dash in _closings(piece.text[:_LONGEST]):
            parts = _parts(piece.text[: dash.start()], day_first)
            if _closes(dash, parts) and _is_dateline(sheet, piece, parts, dash):
                behind = _BEHIND_DASH.match(piece.text, dash.end()) if parts.written and not parts.agency else None
                if behind:
                    parts = replace(parts, agency=behind["who"], is_bracketed=True)
                _mark(sheet, piece, parts)
                sheet.divide(index, piece.start + (behind or dash).end(), BlockKind.DATELINE, None)
                return


def _closings(head: str) -> list[re.Match[str]]:
    """What may close a dateline, the last dash first; without any dash, a bracket or a colon."""
    dashes = list(_DASH.finditer(head))
    return [*reversed(dashes), *_BRACKET_ONLY.finditer(head), *_COLON.finditer(head)]


def _closes(closing: re.Match[str], parts: _Parts) -> bool:
    """A dash may close any dateline, a bracket one that holds an agency, a colon a known place in capitals."""
    sign = closing.group().strip(" .\t\xa0")
    if sign == ":":
        return parts.place.isupper() and _is_known_place(parts.place)
    is_told = known_outlet(parts.agency) and (parts.place or parts.written or _is_whole(closing))
    is_place = parts.place.isupper() or _is_known_place(parts.place)
    return bool(sign or is_told or (parts.agency and parts.written and is_place))


def _is_whole(closing: re.Match[str]) -> bool:
    """Whether nothing but the bracket stands before it: "(CNA) Seventeen officials"."""
    return closing.string.lstrip().startswith("(")


def _parts(prefix: str, day_first: bool | None) -> _Parts:
    bracketed = _BRACKETED.search(prefix)
    if bracketed and bracketed[1] and first_date(bracketed[1], True):  # "(Tokyo, 12/11/2024) –"
        prefix, bracketed = prefix.replace(bracketed.group(), bracketed[1], 1), None
    agency = _DAY_BESIDE.sub("", (bracketed[1] or bracketed[2]).strip()) if bracketed else ""
    outside = prefix.replace(bracketed.group(), " | ", 1) if bracketed else prefix
    written = first_date(outside, day_first) or yearless_date(outside)
    if written:
        outside = outside[: written.start] + " | " + outside[written.end :]
    chunks = [chunk.strip(_EDGES) for chunk in re.split(r"\||\s[-–—]\s", _weekday().sub(" ", outside))]
    chunks = [chunk for chunk in chunks if chunk]
    named = next((chunk for chunk in chunks if known_outlet(chunk)), "")
    if named and not agency:
        agency = named
    place = ", ".join(chunk for chunk in chunks if chunk != named)
    return _Parts(place, agency, bool(bracketed), written)


@cache
def _weekday() -> re.Pattern[str]:
    words = any_of([*lexicon("layout_dates")["weekdays"], "ngày", "le"])
    short = any_of(lexicon("layout_dates")["short_weekdays"])
    return re.compile(rf"(?<!\w)(?:{words}(?!\w)|{short}(?=\s*[.,]))\.?", re.IGNORECASE)


def _is_dateline(sheet: Sheet, piece: Piece, parts: _Parts, dash: re.Match[str]) -> bool:
    """Known places and outlets are; others only where their form and what follows leave no doubt."""
    if not _opens_sentence(piece.text, dash.end()) or _is_inside_sentence(piece.text, dash):
        return False
    known = bool(known_outlet(parts.agency))
    if not parts.place:
        return known or parts.is_bracketed
    if _is_known_place(parts.place):
        capitals = parts.place.partition(",")[0].isupper()  # "HANOI, Vietnam --"
        return bool(parts.agency or parts.written or capitals or _is_lone_city(piece.text, parts, dash))
    if known or parts.written:
        return parts.place.isupper() or all(_is_short_name(p, 4 if known else 2) for p in _places(parts.place))
    if parts.is_bracketed:
        return parts.place.isupper() and len(parts.place.split()) <= 4
    return _is_lone_acronym(sheet.text, piece.text, parts.place, dash)


def _opens_sentence(text: str, at: int) -> bool:
    opening = text[at : at + 3].lstrip("\"“‘'«([ \xa0")
    return bool(opening) and (opening[0].isupper() or opening[0].isdigit())


def _is_inside_sentence(text: str, dash: re.Match[str]) -> bool:
    """Whether a dash before it closes the dateline: "HANOI (VNA) – The Vietnam – Finland Forum", no date between."""
    bracket = _BRACKETED.search(text, 0, dash.start())
    closing = _DASH.match(text, bracket.end()) if bracket and text[: bracket.start()].strip() else None
    between = text[closing.end() : dash.start()] if closing and closing.end() <= dash.start() else ""
    return bool(between) and not (first_date(between, True) or yearless_date(between))


def _is_known_place(words: str) -> bool:
    places = folded("places") | folded("countries")
    return all(fold(place) in places or (place.isupper() and fold(place) in cities()) for place in _places(words))


def _places(words: str) -> list[str]:
    """The places that a dateline names: "MUNICH and HANOI", "Kosice, Slovakia / Hanoi, Vietnam"."""
    return [place for place in re.split(r"\s*[,/&]\s*|\s+(?:and|et|và)\s+", words) if place]


def _is_lone_city(text: str, parts: _Parts, dash: re.Match[str]) -> bool:
    """ "Hanoi – The ...": no country, no other place after the dash, no second dash as in an aside."""
    following = " ".join(text[dash.end() :].split(None, 3)[:2])
    is_pair = any(fold(words) in folded("places") for words in (following, following.split(" ")[0]))
    return fold(parts.place) in folded("places") and not is_pair


def _is_short_name(words: str, most: int) -> bool:
    return len(words.split()) <= most and all(word[0].isupper() for word in words.replace(",", " ").split())


def _is_lone_acronym(whole: str, text: str, words: str, dash: re.Match[str]) -> bool:
    """An outlet's or city's capitals that come nowhere else: a body that the article tells of would be named again."""
    return bool(_ACRONYM.fullmatch(words)) and whole.count(words) == 1


def _mark(sheet: Sheet, piece: Piece, parts: _Parts) -> None:
    agency = parts.agency
    if not agency and _ACRONYM.fullmatch(parts.place) and not _is_known_place(parts.place) and not parts.written:
        agency = parts.place
    if agency:
        at = piece.start + piece.text.index(agency)
        sheet.marks.append(Mark("outlet", agency, Span(at, at + len(agency)), "agency-dateline", 2))
    stands = first_date(piece.text[: _LONGEST * 2], True)
    if parts.written and stands and not parts.written.edtf.startswith("XXXX"):
        span = Span(piece.start + stands.start, piece.start + stands.end)
        sheet.marks.append(Mark("published", parts.written.edtf, span, "agency-dateline", 3))
