"""Which numbers are figures: not one, not the two partners, not a part of a name, and something is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnitcoop.find.figures.numbers import vocabulary
from vnitcoop.find.figures.partners import is_partners
from vnitcoop.find.figures.phrases_counted import Run, has_plural, head_noun
from vnitcoop.find.figures.quantities import Quantity
from vnitcoop.find.figures.units import COUNT
from vnitcoop.find.figures.wordlists import word_list
from vnitcoop.find.figures.words import Word

_ROUND = 1000  # from here on a number in words counts also without its noun: "will reach five million"


def is_figure(words: Sequence[Word], found: Quantity, runs: tuple[Run, ...], rule: str, language: str) -> bool:
    """Not one, not the two partners, not a name's number, and something is counted."""
    if language == "fr" and found.spelled and words[found.to - 1].low == "neuf" and not _is_plural_fr(words, found):
        return False
    if found.value == 1 and found.unit not in ("percent",) and not found.is_money and found.high is None:
        return found.unit != COUNT and not found.spelled
    of_year = found.last < len(words) and words[found.last].low == "of" and words[found.first - 1].low == "first"
    if found.unit == "months" and of_year:
        return False  # "in the first five months of this year"
    if found.unit != COUNT:
        return not (found.unit in ("times",) and found.value < 2 and found.spelled and found.rule == "number")
    if rule == "counted-noun":
        if words[runs[0][0]].low in word_list("periods"):
            return False
        noun = words[runs[0][0]].low if found.adjective else head_noun(words, runs[0], language)
        return not is_partners(words, found, noun, language) and not _is_address(words, found, runs[0], language)
    if rule in ("of-them", "said-of-so-many"):
        return True
    if rule == "left-out":
        return True
    if language == "fr" and found.spelled and words[found.to - 1].low in vocabulary("fr")["collectives"]:
        return words[found.at].low == "une" and words[found.to - 1].low not in word_list("fortnights")
    if (
        found.spelled
        and found.value < _ROUND
        and not (rule == "as-before" and words[found.first - 1].low in word_list("against"))
    ):
        return False
    if (len(words[found.to - 1].low) > 2 and words[found.to - 1].is_word) or _is_level(words, found, language):
        return True
    stated = rule in ("noun-of", "as-before", "elliptic") or (bool(runs) and _states_number(words, found))
    return stated and found.value >= 10


def _is_plural_fr(words: Sequence[Word], found: Quantity) -> bool:
    """ "neuf entreprises", not "flambant neuf du"."""
    return found.last < len(words) and words[found.last].low.endswith(("s", "x")) and words[found.last].low != "des"


def _is_address(words: Sequence[Word], found: Quantity, run: Run, language: str) -> bool:
    """ "72 Pham Hung Street", "the Note 20 Ultra": before or inside a name in capitals."""
    before = words[found.at - 1] if found.at else words[run[0]]
    if found.at > 1 and words[found.at].is_number and before.is_word and before.is_capital and words[run[0]].is_capital:
        return found.at == found.first
    names = run[1] - run[0] > 1 and all(words[k].text.istitle() for k in range(*run))
    return language == "en" and found.at == found.first and names and not has_plural(words, run)


def _is_level(words: Sequence[Word], found: Quantity, language: str) -> bool:
    """ "ended at 1,334.20", "rose from 350 to 480": right after what points at a level, or between ends of a change."""
    before = words[found.first - 1].low if found.first else ""
    if before in word_list("ends_of_change") and found.value >= 10:
        back = words[max(0, found.first - 7) : found.first - 1]
        return any(w.low in word_list("growth", language) for w in back)
    marked = re.fullmatch(r"\d{1,3}(?:,\d{3})*\.\d+|\d{1,3}(?:,\d{3})+", words[found.at].text)
    return bool(marked) and before in word_list("before_level")


def _states_number(words: Sequence[Word], found: Quantity) -> bool:
    """ "the number of members reached 500": a bare number that a noun or verb of counting announces."""
    left = {w.low for w in words[max(0, found.first - 18) : found.first]}
    return bool(left & word_list("counting")) or found.qualifier != "exact"
