"""Where an event is: the places beside its name, and those that host it."""

from __future__ import annotations

from collections.abc import Iterator

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import words


def add_places(cast: Cast, i: int, seen: Seen, event: Thing) -> None:
    """Add the places told with an event: behind "in", and joined to such a one."""
    line = cast.lines[i]
    told = [p for p in cast.places[i] if _is_where(line, p.first) or _where_between(line, p.last, seen.first)]
    behind = [p for p in told if p.first >= seen.last]
    near = [p for p in behind if not _other_event_between(cast, i, seen, p)] or ([] if behind else told)
    for place in near:
        event.say("places", place.ref, [line.span(place.first, place.last)], "place-beside-event")
        for other in _with_it(cast, i, place):
            event.say("places", other.ref, [line.span(other.first, other.last)], "place-beside-event")


def _where_between(line: Line, place: int, event: int) -> bool:
    """ "... for Da Nang in central Vietnam on October 31, where another conference ..."."""
    return place < event and bool({"where", "ou", "noi"} & set(line.keys[place:event]))


def _with_it(cast: Cast, i: int, place: Seen) -> Iterator[Seen]:
    """ "Hanoi and the northeastern province of Quang Ninh": places joined to one by "and"."""
    line = cast.lines[i]
    for other in cast.places[i]:
        gap = line.keys[place.last : other.first]
        if (
            0 < len(gap) <= 6
            and gap[0] in words("grammar", "and")
            and set(gap) <= words("grammar", "before_a_place") | {"et", "va"}
        ):
            yield other


def _is_where(line: Line, first: int) -> bool:
    index = first - 1
    while index > 0 and first - index < 7 and line.key(index) in words("grammar", "before_a_place") | {"'s"}:
        index -= 1
    return index >= 0 and line.key(index) in words("grammar", "where")


def _other_event_between(cast: Cast, i: int, seen: Seen, place: Seen) -> bool:
    return any(seen.last <= e.first < place.first for e in cast.events[i] if e.ref != seen.ref)


def add_hosting_place(cast: Cast, i: int, event: Thing) -> None:
    """ "which Vietnam hosts once a year": a place that hosts is where it is."""
    line = cast.lines[i]
    for place in cast.places[i]:
        if line.key(place.last) in words("grammar", "place_hosts") or line.keys[place.last : place.last + 2] == (
            "dang",
            "cai",
        ):
            event.say("places", place.ref, [line.span(place.first, place.last)], "place-that-hosts")
