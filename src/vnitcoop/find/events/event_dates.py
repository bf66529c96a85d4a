"""When an event is: the dates beside its name, those told later, and what its first and last day make together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as calendar
from datetime import timedelta
from operator import attrgetter

from vnitcoop.edtf import precision
from vnitcoop.find.events.event_words import year_in
from vnitcoop.find.events.events_meant import definite_nouns
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import YEAR, Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.text import fold
from vnitcoop.types import Basis, BlockKind, DateMention, Kind, Span

_BEGINS = attrgetter("span.start")
_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_SAID = 2  # tokens between a verb of saying and its day: "said on"
_ENDING = 6  # tokens between "runs" and "until Friday"
_LONGEST = 31  # days of an event
_WEEK = 6  # days from Monday to Sunday
_AT_EVENT = 3  # tokens between "in Hanoi" and "the summit"
_LEAD = 2  # sentences behind the lead that go on with its news
_BESIDE = 5  # tokens between an event and its month: "the X Meeting in Bangkok in October 2019"


def dates_in(line: Line, dates: Sequence[DateMention]) -> list[DateMention]:
    """The dates that stand in a sentence by themselves, not in a name; of all of an article, sorted by span."""
    first = bisect_left(dates, line[0].start, key=_BEGINS)
    return [d for d in dates[first : bisect_left(dates, line[-1].end, first, key=_BEGINS)] if d.cue != "name"]


def day_in(line: Line, dates: Sequence[DateMention]) -> DateMention | None:
    """The first day that a sentence gives; one on which somebody only spoke comes last."""
    days = [d for d in dates_in(line, dates) if precision(d.edtf) == "day"]
    return min(days, key=lambda d: _is_of_telling(line, d)) if len(days) > 1 else next(iter(days), None)


def _is_of_telling(line: Line, date: DateMention) -> bool:
    """ "Said on 13 June that ...", "today announced": the day of what was said."""
    first, last = line.tokens_in(date.span)
    say = phrases("speech", line.language, "say")
    return bool(line.match(last, say)) or line.holds(say, max(0, first - _SAID), first)


def say_date_beside(
    cast: Cast, i: int, seen: Seen, event: Thing, dates: Sequence[DateMention], about_then: bool
) -> None:
    line = cast.lines[i]
    held = line.holds(phrases("events", line.language, "held"))
    told = dates_in(line, dates)
    for date in [d for d in told if not _is_of_telling(line, d)] or (() if about_then else told):
        fine = precision(date.edtf) in {"day", "month"}
        first, last = line.tokens_in(date.span)
        beside = 0 <= first - seen.last <= _BESIDE or is_before_event(line, last, seen.first)
        if not _is_first_day(line, date) or not (precision(date.edtf) == "day" or ((held or beside) and fine)):
            continue
        if _nearest_event(cast, i, date) == seen and _agrees_with_name(cast, i, seen, date):
            _say_date(cast, i, event, date, "date-beside-event")


def is_before_event(line: Line, last: int, event: int) -> bool:
    """ "to Hanoi in July for the X Expo", "sang Đài Bắc dự triển lãm X": where or when one attends an event."""
    attend = phrases("events", line.language, "attend")
    return last < event <= last + _AT_EVENT and line.match(last, attend) > 0


def _say_date(cast: Cast, i: int, event: Thing, date: DateMention, rule: str) -> None:
    """Say when an event is; of one that ended on a day after so many days, its first day too."""
    spans = [date.span, *date.premises]
    if precision(date.edtf) == "day" and date.edtf[:2].isdecimal() and "/" not in date.edtf:
        near = [k for k in (i, i + 1, i - 1) if cast.lines[i].holds(phrases("events", cast.lines[i].language, "ends"))]
        lengths = (_days_told(cast.lines[k]) for k in near if 0 <= k < len(cast.lines))
        if length := next((told for told in lengths if told), None):
            first = calendar.fromisoformat(date.edtf) - timedelta(days=length[0] - 1)
            days = f"{first.isoformat()}/{date.edtf}"
            event.say("date", days, [*spans, length[1]], "days-up-to-its-end", Basis.INFERRED)
            return
        length = _days_told(cast.lines[i])
        if length and cast.lines[i].holds(phrases("events", cast.lines[i].language, "opens")):
            last = calendar.fromisoformat(date.edtf) + timedelta(days=length[0] - 1)
            days = f"{date.edtf}/{last.isoformat()}"
            event.say("date", days, [*spans, length[1]], "days-from-its-opening", Basis.INFERRED)
            return
    event.say("date", date.edtf, spans, f"{rule}, {date.rule}", date.basis)


def last_day(line: Line, dates: Sequence[DateMention]) -> DateMention | None:
    """The day on which a sentence says that something ends: "closes on June 14", "runs until Friday"."""
    ends, lasts = (phrases("events", line.language, part) for part in ("ends", "lasts"))
    for date in dates_in(line, dates):
        day = date.edtf.removeprefix("../")
        first = line.tokens_in(date.span)[0]
        until = date.cue == "until" or line.key(first - 1) in words("events", "until")
        ended = line.holds(lasts if until else ends, max(0, first - _ENDING), first + 1)
        if ended and "/" not in day and _DAYS.fullmatch(day):
            return replace(date, edtf=day)
    return None


def settle_days(event: Thing, end: DateMention | None) -> None:
    """Make of an event's first day and its last one stretch of days, which takes the place of the days within it.

    A stretch that the text tells leaves its days alone: they may be the event's and it the week's around. A week in
    which somebody went there says less than a day of it.
    """
    days = [s for s in event.statements if s.field == "date" and _DAYS.fullmatch(str(s.value))]
    if end:
        first = next((s for s in days if _ends_soon(str(s.value), end.edtf)), None)
        if first and not any(str(s.value).endswith(f"/{end.edtf}") for s in days):
            spans = [*first.spans, end.span, *end.premises]
            event.say("date", f"{first.value}/{end.edtf}", spans, "first-and-last-day", Basis.INFERRED)
            days.append(event.statements[-1])
    stretches = [str(s.value) for s in days if "/" in str(s.value)]
    weeks = {d for d in stretches if _is_week(d) and any(s.value != d and _within(str(s.value), d) for s in days)}
    single = any(s.field == "name" and _is_of_one_day(s.rule) for s in event.statements)
    whole = [] if single else [str(s.value) for s in days if s.rule == "first-and-last-day"]
    gone = [s for s in days if s.value in weeks or any(s.value != d and _within(str(s.value), d) for d in whole)]
    event.statements[:] = [s for s in event.statements if s not in gone]


def _is_of_one_day(rule: str) -> bool:
    """Whether a rule names talks, a deed or a ceremony, which a stretch of days beside them does not date."""
    return rule.startswith("talks") or rule.endswith("-told") or rule == "event-without-a-name"


def is_day(date: str) -> bool:
    """Whether a date is a whole day or stretch of days."""
    return _DAYS.fullmatch(date) is not None


def meet(one: str, other: str) -> bool:
    """Whether two days or stretches of days have a day in common."""
    (first, _, last), (begin, _, end) = one.partition("/"), other.partition("/")
    return first <= (end or begin) and begin <= (last or first)


def _ends_soon(day: str, end: str) -> bool:
    """Whether a day lies before another, by less than a month."""
    return "/" not in day and 0 < (calendar.fromisoformat(end) - calendar.fromisoformat(day)).days <= _LONGEST


def _is_week(days: str) -> bool:
    first, last = (calendar.fromisoformat(day) for day in days.split("/"))
    return first.weekday() == 0 and (last - first).days == _WEEK


def _within(date: str, days: str) -> bool:
    """Whether a day or days lie within others."""
    first, last = days.split("/")
    begin, _, end = date.partition("/")
    return first <= begin and (end or begin) <= last


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


def say_later_day(cast: Cast, i: int, event: Thing, dates: Sequence[DateMention]) -> None:
    """ "The summit, hosted on November 13 and 14 by ...": the day of an event named before."""
    line = cast.lines[i]
    days = [d for d in dates_in(line, dates) if precision(d.edtf) == "day" and _is_first_day(line, d)]
    if cast.events[i] or not days:
        return
    others = {str(date)[:4] for date in event.values("date")}
    held = any(line.holds(phrases("events", line.language, part)) for part in ("held", "organise", "ends"))
    subject = held or any(first <= 1 for first, _ in definite_nouns(line))
    years = {t for t in fold(str(event.value("name"))).split() if YEAR.fullmatch(t)}
    for date in days:
        past = bool(others) and date.basis is Basis.STATED and date.edtf[:4] not in others
        fits = (subject or "/" in date.edtf) and not past and not _is_of_telling(line, date)
        if fits and (not years or date.edtf.startswith(("XXXX", *years))):
            _say_date(cast, i, event, date, "day-of-the-event-before")
            return


def is_of_another_year(line: Line, event: Thing, dates: Sequence[DateMention]) -> bool:
    """Whether a sentence tells of the edition of another year: "in 2025 it is Washington's turn"."""
    years = {str(date)[:4] for date in event.values("date")}
    return bool(years) and any(d.edtf[:4] not in years for d in dates_in(line, dates) if not d.cue)


def _agrees_with_name(cast: Cast, i: int, seen: Seen, date: DateMention) -> bool:
    """Whether the year in an event's name is the date's: "Digital Week 2025" is not of 2022."""
    at = year_in(cast.lines[i], seen.first, seen.last)
    return at is None or date.edtf.startswith(("XXXX", cast.lines[i][at].text))


def _nearest_event(cast: Cast, i: int, date: DateMention) -> Seen:
    line = cast.lines[i]
    first, last = line.tokens_in(date.span)
    return min(cast.events[i], key=lambda s: (max(first - s.last, s.first - last), s.first))


def say_day_of_report(cast: Cast, event: Thing, dates: Sequence[DateMention], alone: bool) -> None:
    """ "They agreed on Wednesday ... They met in Hanoi": the one day told beside an event, or in the lead before it.

    `alone`: it is the main event, and no event has a day. Of others only talks are dated so.
    """
    small = any(s.rule.startswith("talks") for s in event.statements)
    if not (alone or small) or any(precision(str(d)) == "day" for d in event.values("date")):
        return
    body = [i for i, line in enumerate(cast.lines) if line.block_kind is BlockKind.BODY]
    where = [i for i, seen in enumerate(cast.events) if any(s.ref == event.ref for s in seen)]
    lead = body[:1] if small and set(where) & set(body[: 1 + _LEAD]) else []
    of_others = {
        span for e in cast.things.of(Kind.EVENT) for s in e.statements if s.field == "date" for span in s.spans
    }
    for i in [k for w in where for k in (w, w - 1) if k in body] + lead:
        days = [
            d for d in dates_in(cast.lines[i], dates) if precision(d.edtf) == "day" and _is_first_day(cast.lines[i], d)
        ]
        if len(days) == 1 and days[0].span not in of_others:
            event.say("date", days[0].edtf, [days[0].span, *days[0].premises], "only-day-told-beside", Basis.INFERRED)
            return


def say_year_of_name(cast: Cast, event: Thing) -> None:
    """The year in an event's own name dates it where no better date is given."""
    if event.value("date"):
        return
    for i, line in enumerate(cast.lines):
        for seen in cast.events[i]:
            at = year_in(line, seen.first, seen.last) if seen.ref == event.ref else None
            if at is not None:
                event.say("date", line[at].text, [line.span(at, at + 1)], "year-in-name")
                return
