"""When events were, as stretches of a time axis, and how many of them one picture holds."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vnitcoop.edtf import bounds, precision
from vnitcoop.types import Event
from vnitcoop.write.dates_shown import NO_YEAR, sort_key, year_of

MOST = 60  # events in a picture
_ABOUT = frozenset("~?%")


@dataclass(frozen=True, slots=True)
class Span:
    """An event on the axis, in years and parts of a year. At an open end, `first` equals `last`."""

    event: Event
    first: float
    last: float
    is_day: bool
    open_end: str = ""  # "before" or "after"
    about: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """The events of one picture: those on the axis and those without a year. `slug` is the last part of its page."""

    title: str
    slug: str
    spans: tuple[Span, ...]
    undated: tuple[Event, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        return (*(span.event for span in self.spans), *self.undated)


def span_of(event: Event) -> Span | None:
    """Where an event stands on the axis; None where no source states its year."""
    first, last = bounds(event.date) if event.date else (None, None)
    about = not _ABOUT.isdisjoint(event.date or "")
    if first and last:
        is_day = first == last and precision(event.date or "") == "day"
        return Span(event, years(first), years(last, 0 if is_day else 1), is_day, about=about)
    if first or last:
        end = years(first or last or date.min)
        return Span(event, end, end, False, "after" if first else "before", about)
    return None


def chapters(events: Iterable[Event]) -> list[Chapter]:
    """The events in order, in as few pictures as hold them: all in one, else by decade, by year, by parts of a year."""
    spans, undated = [], []
    for event in sorted(events, key=lambda e: (sort_key(e.date), e.id)):
        span = span_of(event)
        undated.append(event) if span is None else spans.append(span)
    spans.sort(key=lambda span: (span.first, span.last, span.event.id))
    if len(spans) + len(undated) <= MOST:
        return [Chapter("All events", "index", tuple(spans), tuple(undated))]
    split = [chapter for decade in _grouped(spans, 3) for chapter in _decade(decade)]
    return [*split, *_parts(NO_YEAR.capitalize(), "year-not-stated", [], undated)]


def _decade(spans: Sequence[Span]) -> list[Chapter]:
    name = f"{_year(spans[0])[:3]}0s"
    if len(spans) <= MOST:
        return [Chapter(name, name, tuple(spans))]
    return [chapter for year in _grouped(spans, 4) for chapter in _parts(_year(year[0]), _year(year[0]), year, [])]


def _parts(title: str, slug: str, spans: Sequence[Span], undated: Sequence[Event]) -> list[Chapter]:
    pieces = range(0, max(len(spans), len(undated)), MOST)
    return [
        Chapter(
            title if len(pieces) == 1 else f"{title}, part {number} of {len(pieces)}",
            slug if number == 1 else f"{slug}-{number}",
            tuple(spans[start : start + MOST]),
            tuple(undated[start : start + MOST]),
        )
        for number, start in enumerate(pieces, 1)
    ]


def _grouped(spans: Sequence[Span], digits: int) -> list[list[Span]]:
    groups: dict[str, list[Span]] = {}
    for span in spans:
        groups.setdefault(_year(span)[:digits], []).append(span)
    return [groups[key] for key in sorted(groups)]


def _year(span: Span) -> str:
    """The year under which an event is listed: that in which its date begins, or ends where it has no beginning."""
    return year_of(span.event.date) or f"{int(span.first):04d}"


def years(day: date, after: int = 0) -> float:
    """A day in years and parts of its own year; with `after`, that many days later."""
    since = (day - date(day.year, 1, 1)).days
    return day.year + (since + after) / (366 if isleap(day.year) else 365)
