"""Dates that are only held against another: "up 9% compared to 2020", "so với cùng kỳ năm trước"."""

from __future__ import annotations

from functools import cache

from vnitcoop.edtf import precision
from vnitcoop.find.figures.words import Phrases, cut, phrase_before, phrases
from vnitcoop.lexicon import lexicon
from vnitcoop.types import DateMention

_LEAD = 40  # characters before a date in which the words of comparison stand


@cache
def _phrases() -> Phrases:
    return phrases({"comparison": lexicon("measures")["comparisons"]}, backwards=True)


@cache
def dated_verbs() -> Phrases:
    """The verbs of what is done once, "launched", indexed from their end."""
    return phrases(lexicon("measures")["dated_verbs"], backwards=True)


def is_compared(text: str, start: int, date: DateMention) -> bool:
    """Whether the words before a date, in the sentence that begins at `start`, hold something against it."""
    if precision(date.edtf) == "day":
        return False  # "on 3 March"
    lead = cut(text, max(start, date.span.start - _LEAD), date.span.start)
    return phrase_before(lead, len(lead), _phrases()) is not None


def is_begun(text: str, start: int, date: DateMention) -> bool:
    """Whether a verb of what is done once stands right before a date: "launched last year"."""
    lead = cut(text, max(start, date.span.start - _LEAD), date.span.start)
    return any(phrase_before(lead, k, dated_verbs()) for k in range(max(1, len(lead) - 1), len(lead) + 1))
