"""What maintainers say of records by the ids that these have: one of two, moved, named otherwise, or none at all."""

from __future__ import annotations

from vnitcoop.know.clusters import Cluster, Resolved
from vnitcoop.know.forms import name_of
from vnitcoop.types import Kind


def obey(resolved: Resolved) -> None:
    """Carries out the registry's judgements, in the order in which one may rest on another. Ids are given by now."""
    registry = resolved.known.registry
    for one, other, _ in registry.same:
        _join(resolved, *sorted((one, other), key=lambda record: record not in resolved.known.entries))
    for old, new in registry.redirects:
        if not _join(resolved, new, old) and (moved := _called(resolved, old)) and not _called(resolved, new):
            moved.id = new
    for correction in registry.corrections:
        if (corrected := _called(resolved, correction.record)) is None:
            continue
        if correction.field == "name":
            corrected.name = str(correction.value)
        for value in correction.value if isinstance(correction.value, tuple) else (correction.value,):
            _bring_in(resolved, value["organisation"] if isinstance(value, dict) else value)
    for record, _ in registry.removed:
        if gone := _called(resolved, record):
            _remove(gone)


def _called(resolved: Resolved, record: str) -> Cluster | None:
    return next((cluster for cluster in resolved.clusters if cluster.id == record), None)


def _join(resolved: Resolved, one: str, other: str) -> bool:
    """Makes one record of two of a kind. False where one of them is not there."""
    kept, gone = _called(resolved, one), _called(resolved, other)
    if kept is None or gone is None or kept.kind is not gone.kind:
        return False
    resolved.join(kept, gone)
    kept.name = name_of(kept, resolved.known.naming)
    return True


def _bring_in(resolved: Resolved, record: object) -> None:
    """Makes a record of the registry's entry to which a correction refers, where no article names it."""
    entry = resolved.known.entries.get(str(record))
    if entry is not None and _called(resolved, entry.id) is None:
        resolved.clusters.append(Cluster(entry.kind, [], entry, name=entry.names[0].name, id=entry.id))


def _remove(cluster: Cluster) -> None:
    """Takes a record out. An event leaves its series, which goes with its last event."""
    cluster.removed = True
    series = cluster.series
    if series is not None:
        series.events.remove(cluster)
        series.removed = series.removed or not series.events
    for event in cluster.events if cluster.kind is Kind.SERIES else ():
        event.series = None
