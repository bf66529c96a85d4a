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
from vnitcoop.find.figures.words import FRENCH_FUTURE
from vnitcoop.lexicon import lexicon
from vnitcoop.text import strip_marks_evenly
from vnitcoop.types import Basis, DateMention, Sentence, Span

UNITS = ("day", "week", "month", "quarter", "year")
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
        """A date without a year, in the year that begins nearest to publication.

        `side` -2 and 2: before and after it, -1 and 1: or in that month.
        """
        first, last = edtf.bounds(edtf.bare(self.edtf))
        if first is None or last is None:
            return dated
        if last.year > first.year:
            return dated
        years = [first.year] if edtf.precision(self.edtf) == "year" else [first.year, first.year - 1, first.year + 1]
        middle = first + (last - first) / 2
        candidates = [in_year(dated, year) for year in years]
        if side:
            ends = {c: edtf.bounds(edtf.bare(c)) for c in candidates if edtf.is_valid(c)}
            fits = {-2: lambda a, b: b < first, -1: lambda a, b: a <= last, 1: lambda a, b: b >= first}
            fitting = [c for c, (a, b) in ends.items() if a and b and fits.get(side, lambda a, b: a > last)(a, b)]
            candidates = fitting or candidates
        return min((c for c in candidates if edtf.is_valid(c)), key=lambda c: _distance(c, middle), default=dated)


def in_year(dated: str, year: int) -> str:
    """A date without its year in that year; a second end that lies before the first is of the next."""
    ends = edtf.bare(dated).split("/")
    turned = len(ends) == 2 and ends[1] < ends[0]
    filled = "/".join(end.replace("XXXX", str(year + (turned and i == 1))) for i, end in enumerate(ends))
    return dated.replace(edtf.bare(dated), filled)


def _distance(dated: str, day: date) -> int:
    first, last = edtf.bounds(edtf.bare(dated))
    return max(0, (first - day).days, (day - last).days) if first and last else 10**6


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
    return longest_runs([*(phrase for unit in UNITS for phrase in words[unit]), *weekdays])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = lexicon("dates")[language]
    groups = [rf"(?P<{unit}>{alternatives(list(words[unit]))})" for unit in UNITS]
    weekday = rf"(?P<weekday>{alternatives([form for forms in words['weekdays'] for form in forms if len(form) > 4])})"
    nearer = rf"(?P<last>{alternatives(words['weekday_last'])})"
    later = rf"(?P<next>{alternatives(words['weekday_next'])})"
    if language == "en":
        groups.append(rf"(?:(?:{nearer}|{later})\s+)?{weekday}")
    elif language == "fr":
        groups.append(rf"(?:ce\s+)?{weekday}(?:\s+(?:{nearer}|{later}))?")
    else:
        of_week = r"(?=\w+\s+\w+\s+(?:tuần|vừa)\b)"  # else "thứ hai" is a second
        groups.append(rf"(?:(?:hôm|vào|sáng|chiều|tối|ngày)\s+|{of_week}){weekday}(?:\s+(?:{nearer}|{later}))?")
    return re.compile(rf"(?<![\w’'-])(?P<said>{'|'.join(groups)})(?![\w-]|[’'](?!s\b))", re.IGNORECASE)


def _resolve(match: re.Match[str], today: Today, language: str, part: str) -> str | None:
    words = lexicon("dates")[language]
    shift = {unit: words[unit].get(_plain(match[unit])) for unit in UNITS if match[unit]}
    first = edtf.bounds(edtf.bare(today.edtf))[0]
    fineness = edtf.precision(today.edtf)
    if first is None:
        return None
    if "year" in shift:
        if match["year"].lower().startswith("năm") and _counted(words, part[: match.start()]):
            return None
        return edtf.build(first.year + shift["year"])
    if "quarter" in shift:
        month = first.year * 12 + first.month - 1 - (first.month - 1) % 3 + 3 * shift["quarter"]
        months = (edtf.build(m // 12, m % 12 + 1) for m in (month, month + 2))
        return edtf.interval(*months) if fineness in ("day", "month") else None
    if "month" in shift:
        if language == "vi" and _counted(words, part[: match.start()]):
            return None
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
    counts = {"một", *words["numerals"]}
    return bool(last) and last[0] != "tháng" and (last[-1].isdecimal() or last[-1] in counts)


def _is_figurative(match: re.Match[str], part: str) -> bool:
    """ "Today, its members ...", "a user today, and a creator tomorrow": nowadays and some day."""
    alone = _plain(match["day"]) in {"today", "aujourd'hui", "hôm nay", "ngày nay"}  # not "this morning"
    heading = alone and match.start() == 0 and part[match.end() : match.end() + 1] == ","
    heading = heading or part[match.end() : match.end() + 1] in {"'", "’"}  # "today's children"
    near = part[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    pair = _TODAY_AND_TOMORROW.search(near)
    return heading or pair is not None or part.endswith(" of ", 0, match.start())


def _weekday(match: re.Match[str], day: date, language: str, part: str) -> str:
    """The last such day up to the article's own, or the next one where the words look ahead."""
    number = _weekday_numbers(language)[match["weekday"].lower()]
    before = part[max(0, match.start() - _NEAR) : match.start()]
    if len(before.split()) < 2:  # "On Thursday we will sign"
        before = part[match.end() :].lstrip(", ").partition(",")[0][:_NEAR]
    ahead = bool(match["next"]) or (not match["last"] and looks_ahead(before, language))
    behind, nearest = (day.weekday() - number) % 7, lexicon("dates")[language].get("nearest", [])
    ahead = ahead or (before.startswith(tuple(nearest)) and -behind % 7 < behind)  # "Jeudi, place au forum"
    days = (number - day.weekday()) % 7 or 7 * bool(match["next"]) if ahead else -behind
    if match["last"] and days == 0:
        days = -7
    return (day + timedelta(days=days)).isoformat()


@cache
def _weekday_numbers(language: str) -> dict[str, int]:
    weekdays = lexicon("dates")[language]["weekdays"]
    return {form.lower(): number for number, forms in enumerate(weekdays) for form in forms}


def looks_ahead(before: str, language: str) -> bool:
    """Whether the words before a date speak of what is to come: "will open on", not "will open, he said on"."""
    last = max((m.end() for m in _future(language).finditer(before)), default=-1)
    return last >= 0 and _said(language).search(strip_marks_evenly(before), last) is None


@cache
def _future(language: str) -> re.Pattern[str]:
    words = lexicon("dates")[language]
    verbs = rf"|{FRENCH_FUTURE.pattern}" if language == "fr" else ""
    return re.compile(rf"\b(?:{alternatives(words['future'])}{verbs})\b", re.IGNORECASE)


@cache
def _said(language: str) -> re.Pattern[str]:
    """Verbs of saying, without marks, and of what was done where they differ from what is to be done."""
    verbs = [*lexicon("speech")[language]["say"], *(lexicon("measures")["done"]["en"] if language == "en" else ())]
    return re.compile(rf"(?<!\bbe )\b(?:{alternatives(verbs)})\b", re.IGNORECASE)


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())
