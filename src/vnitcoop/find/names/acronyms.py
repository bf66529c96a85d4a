"""Short names in brackets: "Vietnam Software Association (VINASA)".

The letters are checked against the words before them as Schwartz and Hearst do (A simple algorithm for identifying
abbreviation definitions in biomedical text, 2003).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import words
from vnitcoop.text import strip_marks

_OPENING = frozenset("(")


class Bracketed(NamedTuple):
    """A short name between brackets: its tokens, and the token where the bracket opens."""

    opens: int
    first: int
    last: int


def bracketed(line: Line) -> Iterator[Bracketed]:
    """Every "(ABC)" and "(ABC, ...": one short capitalised word, perhaps hyphenated, or that of "viết tắt là ABC"."""
    for index in line.where(_OPENING):
        if index == 0:
            continue
        close = next((i for i in range(index + 1, min(index + 7, len(line))) if line[i].text in {")", ","}), 0)
        if not close:
            continue
        first = index + 1
        while first < close - 1 and not line[first].text[:1].isupper():
            first += 1
        words = line.tokens[first:close]
        if words and words[0].capital and len(words) <= 3 and all(t.glued for t in words[1:]):
            yield Bracketed(index, first, close)


def short_name_of(line: Line, short: Bracketed) -> int:
    """The first token of the capitalised words before a bracket whose letters spell it, or -1."""
    letters = strip_marks("".join(t.text for t in line.tokens[short.first : short.last] if t.kind == "word")).lower()
    parts = [t.text for t in line.tokens[short.first : short.last] if t.kind == "word"]
    if not letters.isalpha() or len(letters) < 3 or any(is_common(p) for p in parts):
        return -1
    for first in range(max(0, short.opens - 10), short.opens - 1):
        token = line[first]
        if token.capital and token.key[0] == letters[0] and _spells(line, first, short.opens, letters):
            return first
    return -1


def _spells(line: Line, first: int, last: int, letters: str) -> bool:
    """Whether the initials of the words spell the letters; small words may be left out."""
    words = [t for t in line.tokens[first:last] if t.kind == "word"]
    capitals = [t.key[0] for t in words if t.text[0].isupper()]
    everything = [t.key[0] for t in words]
    return "".join(capitals) == letters or "".join(everything) == letters


def is_common(word: str) -> bool:
    """Whether an upper-case word is one of the field's everyday abbreviations and so no body."""
    return word.upper() in words("bodies", "common_acronyms")
