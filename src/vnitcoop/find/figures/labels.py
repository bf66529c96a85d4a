"""Digits that say no amount: codes, versions, clock times, and what numbers rooms, decrees and models."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnitcoop.find.figures.numbers import Number
from vnitcoop.find.figures.units import DASHES, currency_before, glued_unit
from vnitcoop.find.figures.wordlists import word_list
from vnitcoop.find.figures.words import Word
from vnitcoop.lexicon import lexicon

_CODE_BEFORE = re.compile(r"[\w_#+]$|\w[/:‑–-]$|\.$")
_RANGE_BEFORE = re.compile(r"[\d%][–-]$|\d$")
_JOINTS = {"&", "/", "-"}
_BEFORE_PLACES = {"in", "at", "to", "from", "for", "of", "with", "by", "and", ","}
_LISTS, _LISTED = {"list", "lists", "liste"}, 3  # and in how many words before "top"
_CODE_AFTER = re.compile(r":\d|/\d|/[A-ZĐ]|[.,]\d|\.[a-z]|_|\+\d")


def is_code(words: Sequence[Word], number: Number, text: str) -> bool:
    """Digits inside a code, a date, a clock time or a name: 5G, COVID-19, 6/2005, 15:00, 1012/QD-TTg, +1."""
    if number.spelled:
        return False
    start, end = words[number.first].start, words[number.last - 1].end
    before = text[max(0, start - 2) : start]
    digits = words[number.first].text
    if digits[0] == "0" and digits.isdecimal() and len(digits) > 2:
        return True  # the first of a telephone number
    if (
        _CODE_BEFORE.search(before)
        and not (before.endswith("+") and text[end : end + 2].lstrip().startswith("%"))
        and not _RANGE_BEFORE.search(before)
        and not currency_before(words, number.first, text)[0]
        and not _is_prefixed(words, number.first)
    ):
        return True
    if _CODE_AFTER.match(text, end):
        return True
    following = words[number.last] if number.last < len(words) else None
    glued = following is not None and following.start == end and (following.is_word or following.is_number)
    if glued and following and following.text.islower() and len(following.text) > 3:
        return 1900 <= number.value <= 2100  # "12sinh viên": a blank is lost
    return glued and not number.scaled and not glued_unit(words, number.last)


def _is_prefixed(words: Sequence[Word], i: int) -> bool:
    """ "sub-7 nanometre", "minus-5 degrees": a word that bounds or turns the number, not a name's first part."""
    return i > 1 and words[i - 1].low in DASHES and words[i - 2].low in lexicon("numbers")["prefixes"]


def is_label(words: Sequence[Word], number: Number, language: str) -> bool:
    """ "Decision 1012", "Room 5", "No. 12": a name for something, not how many."""
    i = number.first
    if i == 0 or number.spelled:
        return False
    labels = lexicon("numbers")["labels"]
    before = words[i - 1].low if words[i - 1].low != "." or i < 2 else words[i - 2].low
    if before == "top" and is_length_of_list(words, i - 1):
        return False
    if before == "số" and number.value > 9 and _counts_on(words, number.last):
        return False
    if before in labels["numbering"]:
        return True
    if before in labels["calendar"] and (number.grouped is not None or number.value > 31):
        return 1900 <= number.value <= 2100
    return before in labels.get(language, ()) or (language == "en" and _is_in_name(words, number))


def is_length_of_list(words: Sequence[Word], top: int) -> bool:
    """ "its list of the top 100 destinations": so long is the list."""
    return any(w.low in _LISTS for w in words[max(0, top - _LISTED) : top])


def _is_in_name(words: Sequence[Word], number: Number) -> bool:
    """ "63,000 Model 3 sedans", "the S&P 500 rose": small digits right after a name; "in Japan 3 offices" counts."""
    i, run = number.first, number.first - 1
    small = not number.scaled and words[i].text.isdecimal() and len(words[i].text) < 4
    if not small or not words[run].is_capital or words[run].low in word_list("stops", "en"):
        return False
    while run > 0 and (words[run - 1].is_capital or words[run - 1].low in _JOINTS):
        run -= 1
    following = words[number.last] if number.last < len(words) else None
    return run > 0 and following is not None and not following.is_capital and words[run - 1].low not in _BEFORE_PLACES


def _counts_on(words: Sequence[Word], i: int) -> bool:
    """ "trong số 500 doanh nghiệp": a counted thing follows, not a name or an owner."""
    return i < len(words) and words[i].text.islower() and words[i].low != "của"


def is_clock(words: Sequence[Word], first: int, last: int, unit: str) -> bool:
    """ "9 am", "lúc 9 giờ", "à 17 heures"."""
    clock = lexicon("units")["clock"]
    if last < len(words) and words[last].low in clock["after"]:
        return True
    return unit == "hours" and first > 0 and words[first - 1].low in clock["before"]
