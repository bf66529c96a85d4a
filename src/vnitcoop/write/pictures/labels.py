"""Where symbols and their names stand on a map so that none covers another: the same places for the same map."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, pi, sin

_LINE = 18.0  # pixels that a line of text is high
_APART = 1.5
_RINGS = 12  # ways out of a crowd that are tried, each this much farther
_RING = 5.0
_TURNS = 16
_GAPS = (0.0, 14.0, 30.0, 50.0, 75.0)  # pixels between a symbol and its name, beyond the usual, that are tried


@dataclass(frozen=True, slots=True)
class Name:
    """Where a name stands: x, baseline and anchor, and whether so far off that a line must lead to it."""

    x: float
    y: float
    anchor: str
    is_led: bool


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


class Labels:
    """A map while it is filled: all symbols first, the most important first; then the names."""

    def __init__(self, frame: Box) -> None:
        self._frame = frame
        self._symbols: list[tuple[float, float, float]] = []
        self._taken: list[Box] = []

    def symbol(self, x: float, y: float, radius: float) -> tuple[float, float]:
        """Where a symbol stands: at its place, or at the nearest spot where it covers no other."""
        steps = [(0.0, 0.0)]
        for ring in range(1, _RINGS):
            away = ring * _RING
            steps += [(away * sin(2 * pi * i / _TURNS), away * cos(2 * pi * i / _TURNS)) for i in range(_TURNS)]
        spot = next(((x + dx, y + dy) for dx, dy in steps if self._is_free(x + dx, y + dy, radius)), (x, y))
        self._symbols.append((*spot, radius))
        self._taken.append(Box(spot[0] - radius, spot[1] - radius, spot[0] + radius, spot[1] + radius))
        return spot

    def label(self, x: float, y: float, radius: float, width: float) -> Name | None:
        """Where a name of this width stands beside its symbol, as near to it as it fits; None where none does."""
        found = (self._beside(x, y, radius + gap, width, gap > 0) for gap in _GAPS)
        return next((name for name in found if name), None)

    def _beside(self, x: float, y: float, radius: float, width: float, is_led: bool) -> Name | None:
        side, slant = radius + 5, radius * 0.75
        tries = (
            (x + side, y, "start"),
            (x - side, y, "end"),
            (x, y - radius - 11, "middle"),
            (x, y + radius + 11, "middle"),
            (x + slant + 3, y - slant - 8, "start"),
            (x + slant + 3, y + slant + 8, "start"),
            (x - slant - 3, y - slant - 8, "end"),
            (x - slant - 3, y + slant + 8, "end"),
        )
        for at, middle, anchor in tries:
            left = at - {"start": 0.0, "end": width, "middle": width / 2}[anchor]
            box = Box(left, middle - _LINE / 2, left + width, middle + _LINE / 2)
            if self._frame.holds(box) and not any(box.meets(other) for other in self._taken):
                self._taken.append(box)
                return Name(at, middle + 5, anchor, is_led)
        return None

    def _is_free(self, x: float, y: float, radius: float) -> bool:
        return all(hypot(x - a, y - b) >= radius + r + _APART for a, b, r in self._symbols)
