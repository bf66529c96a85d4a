"""The timeline's pages: one when a picture holds all events, else an overview by year and a page for each part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.write import escape, rows
from vnitcoop.write.dates_shown import NO_YEAR, year_of
from vnitcoop.write.links import Address
from vnitcoop.write.pictures.spans import Chapter, chapters
from vnitcoop.write.pictures.timeline_picture import timeline_picture
from vnitcoop.write.pictures.years_picture import Count, years_picture
from vnitcoop.write.sheet import Sheet
from vnitcoop.write.tables import Row, Table, table, words
from vnitcoop.write.world import World

TEMPLATE = "timeline.md"
_LEAD = "When events were held, each drawn as wide as what the sources say of its date."
_MOST_YEARS = 60  # columns, else only the years in which something was held have one


@dataclass(frozen=True, slots=True)
class TimelinePage:
    title: str
    lead: str
    crumbs: tuple[Markup, ...]
    picture: Markup
    table: Table | None
    is_counted: bool  # by year, rather than told one by one
    others: tuple[Markup, ...]  # the other pages of the timeline, this one as mere words


def timeline_pages(world: World) -> Iterable[tuple[Sheet, TimelinePage]]:
    parts = chapters(world.knowledge.events)
    if len(parts) > 1:
        sheet = Sheet(world, "timeline/index.md")
        counts = _counts(sheet, parts)
        caption = "Events by the year in which they began"
        years = table(caption, ("Year", "Events"), [_year_row(count) for count in counts])
        yield sheet, _page(sheet, "Timeline", years_picture(counts), years, parts)
    for part in parts:
        sheet = Sheet(world, _path(part), listed=False)
        title = "Timeline" if len(parts) == 1 else f"Timeline: {part.title}"
        caption = f"{part.title}, the earliest first" if part.spans else part.title
        listed = rows.events(sheet, [(event, "") for event in part.events], caption)
        yield sheet, _page(sheet, title, _drawn(sheet, part), listed, parts)


def _page(sheet: Sheet, title: str, picture: Markup, listed: Table | None, parts: Sequence[Chapter]) -> TimelinePage:
    home = escape.link(sheet.to(Address("index.md")), "Home")
    if len(parts) == 1:
        return TimelinePage(title, _LEAD, (home, Markup("Timeline")), picture, listed, False, ())
    pages = [("All years", "timeline/index.md"), *((part.title, _path(part)) for part in parts)]
    others = [
        Markup('<span aria-current="page">{}</span>').format(escape.text(name))
        if path == sheet.path
        else escape.link(sheet.to(Address(path)), name)
        for name, path in pages
    ]
    whole = escape.link(sheet.to(Address("timeline/index.md")), "Timeline")
    crumbs = (home, Markup("Timeline")) if title == "Timeline" else (home, whole, escape.text(title.partition(": ")[2]))
    return TimelinePage(title, _LEAD, crumbs, picture, listed, title == "Timeline", tuple(others))


def _path(part: Chapter) -> str:
    return f"timeline/{part.slug}.md"


def _drawn(sheet: Sheet, part: Chapter) -> Markup:
    return timeline_picture(sheet, part) if part.events else Markup("")


def _year_row(count: Count) -> Row:
    number = escape.text(f"{count.count:,}")
    return Row((words(escape.link(count.href, count.label) if count.href else escape.text(count.label)), words(number)))


def _counts(sheet: Sheet, parts: Sequence[Chapter]) -> list[Count]:
    """Every year from the first to the last with what began in it, and at the end what has no year."""
    found: dict[str, int] = {}
    ways: dict[str, str] = {}
    for part in parts:
        for span in part.spans:
            year = year_of(span.event.date) or f"{int(span.first):04d}"
            found[year] = found.get(year, 0) + 1
            ways.setdefault(year, sheet.to(Address(_path(part))))
    known = sorted(found)
    if known and int(known[-1]) - int(known[0]) < _MOST_YEARS:
        known = [f"{year:04d}" for year in range(int(known[0]), int(known[-1]) + 1)]
    counts = [Count(year, found.get(year, 0), ways.get(year, "")) for year in known]
    undated = [(part, len(part.undated)) for part in parts if part.undated]
    if undated:
        total = sum(number for _, number in undated)
        counts.append(Count(NO_YEAR, total, sheet.to(Address(_path(undated[0][0])))))
    return counts
