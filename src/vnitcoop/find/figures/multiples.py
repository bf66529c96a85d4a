"""So many times as much, and how often: "multiplied by three", "gấp 4 lần", but "met eight times"."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.figures.units import COUNT
from vnitcoop.find.figures.wordlists import word_list
from vnitcoop.find.figures.words import Word

_BEFORE, _BEHIND = 5, 3  # words in which something is compared


def settled(words: Sequence[Word], i: int, end: int, unit: str, last: int) -> tuple[str, int]:
    """The unit of the number words[i:end] and the position after it, times told from how often."""
    if unit == COUNT and i > 1 and words[i - 1].low in word_list("multiplied_by") and _is_multiplied(words[i - 2]):
        return "times", last
    return unit, last


def _is_multiplied(word: Word) -> bool:
    """ "multiplié", "divisée", "multiplied"."""
    return word.low.startswith(tuple(word_list("multiplied")))
