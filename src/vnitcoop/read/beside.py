"""What stands beside the date on its line: the outlet, the authors, a place, buttons."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.furniture import is_buttons
from vnitcoop.read.names import is_common, is_name, is_named, is_syllable, is_vietnamese_name, signed_names, without_by
from vnitcoop.read.outlets import called_outlet, could_be_outlet, holds_outlet_word, known_outlet, undoubled
from vnitcoop.read.sheet import Mark, Piece, Sheet
from vnitcoop.read.words import any_of, cities, folded
from vnitcoop.text import fold
from vnitcoop.types import Span

_COUNTS = re.compile(r"\d{1,6}(?:\s\d{1,6})?")  # of comments and views
_SHORT = 3  # words of an item between bars
_LONGEST_NAME = 6  # words of an outlet that nothing but its place gives away
_INNER_CAPITAL = re.compile(r"\w[A-ZĐ]")
_WITH_ARTICLE = re.compile(r"(?:(?:The|La|Les?)\s|L['’])[^\W\d_a-z][\w'’-]+(?:\s[\w'’-]+){0,3}")
_KNOWN, _FORMED, _GUESSED = 2, 3, 7  # ranks of an outlet beside a date, by what shows it to be one


def belongs(words: str, barred: bool) -> bool:
    """Whether words may stand beside a date; between bars, any short item of a page's head may."""
    if undoubled(without_by(words)) or could_be_outlet(words) or is_place_or_section(words) or signed_names(words):
        return True
    counts = _COUNTS.fullmatch(words) is not None
    return counts or is_buttons(words) or (barred and len(words.split()) <= _SHORT and words[-1] not in ".!?")


def mark_beside(sheet: Sheet, piece: Piece, items: list[str]) -> None:
    """Mark the outlet and the authors among what stands beside a date: by their names, else by their form."""
    for words in map(_without_source, items):
        outlet = undoubled(known_part(without_by(words))) or (words if is_outlet_like(words) else None)
        if outlet and (known_outlet(outlet) or not is_place_or_section(words)):
            _mark(sheet, piece, "outlet", outlet, _KNOWN if known_outlet(outlet) else _FORMED)
        elif is_place_or_section(words) or is_buttons(words) or _post().search(words):
            continue
        elif without_by(words) == words and looks_like_outlet(words, f"({words})" in piece.text):
            _mark(sheet, piece, "outlet", words, _GUESSED)
        else:
            for name in signed_names(words):
                _mark(sheet, piece, "byline", name, _KNOWN)


def is_place_or_section(words: str) -> bool:
    keys = [fold(words), *(fold(part) for part in re.split(r"[,/]", words))]
    return keys[0] in folded("sections") or keys[0] in _known_places() or all(k in _known_places() for k in keys[1:])


def is_outlet_like(words: str) -> bool:
    """Whether words are an outlet's name by a list, by the words of such names, or by their article: "The Star"."""
    by_words = could_be_outlet(words) or called_outlet(words)
    return bool(known_outlet(words)) or by_words or bool(_WITH_ARTICLE.fullmatch(words))


def is_known_place(words: str) -> bool:
    return fold(words) in _known_places()


def known_part(words: str) -> str:
    """A known outlet without the town of its desk behind it: "lepetitjournal.com Ho Chi Minh Ville"."""
    parts = words.split()
    for at in range(len(parts) - 1, 0, -1):
        if known_outlet(" ".join(parts[:at])) and fold(" ".join(parts[at:])) in folded("places") | cities():
            return " ".join(parts[:at])
    return words


def looks_like_outlet(words: str, is_bracketed: bool = False) -> bool:
    """Whether a name that no list knows is rather a paper's than a person's: "Telecompaper", "The Star", "AUF Asie"."""
    parts = words.split()
    if not 1 <= len(parts) <= _LONGEST_NAME or len(words) < 3:
        return False
    if not is_named(words):
        return False
    if len(parts) == 1:
        return not is_syllable(words) or words.isupper()
    if is_vietnamese_name(words) and not words.isupper():
        return False
    if is_bracketed or holds_outlet_word(words) or any(_is_sign(part) for part in parts):
        return True
    return not is_name(words) and not any(is_common(part) for part in parts)


def _is_sign(part: str) -> bool:
    """A part of a name that no person's has: initials, a capital inside, a place."""
    return bool(_INNER_CAPITAL.search(part)) or fold(part) in _known_places()


@cache
def _known_places() -> frozenset[str]:
    others = {
        fold(name) for e in lexicon("places") if not e.get("ambiguous") for k in ("en", "fr") for name in e.get(k, ())
    }
    return folded("places") | folded("countries") | cities() | others


@cache
def _post() -> re.Pattern[str]:
    """What an author is called in place of a name, or behind it: "Staff Writer", "Hanoi correspondent"."""
    words = lexicon("layout")
    return re.compile(rf"(?<!\w){any_of([*words['roles'], *words['staff']])}$", re.IGNORECASE)


def _without_source(words: str) -> str:
    return _source().sub("", words)


@cache
def _source() -> re.Pattern[str]:
    """ "Theo VietnamNet": what says whence a text is."""
    return re.compile(rf"^(?i:{any_of(lexicon('layout')['source'])})(?:\s*:\s*|\s+)(?=[^\W\d_a-z])")


def _mark(sheet: Sheet, piece: Piece, field: str, value: str, rank: int) -> None:
    at = sheet.text.find(value, piece.start, piece.end)
    if at >= 0:
        sheet.marks.append(Mark(field, value, Span(at, at + len(value)), "date-line", rank))
