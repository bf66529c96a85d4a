"""The page of an event: what, when, where, by whom, with what outcome, and what each of it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.types import Event, Person
from vnitcoop.write import escape, rows, wording
from vnitcoop.write.dates_shown import show_date, sort_key, year_of
from vnitcoop.write.head import Head, crumbs, facets, folded
from vnitcoop.write.sheet import Fact, Sheet, Told
from vnitcoop.write.world import World

TEMPLATE = "event.md"


@dataclass(frozen=True, slots=True)
class EventPage:
    head: Head
    facts: tuple[Fact, ...]
    outcomes: tuple[rows.AgreementRow, ...]
    no_outcome: str
    spoke: tuple[rows.PersonRow, ...]
    named: tuple[rows.PersonRow, ...]
    figures: tuple[rows.FigureRow, ...]
    dates: tuple[rows.DateRow, ...]
    conflicts: tuple[rows.ConflictRow, ...]
    checks: tuple[str, ...]
    earlier: Markup
    later: Markup
    related: tuple[rows.EventRow, ...]
    coverage: tuple[Told, ...]


def event_page(sheet: Sheet, event: Event) -> EventPage:
    world = sheet.world
    facts = _facts(sheet, event)
    agreements = world.agreements_of[event.id]
    figures = [f for f in world.figures_of[event.id] if f.event == event.id]
    spoke, named = _people(world, event)
    told = [sheet.told(article) for article in world.told_by[event.id]]
    articles = wording.counted(len(told), "article", "articles")
    earlier, later = _neighbours(sheet, event)
    return EventPage(
        head=_head(sheet, event, len(agreements)),
        facts=facts,
        outcomes=rows.agreement_rows(sheet, agreements),
        no_outcome=f"No agreement is reported by the {articles} that we hold on this event.",
        spoke=rows.person_rows(sheet, spoke, {p.id: "is quoted" for p in spoke}),
        named=rows.person_rows(sheet, named, {}),
        figures=rows.figure_rows(sheet, figures[: rows.MOST]),
        dates=rows.date_rows(sheet, world.dates_of[event.id]),
        conflicts=rows.conflict_rows(sheet, world.conflicts_of[event.id]),
        checks=_checks(world, event),
        earlier=earlier,
        later=later,
        related=rows.event_rows(sheet, _related(world, event)),
        coverage=tuple(told),
    )


def _facts(sheet: Sheet, event: Event) -> tuple[Fact, ...]:
    series = (sheet.value(event, "series", event.series),) if event.series else ()
    edition = (sheet.value(event, "edition", event.edition, escape.text(event.edition)),) if event.edition else ()
    optional = (
        Fact("Edition", edition),
        Fact("Series", series),
        Fact("Hosts", sheet.values(event, "hosts", event.hosts)),
        Fact("Supporters", sheet.values(event, "supporters", event.supporters)),
        Fact("Participants", sheet.values(event, "participants", event.participants)),
    )
    name = sheet.value(event, "name", event.name, escape.foreign(event.name, sheet.language_of(event)))
    return (
        Fact("Name", (name,)),
        *(fact for fact in (rows.names(sheet, event),) if fact.values),
        Fact("Date", sheet.dated(event, "date", event.date), "No source states when it was held."),
        Fact("Place", sheet.values(event, "places", event.places), "No source states where it was held."),
        Fact("Organisers", sheet.values(event, "organisers", event.organisers), "No source names an organiser."),
        *(fact for fact in optional if fact.values),
    )


def _head(sheet: Sheet, event: Event, outcomes: int) -> Head:
    world = sheet.world
    places = rows.joined_links(sheet, event.places)
    organisers = rows.joined_links(sheet, event.organisers or event.hosts)
    parts = [Markup("held in {}").format(places) if places else Markup("place not stated")]
    if event.date:
        shown = show_date(event.date)
        note = escape.text(f" ({shown.note})") if shown.note else Markup("")
        parts.append(sheet.date(event.date) + note)
    else:
        parts.append(Markup("date not stated"))
    if organisers:
        parts.append(Markup("{} by {}").format("organised" if event.organisers else "hosted", organisers))
    parts.append(escape.text(wording.counted(outcomes, "agreement reported", "agreements reported")))
    articles = [world.articles[a] for a in world.told_by[event.id]]
    return Head(
        label="Event",
        title=escape.text(event.name),
        language=sheet.language_of(event),
        lead=Markup(" · ").join(parts),
        crumbs=crumbs(sheet, "event", event.name),
        facets=facets(
            kind=["Event"],
            year=[year_of(event.date) or "year not stated"],
            country=_countries(world, event),
            language=[wording.word("languages", a.language) for a in articles],
            organisation=[sheet.name(o) for o in (*event.organisers, *event.hosts, *event.supporters)],
        ),
        folded=folded([event.name, *(a.name for a in event.aliases), *(sheet.name(p) for p in event.places)]),
    )


def _countries(world: World, event: Event) -> list[str]:
    places = (world.records.get(p) for p in event.places)
    codes = (getattr(place, "country", None) for place in places)
    return sorted({world.country(code) for code in codes if code})


def _people(world: World, event: Event) -> tuple[list[Person], list[Person]]:
    """Who is quoted at the event, and who else its coverage names, when that coverage is of this event alone."""
    figures = [f for f in world.figures_of[event.id] if f.event == event.id]
    quoted = set(rows.speakers_of([event, *figures]))
    took_part = set(event.participants)
    alone = [a for a in world.told_by[event.id] if sum(world.kinds[r] == "event" for r in world.tells_of[a]) == 1]
    nearby = {r for a in alone for r in world.tells_of[a] if world.kinds[r] == "person"}
    people = [world.records[key] for key in sorted((quoted | took_part | nearby) & world.records.keys())]
    found = [p for p in people if isinstance(p, Person)]
    return [p for p in found if p.id in quoted], [p for p in found if p.id not in quoted]


def _neighbours(sheet: Sheet, event: Event) -> tuple[Markup, Markup]:
    series = sheet.world.records.get(event.series or "")
    members = [sheet.world.records[key] for key in getattr(series, "events", ()) if key in sheet.world.records]
    known = [e for e in members if isinstance(e, Event) and year_of(e.date)]
    dated = sorted(known, key=lambda e: (sort_key(e.date), e.id))
    if event not in dated:
        return Markup(""), Markup("")
    at = dated.index(event)
    earlier = sheet.link(dated[at - 1].id) if at else Markup("")
    return earlier, sheet.link(dated[at + 1].id) if at + 1 < len(dated) else Markup("")


def _related(world: World, event: Event) -> list[tuple[Event, str]]:
    """Other events that share two or more bodies with this one, or its series."""
    shared: dict[str, int] = {}
    for body in {*event.organisers, *event.hosts, *event.supporters, *event.participants}:
        for other in {e.id for e, role in world.events_of[body] if role != "places"}:
            shared[other] = shared.get(other, 0) + 1
    close = sorted(key for key, times in shared.items() if times > 1 and key != event.id)
    return [(world.records[key], "") for key in close[: rows.MOST]]  # type: ignore[misc]


def _checks(world: World, event: Event) -> tuple[str, ...]:
    """What the values say of each other."""
    found = []
    series = world.records.get(event.series or "")
    computed = [c for c in event.claims if c.basis.value == "computed"]
    if computed:
        names = wording.joined(sorted({wording.word("fields", c.field) for c in computed}))
        found.append(f"Computed from other values on this page: {names}.")
    if series and event.edition and year_of(event.date):
        first = int(year_of(event.date) or 0) - event.edition + 1
        found.append(f"Edition {event.edition} in {year_of(event.date)} fits a yearly series that began in {first}.")
    return tuple(found)
