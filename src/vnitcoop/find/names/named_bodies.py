"""The bodies of one sentence that are known before or that a noun in their name tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vnitcoop.find.events.event_words import EventName
from vnitcoop.find.names.acronyms import Bracketed, bracketed, is_common, short_name_of
from vnitcoop.find.names.bodies import Body, english_bodies, kind_of
from vnitcoop.find.names.bodies_french import french_bodies
from vnitcoop.find.names.bodies_vietnamese import vietnamese_bodies
from vnitcoop.find.names.gazetteer import Gazetteer, Known, Met
from vnitcoop.find.names.houses import name_behind
from vnitcoop.find.names.written_firms import written_firms
from vnitcoop.find.tokens import CLOSE_QUOTES, OPEN_QUOTES, Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Entry, Kind

_THEME = 7  # tokens from the noun to the quoted theme


class NamedBody(NamedTuple):
    """A body in a sentence, with the known entry it is a name of and the short name in brackets behind it."""

    body: Body
    entry: Entry | None
    short: Bracketed | None


def named_bodies(
    line: Line, gazetteer: Gazetteer, met: Sequence[Met], reach: dict[int, int], events: Iterable[EventName]
) -> list[NamedBody]:
    known = [(a, b, ks) for a, b, of in met if (ks := _known_bodies(of, line.language))]
    taken = frozenset(reach) | tokens_of((a, b) for a, b, _ in known)
    found = [NamedBody(Body(a, b, ks[0].type or "other", "known-body"), _only(ks), None) for a, b, ks in known]
    grown = [*english_bodies(line, taken)]
    if line.language == "fr":
        grown += french_bodies(line, tokens_of(reach.items()) | taken)
    elif line.language == "vi":
        grown += vietnamese_bodies(line, reach | _places_inside(line, gazetteer, [(a, b) for a, b, _ in known]))
    grown += written_firms(line, {a: b for a, b, _ in met})
    found += [NamedBody(b, _entry_of(gazetteer, line, b), None) for b in grown if reach.get(b.first) != b.last]
    brackets = list(bracketed(line))
    spelled = _spelled_out(line, brackets, found)
    found += [NamedBody(b, None, None) for b in spelled if reach.get(b.first) != b.last]
    found = [_with_country(line, b, reach) or _house(line, b, reach) or b for b in found]
    shorts = {s.opens: s for s in brackets if not (is_common(line.words(s.first, s.last)) or s.first in reach)}
    longest = [NamedBody(b.body, b.entry, shorts.get(b.body.last, b.short)) for b in _longest(found)]
    return [b for b in longest if not (_cuts_event(b, events) or _is_programme(line, b))]


def _is_programme(line: Line, named: NamedBody) -> bool:
    """ "the 'IT School' programme", "themed 'Promoting Online Services'": what is no body, but quoted beside a noun."""
    first, last = named.body.first, named.body.last
    if (
        first > 1
        and line[first - 1].text in OPEN_QUOTES
        and words("bodies", "themes") & set(line.keys[max(0, first - _THEME) : first])
    ):
        return True
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
    behind = reach[body.last]
    while behind < len(line) and line[behind].capital:
        behind += 1
    if behind > reach[body.last] and line.key(behind - 1) in words("firms", "ends_no_firm"):
        return None  # "Qualcomm Vietnam Innovation Challenge"
    return NamedBody(Body(body.first, reach[body.last], "company", "firm-of-a-country"), None, None)


def _house(line: Line, named: NamedBody, reach: dict[int, int]) -> NamedBody | None:
    """ "Siemens Healthineers", "Intel Products Vietnam": capitals right behind a known firm name one of its houses."""
    body = named.body
    if body.rule == "known-body" and line.key(body.last) in words("bodies", "wide_houses") and line[body.last].capital:
        return NamedBody(Body(body.first, body.last + 1, body.type, "house-of-a-firm"), None, None)
    if body.type != "company" or body.rule != "known-body" or line.in_title_case:
        return None
    last = name_behind(line, body.last, reach)
    kind = kind_of(line.words(body.last, last), "company") if last > body.last else ""
    return NamedBody(Body(body.first, last, kind, "house-of-a-firm"), None, None) if kind else None


def _known_bodies(known: Iterable[Known], language: str) -> list[Entry]:
    """The bodies that bear a known name; where some bear it in this language, "UIT" in French, those alone."""
    bodies = [k for k in known if k.entry.kind is Kind.ORGANISATION]
    here = [k for k in bodies if language in k.languages] or [k for k in bodies if not k.languages] or bodies
    return list({k.entry.id: k.entry for k in here}.values())


def _entry_of(gazetteer: Gazetteer, line: Line, body: Body) -> Entry | None:
    length, known = gazetteer.at(line, body.first)
    return _only(_known_bodies(known, line.language)) if length == body.last - body.first else None


def _only(bodies: Sequence[Entry]) -> Entry | None:
    """The one body that a known name belongs to; a name of several bodies is told apart later, over all articles."""
    return bodies[0] if len(bodies) == 1 else None


def _spelled_out(line: Line, brackets: Iterable[Bracketed], found: list[NamedBody]) -> Iterator[Body]:
    """Capitalised words whose initials stand in brackets behind them, though no head noun ends them."""
    ends = {b.body.last for b in found}
    for short in brackets:
        told = short.opens not in ends and line.key(short.opens - 1) not in words("bodies", "things_behind")
        first = short_name_of(line, short) if told else -1
        if line.match(short.opens - 2, phrases("bodies", "no_bodies")):
            continue
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
    certain = named.entry is not None or (named.short is not None and body.rule != "initials-in-brackets")
    for event in events:
        if event.first < body.last and body.first < event.last and event.last - event.first >= body.last - body.first:
            inside = event.first <= body.first and body.last < event.last
            if not (inside and certain):
                return True
    return False


def tokens_of(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset([i for first, last in spans for i in range(first, last)])
