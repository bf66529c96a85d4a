"""The time of a passage: what the sentence after a dated level goes on to tell, or tells a part of, is of that time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from vnitcoop.edtf import bare, bounds
from vnitcoop.find.figures.lines import Line
from vnitcoop.find.figures.repeats import Draft
from vnitcoop.find.figures.units import COUNT
from vnitcoop.find.figures.wordlists import word_list
from vnitcoop.find.figures.words import Phrases, phrase_at, phrases
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Basis, Statement

_MANY = 1000  # what a passage's date holds for when it is counted: people and things, not those of one occasion


class Passage(NamedTuple):
    """What the sentence before dates its levels to; nothing where it has no level with a date."""

    block: int = -1
    as_of: Statement | None = None
    forecast: Statement | None = None

    def after(self, line: Line, drafts: Sequence[Draft]) -> Passage:
        """The passage that the next sentence goes on with."""
        levels = [d for d in drafts if _is_level(d)]
        dates = [s for d in levels for s in d.statements if s.field == "as_of"]
        forecasts = [d.forecast for d in levels if d.forecast.value]
        return Passage(line.sentence.block, dates[-1] if dates else None, forecasts[-1] if forecasts else None)

    def told(self, line: Line, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts of a line, with the passage's date where the line goes on with it and has none of its own.

        A part of what is expected is expected as well: "Exports make up $194 billion of this".
        """
        dated = any(date.cue != "compared" for date in line.dates)
        if not 0 <= line.sentence.block - self.block <= 1 or dated or not drafts:
            return list(drafts)
        of_it = _is_part(line) and not (self.forecast and line.words[0].low in word_list("but"))
        gone = self.as_of is not None and not self.forecast and not _is_ahead(str(self.as_of.value), line.today)
        said: tuple[Statement, ...] = ()
        if self.as_of and (of_it or (gone and _goes_on(line))):
            said = (replace(self.as_of, rule="date-of-passage", basis=Basis.INFERRED),)
        expected = replace(self.forecast, rule="forecast-of-whole", basis=Basis.INFERRED) if self.forecast else None
        return [self._with(d, said, expected if of_it else None) for d in drafts]

    @staticmethod
    def _with(draft: Draft, said: tuple[Statement, ...], expected: Statement | None) -> Draft:
        if not _is_level(draft) or (draft.forecast.value and not expected):
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
