"""What a page carries around its article: buttons, menus, file names, table edges, teasers, stray lines."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.read.dates import first_date
from vnitcoop.read.language import line_language
from vnitcoop.read.names import is_syllable, is_vietnamese_name
from vnitcoop.read.outlets import known_outlet
from vnitcoop.read.sheet import Part, Piece, Sheet
from vnitcoop.read.words import folded
from vnitcoop.text import fold
from vnitcoop.types import BlockKind

_FILE_NAME = re.compile(
    r"[^/\\:*?\"<>|\n]{1,120}\.(?:jpe?g|png|gif|webp|bmp|svg|tiff?|heic|avif|mp4|mov|mp3|pdf|docx?)", re.IGNORECASE
)
_LEADING_FILE_NAME = re.compile(r"[^\s/\\:*?\"<>|]{1,100}\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic)\s", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_TEASER = re.compile(r"(?:>>|»|►|▶|→|➤|❯|⇒|☛)\s*\S")
_GLUED = re.compile(r"(?<=[^\W\d_A-ZĐ])(?=[A-ZĐ])")  # "Số hóaCông nghệ"
_TRAIL = re.compile(r"\s*[>»›]+\s*|\s+/\s+")
_ITEMS = re.compile(r"\s+[-–—|•·]\s+")
_BANNER = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|info|fr|kr|jp)(?:\s*[-–—|:]\s*\S.{0,79})?", re.IGNORECASE
)
_NOTICE = re.compile(r"Â?(?:copyright\s*(?:©|\(c\)|\d{4}|by\b)|©|bản quyền\s*(?:©|\d{4}|thuộc)).{0,150}", re.IGNORECASE)
_HASHTAGS = re.compile(r"#\w+(?:[\s,]+#\w+)*")
_LONGEST_CALL = 60  # characters in which a call to readers begins
_LONGEST_TEASER = 160  # a longer line with a full stop is a paragraph, such as French quotations that go on with »
_EDGES = " \t\xa0|"
_END_OF_ARTICLE = re.compile(
    r"(?:\./\.|/\.)(?:\s*\([A-Z/]{2,12}\))?\s*$|[-–—]\s*[A-Z]{2,6}(?:/[A-Z]{2,6})?\.?$|\.\s*\([A-Z/]{2,12}\)$"
)


def furniture(sheet: Sheet) -> None:
    """Label everything that is furniture by its form alone."""
    sheet.cut(_unframe)
    sheet.cut(_without_file_name)
    for index, piece in sheet.undecided():
        reason = _furniture_reason(piece.text)
        if reason:
            sheet.label(index, BlockKind.BOILERPLATE, reason)
    _teasers(sheet)


def sections(sheet: Sheet) -> None:
    """Label section names, place lines and stray lines of another language above and below the prose."""
    head, tail = sheet.head(), sheet.tail()
    for index, piece in sheet.undecided():
        if head <= index < tail or piece.is_prose:
            continue
        key = fold(piece.text)
        if index < head and (key in folded("places") or key in folded("countries")):
            sheet.label(index, BlockKind.DATELINE)
        elif key in folded("sections") or all(fold(part) in folded("sections") for part in _GLUED.split(piece.text)):
            sheet.label(index, BlockKind.BOILERPLATE, "section name")
        elif is_foreign(piece.text, sheet.language):
            sheet.label(index, BlockKind.BOILERPLATE, "another language")


def is_foreign(line: str, language: str) -> bool:
    """Whether a short line is clearly in another language than the article."""
    words = re.findall(r"[^\W\d_]+", line)
    if not 3 <= len(words) <= 12:
        return False
    if language != "vi" and not line.isascii() and not all(word[0].isupper() for word in words):
        return all(is_syllable(word) for word in words)
    shown = line_language(line, language)
    return shown != language and len(words) <= 8 and line_language(line, "") == shown


def ends_article(line: str) -> bool:
    """Whether the line is where an article ends: an agency's end mark or name, or its author's."""
    return bool(_END_OF_ARTICLE.search(line[-16:])) or bool(known_outlet(line)) or is_vietnamese_name(line)


def after_the_end(sheet: Sheet) -> None:
    """Label headlines of other articles that stand below an end mark without a heading."""
    tail = sheet.tail()
    ended = any(ends_article(sheet.text[p.start : p.end]) for p in sheet.pieces[max(0, tail - 1) : tail + 1])
    for index, piece in sheet.undecided():
        if ended and tail and index >= tail and not piece.is_closed:
            sheet.label(index, BlockKind.BOILERPLATE, "after the end")


def _unframe(piece: Piece) -> list[Part]:
    """Pipes are what is left of tables around pictures: cut them off; what one closes on its line is a caption."""
    if piece.kind is not None or "|" not in (piece.text[0], piece.text[-1]):
        return []
    inner = piece.text.strip(_EDGES)
    start = piece.start + len(piece.text) - len(piece.text.lstrip(_EDGES)) if inner else piece.end
    kind = BlockKind.CAPTION if inner and "|" not in inner and not _furniture_reason(inner) else None
    return [
        (piece.start, start, BlockKind.BOILERPLATE, "table edge"),
        (start, start + len(inner), kind, ""),
        (start + len(inner), piece.end, BlockKind.BOILERPLATE, "table edge"),
    ]


def _without_file_name(piece: Piece) -> list[Part]:
    match = _FILE_NAME.fullmatch(piece.text) or _LEADING_FILE_NAME.match(piece.text)
    if piece.kind is not None or not match:
        return []
    end = piece.start + match.end()
    return [(piece.start, end, BlockKind.BOILERPLATE, "file name"), (end, piece.end, None, "")]


def _furniture_reason(line: str) -> str:
    if _TEASER.match(line) and not (len(line) > _LONGEST_TEASER and line.rstrip(' \xa0»”"').endswith(".")):
        return "teaser"
    if len(line) > 200:
        return ""
    if _LINK.fullmatch(line):
        return "link"
    if _HASHTAGS.fullmatch(line):
        return "keywords"
    if not any(c.isalnum() for c in line):
        return "ornament"
    if _NOTICE.fullmatch(line) or (_BANNER.fullmatch(line) and line[-1] not in ".!?" and not first_date(line, True)):
        return "banner"
    if _is_trail(line) or _is_menu(line) or (is_buttons(line) and not first_date(line, True)):
        return "menu"
    if _calls().match(fold(line[:_LONGEST_CALL])):
        return "call to readers"
    return _introduced(line)


@cache
def _calls() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, folded('calls')), key=len, reverse=True))})(?!\w)")


def _is_menu(line: str) -> bool:
    """ "Home - About us - Members - Contact": short items between dashes or bars, half of them known from menus."""
    parts = [fold(part) for part in _ITEMS.split(line)]
    if len(parts) < 3 or parts[0] not in folded("home") or any(len(part.split()) > 3 for part in parts):
        return False
    known = folded("furniture") | folded("sections")
    return 2 * sum(part in known for part in parts[1:]) >= len(parts) - 1


def _is_trail(line: str) -> bool:
    """A breadcrumb trail: short parts between > or /, two borders or a home word first."""
    parts = [part for part in _TRAIL.split(line) if part]
    if len(parts) < 2 or line.endswith(".") or any(len(part.split()) > 6 for part in parts):
        return False
    first = fold(parts[0])
    arrows = any(arrow in line for arrow in ">»›")
    return (
        first in folded("home")
        or (">" in line and len(parts) > 2)
        or (arrows and first in folded("sections"))
        or all(fold(p) in folded("sections") for p in parts)
    )


def is_buttons(line: str) -> bool:
    """Whether button and counter words, digits and signs are all there is on the line."""
    words = re.sub(r"\d+", " ", fold(line)).split()
    if not words:
        return bool(re.fullmatch(r"[\d\s.,+()|]{1,3}", line))
    if len(words) > 20 or line.endswith("."):
        return False
    phrases, longest = _buttons()
    at = 0
    while at < len(words):
        step = next(
            (n for n in range(longest, 0, -1) if tuple(words[at : at + n]) in phrases and at + n <= len(words)), 0
        )
        if not step:
            return False
        at += step
    return True


@cache
def _buttons() -> tuple[frozenset[tuple[str, ...]], int]:
    phrases = frozenset(tuple(phrase.split()) for phrase in folded("furniture"))
    return phrases, max(len(phrase) for phrase in phrases)


def _introduced(line: str) -> str:
    """Keyword lines and "Read more: ..." lines."""
    lead, colon, rest = line.partition(":")
    if not colon or not rest.strip() or len(lead) > 40:
        return ""
    key = fold(lead)
    if key in folded("tags"):
        return "keywords"
    return "teaser" if key in folded("related") else ""


def _teasers(sheet: Sheet) -> None:
    """Label headings of related links, and what follows them until prose goes on.

    After an article's end mark nothing goes on, so that everything under such a heading is teasers.
    """
    under_heading = ended = False
    for index, piece in sheet.undecided():
        if _heads_teasers(piece.text):
            under_heading = True
            sheet.label(index, BlockKind.BOILERPLATE, "related links")
        elif under_heading and (ended or not _goes_on(piece)):
            sheet.label(index, BlockKind.BOILERPLATE, "teaser")
        else:
            under_heading = False
            ended = ends_article(piece.text) or (ended and not piece.is_prose)


def _heads_teasers(line: str) -> bool:
    return len(line) <= 60 and fold(line) in folded("related")


def _goes_on(piece: Piece) -> bool:
    """Whether this reads like a paragraph: headlines may ask or exclaim but have no full stop."""
    return piece.is_closed and not piece.text.endswith(("?", "!", "…", "...")) and len(piece.text) > 20
