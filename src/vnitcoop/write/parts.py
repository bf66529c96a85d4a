"""Where the long lists of a record's page go on, so that no page grows with the number of articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from markupsafe import Markup

from vnitcoop.write import escape, quotes, wording
from vnitcoop.write.citations import FIRST, Item
from vnitcoop.write.head import crumbs
from vnitcoop.write.links import Address, part_page
from vnitcoop.write.listing import Listing
from vnitcoop.write.sheet import Sheet, Told, record_name
from vnitcoop.write.tables import Table
from vnitcoop.write.world import Record

TEMPLATE = "part.md"
_HELD = 100  # claims or mentions that the front matter of a page holds

Shown = tuple[Item, tuple[Told, ...], str]


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a list that goes on: a table, sentences that name the record, or entries of its evidence."""

    title: str
    crumbs: tuple[Markup, ...]
    words: str
    previous: str
    next: str
    table: Table | None = None
    mentions: tuple[quotes.Mention, ...] = ()
    evidence: tuple[Shown, ...] = ()


def evidence(sheet: Sheet, items: Sequence[Item]) -> tuple[Shown, ...]:
    """Entries of the list of evidence: each with the articles that it quotes, and what it is the source for."""

    def articles(item: Item) -> tuple[Told, ...]:
        return tuple(sheet.told(key) for key in dict.fromkeys(quote.article for quote in item.quotes))

    return tuple((item, articles(item), wording.joined(item.fields)) for item in items)


def unquoted(sheet: Sheet) -> tuple[Shown, ...]:
    """On a page of lists: the sources that are no words of an article; the others are a link away."""
    return evidence(sheet, [item for item in sheet.citations.items if not item.quotes])


def parts(sheet: Sheet, record: Record, lists: Sequence[Listing]) -> Iterator[tuple[Sheet, Part]]:
    """The further pages of a record whose page `sheet` has been filled, with its `lists`."""
    for listing in lists:
        further = listing.rest()
        for number, group in enumerate(further, start=2):
            there, part = _part(sheet, record, listing.part, number, len(further) + 1)
            yield there, replace(part, table=listing.draw(there, group, listing.caption))
    rest = quotes.named_by(sheet, record)[quotes.MOST :]
    pages = [rest[at : at + quotes.NEXT] for at in range(0, len(rest), quotes.NEXT)]
    for number, articles in enumerate(pages, start=2):
        there, part = _part(sheet, record, "mentions", number, len(pages) + 1)
        yield there, replace(part, mentions=quotes.mentions(there, record, articles))
    grouped = [list(group) for _, group in groupby(sheet.citations.items, lambda i: sheet.citations.page_of(i.number))]
    for number, items in enumerate(grouped[1:], start=2):
        there, part = _part(sheet, record, "evidence", number, len(grouped))
        yield there, replace(part, evidence=evidence(there, items))


def more_evidence(sheet: Sheet) -> Markup:
    """The way to those entries of the evidence that stand on further pages, if there are any."""
    left = len(sheet.citations.items) - FIRST
    return sheet.further("evidence", left)


def held(plain: dict[str, Any]) -> dict[str, Any]:
    """A record for a page's front matter: whole, but of very long lists the beginning, and how much is left out."""
    long = {name: len(value) for name, value in plain.items() if isinstance(value, list) and len(value) > _HELD}
    if not long:
        return plain
    cut = {name: plain[name][:_HELD] for name in long}
    return plain | cut | {"left_out": {name: length - _HELD for name, length in long.items()}}


def _part(sheet: Sheet, record: Record, part: str, number: int, of: int) -> tuple[Sheet, Part]:
    there = Sheet(sheet.world, part_page(sheet.path, part, number), listed=False)

    def to(page: int) -> str:
        return there.to(Address(part_page(sheet.path, part, page)) if page > 1 else Address(sheet.path, f"{part}-more"))

    name = record_name(sheet.world, record)
    title = wording.word("parts", part)
    above = crumbs(there, sheet.world.kinds[record.id], name)
    trail = (*above[:2], there.link(record.id), escape.text(title))
    following = to(number + 1) if number < of else ""
    return there, Part(f"{name}: {title}", trail, f"Page {number} of {of}", to(number - 1), following)
