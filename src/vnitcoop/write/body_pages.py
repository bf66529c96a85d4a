"""The pages of an organisation, a person and a place."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.types import Event, Organisation, Person, Place
from vnitcoop.write import escape, quotes, rows, wording
from vnitcoop.write.dates_shown import year_of
from vnitcoop.write.head import Facet, Head, crumbs, facets, folded, standing
from vnitcoop.write.names import Names, called, names
from vnitcoop.write.sheet import Fact, Sheet, Value
from vnitcoop.write.tables import Row, Table, few, table, words

TEMPLATE = "body.md"
_FEW = 3  # of what two bodies share


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


def _page(
    sheet: Sheet, record: Organisation | Person | Place, label: str, lead: Markup, found: tuple[Fact, ...]
) -> BodyPage:
    world = sheet.world
    events = _events(sheet, record)
    figures = world.figures_of[record.id]
    given = [f for f in figures if f.speaker == record.id]
    about = [f for f in figures if f.speaker != record.id]
    told = wording.counted(len(world.told_by[record.id]), "article that names", "articles that name")
    return BodyPage(
        head=_head(sheet, record, label, lead),
        facts=tuple(fact for fact in found if fact.values or fact.empty),
        events=rows.events(sheet, *rows.most(events, "Events and the part in them, newest first"), record.id),
        no_event=f"No part in an event is told by the {told} {record.name}.",
        agreements=rows.agreements(sheet, *rows.most(world.agreements_of[record.id], "Agreements, newest first")),
        people=rows.people(sheet, *rows.most(world.people_of[record.id], "People and roles, as cited"), record.id),
        network=_network(sheet, record),
        about=rows.figures(sheet, *rows.most(about, f"Figures about {record.name}"), record.id),
        given=rows.figures(sheet, *rows.most(given, f"Figures for which {record.name} is the source"), record.id),
        dates=rows.dates(sheet, *rows.most(world.dates_of[record.id], "What the articles date"), record.id),
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


def _events(sheet: Sheet, record: Organisation | Person | Place) -> list[tuple[Event, str]]:
    """Events by the record's part in them; a person's also those in whose coverage they are quoted or named."""
    world = sheet.world
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


def _head(sheet: Sheet, record: Organisation | Person | Place, label: str, lead: Markup) -> Head:
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


def _facets(sheet: Sheet, record: Organisation | Person | Place, kind: str) -> tuple[Facet, ...]:
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


def _named(sheet: Sheet, record: Organisation | Person | Place) -> Value:
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


def _network(sheet: Sheet, record: Organisation | Person | Place) -> Table | None:
    """Bodies that this one shares events or agreements with, and which."""
    if not isinstance(record, Organisation):
        return None
    world = sheet.world
    shared: dict[str, dict[str, Markup]] = {}
    for event, role in world.events_of[record.id]:
        for other in (*event.organisers, *event.hosts, *event.supporters, *event.participants):
            if role != "places":
                shared.setdefault(other, {})[event.id] = sheet.link(event.id)
    for agreement in world.agreements_of[record.id]:
        for other in agreement.parties:
            shared.setdefault(other, {})[agreement.id] = rows.agreement_link(sheet, agreement)
    shared.pop(record.id, None)
    bodies = {key: ways for key, ways in shared.items() if world.kinds.get(key) == "organisation"}
    ranked = sorted(bodies.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    found, caption = rows.most(ranked, "Bodies that share events or agreements, the closest first")
    lines = [Row((words(sheet.link(other)), few(list(ways.values()), _FEW))) for other, ways in found]
    return table(caption, ("Organisation", "Shared"), lines)
