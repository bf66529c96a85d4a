"""Dates as date lines write them, to EDTF. A part that is not written is never filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.words import any_of
from vnitcoop.text import strip_marks, strip_marks_evenly

_EDTF_DAY = r"(?:\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[~?%]?"
_EDTF = re.compile(rf"{_EDTF_DAY}(?:/(?:{_EDTF_DAY}|\.\.)?)?|(?:\.\.)?/{_EDTF_DAY}")
_NUMERIC = (
    re.compile(r"(?<![\d/.-])(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<![\d/.-])(?P<a>\d{1,2})([-/.])(?P<b>\d{1,2})\2(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<![\d/.-])(?P<a>\d{1,2})([-/])(?P<b>\d{1,2})\2(?P<yy>[0-4]\d)(?![\d/.-])"),
    re.compile(r"(?<![\d/.-])(?P<a>\d\d)\.(?P<b>\d\d)\.(?P<yy>[0-4]\d)(?![\d/.-])"),
    re.compile(r"(?<![\d/.-])(?P<y>\d{4})\.\s(?P<m>\d{1,2})\.\s(?P<d>\d{1,2})(?!\d)"),
)
_DIGITS = re.compile(r"\d\d")  # every date has a year, of two digits or four
_YEAR = re.compile(r"\d{4}")
_AMBIGUOUS = _NUMERIC[1]
_SHORT_YEAR = _NUMERIC[2:4]
_NEAR = 4000  # characters of a text in which its months are looked for


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written at start..end of a line."""

    start: int
    end: int
    edtf: str


@lru_cache(maxsize=1024)  # the lines of a page's head and foot: several passes ask for the same
def first_date(line: str, day_first: bool | None) -> WrittenDate | None:
    """The first complete date of a line. `day_first` settles 03/04/2019; None leaves it at its year."""
    if not _DIGITS.search(line):
        return None
    plain = strip_marks_evenly(line)
    patterns = _patterns() if _YEAR.search(plain) else _SHORT_YEAR
    found = [w for pattern in patterns for m in pattern.finditer(plain) if (w := _read(m, day_first))]
    return min(found, key=lambda w: (w.start, -w.end), default=None)


def month_alone(line: str) -> WrittenDate | None:
    """The date of a line that is nothing but a month and its year: "May 2024", "Tháng 5/2024"."""
    match = _month_of_year().fullmatch(strip_marks_evenly(line))
    if not match or not 1900 <= int(match["y"]) <= 2100:
        return None
    month = _month(match) if match["month"] else int(match["m"])
    return WrittenDate(0, len(line), f"{match['y']}-{month:02}") if 1 <= month <= 12 else None


def yearless_date(line: str) -> WrittenDate | None:
    """The first day and month without a year ("Oct. 30"), as XXXX-10-30."""
    for match in _yearless().finditer(strip_marks_evenly(line)):
        month, day = _month(match), int(match["d"] or match["d2"])
        if _is_real(2000, month, day):
            return WrittenDate(match.start(), match.end(), f"XXXX-{month:02}-{day:02}")
    return None


def settled_by_months(line: str, text: str) -> bool | None:
    """Whether the day stands first in a numeric date, by the months that its text names in words."""
    match = _AMBIGUOUS.search(line)
    if not match:
        return None
    named = _months_named(text)
    return None if (int(match["a"]) in named) == (int(match["b"]) in named) else int(match["b"]) in named


def _months_named(text: str) -> frozenset[int]:
    """The months of the days that a text's beginning names in words ("on Oct. 30")."""
    return frozenset(_month(match) for match in _yearless().finditer(strip_marks_evenly(text[:_NEAR])))


def _names(line: str, words: list[str]) -> bool:
    return bool(re.search(rf"(?<!\w){any_of(words)}(?!\w)", line, re.IGNORECASE))


def is_edtf(value: str) -> bool:
    """Whether a value is an EDTF date or interval of real days, as articles and records use them."""
    if not _EDTF.fullmatch(value):
        return False
    return all(_is_possible(day) for day in value.split("/") if day not in ("", ".."))


@cache
def month_number() -> dict[str, int]:
    """Month words without marks, in lower case, to their number."""
    months = lexicon("layout_dates")["months"]
    return {strip_marks(word).casefold(): number for number, words in months.items() for word in words}


@cache
def _vietnamese_numbers() -> dict[str, int]:
    return {strip_marks(word): number for word, number in lexicon("layout_dates")["vietnamese_months"].items()}


@cache
def _month_words() -> str:
    return any_of(month_number()) + r"\b\.?"


def _vietnamese_month() -> str:
    """ "tháng 5", "thg 5", "Th5", "tháng Năm", without marks."""
    words = any_of(_vietnamese_numbers())
    return rf"(?:(?:thang|thg\.?|th)\s*(?P<m>\d{{1,2}})|thang\s+(?P<worded>{words})\b)"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{_month_words()})"
    worded = (
        rf"\b{month},?\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,?\s+|\s*[,/]\s*)(?P<y>\d{{4}})\b",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?:\s+of)?(?:\s+|-){month},?[\s-]+(?P<y>\d{{4}})\b",
        rf"(?<!\d)(?P<d>\d{{1,2}})\s+{_vietnamese_month()}\s*(?:,|\bnam\b)?\s*(?P<y>\d{{4}})(?!\d)",
        rf"\b{_vietnamese_month()}\s+(?P<d>\d{{1,2}}),?\s*(?P<y>\d{{4}})(?!\d)",
    )
    return _NUMERIC + tuple(re.compile(p, re.I) for p in worded)


@cache
def _yearless() -> re.Pattern[str]:
    month = _month_words()
    return re.compile(
        rf"\b(?P<month>{month})\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,]*\d)|"
        rf"(?<!\d)(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?P<month2>{month})",
        re.I,
    )


@cache
def _month_of_year() -> re.Pattern[str]:
    worded, numbered = rf"(?P<month>{_month_words()}),?", r"thang\s+(?P<m>\d{1,2})\s*(?:/|-|nam|,)?"
    return re.compile(rf"(?:{worded}|{numbered})\s*(?P<y>\d{{4}})", re.IGNORECASE)


def _month(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if worded := groups.get("worded"):
        return _vietnamese_numbers()[" ".join(worded.casefold().split())]
    word = groups.get("month") or groups.get("month2") or ""
    return month_number()[" ".join(strip_marks(word).casefold().rstrip(".").split())]


def _read(match: re.Match[str], day_first: bool | None) -> WrittenDate | None:
    parts = match.groupdict()
    year = int(parts.get("y") or 0)
    if parts.get("yy"):
        return _dated(match, 2000 + int(parts["yy"]), int(parts["b"]), int(parts["a"])) if day_first else None
    if parts.get("a"):
        return _numeric(match, year, int(parts["a"]), int(parts["b"]), True if match[2] == "." else day_first)
    month = _month(match) if parts.get("month") or parts.get("worded") else int(parts["m"])
    return _dated(match, year, month, int(parts["d"]))


def _numeric(match: re.Match[str], year: int, a: int, b: int, day_first: bool | None) -> WrittenDate | None:
    possible = [(m, d) for m, d in ((b, a), (a, b)) if _is_real(year, m, d)]
    if len(set(possible)) == 2:
        if day_first is None:
            return WrittenDate(match.start(), match.end(), f"{year}")
        return _dated(match, year, *((b, a) if day_first else (a, b)))
    return _dated(match, year, *possible[0]) if possible else None


def _dated(match: re.Match[str], year: int, month: int, day: int) -> WrittenDate | None:
    if not _is_real(year, month, day):
        return None
    return WrittenDate(match.start(), match.end(), f"{year:04}-{month:02}-{day:02}")


def _is_real(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1900 <= year <= 2100


def _is_possible(day: str) -> bool:
    """Whether month and day can be real; unknown digits may be anything."""
    year, month, number = (*day.rstrip("~?%").split("-"), "XX", "XX")[:3]
    if "X" in month:
        return number == "XX" or ("X" not in number and 1 <= int(number) <= 31)
    if "X" in number:
        return 1 <= int(month) <= 12
    try:
        date(int(year) if "X" not in year else 2000, int(month), int(number))
    except ValueError:
        return False
    return True
