"""What is said of an event where it is named: when, where, by whom, who was there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as calendar
from datetime import timedelta

from vnitcoop.edtf import precision
from vnitcoop.find.events.event_cities import add_city_of_name, add_city_of_venue
from vnitcoop.find.events.event_places import (
    add_hosting_place,
    add_later_place,
    add_place_of_lead,
    add_place_of_report,
    add_place_of_title,
    add_places,
)
from vnitcoop.find.events.event_words import ordinal, year_in
from vnitcoop.find.events.events_meant import definite_nouns, event_meant, main_event, the_two
from vnitcoop.find.events.organisers import organisers
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.gazetteer import Gazetteer
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import OPEN_QUOTES, YEAR, Line, Phrases
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.text import fold
from vnitcoop.types import Article, Basis, BlockKind, DateMention, Kind, Ref, Span

_SAID = 2  # tokens between a verb of saying and its day: "said on"
_BESIDE = 5  # tokens between an event and its month: "the X Meeting in Bangkok in October 2019"


def cues(language: str, part: str) -> Phrases:
    """A list of cue phrases of lexicon/events.yml."""
    return phrases("events", language, part)


def fill_events(cast: Cast, article: Article, dates: Sequence[DateMention], gazetteer: Gazetteer) -> None:
    """Add date, places, organisers, hosts, supporters and participants to every event of the article."""
    events = cast.things.of(Kind.EVENT)
    about_then = {e.ref for e in events if any(s.rule == "reported-about-then" for s in e.statements)}
    for i, line in enumerate(cast.lines):
        for seen in cast.events[i]:
            event = cast.things[seen.ref]
            _date(cast, i, seen, event, dates, seen.ref in about_then)
            add_places(cast, i, seen, event)
            add_hosting_place(cast, i, event)
        if meant := event_meant(cast, i):
            _later_day(cast, i, meant, dates)
            if not cast.events[i] and not _is_of_another_year(line, meant, dates):
                add_hosting_place(cast, i, meant)
            own = cast.events[i] or line.key(0) in words("events", "it")
            if not _is_made(meant) and (own or not _is_of_another_year(line, meant, dates)):
                _later_edition(line, meant)
            add_later_place(cast, i, meant)
            named = [(s.first, s.last) for s in cast.events[i]]
            for field, body in organisers(line, [*cast.actors(i), *the_two(cast, i)], [*named, *definite_nouns(line)]):
                meant.say(field, body.ref, [line.span(body.first, body.last)], "cue-of-organising")
            _participants(cast, i, meant)
    main = main_event(cast)
    _day_of_report(cast, main, dates)
    for event in cast.things.of(Kind.EVENT):
        _year_of_name(cast, event)
        add_city_of_name(cast, event)
        add_city_of_venue(cast, event)
        add_place_of_report(cast, article, event, gazetteer)
        if event is main:
            add_place_of_title(cast, event)
            add_place_of_lead(cast, event)
        if not _is_told(cast, event) or _is_beside(cast, event):
            event.mentions.clear()


def _is_told(cast: Cast, event: Thing) -> bool:
    """Whether the article tells of an event or only names it in passing."""
    told = any(event.value(field) for field in ("edition", "organisers", "hosts")) or _is_dated(event)
    made = _is_made(event)
    if _is_announced(cast, event):
        return False
    first = min(event.mentions)
    alone = len(cast.things.of(Kind.EVENT)) == 1 or _is_in_lead(cast, first)  # "a reception in Hanoi" alone
    placed = alone and bool(event.value("places"))
    made = made or (placed and any(s.rule == "event-without-a-name" for s in event.statements))
    headline = any(n.block_kind is BlockKind.TITLE and n[0].start <= first.start < n.tokens[-1].end for n in cast.lines)
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
    """Talks on the side of an event that has its own day are no event of their own."""
    talks = any(s.rule == "talks-between-two" for s in event.statements)
    return talks and any(
        precision(str(d)) == "day" for e in cast.things.of(Kind.EVENT) if e is not event for d in e.values("date")
    )


def _quoted(cast: Cast, span: Span) -> bool:
    return span.start > 0 and cast.lines[0].text[span.start - 1] in OPEN_QUOTES


def dates_in(line: Line, dates: Iterable[DateMention]) -> list[DateMention]:
    """The dates that stand in a sentence by themselves, not in a name."""
    start, end = line[0].start, line[-1].end
    return [d for d in dates if start <= d.span.start < end and d.cue != "name"]


def day_in(line: Line, dates: Iterable[DateMention]) -> DateMention | None:
    """The first day that a sentence gives; one on which somebody only spoke comes last."""
    days = [d for d in dates_in(line, dates) if precision(d.edtf) == "day"]
    return min(days, key=lambda d: _is_of_telling(line, d)) if len(days) > 1 else next(iter(days), None)


def _is_of_telling(line: Line, date: DateMention) -> bool:
    """ "Said on 13 June that ...", "today announced": the day of what was said."""
    first, last = line.tokens_in(date.span)
    say = phrases("speech", line.language, "say")
    return bool(line.match(last, say)) or line.holds(say, max(0, first - _SAID), first)


def _date(cast: Cast, i: int, seen: Seen, event: Thing, dates: Sequence[DateMention], about_then: bool) -> None:
    line = cast.lines[i]
    held = line.holds(cues(line.language, "held"))
    told = dates_in(line, dates)
    for date in [d for d in told if not _is_of_telling(line, d)] or (() if about_then else told):
        fine = precision(date.edtf) in {"day", "month"}
        beside = 0 <= line.tokens_in(date.span)[0] - seen.last <= _BESIDE
        if not _is_first_day(line, date) or not (precision(date.edtf) == "day" or ((held or beside) and fine)):
            continue
        if _nearest_event(cast, i, date) == seen and _agrees_with_name(cast, i, seen, date):
            _say_date(cast, i, event, date, "date-beside-event")


def _say_date(cast: Cast, i: int, event: Thing, date: DateMention, rule: str) -> None:
    """Say when an event is; of one that ended on a day after so many days, its first day too."""
    spans = [date.span, *date.premises]
    if precision(date.edtf) == "day" and date.edtf[:2].isdecimal() and "/" not in date.edtf:
        near = [k for k in (i, i + 1, i - 1) if cast.lines[i].holds(cues(cast.lines[i].language, "ends"))]
        lengths = (_days_told(cast.lines[k]) for k in near if 0 <= k < len(cast.lines))
        if length := next((told for told in lengths if told), None):
            first = calendar.fromisoformat(date.edtf) - timedelta(days=length[0] - 1)
            days = f"{first.isoformat()}/{date.edtf}"
            event.say("date", days, [*spans, length[1]], "days-up-to-its-end", Basis.INFERRED)
            return
    event.say("date", date.edtf, spans, f"{rule}, {date.rule}", date.basis)


def _days_told(line: Line) -> tuple[int, Span] | None:
    """How many days something lasts, with the words that say it: "three-day", "after three days", "de deux jours"."""
    numbers = {fold(said): number for said, number in lexicon("dates")[line.language]["numerals"].items()}
    for k, key in enumerate(line.keys):
        said, _, unit = key.partition("-") if key.endswith("-day") else (line.key(k - 1), "", key)
        number = numbers.get(said) or (int(said) if said.isdecimal() and len(said) == 1 else 0)
        long = line.key(k - 2) in words("events", line.language, "lasting") or unit == "day"
        if unit in words("events", "days") and long and number > 1:
            return number, line.span(k - (said != key.partition("-")[0]), k + 1)
    return None


def _is_first_day(line: Line, date: DateMention) -> bool:
    """Whether a date may be an event's: not "since 2019", not "through Wednesday"."""
    last = line.key(line.tokens_in(date.span)[0] - 1) in words("events", "until")
    return date.cue not in {"since", "until"} and not last


def _later_day(cast: Cast, i: int, event: Thing, dates: Sequence[DateMention]) -> None:
    """ "The summit, hosted on November 13 and 14 by ...": the day of an event named before."""
    line = cast.lines[i]
    days = [d for d in dates_in(line, dates) if precision(d.edtf) == "day" and _is_first_day(line, d)]
    if cast.events[i] or not days:
        return
    others = {str(date)[:4] for date in event.values("date")}
    held = any(line.holds(cues(line.language, part)) for part in ("held", "organise", "ends"))
    subject = held or any(first <= 1 for first, _ in definite_nouns(line))
    years = {t for t in fold(str(event.value("name"))).split() if YEAR.fullmatch(t)}
    for date in days:
        past = bool(others) and date.basis is Basis.STATED and date.edtf[:4] not in others
        fits = (subject or "/" in date.edtf) and not past and not _is_of_telling(line, date)
        if fits and (not years or date.edtf.startswith(("XXXX", *years))):
            _say_date(cast, i, event, date, "day-of-the-event-before")
            return


def _is_of_another_year(line: Line, event: Thing, dates: Sequence[DateMention]) -> bool:
    """Whether a sentence tells of the edition of another year: "in 2025 it is Washington's turn"."""
    years = {str(date)[:4] for date in event.values("date")}
    return bool(years) and any(d.edtf[:4] not in years for d in dates_in(line, dates) if not d.cue)


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


def _agrees_with_name(cast: Cast, i: int, seen: Seen, date: DateMention) -> bool:
    """Whether the year in an event's name is the date's: "Digital Week 2025" is not of 2022."""
    at = year_in(cast.lines[i], seen.first, seen.last)
    return at is None or date.edtf.startswith(("XXXX", cast.lines[i][at].text))


def _nearest_event(cast: Cast, i: int, date: DateMention) -> Seen:
    line = cast.lines[i]
    first, last = line.tokens_in(date.span)
    return min(cast.events[i], key=lambda s: (max(first - s.last, s.first - last), s.first))


def _day_of_report(cast: Cast, main: Thing | None, dates: Sequence[DateMention]) -> None:
    """ "..., he said on October 12. He was speaking at a forum ...": the only day told is the main event's."""
    if not main or any(precision(str(d)) == "day" for e in cast.things.of(Kind.EVENT) for d in e.values("date")):
        return
    where = [i for i, seen in enumerate(cast.events) if any(s.ref == main.ref for s in seen)]
    for i in [k for w in where for k in (w, w - 1) if k >= 0]:
        days = [
            d for d in dates_in(cast.lines[i], dates) if precision(d.edtf) == "day" and _is_first_day(cast.lines[i], d)
        ]
        if len(days) == 1 and cast.lines[i].block_kind is BlockKind.BODY:
            main.say("date", days[0].edtf, [days[0].span, *days[0].premises], "only-day-told-beside", Basis.INFERRED)
            return


def _year_of_name(cast: Cast, event: Thing) -> None:
    """The year in an event's own name dates it where no better date is given."""
    if event.value("date"):
        return
    for i, line in enumerate(cast.lines):
        for seen in cast.events[i]:
            at = year_in(line, seen.first, seen.last) if seen.ref == event.ref else None
            if at is not None:
                event.say("date", line[at].text, [line.span(at, at + 1)], "year-in-name")
                return


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
