"""Dates, numbers, units and names as readers see them."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnitcoop.types import Figure
from vnitcoop.write import wording
from vnitcoop.write.dates_shown import ShownDate, show_date, sort_key, year_of


def cases(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / "cases" / name).read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("words", "title"), cases("measure_titles.txt"))
def test_a_part_of_a_sentence_is_no_name_of_what_is_counted(words: str, title: str) -> None:
    assert wording.measure_title(words) == title


@pytest.mark.parametrize(("edtf", "words", "iso", "note"), cases("dates_shown.txt"))
def test_a_date_is_shown_with_no_more_than_it_states(edtf: str, words: str, iso: str, note: str) -> None:
    assert show_date(edtf) == ShownDate(words, iso or None, note)


def test_a_date_that_is_none_stays_as_it_is() -> None:
    assert show_date("soon").words == "soon"


@pytest.mark.parametrize(
    ("edtf", "year"),
    [("2019-10-22", "2019"), ("XXXX-06-17/XXXX-06-20", None), ("../2028", "2028"), (None, None), ("201X", None)],
)
def test_the_year_of_a_date_is_never_made_up(edtf: str | None, year: str | None) -> None:
    assert year_of(edtf) == year


def test_dates_without_a_year_stand_before_all_others() -> None:
    assert sorted(["2019-10-22", "XXXX-06-17", "2007", "2007-03"], key=sort_key) == [
        "XXXX-06-17",
        "2007",
        "2007-03",
        "2019-10-22",
    ]


@pytest.mark.parametrize(
    ("value", "high", "unit", "qualifier", "shown"),
    [
        (800_000_000, None, "USD", "over", "over US$ 800 million"),
        (36, None, "percent", "over", "over 36%"),
        (33.33, None, "percent", "exact", "33.33%"),
        (740_000, None, "count", "exact", "740,000"),
        (10, 15, "years", "about", "about 10–15 years"),
        (1, None, "years", "exact", "1 year"),
        (2, None, "rank", "exact", "no. 2"),
        (1_500_000_000_000, None, "VND", "at-least", "at least 1.5 trillion dong"),
        (5, None, "megawatts", "exact", "5 megawatts"),
    ],
)
def test_a_figure_is_shown_with_its_unit(
    value: float, high: float | None, unit: str, qualifier: str, shown: str
) -> None:
    figure = Figure("f", value, high, unit, qualifier, "x", None, None, False, None, None, (), ())
    assert wording.figure_value(figure) == shown


@pytest.mark.parametrize(
    ("name", "article", "language"),
    [
        ("Ngô Thu Huyên", "fr", "fr"),
        ("Đà Nẵng", "en", "vi"),
        ("VINASA", "fr", ""),
        ("Hanoi", "en", ""),
        ("présidente", "fr", "fr"),
        ("Nguyễn Văn Khoa", "fr", "vi"),
    ],
)
def test_the_language_of_a_name_is_told_by_its_letters(name: str, article: str, language: str) -> None:
    assert wording.name_language(name, article) == language
