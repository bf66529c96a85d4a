"""Where sentences begin and end in English, French and Vietnamese news prose, exactly."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.lexicon import lexicon

_END = re.compile(r"(?:\./\.|/\.|[.!?…]+)[\"'”’»)\]]*")
_WORD_BEFORE = re.compile(r"[^\s(\[“\"«‘']*$")
_POINTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")  # "U.S", "e.g"
_WORD = re.compile(r"[\w’']+")
_LONGEST = 3000  # characters of a sentence
_PIECE = re.compile(rf"\S(?:.{{0,{_LONGEST}}}(?!\S)|.{{0,{_LONGEST}}})", re.DOTALL)
_OPENING = "\"'“‘«([-–—•"


def sentence_starts(text: str) -> list[int]:
    """Offsets at which sentences begin in one block of text; the first is where its first letter stands."""
    starts = [len(text) - len(text.lstrip())]
    for match in _END.finditer(text):
        after = _next_start(text, match)
        if after and after > starts[-1]:
            starts.append(after)
    return starts


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The sentences of one block of text as (start, end), without the blanks between them."""
    starts = sentence_starts(text)
    ends = [*starts[1:], len(text)]
    return [piece for start, end in zip(starts, ends, strict=True) for piece in _pieces(text, start, end)]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence without the blanks around it, in pieces cut at blanks where it is longer than any sentence is.

    Rules may compare all words of a sentence with each other: so they still take time that grows with the text.
    """
    return [(m.start(), m.start() + len(m.group().rstrip())) for m in _PIECE.finditer(text, start, end)]


def _next_start(text: str, match: re.Match[str]) -> int | None:
    """Where the next sentence begins, if one ends at this stop."""
    end = match.end()
    blanks = end
    while blanks < len(text) and text[blanks].isspace():
        blanks += 1
    if blanks >= len(text) or not _can_open(text, blanks):
        return None
    before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    word = before.group() if before else ""
    if blanks == end:
        return end if _is_glued(text, word, match) else None
    if match.group() == "." and _is_abbreviation(word, text, blanks):
        return None
    return blanks


def _can_open(text: str, at: int) -> bool:
    """Whether a sentence can begin here: a capital or digit, bare or after opening signs."""
    for character in text[at : at + 4]:
        if character.isupper() or character.isdigit():
            return True
        if character not in _OPENING and not character.isspace():
            return False
    return False


def _is_glued(text: str, word: str, match: re.Match[str]) -> bool:
    """A stop without a blank ends a sentence only between a plain word and a capitalised one ("vướng mắc.Ban")."""
    following = text[match.end() : match.end() + 2]
    capitalised = len(following) == 2 and following[0].isupper() and (following[1].islower() or following[1].isspace())
    plain = len(word) >= 2 and word[-2:].isalpha() and word.islower() and word not in _abbreviations()["before_names"]
    return capitalised and (plain or word.isdigit() or len(match.group()) > 1)


def _is_abbreviation(word: str, text: str, after: int) -> bool:
    """Whether the stop belongs to the word before it rather than to a sentence."""
    key = word.casefold()
    lists = _abbreviations()
    if key in lists["before_names"]:
        return True
    if key in lists["before_numbers"]:
        return text[after].isdigit()
    is_initial = len(word) == 1 and word.isupper()
    if is_initial or key in lists["anywhere"] or _POINTED.fullmatch(word):
        following = _WORD.match(text[after : after + 30])
        return is_initial or not (following and following.group().casefold() in lists["openers"])
    return False


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    return {name: frozenset(str(word) for word in words) for name, words in lexicon("layout_abbreviations").items()}
