"""Who signs: the parties around a signing, named there or told of before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vnitcoop.find.agreements.signings import Signing
from vnitcoop.find.lists import run_after, run_before
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Kind, Ref

_REACH = 14  # tokens between a verb of signing and "by"


def parties_of(cast: Cast, i: int, signing: Signing) -> list[Seen]:
    line = cast.lines[i]
    start = max((k for k in range(signing.first) if line.key(k) == ";"), default=-1)
    end = next((k for k in range(signing.last, len(line)) if line.key(k) == ";"), len(line))
    for seen in (cast.actors(i), cast.places[i]):
        here = [s for s in _not_watching(line, seen, signing) if start < s.first < end]
        if seen is cast.places[i]:
            parties = _parties_among(line, here, signing)
            return parties if len(parties) > 1 else []
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


def the_two(cast: Cast, i: int, verb: int) -> list[Thing]:
    """ "that the two countries signed", "both sides signed": the last two countries or bodies named before."""
    line = cast.lines[i]
    for part, kind in (("two_countries", Kind.PLACE), ("two_bodies", Kind.ORGANISATION)):
        if any(line.match(k, phrases("agreements", part, line.language)) for k in range(len(line))):
            return _last_two(cast, i, kind, verb)
    if {"they", "ils", "elles"} & set(line.keys):
        return _last_two(cast, i, Kind.ORGANISATION, verb)
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
    with_it = (
        line.match(party.first - 1, phrases("agreements", "with", line.language)) or line.key(party.first - 1) == "the"
    )
    if not with_it or party.first < signing.verb:
        return None
    before = [
        s
        for k in (i, i - 1)
        if k >= 0
        for s in cast.bodies[k]
        if s.ref != party.ref and (k < i or s.last <= signing.verb)
    ]
    return cast.things[before[0].ref] if before else None


def _not_watching(line: Line, seen: Sequence[Seen], signing: Signing) -> list[Seen]:
    """Names in front of "witnessed by", or of the clause behind it: those told in between only watch."""
    watch = next((first for first, _ in line.find(phrases("agreements", "witness", line.language))), len(line))
    if watch < signing.first:
        clause = max(k for k in range(watch, signing.first) if k == watch or line.key(k) == ",")
        before = max((k for k in range(watch) if line.key(k) == ","), default=-1)
        return [s for s in seen if s.last <= before or s.first > clause or s.first >= signing.first]
    return [s for s in seen if s.first < watch]


def _parties_among(line: Line, seen: Sequence[Seen], signing: Signing) -> list[Seen]:
    for _, last in line.find(phrases("agreements", "between", line.language), signing.verb_end):
        if between := run_after(line, seen, last, 4):
            return between
    if line.key(signing.verb_end) in words("grammar", "by") or line.key(signing.last) in words("grammar", "by"):
        return run_after(line, seen, min(signing.last, signing.verb_end + 1), 4)
    subject = run_before(line, seen, _before_relative(line, signing.verb), 6)
    cue = phrases("agreements", "with", line.language)
    with_first = line.match(signing.verb_end, cue)  # "signed with B a memorandum"
    start = signing.verb_end if with_first else signing.instrument
    for _, last in line.find(cue, start):
        partner = [s for s in run_after(line, seen, last, 4) if s not in subject]
        if partner:
            return subject + partner
    return subject if subject else []


def _before_relative(line: Line, verb: int) -> int:
    """ "FPT Software, which employs 250 people there, signed": where the clause between subject and verb begins."""
    if line.key(verb - 1) != ",":
        return verb
    opens = (k for k in range(verb - 2, -1, -1) if line.key(k) == ",")
    return next((k for k in opens if line.key(k + 1) in words("agreements", "relatives")), verb)
