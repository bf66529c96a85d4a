"""What a page carries around its article: buttons, menus, file names, table edges, teasers, stray lines."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.dates import first_date
from vnitcoop.read.sheet import Part, Piece, Sheet
from vnitcoop.read.words import any_of, folded
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
_STEPS = ">»›/"  # between the parts of a trail
_ITEMS = re.compile(r"\s+[-–—|•·]\s+")
_BANNER = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|info|fr|kr|jp)(?:\s*[-–—|:]\s*\S.{0,79})?", re.IGNORECASE
)
_NOTICE = re.compile(r"Â?(?:copyright\s*(?:©|\(c\)|\d{4}|by\b)|©|bản quyền\s*(?:©|\d{4}|thuộc)).{0,150}", re.IGNORECASE)
_HASHTAGS = re.compile(r"#\w+(?:[\s,]+#\w+)*")
_DESK = re.compile(
    r"[a-z]{2,4}(?:/[a-z]{2,4}){1,5}|ENDITEM(?:/\w{2,4})?"
)  # who at an agency wrote and edited: "jha/iff/lam"
_DIGITS = re.compile(r"\d+")
_COUNT = re.compile(r"[\d\s.,+()|]{1,3}")
_LONGEST_CALL = 60  # characters in which a call to readers begins
_LONGEST_TEASER = 160  # a longer line with a full stop is a paragraph, such as French quotations that go on with »
_LONGEST_STEP = 6  # words of a step of a breadcrumb trail
_MOST_BUTTONS = 24  # words of a line of buttons
_SECTIONS = 4  # names of sections that make a menu
_EDGES = " \t\xa0|"


def furniture(sheet: Sheet) -> None:
    """Label everything that is furniture by its form alone."""
    sheet.cut(_unframe)
    sheet.cut(_without_label)
    sheet.cut(_without_file_name)
    sheet.cut(_without_trail)
    for index, piece in sheet.undecided():
        reason = _furniture_reason(piece.text)
        if reason:
            sheet.label(index, BlockKind.BOILERPLATE, reason)


def sections(sheet: Sheet) -> None:
    """Label section names and place lines above and below the prose."""
    head, tail = sheet.head(), sheet.tail()
    for index, piece in sheet.undecided():
        if head <= index < tail or piece.is_prose:
            continue
        key = fold(piece.text)
        if index < head and (key in folded("places") or key in folded("countries")):
            sheet.label(index, BlockKind.DATELINE)
        elif key in folded("sections") or all(fold(part) in folded("sections") for part in _GLUED.split(piece.text)):
            sheet.label(index, BlockKind.BOILERPLATE, "section name")
        elif fold(piece.text.partition(":")[0]) in folded("labels") - folded("contact_labels"):
            sheet.label(index, BlockKind.BOILERPLATE, "label")


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


def _without_label(piece: Piece) -> list[Part]:
    """Cut off what a form or a markup says of its line: "Title: ...", "# ..."."""
    match = _label().match(piece.text) if piece.kind is None and len(piece.text) <= 300 else None
    if not match:
        return []
    at = piece.start + match.end()
    return [(piece.start, at, BlockKind.BOILERPLATE, "label"), (at, piece.end, None, "")]


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(lexicon('layout')['title_labels'])}\s*[:：]|#{{1,6}})\s+(?=\S)", re.IGNORECASE)


def _without_file_name(piece: Piece) -> list[Part]:
    if piece.kind is not None or "." not in piece.text:
        return []
    match = _FILE_NAME.fullmatch(piece.text) or _LEADING_FILE_NAME.match(piece.text)
    if not match:
        return []
    end = piece.start + match.end()
    return [(piece.start, end, BlockKind.BOILERPLATE, "file name"), (end, piece.end, None, "")]


def _without_trail(piece: Piece) -> list[Part]:
    """Cut a trail off the headline at its end: "Home > Mobility > Viettel and Axiata pair up to train makers"."""
    if len(piece.text) > 300 or not any(arrow in piece.text for arrow in ">»›"):
        return []
    borders = [m for m in _TRAIL.finditer(piece.text) if "/" not in m.group()]
    if piece.kind is not None or not borders or fold(piece.text[: borders[0].start()]) not in folded("home"):
        return []
    border = borders[-1]
    if len(piece.text[border.end() :].split()) <= _LONGEST_STEP or not _is_trail(piece.text[: border.start()] + " > A"):
        return []
    at = piece.start + border.end()
    return [(piece.start, at, BlockKind.BOILERPLATE, "menu"), (at, piece.end, None, "")]


def _furniture_reason(line: str) -> str:
    if _TEASER.match(line) and not (len(line) > _LONGEST_TEASER and line.rstrip(' \xa0»”"').endswith(".")):
        return "teaser"
    if len(line) > 200:
        return ""
    if _LINK.fullmatch(line.strip("()")):
        return "link"
    if _HASHTAGS.fullmatch(line):
        return "keywords"
    if not any(c.isalnum() for c in line):
        return "ornament"
    if _DESK.fullmatch(line):
        return "initials"
    if _NOTICE.fullmatch(line) or (_BANNER.fullmatch(line) and line[-1] not in ".!?" and not first_date(line, True)):
        return "banner"
    if _is_trail(line) or _is_menu(line) or (is_buttons(line, with_sections=True) and not first_date(line, True)):
        return "menu"
    if _mottos().match(line):
        return "banner"
    if _calls().match(fold(line[:_LONGEST_CALL])):
        return "call to readers"
    return _introduced(line)


@cache
def _calls() -> re.Pattern[str]:
    calls = any_of([*folded("calls")])
    outlets = any_of({fold(name) for entry in lexicon("outlets") for name in entry["names"]})
    return re.compile(rf"(?:{calls}|{any_of(folded('follow'))} {outlets})(?!\w)")


def _is_menu(line: str) -> bool:
    """ "Home - About us - Members - Contact": short items between dashes or bars, half of them known from menus."""
    items = _ITEMS.split(line)
    parts = [fold(item) for item in items] if len(items) >= 3 else []
    if not parts or parts[0] not in folded("home") or any(len(part.split()) > 3 for part in parts):
        return False
    known = folded("furniture") | folded("sections")
    return 2 * sum(part in known for part in parts[1:]) >= len(parts) - 1


def _is_trail(line: str) -> bool:
    """A breadcrumb trail: short parts between > or /, two borders or a home word first."""
    parts = [part for part in _TRAIL.split(line) if part] if any(sign in line for sign in _STEPS) else []
    if len(parts) < 2 or line.endswith(".") or any(len(p.split()) > _LONGEST_STEP for p in parts):
        return False
    first = fold(parts[0])
    arrows = any(arrow in line for arrow in ">»›")
    return (
        first in folded("home")
        or (">" in line and len(parts) > 2)
        or (arrows and first in folded("sections"))
        or all(fold(p) in folded("sections") for p in parts)
    )


def is_buttons(line: str, with_sections: bool = False) -> bool:
    """Whether button and counter words, digits and signs are all there is on the line, or three names of sections."""
    if line.endswith(".") and len(line) > 3:
        return False
    words = _DIGITS.sub(" ", fold(line)).split()
    if not words:
        return bool(_COUNT.fullmatch(line))
    if len(words) > _MOST_BUTTONS or line.endswith("."):
        return False
    if _phrases(words, _buttons("furniture")):
        return True
    is_digest = any(f" {phrase} " in f" {' '.join(words)} " for phrase in folded("digests"))
    return with_sections and not is_digest and _phrases(words, _buttons("furniture", "sections", "home")) >= _SECTIONS


def _phrases(words: list[str], known: tuple[frozenset[tuple[str, ...]], int]) -> int:
    """How many known phrases the words fall into, the longest first; 0 where any word is left over."""
    phrases, longest = known
    at = count = 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 0, -1)
        step = next((n for n in sizes if tuple(words[at : at + n]) in phrases), 0)
        if not step:
            return 0
        at += step
        count += 1
    return count


@cache
def _buttons(*lists: str) -> tuple[frozenset[tuple[str, ...]], int]:
    phrases = frozenset(tuple(phrase.split()) for name in lists for phrase in folded(name))
    return phrases, max(len(phrase) for phrase in phrases)


@cache
def _mottos() -> re.Pattern[str]:
    """What a paper calls itself under its name: "Organe central du Parti communiste du Vietnam"."""
    return re.compile(rf"{any_of(lexicon('layout')['mottos'])}(?!\w)", re.IGNORECASE)


def _introduced(line: str) -> str:
    """Keyword lines and "Read more: ..." lines."""
    lead, colon, rest = line.partition(":") if ":" in line else line.partition("  ")
    if not colon or not rest.strip() or len(lead) > 40:
        return ""
    key = fold(lead)
    if key in folded("tags"):
        return "keywords"
    return "teaser" if key in folded("related") else ""
