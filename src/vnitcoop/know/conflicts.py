"""Where independent sources contradict each other on one thing that has one value."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vnitcoop.know import edtf
from vnitcoop.know.weigh import Sources, sources_of
from vnitcoop.text import fold
from vnitcoop.types import Agreement, Basis, Claim, Conflict, Contested, Event, Evidence, Figure

_ABOUT = 0.1  # how far a number told as "about" may be from another and still agree
_OPEN = {"over": (1, None), "at-least": (1, None), "under": (None, 1), "up-to": (None, 1)}


def find_conflicts(
    events: Iterable[Event], agreements: Iterable[Agreement], figures: Iterable[Figure], sources: Sources
) -> tuple[Conflict, ...]:
    """Dates and editions of events, counts of agreements, and one measure of one event, told differently."""
    out = []
    for event in events:
        out += _of_field(event.id, "date", event.claims, sources, lambda a, b: edtf.compatible(str(a), str(b)))
        out += _of_field(event.id, "edition", event.claims, sources, lambda a, b: a == b)
    for agreement in agreements:
        out += _of_field(agreement.id, "count", agreement.claims, sources, lambda a, b: a == b)
    out += _of_measures(figures, sources)
    return tuple(sorted(out, key=lambda c: (c.subject, c.field)))


def _of_field(
    subject: str, field: str, claims: Iterable[Claim], sources: Sources, agree: Callable[[object, object], bool]
) -> list[Conflict]:
    told = [c for c in claims if c.field == field and c.basis in (Basis.STATED, Basis.INFERRED) and c.evidence]
    if not any(
        not agree(a.value, b.value) and not sources_of(a, sources) & sources_of(b, sources)
        for at, a in enumerate(told)
        for b in told[at + 1 :]
    ):
        return []
    values: dict[str, tuple[object, list[Evidence]]] = {}
    for claim in told:
        values.setdefault(str(claim.value), (claim.value, []))[1].extend(claim.evidence)
    contested = (Contested(value, tuple(_in_order(evidence))) for _, (value, evidence) in sorted(values.items()))
    return [Conflict(subject, field, tuple(contested))]


def _of_measures(figures: Iterable[Figure], sources: Sources) -> list[Conflict]:
    groups: dict[tuple[str, str, str, str], list[Figure]] = {}
    for figure in figures:
        if figure.event and not figure.forecast and figure.unit != "rank":
            key = (figure.event, fold(figure.measure), figure.unit, figure.subject or "")
            groups.setdefault(key, []).append(figure)
    out = []
    for key in sorted(groups):
        told = sorted(groups[key], key=lambda f: (f.value, f.id))
        if key[1] and _disputed(told, sources):
            values = (Contested(f.value, f.mentions) for f in told)
            out.append(Conflict(key[0], told[0].measure, tuple(values)))
    return out


def _disputed(figures: list[Figure], sources: Sources) -> bool:
    return any(
        not _numbers_agree(a, b) and not _articles(a, sources) & _articles(b, sources) and not _one_speaker(a, b)
        for at, a in enumerate(figures)
        for b in figures[at + 1 :]
    )


def _one_speaker(one: Figure, other: Figure) -> bool:
    return one.speaker is not None and one.speaker == other.speaker


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


def _in_order(evidence: Iterable[Evidence]) -> list[Evidence]:
    unique = {(e.article, e.start, e.end): e for e in evidence}
    return [unique[k] for k in sorted(unique)]
