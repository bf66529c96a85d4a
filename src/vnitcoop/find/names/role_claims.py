"""Roles put to their persons: title and body."""

from __future__ import annotations

from vnitcoop.find.names.affiliations import affiliations
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.embassies import embassy_of
from vnitcoop.find.names.holders import held
from vnitcoop.find.names.ministries import foreign_ministry, ministry_of
from vnitcoop.find.names.offices import body_meant
from vnitcoop.find.names.roles import TitlePhrase
from vnitcoop.find.things import Thing
from vnitcoop.types import Basis, Kind, Ref, Role


def add_roles(cast: Cast) -> None:
    """Add every role of the article to its person."""
    for i, names in enumerate(cast.names):
        for one in held(names.line, cast.people[i], names.titled):
            person = cast.things[one.person.ref] if one.person else _person_before(cast, i)
            if person is not None:
                _say(cast, i, person, one.phrase)
    bodies = affiliations(cast)  # of "NIPA's Hur Sung Wook" and "Professor Mallon of the University"
    for person in cast.things.of(Kind.PERSON):
        _tidy(person, bodies.get(person.ref))


def _tidy(person: Thing, body: Ref | None) -> None:
    """Give a title without a body the one the person belongs to; drop a bare title that a fuller one holds."""
    roles = [s for s in person.statements if s.field == "roles"]
    full = [s.value.title.lower() for s in roles if isinstance(s.value, Role)]
    for said in roles:
        assert isinstance(said.value, Role)
        title = said.value.title
        if any(title.lower() != f and f.startswith(title.lower()) for f in full):
            person.statements.remove(said)
        elif said.value.organisation is None and body is not None:
            person.statements.remove(said)
            person.say("roles", Role(title, body), said.spans, "body-of-the-person", Basis.INFERRED)


def _person_before(cast: Cast, i: int) -> Thing | None:
    """Whom "she" means: the person named last in the sentence before."""
    before = [s for seen in cast.people[max(0, i - 1) : i] for s in seen]
    return cast.things[before[-1].ref] if before else None


def _say(cast: Cast, i: int, person: Thing, phrase: TitlePhrase) -> None:
    line = cast.lines[i]
    words = line.words(phrase.first, phrase.last_word)
    span = line.span(phrase.first, phrase.last)
    body = _body(cast, i, phrase)
    if body is None and (embassy := embassy_of(cast, i, phrase)):
        at = min(cast.things[embassy].mentions)
        person.say("roles", Role(words, embassy), [span, at], "body-told-of", Basis.INFERRED)
        return
    if body is None and phrase.field:
        body = ministry_of(cast, i, phrase)
    if body is None and not phrase.field and (meant := body_meant(cast, i, phrase)):
        at = min(cast.things[meant].mentions)
        person.say("roles", Role(words, meant), [span, at], "body-told-of", Basis.INFERRED)
        return
    if body is None and phrase.field and (named := foreign_ministry(cast, i, phrase)):
        person.say("roles", Role(words, named), [span], "ministry-of-another-country", Basis.INFERRED)
        return
    if body is not None or not phrase.title.leads:
        person.say("roles", Role(words, body), [span], "title-beside-name")


def _body(cast: Cast, i: int, phrase: TitlePhrase) -> Ref | None:
    if phrase.body is None:
        return None
    first = cast.names[i].bodies[phrase.body].body.first
    return next((s.ref for s in cast.bodies[i] if s.first == first), None)
