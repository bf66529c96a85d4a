"""Where an event is by a name that holds a city: its own, or that of the house where it is held."""

from __future__ import annotations

from collections.abc import Iterator

from vnitcoop.find.events.event_dates import is_day, meet
from vnitcoop.find.events.event_places import is_placed
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.names import NamedPlace
from vnitcoop.find.names.place_chains import place_of
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import words
from vnitcoop.types import Basis, Kind

_HOUSE = 5  # tokens between "at" and the name of a house: "tại khách sạn"
_FOR = 2  # tokens between a house and its event: "for the"


def add_city_of_name(cast: Cast, event: Thing) -> None:
    """ "Paris Blockchain Week": a city in the name of an event, told elsewhere, is where it is, if nothing else is."""
    known = {p.value("entry") for p in cast.things.of(Kind.PLACE)}
    for i, seen in _lines_of(cast, event):
        cities = list(_cities_within(cast, i, seen.first, seen.last))
        for city in cities if len({c.entry for c in cities}) == 1 else ():  # not "Daegu - Da Nang Business Meeting"
            if not is_placed(cast, event) and city.entry and city.entry.id in known:
                say_city(cast, i, city, event, "city-in-name")


def add_city_of_venue(cast: Cast, event: Thing) -> None:
    """ "Opened at the Hanoi University of Science": the city in the name of the house that stands behind "at"."""
    if event.value("places"):
        return
    for i, seen in _lines_of(cast, event):
        line, titled = cast.lines[i], cast.names[i].titled
        for body in cast.bodies[i]:
            before = 0 <= seen.first - body.last <= _FOR  # "at the Hanoi Opera House for the X Forum"
            held = _is_at(line, body.first) and (before or body.first >= seen.first)
            of_person = any(t.first <= body.first < t.last for t in titled)
            city = next(_cities_within(cast, i, body.first, body.last), None)
            if held and city and not of_person:
                say_city(cast, i, city, event, "city-of-venue")
                return


def say_city(cast: Cast, i: int, city: NamedPlace, event: Thing, rule: str) -> None:
    """Put an event to a city that stands inside a name."""
    line = cast.lines[i]
    thing = place_of(cast.things, line, city)
    event.say("places", thing.ref, [line.span(city.first, city.last)], rule, Basis.INFERRED)


def city_within(cast: Cast, i: int, body: Seen) -> NamedPlace | None:
    """The city in a body's name, if it has one: "Da Nang Software Park"."""
    return next(_cities_within(cast, i, body.first, body.last), None)


def _lines_of(cast: Cast, event: Thing) -> Iterator[tuple[int, Seen]]:
    """Every sentence that names an event, with where."""
    for i, events in enumerate(cast.events):
        yield from ((i, e) for e in events if e.ref == event.ref)


def _cities_within(cast: Cast, i: int, first: int, last: int) -> Iterator[NamedPlace]:
    for place in cast.names[i].nested:
        if first <= place.first and place.last <= last and place.type == "city" and place.entry:
            yield place


def add_place_of_that_day(cast: Cast, event: Thing) -> None:
    """The place of the other events of that day, where all are told to be in one place nearer than a country."""
    days = [str(d) for d in event.values("date")]
    if event.value("places") or not any(is_day(d) for d in days):
        return
    others = [e for e in cast.things.of(Kind.EVENT) if e is not event and e.mentions and is_placed(cast, e)]
    near = [e for e in others if any(is_day(str(o)) and meet(d, str(o)) for d in days for o in e.values("date"))]
    told = {s.value: s for e in near for s in e.statements if s.field == "places"}
    if len(told) == 1:
        place = next(iter(told.values()))
        event.say("places", place.value, place.spans, "place-of-that-day", Basis.INFERRED)


def _is_at(line: Line, body: int) -> bool:
    """Whether a house stands behind "at", also "at the", "tại khách sạn"."""
    at = body - 1
    while at > max(0, body - _HOUSE) and line.lows[at] not in words("events", "venue_where"):
        if line[at].capital or not {line.key(at)} & (words("grammar", "articles") | words("events", "inside_address")):
            return False
        at -= 1
    return at >= 0 and line.lows[at] in words("events", "venue_where")
