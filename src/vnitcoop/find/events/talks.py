"""Talks between two persons, told as such or by a word of meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnitcoop.find.events.event_dates import day_in
from vnitcoop.find.events.event_slots import cues
from vnitcoop.find.events.event_words import ordinal
from vnitcoop.find.events.unnamed_nouns import is_whose
from vnitcoop.find.events.who_met import persons_of
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import words
from vnitcoop.types import Basis, BlockKind, DateMention, Kind, Ref

_NAMES = {"en": ("Talks between", "and"), "fr": ("Entretien entre", "et"), "vi": ("Cuộc gặp giữa", "và")}
_SAID = {"dam": "Hội đàm giữa", **dict.fromkeys(("viec", "voi"), "Buổi làm việc giữa")}  # by the last word of meeting


def add_talks(cast: Cast, dates: Sequence[DateMention]) -> None:
    """Talks that the text hardly tells of: two office-holders, a word of meeting, and no named event on that day."""
    persons = (t for t in cast.things.of(Kind.PERSON) if t.values("roles") and len(t.mentions) > 1)
    officials = sorted(persons, key=lambda t: -len(t.mentions))
    if len(officials) < 2:
        return
    for i, line in enumerate(cast.lines):
        meeting = next(_meetings(line), None)
        present = [cast.things[s.ref] in officials[:2] for s in cast.people[i]]
        if not meeting or line.block_kind is not BlockKind.BODY or not all(present):
            continue
        day = day_in(line, dates) or _day_near(cast, i, dates)
        two = line.holds(cues(line.language, "of_two"), *meeting) and meeting[0] > 1
        if (present or (day and two)) and (day or _strong(line, meeting)) and not _is_taken(cast, day):
            _say_talks(cast, i, meeting, officials[:2], day, "talks-between-two")
            return


def _meetings(line: Line) -> Iterator[tuple[int, int]]:
    """Where a word of meeting stands that is no part of a name: not in "Record of Discussions"; not a body's own."""
    for first, last in line.find(cues(line.language, "meetings")):
        of_a_body = ordinal(line, first - 1) and is_whose(line, last)  # "the 14th meeting of the Joint Commission"
        if (first == 0 or not line[first].capital) and not of_a_body:
            yield first + (line.key(first) == "gio"), last  # "hai giờ làm việc": the hours are no talks


def _is_taken(cast: Cast, day: DateMention | None) -> bool:
    """Whether a named event stands in the sentence of that day: the day is its own."""
    at = cast.sentence_at(day.span.start) if day else None
    return at is not None and bool(cast.events[at])


def _day_near(cast: Cast, i: int, dates: Sequence[DateMention]) -> DateMention | None:
    """The day in the sentence before, or after it in the same paragraph."""
    own = cast.lines[i].block
    near = [k for k in (i - 1, i + 1) if 0 <= k < len(cast.lines) and (k < i or cast.lines[k].block == own)]
    return next((day for k in near if (day := day_in(cast.lines[k], dates))), None)


def _strong(line: Line, meeting: tuple[int, int]) -> bool:
    weak = {"visit", "visitor", "guest", "counterpart", "visite", "hote", "hotes", "meeting", "gap"}
    return line.key(meeting[0]) not in weak


def _say_talks(
    cast: Cast, i: int, meeting: tuple[int, int], officials: Sequence[Thing], day: DateMention | None, rule: str
) -> None:
    line = cast.lines[i]
    intro, joint = _NAMES[line.language]
    intro = _SAID.get(line.key(meeting[1] - 1), intro)
    one, two = (str(t.value("name")) for t in officials)
    event, span = cast.things.add(Kind.EVENT), line.span(*meeting)
    event.mentions.add(span)
    persons = [next(s.spans[0] for s in t.statements if s.field == "name") for t in officials]
    event.say("name", f"{intro} {one} {joint} {two}", [span, *persons], rule, Basis.INFERRED)
    for thing, at in zip(officials, persons, strict=True):
        event.say("participants", thing.ref, [at], rule, Basis.INFERRED)
    if day:
        event.say("date", day.edtf, [day.span, *day.premises], f"date-beside-event, {day.rule}", day.basis)
    cast.events[i] = sorted([*cast.events[i], Seen(*meeting, event.ref)], key=lambda s: s.first)


def add_told_talks(cast: Cast, dates: Sequence[DateMention]) -> bool:
    """ "... after talks between the minister of X, A, and his counterpart B": told, whatever else is held.

    The first that have a day, else the first; of others than these two, those whose sentence says when.
    """
    told = sorted(_told(cast, dates), key=lambda talks: talks[3] is None)
    met: list[set[Ref]] = []
    for i, meeting, persons, day in told:
        pair = {p.ref for p in persons}
        if not met or (pair not in met and day_in(cast.lines[i], dates)):
            _say_talks(cast, i, meeting, persons, day, "talks-told")
            met.append(pair)
    return bool(told)


def _told(
    cast: Cast, dates: Sequence[DateMention]
) -> Iterator[tuple[int, tuple[int, int], list[Thing], DateMention | None]]:
    """Each sentence of the text that tells of talks, where it does, the two who met, and their day if it is told."""
    for i, line in enumerate(cast.lines):
        for first, last in _meetings(line):
            persons = persons_of(cast, i, first, last, day_in(line, dates) is not None)
            asked = words("events", "interviewers") & set(line.keys)
            if line.block_kind is BlockKind.BODY and len(persons) == 2 and not asked:
                day = day_in(line, dates) or _day_near(cast, i, dates)
                they = line.key(first - 1) in words("events", "they")
                received = not they and line.match(first, cues(line.language, "receive"))
                if day_in(line, dates) or not received:
                    yield i, (first, last), persons, day
