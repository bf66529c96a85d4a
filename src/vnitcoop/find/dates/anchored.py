"""Dates told by another: "a year earlier", "five years later", "un an plus tôt", "by then", "à l'époque"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from vnitcoop import edtf
from vnitcoop.find.dates.calendar import LANGUAGES, alternatives, longest_runs
from vnitcoop.find.dates.deictic import Today
from vnitcoop.find.dates.taken import Taken
from vnitcoop.find.dates.told_years import year_of
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Basis, DateMention, Sentence, Span

_RULE = "years-from-date"


def find_anchored(
    text: str,
    sentence: Sentence,
    runs: frozenset[str],
    dates: Sequence[DateMention],
    today: Today | None,
    taken: Taken,
) -> Iterator[DateMention]:
    """Such years of a sentence, outside the spans taken; `runs` are its words, for a first look.

    `dates` are those of the sentence, from the last of which before them they count, and of the one before it in its
    paragraph, for "the same year"; "a year ago" counts from the article's own date.
    """
    language = sentence.language if sentence.language in LANGUAGES else "en"
    if runs.isdisjoint(_telling(language)):
        return
    part = text[sentence.start : sentence.end]
    ordered = sorted((d for d in dates if d.cue != "name"), key=lambda d: d.span)
    for match in _pattern(language).finditer(part):
        span = Span(sentence.start + match.start(), sentence.start + match.end())
        if not taken.is_free(span):
            continue
        years = _count(match["n"].lower(), language) if match["n"] else 0
        anchor = next((d for d in reversed(ordered) if d.span.end <= span.start), None)
        if years and anchor and anchor.span.start < sentence.start:
            anchor = None
        if match["then"] or match["by_then"]:
            past = today.edtf if today and match["then"] else None
            yield from _that_time(span, [d for d in ordered if d.span.end <= span.start], past)
            continue
        if match["ago"]:
            year, premises = year_of(today.edtf if today and years == 1 else ""), today.spans if today else ()
        else:
            told = today.with_year(anchor.edtf) if anchor and today else anchor.edtf if anchor else ""
            year, premises = year_of(told), (anchor.span,) if anchor else ()
        if year is not None:
            shifted = edtf.build(year + (years if match["later"] else -years))
            yield DateMention(span, shifted, _RULE, Basis.INFERRED, (span, *premises))


def _that_time(span: Span, before: Sequence[DateMention], today: str | None) -> Iterator[DateMention]:
    """ "By then", "back then": the last date before it, for what is over the last one not behind the article's own."""
    over = (d for d in reversed(before) if today is None or edtf.bare(d.edtf)[:4] <= today[:4])
    if told := next(over, None):
        spans = (span, told.span, *told.premises)
        yield DateMention(span, edtf.bare(told.edtf), _RULE, Basis.INFERRED, spans, told.cue)


def _count(said: str, language: str) -> int:
    return int(said) if said.isdecimal() else lexicon("dates")[language]["numerals"].get(said, 1)


@cache
def _telling(language: str) -> frozenset[str]:
    words = lexicon("dates")[language]
    return longest_runs([*words["distance"]["years"], *words["same_year"], *words["same_time"], *words["by_then"]])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = lexicon("dates")[language]["distance"]
    numbers = alternatives([*lexicon("dates")[language]["numerals"], *words["one"]])
    ends = "|".join(rf"(?P<{way}>{alternatives(words[way]) or '(?!)'})" for way in ("earlier", "later", "ago"))
    return re.compile(
        rf"(?<![\w'’-])(?:(?P<n>{numbers}|\d{{1,2}})\s+(?:{alternatives(words['years'])})\s+(?:{ends})"
        rf"(?=\s*(?:[.,;:()”»]|$)|\s+(?:{alternatives(words['before_clause'])})\b)"
        rf"|(?:{alternatives(lexicon('dates')[language]['same_year'])})(?![\w-])"
        rf"|(?P<then>{alternatives(lexicon('dates')[language]['same_time'])})(?![\w-])"
        rf"|(?P<by_then>{alternatives(lexicon('dates')[language]['by_then'])})(?![\w-]))",
        re.IGNORECASE,
    )
