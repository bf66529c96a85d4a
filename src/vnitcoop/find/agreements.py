"""What was signed, by whom, when: memoranda, agreements, contracts, partnerships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vnitcoop.edtf import precision
from vnitcoop.find.chains import Cast
from vnitcoop.find.event_slots import dates_in
from vnitcoop.find.events_meant import main_event
from vnitcoop.find.lists import run_after, run_before
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line, Phrases
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Basis, BlockKind, DateMention, Finding, Kind, Ref, Span

_SINGLES = frozenset({"one", "first", "second", "other", "third", "them", "another", "also", "un", "autre", "premier", "second", "mot", "con", "hai", "parties", "likewise", "separate"})  # fmt: skip
_OCCASION = frozenset({"occasion", "event", "framework", "sidelines", "during", "forum", "conference", "ceremony", "nhan", "dip", "cadre", "lors", "khuon", "kho"})
_AT = frozenset({"during", "at", "on", "lors", "tai", "trong", "dip", "occasion", "framework", "cadre", "of"})
_REACH = 14  # tokens between a verb of signing and its instrument


@dataclass(frozen=True, slots=True)
class Signing:
    """A verb of signing with its instrument, by tokens."""

    first: int
    last: int
    verb: int
    verb_end: int
    instrument: int
    kind: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Several instruments told of at once: in which sentence, of what kind, and the agreement made of them, if any."""

    sentence: int
    kind: str
    agreement: Thing | None


@cache
def _instruments(language: str) -> dict[str, Phrases]:
    return {kind: phrases("agreements", "instruments", kind, language) for kind in lexicon("agreements")["instruments"]}


def add_agreements(cast: Cast, dates: Sequence[DateMention], figures: Sequence[Finding]) -> None:
    """Add every signed agreement; where a count is followed by the single ones, only those."""
    counted: Counted | None = None
    for i, line in enumerate(cast.lines):
        if line.block_kind is BlockKind.TITLE:
            continue
        if counted and _is_single(line) and len(cast.bodies[i]) >= 2:
            _split(cast, i, counted, dates)
            continue
        agreement = None
        for signing in _signings(line):
            agreement = _add(cast, i, signing, dates, figures) or agreement
        if several := _several(cast, i, figures):
            counted = Counted(i, several, agreement)


def _signings(line: Line) -> Iterator[Signing]:
    """Every instrument with its verb of signing; "an agreement between" and "and a contract with" need none."""
    instruments = _instruments_in(line)
    taken: set[int] = set()
    planned = line.holds(phrases("agreements", "planned", line.language))
    last: Signing | None = None
    for verb, verb_end in line.find(phrases("agreements", "sign", line.language)):
        if (line[verb].capital and verb > 0) or _planned(line, verb):
            continue
        near = [i for i in instruments if i[0] not in taken and _is_near(line, verb, verb_end, i)]
        if near:
            first, end, kind = min(near, key=lambda i: (max(i[1], verb_end) - min(i[0], verb), i[0]))
            taken.add(first)
            last = Signing(min(verb, first), max(verb_end, end), verb, verb_end, first, kind)
            yield last
    for first, end, kind in instruments:
        if first in taken:
            continue
        more = last and last.last < first and line.match(end, phrases("agreements", "with", line.language))
        between = line.match(end, phrases("agreements", "between", line.language)) and not (planned or _is_venture(line, first))
        if more and last:
            yield Signing(first, end, last.verb, last.verb_end, first, kind)
        elif between and not taken:
            yield Signing(first, end, first, end, first, kind)


def _is_venture(line: Line, instrument: int) -> bool:
    """"Star Telecom, a joint venture between A and B": told of a firm, not of a signing."""
    return bool(line.match(instrument, phrases("agreements", "ventures", line.language)))


def _instruments_in(line: Line) -> list[tuple[int, int, str]]:
    """(first, last, kind) of every instrument, the longest where one stands inside another."""
    found = [(a, b, kind) for kind, named in _instruments(line.language).items() for a, b in line.find(named)]
    return sorted(i for i in found if not any(o[0] <= i[0] and i[1] <= o[1] and o[1] - o[0] > i[1] - i[0] for o in found))


def _is_near(line: Line, verb: int, verb_end: int, instrument: tuple[int, int, str]) -> bool:
    first, end, _ = instrument
    apart = {";", "."} & set(line.keys[min(verb, first) : max(verb_end, end)])
    return not apart and (verb_end <= first <= verb_end + _REACH or end <= verb <= end + _REACH)


def _planned(line: Line, verb: int) -> bool:
    return line.holds(phrases("agreements", "planned", line.language), verb - 5, verb + 1)


def _several(cast: Cast, i: int, figures: Sequence[Finding]) -> str:
    """The kind of instrument of which a sentence counts several: "two memorandums of understanding"."""
    line = cast.lines[i]
    for kind, named in _instruments(line.language).items():
        for first, last in line.find(named):
            if _count(line, Signing(first, last, first, last, first, kind), figures):
                return kind
    return ""


def _is_single(line: Line) -> bool:
    return bool(_SINGLES & set(line.keys))


def _add(cast: Cast, i: int, signing: Signing, dates: Sequence[DateMention], figures: Sequence[Finding]) -> Thing | None:
    line = cast.lines[i]
    parties = _parties(cast, i, signing)
    count = _count(line, signing, figures)
    meant = [] if parties else _the_two(cast, i, signing.verb)
    if len(parties) == 1 and (other := _other_side(cast, i, signing, parties[0])):
        meant = [other]
    if not (parties or meant or count):
        return None
    agreement = _same(cast, signing.kind, parties) or cast.things.add(Kind.AGREEMENT)
    agreement.mentions.add(line.span(signing.first, signing.last))
    agreement.say("kind", signing.kind, [line.span(signing.instrument, signing.instrument + 1)], "instrument-signed")
    for party in parties:
        agreement.say("parties", party.ref, [line.span(party.first, party.last)], "party-of-signing")
    for thing in meant:
        agreement.say("parties", thing.ref, [min(thing.mentions)], "parties-named-before", Basis.INFERRED)
    if count:
        agreement.say("count", count[0], [count[1]], "number-of-instruments")
    _when(cast, i, agreement, dates)
    return agreement


def _same(cast: Cast, kind: str, parties: Sequence[Seen]) -> Thing | None:
    """An agreement of the article told again: same instrument, same two parties."""
    refs = {p.ref for p in parties}
    for agreement in cast.things.of(Kind.AGREEMENT):
        if len(refs) >= 2 and refs == set(agreement.values("parties")) and agreement.value("kind") == kind:
            return agreement
    return None


def _parties(cast: Cast, i: int, signing: Signing) -> list[Seen]:
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
    """"signed by P, director of A, and Q, head of B": those who sign stand for the bodies of their titles."""
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


def _the_two(cast: Cast, i: int, verb: int) -> list[Thing]:
    """"that the two countries signed", "both sides signed": the last two countries or bodies named before."""
    line = cast.lines[i]
    for part, kind in (("two_countries", Kind.PLACE), ("two_bodies", Kind.ORGANISATION)):
        if any(line.match(k, phrases("agreements", part, line.language)) for k in range(len(line))):
            return _last_two(cast, i, kind, verb)
    if {"they", "ils", "elles"} & set(line.keys):
        return _last_two(cast, i, Kind.ORGANISATION, verb)
    return []


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


def _other_side(cast: Cast, i: int, signing: Signing, party: Seen) -> Thing | None:
    """Who signed with the one party named: "the club signed ... with NASSCOM" means the body told of before."""
    line = cast.lines[i]
    with_it = line.match(party.first - 1, phrases("agreements", "with", line.language)) or line.key(party.first - 1) == "the"
    if not with_it or party.first < signing.verb:
        return None
    before = [s for k in (i, i - 1) if k >= 0 for s in cast.bodies[k] if s.ref != party.ref and (k < i or s.last <= signing.verb)]
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
    if line.key(signing.verb_end) in {"by", "par", "boi"} or line.key(signing.last) in {"by", "par", "boi"}:
        return run_after(line, seen, min(signing.last, signing.verb_end + 1), 4)
    subject = run_before(line, seen, _before_relative(line, signing.verb), 6)
    for _, last in line.find(phrases("agreements", "with", line.language), signing.instrument):
        partner = [s for s in run_after(line, seen, last, 4) if s not in subject]
        if partner:
            return subject + partner
    return subject if subject else []


def _before_relative(line: Line, verb: int) -> int:
    """"FPT Software, which employs 250 people there, signed": where the clause between subject and verb begins."""
    if line.key(verb - 1) != ",":
        return verb
    opens = (k for k in range(verb - 2, -1, -1) if line.key(k) == ",")
    return next((k for k in opens if line.key(k + 1) in words("agreements", "relatives")), verb)


def _count(line: Line, signing: Signing, figures: Sequence[Finding]) -> tuple[int, Span] | None:
    """The number that stands before the instrument, from the figures found."""
    start, end = line[signing.first].start, line[signing.last - 1].end
    for figure in figures:
        span = figure.mentions[0]
        values = {s.field: s for s in figure.statements}
        if start - 40 <= span.start < end and line[signing.instrument].start < span.end + 1 and span.start <= line[signing.instrument].start:
            value = values["value"].value
            if values["unit"].value == "count" and isinstance(value, int) and value > 1:
                return value, span
    return None


def _when(cast: Cast, i: int, agreement: Thing, dates: Sequence[DateMention]) -> None:
    line = cast.lines[i]
    own = [d for d in dates_in(line, dates) if d.cue != "until"]
    event = _event_of(cast, i)
    if event and not (own and _is_another_time(own[0], event)):
        agreement.say("event", event.ref, [sorted(event.mentions)[0]], "signed-at-event", Basis.INFERRED)
    if own:
        agreement.say("date", own[0].edtf, [own[0].span, *own[0].premises], f"date-of-signing, {own[0].rule}", own[0].basis)
    elif event:
        for said in [s for s in event.statements if s.field == "date" and precision(str(s.value)) == "day"][:1]:
            agreement.say("date", said.value, said.spans, "day-of-the-event", Basis.INFERRED)


def _is_another_time(date: DateMention, event: Thing) -> bool:
    """Whether a signing is dated to another year than the event beside it."""
    years = {str(d)[:4] for d in event.values("date")}
    return bool(years) and date.edtf[:4] not in years | {"XXXX"}


def _event_of(cast: Cast, i: int) -> Thing | None:
    """The event of a signing: the one its sentence names, or the main one "on this occasion"."""
    line = cast.lines[i]
    for seen in cast.events[i]:
        if _AT & set(line.keys[max(0, seen.first - 5) : seen.first]):
            return cast.things[seen.ref]
    return main_event(cast) if _OCCASION & set(cast.lines[i].keys) else None


def _split(cast: Cast, i: int, counted: Counted, dates: Sequence[DateMention]) -> None:
    """One of several agreements counted before, with its own parties; the bare count then goes."""
    line, bodies = cast.lines[i], cast.bodies[i]
    agreement = cast.things.add(Kind.AGREEMENT)
    agreement.mentions.add(line.span(bodies[0].first, bodies[-1].last))
    instrument = next(
        line.span(*at)
        for line in [cast.lines[counted.sentence]]
        for at in line.find(_instruments(line.language)[counted.kind])
    )
    agreement.say("kind", counted.kind, [instrument], "one-of-those-counted", Basis.INFERRED)
    for party in bodies:
        agreement.say("parties", party.ref, [line.span(party.first, party.last)], "one-of-those-counted")
    _when(cast, counted.sentence, agreement, dates)
    if counted.agreement:
        counted.agreement.mentions.clear()
