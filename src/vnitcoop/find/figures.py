"""Figures: every number of an article that says how much or how many, with what it measures and when it holds.

Statements carry the words that say them; a figure said twice is one finding with two mentions.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vnitcoop.edtf import bare
from vnitcoop.find.as_of import timeline
from vnitcoop.find.forecasts import forecast_cue
from vnitcoop.find.measures import clause_before, measure_of
from vnitcoop.find.partners import is_partners
from vnitcoop.find.phrases_counted import Run, has_plural, head_noun
from vnitcoop.find.quantities import Quantity, openers, read_quantity
from vnitcoop.find.ranks import rank_openers, read_rank
from vnitcoop.find.repeats import Draft, merge
from vnitcoop.find.units import COUNT, DURATIONS
from vnitcoop.find.wordlists import word_list
from vnitcoop.find.words import Word, cut
from vnitcoop.types import Article, BlockKind, DateMention, Finding, Sentence, Span, Statement

Measure = tuple[str, tuple[Span, ...], str]  # the words, where they stand, and the rule


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence to be read for figures; `dated` and `named` are the positions of words in dates and in names."""

    text: str
    sentence: Sentence
    words: tuple[Word, ...]
    dates: tuple[DateMention, ...]
    dated: frozenset[int]
    named: frozenset[int]

    @property
    def language(self) -> str:
        """The sentence's language."""
        return self.sentence.language

    def span(self, run: Run) -> Span:
        """Where words[first:last] stand in the article."""
        return Span(self.words[run[0]].start, self.words[run[1] - 1].end)


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with the runs of words that say what it measures; none where it is as the figure before."""

    quantity: Quantity
    runs: tuple[Run, ...]
    rule: str


def find_figures(article: Article, dates: Sequence[DateMention], names: Sequence[Span]) -> tuple[Finding, ...]:
    """The figures of an article in the order of the text.

    `dates` are its dates, `names` the spans of names (events, bodies, people): a number in either is no figure.
    """
    drafts: list[Draft] = []
    dates, names = sorted(dates, key=lambda d: d.span), sorted(names)
    for sentence in article.sentences:
        line = _line(article.text, sentence, dates, names)
        heading = article.blocks[sentence.block].kind is not BlockKind.BODY
        before = drafts[-1] if drafts and drafts[-1].block == sentence.block else None
        drafts += _drafts(line, list(_read(line)), before, heading)
    return merge(drafts)


def _line(text: str, sentence: Sentence, dates: Sequence[DateMention], names: Sequence[Span]) -> Line:
    words = tuple(cut(text, sentence.start, sentence.end))
    first, last = (bisect_left(dates, at, key=lambda d: d.span.start) for at in (sentence.start, sentence.end))
    here = tuple(dates[first:last])
    first, last = (bisect_left(names, at, key=lambda n: n.start) for at in (sentence.start, sentence.end))
    return Line(text, sentence, words, here, _inside(words, [d.span for d in here]), _inside(words, names[first:last]))


def _inside(words: Sequence[Word], spans: Sequence[Span]) -> frozenset[int]:
    inside: set[int] = set()
    for span in spans:
        first, last = (bisect_left(words, at, key=lambda w: w.start) for at in (span.start, span.end))
        inside.update(range(first, last))
    return frozenset(inside)


def _read(line: Line) -> Iterator[Counted]:
    """The figures of a line, left to right, without overlap."""
    i, floor, before = 0, 0, None
    opening = openers(line.language) | rank_openers(line.language)
    while i < len(line.words):
        begins = line.words[i].is_number or line.words[i].low in opening
        found = _at(line, i, floor, before) if begins and i not in line.dated and i not in line.named else None
        if found is None:
            i += 1
            continue
        yield found
        before = found.quantity
        i = floor = max(found.quantity.last, i + 1)
        rest = line.words[i : _mention(found)[1]]
        if found.quantity.unit != "rank" and not any(w.is_number or w.low in opening for w in rest):
            floor = max(floor, _mention(found)[1])


def _at(line: Line, i: int, floor: int, before: Quantity | None) -> Counted | None:
    ranked = read_rank(line.words, i, line.language)
    if ranked:
        quantity, run = ranked
        return Counted(quantity, (run,) if run else (), quantity.rule)
    quantity = read_quantity(line.words, i, line.text, line.language)
    if quantity is None or any(k in line.dated or k in line.named for k in range(quantity.at, quantity.last)):
        return None
    if quantity.first < floor:
        return None
    gapped = before is not None and before.unit == quantity.unit and quantity.unit != COUNT
    runs, rule = measure_of(line.words, quantity, floor, line.language, line.dated, gapped)
    if rule in ("as-before", "of-them") and quantity.unit == COUNT and before is None:
        return None
    return Counted(quantity, runs, rule) if _is_figure(line, quantity, runs, rule) else None


def _is_figure(line: Line, found: Quantity, runs: tuple[Run, ...], rule: str) -> bool:
    """Not one, not the two partners, not a name's number, and something is counted."""
    if found.value == 1 and found.unit not in ("percent",) and not found.is_money and found.high is None:
        return found.unit != COUNT and not found.spelled
    if found.unit == "months" and _is_period(line.words, found):
        return False
    if found.unit != COUNT:
        return not (found.unit in ("times",) and found.value < 2 and found.spelled and found.rule == "number")
    if rule == "counted-noun":
        if line.words[runs[0][0]].low in word_list("periods"):
            return False
        noun = line.words[runs[0][0]].low if found.adjective else head_noun(line.words, runs[0], line.language)
        if is_partners(line.words, found, noun, line.language):
            return False
        return not _in_capitals(line, found, runs[0])
    if rule == "of-them":
        return True
    stated = rule in ("noun-of", "as-before") or (bool(runs) and _states_number(line, found))
    return stated and not found.spelled and found.value >= 10


def _is_period(words: Sequence[Word], found: Quantity) -> bool:
    """ "the first six months", "6 tháng đầu năm": a stretch of the year, not how long something takes."""
    before = words[found.first - 1].low if found.first else ""
    following = words[found.last].low if found.last < len(words) else ""
    return before == "first" or following in word_list("year_parts")


def _in_capitals(line: Line, found: Quantity, run: Run) -> bool:
    """A number between capitalised words is a part of a name: "the Four Seasons Hotel", "Expo 2020 Dubai"."""
    number, noun = line.words[found.at], line.words[run[0]]
    names = run[1] - run[0] > 1 and line.words[run[0] + 1].text.istitle()
    if noun.text.istitle() and names and not _is_counted(line.words, run, line.language):
        return True
    if number.is_number:
        before = line.words[found.at - 1] if found.at else None
        return (
            before is not None and found.first == found.at and before.is_capital and noun.is_capital and before.is_word
        )
    return number.is_capital and noun.is_capital and found.at > 0 and line.words[found.at - 1].low not in _OPENERS


def _is_counted(words: Sequence[Word], run: Run, language: str) -> bool:
    """ "60 Vietnamese businesses" counts; "35 Tran Hung Dao" is an address."""
    return language == "en" and has_plural(words, run)


_OPENERS = {'"', "“", "«", ".", ":", "-", "–", "|", "?", "!"}


def _states_number(line: Line, found: Quantity) -> bool:
    """ "the number of members reached 500": a bare number that a noun or verb of counting announces."""
    left = {w.low for w in line.words[max(0, found.first - 12) : found.first]}
    return bool(left & word_list("counting")) or found.qualifier != "exact"


def _drafts(line: Line, found: list[Counted], before: Draft | None, heading: bool) -> list[Draft]:
    drafts: list[Draft] = []
    spans = [line.span((c.quantity.first, c.quantity.last)) for c in found]
    dated = timeline(line.text, line.sentence.start, line.dates, spans)
    for k, counted in enumerate(found):
        measure, base = _measure(line, counted, drafts[-1] if drafts else before)
        floor = found[k - 1].quantity.last if k else 0
        ceiling = found[k + 1].quantity.first if k + 1 < len(found) else len(line.words)
        mention = line.span(_mention(counted))
        statements = _statements(line, counted, mention, measure)
        if counted.quantity.unit not in DURATIONS:
            statements += _when(dated.date_of(k, mention))
        chained = k > 0 and _is_chained(line, found[k - 1], counted)
        statements.append(_forecast(line, counted, floor, ceiling, chained, drafts[-1] if chained else None, mention))
        earlier = drafts[-1] if drafts else before
        if counted.quantity.unit in DURATIONS and earlier is not None:
            base = earlier.base  # how long something takes is nothing that a later figure could measure
        drafts.append(Draft(mention, tuple(statements), line.sentence.block, heading, base))
    return drafts


def _mention(counted: Counted) -> Run:
    """Qualifier, number, unit and the noun phrase right of them."""
    first, last = counted.quantity.first, counted.quantity.last
    near = [end for start, end in counted.runs if last <= start <= last + 3]
    return first, max([last, *near])


def _is_chained(line: Line, before: Counted, counted: Counted) -> bool:
    """Joined to the figure before by a comma or "and", so that one verb governs both."""
    end = _mention(before)[1]
    gap = [line.words[k].low for k in range(end, counted.quantity.first)]
    gap = [w for k, w in enumerate(gap, end) if k not in line.dated and w not in word_list("chain_prepositions")]
    finite = word_list("finite", line.language)
    if "," in gap and not finite & set(gap) and not word_list("contrasts") & set(gap):
        return True
    return bool(gap) and len(gap) <= 3 and gap[0] in word_list("chain") and "from" not in gap


def _measure(line: Line, counted: Counted, before: Draft | None) -> tuple[Measure, tuple[Span, ...]]:
    """The measure of a figure, and what of it the next figure may share."""
    spans = tuple(line.span(run) for run in counted.runs)
    text = _words_of(line.text, spans)
    shares = counted.rule in ("of-them", "as-before", "clause-and-before", "before-brackets")
    if shares and before is not None:
        together = tuple(sorted({*spans, *before.base}))
        return (_words_of(line.text, together), together, counted.rule), before.base
    if not spans:
        run = clause_before(line.words, counted.quantity, line.language)
        span = line.span(run or (counted.quantity.first, counted.quantity.last))
        text, spans = _words_of(line.text, (span,)), (span,)
    return (text, spans, counted.rule if counted.runs else "whole-clause"), spans


def _words_of(text: str, spans: Sequence[Span]) -> str:
    return ", ".join(" ".join(text[s.start : s.end].split()) for s in spans)


def _statements(line: Line, counted: Counted, mention: Span, measure: Measure) -> list[Statement]:
    found = counted.quantity
    number = line.span((found.at, found.to))
    statements = [Statement("value", found.value, (number,), found.rule)]
    if found.high is not None:
        statements.append(Statement("high", found.high, (number,), "range"))
    unit = mention if found.unit == COUNT or found.rule != "number" else line.span((found.first, found.last))
    qualifier = line.span((found.first, found.last))
    statements.append(Statement("unit", found.unit, (unit,), found.rule))
    statements.append(
        Statement(
            "qualifier", found.qualifier, (qualifier,), "qualifier" if found.qualifier != "exact" else "no-qualifier"
        )
    )
    statements.append(Statement("measure", measure[0], measure[1], measure[2]))
    return statements


def _when(date: DateMention | None) -> list[Statement]:
    if date is None:
        return []
    spans = tuple(dict.fromkeys((date.span, *date.premises)))
    return [Statement("as_of", bare(date.edtf), spans, "date-of-clause", date.basis)]


def _forecast(
    line: Line, counted: Counted, floor: int, ceiling: int, chained: bool, before: Draft | None, mention: Span
) -> Statement:
    cue = forecast_cue(line.words, counted.quantity, floor, ceiling, line.language, chained)
    if cue:
        return Statement("forecast", True, (line.span(cue),), "forecast-word")
    if before is not None and before.forecast.value:
        return before.forecast
    return Statement("forecast", False, (mention,), "no-forecast-word")
