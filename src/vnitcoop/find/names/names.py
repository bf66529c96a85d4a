"""All names of one sentence, each rule in its turn: known names, bodies, events, places, persons, firms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vnitcoop.find.events.event_names import event_names
from vnitcoop.find.events.event_words import EventName
from vnitcoop.find.names.acronyms import Bracketed, bracketed, is_common, short_name_of
from vnitcoop.find.names.bare_firms import Sentence, bare_firms
from vnitcoop.find.names.bodies import Body, english_bodies, kind_of
from vnitcoop.find.names.bodies_french import french_bodies
from vnitcoop.find.names.bodies_vietnamese import vietnamese_bodies
from vnitcoop.find.names.firms import firms
from vnitcoop.find.names.gazetteer import Gazetteer, Known, Met
from vnitcoop.find.names.houses import name_behind
from vnitcoop.find.names.owners import bodies_by_title, bodies_that_report
from vnitcoop.find.names.people import Person, find_people, title_phrases
from vnitcoop.find.names.people_names import name_length
from vnitcoop.find.names.places import known_places, told_places
from vnitcoop.find.names.roles import Placed, TitlePhrase
from vnitcoop.find.names.titles import titles_in
from vnitcoop.find.names.written_firms import written_firms
from vnitcoop.find.tokens import CLOSE_QUOTES, OPEN_QUOTES, Line, Phrases
from vnitcoop.find.vocabulary import words
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


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body in a sentence, with the known entry it is a name of and the short name in brackets behind it."""

    body: Body
    entry: Entry | None
    short: Bracketed | None


@dataclass(frozen=True, slots=True)
class NamedPlace:
    first: int
    last: int
    entry: Entry | None
    type: str
    rule: str


@dataclass(frozen=True, slots=True)
class Names:
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
    return [_looked_at_again(n, gazetteer, told, again) for n in names]


def _sentence(names: Names) -> Sentence:
    places = (*names.nested, *names.places)
    reach = {p.first: p.last for p in places}
    lands = frozenset(p.first for p in places if p.type == "country")
    people = [(p.first, p.last) for p in _certain_people(names)]
    taken = _tokens([*people, *((e.first, e.last) for e in names.events)])
    return Sentence(names.line, _starts(names.bodies), reach, lands, taken, frozenset(p.last for p in names.people))


def _certain_people(names: Names) -> list[Person]:
    """The persons that more than a verb of saying tells."""
    return [p for p in names.people if p.rule not in _SPEAKING]


def _looked_at_again(names: Names, gazetteer: Gazetteer, told: Mapping[str, str], again: Phrases) -> Names:
    line = names.line
    inside = {i for b in names.bodies for i in range(b.body.first, b.body.last)}
    inside |= {i for e in names.events for i in range(e.first, e.last)}
    inside |= {i for p in _certain_people(names) if p.last - p.first > 1 for i in range(p.first, p.last)}
    met = [
        Body(first, last, told[words], "firm-told-elsewhere")
        for first, last in line.find(again)
        if (words := line.words(first, last)) in told and inside.isdisjoint(range(first, last))
    ]
    return names_of(line, gazetteer, met) if met else names


def names_of(line: Line, gazetteer: Gazetteer, told: Sequence[Body] = ()) -> Names:
    """What one sentence names, `told` being firms known from others. Longer names win over shorter ones inside them."""
    met, titles = list(gazetteer.meet(line)), list(titles_in(line))
    places = everywhere = _places(line, met)
    reach = {p.first: p.last for p in places if p.entry}
    series = [(a, b) for a, b, known in met if any(k.entry.kind is Kind.SERIES for k in known)]
    events = tuple(event_names(line, reach, series))
    bodies = _bodies(line, gazetteer, met, reach, events)
    taken = _inside(bodies)
    bodies += [NamedBody(b, None, None) for b in told if taken.isdisjoint(range(b.first, b.last))]
    taken = _inside(bodies)
    places = [p for p in places if taken.isdisjoint(range(p.first, p.last)) and not _is_in_person(line, p)]
    others = _tokens([*((p.first, p.last) for p in places), *((e.first, e.last) for e in events), *series])
    bodies += [NamedBody(b, None, None) for b in bodies_by_title(line, titles, _starts(bodies), others)]
    bodies += [NamedBody(b, None, None) for b in bodies_that_report(line, _starts(bodies), others)]
    bodies.sort(key=lambda b: b.body.first)
    blocked = others | _inside(bodies)
    titled = title_phrases(line, titles, _placed(bodies), reach)
    people = find_people(line, titled, blocked)
    taken = others | _tokens((p.first, p.last) for p in people)
    if named := [NamedBody(b, None, None) for b in firms(line, _starts(bodies), taken, reach)]:
        bodies = sorted([*bodies, *named], key=lambda b: b.body.first)
        blocked = others | _inside(bodies)
        titled = title_phrases(line, titles, _placed(bodies), reach)
        people = find_people(line, titled, blocked)
    taken = _inside(bodies) | _tokens((e.first, e.last) for e in events)
    places = [p for p in places if taken.isdisjoint(range(p.first, p.last))]
    outside = {(p.first, p.last) for p in places}
    nested = tuple(p for p in everywhere if (p.first, p.last) not in outside)
    return Names(line, tuple(bodies), events, tuple(places), nested, tuple(people), titled)


def _places(line: Line, met: Sequence[Met]) -> list[NamedPlace]:
    found = [NamedPlace(a, b, k.entry, k.entry.type or "", rule) for a, b, k, rule in known_places(line, met)]
    taken = set(_tokens((p.first, p.last) for p in found))
    for first, last, kind in told_places(line):
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            found.append(NamedPlace(first, last, None, kind, "place-by-its-noun"))
    return sorted(found, key=lambda p: p.first)


def _bodies(
    line: Line, gazetteer: Gazetteer, met: Sequence[Met], reach: dict[int, int], events: Iterable[EventName]
) -> list[NamedBody]:
    known = [(a, b, ks, k) for a, b, ks in met if (k := _known_body(ks))]
    taken = frozenset(reach) | _tokens((a, b) for a, b, _, _ in known)
    found = [NamedBody(Body(a, b, k.entry.type or "other", "known-body"), _owner(ks), None) for a, b, ks, k in known]
    grown = [*english_bodies(line, taken)]
    if line.language == "fr":
        grown += french_bodies(line, _tokens(reach.items()) | taken)
    elif line.language == "vi":
        grown += vietnamese_bodies(line, reach | _places_inside(line, gazetteer, [(a, b) for a, b, _, _ in known]))
    grown += written_firms(line, {a: b for a, b, _ in met})
    found += [NamedBody(b, _entry_of(gazetteer, line, b), None) for b in grown if reach.get(b.first) != b.last]
    found += [NamedBody(b, None, None) for b in _spelled_out(line, found) if reach.get(b.first) != b.last]
    found = [_with_country(line, b, reach) or _house(line, b, reach) or b for b in found]
    shorts = {s.opens: s for s in bracketed(line) if not (is_common(line.words(s.first, s.last)) or s.first in reach)}
    longest = [NamedBody(b.body, b.entry, shorts.get(b.body.last, b.short)) for b in _longest(found)]
    return [b for b in longest if not (_cuts_event(b, events) or _is_programme(line, b))]


def _is_programme(line: Line, named: NamedBody) -> bool:
    """ "the 'IT School' programme": what stands in quotation marks before such a noun is no body."""
    first, last = named.body.first, named.body.last
    quoted = first and line[first - 1].text in OPEN_QUOTES and last < len(line) and line[last].text in CLOSE_QUOTES
    return bool(quoted) and line.key(last + 1) in words("bodies", "programmes")


def _places_inside(line: Line, gazetteer: Gazetteer, known: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The places inside known names of bodies, where a Vietnamese name ends: first token to the token behind."""
    found = {}
    for first, last in known:
        for index in range(first + 1, last):
            length, owners = gazetteer.at(line, index)
            if length and index + length <= last and any(k.entry.kind is Kind.PLACE for k in owners):
                found[index] = index + length
    return found


def _with_country(line: Line, named: NamedBody, reach: dict[int, int]) -> NamedBody | None:
    """ "Fujitsu Vietnam": a known firm with a country right behind it is that firm's house there."""
    body = named.body
    if body.type != "company" or body.rule != "known-body" or body.last not in reach:
        return None
    return NamedBody(Body(body.first, reach[body.last], "company", "firm-of-a-country"), None, None)


def _house(line: Line, named: NamedBody, reach: dict[int, int]) -> NamedBody | None:
    """ "Siemens Healthineers", "Intel Products Vietnam": capitals right behind a known firm name one of its houses."""
    body = named.body
    if body.type != "company" or body.rule != "known-body" or line.in_title_case:
        return None
    last = name_behind(line, body.last, reach)
    kind = kind_of(line.words(body.last, last), "company") if last > body.last else ""
    return NamedBody(Body(body.first, last, kind, "house-of-a-firm"), None, None) if kind else None


def _known_body(known: Iterable[Known]) -> Known | None:
    """The first body among the owners of a known name."""
    bodies = [k for k in known if k.entry.kind is Kind.ORGANISATION]
    return bodies[0] if bodies else None


def _entry_of(gazetteer: Gazetteer, line: Line, body: Body) -> Entry | None:
    length, known = gazetteer.at(line, body.first)
    return _owner(known) if length == body.last - body.first else None


def _owner(known: Iterable[Known]) -> Entry | None:
    """The one body that a known name belongs to; a name of several bodies is told apart later, over all articles."""
    owners = {k.entry.id: k.entry for k in known if k.entry.kind is Kind.ORGANISATION}
    return next(iter(owners.values())) if len(owners) == 1 else None


def _spelled_out(line: Line, found: list[NamedBody]) -> Iterator[Body]:
    """Capitalised words whose initials stand in brackets behind them, though no head noun ends them."""
    ends = {b.body.last for b in found}
    for short in bracketed(line):
        first = short_name_of(line, short) if short.opens not in ends else -1
        if first >= 0 and sum(t.capital for t in line.tokens[first : short.opens]) >= 2:
            yield Body(first, short.opens, kind_of(line.words(first, short.opens), "other"), "initials-in-brackets")


def _longest(found: list[NamedBody]) -> list[NamedBody]:
    """Of names that overlap, the longest; of equal ones, the known."""
    kept: list[NamedBody] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda b: (b.body.first - b.body.last, b.entry is None, b.body.first)):
        tokens = range(one.body.first, one.body.last)
        if taken.isdisjoint(tokens):
            kept.append(one)
            taken.update(tokens)
    return sorted(kept, key=lambda b: b.body.first)


def _cuts_event(named: NamedBody, events: Iterable[EventName]) -> bool:
    """Whether a body is but a piece of an event's name; a known one, or one with its short name, may stand inside."""
    body = named.body
    certain = named.entry is not None or named.short is not None
    for event in events:
        if event.first < body.last and body.first < event.last and event.last - event.first >= body.last - body.first:
            inside = event.first <= body.first and body.last < event.last
            if not (inside and certain):
                return True
    return False


def _is_in_person(line: Line, place: NamedPlace) -> bool:
    """Whether a place is but a piece of a person's name; a country of two words is none: "Hàn Quốc"."""
    if place.type == "country" and place.last - place.first > 1:
        return False
    for first in range(max(0, place.first - 3), place.first + 1):
        length = name_length(line, first)
        if length > place.last - place.first and first + length >= place.last:
            return True
    return False


def _tokens(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(i for first, last in spans for i in range(first, last))


def _inside(bodies: Iterable[NamedBody]) -> frozenset[int]:
    """The tokens of bodies' names."""
    return _tokens((b.body.first, b.body.last) for b in bodies)


def _starts(bodies: Iterable[NamedBody]) -> dict[int, int]:
    return {b.body.first: b.body.last for b in bodies}


def _placed(bodies: Iterable[NamedBody]) -> list[Placed]:
    """The bodies as a title finds them: a bracket behind a name belongs to it."""
    return [Placed(b.body.first, b.body.last, i) for i, b in enumerate(bodies)]
