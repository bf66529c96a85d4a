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
    expected: bool = False
    of_level: bool = False

    def after(self, line: Line, drafts: Sequence[Draft]) -> Passage:
        """The passage that the next sentence goes on with."""
        levels = [d for d in drafts if _is_level(d)]
        dates = [s for d in levels for s in d.statements if s.field == "as_of"]
        told = dates[-1] if dates else None
        inherited = any(s.rule == "date-of-passage" for d in drafts for s in d.statements)
        of_level = bool(dates) and (self.of_level or not inherited)
        return Passage(
            line.sentence.block, self.as_of if inherited else told, any(d.forecast.value for d in levels), of_level
        )

    def told(self, line: Line, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts of a line, with the passage's date where the line goes on with it and has none of its own."""
        dated = any(date.cue != "compared" for date in line.dates)
        gone = self.as_of is not None and not self.expected and not _is_ahead(str(self.as_of.value), line.today)
        if not 0 <= line.sentence.block - self.block <= 1 or dated or not drafts or not gone or self.as_of is None:
            return list(drafts)
        past = line.sentence.block == self.block and _opens(line, drafts[0].mention) and _is_past(line, drafts)
        if not past and not (self.of_level and _goes_on(line)):
            return list(drafts)
        said = replace(self.as_of, rule="date-of-passage", basis=Basis.INFERRED)
        return [self._with(d, said, past) for d in drafts]

    @staticmethod
    def _with(draft: Draft, said: Statement, any_count: bool) -> Draft:
        counted = _is_level(draft) or (any_count and draft.get("unit") == COUNT)
        if not counted or draft.forecast.value or draft.get("as_of"):
            return draft
        return draft._replace(statements=(*draft.statements, said))


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


def _goes_on(line: Line) -> bool:
    """Whether a sentence tells of the same time: it points back, or its verb says what a level was; none is of now."""
    words, language = line.words, line.language
    if any(w.low in word_list("at_present") or w.low in word_list("of_now", language) for w in words):
        return False
    return any(phrase_at(words, i, _going_on("was_level", language)) for i in range(len(words)))
