"""Which mentions of places are one place: the gazetteer's entry, else the same name in the same country."""

from __future__ import annotations

from collections.abc import Iterable

from vnitcoop.know.groups import Groups, Traits
from vnitcoop.know.known import Known
from vnitcoop.know.names import folded
from vnitcoop.know.things import Thing
from vnitcoop.text import slug
from vnitcoop.types import Entry, Kind


def resolve_places(things: list[Thing], known: Known, barred: Iterable[tuple[str, str]]) -> Groups:
    """Groups of positions in `things`, with the traits `entry` and `country`."""
    traits: list[Traits] = []
    keys: dict[str, list[int]] = {}
    for position, thing in enumerate(things):
        entry = _entry_of(thing, known)
        country = entry.country if entry else known.country(thing.text("country"))
        labels = thing.labels({entry.id} if entry else {slug(n) for n in thing.names})
        entries, countries = {entry.id} if entry else set(), {country} if country else set()
        traits.append({"entry": entries, "country": countries, "label": labels})
        for key in {f"= {entry.id}"} if entry else sorted({folded(n) for n in thing.names}):
            keys.setdefault(key, []).append(position)
    groups = Groups(traits, ("entry", "country"), barred)
    for key in sorted(keys):
        groups.join_all(sorted(keys[key], key=lambda p: (not groups.trait(p, "country"), p)))
    return groups


def _entry_of(thing: Thing, known: Known) -> Entry | None:
    for entry_id in thing.texts("entry"):
        if entry := known.entry(entry_id, Kind.PLACE):
            return entry
    country = known.country(thing.text("country"))
    return next((e for name in thing.names if (e := known.place(name, thing.text("kind"), country))), None)
