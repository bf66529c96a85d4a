"""Who signs: the parties around a signing, named there or told of before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vnitcoop.find.agreements.signings import Signing
from vnitcoop.find.lists import as_subject, run_after, run_before
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import DASHES, Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Kind, Ref

_SUBJECT = 10  # tokens at the head of a sentence in which its subject stands
_REACH = 14  # tokens between a verb of signing and "by"


def parties_of(cast: Cast, i: int, signing: Signing) -> list[Seen]:
    line = cast.lines[i]
    for seen in (cast.actors(i), [] if signing.needs_two else cast.places[i]):
        here = [s for s in not_watching(line, seen, signing.first) if signing.start <= s.first < signing.end]
        if seen is cast.places[i]:
            here = [s for s in here if not {line.key(s.first - 1), line.key(s.last)} & DASHES]  # a piece of a name
            parties = _parties_among(line, here, signing)
            return parties if len(parties) > 1 else states_of(cast, i, signing)
        parties, through = _parties_among(line, here, signing), _through_persons(cast, i, here, signing)
        if best := max(parties, through, key=lambda p: len(_once(p))):
            return best
    return []


def _through_persons(cast: Cast, i: int, bodies: Sequence[Seen], signing: Signing) -> list[Seen]:
    """ "signed by P, director of A, and Q, head of B": those who sign stand for the bodies of their titles."""
    line, people = cast.lines[i], cast.people[i]
    ahead = range(signing.verb_end, min(signing.verb_end + _REACH, len(line)))
    by = next((k for k in ahead if line.key(k) in words("events", "by")), None)
    if by is not None and any(by < p.first <= by + 3 for p in people):
        return _once(b for b in bodies if b.first > by)[:2]
    if any(signing.verb - 3 <= p.last <= signing.verb for p in people):
        return _once(b for b in bodies if b.last <= signing.verb)[-2:]
    return []


def _once(seen: Iterable[Seen]) -> list[Seen]:
    """Each thing where it is named first: "the Authority of Information Security (AIS)" is one."""
    return list({s.ref: s for s in reversed(list(seen))}.values())[::-1]


def states_of(cast: Cast, i: int, signing: Signing) -> list[Seen]:
    """ "The Vietnamese minister A and his Lao counterpart B signed": the countries of two office-holders.

    Only countries that the article names somewhere; each stands where its adjective does.
    """
    line = cast.lines[i]
    named = _countries_by_code(cast)
    end = signing.verb if signing.verb <= signing.instrument else signing.end
    told = [k for k in range(signing.start, end) if line.key(k) in demonyms() and _is_of_state(line, k, 2)]
    found = {named[code]: Seen(k, k + 1, named[code]) for k in told if (code := demonyms()[line.key(k)]) in named}
    for s in cast.places[i]:
        if s.ref in named.values() and signing.start <= s.first < end and _is_of_state(line, s.first, 8):
            found.setdefault(s.ref, s)
    return [*found.values()] if len(found) == 2 else []


def _is_of_state(line: Line, index: int, before: int) -> bool:
    """Whether an office stands beside a country: "ministre vietnamien", "Lao counterpart", "Minister of X of Laos"."""
    return bool(words("agreements", "of_states") & set(line.keys[max(0, index - before) : index + 3]))


def _countries_by_code(cast: Cast) -> dict[str, Ref]:
    """The countries that the article names, by ISO code."""
    return {
        place.entry.country: seen.ref
        for n, line in zip(cast.names, cast.places, strict=True)
        for place, seen in zip(n.places, line, strict=True)
        if place.entry and place.entry.type == "country" and place.entry.country
    }


def the_two(cast: Cast, i: int, verb: int) -> list[Thing]:
    """ "that the two countries signed", "both sides signed": the last two countries or bodies named before."""
    line = cast.lines[i]
    for part, kind in (("two_countries", Kind.PLACE), ("two_bodies", Kind.ORGANISATION)):
        if any(line.match(k, phrases("agreements", part, line.language)) for k in range(len(line))):
            return _last_two(cast, i, kind, verb)
    if {"they", "ils", "elles"} & set(line.keys):
        here = list(dict.fromkeys(s.ref for s in cast.bodies[i] if s.last <= verb))
        return [cast.things[r] for r in here] if here else _last_two(cast, i, Kind.ORGANISATION, verb)
    return []


def named_just_before(cast: Cast, i: int, signing: Signing) -> list[Thing]:
    """ "A cooperation deal to that effect was inked": the two bodies of the sentence before, when they are just two."""
    passive = signing.instrument < signing.verb
    before = i - 1
    if not passive or before < 0 or cast.lines[before].block != cast.lines[i].block:
        return []
    told = list(dict.fromkeys(s.ref for s in cast.bodies[before]))
    return [cast.things[r] for r in told] if len(told) == 2 else []


def _last_two(cast: Cast, i: int, kind: Kind, verb: int) -> list[Thing]:
    found: dict[Ref, Thing] = {}
    for sentence in range(i, -1, -1):
        for seen in reversed(cast.at(kind, sentence)):
            if sentence == i and seen.first > verb:
                continue
            if kind is Kind.ORGANISATION or "country" in cast.things[seen.ref].values("kind"):
                found.setdefault(seen.ref, cast.things[seen.ref])
            if len(found) == 2:
                return list(found.values())
    return []


def other_side(cast: Cast, i: int, signing: Signing, party: Seen) -> Thing | None:
    """Who signed with the one party named: "the club signed ... with NASSCOM" means the body told of before."""
    line = cast.lines[i]
    if not (is_with(line, party) or (line.key(party.first - 1) == "the" and party.first > signing.verb)):
        return None
    if party.first < signing.verb:  # "A has joined forces with B under an agreement signed in May"
        told = [s for s in cast.actors(i) if signing.start <= s.first and s.last < party.first]
        if told:
            return cast.things[told[-1].ref]
    before = [
        s
        for k in (i, i - 1)
        if k >= 0
        for s in cast.bodies[k]
        if s.ref != party.ref and (s.first < _SUBJECT if k < i else s.last <= min(signing.verb, party.first))
    ]
    return cast.things[before[0].ref] if before else None


def is_with(line: Line, party: Seen) -> bool:
    """Whether a name stands right behind "with" or "with the"."""
    cue = phrases("agreements", "with", line.language)
    return bool(line.match(party.first - 1, cue) or line.match(party.first - 2, cue))


def not_watching(line: Line, seen: Sequence[Seen], signing: int) -> list[Seen]:
    """Names in front of "witnessed by", or of the clause of a signing behind it: those told in between only watch."""
    watch = next((first for first, _ in line.find(phrases("agreements", "witness", line.language))), len(line))
    if watch < signing:
        clause = max(k for k in range(watch, signing) if k == watch or line.key(k) == ",")
        before = max((k for k in range(watch) if line.key(k) == ","), default=-1)
        return [s for s in seen if s.last <= before or s.first > clause or s.first >= signing]
    return [s for s in seen if s.first < watch]


def _parties_among(line: Line, seen: Sequence[Seen], signing: Signing) -> list[Seen]:
    for _, last in line.find(phrases("agreements", "between", line.language), signing.verb_end):
        if between := run_after(line, seen, last, 4):
            return between
    subject = as_subject(line, run_before(line, seen, _before_relative(line, signing.verb), 6))
    if by := _behind_by(line, seen, signing):
        active = subject and signing.instrument > signing.verb  # "A was awarded a contract by B"
        return [*subject, *by] if active else by
    cue = phrases("agreements", "with", line.language)
    with_first = line.match(signing.verb_end, cue)  # "signed with B a memorandum"
    start = signing.verb_end if with_first else signing.instrument
    for _, last in line.find(cue, start):
        colon = next((k + 1 for k in range(last, signing.end) if line.key(k) == ":"), last)  # "with two firms: A and B"
        run = run_after(line, seen, last, 4) or run_after(line, seen, colon, 2)
        partner = [s for s in run if s not in subject]
        if partner:
            return subject + partner
    if len(_once(subject)) == 1 and (giver := _giver(line, seen, signing)):
        return subject + giver
    if not subject or signing.instrument < signing.verb:
        return subject or run_after(line, seen, signing.verb_end, 2)  # "a memorandum binds A and B"
    return subject


def _behind_by(line: Line, seen: Sequence[Seen], signing: Signing) -> list[Seen]:
    for at in (signing.verb_end, signing.last):
        if line.key(at) in words("grammar", "by"):
            return run_after(line, seen, at + 1, 6)
    return []


def _giver(line: Line, seen: Sequence[Seen], signing: Signing) -> list[Seen]:
    """Who gives a contract: "won a contract from B", "ký hợp đồng mua phần mềm của B"."""
    if signing.kind != "contract":
        return []
    ahead = range(signing.last, min(signing.last + _REACH, signing.end))
    at = next((k for k in ahead if line.key(k) in words("agreements", "givers")), None)
    return run_after(line, seen, at + 1, 2) if at is not None else []


def _before_relative(line: Line, verb: int) -> int:
    """ "FPT Software, which employs 250 people there, signed": where the clause between subject and verb begins."""
    if line.key(verb - 1) != ",":
        return verb
    opens = (k for k in range(verb - 2, -1, -1) if line.key(k) == ",")
    return next((k for k in opens if line.key(k + 1) in words("agreements", "relatives")), verb)
