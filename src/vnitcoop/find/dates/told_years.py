"""The year that the words behind a date tell: "April last year", "novembre de la même année", "tháng 9 năm nay"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from vnitcoop import edtf
from vnitcoop.find.dates.calendar import LANGUAGES, alternatives
from vnitcoop.find.dates.deictic import Today, in_year
from vnitcoop.find.dates.taken import Taken
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Basis, DateMention, Sentence, Span


def with_told_year(
    text: str,
    sentence: Sentence,
    mention: DateMention,
    before: Sequence[DateMention],
    today: Today | None,
    taken: Taken,
) -> DateMention:
    """The same date in that year, its words joined to the quote; `before` are the dates found so far."""
    if "XXXX" not in mention.edtf:
        return mention
    language = sentence.language if sentence.language in LANGUAGES else "en"
    match = _behind(language).match(text, mention.span.end, sentence.end)
    if not match:
        return mention
    if match["same"]:
        anchor = next((d for d in reversed(before) if d.span.end <= mention.span.start and year_of(d.edtf)), None)
        premises: tuple[Span, ...]
        year, rule, premises = (year_of(anchor.edtf), "years-from-date", (anchor.span,)) if anchor else (None, "", ())
    else:
        shift = lexicon("dates")[language]["year"][" ".join(match["shifted"].lower().replace("’", "'").split())]
        first = edtf.bounds(edtf.bare(today.edtf))[0] if today else None
        year, rule = (first.year + shift if first else None), "year-from-dateline"
        premises = today.spans if today else ()
    if year is None:
        return mention
    span, dated = Span(mention.span.start, match.end()), in_year(mention.edtf, year)
    if not edtf.is_valid(dated):
        return mention
    taken.take(Span(mention.span.end, match.end()))
    return replace(mention, span=span, edtf=dated, rule=rule, basis=Basis.INFERRED, premises=(span, *premises))


def year_of(date: str) -> int | None:
    """The year of a date that lies in one year; None of any other."""
    first, last = edtf.bounds(edtf.bare(date)) if date and "X" not in date else (None, None)
    return first.year if first and last and first.year == last.year else None


@cache
def _behind(language: str) -> re.Pattern[str]:
    words = lexicon("dates")[language]
    return re.compile(
        rf"\.?,?\s+(?:(?:of|de|của|trong)\s+)?(?:(?P<same>{alternatives(words['same_year'])})|"
        rf"(?P<shifted>{alternatives(list(words['year']))}))(?![\w’'-])",
        re.IGNORECASE,
    )
