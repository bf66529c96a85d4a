"""Where bodies stand in the network's picture: each tied group in a band of its own, in two columns with ties between.

Which column, and in which order, is found by fixed rounds of two known heuristics, so that few ties stay within a
column (a greedy cut) and few cross (barycentres; Sugiyama, Tagawa and Toda 1981).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnitcoop.write.pictures.ties import Tie

_ROUNDS = 8
_Near = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Band:
    """A group of bodies that are tied to each other and to no others, from top to bottom."""

    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def rows(self) -> int:
        return max(len(self.left), len(self.right))


def bands(bodies: Sequence[str], ties: Sequence[Tie]) -> list[Band]:
    """The bodies, given with the most tied first, in bands, the largest first."""
    near: _Near = {key: {} for key in bodies}
    for tie in ties:
        near[tie.first][tie.second] = near[tie.second][tie.first] = tie.weight
    groups = _groups(bodies, near)
    return [_band(group, near) for group in sorted(groups, key=len, reverse=True)]


def _groups(bodies: Sequence[str], near: _Near) -> list[list[str]]:
    rank = {key: place for place, key in enumerate(bodies)}
    seen: set[str] = set()
    groups = []
    for key in bodies:
        if key in seen:
            continue
        seen.add(key)
        group = [key]
        for one in group:  # grows while it is read
            new = [other for other in near[one] if other not in seen]
            seen.update(new)
            group += new
        groups.append(sorted(group, key=rank.__getitem__))
    return groups


def _band(group: Sequence[str], near: _Near) -> Band:
    columns: tuple[list[str], list[str]] = ([], [])
    room = -(-len(group) // 2)
    for key in group:
        pulls = [sum(near[key].get(other, 0) for other in column) for column in columns]
        side = 0 if (pulls[0], len(columns[0])) <= (pulls[1], len(columns[1])) else 1
        columns[side if len(columns[side]) < room else 1 - side].append(key)
    for turn in range(_ROUNDS):
        moved, fixed = columns[turn % 2], columns[1 - turn % 2]
        heights = _heights(moved) | _heights(fixed)
        moved.sort(key=lambda key: _barycentre(near[key], heights, heights[key]))
    return Band(tuple(columns[0]), tuple(columns[1]))


def _heights(column: Sequence[str]) -> dict[str, float]:
    return {key: (place + 0.5) / len(column) for place, key in enumerate(column)}


def _barycentre(near: dict[str, int], heights: dict[str, float], own: float) -> float:
    total = sum(near.values())
    return sum(heights[key] * weight for key, weight in near.items()) / total if total else own
