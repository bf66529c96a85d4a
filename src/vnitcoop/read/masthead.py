"""What a site prints around its headline: its own name, the path of sections, and suffixes of the page's title."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.beside import looks_like_outlet
from vnitcoop.read.dates import first_date
from vnitcoop.read.furniture import is_buttons
from vnitcoop.read.outlets import could_be_outlet, known_outlet
from vnitcoop.read.sheet import Mark, Part, Piece, Sheet
from vnitcoop.read.words import any_of, folded
from vnitcoop.text import fold
from vnitcoop.types import BlockKind, Span

_LONGEST = 200  # characters of a line that a site puts around its headline
_BAR = re.compile(r"[ \t\xa0]*(?:\||(?<=\s)/(?=\s)|[>»›]+|•|·|:{2})[ \t\xa0]*|[ \t\xa0]{2,}|\t")
_ENDS = "[(|•·<>»›)]-–— \t\xa0"
_SUFFIX = re.compile(r"[ \t\xa0]+[-–—|•·][ \t\xa0]+")
_SITE = ("menu", "section name")
_NEAR = 12  # lines among which a headline is looked for
_SHORT = 4  # words of a menu's item or a section's name
_HEADLINE = 5  # words of a headline that needs no other sign


def headline_suffix(sheet: Sheet) -> None:
    """Cut sections and the outlet off a page's title: "Headline | Technology | VietnamPlus", "Headline - VOV"."""
    head = min(sheet.head(), _NEAR)
    for piece in [p for p in sheet.pieces[:head] if p.kind is None and len(p.text) <= _LONGEST * 2]:
        start, end = _headline_in(piece)
        if (start, end) == (0, len(piece.text)):
            continue
        _mark_outlets(sheet, piece, [piece.text[:start], piece.text[end:]])
        at = piece.start
        parts: list[Part] = [
            (at, at + start, BlockKind.DATELINE, ""),
            (at + start, at + end, None, ""),
            (at + end, piece.end, BlockKind.DATELINE, ""),
        ]
        sheet.cut_at(sheet.pieces.index(piece), parts)


def menu_lines(sheet: Sheet) -> None:
    """Label lines of short items with bars or gaps between them, above the headline and below the text."""
    head, tail = sheet.head(), sheet.tail()
    for index, piece in sheet.undecided():
        if head <= index < tail or len(piece.text) > _LONGEST or piece.text.endswith("."):
            continue
        items = [item for part in _BAR.split(piece.text) if (item := part.strip(_ENDS))]
        if len(items) < 2 or any(len(item.split()) > _SHORT for item in items):
            continue
        named = any(_is_page_word(item) for item in items)
        if named or (index < head and _other_headline(sheet, index, head)):
            _mark_outlets(sheet, piece, items)
            sheet.label(index, BlockKind.BOILERPLATE, "menu")


def banners(sheet: Sheet) -> None:
    """Label the names of sites, ministries and schools that stand above a headline."""
    head = sheet.head()
    first = next((i for i, p in enumerate(sheet.pieces) if p.reason not in _SITE), 0)
    for index, piece in sheet.undecided():
        if index >= head:
            break
        if index == first and looks_like_outlet(piece.text) and _is_over_menu(sheet, index):
            at = piece.start
            sheet.marks.append(Mark("outlet", piece.text, Span(at, piece.end), "masthead", 8))
            sheet.label(index, BlockKind.BOILERPLATE, "banner")
            continue
        over_menu = (institution().match(piece.text) or body_in(piece.text)) and _is_over_menu(sheet, index)
        if (is_banner(piece.text) or over_menu) and _other_headline(sheet, index, head):
            _mark_outlets(sheet, piece, [piece.text])
            sheet.label(index, BlockKind.BOILERPLATE, "banner")


def _is_over_menu(sheet: Sheet, index: int) -> bool:
    """Whether a menu or a section's name stands right below, as it does under a site's name."""
    return any(p.kind is BlockKind.BOILERPLATE and p.reason in _SITE for p in sheet.pieces[index + 1 : index + 2])


def is_banner(line: str) -> bool:
    """Whether a line is nothing but a body's name or a site's: capitals throughout and a word that such names hold."""
    words = line.split()
    if len(words) > 20 or any(c.isdigit() for c in line) or line.endswith((".", "?", "!", ":")):
        return False
    body = institution().match(line)
    if body:
        portal = fold(line).startswith(tuple(folded("portals")))
        return portal or line.isupper() or _is_title_case([*body["before"].split(), *line[body.end() :].split()])
    return could_be_outlet(line)


def body_in(line: str) -> str:
    """The body that a line names and nothing else, perhaps with its short name beside it: "VINASA | VIETNAM ..."."""
    parts = [part.strip(_ENDS) for part in _SUFFIX.split(line)]
    shorts = [part for part in parts if _is_acronym(part)]
    longs = [part for part in parts if part not in shorts]
    named = all(part.split() and fold(part.split()[-1]) in folded("institutions_last") for part in longs)
    return parts[0] if longs and named and len(parts) <= 2 and _is_title_case(line.split()) else ""


def _headline_in(piece: Piece) -> tuple[int, int]:
    """Where the headline begins and ends in a line that also names sections or the site."""
    text = piece.text
    borders = list(_SUFFIX.finditer(text))
    whole = (0, len(text))
    if not borders or first_date(text, True):
        return whole
    starts = [0, *(b.end() for b in borders)]
    ends = [*(b.start() for b in borders), len(text)]
    parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    first, last = 0, len(parts) - 1
    if all(len(part.split()) <= _SHORT for part in parts) and not (last == 1 and known_outlet(parts[1])):
        return whole
    while last > first and _is_beside(
        parts[last], borders[last - 1].group(), text[: ends[last - 1]], last == len(borders)
    ):
        last -= 1
    while first < last and _is_above(parts[first], borders[first].group(), text[starts[first + 1] : ends[last]]):
        first += 1
    return (starts[first], ends[last]) if len(text[starts[first] : ends[last]].split()) > 1 else whole


def _is_above(part: str, border: str, after: str) -> bool:
    """Whether what stands before a bar or dash is no part of the headline after it: "Business | Firms of ..."."""
    named = known_outlet(part) if "-" in border or "–" in border or "—" in border else _is_page_word(part)
    return bool(named) and len(after.split()) >= _HEADLINE


def _is_beside(part: str, border: str, before: str, is_last: bool) -> bool:
    """Whether what follows a bar or dash is beside the headline; a section needs a bar, or the site behind it."""
    if known_outlet(part) or could_be_outlet(part):
        return True
    if is_last and not set("|•·") & set(border):
        return False
    headline = re.split(r"\s\|\s", before)[0]
    return _is_page_word(part) or (len(part.split()) <= _SHORT and len(headline.split()) >= _HEADLINE)


def _is_page_word(part: str) -> bool:
    key = fold(part)
    return bool(
        known_outlet(part)
        or key in folded("sections")
        or key in folded("home")
        or is_buttons(part)
        or could_be_outlet(part)
    )


def _other_headline(sheet: Sheet, index: int, head: int) -> bool:
    """Whether another line near the head could be the headline."""
    near = range(max(0, index - _NEAR), min(head + 1, index + _NEAR, len(sheet.pieces)))
    return any(_could_be_headline(sheet.pieces[i]) for i in near if i != index)


def _could_be_headline(piece: Piece) -> bool:
    text = piece.text
    if piece.kind is not None or len(text) > _LONGEST or (piece.is_closed and not text.endswith(("?", "!"))):
        return False
    return len(text.split()) >= _HEADLINE and not _BAR.search(text)


def _mark_outlets(sheet: Sheet, piece: Piece, items: list[str]) -> None:
    """Mark the outlet that the site's words name: a known one, else what has the form of one, else a lone acronym."""
    words = [w.strip(_ENDS) for item in items for w in _SUFFIX.split(item)]
    for rank, is_one in enumerate((lambda w: bool(known_outlet(w)), _is_site_name, _is_acronym), 8):
        named = next((w for w in words if w and is_one(w)), "")
        if rank == 8 and named:  # "VIR  Vietnam Investment Review"
            named = max((w for w in words if known_outlet(w) is known_outlet(named)), key=len)
        if named:
            at = sheet.text.index(named, piece.start)
            sheet.marks.append(Mark("outlet", named, Span(at, at + len(named)), "masthead", 6 if rank == 8 else rank))
            return


def _is_site_name(words: str) -> bool:
    return could_be_outlet(words) and fold(words) not in folded("sections")


def _is_acronym(words: str) -> bool:
    return bool(re.fullmatch(r"[A-ZĐ]{3,8}", words)) and fold(words) not in folded("sections") | folded("furniture")


def _is_title_case(words: list[str]) -> bool:
    letters = [w for w in words if w[0].isalpha()]
    return all(w[0].isupper() or fold(w) in folded("small_words") for w in letters)


@cache
def institution() -> re.Pattern[str]:
    """How the names of ministries, embassies and schools begin on top of a page."""
    words = lexicon("layout")
    return re.compile(
        rf"(?:the\s+)?(?P<before>(?:[^\s|]+\s+){{0,3}}?){any_of([*words['institutions'], *words['states']])}(?!\w)",
        re.IGNORECASE,
    )
