"""The pages of an organisation, a person and a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from vnitcoop.types import Agreement, Event, Organisation, Person, Place
from vnitcoop.write import escape, quotes, rows, wording
from vnitcoop.write.dates_shown import year_of
from vnitcoop.write.head import Facet, Head, crumbs, facets, folded, standing
from vnitcoop.write.listing import Listing
from vnitcoop.write.names import Names, called, names
from vnitcoop.write.sheet import Fact, Sheet, Value
from vnitcoop.write.tables import Row, Table, few, table, words
from vnitcoop.write.world import World

TEMPLATE = "body.md"
_FEW = 3  # of what two bodies share
Body = Organisation | Person | Place


@dataclass(frozen=True, slots=True)
class BodyPage:
    """What these three kinds have in common; what a kind does not have stays empty and is not drawn."""

    head: Head
    facts: tuple[Fact, ...]
    events: Table | None
    no_event: str
    agreements: Table | None
    people: Table | None
    network: Table | None
    about: Table | None
    given: Table | None
    dates: Table | None
    lists: tuple[Listing, ...]
    conflicts: tuple[quotes.Disagreement, ...]
    same: tuple[tuple[Markup, str], ...]
    names: Names
    telling: quotes.Telling


def organisation_page(sheet: Sheet, body: Organisation) -> BodyPage:
    kind = wording.word("organisation_kinds", body.kind)
    found = (
        Fact("Name", (_named(sheet, body),)),
        Fact("Also called", called(sheet, body)),
        Fact("Short form", _cited(sheet, body, "acronym", body.acronym)),
        Fact("Kind", (sheet.value(body, "kind", body.kind, escape.text(kind)),)),
        Fact("Country", _country(sheet, body), "No source states its country."),
        sheet.noted(body, "why", "Why these names are one"),
    )
    lead = Markup(" · ").join([escape.text(kind), *_counts(sheet, body)])
    return _page(sheet, body, kind, lead, found)


def person_page(sheet: Sheet, person: Person) -> BodyPage:
    names_told = (Fact("Name", (_named(sheet, person),)), Fact("Also called", called(sheet, person)))
    roles = rows.roles(sheet, person)
    found = (*names_told, Fact("Roles as cited", roles, "No source states a role."))
    plain = sorted(roles, key=lambda role: "<span lang=" in role.text)
    lead = plain[0].text if plain else Markup("Role not stated")
    return _page(sheet, person, "Person", lead, found)


def place_page(sheet: Sheet, place: Place) -> BodyPage:
    kind = place.kind.capitalize() or "Place"
    country = () if place.kind == "country" else _country(sheet, place)
    found = (
        Fact("Name", (_named(sheet, place),)),
        Fact("Also called", called(sheet, place)),
        Fact("Kind", (sheet.value(place, "kind", place.kind, escape.text(kind)),)),
        Fact("Country", country),
        Fact("Position", _position(sheet, place)),
    )
    lead = Markup(" · ").join([escape.text(kind), *_counts(sheet, place)])
    return _page(sheet, place, kind, lead, found)


def _page(sheet: Sheet, record: Body, label: str, lead: Markup, found: tuple[Fact, ...]) -> BodyPage:
    world = sheet.world
    told = wording.counted(len(world.told_by[record.id]), "article that names", "articles that name")
    head, lists = _head(sheet, record, label, lead), _lists(world, record)
    drawn = {one.part: one.here(sheet) for one in lists}
    return BodyPage(
        head=head,
        facts=tuple(fact for fact in found if fact.values or fact.empty),
        events=drawn["events"],
        no_event=f"No part in an event is told by the {told} {record.name}.",
        agreements=drawn["agreements"],
        people=drawn["people"],
        network=drawn["network"],
        about=drawn["about"],
        given=drawn["given"],
        dates=drawn["dates"],
        lists=lists,
        conflicts=quotes.disagreements(sheet, world.conflicts_of[record.id]),
        same=tuple(
            (sheet.link(other), pair.why)
            for pair in world.same_as[record.id]
            for other in pair.records
            if other != record.id
        ),
        names=names(sheet, record),
        telling=quotes.telling(sheet, record),
    )


def _lists(world: World, record: Body) -> tuple[Listing, ...]:
    """In the order of the page, so that the sources are numbered as they are read."""
    key, figures = record.id, world.figures_of[record.id]
    given = [f for f in figures if f.speaker == key]
    about = [f for f in figures if f.speaker != key]
    told = partial(rows.figures, here=key)
    deals = world.agreements_of[key]
    events = [list(parts) for _, parts in groupby(_events(world, record), lambda pair: pair[0])]
    return (
        Listing("events", "Events and the part in them, newest first", events, partial(_parts, here=key)),
        Listing("agreements", "Agreements, newest first", deals, partial(rows.agreements, here=key)),
        Listing("people", "People and roles, as cited", world.people_of[key], partial(rows.people, here=key)),
        Listing("network", "Who shares events or agreements, the closest first", _ties(world, record), _network),
        Listing("about", f"Figures about {record.name}", about, told),
        Listing("given", f"Figures for which {record.name} is the source", given, told),
        Listing("dates", "What the articles date", world.dates_of[key], partial(rows.dates, here=key)),
    )


def _parts(sheet: Sheet, group: Sequence[list[tuple[Event, str]]], caption: str, here: str) -> Table | None:
    return rows.events(sheet, [pair for parts in group for pair in parts], caption, here)


def _events(world: World, record: Body) -> list[tuple[Event, str]]:
    """Events by the record's part in them; a person's also those in whose coverage they are quoted or named."""
    events = list(world.events_of[record.id])
    if not isinstance(record, Person):
        return events
    known = {event.id for event, _ in events}
    quoted = {article for figure in world.figures_of[record.id] for article in world.told_by[figure.id]}
    for article in world.told_by[record.id]:
        told = world.some(Event, world.tells_of[article])
        if len(told) == 1 and told[0].id not in known:
            known.add(told[0].id)
            events.append((told[0], "quoted" if article in quoted else "named"))
    return events


def _head(sheet: Sheet, record: Body, label: str, lead: Markup) -> Head:
    world = sheet.world
    kind = world.kinds[record.id]
    return Head(
        label=label,
        title=escape.text(record.name),
        language=sheet.language_of(record),
        lead=lead,
        crumbs=crumbs(sheet, kind, record.name),
        facets=_facets(sheet, record, kind),
        folded=folded([record.name, *(alias.name for alias in record.aliases)]),
        names=(*filter(None, [getattr(record, "acronym", None)]), *(alias.name for alias in record.aliases)),
        standing=standing(sheet, world.told_by[record.id]),
    )


def _facets(sheet: Sheet, record: Body, kind: str) -> tuple[Facet, ...]:
    world = sheet.world
    articles = [world.articles[a] for a in world.told_by[record.id]]
    country = getattr(record, "country", None)
    own = [record.name] if kind == "organisation" else []
    held = world.some(Organisation, (role.organisation or "" for role in getattr(record, "roles", ())))
    return facets(
        kind=[wording.kind_word(kind)],
        country=[world.country(country)] if country else [],
        year=sorted({year for event, _ in world.events_of[record.id] if (year := year_of(event.date))}),
        language=[wording.word("languages", a.language) for a in articles],
        organisation=[*own, *(body.name for body in held)],
    )


def _counts(sheet: Sheet, record: Organisation | Place) -> list[Markup]:
    world = sheet.world
    events = len({event.id for event, _ in world.events_of[record.id]})
    agreements = len(world.agreements_of[record.id])
    counts = [
        wording.counted(events, "event", "events") if events else "",
        wording.counted(agreements, "agreement", "agreements") if agreements else "",
        f"named in {wording.counted(len(world.told_by[record.id]), 'article', 'articles')}",
    ]
    return [escape.text(count) for count in counts if count]


def _named(sheet: Sheet, record: Body) -> Value:
    return sheet.value(record, "name", record.name, escape.foreign(record.name, sheet.language_of(record)))


def _cited(sheet: Sheet, record: Organisation, field: str, value: str | None) -> tuple[Value, ...]:
    return (sheet.value(record, field, value, escape.text(value)),) if value else ()


def _country(sheet: Sheet, record: Organisation | Place) -> tuple[Value, ...]:
    if not record.country:
        return ()
    known = sheet.world.country_names.get(record.country)
    shown = sheet.link(known) if known else escape.text(sheet.world.country(record.country))
    return (sheet.value(record, "country", record.country, shown),)


def _position(sheet: Sheet, place: Place) -> tuple[Value, ...]:
    if place.latitude is None or place.longitude is None:
        return ()
    north = f"{abs(place.latitude):.2f}° {'N' if place.latitude >= 0 else 'S'}"
    east = f"{abs(place.longitude):.2f}° {'E' if place.longitude >= 0 else 'W'}"
    return (sheet.value(place, "latitude", place.latitude, escape.text(f"{north}, {east}")),)


def _ties(world: World, record: Body) -> list[tuple[str, list[str]]]:
    """Those of the record's own kind that it shares events or agreements with, and which, the closest first."""
    if isinstance(record, Place):
        return []
    shared: dict[str, dict[str, None]] = {}
    for event, role in world.events_of[record.id]:
        for other in (*event.organisers, *event.hosts, *event.supporters, *event.participants):
            if role != "places":
                shared.setdefault(other, {})[event.id] = None
    for agreement in world.agreements_of[record.id]:
        for other in agreement.parties:
            shared.setdefault(other, {})[agreement.id] = None
    alike = [(key, list(ways)) for key, ways in shared.items() if world.kinds.get(key) == world.kinds[record.id]]
    return sorted((tie for tie in alike if tie[0] != record.id), key=lambda tie: (-len(tie[1]), tie[0]))


def _network(sheet: Sheet, ties: Sequence[tuple[str, list[str]]], caption: str) -> Table | None:
    def way(key: str) -> Markup:
        deal = sheet.world.one(Agreement, key)
        return rows.agreement_link(sheet, deal) if deal else sheet.link(key)

    lines = [Row((words(sheet.link(other)), few([way(key) for key in ways], _FEW))) for other, ways in ties]
    kind = wording.kind_word(sheet.world.kinds[ties[0][0]]) if ties else ""
    return table(caption, (kind, "Shared"), lines)
