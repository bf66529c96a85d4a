"""The next meeting of a series, told with its month: "Thailand will host the fifth meeting in January 2025"."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.edtf import precision
from vnitcoop.find.events.event_dates import dates_in
from vnitcoop.find.events.event_words import ordinal
from vnitcoop.find.events.events_meant import main_event
from vnitcoop.find.names.bodies_french import grow as french_complement
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import BlockKind, DateMention, Kind


def add_next_editions(cast: Cast, dates: Sequence[DateMention]) -> None:
    """Add the next edition that an article about an event announces with a day or month, and without a name."""
    if main_event(cast) is None:
        return
    for i, line in enumerate(cast.lines):
        fine = [
            d
            for d in dates_in(line, dates)
            if precision(d.edtf) in {"day", "month", "year"} and d.cue not in {"since", "until"}
        ]
        future = line.holds(phrases("events", line.language, "future"))
        if line.block_kind is BlockKind.BODY and fine and future and not cast.events[i] and (at := _next(line)):
            start, end, number = at
            if not number and precision(fine[0].edtf) == "year":
                continue  # "the next meeting, in 2027"
            event = cast.things.add(Kind.EVENT)
            span = line.span(start, end)
            event.mentions.add(span)
            event.say("name", line.words(start, end), [span], "next-edition-told")
            event.say(
                "date",
                fine[0].edtf,
                [fine[0].span, *fine[0].premises],
                f"date-beside-event, {fine[0].rule}",
                fine[0].basis,
            )
            if number:
                event.say("edition", number, [span], "ordinal-of-event")
            for place in cast.places[i]:
                if line.holds(phrases("events", line.language, "will_host"), place.last, place.last + 1):
                    event.say("places", place.ref, [line.span(place.first, place.last)], "place-that-hosts")
            cast.events[i].append(Seen(start, end, event.ref))


def _next(line: Line) -> tuple[int, int, int | None] | None:
    """The words that name the next edition, from "next" or its ordinal to the noun, and its number."""
    for part in ("again", "unnamed", "named"):
        for first, last in line.find(phrases("events", line.language, part)):
            if line.language == "vi":
                if line.holds(phrases("events", "vi", "next"), last, last + 1):
                    behind = last + line.match(last, phrases("events", "vi", "next"))
                    return first, behind, None
                if line.keys[last : last + 2] == ("lan", "thu") and (number := ordinal(line, last + 2)):
                    return first, last + 3, number
                continue
            for index in range(first - 1, max(-1, first - 3), -1):
                number = ordinal(line, index)
                if number or line.key(index) in words("events", line.language, "next"):
                    named = line.language == "fr" and line[first].capital  # "la 4e Réunion des ministres de l'ASEAN"
                    return index, french_complement(line, last) if named else last, number
    return None
