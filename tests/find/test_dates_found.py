"""Dates against tables of sentences: cases/dates_LANGUAGE.txt, which anyone can extend.

A sentence stands at the margin; under it, indented, one line a date:
    EDTF | the words | rule | cue
The last two may be left out where they do not matter. A sentence with nothing under it holds no date.
"@ 2016-10-27" before a sentence gives the article's date for those that follow; "@" alone takes it away.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import edtf as reference
import pytest

from tests.find.articles import article
from vnitcoop import edtf
from vnitcoop.find.dates.dates import find_dates
from vnitcoop.types import Basis, Span

CASES = Path(__file__).parent / "cases"
YEARS = {"year-from-dateline", "year-from-event-name", "year-from-date-near", "years-from-date"}
INFERRED = {*YEARS, "relative-to-dateline", "day-told-before"}


def cases() -> Iterator[tuple[str, str | None, str, list[list[str]]]]:
    for path in sorted(CASES.glob("dates_*.txt")):
        language, published, sentence, wanted = path.stem.removeprefix("dates_"), None, "", []
        for line in [*path.read_text(encoding="utf-8").splitlines(), "end"]:
            if line.startswith("    "):
                wanted.append([part.strip() for part in line.split("|")])
            elif line.strip() and not line.startswith("#"):
                if sentence:
                    yield language, published, sentence, wanted
                sentence, wanted = line, []
                if line.startswith("@"):
                    published, sentence = line[1:].strip() or None, ""


@pytest.mark.parametrize(("language", "published", "sentence", "wanted"), list(cases()))
def test_sentences_of_the_field(language: str, published: str | None, sentence: str, wanted: list[list[str]]) -> None:
    found = find_dates(article(sentence, published, language))
    got = [[m.edtf, sentence[m.span.start : m.span.end], m.rule, m.cue] for m in found]
    assert [row[: len(want)] for row, want in zip(got, wanted, strict=False)] == wanted
    assert len(got) == len(wanted), got


@pytest.mark.parametrize(("language", "published", "sentence", "wanted"), list(cases()))
def test_every_date_is_edtf_and_says_what_it_rests_on(
    language: str, published: str | None, sentence: str, wanted: list[list[str]]
) -> None:
    for mention in find_dates(article(sentence, published, language)):
        assert edtf.is_valid(mention.edtf)
        assert reference.parse_edtf(mention.edtf)
        assert (mention.basis is Basis.INFERRED) == (mention.rule.split(", ")[-1] in INFERRED)
        assert bool(mention.premises) == (mention.basis is Basis.INFERRED)


def test_the_dateline_is_the_premise_of_a_year_taken_from_it() -> None:
    (mention,) = find_dates(article("It opened on October 26th.", "2016-10-27"))
    assert mention.premises == (mention.span, Span(0, 1))


def test_no_other_date_of_the_text_lends_its_year() -> None:
    found = find_dates(article("The talks will be held from June 17-20. It joined in July 2002."))
    assert [m.edtf for m in found] == ["XXXX-06-17/XXXX-06-20", "2002-07"]


def test_two_event_years_lend_none() -> None:
    text = "Digital Week 2023 was small. At Digital Week 2024 they met on November 19."
    assert find_dates(article(text))[-1].edtf == "XXXX-11-19"
