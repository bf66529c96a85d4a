"""The pages of an agreement and of a series of events."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.types import Agreement, Event, Series
from vnitcoop.write import escape, quotes, wording
from vnitcoop.write.dates_shown import show_date, sort_key, year_of
from vnitcoop.write.head import Head, crumbs, facets, folded, standing
from vnitcoop.write.names import Names, called, names
from vnitcoop.write.sheet import Fact, Sheet, Value, record_name
from vnitcoop.write.tables import Row, Table, table, words
from vnitcoop.write.world import claims_for

AGREEMENT_TEMPLATE = "agreement.md"
SERIES_TEMPLATE = "series.md"


@dataclass(frozen=True, slots=True)
class AgreementPage:
    head: Head
    facts: tuple[Fact, ...]
    conflicts: tuple[quotes.Disagreement, ...]
    telling: quotes.Telling


@dataclass(frozen=True, slots=True)
class SeriesPage:
    head: Head
    facts: tuple[Fact, ...]
    editions: Table | None
    checks: tuple[Value, ...]
    conflicts: tuple[quotes.Disagreement, ...]
    names: Names
    telling: quotes.Telling


def agreement_page(sheet: Sheet, agreement: Agreement) -> AgreementPage:
    count = agreement.count
    several = Fact("Number", (sheet.value(agreement, "count", count, escape.text(count)),) if count else ())
    kind = sheet.value(agreement, "kind", agreement.kind, escape.text(wording.agreement_words(agreement)))
    event = (sheet.value(agreement, "event", agreement.event),) if agreement.event else ()
    found = (
        Fact("Kind", (kind,)),
        Fact("Parties", sheet.values(agreement, "parties", agreement.parties), "No source names the parties."),
        *((several,) if several.values else ()),
        Fact("Signed", sheet.dated(agreement, "date", agreement.date), "No source states when it was signed."),
        Fact("Event", event, "No source links it to an event."),
    )
    return AgreementPage(
        head=_agreement_head(sheet, agreement),
        facts=found,
        conflicts=quotes.disagreements(sheet, sheet.world.conflicts_of[agreement.id]),
        telling=quotes.telling(sheet, agreement),
    )


def series_page(sheet: Sheet, series: Series) -> SeriesPage:
    world = sheet.world
    known = sorted(world.some(Event, series.events), key=lambda e: (sort_key(e.date), e.id), reverse=True)
    articles = {a: None for event in known for a in world.told_by[event.id]} | dict.fromkeys(world.told_by[series.id])
    years = sorted({year for event in known if (year := year_of(event.date))})
    span = f", {'–'.join(dict.fromkeys((years[0], years[-1])))}" if years else ""
    lead = escape.text(f"{wording.counted(len(known), 'edition', 'editions')} in the articles{span}")
    return SeriesPage(
        head=Head(
            label="Event series",
            title=escape.text(series.name),
            language=sheet.language_of(series),
            lead=lead,
            crumbs=crumbs(sheet, "series", series.name),
            facets=facets(kind=["Event series"], year=sorted({y for e in known if (y := year_of(e.date))})),
            folded=folded([series.name, *(a.name for a in series.aliases)]),
            standing=standing(sheet, list(articles)),
        ),
        facts=(
            Fact(
                "Name",
                (sheet.value(series, "name", series.name, escape.foreign(series.name, sheet.language_of(series))),),
            ),
            *(fact for fact in (Fact("Also called", called(sheet, series)), *_notes(sheet, series)) if fact.values),
        ),
        editions=_editions(sheet, known, next((int(str(c.value)) for c in claims_for(series, "first")), 0)),
        checks=tuple(check for event in known for check in sheet.checks(event)),
        conflicts=quotes.disagreements(sheet, world.conflicts_of[series.id]),
        names=names(sheet, series),
        telling=quotes.telling(sheet, series, list(articles)),
    )


def _notes(sheet: Sheet, series: Series) -> tuple[Fact, Fact]:
    return sheet.noted(series, "first", "First held"), sheet.noted(series, "why", "Why one series")


def _agreement_head(sheet: Sheet, agreement: Agreement) -> Head:
    world = sheet.world
    shown = show_date(agreement.date) if agreement.date else None
    when = sheet.date(agreement.date) if agreement.date else Markup("date of signing not stated")
    note = escape.text(f" ({shown.note})") if shown and shown.note else Markup("")
    unnamed = Markup("") if agreement.parties else Markup("parties not named · ")
    at = Markup(" · at {}").format(sheet.link(agreement.event)) if agreement.event else Markup("")
    articles = [world.articles[a] for a in world.told_by[agreement.id]]
    name = record_name(world, agreement)
    return Head(
        label="Agreement",
        title=escape.text(name),
        language="",
        lead=unnamed + when + note + at,
        crumbs=crumbs(sheet, "agreement", name),
        facets=facets(
            kind=["Agreement"],
            year=[year_of(agreement.date) or "year not stated"],
            language=[wording.word("languages", a.language) for a in articles],
            organisation=[sheet.name(p) for p in agreement.parties if world.kinds.get(p) == "organisation"],
        ),
        folded=folded([name]),
        standing=standing(sheet, world.told_by[agreement.id]),
    )


def _editions(sheet: Sheet, events: list[Event], first: int) -> Table | None:
    """The editions, newest first, with a line for the years since the `first` of which no article is held."""
    found: list[Row] = []
    later = None
    for event in events:
        year = int(year_of(event.date) or 0)
        if later and year:
            found.extend(_gap(year + 1, later - 1))
        later = year or later
        edition = sheet.value(event, "edition", event.edition, escape.text(event.edition)) if event.edition else None
        said = escape.text(year or "not stated")
        date = sheet.when(event, "date", event.date)
        places = sheet.briefs(event, "places", event.places)
        field, bodies = ("organisers", event.organisers) if event.organisers else ("hosts", event.hosts)
        by = sheet.briefs(event, field, bodies)
        found.append(Row((words(said), words(sheet.link(event.id)), (edition,) if edition else (), date, places, by)))
    if first and later:
        found.extend(_gap(first, later - 1))
    caption = "Editions, newest first, with the years of which no article is held"
    return table(caption, ("Year", "Event", "Edition", "Date", "Place", "Organisers"), found)


def _gap(first: int, last: int) -> list[Row]:
    """A line for the years of which no article is held, if there are any."""
    if first > last:
        return []
    years = escape.text(first if first == last else f"{first}–{last}")
    return [Row((words(years), words(escape.text("no article held")), (), (), (), ()), style="gap")]
