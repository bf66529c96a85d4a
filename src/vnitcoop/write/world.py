"""The knowledge document, made ready for looking up: what is where, who took part in what, which article says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from vnitcoop.types import (
    Agreement,
    ArticleRecord,
    Claim,
    Conflict,
    DatedFact,
    Event,
    Evidence,
    Figure,
    Knowledge,
    Organisation,
    Person,
    Place,
    PossiblySame,
    Series,
)
from vnitcoop.write import wording
from vnitcoop.write.dates_shown import sort_key
from vnitcoop.write.links import Address, evidence_anchors, list_page, mention_anchor, span_anchor
from vnitcoop.write.measures import Measure, gather

Called = Event | Series | Organisation | Person | Place
Named = Called | Measure
Record = ArticleRecord | Named | Agreement | Figure | DatedFact
_Kind = TypeVar("_Kind", bound=Record)
_NAMES = frozenset({"name", "aliases", "acronym"})
SHOWN = 24  # values on a measure's page
ROLES = ("organisers", "hosts", "supporters", "participants", "places")


@dataclass(frozen=True, slots=True)
class Placed:
    """Words of an article that a record rests on: a claim's evidence, or a mention (then `field` is empty)."""

    record: str
    field: str
    piece: Evidence
    anchor: str


@dataclass(frozen=True, slots=True)
class World:
    """Every lookup that a page needs; each list is in the order in which pages show it."""

    knowledge: Knowledge
    records: dict[str, Record]
    kinds: dict[str, str]
    addresses: dict[str, Address]
    articles: dict[str, ArticleRecord]
    figures: tuple[Figure, ...]  # in the order of their index
    dates: tuple[DatedFact, ...]
    events_of: dict[str, list[tuple[Event, str]]] = field(default_factory=lambda: defaultdict(list))
    agreements_of: dict[str, list[Agreement]] = field(default_factory=lambda: defaultdict(list))
    figures_of: dict[str, list[Figure]] = field(default_factory=lambda: defaultdict(list))
    dates_of: dict[str, list[DatedFact]] = field(default_factory=lambda: defaultdict(list))
    people_of: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    conflicts_of: dict[str, list[Conflict]] = field(default_factory=lambda: defaultdict(list))
    same_as: dict[str, list[PossiblySame]] = field(default_factory=lambda: defaultdict(list))
    told_by: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # record: articles, newest first
    tells_of: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # article: records
    placed: dict[str, list[Placed]] = field(default_factory=lambda: defaultdict(list))  # by article
    claims: dict[str, Claim] = field(default_factory=dict)
    country_names: dict[str, str] = field(default_factory=dict)  # code: id of the country's record
    measures: dict[str, Measure] = field(default_factory=dict)
    measures_by: dict[str, list[Measure]] = field(default_factory=lambda: defaultdict(list))  # by their scope
    measure_of: dict[str, str] = field(default_factory=dict)  # figure: measure, where it has a page

    def one(self, kind: type[_Kind], key: str | None) -> _Kind | None:
        """The record `key`, if it is of that kind."""
        record = self.records.get(key or "")
        return record if isinstance(record, kind) else None

    def some(self, kind: type[_Kind], keys: Iterable[str]) -> list[_Kind]:
        """The records of that kind among those named, in their order."""
        return [record for key in keys if isinstance(record := self.records.get(key), kind)]

    def country(self, code: str) -> str:
        return wording.word("countries", code)


def look_up(knowledge: Knowledge) -> World:
    """A World of a knowledge document; linear in its size."""
    kinds: dict[str, str] = {}
    records: dict[str, Record] = {}
    for kind, group in _groups(knowledge):
        for record in group:
            records[record.id], kinds[record.id] = record, kind
    articles = {a.id: a for a in knowledge.articles}
    told = {key: _articles_of(record, articles) for key, record in records.items() if key not in articles}
    figures = tuple(sorted(knowledge.figures, key=lambda f: _place_in_list(f, told, articles)))
    dates = tuple(sorted(knowledge.dates, key=lambda d: (sort_key(d.date), d.id)))
    world = World(knowledge, records, kinds, _addresses(knowledge, dates), articles, figures, dates)
    for key, ids in told.items():
        world.told_by[key].extend(ids)
        for article in ids:
            world.tells_of[article].append(key)
    _connect(world)
    _place(world)
    _measure(world)
    return world


def mentions_of(record: Record) -> tuple[Evidence, ...]:
    """Where articles mention a record; articles and series are not mentioned themselves."""
    return () if isinstance(record, ArticleRecord | Series) else record.mentions


def pieces_of(record: Record) -> list[Evidence]:
    """All the words that a record rests on: its mentions, then its claims' evidence."""
    return [*mentions_of(record), *(piece for claim in record.claims for piece in claim.evidence)]


def claims_for(record: Record, field_name: str, value: object = None) -> list[Claim]:
    """The claims that give a record this value in a field (any value, when None is asked for).

    A name is a name, whether a claim gives it as the name, as another one or as the short form.
    """
    if value is not None and field_name in _NAMES:
        return [c for c in record.claims if c.field in _NAMES and c.value == value]
    return [c for c in record.claims if c.field == field_name and (value is None or c.value == value)]


def _groups(knowledge: Knowledge) -> Iterable[tuple[str, tuple[Record, ...]]]:
    yield "article", knowledge.articles
    yield "event", knowledge.events
    yield "series", knowledge.series
    yield "organisation", knowledge.organisations
    yield "person", knowledge.people
    yield "place", knowledge.places
    yield "agreement", knowledge.agreements
    yield "figure", knowledge.figures
    yield "date", knowledge.dates


def _articles_of(record: Record, articles: dict[str, ArticleRecord]) -> list[str]:
    ids = {piece.article for piece in pieces_of(record)} & articles.keys()
    return sorted(sorted(ids), key=lambda key: sort_key(articles[key].published), reverse=True)


def _place_in_list(
    figure: Figure, told: dict[str, list[str]], articles: dict[str, ArticleRecord]
) -> tuple[object, ...]:
    """Figures stand by article, newest first, and within it as the text goes."""
    first = told[figure.id][0] if told[figure.id] else ""
    published = sort_key(articles[first].published) if first else ""
    newest_first = tuple(-ord(c) for c in published.ljust(10, "0"))
    start = min((piece.start for piece in figure.mentions if piece.article == first), default=0)
    return (not published, newest_first, first, start, figure.id)


def _addresses(knowledge: Knowledge, dates: tuple[DatedFact, ...]) -> dict[str, Address]:
    listed = {"figure", "date"}
    found = {
        record.id: Address(f"{wording.folder(kind)}/{record.id}.md")
        for kind, group in _groups(knowledge)
        if kind not in listed
        for record in group
    }
    return found | {fact.id: Address(list_page("dates", i), fact.id) for i, fact in enumerate(dates)}


def _measure(world: World) -> None:
    """Gather the figures into measures; several values that stand together have a page, with places for the first.

    A value that stands alone stays in the list: a page would say no more of it, and there would be as many as figures.
    """
    names = {key: record.name for key, record in world.records.items() if isinstance(record, Named)}
    titles = {key: article.title for key, article in world.articles.items()}
    listed = {figure.id: i for i, figure in enumerate(world.figures)}
    for measure in gather(world.figures, names | titles):
        if len(measure.figures) == 1:
            alone = measure.figures[0].id
            world.addresses[alone] = Address(list_page("figures", listed[alone]), alone)
            continue
        path = f"{wording.folder('measure')}/{measure.id}.md"
        world.measures[measure.id], world.kinds[measure.id] = measure, "measure"
        world.addresses[measure.id] = Address(path)
        world.measures_by[measure.scope].append(measure)
        world.told_by[measure.id].extend(_articles_of(measure, world.articles))
        for position, figure in enumerate(measure.figures):
            world.measure_of[figure.id] = measure.id
            world.addresses[figure.id] = Address(path, figure.id if position < SHOWN else "")


def _place(world: World) -> None:
    """Sort the words of all records into the articles they stand in."""
    for key, record in world.records.items():
        for claim in record.claims:
            for piece, anchor in evidence_anchors(claim):
                world.placed[piece.article].append(Placed(key, claim.field, piece, anchor))
        for position, piece in enumerate(mentions_of(record)):
            world.placed[piece.article].append(Placed(key, "", piece, mention_anchor(key, position)))
    contested: dict[tuple[str, str], Placed] = {}
    for conflict in world.knowledge.conflicts:
        for piece, anchor in contested_anchors(world, conflict).items():
            if anchor == span_anchor(piece):
                contested.setdefault((piece.article, anchor), Placed(conflict.subject, "", piece, anchor))
    for (article, _), placed in contested.items():
        world.placed[article].append(placed)


def contested_anchors(world: World, conflict: Conflict) -> dict[Evidence, str]:
    """Where the words of a disagreement stand: at the claim of its subject that rests on them, else by themselves."""
    subject = world.records.get(conflict.subject)
    claimed: dict[tuple[str, int, int], str] = {}
    for claim in subject.claims if subject else ():
        for piece, anchor in evidence_anchors(claim):
            claimed.setdefault(_spot(piece), anchor)
    pieces = (piece for side in conflict.values for piece in side.evidence)
    return {piece: claimed.get(_spot(piece)) or span_anchor(piece) for piece in pieces}


def _spot(piece: Evidence) -> tuple[str, int, int]:
    return piece.article, piece.start, piece.end


def _connect(world: World) -> None:
    knowledge = world.knowledge
    world.claims.update((claim.id, claim) for record in world.records.values() for claim in record.claims)
    for event in sorted(knowledge.events, key=lambda e: (sort_key(e.date), e.id), reverse=True):
        for role in ROLES:
            for key in getattr(event, role):
                world.events_of[key].append((event, role))
    for agreement in sorted(knowledge.agreements, key=lambda a: (sort_key(a.date), a.id), reverse=True):
        for key in dict.fromkeys((*agreement.parties, *filter(None, [agreement.event]))):
            world.agreements_of[key].append(agreement)
    for figure in world.figures:
        for key in dict.fromkeys(filter(None, (figure.subject, figure.speaker, figure.event))):
            world.figures_of[key].append(figure)
    for fact in world.dates:
        for key in dict.fromkeys(fact.subjects):
            world.dates_of[key].append(fact)
    for person in knowledge.people:
        for key in dict.fromkeys(role.organisation for role in person.roles if role.organisation):
            world.people_of[key].append(person)
    for conflict in knowledge.conflicts:
        world.conflicts_of[conflict.subject].append(conflict)
    for pair in knowledge.possibly_same:
        for key in pair.records:
            world.same_as[key].append(pair)
    for place in knowledge.places:
        if place.kind == "country" and place.country:
            world.country_names.setdefault(place.country, place.id)
