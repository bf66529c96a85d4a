"""What the sentence around a figure adds: who said it, what body or place it is of, at what event."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.speakers import Attribution
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.types import Finding, Kind, Span


def add_figures(cast: Cast, figures: Sequence[Finding], said: Sequence[Attribution | None]) -> None:
    """Add the figures of an article as things, each with its speaker, subject and event."""
    for found in figures:
        thing = cast.things.add(Kind.FIGURE)
        thing.mentions.update(found.mentions)
        thing.statements.extend(found.statements)
        i = _sentence(cast, found.mentions[0])
        if i is None:
            continue
        speaker = said[i]
        if speaker and not _speaks_of_itself(cast, i, speaker, found):
            thing.say("speaker", speaker.speaker, [speaker.span], speaker.rule, speaker.basis)
        _subject(cast, i, thing)
        if cast.events[i]:
            event = cast.events[i][0]
            thing.say("event", event.ref, [cast.lines[i].span(event.first, event.last)], "named-with-figure")


def _sentence(cast: Cast, span: Span) -> int | None:
    return next((i for i, line in enumerate(cast.lines) if _holds(line, span)), None)


def _holds(line: Line, span: Span) -> bool:
    return line[0].start <= span.start < line.tokens[-1].end


def _speaks_of_itself(cast: Cast, i: int, speaker: Attribution, found: Finding) -> bool:
    """A number inside the words that name the speaker is not said by it."""
    return speaker.span.start <= found.mentions[0].start < speaker.span.end and "according" not in speaker.rule


def _subject(cast: Cast, i: int, thing: Thing) -> None:
    """The body named inside the figure's own words or its measure."""
    spans = [*thing.mentions, *(s for st in thing.statements if st.field == "measure" for s in st.spans)]
    line = cast.lines[i]
    for seen in [*cast.bodies[i], *cast.places[i]]:
        at = line.span(seen.first, seen.last)
        if any(s.start <= at.start and at.end <= s.end for s in spans):
            thing.say("subject", seen.ref, [at], "named-in-measure")
            return
