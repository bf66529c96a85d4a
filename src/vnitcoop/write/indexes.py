"""The pages that lead to the others: an index of every kind, in pages of one size, and the home page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from vnitcoop.text import fold
from vnitcoop.write import escape, quotes, rows, wording
from vnitcoop.write.dates_shown import NO_YEAR, sort_key, year_of
from vnitcoop.write.links import PAGE_SIZE, Address, list_page
from vnitcoop.write.sheet import Sheet, Value
from vnitcoop.write.tables import Row, Table, table, words
from vnitcoop.write.world import World

LATEST = 5


@dataclass(frozen=True, slots=True)
class Group:
    heading: str
    table: Table | None


@dataclass(frozen=True, slots=True)
class Pager:
    """Which of several pages of a list this is; links are empty at the ends."""

    words: str
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class IndexPage:
    title: str
    lead: str
    groups: tuple[Group, ...]
    whole: Table | None  # of a list without groups
    pager: Pager | None
    empty: str
    crumbs: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way in, with how many records lie behind it."""

    link: Markup
    count: int
    what: str


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the strip; `share` is its bar's height in tenths of the fullest year's."""

    label: str
    count: int
    share: int
    href: str


@dataclass(frozen=True, slots=True)
class HomePage:
    sources: str
    until: Markup
    ways: tuple[Way, ...]
    latest: Table | None
    years: tuple[Year, ...]
    conflicts: tuple[quotes.Disagreement, ...]
    same: tuple[tuple[Markup, str], ...]
    search: str


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    group: str


COLUMNS: dict[str, tuple[str, ...]] = {
    "event": ("Event", "Date", "Place", "Organisers"),
    "series": ("Series", "Editions held here"),
    "organisation": ("Organisation", "Kind", "Country", "Articles"),
    "person": ("Person", "Role as cited", "Articles"),
    "place": ("Place", "Kind", "Country", "Events", "Articles"),
    "agreement": ("Agreement", "Date", "Event"),
    "article": ("Article", "Published", "Outlet", "Language", "Records"),
    "figure": (),
    "date": (),
}
_UNGROUPED: dict[str, Callable[[Sheet, Any, str], Table | None]] = {"figure": rows.figures, "date": rows.dates}
_LEADS = {
    "event": "What was held, opened or launched, newest first.",
    "series": "Events that are held again and again.",
    "organisation": "Every body that the articles name, from A to Z.",
    "person": "Everybody whom the articles name with a public role, from A to Z.",
    "place": "Countries, provinces and cities that the articles name, from A to Z.",
    "agreement": "What was signed or announced, newest first.",
    "article": "The sources: every article that was read, newest first.",
    "figure": "Every number that an article states, by article, newest first. Each leads to the words that state it.",
    "date": "What the articles date besides events: founded, joined, since, by.",
}


def index_pages(world: World) -> Iterable[tuple[Sheet, str, IndexPage]]:
    """Every index page of every kind with the record ids on it, ready to be drawn."""
    for kind in COLUMNS:
        entries = _entries(world, kind)
        pages = max(1, -(-len(entries) // PAGE_SIZE))
        for number in range(pages):
            part = entries[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
            path = list_page(wording.folder(kind), number * PAGE_SIZE)
            sheet = Sheet(world, path)
            yield sheet, path, _index_page(sheet, kind, part, len(entries), number, pages)


def home_page(sheet: Sheet) -> HomePage:
    world = sheet.world
    published = sorted((a.published for a in world.articles.values() if a.published), key=sort_key)
    events = sorted(world.knowledge.events, key=lambda e: (sort_key(e.date), e.id), reverse=True)
    ways = tuple(
        Way(_index_link(sheet, kind), count, _LEADS[kind])
        for kind in COLUMNS
        if (count := sum(1 for known in world.kinds.values() if known == kind))
    )
    conflicts = world.knowledge.conflicts[: rows.MOST]
    pairs = [p for p in world.knowledge.possibly_same if p.records]
    return HomePage(
        sources=wording.counted(len(world.articles), "article", "articles"),
        until=sheet.date(published[-1]) if published else Markup(""),
        ways=ways,
        latest=rows.events(sheet, [(e, "") for e in events[:LATEST]], "The newest events that the articles tell of"),
        years=_years(sheet),
        conflicts=quotes.disagreements(sheet, conflicts),
        same=tuple((Markup(" and ").join(sheet.link(r) for r in p.records), p.why) for p in pairs[: rows.MOST]),
        search=sheet.to(Address("search.md")),
    )


def _index_link(sheet: Sheet, kind: str) -> Markup:
    return escape.link(sheet.to(Address(f"{wording.folder(kind)}/index.md")), wording.kind_word(kind, many=True))


def _entries(world: World, kind: str) -> list[_Entry]:
    if kind == "figure":
        return [_Entry(f.id, "") for f in world.figures]
    if kind == "date":
        return [_Entry(d.id, "") for d in world.dates]
    ids = [key for key, known in world.kinds.items() if known == kind]
    if kind in {"event", "agreement", "article"}:
        dates = {key: getattr(world.records[key], "published" if kind == "article" else "date") for key in ids}
        ids.sort(key=lambda key: (sort_key(dates[key]) if year_of(dates[key]) else "", key), reverse=True)
        return [_Entry(key, year_of(dates[key]) or NO_YEAR.capitalize()) for key in ids]
    sheet = Sheet(world, "index.md")
    ids.sort(key=lambda key: (fold(sheet.name(key)), key))
    return [_Entry(key, _letter(sheet.name(key))) for key in ids]


def _letter(name: str) -> str:
    folded = fold(name)
    return folded[0].upper() if folded and folded[0].isalpha() else "0–9"


def _index_page(sheet: Sheet, kind: str, part: Sequence[_Entry], total: int, number: int, pages: int) -> IndexPage:
    world = sheet.world
    records = [world.records[entry.id] for entry in part]
    title = wording.kind_word(kind, many=True)
    home = escape.link(sheet.to(Address("index.md")), "Home")
    return IndexPage(
        title=title if number == 0 else f"{title}, page {number + 1}",
        lead=_LEADS[kind],
        groups=() if kind in _UNGROUPED else _groups(sheet, kind, part),
        whole=_UNGROUPED[kind](sheet, records, title) if kind in _UNGROUPED else None,
        pager=_pager(sheet, kind, total, number, pages) if pages > 1 else None,
        empty=f"The articles that were read hold no {wording.kind_word(kind, many=True).lower()}.",
        crumbs=(home, escape.text(title)),
    )


def _pager(sheet: Sheet, kind: str, total: int, number: int, pages: int) -> Pager:
    def to(page: int) -> str:
        return sheet.to(Address(list_page(wording.folder(kind), page * PAGE_SIZE))) if 0 <= page < pages else ""

    return Pager(f"Page {number + 1} of {pages}, {total:,} entries", to(number - 1), to(number + 1))


def _groups(sheet: Sheet, kind: str, part: Sequence[_Entry]) -> tuple[Group, ...]:
    groups: dict[str, list[Row]] = {}
    for entry in part:
        cells = (words(sheet.link(entry.id)), *_cells(sheet, kind, entry.id))
        groups.setdefault(entry.group, []).append(Row(cells))
    title, columns = wording.kind_word(kind, many=True), COLUMNS[kind]
    return tuple(
        Group(heading, table(f"{title}: {heading}", columns, lines, ("—",) * len(columns)))
        for heading, lines in groups.items()
    )


def _cells(sheet: Sheet, kind: str, key: str) -> tuple[tuple[Value, ...], ...]:
    world, record = sheet.world, sheet.world.records[key]
    articles = words(escape.text(len(world.told_by[key])))
    match kind:
        case "event":
            bodies = words(rows.links(sheet, record.organisers or record.hosts))
            return (rows.when(sheet, record.date), words(rows.links(sheet, record.places)), bodies)
        case "series":
            return (words(escape.text(len(record.events))),)
        case "organisation":
            kind_words = words(escape.text(wording.word("organisation_kinds", record.kind)))
            return (kind_words, _country(world, record.country), articles)
        case "person":
            return (words(*(value.text for value in rows.roles(sheet, record)[:2])), articles)
        case "place":
            events = words(escape.text(len({e.id for e, role in world.events_of[key] if role == "places"})))
            return (words(escape.text(record.kind)), _country(world, record.country), events, articles)
        case "agreement":
            return (rows.when(sheet, record.date), words(sheet.link(record.event)) if record.event else ())
        case _:
            told = sheet.told(key)
            count = escape.text(len(world.tells_of[key]))
            return (words(told.date), words(told.outlet), words(escape.text(told.language)), words(count))


def _country(world: World, code: str | None) -> tuple[Value, ...]:
    return words(escape.text(world.country(code))) if code else ()


def _years(sheet: Sheet) -> tuple[Year, ...]:
    """Events by year, every year between the first and the last, and those whose year no source states."""
    counts: dict[str, int] = {}
    for event in sheet.world.knowledge.events:
        counts[year_of(event.date) or NO_YEAR] = counts.get(year_of(event.date) or NO_YEAR, 0) + 1
    known = sorted(int(year) for year in counts if year != NO_YEAR)
    labels = [str(year) for year in range(known[0], known[-1] + 1)] if known else []
    fullest = max(counts.values(), default=1)
    target = sheet.to(Address("events/index.md"))
    return tuple(
        Year(label, counts.get(label, 0), -(-10 * counts.get(label, 0) // fullest), f"{target}#{_anchor(label)}")
        for label in [*labels, *([NO_YEAR] if NO_YEAR in counts else [])]
    )


def _anchor(label: str) -> str:
    return label.replace(" ", "-")
