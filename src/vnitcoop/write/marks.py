"""An article's text as HTML, with every stretch that supports something marked and reachable by its own anchor.

Stretches overlap and lie inside each other. They become nested elements; one that crosses another's end is cut there
and goes on as a second element without an id. Every outermost stretch is a <mark> and is followed by the numbers of
the records that it supports.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.write import escape


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words with an anchor; `supports` is the number of a record in the article's list, 0 for a bare anchor."""

    start: int
    end: int
    anchor: str
    supports: int = 0


@dataclass(frozen=True, slots=True)
class Supported:
    """What a number in the text leads to."""

    href: str
    name: str


def marked(text: str, start: int, end: int, stretches: Sequence[Stretch], supported: dict[int, Supported]) -> Markup:
    """text[start:end] with its stretches marked; those that reach over its ends are cut to it."""
    queue = [
        (max(s.start, start), -min(s.end, end), s.anchor if s.start >= start else "", s.supports)
        for s in stretches
        if s.start < end and s.end > start
    ]
    heapq.heapify(queue)
    out: list[Markup] = []
    open_ends: list[int] = []
    numbers: set[int] = set()
    at = start

    def close_until(position: int) -> None:
        nonlocal at
        while open_ends and open_ends[-1] <= position:
            out.append(escape.lines_within(text[at : open_ends[-1]]))
            at = open_ends.pop()
            out.append(Markup("</span>") if open_ends else Markup("</mark>") + _numbers(numbers, supported))
        out.append(escape.lines_within(text[at:position]))
        at = max(at, position)

    while queue:
        begin, minus_end, anchor, supports = heapq.heappop(queue)
        close_until(begin)
        stop = -minus_end
        if open_ends and stop > open_ends[-1]:
            heapq.heappush(queue, (open_ends[-1], -stop, "", supports))
            stop = open_ends[-1]
        out.append(_opening("span" if open_ends else "mark", anchor))
        open_ends.append(stop)
        if supports:
            numbers.add(supports)
    close_until(end)
    return Markup("").join(out)


def _opening(tag: str, anchor: str) -> Markup:
    name = Markup(' id="{}"').format(anchor) if anchor else Markup("")
    return Markup("<{}{}>").format(Markup(tag), name)


def _numbers(numbers: set[int], supported: dict[int, Supported]) -> Markup:
    """Links from the words that just ended to the records that they support; the set is emptied."""
    links = Markup("").join(
        Markup('<a class="back" href="{}" aria-label="{}">{}</a>').format(
            supported[n].href, escape.text(f"{n}, supports {supported[n].name}"), n
        )
        for n in sorted(numbers)
    )
    numbers.clear()
    return links


def spread(stretches: Sequence[Stretch], start: int, end: int) -> tuple[int, int] | None:
    """The first beginning and the last end of what lies within text[start:end], or None when nothing does."""
    inside = [s for s in stretches if s.start < end and s.end > start]
    if not inside:
        return None
    return max(start, min(s.start for s in inside)), min(end, max(s.end for s in inside))
