"""Dates as readers see them: EDTF in (ISO 8601-2, levels 0 to 2), plain English out, nothing added."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnitcoop.lexicon import lexicon

_POINT = re.compile(r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2}))?(?:-(?P<day>[0-9X]{2}))?(?P<mark>[?~%]?)$")
_MARKS = {"?": "perhaps ", "~": "about ", "%": "perhaps about ", "": ""}
NO_YEAR = "year not stated"


@dataclass(frozen=True, slots=True)
class ShownDate:
    """`words` for readers; `iso` for `<time>` where the date is exact; `note` where a part is not stated."""

    words: str
    iso: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Point:
    year: str  # "" when not stated
    month: str  # in words
    day: str
    mark: str

    @property
    def words(self) -> str:
        return self.mark + " ".join(part for part in (self.day, self.month, self.year) if part)


def show_date(edtf: str) -> ShownDate:
    """A date as words.

    >>> show_date("XXXX-06-17/XXXX-06-20")
    ShownDate(words='17–20 June', iso=None, note='year not stated')
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        point = _point(first)
        return ShownDate(point.words, _iso(first), _note(point)) if point else ShownDate(edtf)
    start, end = _point(first), _point(last)
    if start and end:
        return ShownDate(_span(start, end), None, _note(end))
    if start and last in {"..", ""}:
        return ShownDate(f"since {start.words}", None, _note(start))
    if end and first in {"..", ""}:
        return ShownDate(f"until {end.words}", None, _note(end))
    return ShownDate(edtf)


def year_of(edtf: str | None) -> str | None:
    """The year in which the date begins, four digits, or None where no source states it.

    >>> year_of("2014/.."), year_of("../2028"), year_of("XXXX-06-17")
    ('2014', '2028', None)
    """
    found = re.search(r"(?<![0-9X])[0-9]{4}(?![0-9X])", (edtf or "").replace("-", " "))
    return found.group() if found else None


def sort_key(edtf: str | None) -> str:
    """Puts dates in order by their beginning; what has no year comes before everything that has one."""
    first, _, last = (edtf or "").partition("/")
    return re.sub(r"[^0-9-]", "", (first if first not in {"", ".."} else last).replace("X", "0"))


def _point(edtf: str) -> _Point | None:
    found = _POINT.match(edtf)
    if not found:
        return None
    words = lexicon("wording")
    month, day = found["month"] or "", (found["day"] or "").strip("X").lstrip("0")
    name = ""
    if month.isdigit():
        number = int(month)
        name = words["months"][number - 1] if 1 <= number <= 12 else words["seasons"].get(number, "")
    return _Point(_year(found["year"]), name, day, _MARKS[found["mark"]])


def _year(digits: str) -> str:
    if "X" not in digits:
        return digits
    if digits.endswith("XX") and digits[:2].isdigit():
        return f"{digits[:2]}00s"
    return f"{digits[:3]}0s" if digits[:3].isdigit() else ""


def _iso(edtf: str) -> str | None:
    return edtf if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", edtf) else None


def _note(point: _Point) -> str:
    return "" if point.year else NO_YEAR


def _span(start: _Point, end: _Point) -> str:
    if (start.year, start.month, start.mark) == (end.year, end.month, end.mark) and start.day and end.day:
        return f"{start.mark}{start.day}–{end.words.removeprefix(end.mark)}"
    if start.year == end.year and start.month and end.month:
        return f"{start.mark}{' '.join(p for p in (start.day, start.month) if p)} – {end.words}"
    return f"{start.words} – {end.words}"
