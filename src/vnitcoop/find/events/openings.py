"""Inaugurations and openings: what was opened, by whom, on what day."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.events.event_slots import day_in
from vnitcoop.find.lists import run_after, run_before
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Basis, BlockKind, DateMention, Kind

_NAMES = {"en": "Opening of", "fr": "Inauguration de", "vi": "Lễ khánh thành"}
_LONGEST = 12  # words of what is opened
_DAY_REACH = 2  # tokens between a verb and the day behind it: "a inauguré ce vendredi 29 octobre son usine"


def add_openings(cast: Cast, dates: Sequence[DateMention]) -> None:
    """Add an opening where the first sentences of an article open something on a day, and name no event."""
    for i, line in enumerate(cast.lines):
        day = day_in(line, dates)
        if line.block_kind is not BlockKind.BODY or not day or cast.events[i]:
            continue
        for part in ("inaugurate", "open"):
            for first, last in line.find(phrases("events", "openings", part, line.language)):
                opened = _opened(cast, i, first, last, day)
                if opened and (part == "inaugurate" or _is_house(line, *opened)):
                    _say(cast, i, (first, last), opened, day)
                    return


def _is_house(line: Line, first: int, last: int) -> bool:
    """ "Opened" is said of doors and talks too: it counts for offices, centres, plants and the like."""
    return line.holds(phrases("events", "houses", line.language), first, last)


def _opened(cast: Cast, i: int, first: int, last: int, day: DateMention) -> tuple[int, int] | None:
    """What was opened: the object behind an active verb, the subject before a passive one."""
    line = cast.lines[i]
    dated, behind_date = line.tokens_in(day.span)
    if line.key(first - 1) in words("events", "passive"):
        start = next((k + 1 for k in range(first - 1, -1, -1) if line.key(k) in {",", ".", ":"}), 0)
        end = first - 1
        while line.key(end - 1) in words("events", "auxiliaries"):
            end -= 1
    else:
        if line.key(last) in words("events", "no_object"):  # "the school opened on 3 March": a dated fact
            return None
        start = end = behind_date if last <= dated <= last + _DAY_REACH else last
        while end < len(line) and end - start < _LONGEST and line[end].kind in {"word", "elision", "number"}:
            joined = line.key(end) == "and" and not _is_house(line, start, end)  # "a research and development centre"
            if line.key(end) in words("events", "opened_ends") and end > start + 1 and not joined:
                break
            end += 1
    return (start, end) if end - start >= 2 and not start <= dated < end else None


def _say(cast: Cast, i: int, verb: tuple[int, int], opened: tuple[int, int], day: DateMention) -> None:
    line = cast.lines[i]
    first, last = min(verb[0], opened[0]), max(verb[1], opened[1])
    event = cast.things.add(Kind.EVENT)
    span = line.span(first, last)
    event.mentions.add(span)
    what = line.words(*opened)
    what = what if line.language == "vi" or line[opened[0]].upper else what[0].lower() + what[1:]
    event.say("name", f"{_NAMES[line.language]} {what}", [span], "opening-of", Basis.INFERRED)
    event.say("date", day.edtf, [day.span, *day.premises], f"date-beside-event, {day.rule}", day.basis)
    for body in _openers(cast, i, verb, opened):
        event.say("organisers", body.ref, [line.span(body.first, body.last)], "opened-by")
    cast.events[i].append(Seen(first, last, event.ref))


def _openers(cast: Cast, i: int, verb: tuple[int, int], opened: tuple[int, int]) -> list[Seen]:
    """Who opened it: the subject of an active verb, the agent of a passive one."""
    line = cast.lines[i]
    if opened[0] >= verb[1]:
        return run_before(line, cast.actors(i), verb[0], 8)
    by = next((k for k in range(verb[1], len(line)) if line.key(k) in words("events", "by")), None)
    return run_after(line, cast.actors(i), by + 1, 2) if by is not None else []
