"""Dated statements that are neither an event nor an agreement: founded in, since, by the year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnitcoop import edtf
from vnitcoop.edtf import precision
from vnitcoop.find.dates.calendar import STRETCHES
from vnitcoop.find.dates.comparisons import is_begun
from vnitcoop.find.events.event_dates import dates_in
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import words
from vnitcoop.types import Article, BlockKind, DateMention, Kind

_BREAKS = frozenset({",", ";", ".", ":", "(", ")", "“", "”"})
_THEN = re.compile(
    r",\s+(?:when|khi|quand|lorsque?|date|année|the year)\b"
)  # "up on 2001, when the pact came into force"
_LEAST = 4  # words that make a clause worth quoting
_MOST = 30  # words of a clause that is widened until it names whom it is about


def add_dated_facts(cast: Cast, article: Article, dates: Sequence[DateMention]) -> None:
    """Add a fact for every date that the text states and that no event or agreement took.

    A month or a year gone by is history also of these: "the memorandum signed in 2012". Questions tell nothing.
    """
    today = article.published or ""
    taken = {
        span
        for thing in [*cast.things.of(Kind.EVENT), *cast.things.of(Kind.AGREEMENT)]
        for statement in thing.statements
        if statement.field == "date" and (precision(str(statement.value)) == "day" or statement.value == today[:4])
        for span in statement.spans
    }
    for i, line in enumerate(cast.lines):
        for date in dates_in(line, dates):
            told = line.block_kind in {BlockKind.BODY, BlockKind.CAPTION} and line[-1].text != "?"
            if told and date.span not in taken and _is_told(article.text, line, date, today):
                _add(cast, i, date)


def _is_told(text: str, line: Line, date: DateMention, today: str) -> bool:
    """Words of the text name it, if only its month, or a day that is past; it is no stretch that sums up.

    Nor is it held against, unless a clause tells what was then; "last year" dates only what began.
    """
    if "XXXX" in date.edtf or date.rule.startswith(STRETCHES) or _is_of_a_thing(line, date):
        return False
    if date.cue == "compared":
        return _THEN.match(text, date.span.end) is not None
    fine, day = precision(date.edtf), edtf.bare(date.edtf)
    if date.rule == "relative-to-dateline":
        dated = date.cue == "until" or is_begun(text, line[0].start, date)
        return (fine == "month" and day != today[:7]) or (fine == "year" and dated)
    if date.rule == "year-from-dateline" and fine == "day":
        issued = edtf.bounds(edtf.bare(today))[1]
        gone = edtf.bounds(day)[1]
        past = gone and issued and (gone < issued or "/" in today)
        return line.block_kind is BlockKind.BODY and date.cue == "" and bool(past)
    return date.basis == "stated" or date.rule in {"year-from-dateline", "years-from-date"}


def _is_of_a_thing(line: Line, date: DateMention) -> bool:
    """Whether years only tell which: "the 2024 cooperation plan", "its 2024 awards", "a plan for 2023-2025"."""
    first, last = line.tokens_in(date.span)
    if precision(date.edtf) != "year" or date.cue:
        return False
    which = words("events", "definite") | words("deeds", "possessives")
    noun = last < len(line) and line[last].kind == "word" and not line[last].capital
    before = line.key(first - 1)
    if line.language == "en" and before in which and noun and last - first == 1:
        return True
    plan = first - 2 - (before in words("grammar", "articles"))
    return "/" in date.edtf and line.key(plan) in words("dates", "plans") and not line[plan].capital


def _add(cast: Cast, i: int, date: DateMention) -> None:
    line = cast.lines[i]
    named = [*cast.bodies[i], *cast.people[i], *cast.events[i], *cast.places[i]]
    first, last = _clause(line, date, [s.first for s in named])
    what = line.words(first, last)
    for fact in cast.things.of(Kind.DATE):
        if fact.value("date") == date.edtf and fact.value("what") == what:
            fact.mentions.add(line.span(first, last))
            return
        if fact.value("date") == date.edtf and any(m.start <= date.span.start < m.end for m in fact.mentions):
            return  # "grew 35% in 2011, and became that year the second market"
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
