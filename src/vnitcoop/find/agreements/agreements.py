"""What was signed, by whom, when: memoranda, agreements, contracts, partnerships."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.edtf import precision
from vnitcoop.find.agreements.acquisitions import PURCHASE, acquisitions
from vnitcoop.find.agreements.office_holders import Office, offices_of
from vnitcoop.find.agreements.parties import further_pairs, parties_of
from vnitcoop.find.agreements.several import Counted, apart, count_of, is_other, several, singles_of
from vnitcoop.find.agreements.sides import (
    counted_sides,
    is_with,
    named_just_before,
    other_side,
    our_side,
    unnamed_side,
)
from vnitcoop.find.agreements.signings import Signing, instruments_of, signings
from vnitcoop.find.attributions import Said, said_at
from vnitcoop.find.events.event_dates import dates_in
from vnitcoop.find.events.events_meant import main_event
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Basis, BlockKind, DateMention, Finding, Kind, Ref


def add_agreements(cast: Cast, dates: Sequence[DateMention], figures: Sequence[Finding], said: Sequence[Said]) -> None:
    """Add every signed agreement; where a count is followed by all the single ones, only those."""
    counted: Counted | None = None
    for i, line in enumerate(cast.lines):
        if line.block_kind is BlockKind.TITLE:
            continue
        if counted and not counted.reaches(i):
            counted = None
        dated = any(precision(d.edtf) == "day" for d in _dates_beside(cast, i, dates)) or counted is not None
        told = list(signings(line, dated))
        singles = singles_of(cast, i, counted.count) if counted else []
        apart_from_told = all(b.first >= t.end or b.first < t.start for t in told for bodies in singles for b in bodies)
        if counted and singles and (apart_from_told or len(singles) == counted.count):
            for bodies in singles:
                _split(cast, i, bodies, counted, dates)
            counted.tell(len(singles))
            if len(singles) == counted.count or not told:
                continue
        added = [a for signing in told for a in _add(cast, i, signing, dates, figures, said[i])]
        for own, pair in further_pairs(cast, i, told[0]) if added and len(told) == 1 else ():
            added.append(_said(cast, i, own, pair))
            _when(cast, i, added[-1], _own_dates(cast, i, told[0], dates))
        if not added:
            _add_purchases(cast, i, dates)
        for agreement in added if len(added) > 1 else ():  # "two contracts, one with A and the other with B"
            agreement.statements[:] = [s for s in agreement.statements if (s.field, s.value) != ("count", len(added))]
        if counted:
            counted.tell(len(added))
            for agreement in [a for a in added if not a.value("date")]:
                _when(cast, counted.sentence, agreement, _dates_beside(cast, counted.sentence, dates))
        if counts := several(cast, i, figures):
            counted = Counted(i, *counts, added[-1] if added else None)


def _add(
    cast: Cast,
    i: int,
    signing: Signing,
    dates: Sequence[DateMention],
    figures: Sequence[Finding],
    said: Said,
) -> list[Thing]:
    line = cast.lines[i]
    if any(s.first <= signing.instrument and signing.instrument_end <= s.last for s in cast.bodies[i]):
        return []  # "the Innovation Partnership Programme" is a name
    parties, offices, meant = _signers(cast, i, signing, said)
    count = count_of(line, signing.first, signing.last, signing.instrument, figures)
    if not (parties or meant or offices or count) or (
        signing.needs_two and not offices and (not parties or len(parties) + len(meant) < 2)
    ):
        return []
    refs = {o.body for o in offices} or {*(p.ref for p in parties), *(side.ref for side in meant)}
    if (offices or meant) and (told := _same(cast, signing.kind, refs)) and not told.value("count"):
        told.mentions.add(line.span(signing.first, signing.last))
        return [told]
    pairs = apart(line, signing, parties, count[0] if count else 0)
    each = _each(cast, i, signing, pairs or [parties], meant)
    for one in each:
        _when(cast, i, one, _own_dates(cast, i, signing, dates))
    agreement = each[0]
    for office in offices:
        agreement.say("parties", office.body, [office.span], "body-of-who-signs", Basis.INFERRED)
    if len(parties) == 1 and not meant and (span := unnamed_side(cast, i, signing, parties[0])):
        agreement.say("parties", line.text[span.start : span.end], [span], "party-without-a-name")
    if count and not pairs:
        agreement.say("count", count[0], [count[1]], "number-of-instruments")
    return each


def _signers(
    cast: Cast, i: int, signing: Signing, said: Said
) -> tuple[Sequence[Seen], Sequence[Office], Sequence[Thing]]:
    """Who signs: the parties that the sentence names, the offices of those who sign for theirs, and who is meant."""
    line = cast.lines[i]
    parties = parties_of(cast, i, signing)
    speaker = said_at(said, line.span(signing.first, signing.last))
    two = len({p.ref for p in parties}) > 1
    states = {p.ref for p in parties}.isdisjoint(a.ref for a in cast.actors(i))
    if (states or not two) and (offices := offices_of(cast, i, signing)):
        return [], offices, []
    if not two and (sides := counted_sides(cast, i, signing)):
        return [], [], sides
    if ours := our_side(cast, i, signing, speaker.speaker if speaker else None):
        return parties, [], [ours]
    if not parties:
        return [], [], named_just_before(cast, i, signing)
    other = other_side(cast, i, signing, parties[0]) if len(parties) == 1 or is_with(line, parties[0]) else None
    return parties, [], [other] if other else []


def _each(cast: Cast, i: int, signing: Signing, pairs: Sequence[Sequence[Seen]], meant: Sequence[Thing]) -> list[Thing]:
    """An agreement for each group of parties named; `meant` are parties of all."""
    line = cast.lines[i]
    inside = len(pairs) > 1 and signing.instrument < signing.verb  # "two papers, with A and with B, were signed"
    own = [inside or (n > 0 and is_with(line, p[-1])) for n, p in enumerate(pairs)]  # "with A and with B"
    deeds = [
        signing._replace(first=(p[0] if inside else p[-1]).first, last=p[-1].last) if one else signing
        for p, one in zip(pairs, own, strict=True)
    ]
    each = [_said(cast, i, deed, pair) for deed, pair in zip(deeds, pairs, strict=True)]
    for agreement in each:
        for thing in meant:
            agreement.say("parties", thing.ref, [min(thing.mentions)], "parties-named-before", Basis.INFERRED)
    return each


def _said(cast: Cast, i: int, signing: Signing, parties: Sequence[Seen], rule: str = "instrument-signed") -> Thing:
    """The agreement of a signing, with its kind by a rule and the parties that its sentence names."""
    line = cast.lines[i]
    agreement = _same(cast, signing.kind, {p.ref for p in parties}) or cast.things.add(Kind.AGREEMENT)
    agreement.mentions.add(line.span(signing.first, signing.last))
    agreement.say("kind", signing.kind, [line.span(signing.instrument, signing.instrument_end)], rule)
    for party in parties:
        agreement.say("parties", party.ref, [line.span(party.first, party.last)], "party-of-signing")
    return agreement


def _add_purchases(cast: Cast, i: int, dates: Sequence[DateMention]) -> None:
    """Add the firms that a sentence tells as bought; what was signed about one before was its purchase."""
    for signing, parties in acquisitions(cast, i, dates_in(cast.lines[i], dates)):
        if not any(parties[-1].ref in a.values("parties") for a in cast.things.of(Kind.AGREEMENT)):
            bought = _said(cast, i, signing, parties, PURCHASE)
            _when(cast, i, bought, _own_dates(cast, i, signing, dates))


def _same(cast: Cast, kind: str, parties: set[Ref | str]) -> Thing | None:
    """An agreement of the article told again: same instrument, same two parties."""
    told = [a for a in cast.things.of(Kind.AGREEMENT) if a.value("kind") == kind] if len(parties) > 1 else []
    return next((a for a in told if parties == set(a.values("parties"))), None)


def _own_dates(cast: Cast, i: int, signing: Signing, dates: Sequence[DateMention]) -> list[DateMention]:
    """The dates that may be a signing's: of its clause, nearest first, else of the clauses before it.

    "For 2023-2025" is its term, and "first signed in 2018" tells of the one that it renews.
    """
    line = cast.lines[i]
    first = next((a for a, _ in line.find(phrases("agreements", "first_signed", line.language))), len(line))
    end = min(signing.end, max(first, signing.last))
    told = {line.tokens_in(d.span)[0]: d for d in _dates_beside(cast, i, dates)}
    told = {at: d for at, d in told.items() if at < end}
    own = sorted((max(signing.first - at, at - signing.last), at) for at in told if at >= signing.start)
    return [told[at] for _, at in own] or [*told.values()]


def _when(cast: Cast, i: int, agreement: Thing, own: Sequence[DateMention]) -> None:
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
    for seen in (s for s in cast.events[i] if cast.things[s.ref].mentions):
        if words("grammar", "at_an_event") & set(line.keys[max(0, seen.first - 5) : seen.first]):
            return cast.things[seen.ref]
    return main_event(cast) if words("grammar", "on_the_occasion") & set(cast.lines[i].keys) else None


def _split(cast: Cast, i: int, bodies: Sequence[Seen], counted: Counted, dates: Sequence[DateMention]) -> None:
    """One of several agreements counted before, with its own parties."""
    line = cast.lines[i]
    agreement = cast.things.add(Kind.AGREEMENT)
    agreement.mentions.add(line.span(bodies[0].first, bodies[-1].last))
    before = cast.lines[counted.sentence]
    instrument = next(before.span(*at) for at in before.find(instruments_of(before.language)[counted.kind]))
    agreement.say("kind", counted.kind, [instrument], "one-of-those-counted", Basis.INFERRED)
    for party in bodies:
        agreement.say("parties", party.ref, [line.span(party.first, party.last)], "one-of-those-counted")
    if is_other(line, bodies[0]) and (first := _first_party(cast, agreement)):
        agreement.say("parties", first, [min(cast.things[first].mentions)], "party-of-the-one-before", Basis.INFERRED)
    _when(cast, counted.sentence, agreement, _dates_beside(cast, counted.sentence, dates))


def _first_party(cast: Cast, agreement: Thing) -> Ref | None:
    """The first party of the agreement told right before one."""
    before = cast.things.of(Kind.AGREEMENT)
    at = before.index(agreement)
    party = before[at - 1].value("parties") if at else None
    return party if isinstance(party, Ref) else None


def _dates_beside(cast: Cast, i: int, dates: Sequence[DateMention]) -> list[DateMention]:
    return [d for d in dates_in(cast.lines[i], dates) if d.cue != "until" and "/" not in d.edtf]
