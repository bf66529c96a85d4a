"""Roles put to their persons: title, body, and the ministry that only its minister's title names."""

from __future__ import annotations

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.holders import held
from vnitcoop.find.names.offices import body_meant
from vnitcoop.find.names.roles import TitlePhrase
from vnitcoop.find.names.titles import skip_article
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.text import fold
from vnitcoop.types import Basis, Kind, Ref, Role

# What a title with a field says of the body: "Minister of X" is of the "Ministry of X".
_BODY_OF = {
    "en": {"minister": "Ministry", "consul general": "Consulate General"},
    "fr": {
        "ministre": "ministère",
        "consul": "consulat",
        "consul general": "consulat général",
        "consule generale": "consulat général",
    },
}


def add_roles(cast: Cast) -> None:
    """Add every role of the article to its person."""
    for i, names in enumerate(cast.names):
        for one in held(names.line, cast.people[i], names.titled):
            person = cast.things[one.person.ref] if one.person else _person_before(cast, i)
            if person is not None:
                _say(cast, i, person, one.phrase)
    affiliations = _affiliations(cast)  # of "NIPA's Hur Sung Wook" and "Professor Mallon of the University"
    for person in cast.things.of(Kind.PERSON):
        _tidy(person, affiliations.get(person.ref))


def _affiliations(cast: Cast) -> dict[Ref, Ref]:
    """ "NIPA's Hur Sung Wook": persons to the body that a possessive before them names."""
    out: dict[Ref, Ref] = {}
    for i, line in enumerate(cast.lines):
        for person in cast.people[i]:
            link = person.last + (line.key(person.last) == "," and line.language == "fr")
            behind = skip_article(line, link + 1)
            if line.key(person.first - 1) == "'s":
                bodies = [b for b in cast.bodies[i] if b.last == person.first - 1]
            elif line.key(link) in {"of", "from", "de", "du", "thuoc", "cua"}:
                bodies = [b for b in cast.bodies[i] if b.first == behind]
            else:
                continue
            out.update((person.ref, b.ref) for b in bodies)
    return out


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
    if body is None and phrase.field:
        body = _ministry(cast, line, phrase)
    if body is None and not phrase.field and (meant := body_meant(cast, i, phrase)):
        at = min(cast.things[meant].mentions)
        person.say("roles", Role(words, meant), [span, at], "body-told-of", Basis.INFERRED)
        return
    person.say("roles", Role(words, body), [span], "title-beside-name")


def _body(cast: Cast, i: int, phrase: TitlePhrase) -> Ref | None:
    if phrase.body is None:
        return None
    first = cast.names[i].bodies[phrase.body].body.first
    return next((s.ref for s in cast.bodies[i] if s.first == first), None)


def _ministry(cast: Cast, line: Line, phrase: TitlePhrase) -> Ref | None:
    """The body of a minister or consul; of another country's minister the title does not tell its own name."""
    assert phrase.field
    core = fold(line.words(phrase.title.core, phrase.title.last))
    table = _BODY_OF.get(line.language, {})
    kind = next(
        (body for word, body in sorted(table.items(), reverse=True) if core.endswith(word) or word in core), None
    )
    told_of = line.key(phrase.field[0]) not in {"for", "to", "in"}  # "Minister for Trade" is of no "Ministry for Trade"
    if kind is None or phrase.foreign:
        return None
    name = f"{kind} {line.words(*phrase.field)}".replace(" for ", " of ")
    for thing in cast.things.of(Kind.ORGANISATION):
        if any(_same_body(name, str(v)) for v in (thing.value("name"), *thing.values("alias"))):
            return thing.ref
    if not told_of:
        return None
    if kind.lower().startswith("consul") and not _named_alone(cast, kind):
        return None
    thing = cast.things.add(Kind.ORGANISATION)
    span = line.span(phrase.title.core, phrase.field[1])
    thing.mentions.add(span)
    thing.say("name", name, [span], "body-from-title", Basis.INFERRED)
    thing.say("kind", "government", [span], "body-from-title", Basis.INFERRED)
    _mention_alone(cast, kind, thing)
    return thing.ref


def _same_body(one: str, other: str) -> bool:
    """Equal but for a plural: "Information and Communication(s)"."""
    return [w.rstrip("s") for w in fold(one).split()] == [w.rstrip("s") for w in fold(other).split()]


def _named_alone(cast: Cast, kind: str) -> bool:
    return any(_alone(line, kind) for line in cast.lines)


def _mention_alone(cast: Cast, kind: str, thing: Thing) -> None:
    """ "Le consulat général" by itself means the one whose consul was named."""
    if len(kind.split()) < 2:
        return
    for i, line in enumerate(cast.lines):
        for first in _alone(line, kind):
            span = line.span(first, first + len(kind.split()))
            thing.mentions.add(span)
            thing.say("alias", line.words(first, first + len(kind.split())), [span], "body-by-its-kind")
            cast.bodies[i].append(Seen(first, first + len(kind.split()), thing.ref))
            cast.bodies[i].sort(key=lambda s: s.first)


def _alone(line: Line, kind: str) -> list[int]:
    words = tuple(fold(kind).split())
    return [k for k in range(len(line)) if line.keys[k : k + len(words)] == words]
