"""Which names of places of one article are names of one place."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.names.names import NamedPlace, Names
from vnitcoop.find.names.places import is_unit
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing, Things
from vnitcoop.find.tokens import Line
from vnitcoop.text import fold
from vnitcoop.types import Kind


def chain_places(things: Things, names: Sequence[Names]) -> list[list[Seen]]:
    """The places of each sentence, each put to one thing: the known place, or the one of that name."""
    by_key: dict[str, Thing] = {}
    out = []
    for n in names:
        seen = []
        for place in n.places:
            key = place.entry.id if place.entry else fold(n.line.words(place.first, place.last))
            if key not in by_key:
                by_key[key] = _new_place(things, n.line, place)
            thing = by_key[key]
            span = n.line.span(place.first, place.last)
            thing.mentions.add(span)
            words = n.line.words(place.first, place.last)
            thing.say("alias" if thing.value("name") != words else "name", words, [span], place.rule)
            if n.line.language == "en" and is_unit(n.line, place.last):  # "Binh Duong Province"
                longer = n.line.words(place.first, place.last + 1)
                thing.say("alias", longer, [n.line.span(place.first, place.last + 1)], "place-by-its-noun")
            seen.append(Seen(place.first, place.last, thing.ref))
        out.append(seen)
    return out


def place_of(things: Things, line: Line, place: NamedPlace) -> Thing:
    """The thing of a known place that stands inside another name: the one told of elsewhere, or a new one."""
    known = (t for t in things.of(Kind.PLACE) if place.entry and t.value("entry") == place.entry.id)
    thing = next(known, None) or _new_place(things, line, place)
    thing.mentions.add(line.span(place.first, place.last))
    return thing


def _new_place(things: Things, line: Line, place: NamedPlace) -> Thing:
    thing = things.add(Kind.PLACE)
    span = line.span(place.first, place.last)
    thing.say("name", line.words(place.first, place.last), [span], place.rule)
    if place.entry:
        thing.say("entry", place.entry.id, [span], place.rule)
        thing.say("kind", place.entry.type or "place", [span], place.rule)
    elif place.type:
        thing.say("kind", place.type, [line.span(max(0, place.first - 1), min(place.last + 1, len(line)))], place.rule)
    return thing
