"""Inaugurations: what was opened, by whom, on what day."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.chains import Cast
from vnitcoop.find.event_slots import day_in
from vnitcoop.find.lists import run_before
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases
from vnitcoop.types import Basis, BlockKind, DateMention, Kind

_NAMES = {"en": "Inauguration of", "fr": "Inauguration de", "vi": "Lễ khánh thành"}
_ENDS = frozenset({"on", "in", "at", "with", "to", "from", "by", "which", "that", "where", "le", "a", "dans", "par", "avec", "qui",
                   "tai", "vao", "voi", "do", "ngay", "after", "during", "as", "for", "and"})  # fmt: skip
_LONGEST = 12  # words of what is opened


def add_openings(cast: Cast, dates: Sequence[DateMention]) -> None:
    """Add an inauguration where the first sentences of an article open something on a day, and name no event."""
    for i, line in enumerate(cast.lines):
        day = day_in(line, dates)
        if line.block_kind is not BlockKind.BODY or not day or cast.events[i]:
            continue
        for first, last in line.find(phrases("events", "openings", line.language)):
            if opened := _opened(line, first, last):
                _say(cast, i, (first, last), opened, day)
                return


def _opened(line: Line, first: int, last: int) -> tuple[int, int] | None:
    """What was opened: the object behind an active verb, the subject before a passive one."""
    if line.key(first - 1) in {"was", "were", "been", "est", "ete"}:
        start = next((k + 1 for k in range(first - 1, -1, -1) if line.key(k) in {",", ".", ":"}), 0)
        end = first - 1
        while line.key(end - 1) in {"has", "have", "a", "officially", "had"}:
            end -= 1
    else:
        start = end = last
        while end < len(line) and end - start < _LONGEST and line[end].kind in {"word", "elision", "number"}:
            if line.key(end) in _ENDS and end > start + 1:
                break
            end += 1
    return (start, end) if end - start >= 2 else None


def _say(cast: Cast, i: int, verb: tuple[int, int], opened: tuple[int, int], day: DateMention) -> None:
    line = cast.lines[i]
    first, last = min(verb[0], opened[0]), max(verb[1], opened[1])
    event = cast.things.add(Kind.EVENT)
    span = line.span(first, last)
    event.mentions.add(span)
    event.say("name", f"{_NAMES[line.language]} {line.words(*opened)}", [span], "opening-of", Basis.INFERRED)
    event.say("date", day.edtf, [day.span, *day.premises], f"date-beside-event, {day.rule}", day.basis)
    if opened[0] >= verb[1]:
        for body in run_before(line, cast.bodies[i], verb[0], 8):
            event.say("organisers", body.ref, [line.span(body.first, body.last)], "opened-by")
    cast.events[i].append(Seen(first, last, event.ref))
