"""Records that only may be one: long names that are much alike, told to readers and never joined."""

from __future__ import annotations

from itertools import combinations, product

from vnitcoop.know.clusters import Cluster, Resolved
from vnitcoop.know.names import dice, person_key, person_slug
from vnitcoop.know.things import in_article
from vnitcoop.text import slug
from vnitcoop.types import Kind, PossiblySame

ALIKE = 0.8
CROWD = 40  # names that share a pair of words; a pair shared by more tells nothing


def possibly_same(resolved: Resolved) -> tuple[PossiblySame, ...]:
    """Pairs of bodies and of people whose names are alike and that nobody has told apart."""
    distinct = {frozenset(pair[:2]) for pair in resolved.known.registry.distinct}
    found: dict[tuple[str, ...], str] = {}
    for cluster, other, why in [*_bodies(resolved), *_namesakes(resolved)]:
        if not any(frozenset(pair) in distinct for pair in product(_handles(cluster), _handles(other))):
            found.setdefault(tuple(sorted((cluster.id, other.id))), why)
    return tuple(PossiblySame(records, found[records]) for records in sorted(found))


def _handles(cluster: Cluster) -> set[str]:
    """What a maintainer may call it in a judgement: its id, or one of its names in one article."""
    slug_of = person_slug if cluster.kind is Kind.PERSON else slug
    return {cluster.id} | {in_article(slug_of(n), t.article) for t in cluster.things for n in t.names}


def _bodies(resolved: Resolved) -> list[tuple[Cluster, Cluster, str]]:
    """Bodies with names of three words or more that share four fifths of them, and no two countries or entries.

    One and the same name is no doubt: `municipal People's Committee` is another one in the next article.
    """
    naming = resolved.known.naming
    words = {c.id: [w for n in _names(c) if len(w := naming.body(n)) > 2] for c in resolved.all(Kind.ORGANISATION)}
    blocks: dict[tuple[str, str], dict[str, Cluster]] = {}
    for cluster in resolved.all(Kind.ORGANISATION):
        for name in words[cluster.id]:
            for pair in combinations(sorted(set(name)), 2):
                blocks.setdefault(pair, {})[cluster.id] = cluster
    out = []
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        members = [block[i] for i in sorted(block)] if len(block) <= CROWD else []
        for one, other in combinations(members, 2):
            if (one.id, other.id) not in seen and _may_be_one(one, other):
                seen.add((one.id, other.id))
                if any(a != b and dice(a, b) >= ALIKE for a in words[one.id] for b in words[other.id]):
                    out.append((one, other, "their names are much alike"))
    return out


def _may_be_one(one: Cluster, other: Cluster) -> bool:
    if one.entry is not None and other.entry is not None:
        return False
    return not one.countries or not other.countries or bool(one.countries & other.countries)


def _namesakes(resolved: Resolved) -> list[tuple[Cluster, Cluster, str]]:
    """People of one full name, kept apart by their offices or by how the name is written."""
    bearers: dict[str, dict[str, Cluster]] = {}
    for cluster in resolved.all(Kind.PERSON):
        for name in _names(cluster):
            if " " in name:
                bearers.setdefault(person_key(name), {})[cluster.id] = cluster
    out = []
    for key in sorted(bearers):
        same = [bearers[key][i] for i in sorted(bearers[key])]
        out += [(same[0], other, "they bear one name") for other in same[1:]]
    return out


def _names(cluster: Cluster) -> list[str]:
    return list(dict.fromkeys(n for t in cluster.things for n in t.names))
