"""The corpus resolved: every thing belongs to a cluster, and each cluster becomes one record."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnitcoop.know.groups import Groups
from vnitcoop.know.known import Known
from vnitcoop.know.names import folded
from vnitcoop.know.resolve_agreements import resolve_agreements
from vnitcoop.know.resolve_bodies import resolve_bodies
from vnitcoop.know.resolve_events import resolve_events
from vnitcoop.know.resolve_people import resolve_people
from vnitcoop.know.resolve_places import resolve_places
from vnitcoop.know.things import Corpus, Thing
from vnitcoop.types import Entry, Kind, Ref, Role


@dataclass(eq=False, slots=True)
class Cluster:
    """Things that are one. `name` and `id` are given once all clusters are known."""

    kind: Kind
    things: list[Thing]
    entry: Entry | None = None
    countries: set[str] = field(default_factory=set)
    name: str = ""
    id: str = ""
    series: Cluster | None = None  # of an event
    events: list[Cluster] = field(default_factory=list)  # of a series
    removed: bool = False  # a maintainer says that there is no such thing


class Resolved:
    """All clusters, and the one that each thing belongs to."""

    def __init__(self, corpus: Corpus, known: Known) -> None:
        self.corpus, self.known = corpus, known
        self.clusters: list[Cluster] = []
        self._of: dict[int, Cluster] = {}
        barred = [(one, other) for one, other, _ in known.registry.distinct]
        bodies, places = corpus.of(Kind.ORGANISATION), corpus.of(Kind.PLACE)
        self._settle(Kind.ORGANISATION, bodies, resolve_bodies(bodies, known, barred))
        self._settle(Kind.PLACE, places, resolve_places(places, known, barred))
        people = corpus.of(Kind.PERSON)
        self._settle(Kind.PERSON, people, resolve_people(people, known, barred, self._role_countries, self._role_kinds))
        events = corpus.of(Kind.EVENT)
        told = resolve_events(events, known, barred, self._referred, self._cast, self._numbers)
        self._settle(Kind.EVENT, events, told)
        agreements = corpus.of(Kind.AGREEMENT)
        self._settle(Kind.AGREEMENT, agreements, resolve_agreements(agreements, barred, self._referred))
        for kind in (Kind.FIGURE, Kind.DATE):
            for thing in corpus.of(kind):
                self._add(Cluster(kind, [thing]))

    def of(self, thing: Thing) -> Cluster:
        return self._of[thing.number]

    def all(self, kind: Kind) -> list[Cluster]:
        return [c for c in self.clusters if c.kind is kind and not c.removed]

    def join(self, one: Cluster, other: Cluster) -> None:
        """Makes one cluster of two of a kind: `other` goes up in `one`, which keeps its id."""
        one.things += other.things
        one.entry = one.entry or other.entry
        one.countries |= other.countries
        one.events += other.events
        for thing in other.things:
            self._of[thing.number] = one
        for event in other.events:
            event.series = one
        if other.series is not None:
            other.series.events.remove(other)
            one.series = one.series or other.series
            if one not in one.series.events:
                one.series.events.append(one)
        self.clusters.remove(other)

    def target(self, thing: Thing, value: Ref) -> Cluster:
        """The cluster of what a statement of `thing` refers to."""
        return self.of(self.corpus.referred(thing, value))

    def series_id(self, thing: Thing) -> str | None:
        """The id of the series that an event belongs to."""
        series = self.of(thing).series
        return series.id if series else None

    def named_in_article(self, thing: Thing, name: str) -> str | None:
        """The id of what the same article calls by this name."""
        key = folded(name)
        same = [t for t in self.corpus.beside(thing) if key in {folded(n) for n in t.names} and not self.of(t).removed]
        return self.of(same[0]).id if same else None

    def _add(self, cluster: Cluster) -> None:
        self.clusters.append(cluster)
        for thing in cluster.things:
            self._of[thing.number] = cluster

    def _settle(self, kind: Kind, things: list[Thing], groups: Groups) -> None:
        _join_judged(groups, len(things), self.known)
        entries = self._entries(kind, groups)
        for top, positions in sorted(groups.members().items()):
            cluster = Cluster(kind, [things[p] for p in positions], entries.get(top), set(groups.trait(top, "country")))
            self._add(cluster)

    def _entries(self, kind: Kind, groups: Groups) -> dict[int, Entry]:
        """What the registry knows of each group; of groups with one entry that are kept apart, the largest has it."""
        members, holders = groups.members(), dict[str, int]()
        out: dict[int, Entry] = {}
        for top in sorted(members, key=lambda t: (-len(members[t]), t)):
            known = [self.known.entries[e] for e in sorted(groups.trait(top, "entry")) if e in self.known.entries]
            entry = next((e for e in known if e.kind is kind and holders.setdefault(e.id, top) == top), None)
            if entry is not None:
                out[top] = entry
        return out

    def _role_countries(self, thing: Thing, role: Role) -> set[str]:
        return self.target(thing, role.organisation).countries if isinstance(role.organisation, Ref) else set()

    def _role_kinds(self, thing: Thing, role: Role) -> set[str]:
        if not isinstance(role.organisation, Ref):
            return set()
        body = self.target(thing, role.organisation)
        told = {body.entry.type} if body.entry is not None and body.entry.type else set()
        return told or {kind for t in body.things for kind in t.texts("kind")}

    def _cast(self, thing: Thing) -> set[str]:
        """The people of the same article, by the same stable names."""
        return {_handle(self.of(t)) for t in self.corpus.beside(thing) if t.kind is Kind.PERSON}

    def _numbers(self, thing: Thing) -> set[str]:
        """The figures of the same article, each as value and unit."""
        figures = [t for t in self.corpus.beside(thing) if t.kind is Kind.FIGURE]
        return {f"{value} {t.text('unit')}" for t in figures for value in t.values("value")}

    def _referred(self, thing: Thing, field_name: str) -> set[str]:
        """Stable names of the clusters that a field refers to, good for comparing only."""
        refs = [v for v in thing.values(field_name) if isinstance(v, Ref)]
        return {_handle(self.target(thing, ref)) for ref in refs}


def _handle(cluster: Cluster) -> str:
    return f"{cluster.kind} {cluster.things[0].number}"


def _join_judged(groups: Groups, count: int, known: Known) -> None:
    """Joins what a maintainer has called the same, or has led from an old id to a new one."""
    pairs = [(one, other) for one, other, _ in known.registry.same] + list(known.registry.redirects)
    if not pairs:
        return
    bearers: dict[str, set[int]] = {}
    for position in range(count):
        for label in groups.trait(position, "label"):
            bearers.setdefault(label, set()).add(position)
    for one, other in pairs:
        tops = [{groups.top(p) for p in bearers.get(label, ())} for label in (one, other)]
        if all(len(t) == 1 for t in tops):
            groups.join(min(tops[0]), min(tops[1]), force=True)
