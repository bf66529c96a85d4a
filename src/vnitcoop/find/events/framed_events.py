"""Events whose names hold no noun of an event: "at the Vietnam - Israel Tech Bridge in Da Nang on Thursday".

Such a name counts by what stands around it, each clue by its weight: what its words are like, a verb that says that
it happened, a word before it at which one is present, and a day or a place right behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vnitcoop.find.events.event_dates import dates_in
from vnitcoop.find.events.event_words import apposed_noun, year_in
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import DASHES, YEAR, Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import BlockKind, DateMention, Kind

_ENOUGH = 3  # weight of the clues that make an event
_BEHIND = 3  # tokens between a name, or its verb, and the day or place
_RELATIVE = 5  # tokens of a relative clause up to its verb
_PARTS = 2  # words of a name with its year, or more
_LETTERS = 7  # letters of a name of one word in capitals: "INDIASOFT"
_GLUED = re.compile(r"[^\W\d]{4,}(?:19|20)\d\d")  # "CommunicAsia2008"


def add_framed(cast: Cast, dates: Sequence[DateMention]) -> None:
    """Add the events that the sentences of the text frame as such, where they name no other."""
    for i, line in enumerate(cast.lines):
        if line.block_kind is not BlockKind.BODY or cast.events[i]:
            continue
        days = [line.tokens_in(d.span)[0] for d in dates_in(line, dates)]
        for first, last in _names(cast, i):
            if first not in days and _weight(cast, i, first, last, days) >= _ENOUGH:
                _say(cast, line.keys[first:last], line.words(first, last))
                break


def _names(cast: Cast, i: int) -> Iterator[tuple[int, int]]:
    """Runs of capitals that name no body, person or place, without their articles; they may begin with a body."""
    line = cast.lines[i]
    bodies = [s for s in cast.bodies[i] if not _goes_on(line, s)]
    taken = {k for seen in (bodies, cast.people[i], cast.events[i]) for s in seen for k in range(s.first, s.last)}
    ends = {p.last for p in cast.places[i]}
    end = 0
    for start in (k for k in line.capitals if k not in taken):
        if start < end:
            continue
        end = start
        while end < len(line) and end not in taken and _belongs(line, start, end):
            end += 1
        while end > start and line.key(end - 1) in DASHES:
            end -= 1
        parts = end - start - sum([t.text in DASHES for t in line.tokens[start:end]])
        parts += _GLUED.fullmatch(line[start].text) is not None
        shouted = parts == 1 and line[start].upper and len(line[start].text) >= _LETTERS
        if (parts >= _PARTS or shouted) and end not in ends and not _is_house(line, end):
            yield start - (start > 0 and start - 1 in line.years), end


def _goes_on(line: Line, body: Seen) -> bool:
    """Whether a body's name is the first part of another: "Qualcomm Innovation Challenge", "CommunicAsia 2012"."""
    if body.last in line.years or (body.last == body.first + 1 and _GLUED.fullmatch(line[body.first].text)):
        return True
    return body.last < len(line) and line[body.last].capital and line[body.last].kind == "word"


def _belongs(line: Line, start: int, index: int) -> bool:
    """Whether a token goes on with a name that begins at another."""
    token = line[index]
    if token.capital:
        if index > start:
            return True
        return not (token.key in words("grammar", "articles") or token.key in words("events", "present"))
    joint = token.text in DASHES or (token.text == "x" and index + 1 < len(line) and line[index + 1].capital)
    return index > start and (joint or bool(YEAR.fullmatch(token.text)))  # "Asia Tech x Singapore"


def _is_house(line: Line, end: int) -> bool:
    """Whether a name ends in what one builds, signs or decrees."""
    last = end - 1 - bool(YEAR.fullmatch(line[end - 1].text))
    told = words("events", "spots") | words("events", "no_heads")
    houses = any(line.match(last, phrases("deeds", "houses", x)) for x in {line.language, "en"})
    return houses or line.key(last) in told


def _weight(cast: Cast, i: int, first: int, last: int, days: Sequence[int]) -> int:
    line = cast.lines[i]
    head = last - 1 - bool(YEAR.fullmatch(line[last - 1].text))
    like = line.key(head) in words("events", "soft_heads")
    told = phrases("events", line.language, "unnamed")
    called = bool(told.match_before(line.keys, first)) or apposed_noun(line, last) > 0
    pair = any(p.last < last and line.key(p.last) in DASHES for p in cast.places[i] if first <= p.first)
    year = year_in(line, first, last) is not None or _GLUED.fullmatch(line[first].text) is not None
    verb = _verb_behind(line, last) if called or not _is_in_a_phrase(line, first) else 0
    end = verb or last
    at = first - 1 - (line.key(first - 1) in words("grammar", "articles") | words("events", "definite"))
    part = line.key(at) == "in" and line.key(at - 1) in words("events", "taking_part")
    present = line.key(at) in words("events", "present") and (line.language == "vi" or year or at < first - 1)
    where = [s.first for s in (*cast.places[i], *cast.bodies[i])]
    beside = any(end <= k <= end + _BEHIND for k in (*days, *where)) or any(k < first for k in days)
    beside_it = bool(phrases("events", "sidelines").match_before(line.keys, at + 1))
    attended = line.lows[at] == "dự"  # said of events alone
    return like + pair + year + 2 * (bool(verb) or beside_it or called) + (present or part) + attended + beside


def _is_in_a_phrase(line: Line, first: int) -> bool:
    """Whether a noun stands right before a name: in "la remise des prix Sao Khuê a eu lieu" it is no subject."""
    before = line.key(first - 1)
    small = words("grammar", "articles") | words("events", "present") | words("grammar", "small_words")
    return first > 0 and line[first - 1].kind == "word" and not line[first - 1].capital and before not in small


def _verb_behind(line: Line, last: int) -> int:
    """Behind the verb that says that something happened, right behind its name or in a relative clause, else 0."""
    start = last + (line.key(last) == ",")
    happens = phrases("events", line.language, "happens")
    if line.key(start) in words("events", "relatives"):
        held = (happens, phrases("events", line.language, "held"))
        return max((end for told in held for _, end in line.find(told, start + 1, start + _RELATIVE)), default=0)
    return next((k + n for k in range(start, start + 2) if (n := line.match(k, happens))), 0)


def _say(cast: Cast, keys: tuple[str, ...], name: str) -> None:
    """Add the event, mentioned wherever the article names it so."""
    event = cast.things.add(Kind.EVENT)
    for i, line in enumerate(cast.lines):
        for first in (k for k in line.where(frozenset(keys[:1])) if line.keys[k : k + len(keys)] == keys):
            last = first + len(keys)
            span = line.span(first, last)
            event.mentions.add(span)
            event.say(
                "name" if line.words(first, last) == name else "alias",
                line.words(first, last),
                [span],
                "event-by-its-frame",
            )
            cast.events[i].append(Seen(first, last, event.ref))
            cast.events[i].sort(key=lambda s: s.first)
