"""What was signed, by whom, when: memoranda, agreements, contracts, partnerships."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnitcoop.edtf import precision
from vnitcoop.find.agreements.parties import named_just_before, other_side, parties_of, the_two
from vnitcoop.find.agreements.signings import Signing, instruments_of, signings
from vnitcoop.find.events.event_slots import dates_in
from vnitcoop.find.events.events_meant import main_event
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import words
from vnitcoop.types import Basis, BlockKind, DateMention, Finding, Kind, Span


@dataclass(frozen=True, slots=True)
class Counted:
    """Several instruments told of at once: in which sentence, of what kind, and the agreement made of them, if any."""

    sentence: int
    kind: str
    agreement: Thing | None


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
        for signing in signings(line):
            agreement = _add(cast, i, signing, dates, figures) or agreement
        if several := _several(cast, i, figures):
            counted = Counted(i, several, agreement)


def _several(cast: Cast, i: int, figures: Sequence[Finding]) -> str:
    """The kind of instrument of which a sentence counts several: "two memorandums of understanding"."""
    line = cast.lines[i]
    for kind, named in instruments_of(line.language).items():
        for first, last in line.find(named):
            if _count(line, Signing(first, last, first, last, first, last, kind), figures):
                return kind
    return ""


def _is_single(line: Line) -> bool:
    return bool(words("grammar", "single_of_several") & set(line.keys))


def _add(
    cast: Cast, i: int, signing: Signing, dates: Sequence[DateMention], figures: Sequence[Finding]
) -> Thing | None:
    line = cast.lines[i]
    parties = parties_of(cast, i, signing)
    count = _count(line, signing, figures)
    meant = [] if parties else the_two(cast, i, signing.verb) or named_just_before(cast, i, signing)
    if len(parties) == 1 and (other := other_side(cast, i, signing, parties[0])):
        meant = [other]
    if not (parties or meant or count):
        return None
    agreement = _same(cast, signing.kind, parties) or cast.things.add(Kind.AGREEMENT)
    agreement.mentions.add(line.span(signing.first, signing.last))
    agreement.say("kind", signing.kind, [line.span(signing.instrument, signing.instrument_end)], "instrument-signed")
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


def _count(line: Line, signing: Signing, figures: Sequence[Finding]) -> tuple[int, Span] | None:
    """The number that stands before the instrument, from the figures found."""
    start, end = line[signing.first].start, line[signing.last - 1].end
    for figure in figures:
        span = figure.mentions[0]
        values = {s.field: s for s in figure.statements}
        if (
            start - 40 <= span.start < end
            and line[signing.instrument].start < span.end + 1
            and span.start <= line[signing.instrument].start
        ):
            value = values["value"].value
            if values["unit"].value == "count" and isinstance(value, int) and value > 1:
                return value, span
    return None


def _when(cast: Cast, i: int, agreement: Thing, dates: Sequence[DateMention]) -> None:
    line = cast.lines[i]
    own = [d for d in dates_in(line, dates) if d.cue != "until" and "/" not in d.edtf]  # "for 2023-2025" is its term
    event = _event_of(cast, i)
    if event and not (own and _is_another_time(own[0], event)):
        agreement.say("event", event.ref, [sorted(event.mentions)[0]], "signed-at-event", Basis.INFERRED)
    if own:
        agreement.say(
            "date", own[0].edtf, [own[0].span, *own[0].premises], f"date-of-signing, {own[0].rule}", own[0].basis
        )
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
        if words("grammar", "at_an_event") & set(line.keys[max(0, seen.first - 5) : seen.first]):
            return cast.things[seen.ref]
    return main_event(cast) if words("grammar", "on_the_occasion") & set(cast.lines[i].keys) else None


def _split(cast: Cast, i: int, counted: Counted, dates: Sequence[DateMention]) -> None:
    """One of several agreements counted before, with its own parties; the bare count then goes."""
    line, bodies = cast.lines[i], cast.bodies[i]
    agreement = cast.things.add(Kind.AGREEMENT)
    agreement.mentions.add(line.span(bodies[0].first, bodies[-1].last))
    instrument = next(
        line.span(*at)
        for line in [cast.lines[counted.sentence]]
        for at in line.find(instruments_of(line.language)[counted.kind])
    )
    agreement.say("kind", counted.kind, [instrument], "one-of-those-counted", Basis.INFERRED)
    for party in bodies:
        agreement.say("parties", party.ref, [line.span(party.first, party.last)], "one-of-those-counted")
    _when(cast, counted.sentence, agreement, dates)
    if counted.agreement:
        counted.agreement.mentions.clear()
