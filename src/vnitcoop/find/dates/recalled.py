"""Days told by the day last told of: "on the same day", "la veille", "hôm sau", "In the afternoon, ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from vnitcoop.find.dates.calendar import LANGUAGES, alternatives, longest_runs
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Article, Basis, DateMention, Span

RECALLED = "day-told-before"
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_REACH = 3000  # characters between such words and the day that they recall
_DAYS = {"same": 0, "opens": 0, "before": -1, "after": 1}


def find_recalled(
    article: Article, words: Sequence[frozenset[str]], dates: Sequence[DateMention]
) -> Iterator[DateMention]:
    """Such days in sentences without a day of their own; they rest on the last whole day before them.

    `dates`: those of the article, sorted by span, with their years; `words` of each sentence, for a first look.
    """
    days = [d for d in dates if _DAY.fullmatch(d.edtf) and not d.cue]
    for sentence, runs in zip(article.sentences, words, strict=True):
        language = sentence.language if sentence.language in LANGUAGES else "en"
        if runs.isdisjoint(_telling(language)):
            continue
        told = next((d for d in reversed(days) if d.span.start < sentence.end), None)
        if told is None or told.span.start >= sentence.start or sentence.start - told.span.end > _REACH:
            continue
        if match := _pattern(language).search(article.text[sentence.start : sentence.end]):
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            if recalled := _shifted(told.edtf, _DAYS[match.lastgroup or "same"]):
                yield DateMention(span, recalled, RECALLED, Basis.INFERRED, (span, told.span, *told.premises))


def _shifted(day: str, days: int) -> str | None:
    """The day so many days later; None where its year is not known and it is another day."""
    if days == 0:
        return day
    return None if day.startswith("X") else (date.fromisoformat(day) + timedelta(days=days)).isoformat()


@cache
def _telling(language: str) -> frozenset[str]:
    words = lexicon("dates")[language]["recalled"]
    return longest_runs(phrase for way in ("same", "before", "after", "opens") for phrase in words[way])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = lexicon("dates")[language]["recalled"]
    same, before, after = (rf"(?P<{way}>{alternatives(words[way])})(?![\w-])" for way in ("same", "before", "after"))
    of_it = rf"(?!\s+(?:{alternatives(words['of']) or '(?!)'})\b)"  # "the day before the summit"
    opens = rf"^(?P<opens>{alternatives(words['opens'])})\b"
    return re.compile(rf"{opens}|(?<![\w'’-])(?:{same}|(?:{before}|{after}){of_it})", re.IGNORECASE)
