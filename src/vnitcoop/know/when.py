"""When two dates can be of one thing, and which says more."""

from __future__ import annotations

import re

from vnitcoop import edtf

_YEAR = re.compile(r"\b\d{3}[\dX]\b|XXXX")
_MONTH_DAY = re.compile(r"[\dX]{4}-(\d\d-\d\d)\b")
_ANY_YEAR = "2000"  # a leap year, in which every day exists


def year(date: str | None) -> str | None:
    """The one year in which a date lies; None where it is unknown or there are several."""
    if not date or not edtf.is_valid(date):
        return None
    first, last = edtf.bounds(edtf.bare(date))
    return f"{first.year:04d}" if first and last and first.year == last.year else None


def month_day(date: str | None) -> str | None:
    """Month and day on which something begins, also where the year is unknown."""
    found = _MONTH_DAY.match(date or "")
    return found[1] if found else None


def is_day(date: str | None) -> bool:
    return bool(date) and edtf.precision(date or "") == "day"


def coarseness(date: str) -> int:
    """0 for a day, more for months and years; an unknown year is worse than a known one."""
    return edtf.PRECISIONS.index(edtf.precision(date)) + ("X" in date)


def compatible(one: str, other: str) -> bool:
    """Whether both can be right of one thing: they overlap, or one refines the other. An unknown year fits all."""
    if not (edtf.is_valid(one) and edtf.is_valid(other)):
        return one == other
    if "X" in one or "X" in other:
        one, other = (_YEAR.sub(_ANY_YEAR, date) for date in (one, other))
    (begin, end), (other_begin, other_end) = edtf.bounds(one), edtf.bounds(other)
    return not (begin and other_end and begin > other_end) and not (other_begin and end and other_begin > end)
