"""When a figure holds, and whether it is a forecast: by its words, or by a date that is still to come."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.edtf import bare, bounds, precision
from vnitcoop.find.figures.as_of import held
from vnitcoop.find.figures.durations import is_anniversary
from vnitcoop.find.figures.forecasts import forecast_cue, is_contrast, is_of_now
from vnitcoop.find.figures.lines import Counted, Line
from vnitcoop.find.figures.quantities import Quantity
from vnitcoop.find.figures.repeats import Draft
from vnitcoop.find.figures.units import DURATIONS
from vnitcoop.find.figures.words import Word
from vnitcoop.types import DateMention, Span, Statement

_BESIDE = 15  # characters between a figure and its own date


def when(date: DateMention | None, quantity: Quantity, words: Sequence[Word]) -> list[Statement]:
    """When a figure holds; how long something takes holds at no time, but for years that are celebrated in one."""
    lasting = quantity.unit in DURATIONS and not (is_anniversary(words, quantity) and date and "/" not in date.edtf)
    if date is None or lasting:
        return []
    spans = tuple(dict.fromkeys((date.span, *date.premises)))
    return [Statement("as_of", held(date), spans, "date-of-clause", date.basis)]


def _is_future(date: DateMention, today: str | None) -> bool:
    """Whether a date begins after the article's own; of what was said earlier nobody knows from dates alone."""
    begins = bounds(bare(date.edtf).split("/")[0])[0]
    ends = bounds(bare(today))[1] if today else None
    return begins is not None and ends is not None and begins > ends


def _is_gone(date: DateMention, mention: Span, today: str | None) -> bool:
    """Whether a date right behind a figure is over: "103 million dollars in 2011, should rise"."""
    ends = bounds(bare(date.edtf).split("/")[-1])[1]
    begins = bounds(bare(today))[0] if today else None
    near = 0 <= date.span.start - mention.end < _BESIDE
    return near and ends is not None and begins is not None and ends < begins


def forecast(
    line: Line,
    counted: Counted,
    floor: int,
    ceiling: int,
    before: Draft | None,
    mention: Span,
    date: DateMention | None,
) -> Statement:
    if is_of_now(line.words, counted.quantity):
        return Statement("forecast", False, (mention,), "there-are-so-many")
    chained = before is not None and before.get("unit") not in DURATIONS
    cue = forecast_cue(line.words, counted.quantity, floor, ceiling, line.language, chained)
    if cue and not (cue[0] >= counted.quantity.last and date is not None and _is_gone(date, mention, line.today)):
        return Statement("forecast", True, (line.span(cue),), "forecast-word")
    until_day = date is not None and date.cue == "until" and precision(date.edtf) == "day"  # it is going on
    if date is not None and not until_day and _is_future(date, line.today):
        return Statement("forecast", True, (date.span,), "date-to-come", date.basis)
    if is_contrast(line.words, counted.quantity, ceiling):
        return Statement("forecast", False, (mention,), "held-against")
    if date is not None and _is_gone(date, mention, line.today):
        return Statement("forecast", False, (date.span,), "date-gone")
    if before is not None and before.forecast.value:
        return before.forecast
    return Statement("forecast", False, (mention,), "no-forecast-word")
