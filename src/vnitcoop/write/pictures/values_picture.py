"""The values of a measure over time, drawn only where three or more of them can be compared.

A dot is a value as of its date; one of a month or a year is as wide as that. An arrow is an open end (`over`, `up to`),
a hollow dot a forecast, a dashed one `about`, and a column a range.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from markupsafe import Markup

from vnitcoop.edtf import bounds
from vnitcoop.types import Figure
from vnitcoop.write import wording
from vnitcoop.write.dates_shown import show_date
from vnitcoop.write.measures import Measure
from vnitcoop.write.pictures import svg
from vnitcoop.write.pictures.spans import years

LEAST = 3  # values of different dates that make a chart
MOST = 40  # values in one
_WIDTH, _LEFT, _TOP, _BASE = 960.0, 96.0, 26.0, 300.0
_RIGHT = 60.0
_MOST_YEARS = 12
_DOT, _ARROW, _SIZE = 5.5, 16, 14.0
_UP, _DOWN = frozenset({"over", "at-least"}), frozenset({"under", "up-to"})


@dataclass(frozen=True, slots=True)
class _Point:
    """A figure between the first and the last day that it holds for, in years."""

    figure: Figure
    first: float
    last: float

    @property
    def top(self) -> float:
        return float(self.figure.high if self.figure.high is not None else self.figure.value)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Years and values to pixels."""

    first: int
    last: int
    top: float

    def x(self, year: float) -> float:
        return _LEFT + (year - self.first) / (self.last - self.first) * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        return _BASE - value / self.top * (_BASE - _TOP)


def values_picture(measure: Measure) -> Markup:
    """The chart, or nothing where fewer than LEAST values have dates of their own, or their unit is a rank."""
    points = _comparable(measure.figures)[:MOST]
    if len({point.figure.as_of for point in points}) < LEAST or measure.unit == "rank":
        return Markup("")
    step = _step(max(point.top for point in points))
    top = step * -(-max(point.top for point in points) // step)
    first, last = floor(min(p.first for p in points)), floor(max(p.last for p in points) - 1e-6) + 1
    scale = _Scale(first, last, top)
    drawn = [_drawn(scale, point) for point in points] + _labels(scale, points)
    said = "Each value at the date that it holds for. The table above says the same."
    return svg.picture("values", measure.name, said, _WIDTH, _BASE + 30, *_grid(scale, step, measure), *drawn)


def _comparable(figures: Sequence[Figure]) -> list[_Point]:
    """The figures of which a source states when they hold, and that are not below nothing."""
    found = []
    for figure in figures:
        first, last = bounds(figure.as_of) if figure.as_of else (None, None)
        if first and last and figure.value >= 0:
            found.append(_Point(figure, years(first), years(last, 1)))
    return sorted(found, key=lambda point: (point.first, point.figure.id))


def _step(most: float) -> float:
    """A round distance between the lines, of which four or five reach over `most`."""
    if not most:
        return 1.0
    power = 10.0 ** floor(log10(most))
    return next(power * share for share in (0.2, 0.25, 0.5, 1.0, 2.0) if most / (power * share) <= 5)


def _grid(scale: _Scale, step: float, measure: Measure) -> list[Markup]:
    parts = []
    for line in range(round(scale.top / step) + 1):
        y = scale.y(line * step)
        style = "grid" if line else "axis"
        parts.append(svg.element("path", class_=style, d=f"M{svg.number(_LEFT)} {svg.number(y)}H{svg.number(_WIDTH)}"))
        said = wording.amount(line * step, measure.unit)
        parts.append(svg.words(_LEFT - 10, y + 5, said, "tick", "end"))
    every = -(-(scale.last - scale.first) // _MOST_YEARS)
    for year in range(scale.first, scale.last, every):
        parts.append(svg.words(scale.x(year + 0.5), _BASE + 20, f"{year:04d}", "tick", "middle"))
    return parts


def _drawn(scale: _Scale, point: _Point) -> Markup:
    figure = point.figure
    start, end, y = scale.x(point.first), scale.x(point.last), scale.y(point.top)
    middle = (start + end) / 2
    style = "mark about" if figure.forecast or figure.qualifier == "about" else "mark"
    parts = [svg.title(f"{show_date(figure.as_of or '').words}: {_said(figure)}")]
    if end - start > 2 * _DOT:
        parts.append(svg.element("rect", class_="mark bar", x=start, y=y - 2, width=end - start, height=4.0, rx=2.0))
    if figure.high is not None:
        high = scale.y(float(figure.value)) - y
        parts.append(svg.element("rect", class_="mark bar", x=middle - 3, y=y, width=6.0, height=high))
    if figure.qualifier in _UP | _DOWN:
        way = -1 if figure.qualifier in _UP else 1
        head = f"M{svg.number(middle)} {svg.number(y)}v{_ARROW * way}m-4 {-6 * way}l4 {6 * way}l4 {-6 * way}"
        parts.append(svg.element("path", class_="axis", d=head))
    parts.append(svg.element("circle", class_=style, cx=middle, cy=y, r=_DOT))
    return svg.element("g", *parts)


def _labels(scale: _Scale, points: Sequence[_Point]) -> list[Markup]:
    """The values above their dots, as far as there is room; the table has them all."""
    taken: list[tuple[float, float, float]] = []
    labels = []
    for point in points:
        said = _said(point.figure)
        half = svg.width_of(said, _SIZE) / 2
        middle = min((scale.x(point.first) + scale.x(point.last)) / 2, _WIDTH - half)
        y = scale.y(point.top) - 12 - (_ARROW if point.figure.qualifier in _UP else 0)
        if all(abs(middle - other) > half + room or abs(y - at) > _SIZE for other, at, room in taken):
            taken.append((middle, y, half))
            labels.append(svg.words(middle, y, said, "count", "middle"))
    return labels


def _said(figure: Figure) -> str:
    return wording.figure_value(figure) + (", forecast" if figure.forecast else "")
