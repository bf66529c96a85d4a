"""Bodies around an ellipse, one to a line on either side so that every name can be read; ties are curves between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from vnitcoop.types import Organisation, Place
from vnitcoop.write import wording
from vnitcoop.write.pictures import svg
from vnitcoop.write.pictures.ties import Tie, in_circle
from vnitcoop.write.sheet import Sheet

_WIDTH = 960.0
_ROOM = 262.0  # for a name
_LINE = 25.0
_TOP = 20.0
_SIZE = 14.0
_SQUARE = 5.5
_LEGEND_HIGH = 44.0


@dataclass(frozen=True, slots=True)
class Node:
    key: str
    x: float
    y: float
    side: int  # 1 right, -1 left
    radius: float


def network_picture(sheet: Sheet, bodies: Sequence[str], ties: Sequence[Tie]) -> Markup:
    """The picture of at least two bodies and one tie."""
    nodes = _nodes(in_circle(bodies, ties), ties)
    height = max(node.y for node in nodes.values()) + _TOP
    middle = height / 2
    lines = [_tie(sheet, nodes, tie, middle) for tie in sorted(ties, key=lambda t: (t.weight, t.first, t.second))]
    marks = [_node(sheet, node) for node in nodes.values()]
    said = "A curve ties two bodies that share events or agreements. The table on this page says the same in words."
    legend = _legend(height + 26)
    return svg.picture("network", "Network of bodies", said, _WIDTH, height + _LEGEND_HIGH, *lines, *marks, legend)


def _nodes(order: Sequence[str], ties: Sequence[Tie]) -> dict[str, Node]:
    """Down the right side and up the left, at even heights on an ellipse."""
    weights: dict[str, int] = {}
    for tie in ties:
        for key in (tie.first, tie.second):
            weights[key] = weights.get(key, 0) + tie.weight
    right = -(-len(order) // 2)
    half = (right - 1) * _LINE / 2
    across = _WIDTH / 2 - _ROOM - 26
    nodes = {}
    for place, key in enumerate(order):
        side = 1 if place < right else -1
        row = place if side == 1 else len(order) - 1 - place
        # rows at even heights; those at the ends stand off the middle line, so that their names do not meet
        up = (row - (right - 1) / 2) / (right / 2 + 0.5)
        x = _WIDTH / 2 + side * across * (0.35 + 0.65 * sqrt(1 - up * up))
        y = _TOP + half + (row - (right - 1) / 2) * _LINE
        nodes[key] = Node(key, x, y, side, min(9.5, 4.0 + 1.1 * sqrt(weights[key])))
    return nodes


def _tie(sheet: Sheet, nodes: dict[str, Node], tie: Tie, middle: float) -> Markup:
    """A curve through the inside; one with agreements bears a square in its middle."""
    a, b = nodes[tie.first], nodes[tie.second]
    pull = 0.72 if a.side == b.side else 0.35
    bend_x = (a.x + b.x) / 2 * (1 - pull) + _WIDTH / 2 * pull
    bend_y = (a.y + b.y) / 2 * (1 - pull * 0.4) + middle * pull * 0.4
    start, bend, end = (f"{svg.number(x)} {svg.number(y)}" for x, y in ((a.x, a.y), (bend_x, bend_y), (b.x, b.y)))
    d = f"M{start}Q{bend} {end}"
    inner = [svg.title(tie_words(sheet, tie)), svg.element("path", class_=f"tie w{min(4, tie.weight)}", d=d)]
    if tie.agreements:
        x, y = (a.x + 2 * bend_x + b.x) / 4, (a.y + 2 * bend_y + b.y) / 4
        inner.append(_square(x, y))
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
    anchor, x = ("start", node.x + 14) if node.side == 1 else ("end", node.x - 14)
    mark = (
        svg.element(
            "rect",
            class_="mark",
            x=node.x - node.radius * 0.9,
            y=node.y - node.radius * 0.9,
            width=node.radius * 1.8,
            height=node.radius * 1.8,
        )
        if isinstance(record, Place)
        else svg.element("circle", class_="mark", cx=node.x, cy=node.y, r=node.radius)
    )
    text = svg.words(x, node.y + 5, short, "name", anchor, sheet.language_of(record))
    return svg.link(sheet.to(sheet.world.addresses[node.key]), name, mark, text)


def _square(x: float, y: float) -> Markup:
    d = f"M{svg.number(x)} {svg.number(y - _SQUARE)}l{_SQUARE} {_SQUARE}l-{_SQUARE} {_SQUARE}l-{_SQUARE} -{_SQUARE}z"
    return svg.element("path", class_="deal", d=d)


def _legend(y: float) -> Markup:
    line = svg.element("path", class_="tie w2", d=f"M14 {svg.number(y - 5)}h30")
    deal = svg.element("path", class_="tie w2", d=f"M178 {svg.number(y - 5)}h30")
    return svg.element(
        "g",
        line,
        svg.words(52.0, y, "shared events", "legend"),
        deal,
        _square(193, y - 5),
        svg.words(216.0, y, "with an agreement", "legend"),
        svg.element("circle", class_="mark", cx=366.0, cy=y - 5, r=6.0),
        svg.words(380.0, y, "organisation", "legend"),
        svg.element("rect", class_="mark", x=484.0, y=y - 11, width=11.0, height=11.0),
        svg.words(502.0, y, "state or place", "legend"),
        svg.words(610.0, y, "thicker and larger: more shared", "legend"),
        aria_hidden="true",
    )
