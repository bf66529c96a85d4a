"""Claims: each thing that one article says of a record in one field, with the words that say it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable

from vnitcoop.know.clusters import Cluster, Resolved
from vnitcoop.know.ids import claim_id
from vnitcoop.know.things import Thing
from vnitcoop.types import Article, Basis, Claim, Evidence, Kind, Ref, Role, Span, Statement

_FIELDS = {"alias": "aliases"}
_UNTOLD = {"entry"}  # how find knew it; the curated claims of the entry say it to readers
_LISTS = {"aliases", "places", "organisers", "hosts", "supporters", "participants", "roles", "parties", "subjects"}


def evidence_of(article: Article, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    """Spans of an article with the words that stand there."""
    return tuple(Evidence(article.id, s.start, s.end, article.text[s.start : s.end]) for s in spans)


def mentions_of(cluster: Cluster) -> tuple[Evidence, ...]:
    """Every place where the articles name it, in the order of articles and text, each once."""
    spans = {(t.article.id, s.start, s.end): (t.article, s) for t in cluster.things for s in t.finding.mentions}
    return tuple(evidence_of(article, [span])[0] for _, (article, span) in sorted(spans.items(), key=lambda i: i[0]))


def claims_of(cluster: Cluster, resolved: Resolved) -> list[Claim]:
    """All that the articles say of one cluster, in stable order; said twice by one article it is one claim."""
    found: dict[str, Claim] = {}
    for thing in cluster.things:
        for statement in thing.finding.statements:
            if _is_told(thing, statement, cluster, resolved):
                claim = _claim(thing, statement, resolved)
                known = found.get(claim.id)
                found[claim.id] = claim if known is None else _with_evidence(known, claim.evidence)
    return sorted(found.values(), key=_order)


def _is_told(thing: Thing, statement: Statement, cluster: Cluster, resolved: Resolved) -> bool:
    if isinstance(statement.value, Ref) and resolved.target(thing, statement.value).removed:
        return False
    return statement.field not in _UNTOLD and not (statement.field == "series" and cluster.series is None)


def article_claims(article: Article) -> tuple[Claim, ...]:
    """What an article says of itself."""
    out = {}
    for statement in article.statements:
        evidence = evidence_of(article, statement.spans)
        quotes = sorted(e.quote for e in evidence)
        made = claim_id([article.id, "article", "", statement.field, str(statement.value), *quotes])
        out[made] = Claim(
            made, statement.field, statement.value, statement.basis, statement.rule, None, evidence, statement.source
        )
    return tuple(sorted(out.values(), key=_order))


def series_claims(series: Cluster) -> list[Claim]:
    """The names of a series, as the articles on its events give them."""
    found: dict[str, Claim] = {}
    for thing in (t for event in series.events for t in event.things):
        for statement in thing.said.get("series", ()):
            evidence = evidence_of(thing.article, statement.spans)
            field = "name" if statement.value == series.name else "aliases"
            texts = [thing.article.id, Kind.SERIES, thing.key, "name", str(statement.value)]
            made = claim_id([*texts, *sorted(e.quote for e in evidence)])
            claim = Claim(made, field, statement.value, statement.basis, statement.rule, None, evidence)
            known = found.get(made)
            found[made] = claim if known is None else _with_evidence(known, evidence)
    return sorted(found.values(), key=_order)


def membership_claims(event: Cluster) -> list[Claim]:
    """That an event is of the registry's series whose name it bears, where no article says so itself."""
    out = []
    for thing in event.things:
        if event.series is not None and not thing.texts("series"):
            evidence = evidence_of(thing.article, (s for name in thing.said.get("name", ()) for s in name.spans))
            made = claim_id([thing.article.id, thing.kind, thing.key, "series", "series-by-name"])
            out.append(Claim(made, "series", event.series.id, Basis.INFERRED, "series-by-name", None, evidence))
    return [claim for claim in out if claim.evidence]


def told_apart(claims: list[list[Claim]]) -> list[list[Claim]]:
    """The claims of all records, no id twice: what one article says in the same words of two things is numbered."""
    taken: set[str] = set()
    out = []
    for of_one in claims:
        renamed = []
        for claim in of_one:
            made, ordinal = claim.id, 2
            while made in taken:
                made, ordinal = claim_id([claim.id, str(ordinal)]), ordinal + 1
            taken.add(made)
            renamed.append(claim if made == claim.id else dataclasses.replace(claim, id=made))
        out.append(renamed)
    return out


def curated_claim(record: str, field: str, value: object, source: str, rule: str = "registry") -> Claim:
    """A value from the registry; its id rests on the entry that says it."""
    made = claim_id(["curated", source, record, field, json.dumps(value, sort_keys=True)])
    return Claim(made, field, value, Basis.CURATED, rule, None, (), source)


def computed_claim(record: str, field: str, value: object, rule: str, premises: Iterable[Claim]) -> Claim:
    """A value worked out from other claims."""
    ids = tuple(sorted(p.id for p in premises))
    made = claim_id(["computed", record, field, str(value), *ids])
    return Claim(made, field, value, Basis.COMPUTED, rule, None, (), premises=ids)


def _claim(thing: Thing, statement: Statement, resolved: Resolved) -> Claim:
    evidence = evidence_of(thing.article, statement.spans)
    field = _FIELDS.get(statement.field, statement.field)
    local = _local_value(thing, statement, resolved)
    quotes = sorted(e.quote for e in evidence)
    speaker = resolved.target(thing, statement.speaker) if statement.speaker else None
    return Claim(
        id=claim_id([thing.article.id, thing.kind, thing.key, field, local, *quotes]),
        field=field,
        value=shown_value(thing, field, statement.value, resolved),
        basis=statement.basis,
        rule=statement.rule,
        speaker=speaker.id if speaker is not None and not speaker.removed else None,
        evidence=evidence,
        source=statement.source,
    )


def _local_value(thing: Thing, statement: Statement, resolved: Resolved) -> str:
    """The value as its article alone knows it, so that merging does not change a claim's id."""
    value = statement.value
    if isinstance(value, Ref):
        return resolved.corpus.referred(thing, value).key
    if isinstance(value, Role):
        body = value.organisation
        owner = resolved.corpus.referred(thing, body).key if isinstance(body, Ref) else body
        return f"{value.title} | {owner or ''}"
    return str(value)


def shown_value(thing: Thing, field: str, value: object, resolved: Resolved) -> object:
    """A statement's value as the knowledge document writes it; None for what a maintainer has removed."""
    if isinstance(value, Ref):
        target = resolved.target(thing, value)
        return None if target.removed else target.id
    if isinstance(value, Role):
        body = value.organisation
        return {"title": value.title, "organisation": shown_value(thing, field, body, resolved) if body else None}
    if field == "series" and isinstance(value, str):
        return resolved.series_id(thing) or value
    if field in _LISTS and field != "aliases" and isinstance(value, str):
        return resolved.named_in_article(thing, value) or value
    return value


def _with_evidence(claim: Claim, more: tuple[Evidence, ...]) -> Claim:
    together = {(e.article, e.start, e.end): e for e in (*claim.evidence, *more)}
    return dataclasses.replace(claim, evidence=tuple(together[k] for k in sorted(together)))


def _order(claim: Claim) -> tuple[str, str, str]:
    first = min(((e.article, e.start) for e in claim.evidence), default=("~", 0))
    return claim.field, f"{first[0]} {first[1]:09}", claim.id
