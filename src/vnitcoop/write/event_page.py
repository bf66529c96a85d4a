"""The page of an event: what, when, where, by whom, with what outcome, and what each of it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from vnitcoop.types import Agreement, DatedFact, Event, Figure, Organisation, Person, Place, Series
from vnitcoop.write import escape, quotes, rows, wording
from vnitcoop.write.data.days import days
from vnitcoop.write.dates_shown import show_date, sort_key, year_of
from vnitcoop.write.head import Head, crumbs, facets, folded, standing
from vnitcoop.write.listing import HERE, Listing
from vnitcoop.write.names import Names, called, names
from vnitcoop.write.sheet import Fact, Sheet, Value
from vnitcoop.write.tables import Table
from vnitcoop.write.world import Record, World, pieces_of

TEMPLATE = "event.md"
_BESIDE = "Agreements of the same coverage, which no article says were made there"


@dataclass(frozen=True, slots=True)
class EventPage:
    head: Head
    facts: tuple[Fact, ...]
    calendar: str  # the way to its file, where its day is known
    outcomes: Table | None
    no_outcome: str
    deals_beside: Table | None  # agreements of the coverage that no source links to the event
    quoted: Table | None
    named: Table | None
    figures: Table | None
    said: tuple[quotes.Said, ...]
    dates: Table | None
    lists: tuple[Listing, ...]
    conflicts: tuple[quotes.Disagreement, ...]
    checks: tuple[Value, ...]
    earlier: Markup
    later: Markup
    related: Table | None
    names: Names
    telling: quotes.Telling


def event_page(sheet: Sheet, event: Event) -> EventPage:
    world = sheet.world
    head, facts, lists = _head(sheet, event), _facts(sheet, event), _lists(world, event)
    drawn = {one.part: one.here(sheet) for one in lists}
    articles = wording.counted(len(world.told_by[event.id]), "article", "articles")
    earlier, later = _neighbours(sheet, event)
    return EventPage(
        head=head,
        facts=facts,
        calendar=f"../{event.id}.ics" if days(event.date) else "",
        outcomes=drawn["agreements"],
        no_outcome=f"No agreement made at it is reported by the {articles} that we hold on this event.",
        deals_beside=drawn["beside"],
        quoted=drawn["quoted"],
        named=drawn["named"],
        figures=drawn["figures"],
        said=quotes.said(sheet, _figures(world, event)),
        dates=drawn["dates"],
        lists=lists,
        conflicts=quotes.disagreements(sheet, world.conflicts_of[event.id]),
        checks=sheet.checks(event),
        earlier=earlier,
        later=later,
        related=rows.events(sheet, _related(world, event), "Events with two or more of the same bodies"),
        names=names(sheet, event),
        telling=quotes.telling(sheet, event),
    )


def _lists(world: World, event: Event) -> tuple[Listing, ...]:
    """In the order of the page, so that the sources are numbered as they are read."""
    quoted, named = _people(world, event)
    deals, figures = partial(rows.agreements, here=event.id), partial(rows.figures, here=event.id)
    dates, people = partial(rows.dates, here=event.id), partial(rows.people, told_in=world.told_by[event.id])
    return (
        Listing("agreements", "Agreements reported", world.agreements_of[event.id], deals),
        Listing("beside", _BESIDE, _unlinked(world, event), deals),
        Listing("quoted", "Quoted in the coverage", quoted, people),
        Listing("named", "Named in the coverage", named, people),
        Listing("figures", "Figures that the coverage gives", _figures(world, event), figures),
        Listing("dates", "Dated statements of the coverage", _dates(world, event), dates),
    )


def _facts(sheet: Sheet, event: Event) -> tuple[Fact, ...]:
    """In the order of the page, so that the sources are numbered as they are read."""
    name = sheet.value(event, "name", event.name, escape.foreign(event.name, sheet.language_of(event)))
    edition = str(event.edition or "")
    found = (
        Fact("Name", (name,)),
        Fact("Also called", called(sheet, event)),
        Fact("Date", sheet.dated(event, "date", event.date), "No source states its date."),
        Fact("Place", sheet.values(event, "places", event.places), "No source states its place."),
        Fact("Organisers", sheet.values(event, "organisers", event.organisers), "No source names an organiser."),
        Fact("Hosts", sheet.values(event, "hosts", event.hosts)),
        Fact("Supporters", sheet.values(event, "supporters", event.supporters)),
        Fact("Participants", sheet.values(event, "participants", event.participants)),
        Fact("Edition", (sheet.value(event, "edition", event.edition, escape.text(edition)),) if edition else ()),
        Fact("Series", (sheet.value(event, "series", event.series),) if event.series else ()),
    )
    return tuple(fact for fact in found if fact.values or fact.empty)


def _head(sheet: Sheet, event: Event) -> Head:
    world = sheet.world
    articles = [world.articles[a] for a in world.told_by[event.id]]
    return Head(
        label="Event",
        title=escape.text(sheet.name(event.id)),
        language=sheet.language_of(event),
        lead=_lead(sheet, event),
        crumbs=crumbs(sheet, "event", sheet.name(event.id)),
        facets=facets(
            kind=["Event"],
            year=[year_of(event.date) or "year not stated"],
            country=_countries(world, event),
            language=[wording.word("languages", a.language) for a in articles],
            organisation=[body.name for body in _bodies(world, event)],
        ),
        folded=folded([event.name, *(a.name for a in event.aliases), *(sheet.name(p) for p in event.places)]),
        names=tuple(alias.name for alias in event.aliases),
        standing=standing(sheet, world.told_by[event.id]),
    )


def _lead(sheet: Sheet, event: Event) -> Markup:
    """What, when, where, by whom, with what outcome, in one line."""
    where = rows.links(sheet, event.places) if event.places else escape.text("Place not stated")
    when = escape.text("date not stated")
    if event.date:
        note = show_date(event.date).note
        when = sheet.date(event.date) + escape.text(f" ({note})" if note else "")
    parts = [where, when]
    for said, bodies in (("organised by", event.organisers), ("hosted by", event.hosts)):
        if bodies:
            parts.append(escape.text(f"{said} ") + rows.links(sheet, bodies))
    outcomes = len(sheet.world.agreements_of[event.id])
    if outcomes:
        parts.append(escape.text(wording.counted(outcomes, "agreement reported", "agreements reported")))
    return Markup(" · ").join(parts)


def _figures(world: World, event: Event) -> list[Figure]:
    """Figures given at the event, then those of articles that tell of no other event."""
    own = [figure for figure in world.figures_of[event.id] if figure.event == event.id]
    return own + [r for r in _nearby(world, event) if isinstance(r, Figure) and not r.event]


def _dates(world: World, event: Event) -> list[DatedFact]:
    own = world.dates_of[event.id]
    return own + [r for r in _nearby(world, event) if isinstance(r, DatedFact) and r not in own]


def _unlinked(world: World, event: Event) -> list[Agreement]:
    """Agreements that articles on this event alone tell of, without linking them to any."""
    return [r for r in _nearby(world, event) if isinstance(r, Agreement) and not r.event]


def _nearby(world: World, event: Event) -> list[Record]:
    """What the articles hold that tell of this event and of no other."""
    alone = [a for a in world.told_by[event.id] if sum(world.kinds[r] == "event" for r in world.tells_of[a]) == 1]
    keys = {key for article in alone for key in world.tells_of[article]}
    return sorted((world.records[key] for key in keys), key=_in_text)


def _in_text(record: Record) -> tuple[str, int, str]:
    """As the article tells it."""
    first = next(iter(pieces_of(record)))
    return first.article, first.start, record.id


def _countries(world: World, event: Event) -> list[str]:
    return sorted({world.country(place.country) for place in world.some(Place, event.places) if place.country})


def _bodies(world: World, event: Event) -> list[Organisation]:
    """The organisations that had a part in an event, or in an agreement that was made there."""
    parts = (event.organisers, event.hosts, event.supporters, event.participants)
    deals = (agreement.parties for agreement in world.agreements_of[event.id])
    return world.some(Organisation, (key for group in (*parts, *deals) for key in group))


def _people(world: World, event: Event) -> tuple[list[Person], list[Person]]:
    """Who is quoted at the event, and who else its coverage names, when that coverage is of this event alone."""
    figures = _figures(world, event)
    told: tuple[Record, ...] = (event, *figures)
    claimed = [claim.speaker for record in told for claim in record.claims]
    quoted = set(filter(None, [*claimed, *(figure.speaker for figure in figures)]))
    nearby = {record.id for record in _nearby(world, event)}
    keys = sorted((quoted | set(event.participants) | nearby) & world.records.keys())
    people = world.some(Person, keys)
    return [p for p in people if p.id in quoted], [p for p in people if p.id not in quoted]


def _neighbours(sheet: Sheet, event: Event) -> tuple[Markup, Markup]:
    """Links to the edition before and the one after."""
    series = sheet.world.one(Series, event.series)
    members = sheet.world.some(Event, series.events if series else ())
    dated = sorted((e for e in members if year_of(e.date)), key=lambda e: (sort_key(e.date), e.id))
    if event not in dated:
        return Markup(""), Markup("")
    at = dated.index(event)
    earlier = sheet.link(dated[at - 1].id) if at else Markup("")
    return earlier, sheet.link(dated[at + 1].id) if at + 1 < len(dated) else Markup("")


def _related(world: World, event: Event) -> list[tuple[Event, str]]:
    """Other events that share two or more bodies with this one."""
    shared: dict[str, int] = {}
    for body in {*event.organisers, *event.hosts, *event.supporters, *event.participants}:
        for other in {e.id for e, role in world.events_of[body] if role != "places"}:
            shared[other] = shared.get(other, 0) + 1
    close = sorted(key for key, times in shared.items() if times > 1 and key != event.id)
    return [(other, "") for other in world.some(Event, close[:HERE])]
