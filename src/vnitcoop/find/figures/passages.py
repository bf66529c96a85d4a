"""Which time is being told: what goes on from a sentence, or tells a part of what it counts, is of its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from vnitcoop.edtf import bare, bounds
from vnitcoop.find.figures.lines import Line
from vnitcoop.find.figures.repeats import Draft
from vnitcoop.find.figures.units import COUNT, DURATIONS
from vnitcoop.find.figures.wordlists import word_list
from vnitcoop.find.figures.words import Phrases, phrase_at, phrases
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Basis, Span, Statement

_HEAD = 2  # words at the head of a sentence
_MANY = 1000  # what a passage's date holds for when it is counted: people and things, not those of one occasion


class Passage(NamedTuple):
    """The time that a sentence tells of: the date of its levels, else the past one that it names; or none."""

    block: int = -1
    as_of: Statement | None = None
    forecast: Statement | None = None
    of_level: bool = False

    def after(self, line: Line, drafts: Sequence[Draft]) -> Passage:
        """The passage that the next sentence goes on with."""
        levels = [d for d in drafts if _is_level(d)]
        dates = [s for d in levels for s in d.statements if s.field == "as_of"]
        forecasts = [d.forecast for d in levels if d.forecast.value]
        told = dates[-1] if dates else None
        inherited = any(s.rule == "date-of-passage" for d in drafts for s in d.statements)
        of_level = bool(dates) and (self.of_level or not inherited)
        return Passage(
            line.sentence.block, self.as_of if inherited else told, forecasts[-1] if forecasts else None, of_level
        )

    def told(self, line: Line, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts of a line, with the passage's date where the line goes on with it and has none of its own.

        A part of what is expected is expected as well: "Exports make up $194 billion of this".
        """
        dated = any(date.cue != "compared" for date in line.dates)
        if not 0 <= line.sentence.block - self.block <= 1 or dated or not drafts:
            return list(drafts)
        beside = line.sentence.block == self.block
        goes_back = self.of_level or self.forecast is not None or self.as_of is None
        of_it = goes_back and _is_part(line) and not (self.forecast and line.words[0].low in word_list("but"))
        gone = self.as_of is not None and not self.forecast and not _is_ahead(str(self.as_of.value), line.today)
        past = gone and beside and _opens(line, drafts[0].mention) and _is_past(line, drafts)
        said: tuple[Statement, ...] = ()
        if self.as_of and (of_it or past or (gone and self.of_level and _goes_on(line))):
            said = (replace(self.as_of, rule="date-of-passage", basis=Basis.INFERRED),)
        expected = replace(self.forecast, rule="forecast-of-whole", basis=Basis.INFERRED) if self.forecast else None
        return [self._with(d, said, expected if of_it else None, past) for d in drafts]

    @staticmethod
    def _with(draft: Draft, said: tuple[Statement, ...], expected: Statement | None, any_count: bool) -> Draft:
        counted = _is_level(draft) or (any_count and draft.get("unit") == COUNT)
        if not counted or (draft.forecast.value and not expected):
            return draft
        kept = tuple(s for s in draft.statements if not (expected and s.field == "forecast"))
        dates = () if draft.get("as_of") else said
        return draft._replace(statements=(*kept, *dates, *((expected,) if expected else ())))


def _is_level(draft: Draft) -> bool:
    """A sum, a share or a large count."""
    value, unit = draft.get("value"), draft.get("unit")
    large = isinstance(value, (int, float)) and value >= _MANY
    return (
        unit in ("percent", "times")
        or (isinstance(unit, str) and unit.isupper() and len(unit) == 3)
        or (unit == COUNT and large)
    )


def _opens(line: Line, span: Span) -> bool:
    """Whether a date or figure stands at the head of a sentence: "In 2008 we", "Only 40 spoke", "Of the 112 polled"."""
    head = _HEAD + (line.words[0].low in word_list("of", line.language))
    return any(word.start == span.start for word in line.words[:head])


def _is_past(line: Line, drafts: Sequence[Draft]) -> bool:
    """Whether a sentence tells what was: its verb says so, in Vietnamese no word says that a share is of now."""
    lows = {w.low for w in line.words}
    if not lows.isdisjoint(word_list("at_present") | word_list("of_now", line.language)):
        return False
    if drafts[0].get("unit") in DURATIONS:
        return False  # "Eighteen months before, there were"
    if line.language == "vi":
        return drafts[0].get("unit") == "percent"
    imperfect = (low.endswith(("ait", "aient")) and not low.endswith(("rait", "raient")) for low in lows)
    if line.language == "fr":
        return any(imperfect)
    return any(low in word_list("told_verbs", "en") or (len(low) > 3 and low.endswith("ed")) for low in lows)


def _is_ahead(date: str, today: str | None) -> bool:
    begins, ends = bounds(bare(date))[1], bounds(bare(today))[1] if today else None
    return begins is not None and ends is not None and begins.year > ends.year


@cache
def _going_on(name: str, language: str) -> Phrases:
    return phrases({name: lexicon("measures")[name].get(language, ())})


def _is_part(line: Line) -> bool:
    """Whether a sentence tells a part of what the one before measures: "of this", "... make up 4 percent of it"."""
    words, language = line.words, line.language
    if phrase_at(words, 0, _going_on("points_back", language)):
        return True
    behind = (phrase_at(words, i, _going_on("of_it", language)) for i in range(1, len(words)))
    return any(end and (end[0] >= len(words) or not words[end[0]].is_word) for end in behind)


def _goes_on(line: Line) -> bool:
    """Whether a sentence tells of the same time: it points back, or its verb says what a level was; none is of now."""
    words, language = line.words, line.language
    if any(w.low in word_list("at_present") or w.low in word_list("of_now", language) for w in words):
        return False
    if _is_part(line):
        return True
    return any(phrase_at(words, i, _going_on("was_level", language)) for i in range(len(words)))
