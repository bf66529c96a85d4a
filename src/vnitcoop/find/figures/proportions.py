"""So many out of so many, as percent: "two out of three investors", "nine in ten", "un ingénieur sur trois"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from vnitcoop.find.figures.coordinated import is_plural
from vnitcoop.find.figures.numbers import Number, vocabulary
from vnitcoop.find.figures.units import COUNT, read_unit
from vnitcoop.find.figures.wordlists import word_list
from vnitcoop.find.figures.words import Word

_WHOLES = {*range(3, 11), 100}
_WHOLES_OF_ONE = {20, 50}  # "one in twenty"; "18 sur 20" is a mark
_INSIDE = 6  # words between the two numbers: "neuf Laotiens de la capitale sur dix"


def read_proportion(words: Sequence[Word], i: int, language: str) -> Number | None:
    """The share that begins with word i, in percent with two decimals; None where none begins."""
    if language == "vi" and words[i].low == "cứ":
        return _out_of_each(words, i)
    part = _small(words, i, language, 99)
    if part is None:
        return None
    for j in range(i + 1, min(i + 2 + _INSIDE, len(words) - 1)):
        link = _link(words, i, j, language)
        if link:
            whole = _small(words, j + link, language, 100)
            last = j + link + 1
            wholes = _WHOLES | _WHOLES_OF_ONE if part == 1 else _WHOLES
            if whole is None or whole not in wholes or not part < whole or read_unit(words, last, None)[0] != COUNT:
                return None
            if j > i + 1 and _counts(words, last, language):
                return None  # "two firms will cooperate in three areas"
            return Number(i, last, round(Fraction(100 * part, whole), 2), True)
        if not words[j].is_word or _small(words, j, language, 10) is not None:
            return None
    return None


def _counts(words: Sequence[Word], last: int, language: str) -> bool:
    """Whether the second number has a noun of its own, so that it is no whole."""
    if last >= len(words) or not words[last].is_word:
        return False
    return language == "vi" or is_plural(words[last])


def _out_of_each(words: Sequence[Word], i: int) -> Number | None:
    """ "cứ năm kỹ sư thì có hai người": the whole stands first."""
    whole = _small(words, i + 1, "vi", 100)
    behind = range(i + 3, min(i + 4 + _INSIDE, len(words)))
    at = next((j for j in behind if not words[j].is_word or _small(words, j, "vi", 99) is not None), 0)
    part = _small(words, at, "vi", 99) if at else None
    if whole is None or part is None or not part < whole:
        return None
    return Number(i, at + 1, round(Fraction(100 * part, whole), 2), True)


def inside(words: Sequence[Word], first: int, last: int, language: str) -> tuple[int, int] | None:
    """The words between the two numbers of a proportion, which say of what it is; None without any."""
    if words[first].low == "cứ":
        ends = (j for j in range(first + 3, last) if words[j].low in word_list("stops", "vi"))
        return first + 2, next(ends, last - 1)
    link = next(j for j in range(first + 1, last) if _link(words, first, j, language))
    return (first + 1, link) if link > first + 1 else None


def _link(words: Sequence[Word], i: int, j: int, language: str) -> int:
    """How many words at j join the two numbers: "out of", "sur"; a bare "in" only between numbers in words."""
    low, following = words[j].low, words[j + 1].low
    if (low, following) == ("out", "of") and words[j + 2 : j + 3] and words[j + 2].low == "every":
        return 3
    if (low, following) in (("out", "of"), ("in", "every"), ("of", "every"), ("out", "every")):
        return 2
    if language == "fr":
        return int(low == "sur")
    if language == "vi":  # "một trong sáu thị trường" is one of six
        one = words[i].low == "một" and following != "số"
        return (1 + (following == "số")) * int(low == "trong" and not one)
    spelled = language == "en" and not words[i].is_number and not words[j + 1].is_number
    return int(low == "in" and spelled)


def _small(words: Sequence[Word], i: int, language: str, most: int) -> int | None:
    if i >= len(words):
        return None
    low = words[i].low
    value = int(low) if low.isdecimal() and len(low) < 4 else vocabulary(language)["small"].get(low)
    return value if value and value <= most and low not in ("a", "an") else None
