"""Stretches of text that are spoken for: whoever comes first has the words."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from vnitcoop.types import Span


class Taken:
    """Spans that do not overlap; asking and adding take time in the logarithm of their number."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)

    def is_free(self, span: Span) -> bool:
        """Whether the span overlaps none of those taken."""
        i = bisect_left(self._spans, span)
        before = i == 0 or self._spans[i - 1].end <= span.start
        return before and (i == len(self._spans) or span.end <= self._spans[i].start)

    def take(self, span: Span) -> bool:
        """Take the span if it is free; whether it was."""
        free = self.is_free(span)
        if free:
            insort(self._spans, span)
        return free
