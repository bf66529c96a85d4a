"""The date of a passage: what the sentence after a dated level goes on to tell is of the same time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from vnitcoop.edtf import bare, bounds
from vnitcoop.find.figures.lines import Line
from vnitcoop.find.figures.repeats import Draft
from vnitcoop.find.figures.units import COUNT
from vnitcoop.find.figures.wordlists import word_list
from vnitcoop.find.figures.words import Phrases, phrase_at, phrases
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Basis, Statement

_MANY = 1000  # what a passage's date holds for when it is counted: people and things, not those of one occasion


@dataclass(frozen=True, slots=True)
class Passage:
    """What the sentence before dates its levels to; nothing where it has no level with a date."""

    block: int = -1
    as_of: Statement | None = None

    def after(self, line: Line, drafts: Sequence[Draft]) -> Passage:
        """The passage that the next sentence goes on with."""
        said = [s for d in drafts for s in d.statements if s.field == "as_of" and _is_level(d)]
        over = [s for s in said if not _is_ahead(str(s.value), line.today)]
        return Passage(line.sentence.block, over[-1] if over else None)

    def told(self, line: Line, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts of a line, with the passage's date where the line goes on with it and has none of its own."""
        if self.as_of is None or line.sentence.block != self.block or line.dates or not _goes_on(line):
            return list(drafts)
        date = replace(self.as_of, rule="date-of-passage", basis=Basis.INFERRED)
        return [
            replace(d, statements=(*d.statements, date)) if _is_level(d) and not d.forecast.value else d for d in drafts
        ]


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


def _goes_on(line: Line) -> bool:
    """Whether a sentence tells of the same time: it points back, or its verb says what a level was; none is of now."""
    words, language = line.words, line.language
    if any(w.low in word_list("at_present") or w.low in word_list("of_now", language) for w in words):
        return False
    if phrase_at(words, 0, _going_on("points_back", language)):
        return True
    return any(phrase_at(words, i, _going_on("was_level", language)) for i in range(len(words)))
