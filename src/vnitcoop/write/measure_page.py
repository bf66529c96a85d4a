"""The page of a measure: what some figures count, every value that was told of it, forecasts apart, and a chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from vnitcoop.types import Figure
from vnitcoop.write import escape, quotes, rows, wording
from vnitcoop.write.dates_shown import year_of
from vnitcoop.write.head import Head, crumbs, facets, folded, standing
from vnitcoop.write.measures import Measure
from vnitcoop.write.pictures.values_picture import values_picture
from vnitcoop.write.sheet import Fact, Sheet, Value
from vnitcoop.write.tables import Row, Table, table, words
from vnitcoop.write.world import SHOWN, World

TEMPLATE = "measure.md"
_COLUMNS = ("Value", "In the article’s words", "Article")
_MOST_OTHERS = 12
_OTHERS = {"event": "Of the same event", "article": "In the same article"}


@dataclass(frozen=True, slots=True)
class MeasurePage:
    head: Head
    facts: tuple[Fact, ...]
    values: Table | None
    forecasts: Table | None
    picture: Markup
    others: tuple[tuple[Markup, str], ...]
    others_title: str
    telling: quotes.Telling


def measure_page(sheet: Sheet, measure: Measure) -> MeasurePage:
    shown = measure.figures[:SHOWN]
    facts = _facts(sheet, measure, shown)
    return MeasurePage(
        head=_head(sheet, measure),
        facts=facts,
        values=_table(sheet, measure, [f for f in shown if not f.forecast], "Values as reported"),
        forecasts=_table(sheet, measure, [f for f in shown if f.forecast], "Expected, planned, targeted or needed"),
        picture=values_picture(replace(measure, figures=_independent(sheet.world, measure))),
        others=_others(sheet, measure),
        others_title=_OTHERS.get(sheet.world.kinds.get(measure.scope, ""), "Of the same subject"),
        telling=quotes.telling(sheet, measure),
    )


def _independent(world: World, measure: Measure) -> tuple[Figure, ...]:
    """The figures of a measure, each value once for all near copies of an article that tell it."""
    found: dict[tuple[object, ...], Figure] = {}
    for figure in measure.figures:
        sources = {world.articles[key].near_duplicate_of or key for key in world.told_by[figure.id]}
        said = wording.figure_value(figure), figure.as_of, figure.forecast
        found.setdefault((*said, *sorted(sources)), figure)
    return tuple(found.values())


def _table(sheet: Sheet, measure: Measure, figures: Sequence[Figure], caption: str) -> Table | None:
    left = len(measure.figures) - SHOWN
    more = f" ({left:,} older ones are among the evidence)" if left > 0 else ""
    return table(f"{caption}, the newest first{more}", _COLUMNS, [_row(sheet, f) for f in figures], style="told")


def _row(sheet: Sheet, figure: Figure) -> Row:
    def said(label: str, field: str) -> tuple[Value, ...]:
        held = getattr(figure, field)
        return (rows.aside(label, sheet.brief(figure, field, held)),) if held else ()

    told = (sheet.told(key) for key in sheet.world.told_by[figure.id])
    articles = [Markup("{}, {}").format(t.link, Markup(", ").join(filter(None, (t.outlet, t.date)))) for t in told]
    value = rows.amount(sheet, figure)
    dated = tuple(rows.aside("as of", one) for one in sheet.when(figure, "as_of", figure.as_of))
    words_of = (Value(rows.sentence(sheet, figure)), *dated, *said("said by", "speaker"), *said("told of", "event"))
    return Row((value, words_of, words(*articles)), id=figure.id)


def _facts(sheet: Sheet, measure: Measure, shown: Sequence[Figure]) -> tuple[Fact, ...]:
    """The definition, as far as articles give one: their words, the unit, and what the words are about."""
    first, stated = shown[0], [figure for figure in shown if not figure.forecast]
    wordings = [
        sheet.value(f, "measure", f.measure, rows.own_words(sheet, f, f.measure)) for f in _each(shown, "measure")
    ]
    unit = sheet.value(first, "unit", first.unit, escape.text(wording.word("unit_names", measure.unit)))
    subjects = [sheet.value(f, "subject", f.subject) for f in _each(shown, "subject")]
    held = [sheet.when(f, "as_of", f.as_of)[0] for f in _each(stated, "as_of")]
    found = (
        Fact("What is counted", tuple(wordings)),
        Fact("Unit", (unit,)),
        Fact("About", tuple(subjects), "Only the words above say what it is about."),
        Fact("As of", tuple(held), "No source states the date or the period."),
    )
    return tuple(fact for fact in found if fact.values or fact.empty)


def _each(figures: Sequence[Figure], field: str) -> list[Figure]:
    """The newest figure for each value of a field that they have, the oldest first."""
    return list({value: figure for figure in reversed(figures) if (value := getattr(figure, field))}.values())


def _head(sheet: Sheet, measure: Measure) -> Head:
    world = sheet.world
    articles = [world.articles[key] for key in world.told_by[measure.id]]
    named = (key or "" for figure in measure.figures for key in (figure.subject, figure.speaker))
    bodies = [key for key in named if world.kinds.get(key) == "organisation"]
    return Head(
        label="Figure",
        title=escape.text(measure.name),
        language=sheet.language_of(measure),
        lead=_lead(sheet, measure),
        crumbs=crumbs(sheet, "measure", measure.name),
        facets=facets(
            kind=["Figure"],
            year=sorted({year_of(f.as_of) or "year not stated" for f in measure.figures}),
            language=[wording.word("languages", a.language) for a in articles],
            organisation=[sheet.name(key) for key in bodies],
        ),
        folded=folded([measure.name]),
        standing=standing(sheet, world.told_by[measure.id]),
        said=_said(sheet, measure).striptags(),
    )


def _said(sheet: Sheet, measure: Measure) -> Markup:
    """The newest value, when it holds and who said it."""
    newest = measure.newest
    value = wording.figure_value(newest) + (" (forecast)" if newest.forecast else "")
    parts = [escape.text(value)]
    parts += [Markup("as of {}").format(sheet.date(newest.as_of))] if newest.as_of else []
    parts += [Markup("said by {}").format(sheet.link(newest.speaker))] if newest.speaker else []
    return Markup(" · ").join(parts)


def _lead(sheet: Sheet, measure: Measure) -> Markup:
    """The newest value, where it is told, and how many values there are."""
    newest = measure.newest
    parts = [_said(sheet, measure)]
    if newest.event:
        parts.append(Markup("told of {}").format(sheet.link(newest.event)))
    else:
        parts += [Markup("in {}").format(sheet.link(article)) for article in sheet.world.told_by[newest.id][:1]]
    forecasts = sum(figure.forecast for figure in measure.figures)
    parts.append(escape.text(wording.counted(len(measure.figures) - forecasts, "value", "values")))
    parts += [escape.text(wording.counted(forecasts, "forecast", "forecasts"))] if forecasts else []
    return Markup(" · ").join(parts)


def _others(sheet: Sheet, measure: Measure) -> tuple[tuple[Markup, str], ...]:
    """Other measures of the same subject, event or article, each with its newest value."""
    near = [other for other in sheet.world.measures_by.get(measure.scope, ()) if other is not measure]
    newest = [other.figures[0] for other in near[:_MOST_OTHERS]]
    return tuple((rows.measured(sheet, figure), wording.figure_value(figure)) for figure in newest)
