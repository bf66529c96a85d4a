"""Bodies in two columns, one to a line so that every name can be read, and what ties them drawn between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from vnitcoop.types import Organisation, Place
from vnitcoop.write import wording
from vnitcoop.write.pictures import svg
from vnitcoop.write.pictures.bands import Band, bands
from vnitcoop.write.pictures.ties import Tie
from vnitcoop.write.sheet import Sheet

_WIDTH = 960.0
_ROOM = 262.0  # for a name
_LINE = 27.0
_GAP = 14.0  # between two bands
_TOP = 18.0
_SIZE = 14.0
_SQUARE = 5.5
_LEGEND_HIGH = 44.0
_BULGE = 6.0  # pixels a row by which a band's columns stand out in its middle
_MOST_BULGE = 90.0


@dataclass(frozen=True, slots=True)
class Node:
    key: str
    x: float
    y: float
    side: int  # 1 right, -1 left
    radius: float


def network_picture(sheet: Sheet, bodies: Sequence[str], ties: Sequence[Tie]) -> Markup:
    """The picture of at least two bodies and one tie."""
    weights: dict[str, int] = {}
    for tie in ties:
        for key in (tie.first, tie.second):
            weights[key] = weights.get(key, 0) + tie.weight
    nodes: dict[str, Node] = {}
    groups = bands(bodies, ties)
    inset = max(_bulge(band) for band in groups)
    top = _TOP
    for band in groups:
        nodes |= _nodes(band, top, inset, weights)
        top += band.rows * _LINE + _GAP
    lines = [_tie(sheet, nodes, tie) for tie in sorted(ties, key=lambda t: (t.weight, t.first, t.second))]
    marks = [_node(sheet, node) for node in nodes.values()]
    said = "A line ties two bodies that share events or agreements. The tables on this page say the same in words."
    legend = _legend(top + 16)
    return svg.picture("network", "Network of bodies", said, _WIDTH, top + _LEGEND_HIGH - 12, *lines, *marks, legend)


def _bulge(band: Band) -> float:
    return min(_MOST_BULGE, _BULGE * (band.rows - 2)) if band.rows > 2 else 0.0


def _nodes(band: Band, top: float, inset: float, weights: dict[str, int]) -> dict[str, Node]:
    """The band's bodies at even heights; its columns stand out in the middle, which keeps their ties apart."""
    bulge = _bulge(band)
    nodes = {}
    for side, column in ((-1, band.left), (1, band.right)):
        start = top + (band.rows - len(column)) * _LINE / 2
        for row, key in enumerate(column):
            y = start + (row + 0.5) * _LINE
            up = (y - top) / (band.rows * _LINE) * 2 - 1
            x = _WIDTH / 2 + side * (_WIDTH / 2 - _ROOM - 20 - inset + bulge * sqrt(1 - up * up))
            nodes[key] = Node(key, x, y, side, min(9.5, 4.0 + 1.1 * sqrt(weights[key])))
    return nodes


def _tie(sheet: Sheet, nodes: dict[str, Node], tie: Tie) -> Markup:
    """A curve across, or a bow within a column; one with agreements bears a diamond in its middle."""
    a, b = nodes[tie.first], nodes[tie.second]
    if a.side == b.side:
        depth = min(200.0, 26 + 0.55 * abs(a.y - b.y))
        bends = ((a.x - a.side * depth, a.y), (b.x - b.side * depth, b.y))
    else:
        bends = ((_WIDTH / 2, a.y), (_WIDTH / 2, b.y))
    points = ((a.x, a.y), *bends, (b.x, b.y))
    start, *others = (f"{svg.number(x)} {svg.number(y)}" for x, y in points)
    curve = svg.element("path", class_=f"tie w{min(4, tie.weight)}", d=f"M{start}C{' '.join(others)}")
    inner = [svg.title(tie_words(sheet, tie)), curve]
    if tie.agreements:
        x, y = (sum(share * point[i] for share, point in zip((1, 3, 3, 1), points, strict=True)) / 8 for i in (0, 1))
        inner.append(_diamond(x, y))
    return svg.element("g", *inner)


def tie_words(sheet: Sheet, tie: Tie) -> str:
    shared = [
        wording.counted(len(group), one, f"{one}s")
        for group, one in ((tie.events, "shared event"), (tie.agreements, "agreement"))
        if group
    ]
    return f"{sheet.name(tie.first)} – {sheet.name(tie.second)}: {wording.joined(shared)}"


def _node(sheet: Sheet, node: Node) -> Markup:
    record = sheet.world.records[node.key]
    name = sheet.name(node.key)
    short = svg.shortened(name, _SIZE, _ROOM - 6)
    if short != name and isinstance(record, Organisation) and record.acronym:
        short = record.acronym
    anchor = "start" if node.side == 1 else "end"
    mark = _square(node) if isinstance(record, Place) else _circle(node)
    text = svg.words(node.x + node.side * 15, node.y + 5, short, "name", anchor, sheet.language_of(record))
    return svg.link(sheet.to(sheet.world.addresses[node.key]), name, mark, text)


def _circle(node: Node) -> Markup:
    return svg.element("circle", class_="mark", cx=node.x, cy=node.y, r=node.radius)


def _square(node: Node) -> Markup:
    r = node.radius * 0.9
    return svg.element("rect", class_="mark", x=node.x - r, y=node.y - r, width=2 * r, height=2 * r)


def _diamond(x: float, y: float) -> Markup:
    d = f"M{svg.number(x)} {svg.number(y - _SQUARE)}l{_SQUARE} {_SQUARE}l-{_SQUARE} {_SQUARE}l-{_SQUARE} -{_SQUARE}z"
    return svg.element("path", class_="deal", d=d)


def _legend(y: float) -> Markup:
    return svg.element(
        "g",
        svg.element("path", class_="tie w2", d=f"M14 {svg.number(y - 5)}h30"),
        svg.words(52.0, y, "shared events", "legend"),
        svg.element("path", class_="tie w2", d=f"M158 {svg.number(y - 5)}h30"),
        _diamond(173, y - 5),
        svg.words(196.0, y, "agreement", "legend"),
        _circle(Node("", 288.0, y - 5, 1, 6.0)),
        svg.words(301.0, y, "organisation", "legend"),
        _square(Node("", 406.0, y - 5, 1, 6.0)),
        svg.words(419.0, y, "state or place", "legend"),
        svg.words(530.0, y, "the thicker and larger, the more they share", "legend"),
        aria_hidden="true",
    )
