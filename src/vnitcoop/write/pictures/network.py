"""The network's page: pairs of bodies with what they share, and the same drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from vnitcoop.types import Agreement, Event
from vnitcoop.write import escape, wording
from vnitcoop.write.dates_shown import show_date, sort_key
from vnitcoop.write.links import Address
from vnitcoop.write.pictures.network_picture import network_picture
from vnitcoop.write.pictures.ties import MOST_AT_ONE, Tie, Ties, ties_of
from vnitcoop.write.sheet import Sheet
from vnitcoop.write.tables import Row, Table, few, table, words
from vnitcoop.write.world import World

TEMPLATE = "network.md"
_Shared = TypeVar("_Shared", Event, Agreement)
MOST_BODIES = 60  # in the picture
MOST_FIRST = 6  # pairs before the picture
MOST_PAIRS = 120  # pairs in both tables
_MOST_NAMED = 1  # events or agreements of a pair


@dataclass(frozen=True, slots=True)
class NetworkPage:
    title: str
    lead: str
    crumbs: tuple[Markup, ...]
    closest: Table | None  # before the picture
    picture: Markup
    others: Table | None  # after it
    notes: tuple[str, ...]


def network_pages(world: World) -> Iterable[tuple[Sheet, NetworkPage]]:
    sheet = Sheet(world, "network/index.md")
    ties = ties_of(world)
    bodies, between = ties.among(MOST_BODIES)
    home = escape.link(sheet.to(Address("index.md")), "Home")
    page = NetworkPage(
        title="Network",
        lead="Who was at the same events, and who made agreements with whom.",
        crumbs=(home, Markup("Network")),
        closest=_table(sheet, ties.all[:MOST_FIRST], _said_first(ties)),
        picture=network_picture(sheet, bodies, between) if between else Markup(""),
        others=_table(sheet, ties.all[MOST_FIRST:MOST_PAIRS], _said_after(ties)),
        notes=tuple(_notes(ties, bodies)),
    )
    yield sheet, page


def _table(sheet: Sheet, ties: Sequence[Tie], caption: str) -> Table | None:
    return table(
        caption, ("Body", "Tied to", "Shared events", "Agreements", "Years"), [_row(sheet, tie) for tie in ties]
    )


def _said_first(ties: Ties) -> str:
    total = len(ties.all)
    return f"The {MOST_FIRST} pairs that share most, of {total:,}" if total > MOST_FIRST else "Pairs, the closest first"


def _said_after(ties: Ties) -> str:
    left = len(ties.all) - MOST_PAIRS
    return "The other pairs" + (f"; {left:,} that share less are left out" if left > 0 else "")


def _row(sheet: Sheet, tie: Tie) -> Row:
    return Row(
        (
            words(sheet.link(tie.first)),
            words(sheet.link(tie.second)),
            few([sheet.link(event.id) for event in _newest(tie.events)], _MOST_NAMED),
            few([_deal(sheet, deal) for deal in _newest(tie.agreements)], _MOST_NAMED),
            words(_years(tie)),
        )
    )


def _years(tie: Tie) -> Markup:
    if not tie.years:
        return Markup("")
    first, last = tie.years
    return Markup('<span class="years">{}</span>').format(first if first == last else f"{first}–{last}")


def _newest(group: Sequence[_Shared]) -> list[_Shared]:
    return sorted(group, key=lambda one: (sort_key(one.date), one.id), reverse=True)


def _deal(sheet: Sheet, deal: Agreement) -> Markup:
    """An agreement without its parties, which stand beside it."""
    words_of = wording.agreement_words(deal)
    when = f", {show_date(deal.date).words}" if deal.date else ""
    return escape.link(sheet.to(sheet.world.addresses[deal.id]), words_of + when)


def _notes(ties: Ties, bodies: Sequence[str]) -> Iterable[str]:
    everybody = {key for tie in ties.all for key in (tie.first, tie.second)}
    if len(bodies) < len(everybody):
        yield f"Drawn are the {len(bodies)} bodies with the most ties, of {len(everybody):,}."
    if ties.cut:
        large = wording.counted(ties.cut, "event or agreement", "events or agreements")
        yield f"Of {large} with more than {MOST_AT_ONE} bodies, only the first {MOST_AT_ONE} are counted."
