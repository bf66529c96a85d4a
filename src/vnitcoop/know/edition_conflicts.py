"""Editions that cannot all be right: against the beginning of a yearly event, and against each other in a series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from vnitcoop.know import when
from vnitcoop.know.names import years_in
from vnitcoop.types import Claim, Conflict, Contested, DatedFact, Event, Evidence, Series


def edition_conflicts(
    events: Iterable[Event], series: Iterable[Series], facts: Iterable[DatedFact]
) -> Iterator[Conflict]:
    """Conflicts of events with "yearly since", and of series whose editions and years do not go together."""
    by_id = {event.id: event for event in events}
    dated: tuple[DatedFact | Series, ...] = (*facts, *series)
    grounds = {claim.id: claim for record in dated for claim in record.claims}
    for event in by_id.values():
        yield from _against_beginning(event, grounds)
    for one in series:
        yield from _against_each_other(one, [by_id[i] for i in one.events if i in by_id])


def in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Pieces of evidence in the order of articles and text, each once."""
    unique = {(e.article, e.start, e.end): e for e in evidence}
    return tuple(unique[k] for k in sorted(unique))


def _against_beginning(event: Event, grounds: dict[str, Claim]) -> Iterator[Conflict]:
    """From the check of an edition against a year that did not come out right."""
    claims = {claim.id: claim for claim in event.claims}
    for check in event.claims:
        if check.rule == "edition-and-year" and str(check.value).endswith("does not agree"):
            counted = [claims[i] for i in check.premises if i in claims and claims[i].field == "edition"]
            (began,) = (grounds[i] for i in check.premises if i in grounds)
            sides = (
                _side(counted[0].value, counted),
                _side(f"yearly since {str(began.value)[:4]}", [began]),
            )
            yield Conflict(event.id, "edition", sides)


def _against_each_other(series: Series, events: list[Event]) -> Iterator[Conflict]:
    """Between one edition and the next that is told of there lie as many years as editions at least."""
    counted = sorted(
        (year, event.edition, event.id, event) for event in events if event.edition and (year := _year(event))
    )
    wrong: dict[str, tuple[int, Event]] = {}
    for (year, edition, _, one), (later, other_edition, _, other) in pairwise(counted):
        if year != later and not 0 < other_edition - edition <= later - year:
            wrong |= {one.id: (year, one), other.id: (later, other)}
    if wrong:
        sides = (
            _side(f"edition {event.edition} in {year}", [c for c in event.claims if c.field == "edition"])
            for year, event in wrong.values()
        )
        yield Conflict(series.id, "edition", tuple(sides))


def _year(event: Event) -> int | None:
    """The year in which an event is held; None where it is unknown."""
    named = years_in(event.name)
    year = when.year(event.date) or (min(named) if len(named) == 1 else None)
    return int(year) if year else None


def _side(value: object, claims: Iterable[Claim]) -> Contested:
    return Contested(value, in_order(e for claim in claims for e in claim.evidence))
