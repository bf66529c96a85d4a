"""From the parts that a shape of date found to an EDTF string."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop import edtf
from vnitcoop.lexicon import lexicon


def spell(match: re.Match[str], language: str, rule: str) -> tuple[int, int, str] | None:
    """Start and end of the date in the searched text, and the date; None when the parts make no date."""
    parts = {name: value for name, value in match.groupdict().items() if value is not None}
    try:
        date = _part_of_year(parts, language) or _days(parts, language)
    except ValueError:
        return None
    if not edtf.is_valid(date):
        return None
    start = match.start("m1") if rule == "month-alone" and language != "vi" else match.start()
    return start, match.end(), date


def _part_of_year(parts: dict[str, str], language: str) -> str | None:
    words = lexicon("dates")[language]
    if "x" in parts:
        return f"{parts['x']}X"
    year = parts.get("y1", "")
    if "s" in parts:
        return f"{year}-{words['seasons'][parts['s']]}"
    if "n" in parts:
        months = words["numerals"].get(parts["n"].lower()) or int(parts["n"])
        return _months_of(year, 1, months)
    if "hw" in parts or "h" in parts:
        half = words["halves"].get(parts.get("hw", "")) or int(parts["h"])
        return _months_of(year, 6 * half - 5, 6 * half)
    quarter = words["quarters"].get(parts.get("qw", "")) or int(parts.get("q") or parts.get("qq") or 0)
    return _months_of(year, 3 * quarter - 2, 3 * quarter) if quarter else None


def _months_of(year: str, first: int, last: int) -> str:
    """From one month to another of a year that may not be said."""
    return edtf.interval(*(edtf.build(int(year or 0) or None, month) for month in (first, last)))


def _days(parts: dict[str, str], language: str) -> str:
    month1, month2 = _month(parts.get("m1"), language), _month(parts.get("m2"), language)
    day1, day2 = _day(parts.get("d1")), _day(parts.get("d2"))
    year2 = _year(parts.get("y2"), parts.get("y1"))
    year1 = _year(parts.get("y1"), None)
    if not any(name in parts for name in ("d2", "m2", "y2")):
        return edtf.build(year1, month1, day1)
    if year2 is None:
        year2 = year1
    if year1 is None and year2 is not None:
        year1 = year2 - 1 if month1 and month2 and month1 > month2 else year2
    return edtf.interval(edtf.build(year1, month1, day1), edtf.build(year2, month2 or month1, day2))


def _year(digits: str | None, first: str | None) -> int | None:
    if digits is None:
        return None
    return int(first[:2] + digits) if first and len(digits) == 2 else int(digits)


def _day(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdigit() else 1


def _month(written: str | None, language: str) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdigit() else _month_numbers(language)[written]


@cache
def _month_numbers(language: str) -> dict[str, int]:
    months = lexicon("dates")[language]["months"]
    return {form: number for number, forms in enumerate(months, 1) for form in forms}
