"""Where independent sources contradict each other on one thing that has one value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import Any

from vnitcoop.know import when
from vnitcoop.know.edition_conflicts import edition_conflicts, in_order
from vnitcoop.know.names import folded
from vnitcoop.know.weigh import Sources, sources_of
from vnitcoop.types import Basis, Claim, Conflict, Contested, Evidence, Figure, Kind

_ABOUT = 0.1  # how far a number told as "about" may be from another and still agree
_OPEN = {"over": (1, None), "at-least": (1, None), "under": (None, 1), "up-to": (None, 1)}


def find_conflicts(records: Mapping[Kind, tuple[Any, ...]], sources: Sources) -> tuple[Conflict, ...]:
    """Dates and editions of events, counts of agreements, and one measure of one event, told differently.

    Editions are held against the year in which a yearly event began, too, and against the series' other editions.
    """
    out = []
    for event in records[Kind.EVENT]:
        out += _of_field(event.id, "date", event.claims, sources, lambda a, b: when.compatible(str(a), str(b)))
        out += _of_field(event.id, "edition", event.claims, sources, lambda a, b: a == b)
    for agreement in records[Kind.AGREEMENT]:
        out += _of_field(agreement.id, "count", agreement.claims, sources, lambda a, b: a == b)
    out += _of_measures(records[Kind.FIGURE], sources)
    out += edition_conflicts(records[Kind.EVENT], records[Kind.SERIES], records[Kind.DATE])
    together: dict[tuple[str, str], dict[str, Contested]] = {}
    for conflict in out:
        sides = together.setdefault((conflict.subject, conflict.field), {})
        for side in conflict.values:
            sides.setdefault(str(side.value), side)
    return tuple(Conflict(*key, tuple(together[key].values())) for key in sorted(together))


def _of_field(
    subject: str, field: str, claims: Iterable[Claim], sources: Sources, agree: Callable[[object, object], bool]
) -> list[Conflict]:
    values: dict[str, tuple[object, list[Evidence], set[str]]] = {}
    for claim in claims:
        if claim.field == field and claim.basis in (Basis.STATED, Basis.INFERRED) and claim.evidence:
            _, evidence, backing = values.setdefault(str(claim.value), (claim.value, [], set()))
            evidence.extend(claim.evidence)
            backing |= sources_of(claim, sources)
    told = [values[key] for key in sorted(values)]
    if not any(not agree(a[0], b[0]) and _independent(a[2], b[2]) for a, b in combinations(told, 2)):
        return []
    return [Conflict(subject, field, tuple(Contested(v, in_order(evidence)) for v, evidence, _ in told))]


def _independent(one: set[str], other: set[str]) -> bool:
    """Whether each value has a source that does not give the other one too."""
    return bool(one - other) and bool(other - one)


def _of_measures(figures: Iterable[Figure], sources: Sources) -> list[Conflict]:
    groups: dict[tuple[str, str, str, str], list[Figure]] = {}
    for figure in figures:
        if figure.event and not figure.forecast and figure.unit != "rank":
            key = (figure.event, folded(figure.measure), figure.unit, figure.subject or "")
            groups.setdefault(key, []).append(figure)
    out = []
    for key in sorted(groups):
        told = _by_value(groups[key])
        if key[1] and any(_disputed(a, b, sources) for a, b in combinations(told, 2)):
            values = (Contested(g[0].value, in_order(m for f in g for m in f.mentions)) for g in told)
            out.append(Conflict(key[0], told[0][0].measure, tuple(values)))
    return out


def _by_value(figures: list[Figure]) -> list[list[Figure]]:
    """Figures that say the same number in the same way together, the smallest first."""
    groups: dict[tuple[float, float, str], list[Figure]] = {}
    for figure in sorted(figures, key=lambda f: f.id):
        reach = (figure.value, figure.high if figure.high is not None else figure.value, figure.qualifier)
        groups.setdefault(reach, []).append(figure)
    return [groups[reach] for reach in sorted(groups)]


def _disputed(one: list[Figure], other: list[Figure], sources: Sources) -> bool:
    """Whether two values exclude each other and come from different sources and speakers."""
    if _numbers_agree(one[0], other[0]):
        return False
    speakers = {f.speaker for f in one}, {f.speaker for f in other}
    if speakers[0] == speakers[1] and len(speakers[0]) == 1 and None not in speakers[0]:
        return False
    return _independent(
        {s for f in one for s in _articles(f, sources)}, {s for f in other for s in _articles(f, sources)}
    )


def _numbers_agree(one: Figure, other: Figure) -> bool:
    low, high = _reach(one)
    other_low, other_high = _reach(other)
    return low <= other_high and other_low <= high


def _reach(figure: Figure) -> tuple[float, float]:
    """The values that a figure's words allow."""
    low, high = float(figure.value), float(figure.high if figure.high is not None else figure.value)
    if figure.qualifier == "about":
        return low * (1 - _ABOUT), high * (1 + _ABOUT)
    below, above = _OPEN.get(figure.qualifier, (1, 1))
    return (low if below else float("-inf")), (high if above else float("inf"))


def _articles(figure: Figure, sources: Sources) -> set[str]:
    return {sources.get(m.article, m.article) for m in figure.mentions}
