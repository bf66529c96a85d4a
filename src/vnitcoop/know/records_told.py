"""Records of what is told: events, figures, agreements and dated facts."""

from __future__ import annotations

from vnitcoop.know.claims import mentions_of
from vnitcoop.know.clusters import Cluster
from vnitcoop.know.forms import aliases_of
from vnitcoop.know.weigh import Weighing
from vnitcoop.know.wishes import event_year
from vnitcoop.types import Agreement, Claim, DatedFact, Event, Figure


def event(cluster: Cluster, claims: list[Claim], weighing: Weighing) -> Event:
    return Event(
        id=cluster.id,
        name=cluster.name,
        aliases=aliases_of(cluster, None),
        series=cluster.series.id if cluster.series is not None else None,
        edition=weighing.whole("edition"),
        date=weighing.date("date", event_year(cluster)),
        places=weighing.every("places"),
        organisers=weighing.every("organisers"),
        hosts=weighing.every("hosts"),
        supporters=weighing.every("supporters"),
        participants=weighing.every("participants"),
        mentions=mentions_of(cluster),
        claims=tuple(claims),
    )


def figure(cluster: Cluster, claims: list[Claim], weighing: Weighing) -> Figure:
    return Figure(
        id=cluster.id,
        value=weighing.number("value") or 0,
        high=weighing.number("high"),
        unit=weighing.text("unit") or "count",
        qualifier=weighing.text("qualifier") or "exact",
        measure=weighing.text("measure") or "",
        subject=weighing.text("subject"),
        as_of=weighing.date("as_of"),
        forecast=weighing.one("forecast") is True,
        speaker=weighing.text("speaker"),
        event=weighing.text("event"),
        mentions=mentions_of(cluster),
        claims=tuple(claims),
    )


def agreement(cluster: Cluster, claims: list[Claim], weighing: Weighing) -> Agreement:
    return Agreement(
        id=cluster.id,
        kind=weighing.text("kind") or "partnership",
        parties=weighing.every("parties"),
        date=weighing.date("date"),
        event=weighing.text("event"),
        count=weighing.whole("count"),
        mentions=mentions_of(cluster),
        claims=tuple(claims),
    )


def dated_fact(cluster: Cluster, claims: list[Claim], weighing: Weighing) -> DatedFact:
    return DatedFact(
        id=cluster.id,
        date=weighing.date("date") or "",
        what=weighing.text("what") or "",
        subjects=weighing.every("subjects"),
        mentions=mentions_of(cluster),
        claims=tuple(claims),
    )
