"""Figures gather where they count the same of the same, forecasts stand apart, and a chart needs three values."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import frontmatter
from knowledge import knowledge

from vnitcoop.types import Figure
from vnitcoop.write.measures import gather
from vnitcoop.write.pages import render_pages
from vnitcoop.write.pictures.values_picture import values_picture

TEMPLATES = Path(__file__).parents[2] / "templates"
EXPORTS = knowledge().figures[0]


def exports(key: str, **rest: Any) -> Figure:
    return replace(EXPORTS, **({"id": key, "measure": "software exports"} | rest))


def sizes(*figures: Figure) -> list[int]:
    return sorted(len(measure.figures) for measure in gather(figures, {}))


def test_the_same_words_of_the_same_subject_are_one_measure() -> None:
    assert sizes(exports("a", subject="vietnam"), exports("b", subject="vietnam", measure="Software Exports")) == [2]
    assert sizes(exports("a", event="forum"), exports("b", event="forum")) == [2]
    assert sizes(exports("a"), exports("b")) == [2]  # in one article


def test_another_unit_subject_or_article_is_another_measure() -> None:
    elsewhere = replace(EXPORTS.mentions[0], article="forum-looks-back")
    assert sizes(exports("a", subject="vietnam"), exports("b", subject="japan")) == [1, 1]
    assert sizes(exports("a", subject="vietnam"), exports("b", subject="vietnam", unit="percent")) == [1, 1]
    assert sizes(exports("a"), exports("b", mentions=(elsewhere,))) == [1, 1]


def test_a_piece_of_a_sentence_names_no_measure() -> None:
    named = {
        m.name: m.is_named
        for word in ("software exports", "FPT wants to have")
        for m in gather([exports("a", measure=word)], {})
    }
    assert list(named.values()) == [True, False]


def test_a_bare_word_is_not_enough_to_gather_by() -> None:
    assert sizes(exports("a", measure="people"), exports("b", measure="people")) == [1, 1]
    assert sizes(exports("a", measure="people", event="forum"), exports("b", measure="people", event="forum")) == [2]


def test_a_measure_keeps_its_id_when_other_figures_come() -> None:
    alone, more = gather([exports("a")], {}), gather([exports("b"), exports("c", unit="percent"), exports("a")], {})
    assert {measure.id for measure in alone} < {measure.id for measure in more}


def test_values_that_are_dated_make_a_chart_from_three_on() -> None:
    years = [exports(year, as_of=year, value=int(year)) for year in ("2016", "2017", "2018")]
    undated, ranks = [exports("x", as_of=None), *years[:2]], [replace(figure, unit="rank") for figure in years]
    assert "<svg" in values_picture(gather(years, {})[0])
    assert [values_picture(gather(group, {})[0]) for group in (years[:2], undated, ranks)] == ["", "", ""]


def test_a_chart_says_which_values_are_open_forecast_or_ranges() -> None:
    drawn = values_picture(
        gather(
            [
                exports("a", as_of="2016", qualifier="over"),
                exports("b", as_of="2017", forecast=True),
                exports("c", as_of="2018-03-04", high=900_000_000, qualifier="exact"),
            ],
            {},
        )[0]
    )
    for words in ("2016: over US$ 800 million", "2017: over US$ 800 million, forecast", "US$ 800 million–900 million"):
        assert words in drawn


def test_the_page_has_definition_values_and_forecasts_apart() -> None:
    known = knowledge()
    later = exports("forecast", forecast=True, as_of="2028", event=None)
    known = replace(known, figures=(exports("stated"), later))
    pages = {path: page for path, page in render_pages(known, TEMPLATES).items() if path.startswith("figures/s")}
    (body,) = [frontmatter.loads(page).content for page in pages.values()]
    stated, forecasts = body.split("## Forecasts")
    assert "<h1" in stated and "Software exports" in stated and "US dollars" in stated
    assert 'id="stated"' in stated and 'id="forecast"' not in stated
    assert 'id="forecast"' in forecasts.split("## In the")[0]
    assert ">over US$ 800 million</b>" in forecasts  # its sentence, with the way to the words


def test_a_value_that_stands_alone_has_no_page_but_a_place_in_the_list() -> None:
    alone, pair = exports("a", measure="software exports"), [exports(key, subject="vietnam") for key in ("b", "c")]
    drawn = render_pages(replace(knowledge(), figures=(alone, *pair)), TEMPLATES)
    assert [path for path in drawn if path.startswith("figures/software")] == [
        f"figures/{measure.id}.md" for measure in gather(pair, {})
    ]
    assert 'id="a"' in drawn["figures/index.md"]


def test_a_chart_draws_what_near_copies_tell_once() -> None:
    known = knowledge()
    years = [exports(year, as_of=year, subject="vinasa") for year in ("2016", "2017", "2018")]
    elsewhere = replace(EXPORTS.mentions[0], article="forum-looks-back")
    again = exports("again", as_of="2018", subject="vinasa", mentions=(elsewhere,), claims=())
    for original, drawn in (("forum-opens", 3), (None, 4)):
        articles = (
            replace(a, near_duplicate_of=original if a.id == "forum-looks-back" else None) for a in known.articles
        )
        pages = render_pages(replace(known, articles=tuple(articles), figures=(*years, again)), TEMPLATES)
        (page,) = [text for path, text in pages.items() if path.startswith("figures/software") and "<svg" in text]
        assert page.count("<circle") == drawn
