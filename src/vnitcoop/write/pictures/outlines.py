"""Land and borders as paths: Natural Earth's outlines (public domain; baked by tools/outlines.py), cut to a frame.

The projection is the equirectangular one, true to scale at the frame's middle latitude.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from math import cos, radians
from typing import Any

from vnitcoop.write.pictures.svg import number

_STEPS = 50  # to a degree, as the file holds them
_CLOSE = 1.6  # pixels below which a point adds nothing
_BEYOND = 4.0  # pixels beyond the frame that are still drawn, so that cut edges are not seen

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the world as wide as `width` pixels: degrees east of its edges (may pass 180) and degrees north."""

    west: float
    south: float
    east: float
    north: float
    width: float

    @property
    def height(self) -> float:
        return (self.north - self.south) * self._scale

    @property
    def _squeeze(self) -> float:
        return cos(radians((self.south + self.north) / 2))

    @property
    def _scale(self) -> float:
        return self.width / ((self.east - self.west) * self._squeeze)

    def at(self, longitude: float, latitude: float) -> Point:
        """Pixels from the frame's upper left corner, by the way round the world that leads into the frame."""
        turned = self.west + (longitude - self.west) % 360
        return ((turned - self.west) * self._squeeze * self._scale, (self.north - latitude) * self._scale)

    def holds(self, longitude: float, latitude: float) -> bool:
        return self.west + (longitude - self.west) % 360 <= self.east and self.south <= latitude <= self.north

    def plain(self, longitude: float, latitude: float) -> Point:
        """As `at`, for longitudes that are counted on beyond 180 already."""
        return ((longitude - self.west) * self._squeeze * self._scale, (self.north - latitude) * self._scale)


def middles_of(country: str) -> list[Point]:
    """Longitude and latitude of points well inside a country, the best first; none for countries too small to draw."""
    return [(east, north) for east, north in _data()["middles"].get(country, [])]


def land(frame: Frame) -> str:
    """All land in the frame, as the `d` of a path."""
    return "".join(_closed(ring) for turned in _turned(_rings(), frame) for ring in [_cut(turned, frame)] if ring)


def borders(frame: Frame) -> str:
    """All borders between countries in the frame, as the `d` of a path."""
    lines = (_lines()[index] for index in _data()["borders"])
    return "".join(_open(piece) for line in _turned(lines, frame) for piece in _inside(line, frame))


@cache
def _data() -> dict[str, Any]:
    return dict(json.loads(resources.files(__package__).joinpath("outlines.json").read_text(encoding="utf-8")))


@cache
def _lines() -> list[list[Point]]:
    lines = []
    for numbers in _data()["lines"]:
        x = y = 0
        points = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x / _STEPS, y / _STEPS))
        lines.append(points)
    return lines


def _rings() -> Iterator[list[Point]]:
    """Each line goes on where the one before it ended, also beyond 180 degrees."""
    for ring in _data()["rings"]:
        points: list[Point] = []
        for index in ring:
            line = _lines()[index] if index >= 0 else _lines()[~index][::-1]
            turn = 360 * round((points[-1][0] - line[0][0]) / 360) if points else 0
            points += [(x + turn, y) for x, y in line]
        yield points


def _turned(lines: Iterable[list[Point]], frame: Frame) -> Iterator[list[Point]]:
    """The lines in pixels, once for every way round the world by which they reach into the frame."""
    for line in lines:
        west, east = min(x for x, _ in line), max(x for x, _ in line)
        for turn in (-360, 0, 360, 720):
            if west + turn < frame.east and east + turn > frame.west:
                yield [frame.plain(x + turn, y) for x, y in line]


def _cut(ring: list[Point], frame: Frame) -> list[Point]:
    """The part of a ring inside the frame (Sutherland and Hodgman 1974)."""
    right, bottom = frame.width + _BEYOND, frame.height + _BEYOND
    ring = _cut_at(ring, lambda x, _: x + _BEYOND)
    ring = _cut_at(ring, lambda x, _: right - x)
    ring = _cut_at(ring, lambda _, y: y + _BEYOND)
    return _thinned(_cut_at(ring, lambda _, y: bottom - y))


def _cut_at(ring: list[Point], inside: Callable[[float, float], float]) -> list[Point]:
    """The part of a ring on the side of a line where `inside`, in pixels from that line, is not below 0."""
    kept: list[Point] = []
    for (x, y), (to_x, to_y) in zip(ring[-1:] + ring[:-1], ring, strict=True):
        before, now = inside(x, y), inside(to_x, to_y)
        if (before >= 0) != (now >= 0):
            share = before / (before - now)
            kept.append((x + share * (to_x - x), y + share * (to_y - y)))
        if now >= 0:
            kept.append((to_x, to_y))
    return kept


def _inside(line: list[Point], frame: Frame) -> Iterator[list[Point]]:
    """The stretches of a line that lie in the frame, each with the point before and after it."""
    piece: list[Point] = []
    for start, end in pairwise(line):
        if any(0 <= x <= frame.width and 0 <= y <= frame.height for x, y in (start, end)):
            piece = [*piece, end] if piece else [start, end]
        elif piece:
            yield _thinned(piece)
            piece = []
    if piece:
        yield _thinned(piece)


def _thinned(line: list[Point]) -> list[Point]:
    kept = line[:1]
    for x, y in line[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _CLOSE:
            kept.append((x, y))
    return kept


def _open(line: list[Point]) -> str:
    """A path by steps from point to point, which take less room than places; rounding does not add up over them."""
    if len(line) < 2:
        return ""
    tenths = [(round(10 * x), round(10 * y)) for x, y in line]
    steps = (f"{number((x - a) / 10)} {number((y - b) / 10)}" for (a, b), (x, y) in pairwise(tenths))
    path = f"M{number(tenths[0][0] / 10)} {number(tenths[0][1] / 10)}l{' '.join(steps)}"
    return path.replace(" -", "-")


def _closed(ring: list[Point]) -> str:
    return f"{_open(ring)}z" if len(ring) > 2 else ""
