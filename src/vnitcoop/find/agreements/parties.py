"""Who signs: the parties that stand around a signing, named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from vnitcoop.find.agreements.appositions import with_appositions
from vnitcoop.find.agreements.sides import is_pronoun
from vnitcoop.find.agreements.signings import Signing, instruments_in
from vnitcoop.find.lists import as_subject, run_after, run_before
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import DASHES, Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Ref

_REACH = 14  # tokens between a verb of signing and "by"
_ADVERBIAL = 7  # tokens of day and place between "signed" and "by"
_SHARE = 8  # tokens between "buy" and the firm: "25 percent of the shares of B"
_TOO = 4  # tokens between a partner and the next "with"
_CLOSE = 4  # tokens between the name of who signs and the verb


def parties_of(cast: Cast, i: int, signing: Signing) -> list[Seen]:
    line = cast.lines[i]
    for seen in (cast.actors(i), [] if signing.needs_two else cast.places[i]):
        here = [s for s in not_watching(line, seen, signing.first) if signing.start <= s.first < signing.end]
        named = {s.first: s for s in here}
        here = with_appositions(line, here, signing.verb)
        if seen is cast.places[i]:
            here = [s for s in here if not {line.key(s.first - 1), line.key(s.last)} & DASHES]  # a piece of a name
            parties = _parties_among(line, here, signing)
            return parties if len(parties) > 1 else states_of(cast, i, signing)
        parties, through = _parties_among(line, here, signing), _through_persons(cast, i, here, signing)
        if len(once(parties or through)) == 1 and (mixed := _with_country(cast, i, here, signing)):
            return mixed
        if best := max(parties, through, key=lambda p: len(once(p))):
            return [named[p.first] for p in best]
    return []


def _with_country(cast: Cast, i: int, bodies: Sequence[Seen], signing: Signing) -> list[Seen]:
    """ "Vietnam and Nvidia signed", "an agreement between FPT and Laos": a body and a country, joined by "and"."""
    line = cast.lines[i]
    lands = [p for p in cast.places[i] if "country" in cast.things[p.ref].values("kind")]
    lands = [p for p in lands if not {line.key(p.first - 1), line.key(p.last)} & (DASHES | {"'s"})]
    found = _parties_among(line, sorted([*bodies, *lands], key=lambda s: s.first), signing)
    joints = set(line.keys[found[0].last : found[1].first]) - words("grammar", "articles") if len(found) == 2 else set()
    joined = len(joints) == 1 and joints <= words("grammar", "and")
    placed = joined and line.key(found[0].first - 1) in words("grammar", "before_a_country")
    return found if joined and not placed and {found[0] in lands, found[1] in lands} == {True, False} else []


def _through_persons(cast: Cast, i: int, bodies: Sequence[Seen], signing: Signing) -> list[Seen]:
    """ "signed by P, director of A, and Q, head of B": those who sign stand for the bodies of their titles."""
    line, people = cast.lines[i], cast.people[i]
    ahead = range(signing.verb_end, min(signing.verb_end + _REACH, len(line)))
    by = next((k for k in ahead if line.key(k) in words("events", "by")), None)
    if by is not None and any(by < p.first <= by + 3 for p in people):
        return once(b for b in bodies if b.first > by)[:2]
    signs = [p for p in people if signing.start <= p.first and p.last <= signing.verb]
    before = once(b for b in bodies if b.last <= signing.verb)
    two = len(before) == 2 and words("grammar", "and") & set(line.keys[before[0].last : before[1].first])
    if signs and (signing.verb - signs[-1].last <= _CLOSE or len(signs) > 1 or two):
        return before[-2:]
    return []


def once(seen: Iterable[Seen]) -> list[Seen]:
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


def not_watching(line: Line, seen: Sequence[Seen], signing: int) -> list[Seen]:
    """Names in front of "witnessed by", or of the clause of a signing behind it: those told in between only watch."""
    watch = next((first for first, _ in line.find(phrases("agreements", "witness", line.language))), len(line))
    if watch < signing:
        clause = _comma_before(line, seen, watch, signing, 1)
        if line.key(clause + 1) in words("grammar", "and"):  # "A, director of B, and C signed"
            clause = _comma_before(line, seen, watch, signing, 2)
        before = max((k for k in range(watch) if line.key(k) == ","), default=-1)
        return [s for s in seen if s.last <= before or s.first > clause or s.first >= signing]
    return [s for s in seen if s.first < watch]


def _comma_before(line: Line, seen: Sequence[Seen], first: int, last: int, number: int) -> int:
    """The last comma between two tokens with so many names behind it, else the first of the two."""
    names = [s.first for s in seen if first < s.first < last][-number:]
    end = names[0] if len(names) == number else first
    return max(k for k in range(first, end + 1) if k == first or line.key(k) == ",")


def _parties_among(line: Line, seen: Sequence[Seen], signing: Signing) -> list[Seen]:
    others = {end for _, end, _ in instruments_in(line) if end > signing.last}  # "and an agreement between C and D"
    for first, last in line.find(phrases("agreements", "between", line.language), signing.verb_end):
        if first not in others and (between := run_after(line, seen, last, 4)):
            return between
    if by_terms := _by_terms(line, seen, signing):
        return by_terms
    before = run_before(line, seen, signing.verb, 6) or run_before(line, seen, _before_relative(line, signing.verb), 6)
    subject = as_subject(line, before)
    if by := _behind_by(line, seen, signing):
        active = subject and signing.instrument > signing.verb  # "A was awarded a contract by B"
        return [*subject, *by] if active else by
    cue = phrases("agreements", "with", line.language)
    with_first = line.match(signing.verb_end, cue)  # "signed with B a memorandum"
    start = signing.verb_end if with_first and signing.first <= signing.verb else signing.instrument
    for _, last in line.find(cue, start):
        colon = next((k + 1 for k in range(last, signing.end) if line.key(k) == ":"), last)  # "with two firms: A and B"
        run = run_after(line, seen, last, 4) or run_after(line, seen, colon, 2)
        partner = [s for s in run if s not in subject]
        if partner:
            return [*subject, *partner, *_with_too(line, seen, partner[-1].last)]
    if len(once(subject)) == 1:
        given = run_after(line, [s for s in seen if s.first < signing.instrument], signing.verb_end, 2)
        if other := given or _giver(line, seen, signing):  # "awarded B a contract", "won a contract from B"
            return subject + other
    if not subject and signing.instrument > signing.verb and is_pronoun(line, signing.verb):
        return _giver(line, seen, signing)  # "it won a contract from B"
    if not subject or signing.instrument < signing.verb:
        return subject or _bound(line, seen, signing)
    return subject


def _with_too(line: Line, seen: Sequence[Seen], end: int) -> list[Seen]:
    """ "With A and with B", "avec A, puis avec B": those behind a further "with"."""
    at = next((k for k in range(end, end + _TOO) if line.match(k, phrases("agreements", "with", line.language))), 0)
    between = words("grammar", "joints_of_lists") | words("agreements", "then")
    if at == end or not at or not between.issuperset(line.keys[end:at]):
        return []
    more = run_after(line, seen, at + 1, 4)
    return [*more, *_with_too(line, seen, more[-1].last)] if more else []


def _bound(line: Line, seen: Sequence[Seen], signing: Signing) -> list[Seen]:
    """ "A memorandum binds A and B", "un accord liant A à B"."""
    run = run_after(line, seen, signing.verb_end, 2)
    if len(once(run)) == 1 and line.key(run[-1].last) in words("agreements", "bound_to"):
        return [*run, *run_after(line, seen, run[-1].last + 1, 2)]
    return run


def _behind_by(line: Line, seen: Sequence[Seen], signing: Signing) -> list[Seen]:
    """Those behind "by", also where day and place stand between: "signed on July 20 in Hanoi by A and B"."""
    passive = signing.instrument < signing.verb
    for start, reach in ((signing.verb_end, _ADVERBIAL if passive else 1), (signing.last, 1)):
        for at in range(start, min(start + reach, signing.end)):
            if line.key(at) in words("grammar", "by"):
                return run_after(line, seen, at + 1, 6)
    return []


def _giver(line: Line, seen: Sequence[Seen], signing: Signing) -> list[Seen]:
    """Who gives a contract, "ký hợp đồng mua phần mềm của B", or is bought: "an agreement to acquire B"."""
    cues = words("agreements", "givers" if signing.kind == "contract" else "acquires")
    ahead = range(signing.last, min(signing.last + _REACH, signing.end))
    reach = 2 if signing.kind == "contract" else _SHARE
    givers = (run_after(line, seen, k + 1, reach) for k in ahead if line.key(k) in cues)
    return next((run for run in givers if run), [])


def _by_terms(line: Line, seen: Sequence[Seen], signing: Signing) -> list[Seen]:
    """ "Under an agreement signed in May, A will train 300 engineers for B": the two of the main clause."""
    before = range(max(0, signing.instrument - 4), signing.instrument)
    terms = next((k for k in before if line.key(k) in words("agreements", "terms")), None)
    if signing.instrument >= signing.verb or terms is None:
        return []
    behind, ahead = (once(s for s in seen if s.first > signing.last), once(s for s in seen if s.last <= terms))
    return next((told for told in (ahead, behind) if len(told) == 2), [])


def _before_relative(line: Line, verb: int) -> int:
    """ "FPT Software, which employs 250 people there, signed": where the clause between subject and verb begins."""
    if line.key(verb - 1) != ",":
        return verb
    opens = (k for k in range(verb - 2, -1, -1) if line.key(k) == ",")
    return next((k for k in opens if line.key(k + 1) in words("agreements", "relatives")), verb)


def further_pairs(cast: Cast, i: int, signing: Signing) -> list[tuple[Signing, list[Seen]]]:
    """ "Two MoUs were signed, one between A and B and the other between C and D": those behind the first two.

    Each with its own paper where one is named before it: "a memorandum between A and B, a contract between C and D".
    """
    line = cast.lines[i]
    told = once(not_watching(line, cast.bodies[i], signing.first))
    between = line.find(phrases("agreements", "between", line.language), signing.first)
    runs = [(first, run_after(line, told, last, 4)) for first, last in between]
    pairs = [(first, run) for first, run in runs if len({b.ref for b in run}) > 1]
    further = []
    for (_, before), (first, pair) in pairwise(pairs):
        paper = next((p for p in instruments_in(line) if before[-1].last <= p[0] < first), None)
        if paper:
            at, end, kind = paper
            own = signing._replace(first=at, last=end, instrument=at, instrument_end=end, kind=kind)
        else:
            own = signing._replace(first=first, last=pair[-1].last)
        further.append((own, pair))
    return further
