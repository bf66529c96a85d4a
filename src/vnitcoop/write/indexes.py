"""The pages that lead to the others: an index of every kind, in pages of one size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from vnitcoop.text import fold, strip_marks
from vnitcoop.types import (
    Agreement,
    ArticleRecord,
    DatedFact,
    Event,
    Figure,
    Organisation,
    Person,
    Place,
    Series,
)
from vnitcoop.write import escape, rows, wording
from vnitcoop.write.dates_shown import NO_YEAR, show_date, sort_key, year_of
from vnitcoop.write.links import Address, list_page, page_size
from vnitcoop.write.pager import Pager, pager
from vnitcoop.write.sheet import Sheet, Value
from vnitcoop.write.tables import Row, Table, table, words
from vnitcoop.write.world import Record, World

TEMPLATE = "index.md"
_BODIES = 3  # organisers named in a line
_MEASURES = 12  # measures at the head of the list of figures


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a list under a heading: a letter or a year, or a link to an article."""

    heading: str
    link: Markup
    table: Table | None


@dataclass(frozen=True, slots=True)
class IndexPage:
    title: str
    lead: str
    groups: tuple[Group, ...]
    pager: Pager | None
    empty: str
    crumbs: tuple[Markup, ...]
    ways: tuple[Markup, ...]  # what else to do with the list
    jumps: tuple[Markup, ...]  # to the groups of all pages, where there are several


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    group: str


COLUMNS: dict[str, tuple[str, ...]] = {
    "event": ("Event", "Date", "Place", "Organisers"),
    "series": ("Series", "Editions"),
    "organisation": ("Organisation", "Kind", "Country", "Articles"),
    "person": ("Person", "Role as cited", "Articles"),
    "place": ("Place", "Kind", "Country", "Events", "Articles"),
    "agreement": ("Agreement", "Date", "Event"),
    "article": ("Article", "Published", "Outlet", "Language", "Records"),
    "figure": (),
    "date": (),
}
LEADS = {
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


def index_pages(world: World) -> Iterable[tuple[Sheet, IndexPage]]:
    """Every index page of every kind with the record ids on it, ready to be drawn."""
    for kind in COLUMNS:
        listed = entries(world, kind)
        size = page_size(wording.folder(kind))
        pages = max(1, -(-len(listed) // size))
        for number in range(pages):
            part = listed[number * size : (number + 1) * size]
            sheet = Sheet(world, list_page(wording.folder(kind), number * size), listed=False)
            yield sheet, _index_page(sheet, kind, part, listed, number, pages)


def index_link(sheet: Sheet, kind: str) -> Markup:
    return escape.link(sheet.to(Address(f"{wording.folder(kind)}/index.md")), wording.kind_word(kind, many=True))


def entries(world: World, kind: str) -> list[Entry]:
    if kind == "figure":
        return [Entry(f.id, "") for f in world.figures]
    if kind == "date":
        return [Entry(d.id, "") for d in world.dates]
    ids = [key for key, known in world.kinds.items() if known == kind]
    if kind in {"event", "agreement", "article"}:
        dates = {key: getattr(world.records[key], "published" if kind == "article" else "date") for key in ids}
        ids.sort(key=lambda key: (sort_key(dates[key]) if year_of(dates[key]) else "", key), reverse=True)
        return [Entry(key, year_of(dates[key]) or NO_YEAR.capitalize()) for key in ids]
    names = {key: _filed(world.records[key]) for key in ids}
    return [Entry(key, _letter(names[key])) for key in sorted(ids, key=lambda key: (names[key], key))]


def neighbours(world: World) -> dict[str, tuple[str, str]]:
    """Of every record with a page in an index: those before and after it there, "" at the ends."""
    found: dict[str, tuple[str, str]] = {}
    for kind in COLUMNS.keys() - {"figure", "date"}:
        ids = [entry.id for entry in entries(world, kind)]
        found |= dict(zip(ids, zip(["", *ids[:-1]], [*ids[1:], ""], strict=True), strict=True)) if ids else {}
    return found


def group_address(kind: str, position: int, group: str) -> Address:
    """Where the group begins whose first entry is at `position` of a kind's list."""
    return Address(list_page(wording.folder(kind), position), group.lower().replace(" ", "-"))


def _filed(record: Record) -> str:
    """The words under which a record stands in a list from A to Z: of a person, Le is no article."""
    name = str(getattr(record, "name", ""))
    return strip_marks(name).casefold() if isinstance(record, Person) else fold(name)


def _letter(filed: str) -> str:
    first = filed[:1].upper()
    return first if first.isascii() and first.isalpha() else "Other"


def _jumps(sheet: Sheet, kind: str, listed: Sequence[Entry]) -> tuple[Markup, ...]:
    """The way to every group of a list, over all of its pages."""
    first: dict[str, int] = {}
    for position, entry in enumerate(listed):
        first.setdefault(entry.group, position)
    return tuple(escape.link(sheet.to(group_address(kind, at, group)), group) for group, at in first.items() if group)


def _index_page(
    sheet: Sheet, kind: str, part: Sequence[Entry], listed: Sequence[Entry], number: int, pages: int
) -> IndexPage:
    title, folder = wording.kind_word(kind, many=True), wording.folder(kind)
    home = escape.link(sheet.to(Address("index.md")), "Home")

    def path(page: int) -> str:
        return list_page(folder, page * page_size(folder))

    return IndexPage(
        title=title if number == 0 else f"{title}, page {number + 1}",
        lead=LEADS[kind],
        groups=_figure_groups(sheet, part, number) if kind == "figure" else _groups(sheet, kind, part),
        pager=pager(sheet, number, pages, f"{len(listed):,} entries", path),
        empty=f"The articles that were read hold no {wording.kind_word(kind, many=True).lower()}.",
        crumbs=(home, escape.text(title)),
        ways=tuple(_ways(sheet, kind, len(listed))),
        jumps=_jumps(sheet, kind, listed) if pages > 1 else (),
    )


def _ways(sheet: Sheet, kind: str, total: int) -> Iterable[Markup]:
    """How many there are, and the way to narrow them down or to take them away."""
    if not total:
        return
    yield escape.text(wording.counted(total, *(wording.kind_word(kind, many).lower() for many in (False, True))))
    if kind != "date" and (kind != "figure" or sheet.world.measures):
        search = f"{sheet.to(Address('search.md'))}?kind={quote(wording.kind_word(kind))}"
        yield escape.link(escape.text(search), "Narrow down")
    data = sheet.to(Address("data/index.md"))
    yield escape.link(f"{data}{wording.folder(kind)}.csv", "The list as CSV")


def _figure_groups(sheet: Sheet, part: Sequence[Entry], number: int) -> tuple[Group, ...]:
    """On the first page what has most values, for readers who look for a course of time; then all, by article."""
    measures = [m for m in sheet.world.measures.values() if m.is_named] if number == 0 else []
    told = sheet.world.told_by
    most = sorted(measures, key=lambda m: (-len({f.as_of for f in m.figures}), -len(told[m.id]), m.id))[:_MEASURES]
    lines = [
        Row(
            (
                (sheet.brief(m.newest, "measure", m.newest.measure, sheet.link(m.id)),),
                rows.amount(sheet, m.newest),
                words(escape.text(len(m.figures))),
                words(escape.text(len(told[m.id]))),
            )
        )
        for m in most
    ]
    columns = ("What is counted", "Newest value", "Values", "Articles")
    listed = table("What has several values, those of most dates first", columns, lines)
    first = (Group("", Markup(""), listed),) if listed else ()
    return first + _figures_by_article(sheet, part)


def _figures_by_article(sheet: Sheet, part: Sequence[Entry]) -> tuple[Group, ...]:
    by_article: dict[str, list[Figure]] = {}
    for figure in sheet.world.some(Figure, (entry.id for entry in part)):
        by_article.setdefault(next(iter(sheet.world.told_by[figure.id]), ""), []).append(figure)
    return tuple(
        Group("", sheet.told(article).link, rows.figures(sheet, group, _told_when(sheet, article), here=article))
        for article, group in by_article.items()
        if article
    )


def _told_when(sheet: Sheet, article: str) -> str:
    record = sheet.world.articles[article]
    return ", ".join(
        part for part in (record.outlet, show_date(record.published).words if record.published else "") if part
    )


def _groups(sheet: Sheet, kind: str, part: Sequence[Entry]) -> tuple[Group, ...]:
    if kind == "date":
        facts = sheet.world.some(DatedFact, (entry.id for entry in part))
        return (Group("", Markup(""), rows.dates(sheet, facts, "Oldest first")),) if facts else ()
    groups: dict[str, list[Row]] = {}
    for entry in part:
        cells = (words(sheet.link(entry.id)), *_cells(sheet, sheet.world.records[entry.id]))
        groups.setdefault(entry.group, []).append(Row(cells))
    title, columns = wording.kind_word(kind, many=True), COLUMNS[kind]
    return tuple(
        Group(heading, Markup(""), table(f"{title}: {heading}", columns, lines, ("—",) * len(columns), style=kind))
        for heading, lines in groups.items()
    )


def _cells(sheet: Sheet, record: Record) -> tuple[tuple[Value, ...], ...]:
    world = sheet.world
    articles = words(escape.text(len(world.told_by[record.id])))
    match record:
        case Event():
            field, bodies = ("organisers", record.organisers) if record.organisers else ("hosts", record.hosts)
            named = sheet.briefs(record, field, bodies[:_BODIES])
            return (sheet.when(record, "date", record.date), sheet.briefs(record, "places", record.places), named)
        case Series():
            return (words(escape.text(len(record.events))),)
        case Organisation():
            kind = sheet.brief(
                record, "kind", record.kind, escape.text(wording.word("organisation_kinds", record.kind))
            )
            return ((kind,), _country(sheet, record), articles)
        case Person():
            return (rows.roles(sheet, record, brief=True)[:2], articles)
        case Place():
            held = len({event.id for event, role in world.events_of[record.id] if role == "places"})
            kind = sheet.brief(record, "kind", record.kind, escape.text(record.kind.capitalize()))
            country = () if record.kind == "country" else _country(sheet, record)
            return ((kind,), country, words(escape.text(held)) if held else (), articles)
        case Agreement():
            event = (sheet.brief(record, "event", record.event),) if record.event else ()
            return (sheet.when(record, "date", record.date), event)
        case ArticleRecord():
            told = sheet.told(record.id)
            count = escape.text(len(world.tells_of[record.id]))
            date = sheet.when(record, "published", record.published)
            outlet = (sheet.brief(record, "outlet", record.outlet),) if record.outlet else ()
            language = (sheet.brief(record, "language", record.language, escape.text(told.language)),)
            return (date, outlet, language, words(count))
        case _:
            return ()


def _country(sheet: Sheet, record: Organisation | Place) -> tuple[Value, ...]:
    code = record.country
    return (sheet.brief(record, "country", code, escape.text(sheet.world.country(code))),) if code else ()
