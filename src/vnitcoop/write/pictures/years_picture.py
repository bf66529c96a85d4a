"""Events counted by year, as columns that lead to each year's own picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.write import wording
from vnitcoop.write.dates_shown import NO_YEAR
from vnitcoop.write.pictures import svg

_WIDTH = 960.0
_TALL = 180.0
_BASE = 214.0
_MOST_COLUMN = 56.0
_LABEL = 34.0  # a year's label is this wide
_APART = 100.0  # for the column of what has no year, which stands by itself


@dataclass(frozen=True, slots=True)
class Count:
    """How many events begin in a year, and the page that shows them ("" where there are none)."""

    label: str
    count: int
    href: str


def years_picture(counts: Sequence[Count]) -> Markup:
    """The picture of at least one count, in the order given."""
    years, undated = [c for c in counts if c.label != NO_YEAR], [c for c in counts if c.label == NO_YEAR]
    end = _WIDTH - 10 - (_APART if undated else 0)
    step = (end - 10) / max(1, len(years))
    wide = min(_MOST_COLUMN, step * 0.78)
    fullest = max(count.count for count in counts)
    every = max(1, int(-(-_LABEL // step)))
    drawn = [_column(one, 10 + step * (i + 0.5), wide, fullest) for i, one in enumerate(years)]
    labels = [
        svg.words(10 + step * (i + 0.5), _BASE + 19, one.label, "tick", "middle")
        for i, one in enumerate(years)
        if (len(years) - 1 - i) % every == 0
    ]
    for one in undated:
        drawn.append(_column(one, _WIDTH - _APART / 2, wide, fullest))
        labels.append(svg.words(_WIDTH - _APART / 2, _BASE + 19, NO_YEAR, "tick", "middle"))
    base = svg.element("path", class_="axis", d=f"M10 {svg.number(_BASE)}H{svg.number(end)}")
    said = "One column a year, as high as events began in it. The table below says the same."
    return svg.picture("years", "Events by year", said, _WIDTH, _BASE + 30, *drawn, base, *labels)


def _column(one: Count, middle: float, wide: float, fullest: int) -> Markup:
    high = _TALL * one.count / fullest
    style = "mark undated" if one.label == NO_YEAR else "mark"
    bar = svg.element("rect", class_=style, x=middle - wide / 2, y=_BASE - high, width=wide, height=high)
    number = svg.words(middle, _BASE - high - 7, f"{one.count:,}" if one.count else "", "count", "middle")
    if not one.href:
        return svg.element("g", bar, number)
    return svg.link(one.href, f"{one.label}: {wording.counted(one.count, 'event', 'events')}", bar, number)
