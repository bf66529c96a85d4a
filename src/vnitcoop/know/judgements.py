"""What maintainers say of records by the ids that these have: one of two, moved, named otherwise, or none at all."""

from __future__ import annotations

from vnitcoop.know.clusters import Cluster, Resolved
from vnitcoop.know.forms import name_of
from vnitcoop.types import Kind


def obey(resolved: Resolved) -> None:
    """Carries out the registry's judgements, in the order in which one may rest on another. Ids are given by now."""
    registry = resolved.known.registry
    called = {cluster.id: cluster for cluster in resolved.clusters}
    for one, other, _ in registry.same:
        _join(resolved, called, *sorted((one, other), key=lambda record: record not in resolved.known.entries))
    for old, new in registry.redirects:
        if not _join(resolved, called, new, old) and old in called and new not in called:
            called[new] = called.pop(old)
            called[new].id = new
    for correction in registry.corrections:
        if (corrected := called.get(correction.record)) is None:
            continue
        if correction.field == "name":
            corrected.name = str(correction.value)
        for value in correction.value if isinstance(correction.value, tuple) else (correction.value,):
            _bring_in(resolved, called, value["organisation"] if isinstance(value, dict) else value)
    for record, _ in registry.removed:
        if gone := called.get(record):
            _remove(gone)


def _join(resolved: Resolved, called: dict[str, Cluster], one: str, other: str) -> bool:
    """Makes one record of two of a kind. False where one of them is not there."""
    kept, gone = called.get(one), called.get(other)
    if kept is None or gone is None or kept is gone or kept.kind is not gone.kind:
        return False
    resolved.join(kept, gone)
    del called[other]
    kept.name = name_of(kept, resolved.known.naming)
    return True


def _bring_in(resolved: Resolved, called: dict[str, Cluster], record: object) -> None:
    """Makes a record of the registry's entry to which a correction refers, where no article names it."""
    entry = resolved.known.entries.get(str(record))
    if entry is not None and entry.id not in called:
        called[entry.id] = Cluster(entry.kind, [], entry, name=entry.names[0].name, id=entry.id)
        resolved.clusters.append(called[entry.id])


def _remove(cluster: Cluster) -> None:
    """Takes a record out. An event leaves its series, which goes with its last event."""
    cluster.removed = True
    series = cluster.series
    if series is not None:
        series.events.remove(cluster)
        series.removed = series.removed or not series.events
    for event in cluster.events if cluster.kind is Kind.SERIES else ():
        event.series = None
