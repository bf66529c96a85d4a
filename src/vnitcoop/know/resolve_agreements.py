"""Which reports of agreements are of one: the same kind, the same two or more parties, and dates that fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vnitcoop.know import when
from vnitcoop.know.groups import Groups
from vnitcoop.know.things import Thing

Identify = Callable[[Thing, str], set[str]]


def resolve_agreements(things: list[Thing], barred: Iterable[tuple[str, str]], identify: Identify) -> Groups:
    """Groups of positions in `things`; several agreements of one article stay apart."""
    keyed: dict[tuple[str, ...], list[int]] = {}
    traits = []
    for position, thing in enumerate(things):
        parties = identify(thing, "parties")
        traits.append({"article": {thing.article.id}, "date": set(thing.texts("date")), "label": set()})
        if len(parties) > 1:
            keyed.setdefault((thing.text("kind") or "", *sorted(parties)), []).append(position)
    groups = Groups(traits, (), barred)

    def fits(one: int, other: int) -> bool:
        if groups.trait(one, "article") & groups.trait(other, "article"):
            return False
        dates = groups.trait(one, "date"), groups.trait(other, "date")
        return all(when.compatible(a, b) for a in dates[0] for b in dates[1])

    for key in sorted(keyed):
        groups.join_all(keyed[key], fits)
    return groups
