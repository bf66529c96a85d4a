"""Dates as EDTF: what may be built, how far they reach, how fine they are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnitcoop import edtf


@pytest.mark.parametrize("text", ["2019-10-22", "2024-05", "2007", "XXXX-06-17/XXXX-06-20", "2014/..", "../2028",
                                  "2019-35", "2019-40", "199X", "2024-05~", "2024-02-29", "XXXX-02-29"])  # fmt: skip
def test_these_are_dates(text: str) -> None:
    assert edtf.is_valid(text)


@pytest.mark.parametrize("text", ["", "2019-13", "2023-02-29", "2019-00-01", "../..", "2020/2019", "2019-35-01",
                                  "a/b/c", "19", "XXXX-04-31", "2923-1"])  # fmt: skip
def test_these_are_none(text: str) -> None:
    assert not edtf.is_valid(text)


@pytest.mark.parametrize(("text", "first", "last"), [
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)), ("2007", date(2007, 1, 1), date(2007, 12, 31)),
    ("2019-35", date(2019, 7, 1), date(2019, 9, 30)), ("2019-40", date(2019, 1, 1), date(2019, 6, 30)),
    ("2019-24", date(2019, 12, 1), date(2020, 2, 29)), ("199X", date(1990, 1, 1), date(1999, 12, 31)),
    ("2014/..", date(2014, 1, 1), None), ("../2028", None, date(2028, 12, 31)), ("XXXX-06-17", None, None),
    ("2019-10-22/2019-10-23", date(2019, 10, 22), date(2019, 10, 23)),
])  # fmt: skip
def test_bounds(text: str, first: date | None, last: date | None) -> None:
    assert edtf.bounds(text) == (first, last)


@pytest.mark.parametrize(("text", "how_fine"), [
    ("2019-10-22", "day"), ("2024-05", "month"), ("2019-35", "part"), ("2007", "year"), ("199X", "decade"),
    ("XXXX-06-17", "day"), ("../2028", "year"), ("2014/2015-03", "month"),
])  # fmt: skip
def test_precision(text: str, how_fine: str) -> None:
    assert edtf.precision(text) == how_fine


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_begins_and_ends_with_itself(day: date) -> None:
    assert edtf.bounds(edtf.build(day.year, day.month, day.day)) == (day, day)


def test_there_is_no_thirtieth_of_february() -> None:
    with pytest.raises(ValueError, match="no such date"):
        edtf.build(2024, 2, 30)
