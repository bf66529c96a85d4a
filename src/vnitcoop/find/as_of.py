"""The date for which a figure holds: the one that follows it closely, else the one that heads its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from vnitcoop import edtf
from vnitcoop.find.words import Phrases, cut, phrase_before, phrases
from vnitcoop.lexicon import lexicon
from vnitcoop.types import DateMention, Span

_AFTER = 70  # characters between a figure and the date after it
_BEFORE = 300  # characters between a date and a figure after it
_PARTS = re.compile(r"[;.:“”]\s|,\s*(?:which|who|\w+ing)\b|\bwho\b")
_JOINS = re.compile(r"[,;]|\b(?:and|et|và)\b")


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dates of one sentence that can date a figure, and where its figures stand, both in the order of the text."""

    text: str
    dates: tuple[DateMention, ...]
    figures: tuple[Span, ...]

    def date_of(self, k: int, mention: Span) -> DateMention | None:
        """The date of the k-th figure, whose words with its noun are `mention`."""
        return self._after(k, mention) or self._before(k)

    def _after(self, k: int, mention: Span) -> DateMention | None:
        i = bisect_left(self.dates, mention.end, key=lambda d: d.span.start)
        if i == len(self.dates):
            return None
        date = self.dates[i]
        if k + 1 < len(self.figures) and self.figures[k + 1].start < date.span.start:
            return None
        gap = self.text[mention.end : min(date.span.start, mention.end + _AFTER + 1)]
        if len(gap) > _AFTER or _PARTS.search(gap) or _dates_verb(gap):
            return None
        return date

    def _before(self, k: int) -> DateMention | None:
        figure = self.figures[k]
        i = bisect_right(self.dates, figure.start, key=lambda d: d.span.end)
        if i == 0 or figure.start - self.dates[i - 1].span.end > _BEFORE:
            return None
        date = self.dates[i - 1]
        if re.search(r"[;“”]", self.text[date.span.end : figure.start]) or self._is_taken(date):
            return None
        return None if _dates_verb(self.text[max(0, date.span.start - 40) : date.span.start]) else date

    def _is_taken(self, date: DateMention) -> bool:
        """Whether the date belongs to a figure right before it: "$300 billion by 2020, ... two memorandums"."""
        i = bisect_right(self.figures, date.span.start, key=lambda s: s.end)
        if i == 0 or date.span.start - self.figures[i - 1].end > _BEFORE:
            return False
        return _JOINS.search(self.text[self.figures[i - 1].end : date.span.start]) is None


def timeline(text: str, start: int, dates: Sequence[DateMention], figures: Sequence[Span]) -> Timeline:
    """The timeline of the sentence that begins at `start`."""
    return Timeline(text, tuple(d for d in dates if _usable(text, d) and not _compares(text, start, d)), tuple(figures))


@cache
def _phrases(name: str) -> Phrases:
    return phrases({name: lexicon("measures")[name]}, backwards=True)


def _usable(text: str, date: DateMention) -> bool:
    """Not the year of a name; a day only after "as of" and such."""
    if date.cue == "name" or "XXXX" in date.edtf:
        return False
    if edtf.precision(date.edtf) != "day" or date.cue == "until":
        return True
    said = cut(text, max(0, date.span.start - 20), date.span.end)
    before = [k for k, word in enumerate(said) if word.start <= date.span.start]
    return any(phrase_before(said, k, _phrases("as_of_day")) for k in range(before[-1], len(said)))


def _compares(text: str, start: int, date: DateMention) -> bool:
    """ "up 9% compared to 2020", "so với cùng kỳ năm trước": the date is what the figure is held against."""
    lead = cut(text, max(start, date.span.start - 40), date.span.start)
    return date.cue != "since" and phrase_before(lead, len(lead), _phrases("comparisons")) is not None


@cache
def _dated_verbs() -> Phrases:
    return phrases(lexicon("measures")["dated_verbs"], backwards=True)


def _dates_verb(gap: str) -> bool:
    """ "founded in 2005": among the last words before the date stands a verb that has the date to itself."""
    words = cut(gap)
    return any(phrase_before(words, k, _dated_verbs()) for k in range(max(1, len(words) - 2), len(words) + 1))
