"""Dates that hang on the day of publication: "on Wednesday", "hôm qua", "le mois dernier", "this year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from vnitcoop import edtf
from vnitcoop.find.dates.calendar import LANGUAGES, alternatives, longest_runs
from vnitcoop.find.dates.taken import Taken
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Basis, DateMention, Sentence, Span

_NEAR = 200  # characters around a relative date that bear on it
_RULE = "relative-to-dateline"
_TODAY_AND_TOMORROW = re.compile(
    r"\btoday\b.*\btomorrow\b|aujourd['’]hui\b.*\bdemain\b|hôm nay\b.*\bngày mai\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Today:
    """The article's date, as precise as it is known, and the words that say it."""

    edtf: str
    spans: tuple[Span, ...]

    @property
    def day(self) -> date | None:
        """The very day, where the article says it."""
        first, last = edtf.bounds(edtf.bare(self.edtf))
        return first if first == last else None

    def with_year(self, dated: str, side: int = 0) -> str:
        """A date without a year, in the year that begins nearest to publication; before it (-1), or after it (1)."""
        first, last = edtf.bounds(edtf.bare(self.edtf))
        if first is None or last is None:
            return dated
        if last.year > first.year:
            return dated
        years = [first.year] if edtf.precision(self.edtf) == "year" else [first.year, first.year - 1, first.year + 1]
        middle = first + (last - first) / 2
        candidates = [_in_year(dated, year) for year in years]
        if side:
            ends = {c: edtf.bounds(edtf.bare(c)) for c in candidates if edtf.is_valid(c)}
            fitting = [c for c, (a, b) in ends.items() if a and b and (a <= last if side < 0 else b >= first)]
            candidates = fitting or candidates
        return min((c for c in candidates if edtf.is_valid(c)), key=lambda c: _distance(c, middle), default=dated)


def _in_year(dated: str, year: int) -> str:
    """Both ends in one year, or the second in the next where it lies before the first ("December 30 - January 2")."""
    ends = edtf.bare(dated).split("/")
    turned = len(ends) == 2 and ends[1] < ends[0]
    filled = "/".join(end.replace("XXXX", str(year + (turned and i == 1))) for i, end in enumerate(ends))
    return dated.replace(edtf.bare(dated), filled)


def _distance(dated: str, day: date) -> int:
    first = edtf.bounds(edtf.bare(dated))[0]
    return abs((first - day).days) if first else 10**6


def find_relative(
    text: str, sentence: Sentence, runs: frozenset[str], today: Today | None, taken: Taken
) -> Iterator[DateMention]:
    """Relative dates of a sentence, outside the spans taken; none when the article's date is not known well enough.

    `runs` are the sentence's words, for a first look.
    """
    language = sentence.language if sentence.language in LANGUAGES else "en"
    if today is None or runs.isdisjoint(_telling(language)):
        return
    part = text[sentence.start : sentence.end]
    for match in _pattern(language).finditer(part):
        span = Span(sentence.start + match.start("said"), sentence.start + match.end())
        if not taken.is_free(span):
            continue
        resolved = _resolve(match, today, language, part)
        if resolved:
            yield DateMention(span, resolved, _RULE, Basis.INFERRED, (span, *today.spans))


@cache
def _telling(language: str) -> frozenset[str]:
    words = lexicon("dates")[language]
    weekdays = (form for forms in words["weekdays"] for form in forms)
    return longest_runs([*(phrase for unit in ("day", "week", "month", "year") for phrase in words[unit]), *weekdays])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = lexicon("dates")[language]
    groups = [rf"(?P<{unit}>{alternatives(list(words[unit]))})" for unit in ("day", "week", "month", "year")]
    weekday = rf"(?P<weekday>{alternatives([form for forms in words['weekdays'] for form in forms if len(form) > 4])})"
    nearer = rf"(?P<last>{alternatives(words['weekday_last'])})"
    later = rf"(?P<next>{alternatives(words['weekday_next'])})"
    if language == "en":
        groups.append(rf"(?:(?:{nearer}|{later})\s+)?{weekday}")
    elif language == "fr":
        groups.append(rf"(?:ce\s+)?{weekday}(?:\s+(?:{nearer}|{later}))?")
    else:
        groups.append(rf"(?:hôm|vào|sáng|chiều|tối|ngày)\s+{weekday}(?:\s+(?:{nearer}|{later}))?")
    return re.compile(rf"(?<![\w’'-])(?P<said>{'|'.join(groups)})(?![\w’'-])", re.IGNORECASE)


def _resolve(match: re.Match[str], today: Today, language: str, part: str) -> str | None:
    words = lexicon("dates")[language]
    shift = {unit: words[unit].get(_plain(match[unit])) for unit in ("day", "week", "month", "year") if match[unit]}
    first = edtf.bounds(edtf.bare(today.edtf))[0]
    fineness = edtf.precision(today.edtf)
    if first is None:
        return None
    if "year" in shift:
        if match["year"].lower().startswith("năm") and _counted(words, part[: match.start()]):
            return None
        return edtf.build(first.year + shift["year"])
    if "month" in shift:
        months = first.year * 12 + first.month - 1 + shift["month"]
        return edtf.build(months // 12, months % 12 + 1) if fineness in ("day", "month") else None
    day = today.day
    if day is None:
        return None
    if "week" in shift:
        monday = day + timedelta(days=7 * shift["week"] - day.weekday())
        return edtf.interval(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
    if "day" in shift:
        return None if _is_figurative(match, part) else (day + timedelta(days=shift["day"])).isoformat()
    return _weekday(match, day, language, part)


def _counted(words: dict[str, Any], before: str) -> bool:
    """ "trong ba năm tới": the words for next year end a stretch of years."""
    last = before.lower().split()[-2:]
    return bool(last) and last[0] != "tháng" and (last[-1].isdecimal() or last[-1] in words["numerals"])


def _is_figurative(match: re.Match[str], part: str) -> bool:
    """ "Today, its members ...", "a user today, and a creator tomorrow": nowadays and some day."""
    heading = match.start() == 0 and part[match.end() : match.end() + 1] == ","
    near = part[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    pair = _TODAY_AND_TOMORROW.search(near)
    return heading or pair is not None or part.endswith(" of ", 0, match.start())


def _weekday(match: re.Match[str], day: date, language: str, part: str) -> str:
    """The last such day up to the article's own, or the next one where the words look ahead."""
    number = _weekday_numbers(language)[match["weekday"].lower()]
    before = part[max(0, match.start() - _NEAR) : match.start()]
    ahead = bool(match["next"]) or (not match["last"] and _future(language).search(before) is not None)
    days = (number - day.weekday()) % 7 or 7 * bool(match["next"]) if ahead else -((day.weekday() - number) % 7)
    if match["last"] and days == 0:
        days = -7
    return (day + timedelta(days=days)).isoformat()


@cache
def _weekday_numbers(language: str) -> dict[str, int]:
    weekdays = lexicon("dates")[language]["weekdays"]
    return {form.lower(): number for number, forms in enumerate(weekdays) for form in forms}


@cache
def _future(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(lexicon('dates')[language]['future'])})\b", re.IGNORECASE)


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())
