"""The days that a weekly's issue covers, as its date line prints them: "semaine du 15 au 21 juin 2015"."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.dates import WrittenDate, is_edtf, month_number
from vnitcoop.read.words import any_of
from vnitcoop.text import strip_marks, strip_marks_evenly

_YEAR = re.compile(r"(?:19|20)\d\d")


def issue_days(line: str) -> WrittenDate | None:
    """The first stretch of days in a line, as an EDTF interval; both ends in one year."""
    if not _YEAR.search(line):
        return None
    plain = strip_marks_evenly(line)
    for match in (m for pattern in _patterns() for m in pattern.finditer(plain)):
        month = _month(match)
        first = f"{match['y']}-{_number(match, 'm1') or month:02}-{int(match['d1']):02}"
        last = f"{match['y']}-{month:02}-{int(match['d2']):02}"
        if first < last and is_edtf(f"{first}/{last}"):
            return WrittenDate(match.start(), match.end(), f"{first}/{last}")
    return None


def _month(match: re.Match[str]) -> int:
    word = match.groupdict().get("month")
    return month_number()[word.casefold().rstrip(".")] if word else _number(match, "m2")


def _number(match: re.Match[str], group: str) -> int:
    return int(match.groupdict().get(group) or 0)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    to = rf"\s*(?:[-–—]|(?<=[\s\d]){any_of(map(strip_marks, lexicon('layout_dates')['to']))})\s*"
    month = rf"(?P<month>{any_of(month_number())}\b\.?)"
    first, last, year = r"(?<![\d/.:h-])(?P<d1>\d{1,2})", r"(?P<d2>\d{1,2})", r"(?P<y>(?:19|20)\d\d)(?!\d)"
    sources = (
        rf"{first}{to}{last}\s+(?:of\s+)?{month},?\s+{year}",
        rf"\b{month}\s+{first}{to}{last},?\s+{year}",
        rf"{first}(?:[/.-](?P<m1>\d{{1,2}}))?(?:[/.-](?:19|20)\d\d)?{to}(?:ngay\s+)?{last}\s*(?:[/.-]|thang\s+)(?P<m2>\d{{1,2}})\s*(?:[/.-]|,|nam\s)\s*{year}",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)
