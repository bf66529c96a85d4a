"""What the sentence around a figure adds: who said it, what body or place it is of, at what event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from vnitcoop.find.attributions import Said, said_at
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.speakers import WISH, Attribution, organisers_who_say
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import OPEN_QUOTES, Line
from vnitcoop.find.verbs_of_saying import verbs_of_saying
from vnitcoop.find.vocabulary import words
from vnitcoop.types import Basis, Finding, Kind, Span

_VERB = 4  # tokens behind a relative in which its verb begins


def add_figures(cast: Cast, figures: Sequence[Finding], said: Sequence[Said]) -> None:
    """Add the figures of an article as things, each with its speaker, subject and event."""
    for found in figures:
        thing = cast.things.add(Kind.FIGURE)
        thing.mentions.update(found.mentions)
        thing.statements.extend(found.statements)
        i = cast.sentence_at(found.mentions[0].start)
        if i is None:
            continue
        speaker, unnamed = next(_speakers(cast, found, said), None), organisers_who_say(cast.lines[i])
        if unnamed and (not speaker or speaker.basis is Basis.INFERRED):
            thing.say("speaker", cast.lines[i].text[unnamed.start : unnamed.end], [unnamed], "organisers-say")
        elif speaker:  # a headline says no one's name
            thing.say("speaker", speaker.speaker, [speaker.span], speaker.rule, speaker.basis)
        _subject(cast, i, thing)
        if cast.events[i]:
            event = cast.events[i][0]
            thing.say("event", event.ref, [cast.lines[i].span(event.first, event.last)], "named-with-figure")


def _speakers(cast: Cast, found: Finding, said: Sequence[Said]) -> Iterator[Attribution]:
    """Who says a figure, at each of its mentions."""
    for mention in found.mentions:
        i = cast.sentence_at(mention.start)
        speaker = said_at(said[i], mention) if i is not None else None
        if i is not None and speaker and not _is_told_beside(cast.lines[i], speaker, mention):
            yield speaker


def _is_told_beside(line: Line, speaker: Attribution, figure: Span) -> bool:
    """Whether a number stands in words about the speaker: "said X, head of 40 schools, who ...", "told 400 guests"."""
    if speaker.span.start <= figure.start < speaker.span.end:
        return "according" not in speaker.rule
    if figure.start < speaker.span.start:
        return speaker.rule == WISH  # "Revenue grew 32 percent, and Khac wants ..."
    between = [k for k, t in enumerate(line.tokens) if speaker.span.end <= t.start < figure.start]
    if not between:  # whom it is told
        return line.text[: speaker.span.end].endswith(tuple(words("speech", "to_an_audience")))
    leads = speaker.span.start == line[0].start  # "According to X, the firm, which ..."
    if leads or speaker.basis is Basis.INFERRED or line.key(between[0]) not in {",", "("}:
        return False
    relative = next((b for a, b in pairwise(between) if line.key(a) == "," and _is_of_speaker(line, b, between[-1])), 0)
    told_on = words("speech", "told_on") | OPEN_QUOTES
    return relative > 0 and told_on.isdisjoint(line.keys[between[0] : between[-1] + 1])


def _is_of_speaker(line: Line, k: int, last: int) -> bool:
    """Whether a relative opens what is said of the speaker: no "dont 15.000", and no "who wants 100 coaches"."""
    part = line.key(k) == "dont" and k == last
    return line.key(k) in words("speech", "relatives") and not part and not verbs_of_saying(line, k + 1, k + _VERB)


def _subject(cast: Cast, i: int, thing: Thing) -> None:
    """The body named inside the figure's own words or its measure."""
    spans = [*thing.mentions, *(s for st in thing.statements if st.field == "measure" for s in st.spans)]
    line = cast.lines[i]
    for seen in [*cast.bodies[i], *cast.places[i]]:
        at = line.span(seen.first, seen.last)
        if any(s.start <= at.start and at.end <= s.end for s in spans):
            thing.say("subject", seen.ref, [at], "named-in-measure")
            return
