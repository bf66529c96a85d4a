"""Fractions in words are percent: "one fourth", "half of", "deux tiers", "một phần tư", "1/3 số"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from vnitcoop.find.figures.numbers import Number, vocabulary
from vnitcoop.find.figures.units import DASHES
from vnitcoop.find.figures.wordlists import word_list, word_lists
from vnitcoop.find.figures.words import Word

_CHANGED_BY = ("by", "d'", "dont")


def read_fraction(words: Sequence[Word], i: int, language: str) -> Number | None:
    """The share that begins with word i, its value in percent, two decimals; None where none begins."""
    worded = _vietnamese(words, i) if language == "vi" else _worded(words, i, language)
    found = worded or _slashed(words, i, language)
    if found is None:
        return None
    last, share = found
    return Number(i, last, round(share * 100, 2), True)


def _worded(words: Sequence[Word], i: int, language: str) -> tuple[int, Fraction] | None:
    numbers = vocabulary(language)
    first = words[i].low
    if first in numbers["halves"] and _goes_on(words, i + 1, numbers):
        nth = i > 0 and words[i - 1].low in numbers["nth_half"]  # "the second half of the year"
        return None if nth else (i + 1, Fraction(1, 2))
    if first == "half" and _is_half_alone(words, i, numbers):
        return i + 1, Fraction(1, 2)
    if first in numbers["halves"] and i and words[i - 1].low in _CHANGED_BY and _closes(words, i, i + 1, numbers):
        return i + 1, Fraction(1, 2)
    if first == "moitié" and i and words[i - 1].low == "la":
        return i + 1, Fraction(1, 2)
    if language == "fr" and first == "un" and _is_part(words, i):
        return i + 2, Fraction(1, numbers["fractions"][words[i + 1].low])
    if language == "fr" and first in ("quart", "tiers") and i and words[i - 1].low in ("le", "du", "au"):
        return (i + 1, Fraction(1, numbers["fractions"][first])) if _goes_on(words, i + 1, numbers) else None
    count = numbers["small"].get(first)
    if not count or count > 9:
        return None
    j = i + 1
    if j < len(words) and words[j].low == "-":
        j += 1
    parts = numbers["fractions"].get(words[j].low) if j < len(words) else None
    if not parts or count >= parts or (words[j].low == "tiers" and i and words[i - 1].low in ("par", "chez")):
        return None  # "vérifié par un tiers de confiance": a third party
    hyphen, named = j > i + 1, first not in ("a", "an", "un", "une")
    closing = not named and not hyphen and _closes(words, i, j + 1, numbers)
    if not (hyphen or named or closing or _goes_on(words, j + 1, numbers)):
        return None
    if (
        not closing
        and words[j].low in ("quarter", "quarters", "quart")
        and not (hyphen or _goes_on(words, j + 1, numbers))
    ):
        return None
    return j + 1, Fraction(count, parts)


def _is_half_alone(words: Sequence[Word], i: int, numbers: dict[str, Any]) -> bool:
    """ "more than half is electronics", "could take half by 2023"; not "cut in half", "a year and a half"."""
    before = words[i - 1].low if i else ","
    if i + 1 < len(words) and words[i + 1].low in word_lists("en", "finite", "subject_verbs"):
        return before in (*numbers["before_share"], *word_list("before_alone"), "other", ".", ":", "“")
    ends = i + 1 == len(words) or not words[i + 1].is_word or words[i + 1].low == "by"
    return ends and before in numbers["taking"] and (i + 1 == len(words) or words[i + 1].low not in DASHES)


def _is_part(words: Sequence[Word], i: int) -> bool:
    """ "dont un quart poursuit", "près d'un tiers viennent", "un tiers seulement": no third party, no quarter hour."""
    if i + 1 >= len(words) or words[i + 1].low not in ("quart", "tiers"):
        return False
    before = words[i - 1].low if i else ""
    following = words[i + 2].low if i + 2 < len(words) else ""
    told = following in word_lists("fr", "finite", "subject_verbs", "skipped") or following.endswith("ent")
    return told or (before in ("dont", "encore", "qu'", "que") and following not in vocabulary("fr")["of"])


def _closes(words: Sequence[Word], i: int, j: int, numbers: dict[str, Any]) -> bool:
    """ "rose by a fifth, ...", "accounted for a quarter.", "grew by a third to", "are a fifth lower than"."""
    if j < len(words) and words[j].low in word_list("more_than"):
        return True
    ends = j == len(words) or (not words[j].is_word and words[j].low not in DASHES)
    before = words[i - 1].low if i else ""
    if (
        before in numbers["of"] and i > 1 and words[i - 2].low in word_list("growth", "en")
    ):  # "growth of a fifth a year"
        return ends or words[j].low in numbers["after_share"]
    return before in numbers["before_share"] and (
        ends
        or (before in _CHANGED_BY and words[j].low in numbers["after_share"])
        or (before == "from" and words[j].low == "to")
    )


def _goes_on(words: Sequence[Word], i: int, numbers: dict[str, Any]) -> bool:
    return i < len(words) and words[i].low in numbers["of"]


def _vietnamese(words: Sequence[Word], i: int) -> tuple[int, Fraction] | None:
    small = vocabulary("vi")["small"]
    low = [w.low for w in words[i : i + 4]]
    if low[:2] == ["một", "nửa"] or low[:2] == ["quá", "nửa"]:
        return i + 2, Fraction(1, 2)
    if low[:1] == ["nửa"] and low[1:2] and low[1] in vocabulary("vi")["share_of"]:
        return i + 1, Fraction(1, 2)
    if len(low) == 4 and low[1] == "phần" and low[0] in small and low[3 - 1] in small:
        return i + 3, Fraction(small[low[0]], small[low[2]])
    return None


def _slashed(words: Sequence[Word], i: int, language: str) -> tuple[int, Fraction] | None:
    """ "2/3 of the firms", "7/10 doanh nghiệp"."""
    if not words[i].low.isdecimal() or i + 1 == len(words) or words[i + 1].low != "/":
        return None
    numbers, low = vocabulary(language), [w.low for w in words[i : i + 4]]
    wholes = numbers["share_of"] if language == "vi" else numbers["of"]
    if len(low) < 3 or low[1] != "/" or not (low[0].isdecimal() and low[2].isdecimal()):
        return None
    compared = language == "vi" and i > 0 and words[i - 1].low in numbers["before_fraction"]  # "chỉ bằng 1/5"
    if not compared and (len(low) < 4 or low[3] not in wholes):
        return None
    above, below = int(low[0][:3]), int(low[2][:3])
    return (i + 3, Fraction(above, below)) if 0 < above < below <= 10 else None
