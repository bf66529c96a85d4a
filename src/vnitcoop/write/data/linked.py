"""Records in the words of schema.org, as JSON-LD: only what it has a word for, and dates only as far as they are known.

Addresses are relative to where the JSON-LD stands; the context lies in it, so that reading it asks nobody.
"""

from __future__ import annotations

from typing import Any

from vnitcoop.types import ArticleRecord, Event, Organisation, Person, Place, Series
from vnitcoop.write import escape, wording
from vnitcoop.write.dates_shown import show_date
from vnitcoop.write.links import href
from vnitcoop.write.sheet import record_name
from vnitcoop.write.world import Record, World

Node = dict[str, Any]
CONTEXT: Node = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}, "sameAs": {"@type": "@id"}}
_TYPES = {
    ArticleRecord: "NewsArticle",
    Event: "Event",
    Series: "EventSeries",
    Organisation: "Organization",
    Person: "Person",
    Place: "Place",
}
_MOST_ARTICLES = 10  # that a record is said to be the subject of, newest first


def node(world: World, record: Record, here: str) -> Node | None:
    """A record as a node for the page docs/`here`, or None where schema.org has no type for it."""
    match record:
        case ArticleRecord():
            said = _article(record)
        case Event():
            said = _event(world, record, here)
        case Series():
            said = {**_names(record), "subEvent": _all(world, record.events, here)}
        case Organisation():
            said = {**_names(record), "address": _address(record.country)}
        case Person():
            said = {**_names(record), "description": _cited_as(world, record)}
        case Place():
            said = {**_names(record), "address": _address(record.country), "geo": _geo(record)}
        case _:
            return None
    place = href(here, world.addresses[record.id])
    articles = world.told_by.get(record.id, [])[:_MOST_ARTICLES]
    whole = {"@id": place, "@type": _TYPES[type(record)], "url": place, **said}
    whole["subjectOf"] = _all(world, articles, here)
    return {key: value for key, value in whole.items() if value not in (None, "", [])}


def page_data(world: World, record: Record, here: str) -> Node | None:
    """The JSON-LD document of a record's own page."""
    held = node(world, record, here)
    return {"@context": CONTEXT, **held} if held else None


def graph(world: World, here: str) -> Node:
    """Every record that schema.org has a type for, as one document."""
    nodes = (node(world, record, here) for record in world.records.values())
    return {"@context": CONTEXT, "@graph": [held for held in nodes if held]}


def _article(article: ArticleRecord) -> Node:
    return {
        "headline": article.title,
        "inLanguage": article.language,
        "datePublished": _iso(article.published),
        "author": [{"@type": "Person", "name": name} for name in article.byline],
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        "sameAs": escape.outward(article.url) if article.url else None,
    }


def _event(world: World, event: Event, here: str) -> Node:
    first, _, last = (event.date or "").partition("/")
    return {
        **_names(event),
        "startDate": _iso(first),
        "endDate": _iso(last),
        "location": _all(world, event.places, here),
        "organizer": _all(world, event.organisers, here),
        "contributor": _all(world, (*event.hosts, *event.supporters), here),
        "attendee": _all(world, event.participants, here),
        "superEvent": _one(world, event.series, here) if event.series else None,
    }


def _names(record: Event | Series | Organisation | Person | Place) -> Node:
    acronym = getattr(record, "acronym", None)
    others = dict.fromkeys([*(alias.name for alias in record.aliases), *([acronym] if acronym else [])])
    return {"name": record.name, "alternateName": [name for name in others if name != record.name]}


def _address(country: str | None) -> Node | None:
    return {"@type": "PostalAddress", "addressCountry": country} if country else None


def _geo(place: Place) -> Node | None:
    if place.latitude is None or place.longitude is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}


def _cited_as(world: World, person: Person) -> str:
    """Roles as words: schema.org's own would say that they are held today."""
    roles = []
    for role in person.roles:
        body = world.records.get(role.organisation or "")
        of = record_name(world, body) if body else role.organisation
        roles.append(f"{role.title}, {of}" if of else role.title)
    return f"Cited as {wording.joined(roles)}" if roles else ""


def _all(world: World, refs: tuple[str, ...] | list[str], here: str) -> list[Node]:
    return [_one(world, ref, here) for ref in refs]


def _one(world: World, ref: str, here: str) -> Node:
    """A reference to another record; words that are no record stay words."""
    record = world.records.get(ref)
    if not record or type(record) not in _TYPES:
        return {"@type": "Thing", "name": record_name(world, record) if record else ref}
    return {"@id": href(here, world.addresses[ref]), "@type": _TYPES[type(record)], "name": record_name(world, record)}


def _iso(edtf: str | None) -> str | None:
    return show_date(edtf).iso if edtf else None
