"""Which of a record's names is its name, and which are its other names."""

from __future__ import annotations

from collections import Counter
from typing import Any

from vnitcoop.know.clusters import Cluster
from vnitcoop.know.happenings import is_proper
from vnitcoop.know.known import Known
from vnitcoop.know.names import Naming, folded, marks, undated, years_in
from vnitcoop.types import Kind, Name


def name_of(cluster: Cluster, naming: Naming) -> str:
    """The registry's name, unless articles only use another one of its language; else the fullest form they give."""
    seen = _seen(cluster)
    if cluster.entry is not None:
        preferred = cluster.entry.names[0].name
        used = any(folded(preferred) == folded(name.name) for name in seen)
        told = any(" " in name.name and name.language == "en" for name in seen)
        if used or not told or cluster.kind in (Kind.PLACE, Kind.SERIES):
            return preferred
    bearers: Counter[str] = Counter()
    for name, count in seen.items():
        bearers[folded(name.name)] += count
    best = min(seen, key=lambda name: _rank(cluster.kind, name, bearers, naming), default=Name(""))
    return best.name


def aliases_of(cluster: Cluster, acronym: str | None) -> tuple[Name, ...]:
    """Every other form that articles use or the registry knows, each spelling once."""
    known = cluster.entry.names if cluster.entry is not None else ()
    out: dict[str, Name] = {}
    for name in [*sorted(_seen(cluster), key=lambda n: (n.name, n.language)), *known]:
        if name.name not in (cluster.name, acronym):
            out.setdefault(name.name, name)
    return tuple(sorted(out.values(), key=lambda n: (folded(n.name), n.name)))


def acronym_of(cluster: Cluster, known: Known) -> str | None:
    """The acronym that most articles use, else the registry's if it means this body alone."""
    counts = Counter(a for t in cluster.things for a in t.texts("acronym"))
    if counts:
        return min(counts, key=lambda a: (-counts[a], a))
    acronym = cluster.entry.acronym if cluster.entry is not None else None
    used = acronym in {name for thing in cluster.things for name in thing.names}
    return acronym if acronym and (used or len(known.abbreviated(acronym)) == 1) else None


def _seen(cluster: Cluster) -> Counter[Name]:
    things = cluster.things
    if cluster.kind is Kind.SERIES:
        told = (Name(s, t.article.language) for e in cluster.events for t in e.things for s in t.texts("series"))
        return Counter(told)
    return Counter(form for thing in things for form in thing.forms)


def _rank(kind: Kind, name: Name, bearers: Counter[str], naming: Naming) -> tuple[Any, ...]:
    """Smaller is better. Diacritics are part of a fuller form; English is the site's language."""
    text = name.name
    many = " " in text
    written = -sum(map(len, marks(text)))
    if kind is Kind.PERSON:
        return (-len(text.split()), written, -bearers[folded(text)], text)
    if kind in (Kind.EVENT, Kind.SERIES):
        plain = not is_proper(text), len(undated(text).split()) < 2, name.language != "en", not years_in(text)
        return (*plain, -bearers[folded(text)], -len(text), written, text)
    owned = kind is Kind.ORGANISATION and naming.without_state(text) is not None
    return (not many, name.language not in ("en", ""), owned, -len(folded(text)), written, -bearers[folded(text)], text)
