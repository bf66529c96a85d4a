"""Which events are editions of one series."""

from __future__ import annotations

from vnitcoop.know.clusters import Cluster
from vnitcoop.know.groups import Families
from vnitcoop.know.happenings import series_entry
from vnitcoop.know.known import Known
from vnitcoop.know.names import undated, years_in
from vnitcoop.types import Kind


def series_of(events: list[Cluster], known: Known) -> list[Cluster]:
    """The series that events belong to: the registry's, else those that articles name.

    Names that one event goes by, in one article or several, name one series; two entries of the registry stay two.
    """
    keys = [_keys(event, known) for event in events]
    families = Families()
    for told in keys:
        for key in told[1:]:
            one, other = sorted((families.top(told[0]), families.top(key)))
            if not other.startswith("= "):  # entries sort first: a name joins an entry, an entry never another
                families.join(one, other)
    found: dict[str, Cluster] = {}
    for event, told in zip(events, keys, strict=True):
        if told:
            key = families.top(told[0])
            entry = known.entries.get(key.removeprefix("= ")) if key.startswith("= ") else None
            event.series = found.setdefault(key, Cluster(Kind.SERIES, [], entry))
            event.series.events.append(event)
    for series in found.values():
        if not _recurs(series):
            series.events[0].series = None
    return [found[key] for key in sorted(found) if _recurs(found[key])]


def _recurs(series: Cluster) -> bool:
    """Whether a series is more than another word for its only event."""
    if series.entry is not None or len(series.events) > 1:
        return True
    things = series.events[0].things
    if any(years_in(name) or t.values("edition") for t in things for name in t.names):
        return True
    return {undated(s) for t in things for s in t.texts("series")} != {undated(n) for t in things for n in t.names}


def _keys(event: Cluster, known: Known) -> list[str]:
    entries = sorted({f"= {entry}" for t in event.things if (entry := series_entry(t, known))})
    return entries[:1] + sorted({known.naming.event_key(s) for t in event.things for s in t.texts("series")})
