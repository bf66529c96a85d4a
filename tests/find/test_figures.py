"""Figures against tables of sentences: cases/figures_LANGUAGE.txt, which anyone can extend.

A sentence stands at the margin; under it, indented, one line a figure:
    VALUE[..HIGH] UNIT QUALIFIER | measure | as of | forecast
The measure is compared whole; the last two may be left out. A sentence with nothing under it holds no figure.
The sentences are read as if published on Wednesday, 14 June 2023.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.find.articles import article
from tests.find.work import calls
from vnitcoop.find.dates.dates import find_dates
from vnitcoop.find.figures.figures import find_figures
from vnitcoop.types import BlockKind, Finding, Span

CASES = Path(__file__).parent / "cases"


def cases() -> Iterator[tuple[str, str, list[str]]]:
    for path in sorted(CASES.glob("figures_*.txt")):
        language, sentence, wanted = path.stem.removeprefix("figures_"), "", []
        for line in [*path.read_text(encoding="utf-8").splitlines(), "end"]:
            if line.startswith("    "):
                wanted.append(" | ".join(part.strip() for part in line.split("|")))
            elif line.strip() and not line.startswith("#"):
                if sentence:
                    yield language, sentence, wanted
                sentence, wanted = line, []


def fields(finding: Finding) -> dict[str, object]:
    return {statement.field: statement.value for statement in finding.statements}


def written(finding: Finding) -> str:
    said = fields(finding)
    high = f"..{said['high']}" if "high" in said else ""
    parts = [f"{said['value']}{high} {said['unit']} {said['qualifier']}", str(said["measure"])]
    parts += [str(said.get("as_of", "")), "forecast" if said["forecast"] else ""]
    return " | ".join(parts).rstrip(" |")


def read(text: str, language: str = "en", names: tuple[Span, ...] = (), **more: object) -> tuple[Finding, ...]:
    one = article(text, "2023-06-14", language, **more)
    return find_figures(one, find_dates(one), names)


@pytest.mark.parametrize(("language", "sentence", "wanted"), list(cases()))
def test_sentences_of_the_field(language: str, sentence: str, wanted: list[str]) -> None:
    assert [written(finding) for finding in read(sentence, language)] == wanted


@pytest.mark.parametrize(("language", "sentence", "wanted"), list(cases()))
def test_every_statement_has_words_of_its_own(language: str, sentence: str, wanted: list[str]) -> None:
    for finding in read(sentence, language):
        said = [s.field for s in finding.statements]
        assert {"value", "unit", "qualifier", "measure", "forecast"} <= set(said)
        assert len(said) == len(set(said))
        for statement in finding.statements:
            assert statement.spans and statement.rule
            assert all(span.end <= len(sentence) for span in statement.spans)


def test_a_figure_said_twice_is_one_finding_with_two_mentions() -> None:
    lead = "More than 300 delegates met in Hanoi."
    (finding,) = read(f"{lead}\n{lead}")
    assert [(m.start, m.end) for m in finding.mentions] == [(0, 23), (38, 61)]


def test_one_number_with_two_meanings_is_two_findings() -> None:
    found = read("More than 30 firms came. The country was there 30 years ago, with 30 schools.")
    assert [(fields(f)["value"], fields(f)["unit"], fields(f)["measure"]) for f in found] == [
        (30, "count", "firms"), (30, "years", "years ago"), (30, "count", "schools"),
    ]  # fmt: skip


def test_a_number_in_a_name_is_no_figure() -> None:
    text = "The club 100 Companies of Japan met 20 guests."
    assert [fields(f)["value"] for f in read(text)] == [100, 20]
    assert [fields(f)["value"] for f in read(text, names=(Span(9, 31),))] == [20]


def test_an_inferred_date_stays_inferred() -> None:
    (finding,) = read("Exports reached $5 billion last year.")
    as_of = next(s for s in finding.statements if s.field == "as_of")
    assert (as_of.value, as_of.basis.value) == ("2022", "inferred")
    assert Span(0, 1) in as_of.spans  # the words that give the article's date


def test_captions_and_titles_are_read_too() -> None:
    assert len(read("Three firms got certificates.", kind=BlockKind.CAPTION)) == 1


def test_a_long_line_of_numbers_takes_work_in_proportion() -> None:
    def work(repeats: int) -> int:
        one = article("The fund gave 20 firms $5 million in 2019, " * repeats, "2023-06-14")
        dates = find_dates(one)
        return calls(lambda: find_figures(one, dates, ()))

    work(10)
    assert work(200) < 2.2 * work(100)


@pytest.mark.parametrize("language", ["en", "fr", "vi"])
@pytest.mark.parametrize("text", ["1" * 9000, "5 of the " * 3000, "two more " * 3000, "tỷ " * 3000, "9 tỷ tỷ " * 900])
def test_no_number_is_too_long_or_too_deep(text: str, language: str) -> None:
    read(text, language)
