"""Dated statements that are neither an event nor an agreement: founded in, since, by the year."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.edtf import precision
from vnitcoop.find.events.event_slots import dates_in
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.tokens import Line
from vnitcoop.types import BlockKind, DateMention, Kind

_BREAKS = frozenset({",", ";", ".", ":", "(", ")", "“", "”"})
_LEAST = 4  # words that make a clause worth quoting
_MOST = 30  # words of a clause that is widened until it names whom it is about


def add_dated_facts(cast: Cast, dates: Sequence[DateMention]) -> None:
    """Add a fact for every date that the text states and that no event or agreement took."""
    taken = {
        span
        for thing in [*cast.things.of(Kind.EVENT), *cast.things.of(Kind.AGREEMENT)]
        for statement in thing.statements
        if statement.field == "date"
        for span in statement.spans
    }
    for i, line in enumerate(cast.lines):
        for date in dates_in(line, dates):
            told = line.block_kind in {BlockKind.BODY, BlockKind.CAPTION}
            if told and date.span not in taken and _is_told(date):
                _add(cast, i, date)


def _is_told(date: DateMention) -> bool:
    """Words of the text name it, if only its month; it is not a date held against, nor a stretch that sums up."""
    if "XXXX" in date.edtf or date.cue == "compared" or date.rule == "first-months":
        return False
    return date.basis == "stated" or (date.rule == "year-from-dateline" and precision(date.edtf) == "month")


def _add(cast: Cast, i: int, date: DateMention) -> None:
    line = cast.lines[i]
    named = [*cast.bodies[i], *cast.people[i], *cast.events[i], *cast.places[i]]
    first, last = _clause(line, date, [s.first for s in named])
    what = line.words(first, last)
    for fact in cast.things.of(Kind.DATE):
        if fact.value("date") == date.edtf and fact.value("what") == what:
            fact.mentions.add(line.span(first, last))
            return
    fact = cast.things.add(Kind.DATE)
    fact.mentions.add(line.span(first, last))
    fact.say("date", date.edtf, [date.span, *date.premises], date.rule, date.basis)
    fact.say("what", what, [line.span(first, last)], "clause-of-date")
    for seen in [*cast.bodies[i], *cast.people[i], *cast.events[i]]:
        if first <= seen.first < last or len(line) < 25:
            fact.say("subjects", seen.ref, [line.span(seen.first, seen.last)], "named-with-date")


def _clause(line: Line, date: DateMention, named: Sequence[int]) -> tuple[int, int]:
    """The clause around a date, widened over its neighbours until it says something, and of whom.

    `named` are tokens where a name begins: "Having been held annually since 2007" goes on to "Japan ICT Day".
    """
    at, end = line.tokens_in(date.span)
    first, last = _left(line, at), _right(line, end)
    while last - first - (end - at) < _LEAST and (first > 0 or last < len(line)):
        if last < len(line):
            last = _right(line, last + 1)
        else:
            first = _left(line, first - 1)
    while not any(first <= n < last for n in named) and line.key(last) == "," and last - first < _MOST:
        last = _right(line, last + 1)
    while last > first + 1 and line[last - 1].text in _BREAKS:
        last -= 1
    return first, last


def _left(line: Line, index: int) -> int:
    while index > 0 and line[index - 1].text not in _BREAKS:
        index -= 1
    return max(index, 0)


def _right(line: Line, index: int) -> int:
    while index < len(line) and line[index].text not in _BREAKS:
        index += 1
    return min(index, len(line))
