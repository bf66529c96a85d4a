"""A sentence as it is read for figures, and a figure as it is read in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from vnitcoop.find.figures.phrases_counted import Run
from vnitcoop.find.figures.quantities import Quantity
from vnitcoop.find.figures.words import Word
from vnitcoop.types import DateMention, Sentence, Span


class Line(NamedTuple):
    """A sentence to be read for figures; `dated` and `named` are the positions of words in dates and in names."""

    text: str
    language: str  # of the sentence
    sentence: Sentence
    words: tuple[Word, ...]
    dates: tuple[DateMention, ...]
    dated: frozenset[int]
    named: frozenset[int]
    today: str | None  # when the article was published
    dateline: tuple[Span, ...]  # the words that say so
    before: Sentence | None = None

    def span(self, run: Run) -> Span:
        """Where words[first:last] stand in the article."""
        return Span(self.words[run[0]].start, self.words[run[1] - 1].end)


@dataclass(frozen=True)
class Counted:
    """A quantity with the runs of words that say what it measures; none where it is as the figure before."""

    quantity: Quantity
    runs: tuple[Run, ...]
    rule: str

    @cached_property
    def mention(self) -> Run:
        """Qualifier, number, unit and the noun phrase right of them."""
        first, last = self.quantity.first, self.quantity.last
        near = [end for start, end in self.runs[: 1 if self.rule == "time-ago" else None] if last <= start <= last + 3]
        return first, max([last, *near])


def apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in the order of the text, those that overlap as one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def words_of(text: str, spans: Sequence[Span]) -> str:
    """What stands at the spans, as one text."""
    return ", ".join(" ".join(text[s.start : s.end].split()) for s in spans)
