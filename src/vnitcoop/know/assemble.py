"""What we know, from all readings: resolve, give ids, gather claims, derive records, compare sources."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

from vnitcoop.know.checks import arithmetic_claims
from vnitcoop.know.claims import article_claims, claims_of, curated_claim, membership_claims, series_claims, told_apart
from vnitcoop.know.clusters import Cluster, Resolved
from vnitcoop.know.conflicts import find_conflicts
from vnitcoop.know.forms import name_of
from vnitcoop.know.judgements import obey
from vnitcoop.know.known import known_in
from vnitcoop.know.near_duplicates import near_duplicates
from vnitcoop.know.possibly_same import possibly_same
from vnitcoop.know.records_named import curated_claims, organisation, person, place, series
from vnitcoop.know.records_told import agreement, dated_fact, event, figure
from vnitcoop.know.series import series_of
from vnitcoop.know.things import Corpus
from vnitcoop.know.weigh import Weighing
from vnitcoop.know.wishes import give_ids
from vnitcoop.types import Article, ArticleRecord, Claim, Correction, Kind, Knowledge, Reading, Registry

_MAKERS: dict[Kind, Callable[[Cluster, list[Claim], Weighing], Any]] = {
    Kind.EVENT: event,
    Kind.ORGANISATION: organisation,
    Kind.PERSON: person,
    Kind.PLACE: place,
    Kind.FIGURE: figure,
    Kind.AGREEMENT: agreement,
    Kind.DATE: dated_fact,
}


def know(readings: Sequence[Reading], registry: Registry) -> Knowledge:
    """The knowledge of all readings together; their order does not matter."""
    corpus = Corpus(readings)
    resolved = Resolved(corpus, known_in(registry))
    resolved.clusters += series_of(resolved.all(Kind.EVENT), resolved.known)
    for cluster in resolved.clusters:
        cluster.name = name_of(cluster, resolved.known.naming)
    give_ids(resolved)
    obey(resolved)
    articles = [reading.article for reading in corpus.readings]
    copies = near_duplicates(articles)
    records = _Desk(resolved, copies).records()
    return Knowledge(
        articles=tuple(_article_record(a, copies.get(a.id)) for a in articles),
        events=records[Kind.EVENT],
        series=records[Kind.SERIES],
        organisations=records[Kind.ORGANISATION],
        people=records[Kind.PERSON],
        places=records[Kind.PLACE],
        figures=records[Kind.FIGURE],
        agreements=records[Kind.AGREEMENT],
        dates=records[Kind.DATE],
        conflicts=find_conflicts(records, copies),
        possibly_same=possibly_same(resolved),
    )


class _Desk:
    """Where the claims of every cluster are gathered and its record is made."""

    def __init__(self, resolved: Resolved, copies: dict[str, str]) -> None:
        self._resolved, self._copies = resolved, copies
        self._corrections: dict[str, list[Correction]] = {}
        for correction in resolved.known.registry.corrections:
            self._corrections.setdefault(correction.record, []).append(correction)
        gathered = told_apart([self._gathered(cluster) for cluster in resolved.clusters])
        self._claims = {id(c): claims for c, claims in zip(resolved.clusters, gathered, strict=True)}
        for cluster, claim in arithmetic_claims(resolved, lambda c: self._claims[id(c)]):
            self._claims[id(cluster)].append(claim)

    def records(self) -> dict[Kind, tuple[Any, ...]]:
        out: dict[Kind, list[Any]] = {kind: [] for kind in Kind}
        for cluster in self._resolved.clusters:
            if not cluster.removed:
                out[cluster.kind].append(self._record(cluster))
        return {kind: tuple(sorted(made, key=lambda r: r.id)) for kind, made in out.items()}

    def _gathered(self, cluster: Cluster) -> list[Claim]:
        claims = series_claims(cluster) if cluster.kind is Kind.SERIES else claims_of(cluster, self._resolved)
        if cluster.kind is Kind.EVENT:
            claims += membership_claims(cluster)
        corrected = [
            curated_claim(cluster.id, c.field, value, c.place, f"correction: {c.why}")
            for c in self._corrections.get(cluster.id, ())
            for value in (c.value if isinstance(c.value, tuple) else (c.value,))
        ]
        return claims + curated_claims(cluster, self._resolved.known) + corrected

    def _record(self, cluster: Cluster) -> Any:
        claims = self._claims[id(cluster)]
        corrections = self._corrections.get(cluster.id, [])
        weighing = Weighing(claims, self._copies, corrections)
        if cluster.kind is Kind.SERIES:
            return series(cluster, claims)
        return _MAKERS[cluster.kind](cluster, claims, weighing)


def _article_record(article: Article, original: str | None) -> ArticleRecord:
    return ArticleRecord(
        **{name: getattr(article, name) for name in _SHARED},
        near_duplicate_of=original,
        claims=article_claims(article),
    )


_SHARED = {f.name for f in dataclasses.fields(Article)} & {f.name for f in dataclasses.fields(ArticleRecord)}
