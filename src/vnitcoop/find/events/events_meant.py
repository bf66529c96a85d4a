"""Which event a sentence is about: the one it names, or the one that "the forum", "sự kiện" or "it" means."""

from __future__ import annotations

from collections.abc import Iterator

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import kinds, phrases, phrases_of, words
from vnitcoop.text import fold
from vnitcoop.types import Kind

_MEMORY = 30  # sentences over which "the summit" may point back
_BEHIND = (
    "organise",
    "host",
    "support",
    "support_it",
    "roles",
    "support_nouns",
)  # who is behind the event of the sentence before
_FOCUSED = (
    "organise",
    "roles",
    "organisers_by",
    "hosts_by",
    "happens",
    "place_hosts",
    "venue_is",
)  # said of an event in focus
_NOUNS = ("again", "named", "unnamed")
_HOLDING = ("held", "organisers_by", "supporters_by", "arrange")
_BACK = 3  # sentences over which "the committee played host" points back
_MODIFIERS = 2  # words between "the" and the noun: "the three-day conference"


def main_event(cast: Cast) -> Thing | None:
    """The event that the article is about: the one with most mentions, the first of equals."""
    events = [e for e in cast.things.of(Kind.EVENT) if e.mentions]
    return max(events, key=lambda e: (len(e.mentions), -min(e.mentions).start), default=None)


def event_meant(cast: Cast, i: int) -> Thing | None:
    """The event that a sentence is about, if it is about one."""
    line, named = cast.lines[i], cast.events[i]
    nouns = [
        line.keys[a:b] for a, b in definite_nouns(line) if not named or _is_subject_before(line, a, named[0].first)
    ]
    for noun in nouns:
        if event := _called(cast, i, noun):
            return event
    if named:
        return cast.things[named[0].ref]
    if line.holds(phrases_of("events", line.language, _BEHIND)) and (event := _told_before(cast, i)):
        return event
    if not (nouns or _about_it(line) or line.holds(phrases_of("events", line.language, _FOCUSED))):
        return None
    return _in_paragraph(cast, i) or main_event(cast)


def _is_subject_before(line: Line, noun: int, event: int) -> bool:
    """ "The forum, themed "X", is organised by": whether a noun opens a sentence or clause before its first event."""
    opens = next(
        (k for k in range(noun - 1, max(-1, noun - _MODIFIERS - 2), -1) if line.key(k) in words("events", "definite")),
        noun,
    )
    return noun < event and (opens == 0 or line.key(opens - 1) == ",")


def _in_paragraph(cast: Cast, i: int) -> Thing | None:
    """The event named last before a sentence: in the one before, or in the same paragraph."""
    for k in range(i - 1, -1, -1):
        if k < i - 1 and cast.lines[k].block != cast.lines[i].block:
            return None
        if cast.events[k]:
            return _one_of(cast, k, cast.lines[i])
    return None


def _one_of(cast: Cast, i: int, line: Line) -> Thing:
    """Of the events of a sentence the first, or the last where another line says "the latter"."""
    latter = words("events", "latter") & set(line.keys[:_MODIFIERS])
    return cast.things[cast.events[i][-1 if latter else 0].ref]


def _told_before(cast: Cast, i: int) -> Thing | None:
    """The event of the sentence before, or of the sentences before that in the same paragraph."""
    for k in range(i - 1, max(-1, i - 1 - _BACK), -1):
        line = cast.lines[k]
        if cast.events[k]:
            return _one_of(cast, k, cast.lines[i])
        if line.block != cast.lines[i].block:
            return None
        if _about_it(line) or definite_nouns(line):
            return _in_paragraph(cast, k) or main_event(cast)
    return None


def definite_nouns(line: Line) -> tuple[tuple[int, int], ...]:
    """Where an event's noun stands with a definite article, or alone at the head of a Vietnamese clause."""
    return line.once(_definite_nouns)


def _definite_nouns(line: Line) -> tuple[tuple[int, int], ...]:
    return tuple(_nouns_meant(line))


def _nouns_meant(line: Line) -> Iterator[tuple[int, int]]:
    for part in _NOUNS if line.holds(phrases_of("events", line.language, _NOUNS)) else ():
        for first, last in line.find(phrases("events", line.language, part)):
            if _is_definite(line, first) and not (last < len(line) and line[last].kind == "number"):  # "ngày 5"
                yield first, last


def _is_definite(line: Line, noun: int) -> bool:
    if line.language == "vi":
        several = noun and (line[noun - 1].kind == "number" or line.key(noun - 1) in words("events", "several"))
        return noun == 0 or not (line[noun].capital or several)
    if line[noun].capital:
        return False
    before = line.keys[max(0, noun - _MODIFIERS - 1) : noun]
    articles = [k for k, key in enumerate(before) if key in words("events", "definite")]
    if line[noun - 1].kind == "possessive" and line.key(noun - 2) in words("events", "times"):
        return True  # "Thursday's gathering"
    return bool(articles) and all(line[noun - n].kind == "word" for n in range(1, len(before) - articles[-1]))


def _called(cast: Cast, i: int, noun: tuple[str, ...]) -> Thing | None:
    """The event named last before whose name holds the noun: "the summit" is the "Digital Summit 2024"."""
    told = f" {fold(' '.join(noun))} "
    for sentence in range(i - 1, max(-1, i - _MEMORY), -1):
        for seen in reversed(cast.events[sentence]):
            event = cast.things[seen.ref]
            if any(told in f" {fold(str(name))} " for name in (event.value("name"), *event.values("alias"))):
                return event
    return None


def _about_it(line: Line) -> bool:
    """ "It was hosted by ...": a pronoun at the head of the sentence, and a word of holding behind it."""
    it = line.key(0) in words("events", "it")
    return it and line.holds(phrases_of("events", line.language, _HOLDING), 1, 5)


def the_two(cast: Cast, i: int) -> list[Seen]:
    """Whom "the two ministries" or "hai bên" of a sentence mean, each where the words stand.

    Two ministries are the last two that the article named; others are the only two in the sentence and the one before.
    """
    line = cast.lines[i]
    for first, last in line.find(phrases("events", line.language, "the_two")):
        noun = kinds("events", line.language, "the_two")[line.keys[first:last]]
        if noun == "alone" and not line.match(last, phrases("events", line.language, "organise")):
            continue  # "the two countries"
        begin, end = cast.lines[max(0, i - 1)][0].start, line[first].start
        bodies = cast.things.of(Kind.ORGANISATION)
        if noun == "ministry":
            begin, bodies = 0, [b for b in bodies if _is_ministry(b)]
        elif noun not in {"any", "alone"}:
            bodies = [b for b in bodies if noun in b.values("kind")]
        named = {
            b.ref: at
            for b in bodies
            if (at := max((m.start for m in b.mentions if begin <= m.start < end), default=-1)) >= 0
        }
        if len(named) == 2 or (noun == "ministry" and len(named) > 2):
            return [Seen(first, last, ref) for ref in sorted(named, key=named.__getitem__)[-2:]]
    return []


def _is_ministry(body: Thing) -> bool:
    return str(body.value("name")).lower().startswith(("ministry", "ministère", "bộ"))
