"""Bake the outlines of land and borders, `write/pictures/outlines.json`, from Natural Earth 1:50m (public domain).

    npm pack world-atlas@2 && tar xzf world-atlas-2.*.tgz && python tools/outlines.py package/countries-50m.json

Lines are thinned (Douglas and Peucker 1973), finer around Vietnam and East Asia than elsewhere, and islands too small
to be seen at that scale are left out, whoever claims them. Numbers are steps of 1/50 degree, east and north.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from math import hypot, inf
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "src/vnitcoop/write/pictures/outlines.json"
GAZETTEER = ROOT / "src/vnitcoop/lexicon/places.yml"
STEPS = 50  # to a degree
NEAR = (90.0, -12.0, 148.0, 48.0)  # west, south, east, north: drawn fine
FINE, COARSE = 0.07, 0.3  # degrees that a thinned line may be off
SEEN_NEAR, SEEN_FAR = 0.15, 1.5  # square degrees of the smallest island that is kept
LEFT_OUT = {"Antarctica"}
SHORT = {"eSwatini": "Eswatini", "Macedonia": "North Macedonia", "Turkey": "Türkiye"}
SAMPLES = 30  # a side of the grid on which a country's middles are looked for
MIDDLES = 3  # of a country: a symbol takes the one that is farthest from others

Point = tuple[float, float]
Line = list[Point]


def bake(source: Path) -> dict[str, Any]:
    """Lines (each: a first point, then steps from point to point), rings of land, borders, and countries' middles."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    lines = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    rings: list[list[int]] = []
    users = [0] * len(lines)
    middles: dict[str, list[list[float]]] = {}
    codes = _codes()
    for country in topology["objects"]["countries"]["geometries"]:
        name = SHORT.get(country["properties"]["name"], country["properties"]["name"])
        if name in LEFT_OUT:
            continue
        parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        kept = [ring for part in parts for ring in part if _is_seen(_joined(ring, lines))]
        rings += kept
        for index in {i if i >= 0 else ~i for ring in kept for i in ring}:
            users[index] += 1
        if name in codes and kept:
            largest = max((_joined(ring, lines) for ring in kept), key=_area)
            middles[codes[name]] = [[round(number, 1) for number in point] for point in _middles(largest)]
    return _numbered(lines, rings, users) | {"middles": dict(sorted(middles.items()))}


def _numbered(lines: list[Line], rings: list[list[int]], users: list[int]) -> dict[str, Any]:
    """Only the lines that are used, thinned; those with a country on both sides are borders."""
    used = [index for index, count in enumerate(users) if count]
    number = {index: place for place, index in enumerate(used)}
    return {
        "lines": [_encoded(_thinned(lines[index])) for index in used],
        "rings": [[number[i] if i >= 0 else ~number[~i] for i in ring] for ring in rings],
        "borders": [number[index] for index in used if users[index] > 1],
    }


def _codes() -> dict[str, str]:
    entries = yaml.safe_load(GAZETTEER.read_text(encoding="utf-8"))
    of_states = [entry for entry in entries if "country" in entry and entry["kind"] in {"country", "territory"}]
    return {name: entry["country"] for entry in of_states for name in entry["en"]}


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Line:
    x = y = 0
    line = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        east = x * transform["scale"][0] + transform["translate"][0]
        line.append((east, y * transform["scale"][1] + transform["translate"][1]))
    return _unbroken(line)


def _unbroken(line: Line) -> Line:
    """The line with longitudes that go on beyond 180 degrees, rather than jump to the other edge of the map."""
    turned = [line[0]]
    for x, y in line[1:]:
        turned.append((x - 360 * round((x - turned[-1][0]) / 360), y))
    return turned


def _encoded(line: Line) -> list[int]:
    points = [(round(x * STEPS), round(y * STEPS)) for x, y in line]
    numbers = list(points[0])
    for (x, y), (next_x, next_y) in pairwise(points):
        if (x, y) != (next_x, next_y):
            numbers += [next_x - x, next_y - y]
    return numbers


def _joined(ring: list[int], lines: list[Line]) -> Line:
    return _unbroken([point for i in ring for point in (lines[i] if i >= 0 else lines[~i][::-1])])


def _is_near(line: Line) -> bool:
    west, south, east, north = NEAR
    return any(west <= x <= east and south <= y <= north for x, y in line)


def _is_seen(ring: Line) -> bool:
    return _area(ring) >= (SEEN_NEAR if _is_near(ring) else SEEN_FAR)


def _area(ring: Line) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def _thinned(line: Line) -> Line:
    """The line with only the points without which it would be off by more than allowed; a closed one in two halves."""
    allowed = FINE if _is_near(line) else COARSE
    if line[0] != line[-1]:
        return _thin(line, allowed)
    far = max(range(len(line)), key=lambda i: hypot(line[i][0] - line[0][0], line[i][1] - line[0][1]))
    return _thin(line[: far + 1], allowed)[:-1] + _thin(line[far:], allowed)


def _thin(line: Line, allowed: float) -> Line:
    if len(line) < 3:
        return line
    away, far = max((_distance(point, line[0], line[-1]), i) for i, point in enumerate(line[1:-1], 1))
    if away <= allowed:
        return [line[0], line[-1]]
    return _thin(line[: far + 1], allowed)[:-1] + _thin(line[far:], allowed)


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a stretch."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0
    along = min(1.0, max(0.0, along))
    return hypot(point[0] - start[0] - along * dx, point[1] - start[1] - along * dy)


def _middles(ring: Line) -> list[Point]:
    """Points of a grid inside the ring: the one farthest from its edge, then those far from it and from each other."""
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    south, north = min(y for _, y in ring), max(y for _, y in ring)
    grid = [
        (west + (east - west) * (i + 0.5) / SAMPLES, south + (north - south) * (j + 0.5) / SAMPLES)
        for i in range(SAMPLES)
        for j in range(SAMPLES)
    ]
    edges = list(zip(ring, ring[1:] + ring[:1], strict=True))
    inside = [point for point in grid if _is_inside(point, edges)] or [ring[0]]
    coarse = edges[:: max(1, len(edges) // 150)]
    room = {point: min((_distance(point, a, b) for a, b in coarse), default=inf) for point in inside}
    found = [max(inside, key=room.__getitem__)]
    while len(found) < MIDDLES:
        apart = {point: min(hypot(point[0] - x, point[1] - y) for x, y in found) for point in inside}
        found.append(max(inside, key=lambda point: min(2 * room[point], apart[point] / 3)))
    return found


def _is_inside(point: Point, edges: list[tuple[Point, Point]]) -> bool:
    x, y = point
    crossed = [
        (a, b) for a, b in edges if (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
    ]
    return len(crossed) % 2 == 1


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    TARGET.write_text(json.dumps(bake(Path(sys.argv[1])), separators=(",", ":")) + "\n", encoding="utf-8")
