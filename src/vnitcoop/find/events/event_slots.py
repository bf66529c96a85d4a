"""What is said of an event where it is named: when, where, by whom, who was there."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.edtf import precision
from vnitcoop.find.events.event_cities import add_city_of_name, add_city_of_venue, add_place_of_that_day
from vnitcoop.find.events.event_dates import (
    is_of_another_year,
    last_day,
    say_date_beside,
    say_day_of_report,
    say_later_day,
    say_year_of_name,
    settle_days,
)
from vnitcoop.find.events.event_places import (
    add_hosting_place,
    add_later_place,
    add_place_of_lead,
    add_place_of_report,
    add_place_of_title,
    add_places,
)
from vnitcoop.find.events.event_words import ordinal
from vnitcoop.find.events.events_meant import definite_nouns, event_meant, main_event, the_two
from vnitcoop.find.events.organisers import organisers
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.gazetteer import Gazetteer
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import OPEN_QUOTES, Line, Phrases
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.text import fold
from vnitcoop.types import Article, Basis, BlockKind, DateMention, Kind, Ref, Span

_SUBJECT = 5  # tokens at the head of a sentence in which its subject stands


def cues(language: str, part: str) -> Phrases:
    """A list of cue phrases of lexicon/events.yml."""
    return phrases("events", language, part)


def fill_events(cast: Cast, article: Article, dates: Sequence[DateMention], gazetteer: Gazetteer) -> None:
    """Add date, places, organisers, hosts, supporters and participants to every event of the article."""
    events = cast.things.of(Kind.EVENT)
    about_then = {e.ref for e in events if any(s.rule == "reported-about-then" for s in e.statements)}
    ends: dict[Ref, DateMention] = {}
    for i, line in enumerate(cast.lines):
        for seen in cast.events[i]:
            event = cast.things[seen.ref]
            say_date_beside(cast, i, seen, event, dates, seen.ref in about_then)
            add_places(cast, i, seen, event)
            add_hosting_place(cast, i, event)
        if meant := event_meant(cast, i):
            say_later_day(cast, i, meant, dates)
            if end := last_day(line, dates):
                ends.setdefault(meant.ref, end)
            if not cast.events[i] and not is_of_another_year(line, meant, dates):
                add_hosting_place(cast, i, meant)
            own = cast.events[i] or line.key(0) in words("events", "it")
            if not _is_made(meant) and (own or not is_of_another_year(line, meant, dates)):
                _later_edition(line, meant)
            add_later_place(cast, i, meant)
            named = [(s.first, s.last) for s in cast.events[i]]
            behind = [] if _is_of_a_group(cast, i) else [*cast.actors(i), *the_two(cast, i)]
            for field, body in organisers(line, behind, [*named, *definite_nouns(line)]):
                meant.say(field, body.ref, [line.span(body.first, body.last)], "cue-of-organising")
            _participants(cast, i, meant)
    main = main_event(cast)
    dated = any(precision(str(d)) == "day" for e in events for d in e.values("date"))
    for event in events:
        say_day_of_report(cast, event, dates, event is main and not dated)
        say_year_of_name(cast, event)
        settle_days(event, ends.get(event.ref))
        add_city_of_name(cast, event)
        add_city_of_venue(cast, event)
        add_place_of_report(cast, article, event, gazetteer)
        if event is main:
            add_place_of_title(cast, event)
            add_place_of_lead(cast, event)
        if not _is_told(cast, event) or _is_beside(cast, event):
            event.mentions.clear()
    for event in cast.things.of(Kind.EVENT):
        add_place_of_that_day(cast, event)


def _is_of_a_group(cast: Cast, i: int) -> bool:
    """ "The pavilion measures 120 square metres. It was put up by A": a pronoun for those who went to an event."""
    line, before = cast.lines[i], cast.lines[i - 1]
    it = line.key(0) in words("events", "it") | words("events", "they") and not cast.events[i]
    if not it or not i or before.block != line.block:
        return False
    first = next((first for first, _ in before.find(cues(before.language, "own_groups"), 0, _SUBJECT)), None)
    return first is not None and not any(e.first <= first for e in cast.events[i - 1])


def _is_told(cast: Cast, event: Thing) -> bool:
    """Whether the article tells of an event or only names it in passing."""
    told = any(event.value(field) for field in ("edition", "organisers", "hosts")) or _is_dated(event)
    made = _is_made(event)
    if _is_announced(cast, event):
        return False
    first = min(event.mentions)
    others = (e for e in cast.things.of(Kind.EVENT) if e is not event and not _is_made(e))
    alone = not any(others) or _is_in_lead(cast, first)  # "a reception in Hanoi" alone
    placed = alone and bool(event.value("places"))
    made = made or (placed and any(s.rule == "event-without-a-name" for s in event.statements))
    at = cast.sentence_at(first.start)
    headline = at is not None and cast.lines[at].block_kind is BlockKind.TITLE
    return bool(told or made) or len(event.mentions) > 1 or headline or _quoted(cast, first)


def _is_made(event: Thing) -> bool:
    """Whether an event has no name of its own: it is told by who met, or by what was done."""
    named = (s.rule for s in event.statements if s.field == "name")
    return any(rule in {"talks-between-two", "founding-of-a-body"} or rule.endswith("-told") for rule in named)


def _is_in_lead(cast: Cast, span: Span) -> bool:
    """Whether the first sentence of the body names it."""
    lead = next((n for n in cast.lines if n.block_kind is BlockKind.BODY), None)
    return lead is not None and lead[0].start <= span.start < lead.tokens[-1].end


def is_prize(event: Thing) -> bool:
    """Whether an event is what one wins."""
    return bool(words("events", "prizes") & set(fold(str(event.value("name"))).split()))


def _is_dated(event: Thing) -> bool:
    """Whether a date tells of an event; a prize that somebody won has its year alone in its name."""
    prize = is_prize(event)
    return any(not prize or precision(str(date)) != "year" for date in event.values("date"))


def _is_announced(cast: Cast, event: Thing) -> bool:
    """ "The seventh Vietnam IT Day will be held in Nagoya": a later edition without its day, beside the one told of."""
    lines = [n for n, seen in zip(cast.lines, cast.events, strict=True) if any(s.ref == event.ref for s in seen)]
    only = len(lines) == 1 and lines[0].holds(cues(lines[0].language, "future")) and event.value("edition")
    return bool(only) and not event.value("date") and len(cast.things.of(Kind.EVENT)) > 1


def _is_beside(cast: Cast, event: Thing) -> bool:
    """Talks on the side of an event that has its own day are no event of their own, unless they are told with one."""
    talks = any(s.rule == "talks-between-two" for s in event.statements)
    met = min(event.mentions)
    own = any(s.field == "date" and any(_is_in_one_line(cast, met, d) for d in s.spans) for s in event.statements)
    return (
        talks
        and not own
        and any(
            precision(str(d)) == "day" for e in cast.things.of(Kind.EVENT) if e is not event for d in e.values("date")
        )
    )


def _is_in_one_line(cast: Cast, one: Span, other: Span) -> bool:
    at = cast.sentence_at(one.start)
    return at is not None and at == cast.sentence_at(other.start)


def _quoted(cast: Cast, span: Span) -> bool:
    return span.start > 0 and cast.lines[0].text[span.start - 1] in OPEN_QUOTES


def _later_edition(line: Line, event: Thing) -> None:
    """ "..., the 11th edition of a gathering": an edition told beside the name, or later."""
    cued = [(first, last, (first - 1, last, first - 2)) for first, last in line.find(cues(line.language, "edition"))]
    this = [(a - 1, b, (a - 1,)) for a, b in definite_nouns(line) if line.key(a - 2) in words("events", "this")]
    told = [(b, b + 2, (b + 2,)) for _, b in definite_nouns(line) if line.keys[b : b + 2] == ("lan", "thu")]
    for first, last, near in (*cued, *this, *told):
        for at in near:
            number = ordinal(line, at)
            if number and not event.value("edition"):
                event.say("edition", number, [line.span(min(first, at), max(at + 1, last))], "edition-told-beside")


def _participants(cast: Cast, i: int, event: Thing) -> None:
    """Persons named in the sentence that names the event: they were there, or spoke of it."""
    line = cast.lines[i]
    spoke = line.holds(phrases("speech", line.language, "say"))
    attended = {
        "attended",
        "opening",
        "speech",
        "speaking",
        "addressing",
        "participants",
        "attendees",
        "present",
        "keynote",
    }
    if spoke or attended & set(line.keys):
        for person in cast.people[i]:
            _add(event, "participants", person.ref, line, person)


def _add(event: Thing, field: str, ref: Ref, line: Line, seen: Seen) -> None:
    event.say(field, ref, [line.span(seen.first, seen.last)], "named-with-event", Basis.INFERRED)
