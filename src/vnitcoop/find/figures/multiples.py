"""So many times as much, and how often: "multiplied by three", "gấp 4 lần", but "met eight times"."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.figures.units import COUNT
from vnitcoop.find.figures.wordlists import word_list, word_lists
from vnitcoop.find.figures.words import Word

_BEFORE, _BEHIND = 5, 3  # words in which something is compared


def settled(words: Sequence[Word], i: int, end: int, unit: str, last: int) -> tuple[str, int]:
    """The unit of the number words[i:end] and the position after it, times told from how often."""
    if unit == COUNT and i > 1 and words[i - 1].low in word_list("multiplied_by") and _is_multiplied(words[i - 2]):
        return "times", last
    if unit == "times" and last == end + 1 and words[end].is_word and not _is_compared(words, i, last):
        return COUNT, end
    return unit, last


def _is_multiplied(word: Word) -> bool:
    """ "multiplié", "divisée", "multiplied"."""
    return word.low.startswith(tuple(word_list("multiplied")))


def _is_compared(words: Sequence[Word], i: int, last: int) -> bool:
    """ "grew five times", "three times as many", "gấp 4 lần"."""
    before, behind = ({w.low for w in part} for part in (words[max(0, i - _BEFORE) : i], words[last : last + _BEHIND]))
    grows = any(before & word_lists(language, "multiple_before", "growth") for language in ("en", "fr", "vi"))
    return grows or bool(behind & word_lists("", "multiple_after", "more_than"))
