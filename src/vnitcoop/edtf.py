"""Dates as EDTF strings (ISO 8601-2, level 2): build them, check them, read their bounds and how fine they are.

A part that no source states is X ("XXXX-06-17"); an unknown or open end of an interval is "..".
Months 21-24 are seasons, 33-36 quarters, 40-41 halves of a year, as the standard numbers them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

PRECISIONS = ("day", "month", "part", "year", "decade", "unknown")
_MARKS = dict.fromkeys(map(ord, "~?%"))
_POINT = re.compile(r"(?P<y>\d{4}|\d{3}X|XXXX)(?:-(?P<m>\d{2}|XX)(?:-(?P<d>\d{2}|XX))?)?[~?%]?")
_SEASONS = range(21, 25)
_QUARTERS = range(33, 37)
_HALVES = range(40, 42)
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

Bounds = tuple[date | None, date | None]


def build(year: int | None = None, month: int | None = None, day: int | None = None) -> str:
    """An EDTF date from what is known of it. Raises ValueError when there is no such day.

    >>> build(None, 6, 17), build(2024, 5), build(2007)
    ('XXXX-06-17', '2024-05', '2007')
    """
    parts = [f"{year:04d}" if year else "XXXX"]
    if month or day:
        parts.append(f"{month:02d}" if month else "XX")
    if day:
        parts.append(f"{day:02d}")
    text = "-".join(parts)
    if not is_valid(text):
        raise ValueError(f"no such date: {text}")
    return text


def interval(first: str, last: str) -> str:
    """Both ends as one interval; a single date when they are the same."""
    return first if first == last else f"{first}/{last}"


@lru_cache(maxsize=4096)
def is_valid(text: str) -> bool:
    """Whether the string is a date or interval of the forms used here, and the day exists in the calendar."""
    ends = text.split("/")
    if len(ends) > 2 or ends == ["..", ".."]:
        return False
    if len(ends) == 1:
        return _is_point(text)
    if not all(end == ".." or _is_point(end) for end in ends):
        return False
    first, last = bounds(ends[0])[0], bounds(ends[1])[1]
    return first is None or last is None or first <= last


def _is_point(text: str) -> bool:
    found = _POINT.fullmatch(text)
    if not found:
        return False
    year, month, day = found["y"], found["m"], found["d"]
    if month is None or month == "XX":
        return month is None or day is not None
    number = int(month)
    if number in _SEASONS or number in _QUARTERS or number in _HALVES:
        return day is None
    if not 1 <= number <= 12:
        return False
    longest = monthrange(int(year), number)[1] if year.isdigit() and int(year) else _LONGEST_MONTH[number - 1]
    return day is None or day == "XX" or 1 <= int(day) <= longest


def bare(text: str) -> str:
    """The date without qualifiers and open ends: `../2028` and `2028~` are 2028."""
    return text.removeprefix("../").removesuffix("/..").translate(_MARKS)


@lru_cache(maxsize=4096)
def precision(text: str) -> str:
    """How fine the date is: day, month, part (a season, quarter or half), year, decade, or unknown.

    Of an interval, the precision of its finer end.
    """
    return min((_point_precision(end) for end in bare(text).split("/")), key=PRECISIONS.index)


def _point_precision(text: str) -> str:
    found = _POINT.fullmatch(text)
    if not found:
        return "unknown"
    if found["d"]:
        return "day"
    if found["m"]:
        return "month" if int(found["m"]) <= 12 else "part"
    return "decade" if found["y"].endswith("X") and found["y"] != "XXXX" else "year"


@lru_cache(maxsize=4096)
def bounds(text: str) -> Bounds:
    """First and last day; None where the end is open or a needed part (the year) is unknown.

    >>> bounds("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    if "/" in text:
        first, last = text.split("/", 1)
        return bounds(first)[0], bounds(last)[1]
    found = _POINT.fullmatch(text)
    if not found or found["y"] in ("XXXX", "0000"):
        return None, None
    year = found["y"]
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not found["m"] or not found["m"].isdigit():
        return date(first_year, 1, 1), date(last_year, 12, 31)
    first_month, last_month, later = _months(int(found["m"]))
    if found["d"] and found["d"].isdigit():
        day = date(first_year, first_month, int(found["d"]))
        return day, day
    end_year = last_year + later
    return date(first_year, first_month, 1), date(end_year, last_month, monthrange(end_year, last_month)[1])


def _months(number: int) -> tuple[int, int, int]:
    """First and last month, and how many years later the last one is (winter runs into the next year)."""
    if number in _SEASONS:
        first = 3 * (number - 20)
        return first, (first + 1) % 12 + 1, int(number == 24)
    if number in _QUARTERS:
        return 3 * (number - 33) + 1, 3 * (number - 32), 0
    if number in _HALVES:
        return 6 * (number - 40) + 1, 6 * (number - 39), 0
    return number, number, 0
