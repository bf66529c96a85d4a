"""All names of one sentence, each rule in its turn: known names, bodies, events, places, persons, firms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vnitcoop.find.events.event_names import event_names
from vnitcoop.find.events.event_words import EventName
from vnitcoop.find.names.bare_firms import Sentence, bare_firms
from vnitcoop.find.names.bodies import Body
from vnitcoop.find.names.firms import firms
from vnitcoop.find.names.gazetteer import Gazetteer, Met
from vnitcoop.find.names.named_bodies import NamedBody, named_bodies, tokens_of
from vnitcoop.find.names.owners import bodies_by_title, bodies_that_report
from vnitcoop.find.names.people import Person, find_people, title_phrases
from vnitcoop.find.names.people_names import name_length
from vnitcoop.find.names.places import capitals, known_places, told_places
from vnitcoop.find.names.roles import Placed, TitlePhrase
from vnitcoop.find.names.titles import titles_in
from vnitcoop.find.tokens import Line, Phrases
from vnitcoop.types import Entry, Kind

# Rules whose finds are firms wherever else the article names them.
_TELLING_RULES = frozenset(
    {
        "firm-by-its-cue",
        "firm-behind-noun",
        "body-behind-noun",
        "firm-before-noun",
        "firm-in-a-list",
        "body-behind-title",
        "body-before-title",
        "body-that-reports",
    }
)


# Rules that take who speaks for a person, though firms speak too.
_SPEAKING = frozenset({"person-before-saying", "person-behind-saying"})


class NamedPlace(NamedTuple):
    first: int
    last: int
    entry: Entry | None
    type: str
    rule: str


class Names(NamedTuple):
    """Everything named in one sentence, each list in the order of the text."""

    line: Line
    bodies: tuple[NamedBody, ...]
    events: tuple[EventName, ...]
    places: tuple[NamedPlace, ...]
    nested: tuple[NamedPlace, ...]  # places that stand inside another name
    people: tuple[Person, ...]
    titled: tuple[TitlePhrase, ...]


def all_names(lines: Sequence[Line], gazetteer: Gazetteer) -> list[Names]:
    """What the sentences of an article name; a firm that one sentence makes known is met in the others too."""
    names = [names_of(line, gazetteer) for line in lines]
    called = frozenset(n.line.key(p.last - 1) for n in names for p in _certain_people(n) if p.last - p.first > 1)
    names = [_without_persons(n, gazetteer, called) for n in names]
    told = dict.fromkeys(sorted(bare_firms([_sentence(n) for n in names])), "company")
    told |= {
        n.line.words(b.body.first, b.body.last): b.body.type
        for n in names
        for b in n.bodies
        if b.body.rule in _TELLING_RULES
    }
    if not told:
        return names
    again = Phrases(told)
    return [_looked_at_again(n, gazetteer, told, again, called) for n in names]


def _without_persons(names: Names, gazetteer: Gazetteer, called: frozenset[str]) -> Names:
    """ "According to Dam": what one word beside a cue names is no firm where a person's full name ends in that word."""
    mistaken = any(b.body.rule in _TELLING_RULES and _is_called(names.line, b.body, called) for b in names.bodies)
    return names_of(names.line, gazetteer, called=called) if mistaken else names


def _is_called(line: Line, body: Body, called: frozenset[str]) -> bool:
    return body.last - body.first == 1 and line.key(body.first) in called and not line[body.first].upper


def _by_cue(line: Line, bodies: Iterable[Body], called: frozenset[str]) -> list[NamedBody]:
    return [NamedBody(b, None, None) for b in bodies if not _is_called(line, b, called)]


def _sentence(names: Names) -> Sentence:
    places = (*names.nested, *names.places)
    reach = {p.first: p.last for p in places}
    lands = frozenset(p.first for p in places if p.type == "country")
    people = [(p.first, p.last) for p in _certain_people(names)]
    taken = tokens_of([*people, *((e.first, e.last) for e in names.events)])
    return Sentence(names.line, _starts(names.bodies), reach, lands, taken, frozenset(p.last for p in names.people))


def _certain_people(names: Names) -> list[Person]:
    """The persons that more than a verb of saying tells."""
    return [p for p in names.people if p.rule not in _SPEAKING]


def _looked_at_again(
    names: Names, gazetteer: Gazetteer, told: Mapping[str, str], again: Phrases, called: frozenset[str]
) -> Names:
    line = names.line
    inside = {i for b in names.bodies for i in range(b.body.first, b.body.last)}
    inside |= {i for e in names.events for i in range(e.first, e.last)}
    inside |= {i for p in _certain_people(names) if p.last - p.first > 1 for i in range(p.first, p.last)}
    met = [
        Body(first, last, told[words], "firm-told-elsewhere")
        for first, last in line.find(again)
        if (words := line.words(first, last)) in told and inside.isdisjoint(range(first, last))
    ]
    return names_of(line, gazetteer, met, called) if met else names


def names_of(
    line: Line, gazetteer: Gazetteer, told: Sequence[Body] = (), called: frozenset[str] = frozenset()
) -> Names:
    """What one sentence names. Longer names win over shorter ones inside them.

    `told` are firms known from other sentences, `called` the words by which persons are called.
    """
    met, titles = list(gazetteer.meet(line)), list(titles_in(line))
    places = everywhere = _places(line, met, gazetteer)
    reach = {p.first: p.last for p in places if p.entry}
    series = [(a, b) for a, b, known in met if any(k.entry.kind is Kind.SERIES for k in known)]
    events = tuple(event_names(line, reach, series))
    bodies = [b for b in named_bodies(line, gazetteer, met, reach, events) if not _ends_a_person(line, b.body)]
    taken = _inside(bodies)
    if told:
        bodies += [NamedBody(b, None, None) for b in told if taken.isdisjoint(range(b.first, b.last))]
        taken = _inside(bodies)
    places = [p for p in places if taken.isdisjoint(range(p.first, p.last)) and not _is_in_person(line, p)]
    others = tokens_of([*((p.first, p.last) for p in places), *((e.first, e.last) for e in events), *series])
    bodies += _by_cue(line, bodies_by_title(line, titles, _starts(bodies), others), called)
    bodies += _by_cue(line, bodies_that_report(line, _starts(bodies), others), called)
    bodies.sort(key=lambda b: b.body.first)
    blocked = others | _inside(bodies)
    titled = title_phrases(line, titles, _placed(bodies), reach)
    people = find_people(line, titled, blocked)
    taken = others | tokens_of((p.first, p.last) for p in people)
    if named := _by_cue(line, firms(line, _starts(bodies), taken, reach), called):
        bodies = sorted([*bodies, *named], key=lambda b: b.body.first)
        blocked = others | _inside(bodies)
        titled = title_phrases(line, titles, _placed(bodies), reach)
        people = find_people(line, titled, blocked)
    taken = _inside(bodies) | tokens_of((e.first, e.last) for e in events)
    places = [p for p in places if taken.isdisjoint(range(p.first, p.last))]
    outside = {(p.first, p.last) for p in places}
    nested = tuple(p for p in everywhere if (p.first, p.last) not in outside)
    return Names(line, tuple(bodies), events, tuple(places), nested, tuple(people), titled)


def _places(line: Line, met: Sequence[Met], gazetteer: Gazetteer) -> list[NamedPlace]:
    found = [NamedPlace(a, b, k.entry, k.entry.type or "", rule) for a, b, k, rule in known_places(line, met)]
    taken = set(tokens_of((p.first, p.last) for p in found))
    for first, last, kind in told_places(line):
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            found.append(NamedPlace(first, last, None, kind, "place-by-its-noun"))
    for first, last, country in capitals(line, [(p.first, p.last, p.entry) for p in found if p.entry]):
        if city := gazetteer.capitals.get(country):
            found.append(NamedPlace(first, last, city, "city", "capital-of-a-country"))
    return sorted(found, key=lambda p: p.first)


def _is_in_person(line: Line, place: NamedPlace) -> bool:
    """Whether a place is but a piece of a person's name; a country of two words is none: "Hàn Quốc"."""
    if place.type == "country" and place.last - place.first > 1:
        return False
    for first in range(max(0, place.first - 3), place.first + 1):
        length = name_length(line, first)
        if length > place.last - place.first and first + length >= place.last:
            return True
    return False


def _ends_a_person(line: Line, body: Body) -> bool:
    """ "Eugene Kaspersky", "Lê Trường Tùng": whether a body's name is but the end of a person's."""
    first = body.first - 1
    return first >= 0 and not line[body.first].upper and first + name_length(line, first) == body.last


def _inside(bodies: Iterable[NamedBody]) -> frozenset[int]:
    """The tokens of bodies' names."""
    return frozenset([i for b in bodies for i in range(b.body.first, b.body.last)])


def _starts(bodies: Iterable[NamedBody]) -> dict[int, int]:
    return {b.body.first: b.body.last for b in bodies}


def _placed(bodies: Iterable[NamedBody]) -> list[Placed]:
    """The bodies as a title finds them: a bracket behind a name belongs to it."""
    return [Placed(b.body.first, b.body.last, i) for i, b in enumerate(bodies)]
