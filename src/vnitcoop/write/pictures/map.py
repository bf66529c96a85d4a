"""The map's page: places with their events as a list, and the same drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import hypot

from markupsafe import Markup

from vnitcoop.text import fold
from vnitcoop.types import Event, Place
from vnitcoop.write import escape, wording
from vnitcoop.write.dates_shown import sort_key, year_of
from vnitcoop.write.links import Address
from vnitcoop.write.pictures.map_picture import Site, near_frame, near_picture, world_picture
from vnitcoop.write.pictures.outlines import middles_of
from vnitcoop.write.sheet import Sheet
from vnitcoop.write.tables import Row, Table, few, table, words
from vnitcoop.write.world import World

TEMPLATE = "map.md"
_MOST_SITES = 60  # in a picture
_MOST_ROWS = 200
_MOST_NAMED = 3  # events of a place
_COARSENESS = {"city": 0, "province": 1, "region": 2, "territory": 3, "country": 3}
_COARSEST = 4


@dataclass(frozen=True, slots=True)
class MapPage:
    title: str
    lead: str
    crumbs: tuple[Markup, ...]
    pictures: tuple[Markup, ...]
    table: Table | None
    notes: tuple[str, ...]


def map_pages(world: World) -> Iterable[tuple[Sheet, MapPage]]:
    sheet = Sheet(world, "map/index.md")
    held = _held(world)
    order = sorted(held, key=lambda key: (-len(held[key]), fold(sheet.name(key)), key))
    sites = _sites(world, order, held)
    home = escape.link(sheet.to(Address("index.md")), "Home")
    page = MapPage(
        title="Map",
        lead="Where events were held, as precisely as the sources say it.",
        crumbs=(home, Markup("Map")),
        pictures=_pictures(sheet, sites[:_MOST_SITES]),
        table=_table(sheet, order, held),
        notes=tuple(_notes(world, order, sites)),
    )
    yield sheet, page


def _held(world: World) -> dict[str, list[Event]]:
    """Events by place, the newest first; a country is left out where a place in it is named for the same event."""
    held: dict[str, list[Event]] = {}
    for event in sorted(world.knowledge.events, key=lambda e: (sort_key(e.date), e.id), reverse=True):
        for key in _finest(world, event):
            held.setdefault(key, []).append(event)
    return held


def _finest(world: World, event: Event) -> list[str]:
    named = list(dict.fromkeys(event.places))
    places = [place for key in named if (place := world.one(Place, key))]
    return [key for key in named if not any(_is_within(other, world.one(Place, key)) for other in places)]


def _is_within(fine: Place, coarse: Place | None) -> bool:
    """Whether one place is a finer one in the other's country, or in whatever part of the world the other is."""
    if coarse is None or _coarseness(fine) >= _coarseness(coarse):
        return False
    return _coarseness(coarse) == _COARSEST or (_coarseness(coarse) == 3 and fine.country == coarse.country)


def _coarseness(place: Place) -> int:
    return _COARSENESS.get(place.kind, _COARSEST)


def _sites(world: World, order: Sequence[str], held: dict[str, list[Event]]) -> list[Site]:
    """What has a position, in order. A country stands well inside it, away from its cities: no source named a point."""
    known = [
        Site(place, len(held[key]), place.longitude, place.latitude)
        for key in order
        if (place := world.one(Place, key)) and place.longitude is not None and place.latitude is not None
    ]
    inside: dict[str, list[Site]] = {}
    for site in known:
        if site.place.kind != "country" and site.place.country:
            inside.setdefault(site.place.country, []).append(site)
    return [
        _moved(site, inside.get(site.place.country or "", [])) if site.place.kind == "country" else site
        for site in known
    ]


def _moved(site: Site, others: Sequence[Site]) -> Site:
    middles = middles_of(site.place.country or "")
    if not middles:
        return site
    far = max(middles, key=lambda m: min((hypot(m[0] - o.longitude, m[1] - o.latitude) for o in others), default=0.0))
    return replace(site, longitude=far[0], latitude=far[1])


def _pictures(sheet: Sheet, sites: Sequence[Site]) -> tuple[Markup, ...]:
    if not sites:
        return ()
    near = near_frame(sites)
    world = world_picture(sheet, sites, near)
    if near is None:
        return (world,)
    if all(near.holds(site.longitude, site.latitude) for site in sites):
        return (near_picture(sheet, sites, near),)
    return (near_picture(sheet, sites, near), world)


def _table(sheet: Sheet, order: Sequence[str], held: dict[str, list[Event]]) -> Table | None:
    shown = order[:_MOST_ROWS]
    total = wording.counted(len(order), "place", "places")
    caption = total if len(shown) == len(order) else f"The {len(shown)} places with the most events, of {total}"
    columns = ("Place", "Kind", "Country", "Events", "Years", "Which, the newest first")
    return table(caption, columns, [_row(sheet, key, held[key]) for key in shown])


def _row(sheet: Sheet, key: str, events: Sequence[Event]) -> Row:
    place = sheet.world.one(Place, key)
    years = sorted(year for event in events if (year := year_of(event.date)))
    span = "" if not years else years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
    country = sheet.world.country(place.country) if place and place.country and place.kind != "country" else ""
    return Row(
        (
            words(sheet.link(key)),
            words(escape.text(place.kind if place else "")),
            words(escape.text(country)),
            words(escape.text(f"{len(events):,}")),
            words(Markup('<span class="years">{}</span>').format(span) if span else Markup("")),
            few([sheet.link(event.id) for event in events], _MOST_NAMED),
        )
    )


def _notes(world: World, order: Sequence[str], sites: Sequence[Site]) -> Iterable[str]:
    """What the picture does not show, counted."""
    events = world.knowledge.events
    nowhere = sum(1 for event in events if not event.places)
    if nowhere:
        verb = "is" if nowhere == 1 else "are"
        held = wording.counted(len(events), "event", "events")
        yield f"Of {held}, {nowhere:,} {verb} neither drawn nor listed: no source names a place."
    if len(sites) < len(order):
        missing = wording.counted(len(order) - len(sites), "place", "places")
        yield f"{missing} of the list cannot be drawn: no position is known."
    if len(sites) > _MOST_SITES:
        yield f"Drawn are the {_MOST_SITES} places with the most events."
