"""Whether a figure is expected, planned, needed or targeted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from vnitcoop.find.measures import is_subject
from vnitcoop.find.quantities import Quantity
from vnitcoop.find.wordlists import word_list
from vnitcoop.find.words import Phrases, Word, phrase_at, phrases
from vnitcoop.lexicon import lexicon

_REACH = 18  # words between a cue and the number
_FUTURE_FR = re.compile(r"[^\W\d_]{2,}(?:er|ir|dr|ur|tr)(?:a|ont)")


@cache
def _cues(language: str) -> Phrases:
    return phrases({"cue": lexicon("measures")["forecast"].get(language, ())})


def forecast_cue(
    words: Sequence[Word], found: Quantity, floor: int, ceiling: int, language: str, chained: bool
) -> tuple[int, int] | None:
    """The words that make the figure a forecast; None when it is stated as it is.

    `floor` and `ceiling` are where the figures before and after stand; a cue before another figure reaches this one
    only when both are joined by a comma or "and" (`chained`).
    """
    for i in range(found.first - 1, max(floor, found.first - _REACH) - 1, -1):
        if words[i].low in (";", ".", "”"):
            return None
        cue = _cue_at(words, i, language)
        if cue and cue[1] <= found.first + 1:
            return cue
        if words[i].low in word_list("finite", language) and not _is_perfect(words, i, language):
            return _cue_at(words, i - 1, language) if i > floor else None  # "the goal is to ..."
    return (
        _cue_after(words, found, ceiling, language)
        if not chained and is_subject(words, found, floor, language)
        else None
    )


def _is_perfect(words: Sequence[Word], i: int, language: str) -> bool:
    """ "is expected", "has a target of", "is to reach": a verb that a cue follows, or one that only introduces it."""
    return words[i].low in word_list("auxiliaries", language) and any(
        _cue_at(words, k, language) for k in range(i + 1, min(i + 6, len(words)))
    )


def _cue_at(words: Sequence[Word], i: int, language: str) -> tuple[int, int] | None:
    found = phrase_at(words, i, _cues(language))
    if found:
        return i, found[0]
    if language == "fr" and _FUTURE_FR.fullmatch(words[i].low) and words[i].low not in ("opéra", "caméra"):
        return i, i + 1
    return None


def _cue_after(words: Sequence[Word], found: Quantity, ceiling: int, language: str) -> tuple[int, int] | None:
    """The verb whose subject the figure is: "At least 40% of the budget will go to ..."."""
    aside = False
    for i in range(found.last, min(ceiling, found.last + 40)):
        low = words[i].low
        if low in (";", ".", "”"):
            return None
        if low in word_list("asides"):
            aside = True
        elif low == "," and aside:
            aside = False
        elif not aside:
            cue = _cue_at(words, i, language)
            if cue and low in word_list("forecast_verbs", language):
                return cue
            if (low in word_list("finite", language) and not _is_perfect(words, i, language)) or (
                low.endswith("ed") and language == "en"
            ):
                return None
    return None
