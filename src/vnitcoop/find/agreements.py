"""What was signed, by whom, when: memoranda, agreements, contracts, partnerships."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vnitcoop.edtf import precision
from vnitcoop.find.chains import Cast, Seen
from vnitcoop.find.event_slots import dates_in, main_event
from vnitcoop.find.lists import run_after, run_before
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line, Phrases
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Basis, BlockKind, DateMention, Finding, Kind, Span

_SINGLES = frozenset({"one", "first", "second", "other", "third", "former", "latter", "them", "another", "also", "un", "autre", "premier", "second", "mot", "con", "hai", "parties", "likewise", "separate"})  # fmt: skip
_OCCASION = frozenset({"occasion", "event", "framework", "sidelines", "during", "forum", "conference", "ceremony", "nhan", "dip", "cadre", "lors", "khuon", "kho"})
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


@cache
def _phrases(language: str, part: str) -> Phrases:
    return Phrases(lexicon("agreements")[part][language])


@cache
def _instruments(language: str) -> dict[str, Phrases]:
    return {kind: Phrases(words[language]) for kind, words in lexicon("agreements")["instruments"].items()}


def add_agreements(cast: Cast, dates: Sequence[DateMention], figures: Sequence[Finding]) -> None:
    """Add every signed agreement; where a count is followed by the single ones, only those."""
    open_count: Thing | None = None
    for i, line in enumerate(cast.lines):
        if line.block_kind is BlockKind.TITLE:
            continue
        signing = _signing(line)
        if signing:
            agreement = _add(cast, i, signing, dates, figures)
            open_count = agreement if agreement and int(agreement.value("count") or 1) > 1 else open_count  # type: ignore[arg-type]
        elif open_count and _is_single(line) and len(cast.bodies[i]) >= 2:
            _split(cast, i, open_count, dates)


def _signing(line: Line) -> Signing | None:
    for verb, verb_end in line.find(_phrases(line.language, "sign")):
        if line[verb].capital and verb > 0:
            continue
        if _planned(line, verb):
            return None
        found = sorted(_near_instruments(line, verb, verb_end), key=lambda s: (s.last - s.first, s.first))
        if found:
            return found[0]
    return None


def _near_instruments(line: Line, verb: int, verb_end: int) -> Iterator[Signing]:
    for kind, phrases in _instruments(line.language).items():
        for first, last in line.find(phrases):
            if verb_end <= first <= verb_end + _REACH or last <= verb <= last + _REACH:
                yield Signing(min(verb, first), max(verb_end, last), verb, verb_end, first, kind)


def _planned(line: Line, verb: int) -> bool:
    phrases = _phrases(line.language, "planned")
    return any(line.match(k, phrases) for k in range(max(0, verb - 5), verb + 1))


def _is_single(line: Line) -> bool:
    return bool(_SINGLES & set(line.keys))


def _add(cast: Cast, i: int, signing: Signing, dates: Sequence[DateMention], figures: Sequence[Finding]) -> Thing | None:
    line = cast.lines[i]
    parties = _parties(cast, i, signing)
    count = _count(line, signing, figures)
    if not parties and not count:
        return None
    span = line.span(signing.first, signing.last)
    if any(span == m for a in cast.things.of(Kind.AGREEMENT) for m in a.mentions):
        return None
    again = _same(cast, signing.kind, parties)
    agreement = again or cast.things.add(Kind.AGREEMENT)
    agreement.mentions.add(span)
    agreement.say("kind", signing.kind, [line.span(signing.instrument, signing.instrument + 1)], "instrument-signed")
    for party in parties:
        agreement.say("parties", party.ref, [line.span(party.first, party.last)], "party-of-signing")
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
    for seen in (cast.bodies[i], cast.places[i]):
        if parties := _parties_among(line, _not_watching(line, seen), signing):
            return parties
    return []


def _not_watching(line: Line, seen: Sequence[Seen]) -> list[Seen]:
    """Names in front of "witnessed by"; those behind it only watch."""
    watch = next((first for first, _ in line.find(_phrases(line.language, "witness"))), len(line))
    return [s for s in seen if s.first < watch]


def _parties_among(line: Line, seen: Sequence[Seen], signing: Signing) -> list[Seen]:
    for _, last in line.find(_phrases(line.language, "between"), signing.verb_end):
        if between := run_after(line, seen, last, 4):
            return between
    if line.key(signing.verb_end) in {"by", "par", "boi"} or line.key(signing.last) in {"by", "par", "boi"}:
        return run_after(line, seen, min(signing.last, signing.verb_end + 1), 4)
    subject = run_before(line, seen, signing.first, 6)
    for _, last in line.find(_phrases(line.language, "with"), signing.first):
        partner = [s for s in run_after(line, seen, last, 4) if s not in subject]
        if partner:
            return subject + partner
    return subject if subject else []


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
    if event:
        agreement.say("event", event.ref, [sorted(event.mentions)[0]], "signed-at-event", Basis.INFERRED)
    if own:
        agreement.say("date", own[0].edtf, [own[0].span, *own[0].premises], f"date-of-signing, {own[0].rule}", own[0].basis)
    elif event:
        for said in [s for s in event.statements if s.field == "date" and precision(str(s.value)) == "day"][:1]:
            agreement.say("date", said.value, said.spans, "day-of-the-event", Basis.INFERRED)


def _event_of(cast: Cast, i: int) -> Thing | None:
    """The event of a signing: the one its sentence names, or the main one "on this occasion"."""
    if cast.events[i]:
        return cast.things[cast.events[i][0].ref]
    return main_event(cast) if _OCCASION & set(cast.lines[i].keys) else None


def _split(cast: Cast, i: int, count: Thing, dates: Sequence[DateMention]) -> None:
    """One of several agreements counted before, with its own parties; the bare count then goes."""
    line = cast.lines[i]
    bodies = cast.bodies[i]
    agreement = cast.things.add(Kind.AGREEMENT)
    agreement.mentions.add(line.span(bodies[0].first, bodies[-1].last))
    kind = next(s for s in count.statements if s.field == "kind")
    agreement.say("kind", kind.value, kind.spans, "one-of-those-counted", Basis.INFERRED)
    for party in bodies:
        agreement.say("parties", party.ref, [line.span(party.first, party.last)], "one-of-those-counted")
    for said in count.statements:
        if said.field in {"date", "event"}:
            agreement.say(said.field, said.value, said.spans, said.rule, said.basis)
    count.mentions.clear()
