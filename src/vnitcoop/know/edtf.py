"""Comparing EDTF dates as far as the knowledge holds them: days, months, years, unknown years, intervals."""

from __future__ import annotations

import re

_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?\Z")


def parts(date: str) -> tuple[str, str]:
    """Start and end, bare of qualifiers; "" where open. A single date is both."""
    bare = re.sub(r"[~?%]", "", date)
    start, slash, end = bare.partition("/")
    start, end = (start.replace("..", ""), end.replace("..", "") if slash else start)
    return start, end


def bounds(date: str) -> tuple[str, str]:
    """First and last day as sortable text; an unknown year is kept as XXXX."""
    start, end = parts(date)
    return _padded(start, "01", "01") if start else "0000-01-01", _padded(end, "12", "31") if end else "9999-12-31"


def _padded(date: str, month: str, day: str) -> str:
    match = _DATE.match(date)
    if not match:
        return date
    fields = [match[1], match[2], match[3]]
    return "-".join(f if f and f != "XX" else filler for f, filler in zip(fields, ("", month, day), strict=True))


def year(date: str | None) -> str | None:
    """The one year of a date; None where unknown or open."""
    if not date:
        return None
    start, end = parts(date)
    years = {start[:4], end[:4]}
    return start[:4] if len(years) == 1 and start[:4].isdigit() else None


def precision(date: str) -> int:
    """3 for days, 2 for months, 1 for years; an unknown year counts one less."""
    start = parts(date)[0] or parts(date)[1]
    return len([p for p in start.split("-") if p.strip("X")])


def is_day(date: str | None) -> bool:
    return bool(date) and precision(date or "") == 3


def compatible(one: str, other: str) -> bool:
    """Whether both can be right of one thing: they overlap, or one refines the other."""
    (a, b), (c, d) = bounds(one), bounds(other)
    if "XXXX" in one or "XXXX" in other:
        a, b, c, d = a[5:], b[5:], c[5:], d[5:]
    return a <= d and c <= b


def day_key(date: str | None) -> str | None:
    """Month and day on which something begins, where both are known: the same with and without the year."""
    if not date:
        return None
    match = _DATE.match(parts(date)[0])
    return f"{match[2]}-{match[3]}" if match and match[2] and match[3] and "X" not in match[2] + match[3] else None
