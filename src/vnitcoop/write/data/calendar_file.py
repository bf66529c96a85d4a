"""Events of which the sources state the day, as iCalendar (RFC 5545): all-day entries that block nobody's time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from vnitcoop.types import Event
from vnitcoop.write.data.days import days, earliest
from vnitcoop.write.escape import visible
from vnitcoop.write.sheet import record_name
from vnitcoop.write.world import World

Dated = tuple[Event, tuple[date, date]]


def dated(world: World) -> list[Dated]:
    """The events whose first and last day are stated, with them, oldest first."""
    known = [(event, span) for event in world.knowledge.events if (span := days(event.date))]
    return sorted(known, key=lambda found: (found[1], found[0].id))


def to_ics(world: World, title: str, events: Iterable[Dated]) -> bytes:
    """A calendar under `title`; an entry's UID is made from its record's id, its time stamp from its sources' dates."""
    calendar = Calendar()
    calendar.add("prodid", "-//vnitcoop//events//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    for event, (first, last) in events:
        calendar.add_component(_entry(world, event, first, last))
    return bytes(calendar.to_ical())


def _entry(world: World, event: Event, first: date, last: date) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.id}@vnitcoop")
    entry.add("dtstamp", datetime.combine(_told(world, event) or first, time(), UTC))
    entry.add("dtstart", first)
    entry.add("dtend", last + timedelta(days=1))  # the first day after it
    entry.add("summary", visible(event.name))
    entry.add("transp", "TRANSPARENT")
    if event.places:
        entry.add("location", _names(world, event.places))
    entry.add("description", "\n".join(_lines(world, event)))
    return entry


def _told(world: World, event: Event) -> date | None:
    """The day of the newest article that tells of the event."""
    found = [earliest(world.articles[key].published) for key in world.told_by[event.id]]
    return max((day for day in found if day), default=None)


def _lines(world: World, event: Event) -> list[str]:
    roles = [("Organised by", event.organisers), ("Hosted by", event.hosts), ("Supported by", event.supporters)]
    sources = [f"Source: {visible(world.articles[key].title)}" for key in world.told_by[event.id]]
    return [*(f"{words} {_names(world, refs)}" for words, refs in roles if refs), *sources]


def _names(world: World, refs: tuple[str, ...]) -> str:
    return ", ".join(visible(record_name(world, world.records[r]) if r in world.records else r) for r in refs)
