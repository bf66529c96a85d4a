"""The ways a calendar date is written in English, French and Vietnamese: shapes of pattern, filled with word lists.

Every shape yields the same named groups: d1 m1 y1 (the date, or the first of two) and d2 m2 y2 (the last), besides
q (a quarter), h (a half of a year), n (the first n months), s (a season) and x (a decade).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from vnitcoop.lexicon import lexicon

LANGUAGES = ("en", "fr", "vi")

# {D} day, {M} month word, {N} month number, {Y} year, {W} weekday before it, {TO} between the ends of a span.
_WORDED = (
    (
        "days-across-months",
        r"{W}{D1}\s+(?:of\s+|de\s+)?{M1}(?:,?\s+(?:de\s+)?{Y1})?{UPTO}(?:le\s+)?{D2}\s+(?:of\s+|de\s+)?{M2}(?:,?\s+(?:de\s+)?{Y2})?",
    ),
    ("days-across-months", r"{W}{M1}\.?\s+{D1}(?:,\s*{Y1})?{UPTO}{M2}\.?\s+{D2}(?:,?\s+{Y2})?"),
    (
        "days-of-month",
        r"{W}{D1}(?:,\s*\d{{1,2}}{ORD})*{TO}(?:le\s+|the\s+)?{W}{D2}\s+(?:of\s+|de\s+)?{M1}(?:,?\s+(?:de\s+)?{Y1})?",
    ),
    ("days-of-month", r"{W}{M1}\.?\s+{D1}(?:,\s*\d{{1,2}}{ORD})*{TO}(?:the\s+)?{D2}(?:,?\s+{Y1})?"),
    ("day", r"{W}{D1}(?:-|\s+)(?:of\s+|de\s+)?{M1}\b(?:\.(?=\s+\d))?(?:(?:,?\s+|-)(?:de\s+)?{Y1})?"),
    ("day", r"{W}{M1}\b\.?,?\s*{D1}(?![.,]\d)(?:,?\s*{Y1})?"),
    ("months", r"{M1}(?:,?\s+{Y1})?{UPTO}{M2},?\s+(?:of\s+|de\s+)?{Y2}"),
    ("month", r"{M1}\.?(?:,?\s+(?:of\s+|de\s+|in\s+)?|-){Y1}"),
    ("quarter", r"(?:{QW}[\s-]+{QUARTER}|{QUARTER}\s+(?P<q>[1-4])|[QT](?P<qq>[1-4])){OFYEAR}[\s/,-]*{Y1}"),
    ("half", r"(?:{HW}[\s-]+{HALF}|[HS](?P<h>[12])){OFYEAR}[\s/,-]*{Y1}"),
    ("quarter-alone", r"(?:[Tt]he|[Aa]u|[Dd]u|[Ll]e)\s+{QALONE}[\s-]+{QUARTER}(?!-)"),
    ("quarter-alone", r"(?:(?<=in )|(?<=by )|(?<=of )|(?<=for )|(?<=late )|(?<=early ))Q(?P<q>[1-4])"),
    ("half-alone", r"[Tt]he\s+{HALONE}[\s-]+half(?=\s+of\s+(?:the\s+year|this|last|next)\b)"),
    ("half-alone", r"(?:[Aa]u|[Dd]u|[Ll]e)\s+{HALONE}[\s-]+semestre"),
    ("first-months", r"first\s+{n}\s+{MONTHS}\s+(?:of|in)\s+{Y1}"),
    ("first-months", r"{n}\s+premiers\s+{MONTHS}\s+(?:de|en)\s+{Y1}"),
    ("season", r"{s}\s+(?:of\s+|de\s+)?{Y1}"),
    ("months-alone", r"(?:[Bb]etween|[Ee]ntre)\s+{M1}\s+(?:and|et)\s+{M2}\b(?!\.?\s*\d)"),
    ("months-alone", r"(?:(?:[Ff]rom|[Dd]e)\s+|[Dd][’'])?(?!sept\b){M1}\.?{UPTO}{M2}\b(?!\.?\s*\d)"),
    ("month-alone", r"(?:^|(?<=[\s(]))(?i:{AFTER})\s?(?!sept\b){M1}\b(?!\.?\s*\d)"),
)
_NUMERIC = (
    ("iso-day", r"(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)"),
    ("iso-month", r"(?P<y1>(?:19|20)\d\d)-(?P<m1>0[1-9]|1[0-2])(?![\d-])"),
    ("numeric-days", r"{W}{DV1}{SPAN}{DV2}[./-]{N1}[./-]{Y1}"),
    ("numeric-day", r"{W}{DV1}(?P<sep>[./-]){N1}(?P=sep){Y1}"),
)
_VIETNAMESE = (
    (
        "days-across-months",
        r"{W}(?:[Nn]gày\s+)?{DV1}\s*(?:[/-]|tháng)\s*{T1}(?:(?:[/-]|\s+năm\s+){Y1})?{UPTO}(?:[Nn]gày\s+)?{DV2}\s*(?:[/-]|tháng)\s*{T2}(?:(?:[/-]|\s+năm\s+){Y2})?",
    ),
    (
        "days-of-month",
        r"{W}(?:[Nn]gày\s+)?{DV1}(?:,\s*\d{{1,2}})*{TO}(?:[Nn]gày\s+)?{DV2}\s*(?:/|{DOT}|-(?!\d\d?/)|tháng)\s*{T1}(?:(?:[/-]|\s+năm\s+){Y1})?",
    ),
    ("numeric-day", r"{W}{DV1}(?P<sep>[./-]){N1}(?P=sep){Y1}"),
    (
        "day",
        r"{W}(?:[Nn]gày|mùng|mồng)\s+(?:mùng\s+)?{DV1}\s*(?:[/-]|{DOT}|tháng)\s*{T1}(?:\s*(?:[/-]|,?\s*năm\s+){Y1})?",
    ),
    (
        "day",
        r"(?:(?<=\()|(?<=[Đđ]êm )"
        r"|(?<=hôm )|(?<=[Ss]áng )|(?<=[Cc]hiều )|(?<=[Tt]ối )|(?<=[Tt]rưa )|(?<=vào )|(?<=từ )|(?<=đến ))"
        r"{W}{DV1}/{N1}(?=[\s,.;:)])(?!\s+(?:số|doanh|tổng|dân))",
    ),
    (
        "day",
        r"(?:(?<=[Hh]ôm )|(?<=[Ss]áng )|(?<=[Cc]hiều )|(?<=[Tt]ối )|(?<=[Tt]rưa )|(?<=[Đđ]êm ))"
        r"{W}{DV1}(?:-|{DOT}){N1}(?=[\s,.;:)])",
    ),
    ("months", r"[Tt]háng\s+{T1}(?:\s*[/-]\s*{Y1})?{UPTO}(?:tháng\s+)?{T2}(?:\s*[/-]\s*|\s+năm\s+){Y2}"),
    ("month", r"[Tt]háng\s+{T1}\s*[/-]\s*{Y1}"),
    ("month", r"{N1}\s*[/-]\s*{Y1}"),
    ("month", r"[Tt]háng\s+{T1}\s*,?\s*năm\s+{Y1}"),
    ("quarter", r"[Qq]u[ýí]\s+{QW}(?:\s*[/-]\s*|\s+(?:của\s+)?(?:năm\s+)?){Y1}"),
    ("half", r"(?:nửa|6\s+tháng)\s+{HW}\s+(?:của\s+)?(?:năm\s+)?{Y1}"),
    ("first-months", r"(?i:{n})\s+tháng\s+(?:đầu\s+)?(?:của\s+)?năm\s+{Y1}"),
    ("quarter-alone", r"[Qq]u[ýí]\s+{QW}"),
    ("half-alone", r"(?:[Nn]ửa|6\s+tháng)\s+{HW}(?=\s+năm\s+(?:nay|ngoái|tới)\b)"),
    ("months-alone", r"[Tt]háng\s+{T1}{UPTO}(?:tháng\s+)?{T2}(?![/-]?\d|[.,]\d)"),
    (
        "month-alone",
        r"(?<!\d )(?<![Mm]ỗi )(?<!hàng )(?<!hằng )[Tt]háng\s+{T1}(?![/-]?\d|[.,]\d)"
        r"(?!\s+(?:hàng|hằng|mỗi)\s+năm\b|\s+âm lịch\b)",
    ),
)
_YEARS = (
    ("decade", r"{DECADE}"),
    ("years", r"(?P<y1>(?:19|20)\d\d)\s?[-–—]\s?(?P<y2>(?:19|20)\d\d|\d\d(?=[\s,.;:)]))(?![\d%])"),
    (
        "years",
        r"(?:[Ff]rom|[Bb]etween|[Dd]e|[Ee]ntre|[Tt]ừ(?:\s+năm)?)\s+{Y1}\s+(?:to|until|and|through|à|et|đến(?:\s+năm)?|tới(?:\s+năm)?)\s+{Y2}(?!\d)",
    ),
)
STRETCHES = ("first-months", "months-alone")  # that sum up: "in the first nine months"
# Shapes that no date has without its year.
_WITH_YEAR = {"iso-day", "iso-month", "numeric-days", "numeric-day", "months", "month", "quarter", "half"}
_WITH_YEAR |= {"first-months", "season", "decade", "years"}
# What a text holds wherever a shape fits, by the shape's rule: "month" for all others.
_CLUE = dict.fromkeys(("iso-day", "iso-month", "numeric-days", "numeric-day"), "marks")
_CLUE |= dict.fromkeys(("quarter", "half", "quarter-alone", "half-alone"), "part")
_CLUE |= {"first-months": "first", "season": "season", "decade": "decade", "years": "span"}
_CLUES = {
    "marks": r"\d[./-]\d\d?[./-]\d|\d\d-\d\d",
    "decade": r"\d0\b|\d0['’]?s",
    "span": r"\d\d\s?[-–—]\s?\d\d|\d\d\s+(?:to|until|and|through|à|et|đến|tới)\b",
}
_CLUES_VIETNAMESE = {"month": r"[Tt]háng|\d\s*[/.-]", "part": r"[Qq]u[ýí]|[Nn]ửa|6\s+tháng", "first": "tháng"}
_RUN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to write a date, in one language."""

    rule: str
    pattern: re.Pattern[str]
    clue: str  # the name of what a text must hold to be tried
    has_month: bool  # it holds a word for a month or part of a year, so that text without one need not be tried
    has_year: bool  # it holds a year's four digits


def shapes(text: str, language: str, month: bool, year: bool) -> list[Shape]:
    """The shapes that a text can hold, in the order in which they are to be tried: whoever comes first has the words.

    `month` and `year` say whether it has a word for a part of a year, and the digits of a year.
    """
    fitting, clues = _fitting(language if language in LANGUAGES else "en", month, year)
    told = {name for name, pattern in clues if pattern.search(text)}
    return [shape for shape in fitting if shape.clue in told]


@cache
def _fitting(
    language: str, month: bool, year: bool
) -> tuple[tuple[Shape, ...], tuple[tuple[str, re.Pattern[str]], ...]]:
    """The shapes for texts with or without a month and a year, and the clues to these."""
    fitting = tuple(s for s in _shapes(language) if (month or not s.has_month) and (year or not s.has_year))
    return fitting, tuple((name, _clues(language)[name]) for name in sorted({s.clue for s in fitting}))


@cache
def _shapes(language: str) -> tuple[Shape, ...]:
    words = lexicon("dates")[language]
    sources = (*_VIETNAMESE, *_NUMERIC, *_YEARS) if language == "vi" else (*_NUMERIC, *_WORDED, *_YEARS)
    parts = _parts(words)
    return tuple(
        Shape(
            rule,
            re.compile(rf"(?<![\w/.+])(?<!\w-){source.format(**parts)}(?!\w)"),
            _CLUE.get(rule, "month"),
            "{M1}" in source or rule.endswith("-alone"),
            rule in _WITH_YEAR,
        )
        for rule, source in sources
    )


@cache
def _clues(language: str) -> dict[str, re.Pattern[str]]:
    """What a text must hold, by name: cheap to look for, so that few shapes need be tried."""
    words = lexicon("dates")[language]
    months = alternatives([form for forms in words["months"] for form in forms])
    parts = alternatives([*words.get("quarter_words", []), *words.get("half_words", [])])
    own = {
        "month": months,
        "part": rf"{parts}|half|semestre|[QTHS][1-4]",
        "first": "first|premiers",
        "season": alternatives(list(words.get("seasons", {"(?!)": 0}))),
    }
    clues = _CLUES | own | (_CLUES_VIETNAMESE if language == "vi" else {})
    return {name: re.compile(pattern) for name, pattern in clues.items()}


@lru_cache(maxsize=512)  # the sentences of an article, asked for by dates and by figures
def runs_of(text: str) -> frozenset[str]:
    """The runs of letters and digits in a text, in small letters."""
    return frozenset(_RUN.findall(text.lower()))


def longest_runs(phrases: Iterable[str]) -> frozenset[str]:
    """The longest run of each phrase: a text that holds none of them holds none of the phrases."""
    return frozenset(max(_RUN.findall(phrase.lower()), key=len) for phrase in phrases)


def alternatives(words: list[str]) -> str:
    """A pattern for any of the words, the longest first; either apostrophe will do."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace("'", "['’]").replace("\\ ", r"\s+") for w in ordered)


def _parts(words: dict[str, Any]) -> dict[str, str]:
    months = alternatives([form for forms in words.get("months", []) for form in forms]) or "(?!)"
    weekdays = alternatives([form for forms in words["weekdays"] for form in forms])
    ordinal = r"(?:st|nd|rd|th|er|ère)?"
    day = r"(?:0?[1-9]|[12]\d|3[01]|premier(?=\s))"
    year, number = r"(?:19|20)\d\d(?![\d%])", r"(?:0?[1-9]|1[0-2])(?!\d)"
    numbered = rf"{alternatives(list(words['numerals']))}|\d{{1,2}}"
    parts = {
        "ORD": ordinal,
        "W": rf"(?:(?:{weekdays})\.?,?\s+(?:\(|(?:le|the|ngày)\s+)?)?",
        "TO": _between(words["to"]),
        "UPTO": _between([word for word in words["to"] if word not in words["joined"]]),
        "DOT": r"\.(?!\d+\s*(?:triệu|tỷ|tỉ|nghìn|ngàn|giờ|tiếng|lần|lượt|%))",
        "SPAN": r"\s?[-–—]\s?",
        "QW": rf"(?P<qw>{alternatives(list(words['quarters']))})",
        "OFYEAR": r"(?:\s+(?:of|de|du|in|en)(?:\s+the\s+year|\s+l[’']année)?)?",
        "QALONE": rf"(?P<qw>{alternatives([w for w in words['quarters'] if w not in ('last', 'dernier')])})",
        "HALONE": rf"(?P<hw>{alternatives([w for w in words['halves'] if w not in ('last', 'dernier')])})",
        "QUARTER": rf"(?:{alternatives(words.get('quarter_words', ['quarter']))})",
        "HW": rf"(?P<hw>{alternatives(list(words['halves']))})",
        "HALF": rf"(?:{alternatives(words.get('half_words', ['half']))})",
        "MONTHS": alternatives(words.get("months_words", ["months"])),
        "AFTER": alternatives(words.get("month_after", ["in"])),
        "DECADE": _decade(words["decade"]),
        "n": rf"(?P<n>{numbered})",
        "s": rf"(?P<s>{alternatives(list(words.get('seasons', {'(?!)': 0})))})",
    }
    for end in "12":
        parts |= {
            f"D{end}": rf"(?P<d{end}>{day}){ordinal}",
            f"DV{end}": rf"(?P<d{end}>0?[1-9]|[12]\d|3[01])",
            f"M{end}": rf"(?P<m{end}>{months})",
            f"N{end}": rf"(?P<m{end}>{number})",
            f"T{end}": rf"(?P<m{end}>{number}|(?:{months})\b)",
            f"Y{end}": rf"(?P<y{end}>{year})",
        }
    return parts


def _between(words: list[str]) -> str:
    """What stands between the two ends of a span: a dash, or one of the words."""
    return rf"\s*(?:[-–—]|(?<=[\s\d])(?:{alternatives(words)})(?=\s))\s*"


def _decade(form: str) -> str:
    """ "the 1990s", "années 1990": the digits that count are in group x (one form a language, so it is unique)."""
    return form.replace(" ", r"\s+").replace("%s", r"(?P<x>(?:19|20)\d)0", 1)
