"""Events drawn along an axis of time, each as wide as its date is uncertain, and events counted by year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from markupsafe import Markup

from vnitcoop.lexicon import lexicon
from vnitcoop.write.dates_shown import NO_YEAR, show_date
from vnitcoop.write.pictures import svg
from vnitcoop.write.pictures.spans import Chapter, Span
from vnitcoop.write.sheet import Sheet

WIDTH = 960.0
_EDGE = 16.0
_LANE = 27.0
_TOP = 40.0
_SIZE = 14.0  # of letters
_ROOM = 430.0  # for a name
_LITTLE = 150.0  # less than this, and a name stands inside its bar
_ARROW = 34.0
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST_TICKS = 16
_LEGEND = (("day", "a day"), ("bar", "a month, a year or several days"), ("open", "an open end"), ("about", "about"))


@dataclass(frozen=True, slots=True)
class Axis:
    """Years to pixels. Ticks are years, or months where the axis is short."""

    first: float
    last: float
    ticks: tuple[tuple[float, str], ...]

    def at(self, year: float) -> float:
        return _EDGE + (year - self.first) / (self.last - self.first) * (WIDTH - 2 * _EDGE)


@dataclass(frozen=True, slots=True)
class Placed:
    """A span with its name beside it: where both begin and end."""

    span: Span
    start: float
    end: float
    label: str
    label_at: float
    anchor: str
    left: float
    right: float
    inside: bool = False


def timeline_picture(sheet: Sheet, chapter: Chapter) -> Markup:
    """The picture of a chapter, which holds at least one event."""
    parts: list[Markup] = []
    bottom = 0.0
    if chapter.spans:
        axis = axis_for(chapter.spans)
        lanes = _lanes([_place(sheet, axis, span) for span in chapter.spans])
        bottom = _TOP + len(lanes) * _LANE + 8
        parts.append(_grid(axis, bottom))
        parts += [_mark(sheet, placed, _TOP + _LANE * (i + 0.5)) for i, lane in enumerate(lanes) for placed in lane]
    if chapter.undated:
        drawn, bottom = _undated(sheet, chapter, bottom + (12 if chapter.spans else 0))
        parts.append(drawn)
    if chapter.spans:
        bottom += 32
        parts.append(_legend(bottom - 8))
    said = "Events from left to right as they were held. The table below says the same."
    return svg.picture("timeline", f"Timeline: {chapter.title}", said, WIDTH, bottom + 4, *parts)


def axis_for(spans: Sequence[Span]) -> Axis:
    """The whole years that hold all spans, with at most `_MOST_TICKS` ticks."""
    first = floor(min(span.first for span in spans))
    last = max(first + 1, ceil(max(span.last for span in spans) - 1e-6))
    if last - first == 1:
        months = [name[:3] for name in lexicon("wording")["months"]]
        ticks = [(first + i / 12, f"{name} {first:04d}" if i == 0 else name) for i, name in enumerate(months)]
    else:
        step = next((s for s in _STEPS if (last - first) / s <= _MOST_TICKS), _STEPS[-1])
        ticks = [(float(year), f"{year:04d}") for year in range(first + -first % step, last, step)]
    return Axis(float(first), float(last), tuple(ticks))


def _place(sheet: Sheet, axis: Axis, span: Span) -> Placed:
    """The name stands right of the mark, or left of it where there is more room for it."""
    start, end = axis.at(span.first), axis.at(span.last)
    if span.is_day:
        start, end = start - 6, end + 6
    elif span.open_end:
        start, end = (start, end + _ARROW) if span.open_end == "after" else (start - _ARROW, end)
    else:
        end = max(end, start + 8)
    name = sheet.name(span.event.id)
    after, before = WIDTH - end - 8, start - 8
    if max(after, before) < min(_LITTLE, svg.width_of(name, _SIZE)):
        label = svg.shortened(name, _SIZE, end - start - 16)
        return Placed(span, start, end, label, start + 8, "start", start, end, inside=True)
    if after >= min(before, svg.width_of(name, _SIZE), _ROOM):
        label = svg.shortened(name, _SIZE, min(after, _ROOM))
        return Placed(span, start, end, label, end + 7, "start", start, end + 7 + svg.width_of(label, _SIZE))
    label = svg.shortened(name, _SIZE, min(before, _ROOM))
    return Placed(span, start, end, label, start - 7, "end", start - 7 - svg.width_of(label, _SIZE), end)


def _lanes(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Each in the first lane in which nothing stands where it would."""
    lanes: list[list[Placed]] = []
    for one in placed:
        for lane in lanes:
            if all(one.left > other.right + 14 or one.right < other.left - 14 for other in lane):
                lane.append(one)
                break
        else:
            lanes.append([one])
    return lanes


def _grid(axis: Axis, bottom: float) -> Markup:
    lines = [
        svg.element("path", class_="grid", d=f"M{svg.number(axis.at(at))} 26V{svg.number(bottom)}")
        for at, _ in axis.ticks
    ]
    labels = [
        svg.words(axis.at(at), 18.0, name, "tick", "middle" if at > axis.first else "start") for at, name in axis.ticks
    ]
    base = svg.element("path", class_="axis", d=f"M{svg.number(_EDGE)} 26H{svg.number(WIDTH - _EDGE)}")
    return svg.element("g", *lines, base, *labels, aria_hidden="true")


def _mark(sheet: Sheet, placed: Placed, y: float) -> Markup:
    event = placed.span.event
    name = sheet.name(event.id)
    date = show_date(event.date).words if event.date else ""
    address = sheet.to(sheet.world.addresses[event.id])
    style = "inside" if placed.inside else "name"
    label = svg.words(placed.label_at, y + 5, placed.label, style, placed.anchor, sheet.language_of(event))
    return svg.link(address, f"{name}, {date}", _shape(placed, y), label)


def _shape(placed: Placed, y: float) -> Markup:
    span, start, end = placed.span, placed.start, placed.end
    style = "mark about" if span.about else "mark"
    if span.is_day:
        return svg.element("circle", class_=style, cx=(start + end) / 2, cy=y, r=6.0)
    if span.open_end == "after":
        d = f"M{svg.number(start)} {svg.number(y - 5)}H{svg.number(end - 12)}v-4l12 9l-12 9v-4H{svg.number(start)}z"
        return svg.element("path", class_=style, d=d)
    if span.open_end:
        d = f"M{svg.number(end)} {svg.number(y - 5)}H{svg.number(start + 12)}v-4l-12 9l12 9v-4H{svg.number(end)}z"
        return svg.element("path", class_=style, d=d)
    half = 10.0 if placed.inside else 5.0
    return svg.element("rect", class_=f"{style} bar", x=start, y=y - half, width=end - start, height=2 * half, rx=3.0)


def _undated(sheet: Sheet, chapter: Chapter, top: float) -> tuple[Markup, float]:
    """The lane of events whose year no source states, as many in a row as fit, and where it ends."""
    x, y = _EDGE + 12, top + 48
    drawn = []
    for event in chapter.undated:
        date = show_date(event.date).words if event.date else ""
        name = sheet.name(event.id)
        label = svg.shortened(name, _SIZE, _ROOM) + (f", {date}" if date else "")
        wide = 18 + svg.width_of(label, _SIZE)
        if x + wide > WIDTH - _EDGE and x > _EDGE + 12:
            x, y = _EDGE + 12, y + _LANE
        mark = svg.element("rect", class_="mark undated", x=x - 5, y=y - 5, width=10.0, height=10.0)
        language = sheet.language_of(event)
        spoken = f"{name}, {date + ', ' if date else ''}{NO_YEAR}"
        address = sheet.to(sheet.world.addresses[event.id])
        drawn.append(svg.link(address, spoken, mark, svg.words(x + 13, y + 5, label, "name", language=language)))
        x += wide + 26
    bottom = y + 22
    band = svg.element("rect", class_="band", x=0.0, y=top, width=WIDTH, height=bottom - top, rx=4.0)
    head = svg.words(_EDGE, top + 21, NO_YEAR.capitalize(), "head")
    return svg.element("g", band, head, *drawn), bottom


def _legend(y: float) -> Markup:
    x, parts = _EDGE, []
    for kind, said in _LEGEND:
        if kind == "open":
            d = f"M{svg.number(x)} {svg.number(y - 9)}h12v-4l10 8l-10 8v-4h-12z"
            shape, wide = svg.element("path", class_="mark", d=d), 22.0
        elif kind == "bar":
            shape, wide = svg.element("rect", class_="mark bar", x=x, y=y - 10, width=22.0, height=10.0, rx=3.0), 22.0
        else:
            style = "mark about" if kind == "about" else "mark"
            shape, wide = svg.element("circle", class_=style, cx=x + 6, cy=y - 5, r=6.0), 12.0
        parts += [shape, svg.words(x + wide + 8, y, said, "legend")]
        x += wide + 8 + svg.width_of(said, 13) + 26
    return svg.element("g", *parts, aria_hidden="true")
