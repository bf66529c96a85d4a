"""The home page: what this is, how much there is, ways in, the newest, and what is open."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.write import quotes, rows, wording
from vnitcoop.write.dates_shown import sort_key
from vnitcoop.write.indexes import COLUMNS, LEADS, entries, group_address, index_link
from vnitcoop.write.links import Address
from vnitcoop.write.sheet import Sheet
from vnitcoop.write.tables import Table

TEMPLATE = "home.md"
LATEST = 5
OPEN = 8  # disagreements shown with their values, and pairs that may be one
OTHERS = 16  # records of further disagreements, by name
_TOLD_OFTEN = ("series", "organisation", "person", "place")  # kinds that the same few are told of again and again
_BEST = 3


@dataclass(frozen=True, slots=True)
class Way:
    """A way in, with how many records lie behind it."""

    link: Markup
    count: int
    what: str
    best: Markup  # links to those that most articles tell of, in place of `what`


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
    disputed: tuple[Markup, ...]  # what the sources disagree on besides
    same: tuple[tuple[Markup, str], ...]
    same_more: int
    search: str


def home_page(sheet: Sheet) -> HomePage:
    world = sheet.world
    published = sorted((a.published for a in world.articles.values() if a.published), key=sort_key)
    events = sorted(world.knowledge.events, key=lambda e: (sort_key(e.date), e.id), reverse=True)
    ways = tuple(
        Way(index_link(sheet, kind), len(ids), LEADS[kind], _best(sheet, ids) if kind in _TOLD_OFTEN else Markup(""))
        for kind in COLUMNS
        if (ids := [key for key, known in world.kinds.items() if known == kind])
    )
    conflicts = world.knowledge.conflicts
    shown = {conflict.subject for conflict in conflicts[:OPEN]}
    others = dict.fromkeys(c.subject for c in conflicts[OPEN:] if c.subject not in shown)
    pairs = [p for p in world.knowledge.possibly_same if p.records]
    pairs.sort(key=lambda p: len({sheet.name(r) for r in p.records}) < len(p.records))  # telling names first
    return HomePage(
        sources=wording.counted(len(world.articles), "article", "articles"),
        until=sheet.date(published[-1]) if published else Markup(""),
        ways=ways,
        latest=rows.events(sheet, [(e, "") for e in events[:LATEST]], "The newest events that the articles tell of"),
        years=_years(sheet),
        conflicts=quotes.disagreements(sheet, conflicts[:OPEN]),
        disputed=tuple(sheet.link(key) for key in list(others)[:OTHERS]),
        same=tuple((Markup(" and ").join(sheet.link(r) for r in p.records), p.why) for p in pairs[:OPEN]),
        same_more=max(0, len(pairs) - OPEN),
        search=sheet.to(Address("search.md")),
    )


def _best(sheet: Sheet, ids: list[str]) -> Markup:
    """Links to the records that most articles tell of."""
    told = sheet.world.told_by
    ranked = sorted(ids, key=lambda key: (-len(told[key]), key))
    return rows.links(sheet, ranked[:_BEST])


def _years(sheet: Sheet) -> tuple[Year, ...]:
    """Events by year, every year between the first and the last, and those whose year no source states."""
    counts: dict[str, int] = {}
    ways: dict[str, str] = {}
    for position, entry in enumerate(entries(sheet.world, "event")):
        counts[entry.group] = counts.get(entry.group, 0) + 1
        ways.setdefault(entry.group, sheet.to(group_address("event", position, entry.group)))
    known = sorted(int(group) for group in counts if group.isdigit())
    labels = [str(year) for year in range(known[0], known[-1] + 1)] if known else []
    unknown = [group for group in counts if not group.isdigit()]
    fullest = max(counts.values(), default=1)
    return tuple(
        Year(label.lower(), count, -(-10 * count // fullest), ways.get(label, ""))
        for label in [*labels, *unknown]
        for count in [counts.get(label, 0)]
    )
