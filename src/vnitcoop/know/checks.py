"""Sums that sources must satisfy: editions against a yearly beginning, parts against their whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from vnitcoop.know.claims import computed_claim
from vnitcoop.know.clusters import Cluster, Resolved
from vnitcoop.know.things import Thing
from vnitcoop.know.wishes import event_year
from vnitcoop.lexicon import lexicon
from vnitcoop.text import fold
from vnitcoop.types import Claim, Kind, Ref

_PARTS = 6  # of a whole that are looked at
_NEAR = 60  # characters between a whole and its first part
Claims = Callable[[Cluster], list[Claim]]


@dataclass(frozen=True, slots=True)
class _Count:
    """A whole number of things that an article tells of, and where its words stand."""

    thing: Thing
    number: int
    start: int
    end: int


def arithmetic_claims(resolved: Resolved, claims: Claims) -> Iterator[tuple[Cluster, Claim]]:
    """Computed claims with field `check`, each with the cluster it belongs to."""
    yield from _edition_checks(resolved, claims)
    yield from _sum_checks(resolved, claims)


def _edition_checks(resolved: Resolved, claims: Claims) -> Iterator[tuple[Cluster, Claim]]:
    """The n-th edition of a yearly event that began in year y is held in y + n - 1."""
    begun = _beginnings(resolved, claims)
    for event in resolved.all(Kind.EVENT):
        year = event_year(event)
        editions = [(c.value, c) for c in claims(event) if c.field == "edition" and isinstance(c.value, int)]
        for number in sorted({told for told, _ in editions}) if year else ():
            for first, ground in begun.get(event.series.id if event.series else event.id, ()):
                verdict = "agrees" if first + number - 1 == int(year) else "does not agree"
                value = f"edition {number} in {year}, yearly since {first}: {first} + {number} - 1 = "
                value += f"{first + number - 1} {verdict}"
                premises = [c for told, c in editions if told == number] + [ground]
                premises += [c for c in claims(event) if c.field == "date" and str(c.value)[:4] == year]
                yield event, computed_claim(event.id, "check", value, "edition-and-year", premises)


def _beginnings(resolved: Resolved, claims: Claims) -> dict[str, list[tuple[int, Claim]]]:
    """First years of what is held yearly, by series (or lone event), with the claim that says so."""
    out: dict[str, dict[int, Claim]] = {}
    for series in resolved.all(Kind.SERIES):
        for claim in claims(series):
            if claim.field == "first" and isinstance(claim.value, int):
                out.setdefault(series.id, {}).setdefault(claim.value, claim)
    for fact in resolved.all(Kind.DATE):
        thing = fact.things[0]
        year = re.match(r"(\d{4})(/\.\.)?\Z", thing.text("date") or "")
        if year and _says_yearly(thing.text("what") or ""):
            ground = next(claim for claim in claims(fact) if claim.field == "date")
            for subject in (resolved.target(thing, v) for v in thing.values("subjects") if isinstance(v, Ref)):
                if subject.kind is Kind.EVENT:
                    owner = subject.series.id if subject.series else subject.id
                    out.setdefault(owner, {}).setdefault(int(year[1]), ground)
    return {owner: sorted(grounds.items()) for owner, grounds in out.items()}


def _says_yearly(words: str) -> bool:
    told = f" {fold(words)} "
    return any(f" {cue} " in told for cue in lexicon("naming")["yearly"])


def _sum_checks(resolved: Resolved, claims: Claims) -> Iterator[tuple[Cluster, Claim]]:
    """A count that words divide into parts: "28 economies, comprising 21 members ... and seven guest members"."""
    for reading in resolved.corpus.readings:
        counts = _counts(resolved.corpus.within(reading))
        for block in reading.article.blocks if len(counts) > 2 else ():
            inside = [count for count in counts if block.start <= count.start < block.end]
            for at, whole in enumerate(inside[:-2]):
                if _divides(reading.article.text, whole, inside[at + 1]):
                    yield from _sum_check(resolved, claims, whole, inside[at + 1 : at + 1 + _PARTS])


def _counts(things: Iterable[Thing]) -> list[_Count]:
    """The whole numbers of an article that count something, as the text goes."""
    found = []
    for thing in things:
        number = next(iter(thing.values("value")), None)
        if thing.kind is Kind.FIGURE and thing.text("unit") == "count" and isinstance(number, int):
            found.append(_Count(thing, number, thing.finding.mentions[0].start, thing.finding.mentions[0].end))
    return sorted(found, key=lambda count: count.start)


def _divides(text: str, whole: _Count, part: _Count) -> bool:
    between = text[whole.end : part.start]
    told = f" {fold(between)} " if len(between) < _NEAR else ""
    return any(f" {cue} " in told for cue in lexicon("naming")["partition"])


def _sum_check(
    resolved: Resolved, claims: Claims, whole: _Count, parts: list[_Count]
) -> Iterator[tuple[Cluster, Claim]]:
    """Says that parts, the first among them, make the whole. Parts that do not may be only some of all: no word."""
    numbers = [part.number for part in parts]
    chosen = next(
        (
            (0, *rest)
            for size in range(1, len(parts))
            for rest in combinations(range(1, len(parts)), size)
            if numbers[0] + sum(numbers[i] for i in rest) == whole.number
        ),
        None,
    )
    if chosen is not None:
        members = [whole, *(parts[i] for i in chosen)]
        premises = [c for m in members for c in claims(resolved.of(m.thing)) if c.field == "value"]
        value = f"{' + '.join(str(numbers[i]) for i in chosen)} = {whole.number} agrees"
        cluster = resolved.of(whole.thing)
        yield cluster, computed_claim(cluster.id, "check", value, "parts-and-whole", premises)
