"""What's new: what each article added to what those before it had told, the newest article first.

The order is that of the dates of publication; articles without one count as told before all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from json import dumps

from markupsafe import Markup

from vnitcoop.plain import to_plain
from vnitcoop.write import escape, wording
from vnitcoop.write.dates_shown import sort_key, year_of
from vnitcoop.write.indexes import COLUMNS
from vnitcoop.write.links import Address
from vnitcoop.write.pager import Pager, pager
from vnitcoop.write.sheet import Sheet
from vnitcoop.write.tables import Row, Table, table, words
from vnitcoop.write.world import World

TEMPLATE = "new.md"
PAGE_SIZE = 50  # articles of a page
_MOST_NAMED = 4  # records of a kind
_LEAD = "What each article added to what was known before it, the newest first."
_NAMED = ("event", "series", "agreement", "organisation", "person", "place")  # the other kinds are counted only
_MISSING = ("", "not stated", "nothing new", "0", "0", "0")


@dataclass(slots=True)
class Added:
    """What one article added. Claims are counted once each, however many of its words state them."""

    created: list[str] = field(default_factory=list)
    claims: int = 0
    corroborated: int = 0
    conflicts: int = 0


@dataclass(frozen=True, slots=True)
class NewsPage:
    title: str
    lead: str
    crumbs: tuple[Markup, ...]
    table: Table | None
    pager: Pager | None


def news_pages(world: World) -> Iterable[tuple[Sheet, NewsPage]]:
    order = in_order(world)
    added = what_was_added(world, order)
    newest = list(reversed(order))
    pages = max(1, -(-len(newest) // PAGE_SIZE))
    for number in range(pages):
        sheet = Sheet(world, _path(number))
        part = newest[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
        caption = "Articles by the date of their publication, the newest first; those without a date last"
        columns = ("Article", "Published", "New records", "Claims", "Corroborated", "In conflict")
        listed = table(caption, columns, [_row(sheet, key, added[key]) for key in part], _MISSING)
        home = escape.link(sheet.to(Address("index.md")), "Home")
        title = "What’s new" if number == 0 else f"What’s new, page {number + 1}"
        turn = pager(sheet, number, pages, f"{len(newest):,} articles", _path)
        yield sheet, NewsPage(title, _LEAD, (home, escape.text("What’s new")), listed, turn)


def in_order(world: World) -> list[str]:
    """The ids of all articles in the order in which they were published, those of no stated date first."""
    dates = {key: article.published for key, article in world.articles.items()}
    return sorted(dates, key=lambda key: (sort_key(dates[key]) if year_of(dates[key]) else "", key))


def what_was_added(world: World, order: Sequence[str]) -> dict[str, Added]:
    """What each article added, by its id; linear in the size of the knowledge document."""
    rank = {key: place for place, key in enumerate(order)}
    added = {key: Added() for key in order}
    for key in world.records:
        if articles := world.told_by.get(key):
            added[min(articles, key=rank.__getitem__)].created.append(key)
    said: dict[tuple[str, str, str], set[str]] = {}
    for key, record in world.records.items():
        for claim in record.claims:
            tellers = {piece.article for piece in claim.evidence if piece.article in added}
            for article in tellers:
                added[article].claims += 1
            value = dumps(to_plain(claim.value), sort_keys=True, ensure_ascii=False)
            said.setdefault((key, claim.field, value), set()).update(tellers)
    for tellers in said.values():
        for article in sorted(tellers, key=rank.__getitem__)[1:]:
            added[article].corroborated += world.articles[article].near_duplicate_of is None
    for conflict in world.knowledge.conflicts:
        for article in {piece.article for side in conflict.values for piece in side.evidence} & added.keys():
            added[article].conflicts += 1
    return added


def _row(sheet: Sheet, key: str, added: Added) -> Row:
    told = sheet.told(key)
    article = sheet.world.articles[key]
    copy = escape.text("close to one that was read already") if article.near_duplicate_of else Markup("")
    date = (told.date,) if article.published else ()
    counts = (added.claims, added.corroborated, added.conflicts)
    return Row(
        (
            words(told.link, told.outlet, copy),
            words(*date),
            words(*_created(sheet, added.created)),
            *(words(escape.text(f"{count:,}") if count else Markup("")) for count in counts),
        )
    )


def _created(sheet: Sheet, created: Sequence[str]) -> Iterable[Markup]:
    """The records of each kind, counted, and the first few of those that have pages of their own by name."""
    by_kind: dict[str, list[str]] = {}
    for key in created:
        by_kind.setdefault(sheet.world.kinds[key], []).append(key)
    for kind in (*_NAMED, *(kind for kind in COLUMNS if kind not in _NAMED)):
        keys = by_kind.get(kind, [])
        if not keys:
            continue
        one, many = (wording.kind_word(kind, many=plural).lower() for plural in (False, True))
        count = escape.text(wording.counted(len(keys), one, many))
        if kind not in _NAMED:
            yield count
            continue
        names = Markup(", ").join(sheet.link(ref) for ref in keys[:_MOST_NAMED])
        rest = f" and {len(keys) - _MOST_NAMED:,} more" if len(keys) > _MOST_NAMED else ""
        yield Markup('<span class="kind">{}:</span> {}{}').format(count, names, rest)


def _path(number: int) -> str:
    return "new/index.md" if number == 0 else f"new/page-{number + 1}.md"
