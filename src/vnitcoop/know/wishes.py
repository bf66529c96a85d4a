"""The id that each cluster would like to have, by kind."""

from __future__ import annotations

from collections import Counter

from vnitcoop.know import when
from vnitcoop.know.clusters import Cluster, Resolved
from vnitcoop.know.happenings import is_proper
from vnitcoop.know.ids import Wish, assign, short_hash
from vnitcoop.know.names import person_slug, undated, years_in
from vnitcoop.know.things import Thing
from vnitcoop.text import slug
from vnitcoop.types import Kind, Ref, Role

_NAMED = (Kind.ORGANISATION, Kind.PLACE, Kind.PERSON, Kind.SERIES)


def give_ids(resolved: Resolved) -> None:
    """Gives every cluster its id: named things first, then what refers to them."""
    taken: list[Wish] = []
    for kinds, wish_of in ((_NAMED, _named), ((Kind.EVENT,), _event), ((Kind.AGREEMENT,), _agreement)):
        clusters = [c for c in resolved.clusters if c.kind in kinds]
        wishes = [wish_of(c, resolved) for c in clusters]
        ids = assign(taken + wishes)[len(taken) :]
        for cluster, given in zip(clusters, ids, strict=True):
            cluster.id = given
        taken += [Wish(i, (), i, pinned=True) for i in ids]
    told = [c for c in resolved.clusters if c.kind in (Kind.FIGURE, Kind.DATE)]
    for cluster, given in zip(told, assign(taken + [_told(c) for c in told])[len(taken) :], strict=True):
        cluster.id = given


def _named(cluster: Cluster, resolved: Resolved) -> Wish:
    if cluster.entry is not None:
        return Wish(cluster.entry.id, (), cluster.entry.id, pinned=True)
    base = person_slug(cluster.name) if cluster.kind is Kind.PERSON else slug(cluster.name)
    country = next(iter(sorted(cluster.countries)), "").lower()
    roles = sorted(r.title for t in cluster.things for r in t.values("roles") if isinstance(r, Role))
    kind = next((k for t in cluster.things if (k := t.text("kind"))), cluster.kind)
    return Wish(_moved(base, resolved), (country, roles[0] if roles else "", str(kind)), _key(cluster))


def _event(cluster: Cluster, resolved: Resolved) -> Wish:
    series = cluster.series
    told = Counter(s for t in cluster.things for s in t.texts("series"))
    name = series.name if series is not None and series.entry is not None else cluster.name
    if series is not None and series.entry is None and told:
        name = min(told, key=lambda s: (-told[s], -len(s), s))
    year = event_year(cluster)
    place = next((i for i in _referred(cluster, "places", resolved)), "")
    dates = sorted(d for t in cluster.things for d in t.texts("date"))
    base = slug(undated(name))
    if series is None and not is_proper(cluster.name):
        base = "-".join(filter(None, (base, place, slug(dates[0]) if dates else "undated")))
    elif not year:
        editions = sorted(e for t in cluster.things for e in t.values("edition") if isinstance(e, int))
        base = f"{base}-edition-{editions[0]}" if editions else "-".join((base, place or "undated"))
    else:
        base = f"{base}-{year}"
    return Wish(_moved(base, resolved), (place, dates[0] if dates else ""), _key(cluster))


def _agreement(cluster: Cluster, resolved: Resolved) -> Wish:
    parties = _referred(cluster, "parties", resolved)
    dates = sorted(d for t in cluster.things for d in t.texts("date"))
    year = next((y for d in dates if (y := when.year(d))), "")
    kind = next((k for t in cluster.things if (k := t.text("kind"))), "agreement")
    event = next(iter(_referred(cluster, "event", resolved)), "")
    of = " ".join([kind, *(parties[:3] if len(parties) > 1 else [event or " ".join(parties)])])
    base = "-".join(filter(None, (slug(of, 74), year)))
    if len(parties) < 2 and not event:
        base = f"{base}-{short_hash(_key(cluster))}"
    return Wish(_moved(base, resolved), (dates[0] if dates else "",), _key(cluster))


def _told(cluster: Cluster) -> Wish:
    """A figure or dated fact is one article's: its id rests on that article and the words."""
    thing = cluster.things[0]
    said = [f"{s.field}={s.value}" for s in thing.finding.statements if not isinstance(s.value, Ref)]
    key = " ".join((thing.article.id, thing.key, *sorted(said)))
    if cluster.kind is Kind.DATE:
        words = f"{thing.text('date') or ''} {thing.text('what') or ''}"
    else:
        value = next((v for v in thing.values("value") if isinstance(v, int | float)), "")
        words = f"{value:g} " if isinstance(value, float) else f"{value} "
        words += f"{thing.text('measure') or thing.text('unit') or ''} {(thing.text('as_of') or '')[:4]}"
    return Wish(f"{slug(words, 60)}-{short_hash(key)}", (), key + _place_in_text(thing))


def event_year(cluster: Cluster) -> str:
    """The year of an event, from its names or its dates; "" where no source states one."""
    years = {y for t in cluster.things for n in t.names for y in years_in(n)}
    years = years or {y for t in cluster.things for d in t.texts("date") if (y := when.year(d))}
    return min(years, default="")


def _referred(cluster: Cluster, field: str, resolved: Resolved) -> list[str]:
    """Ids that a field of the cluster refers to, sorted."""
    return sorted({resolved.target(t, v).id for t in cluster.things for v in t.values(field) if isinstance(v, Ref)})


def _moved(base: str, resolved: Resolved) -> str:
    """The id that a redirect of the registry leads to."""
    return resolved.known.moved.get(base, base)


def _key(cluster: Cluster) -> str:
    """What the cluster is known by, from the article that comes first among its own."""
    return min(f"{t.article.id} {t.key}" for t in cluster.things) if cluster.things else cluster.name


def _place_in_text(thing: Thing) -> str:
    return " ".join(str(m.start) for m in thing.finding.mentions)
