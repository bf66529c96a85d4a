"""Dates as calendars and feeds need them: whole days, and only where a source states them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vnitcoop.edtf import bounds, is_valid


def days(edtf: str | None) -> tuple[date, date] | None:
    """The first and the last day, or None unless both are stated without any doubt.

    >>> days("2019-10-22/2019-10-24"), days("2019-10"), days("2019-10-22~")
    ((datetime.date(2019, 10, 22), datetime.date(2019, 10, 24)), None, None)
    """
    ends = (edtf or "").split("/")
    if not is_valid(edtf or "") or not all(len(end) == 10 and end.replace("-", "").isdigit() for end in ends):
        return None
    return date.fromisoformat(ends[0]), date.fromisoformat(ends[-1])


NO_DATE = date(1970, 1, 1)  # where no date is known at all, and a format must have one


def newest(dates: Iterable[str | None]) -> date:
    """The first day that the newest of these may be."""
    return max((day for edtf in dates if (day := earliest(edtf))), default=NO_DATE)


def earliest(edtf: str | None) -> date | None:
    """The first day that the date may be, where its year is stated: that of `2019-10` is the first of October."""
    return bounds(edtf)[0] if edtf and is_valid(edtf) else None
