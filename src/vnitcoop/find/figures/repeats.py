"""One record per statement: a figure that the headline, a caption or a repeated lead says again is one finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vnitcoop.text import fold
from vnitcoop.types import Finding, Kind, Span, Statement


class Draft(NamedTuple):
    """A figure as one sentence says it; `heading` when that is a title or caption."""

    mention: Span
    statements: tuple[Statement, ...]
    block: int
    heading: bool
    base: tuple[Span, ...]  # the measure without what it was narrowed to here: the next figure may share it

    def get(self, field: str) -> object:
        """What it says in a field; None where it says nothing."""
        return next((s.value for s in self.statements if s.field == field), None)

    @property
    def measure(self) -> str:
        """What it says it measures."""
        return str(self.get("measure"))

    @property
    def forecast(self) -> Statement:
        """Whether it is a forecast."""
        return next(s for s in self.statements if s.field == "forecast")


def merge(drafts: Sequence[Draft]) -> tuple[Finding, ...]:
    """The drafts as findings in the order of the text; what says the same again becomes a further mention."""
    groups: dict[tuple[object, ...], list[list[Draft]]] = {}
    ordered: list[list[Draft]] = []
    for draft in drafts:
        same_value = groups.setdefault((draft.get("value"), draft.get("high"), draft.get("unit")), [])
        group = next((g for g in same_value if any(_same(draft, other) for other in g)), None)
        if group is None:
            group = []
            same_value.append(group)
            ordered.append(group)
        group.append(draft)
    return tuple(_finding(group) for group in ordered)


def _same(a: Draft, b: Draft) -> bool:
    """Of one value and unit: they measure the same, or one heads what the other tells."""
    if a.get("as_of") and b.get("as_of") and a.get("as_of") != b.get("as_of"):
        return False
    words, others = set(fold(a.measure).split()), set(fold(b.measure).split())
    shared = len(words & others) / max(1, min(len(words), len(others)))
    value = a.get("value")
    telling = a.get("unit") not in ("count", "percent", "times") or (isinstance(value, int) and value > 20)
    if a.heading or b.heading:
        return shared > 0 or telling
    return shared >= 0.6


def _finding(group: list[Draft]) -> Finding:
    """The statements of the fullest telling, first of the body; every mention once."""
    best = max(group, key=lambda d: (not d.heading, len(d.statements), -d.mention.start))
    mentions = tuple(sorted({d.mention for d in group}))
    return Finding(Kind.FIGURE, mentions, best.statements)
