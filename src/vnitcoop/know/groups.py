"""Which things of the corpus are one: disjoint sets that refuse to join what contradicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Traits = dict[str, set[Any]]


class Families:
    """Keys in disjoint sets; the least key of a set stands for it."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def top(self, key: str) -> str:
        """The key that stands for the set of a key."""
        while (above := self._above.setdefault(key, key)) != key:
            key = above
        return key

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.top(one), self.top(other)))
        self._above[high] = low


class Groups:
    """Things 0..n-1 in groups. A group never holds two values of a `single` trait, nor a barred pair of labels.

    Traits are what a thing is known by (country, entry, edition ...); a group has the union of its members'.
    """

    def __init__(self, traits: list[Traits], single: tuple[str, ...], barred: Iterable[tuple[str, str]] = ()) -> None:
        self._parent = list(range(len(traits)))
        self._traits = [{k: set(v) for k, v in t.items()} for t in traits]
        self._single = single
        self._barred: dict[str, set[str]] = {}
        for one, other in barred:
            self._barred.setdefault(one, set()).add(other)
            self._barred.setdefault(other, set()).add(one)

    def top(self, thing: int) -> int:
        """The thing that stands for its group."""
        while self._parent[thing] != thing:
            self._parent[thing] = self._parent[self._parent[thing]]
            thing = self._parent[thing]
        return thing

    def trait(self, thing: int, name: str) -> set[Any]:
        return self._traits[self.top(thing)].get(name, set())

    def add_trait(self, thing: int, name: str, value: str) -> None:
        self._traits[self.top(thing)].setdefault(name, set()).add(value)

    def clash(self, one: int, other: int) -> bool:
        """Whether the two groups hold different values of a trait that a group has once."""
        mine, theirs = self._traits[self.top(one)], self._traits[self.top(other)]
        return any(mine.get(n) and theirs.get(n) and mine[n] != theirs[n] for n in self._single)

    def kept_apart(self, one: int, other: int) -> bool:
        """Whether a barred pair of labels stands between the two groups."""
        mine, theirs = self._traits[self.top(one)], self._traits[self.top(other)]
        labels = theirs.get("label", set())
        return any(self._barred.get(label, set()) & labels for label in mine.get("label", set()))

    def join(self, one: int, other: int, fits: Callable[[int, int], bool] | None = None, force: bool = False) -> bool:
        """Makes one group of two; False, and nothing done, where they contradict. `force` is a maintainer's word."""
        a, b = sorted((self.top(one), self.top(other)))
        if a == b:
            return True
        if self.kept_apart(a, b) or (not force and (self.clash(a, b) or (fits is not None and not fits(a, b)))):
            return False
        self._parent[b] = a
        for name, values in self._traits[b].items():
            self._traits[a].setdefault(name, set()).update(values)
        return True

    def join_all(self, things: Iterable[int], fits: Callable[[int, int], bool] | None = None) -> None:
        """Joins each thing to the first group among those before it that takes it."""
        tops: list[int] = []
        for thing in things:
            if not any(self.join(top, thing, fits) for top in tops):
                tops.append(thing)

    def members(self) -> dict[int, list[int]]:
        """Every group by its top, members in order."""
        out: dict[int, list[int]] = {}
        for thing in range(len(self._parent)):
            out.setdefault(self.top(thing), []).append(thing)
        return out
