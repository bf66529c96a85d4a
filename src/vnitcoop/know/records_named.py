"""Records of what has a name: organisations, people, places and series."""

from __future__ import annotations

from vnitcoop.know.claims import curated_claim, mentions_of
from vnitcoop.know.clusters import Cluster
from vnitcoop.know.forms import acronym_of, aliases_of
from vnitcoop.know.known import Known
from vnitcoop.know.names import folded
from vnitcoop.know.weigh import Weighing
from vnitcoop.types import Claim, HeldRole, Organisation, Person, Place, Series

_ENTRY_FIELDS = ("country", "latitude", "longitude")


def curated_claims(cluster: Cluster, known: Known) -> list[Claim]:
    """What the registry says of a cluster: names, kind, country, where it is, and why its names are one thing."""
    entry = cluster.entry
    if entry is None:
        return []
    said: list[tuple[str, object]] = [("name" if i == 0 else "aliases", n.name) for i, n in enumerate(entry.names)]
    said += [(f, value) for f in _ENTRY_FIELDS if (value := getattr(entry, f)) is not None]
    said += [("acronym", entry.acronym)] if entry.acronym and entry.acronym == acronym_of(cluster, known) else []
    said += [("kind", entry.type)] if entry.type else []
    said += [("first", entry.first)] if entry.first else []
    said += [("why", entry.why)] if entry.why else []
    return [curated_claim(cluster.id, field, value, entry.place) for field, value in said]


def organisation(cluster: Cluster, claims: list[Claim], weighing: Weighing) -> Organisation:
    acronym = weighing.text("acronym")
    return Organisation(
        id=cluster.id,
        name=cluster.name,
        aliases=aliases_of(cluster, acronym),
        acronym=acronym,
        kind=weighing.text("kind") or "other",
        country=weighing.text("country"),
        mentions=mentions_of(cluster),
        claims=tuple(claims),
    )


def person(cluster: Cluster, claims: list[Claim], weighing: Weighing) -> Person:
    held: dict[tuple[str, str | None], HeldRole] = {}
    for title, body in sorted(_told_roles(weighing), key=lambda h: (h[0], h[1] or "")):
        held.setdefault((folded(title), body), HeldRole(title, body))
    return Person(
        id=cluster.id,
        name=cluster.name,
        aliases=aliases_of(cluster, None),
        roles=tuple(held.values()),
        mentions=mentions_of(cluster),
        claims=tuple(claims),
    )


def _told_roles(weighing: Weighing) -> set[tuple[str, str | None]]:
    return {(r["title"], r["organisation"]) for r in weighing.all("roles") if isinstance(r, dict)}


def place(cluster: Cluster, claims: list[Claim], weighing: Weighing) -> Place:
    return Place(
        id=cluster.id,
        name=cluster.name,
        aliases=aliases_of(cluster, None),
        kind=weighing.text("kind") or "other",
        country=weighing.text("country"),
        latitude=_degrees(weighing.one("latitude")),
        longitude=_degrees(weighing.one("longitude")),
        mentions=mentions_of(cluster),
        claims=tuple(claims),
    )


def series(cluster: Cluster, claims: list[Claim]) -> Series:
    return Series(
        id=cluster.id,
        name=cluster.name,
        aliases=aliases_of(cluster, None),
        events=tuple(sorted(e.id for e in cluster.events)),
        claims=tuple(claims),
    )


def _degrees(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
