"""Who is tied to whom: bodies that took part in the same events or made agreements with each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from vnitcoop.types import Agreement, Event, Organisation, Place
from vnitcoop.write.dates_shown import year_of
from vnitcoop.write.world import World

MOST_AT_ONE = 40  # bodies of one event or agreement whose ties are counted
_ROLES = ("organisers", "hosts", "supporters", "participants")


@dataclass(slots=True)
class Tie:
    """Two bodies, the smaller id first, and what they share."""

    first: str
    second: str
    events: list[Event] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)

    @property
    def weight(self) -> int:
        return len(self.events) + len(self.agreements)

    @property
    def years(self) -> tuple[str, str] | None:
        dates = [event.date for event in self.events] + [agreement.date for agreement in self.agreements]
        found = sorted(filter(None, map(year_of, dates)))
        return (found[0], found[-1]) if found else None


@dataclass(frozen=True, slots=True)
class Ties:
    """All ties, the closest first, and how many gatherings were too large to count all of theirs."""

    all: tuple[Tie, ...]
    cut: int

    def among(self, most: int) -> tuple[list[str], list[Tie]]:
        """The bodies with the most ties, and the ties between them; bodies left without any are left out."""
        weights: dict[str, int] = {}
        for tie in self.all:
            for key in (tie.first, tie.second):
                weights[key] = weights.get(key, 0) + tie.weight
        chosen = set(sorted(weights, key=lambda key: (-weights[key], key))[:most])
        ties = [tie for tie in self.all if tie.first in chosen and tie.second in chosen]
        tied = {key for tie in ties for key in (tie.first, tie.second)}
        return sorted(tied, key=lambda key: (-weights[key], key)), ties


def ties_of(world: World) -> Ties:
    """Every pair of bodies that share an event or an agreement; linear in the number of both."""
    found: dict[tuple[str, str], Tie] = {}
    cut = 0
    for event in world.knowledge.events:
        bodies = _bodies(world, (key for role in _ROLES for key in getattr(event, role)))
        cut += len(bodies) > MOST_AT_ONE
        for tie in _pairs(found, bodies[:MOST_AT_ONE]):
            tie.events.append(event)
    for deal in world.knowledge.agreements:
        bodies = _bodies(world, deal.parties)
        cut += len(bodies) > MOST_AT_ONE
        for tie in _pairs(found, bodies[:MOST_AT_ONE]):
            tie.agreements.append(deal)
    order = sorted(found.values(), key=lambda tie: (-tie.weight, -len(tie.agreements), tie.first, tie.second))
    return Ties(tuple(order), cut)


def _bodies(world: World, keys: Iterable[str]) -> list[str]:
    """The organisations and states among them, each once."""
    return [key for key in dict.fromkeys(keys) if isinstance(world.records.get(key), Organisation | Place)]


def _pairs(found: dict[tuple[str, str], Tie], bodies: Sequence[str]) -> Iterable[Tie]:
    for first, second in combinations(sorted(bodies), 2):
        yield found.setdefault((first, second), Tie(first, second))
