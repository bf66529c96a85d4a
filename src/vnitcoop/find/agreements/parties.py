"""Who signs: the parties that stand around a signing, named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from vnitcoop.find.agreements.appositions import with_appositions
from vnitcoop.find.agreements.sides import is_pronoun
from vnitcoop.find.agreements.signings import Signing, instruments_in
from vnitcoop.find.lists import as_subject, run_after, run_before
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import DASHES, Line
from vnitcoop.find.vocabulary import phrases, words

_REACH = 14  # tokens between a verb of signing and "by"
_ADVERBIAL = 7  # tokens of day and place between "signed" and "by"
_SHARE = 8  # tokens between "buy" and the firm: "25 percent of the shares of B"
_CLOSE = 4  # tokens between the name of who signs and the verb


def parties_of(cast: Cast, i: int, signing: Signing) -> list[Seen]:
    """The bodies that sign, or a body and the land or town that signs with it; else places, if there are two."""
    line = cast.lines[i]
    here = [s for s in not_watching(line, cast.actors(i), signing.first) if signing.start <= s.first < signing.end]
    parties = _parties_among(line, with_appositions(line, here, signing.verb), signing)
    if len(once(parties)) < 2 and (two := _through_persons(cast, i, here, signing)):
        return two
    lands = [] if signing.needs_two else _lands(cast, i, signing)
    if len(once(parties)) == 1 and (mixed := _with_land(line, here, lands, signing)):
        return mixed
    if parties:
        named = {s.first: s for s in here}
        return [named[p.first] for p in parties]
    states = _parties_among(line, with_appositions(line, lands, signing.verb), signing)
    return states if len(states) > 1 else []


def _through_persons(cast: Cast, i: int, bodies: Sequence[Seen], signing: Signing) -> list[Seen]:
    """ "P, director of A, and a deputy of B signed": the two bodies before a verb of which somebody signs."""
    line = cast.lines[i]
    two = once(b for b in bodies if b.last <= signing.verb)
    joined = len(two) == 2 and words("grammar", "and") & set(line.keys[two[0].last : two[1].first])
    return two if joined and any(p.last <= signing.verb for p in cast.people[i]) else []


def _lands(cast: Cast, i: int, signing: Signing) -> list[Seen]:
    """The places of a signing's clause that are no piece of a name."""
    line = cast.lines[i]
    here = [s for s in not_watching(line, cast.places[i], signing.first) if signing.start <= s.first < signing.end]
    free = [s for s in here if not {line.key(s.first - 1), line.key(s.last)} & (DASHES | {"'s"})]
    return [s for s in free if s.last == len(line) or not line[s.last].capital]


def _with_land(line: Line, bodies: Sequence[Seen], lands: Sequence[Seen], signing: Signing) -> list[Seen]:
    """ "Vietnam and Nvidia signed", "Da Nang signed a memorandum with Synopsys": a place that signs with a body."""
    found = _parties_among(line, sorted([*bodies, *lands], key=lambda s: s.first), signing)
    if len(found) != 2 or {found[0] in lands, found[1] in lands} != {True, False}:
        return []
    joints = set(line.keys[found[0].last : found[1].first]) - words("grammar", "articles")
    joined = len(joints) == 1 and joints <= words("grammar", "and")
    first = found[0].first
    opens = not first or line[first - 1].kind == "mark" or line.key(first - 1) in words("agreements", "before_lands")
    signs = opens and found[0] in lands and found[0].last <= signing.verb <= found[0].last + _CLOSE
    placed = line.key(found[0].first - 1) in words("grammar", "before_a_country")
    return found if (joined and not placed) or (signs and found[1].first > signing.verb) else []


def once(seen: Iterable[Seen]) -> list[Seen]:
    """Each thing where it is named first: "the Authority of Information Security (AIS)" is one."""
    return list({s.ref: s for s in reversed(list(seen))}.values())[::-1]


def not_watching(line: Line, seen: Sequence[Seen], signing: int) -> list[Seen]:
    """Names in front of "witnessed by"; where that stands before a signing, all of them."""
    watch = next((first for first, _ in line.find(phrases("agreements", "witness", line.language))), len(line))
    return [s for s in seen if watch < signing or s.first < watch]


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
            return [*subject, *partner]
    if len(once(subject)) == 1:
        given = run_after(line, [s for s in seen if s.first < signing.instrument], signing.verb_end, 2)
        if other := given or _giver(line, seen, signing):  # "awarded B a contract", "won a contract from B"
            return subject + other
    if not subject and signing.instrument > signing.verb and is_pronoun(line, signing.verb):
        return _giver(line, seen, signing)  # "it won a contract from B"
    if not subject or signing.instrument < signing.verb:
        return subject or _bound(line, seen, signing)
    return subject


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
