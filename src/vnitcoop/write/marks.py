"""An article's text as HTML, with every stretch that supports something marked and reachable by its own anchor.

Stretches overlap and lie inside each other. They become nested elements; one that crosses another's end is cut there
and goes on as a second element without an id. The outermost ones are <mark>s. After a stretch stand the numbers of the
records that it supports; those of words inside a name stand after the whole name.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.write import escape

_PASSAGE = 80  # a stretch longer than this is no name: what lies in it has its numbers beside it


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words with an anchor; `supports` is the number of a record in the article's list, 0 for a bare anchor."""

    start: int
    end: int
    anchor: str
    supports: int = 0


def marked(text: str, start: int, end: int, stretches: Sequence[Stretch]) -> Markup:
    """text[start:end] with its stretches marked; those that reach over its ends are cut to it."""
    queue = [
        (max(s.start, start), -min(s.end, end), s.anchor if s.start >= start else "", s.supports)
        for s in stretches
        if s.start < end and s.end > start
    ]
    heapq.heapify(queue)
    writer = _Writer(text, start)
    while queue:
        begin, minus_end, anchor, supports = heapq.heappop(queue)
        writer.go_to(begin)
        stop = -minus_end
        limit = writer.limit
        if limit is not None and stop > limit:
            heapq.heappush(queue, (limit, -stop, "", supports))
            stop = limit
        writer.open(stop, anchor, supports)
    writer.go_to(end)
    return Markup("").join(writer.out)


class _Writer:
    """Writes a text from left to right and closes every stretch at its end."""

    def __init__(self, text: str, start: int) -> None:
        self.out: list[Markup] = []
        self._text = text
        self._at = start
        self._open: list[tuple[int, int, set[int]]] = []  # of each open stretch: its end, length and numbers

    @property
    def limit(self) -> int | None:
        """Where the innermost open stretch ends."""
        return self._open[-1][0] if self._open else None

    def open(self, stop: int, anchor: str, supports: int) -> None:
        style = "" if stop - self._at <= _PASSAGE else "passage" if supports else "passage own"
        self.out.append(_opening("span" if self._open else "mark", anchor, style))
        self._open.append((stop, stop - self._at, {supports} if supports else set()))

    def go_to(self, position: int) -> None:
        while self._open and self._open[-1][0] <= position:
            stop, _, numbers = self._open.pop()
            self._write(stop)
            self.out.append(Markup("</span>" if self._open else "</mark>"))
            if self._open and (self._open[-1][1] <= _PASSAGE or self._open[-1][0] == stop):
                self._open[-1][2].update(numbers)
            else:
                self.out.append(_numbers(numbers))
        self._write(position)

    def _write(self, position: int) -> None:
        if position > self._at:
            self.out.append(escape.lines_within(self._text[self._at : position]))
            self._at = position


def _opening(tag: str, anchor: str, passage: str) -> Markup:
    name = Markup(' id="{}"').format(anchor) if anchor else Markup("")
    style = Markup(' class="{}"').format(passage) if passage else Markup("")
    return Markup("<{}{}{}>").format(Markup(tag), name, style)


def _numbers(numbers: set[int]) -> Markup:
    """Links from the words that just ended to the records that they support, as to the notes of a text."""
    return Markup("").join(
        Markup('<a class="back" role="doc-noteref" href="#{}">{}</a>').format(record_anchor(n), n)
        for n in sorted(numbers)
    )


def record_anchor(number: int) -> str:
    """The id of a record in the list of what its article contributed."""
    return f"r-{number}"


def covered(stretches: Sequence[Stretch], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of text[start:end] that lie in any stretch, in order; what touches is one part."""
    found: list[tuple[int, int]] = []
    for s in sorted((s for s in stretches if s.start < end and s.end > start), key=lambda s: s.start):
        low, high = max(start, s.start), min(end, s.end)
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found
