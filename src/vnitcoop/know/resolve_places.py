"""Which mentions of places are one place: the gazetteer's entry, else the same name."""

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
        labels = thing.labels({entry.id} if entry else {slug(n) for n in thing.names})
        countries = {entry.country} if entry and entry.country else set()
        traits.append({"entry": {entry.id} if entry else set(), "country": countries, "label": labels})
        for key in {f"= {entry.id}"} if entry else sorted({folded(n) for n in thing.names}):
            keys.setdefault(key, []).append(position)
    groups = Groups(traits, ("entry",), barred)
    for key in sorted(keys):
        groups.join_all(keys[key])
    return groups


def _entry_of(thing: Thing, known: Known) -> Entry | None:
    for entry_id in thing.texts("entry"):
        if entry := known.entry(entry_id, Kind.PLACE):
            return entry
    return next((e for name in thing.names if (e := known.place(name, thing.text("kind")))), None)
