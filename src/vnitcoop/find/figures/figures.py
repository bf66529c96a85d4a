"""Figures: every number of an article that says how much or how many, with what it measures and when it holds.

Statements carry the words that say them; a figure said twice is one finding with two mentions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from vnitcoop.find.dates.calendar import runs_of
from vnitcoop.find.dates.comparisons import is_compared
from vnitcoop.find.figures.antecedents import first_said, nearest_said
from vnitcoop.find.figures.as_of import Dated, timeline
from vnitcoop.find.figures.chaining import ceiling_of, is_chained
from vnitcoop.find.figures.clauses import clause_before
from vnitcoop.find.figures.counts import is_figure
from vnitcoop.find.figures.durations import is_ago
from vnitcoop.find.figures.forecasts import is_contrast
from vnitcoop.find.figures.lines import Counted, Line, apart, words_of
from vnitcoop.find.figures.measures import measure_of
from vnitcoop.find.figures.passages import Passage
from vnitcoop.find.figures.phrases_counted import Run, noun_phrase
from vnitcoop.find.figures.quantities import Quantity, number_words, openers, read_quantity
from vnitcoop.find.figures.rank_words import any_of
from vnitcoop.find.figures.ranks import rank_openers, ranked_name, read_rank
from vnitcoop.find.figures.repeats import Draft, merge
from vnitcoop.find.figures.tenses import forecast, when
from vnitcoop.find.figures.units import COUNT, DURATIONS
from vnitcoop.find.figures.wordlists import word_list
from vnitcoop.find.figures.words import Phrases, Word, cut, phrase_at, phrases
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Article, Basis, BlockKind, DateMention, Finding, Sentence, Span, Statement

_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_OF_SAID = {"left-out", "of-them", "said-of-so-many", "elliptic"}  # of a noun that was said before
_BACK = 6  # figures back to which a measure may be shared
_SHARED = {"left-out", "of-them", "said-of-so-many", "as-before", "clause-and-before", "before-brackets", "elliptic"}
Measure = tuple[str, tuple[Span, ...], str]  # the words, where they stand, and the rule


def find_figures(article: Article, dates: Sequence[DateMention], names: Sequence[Span]) -> tuple[Finding, ...]:
    """The figures of an article in the order of the text.

    `dates` are its dates, `names` the spans of names (events, bodies, people): a number in either is no figure.
    """
    drafts: list[Draft] = []
    passage = Passage()
    dates, names = sorted(dates, key=lambda d: d.span), sorted(names)
    begun = [d.span.start for d in dates], [n.start for n in names]
    previous: Sentence | None = None
    for sentence in article.sentences:
        earlier, previous = previous, sentence
        counts = _may_count(article.text[sentence.start : sentence.end], sentence.language)
        if not counts and bisect_left(begun[0], sentence.start) == bisect_left(begun[0], sentence.end):
            passage = Passage(sentence.block)
            continue
        line = _line(article, sentence, dates, names, begun)._replace(before=earlier)
        if not counts:
            passage = passage.after(line, ())
            continue
        heading = article.blocks[sentence.block].kind is not BlockKind.BODY
        before = [draft for draft in drafts[-_BACK:] if draft.block == sentence.block]
        near = drafts[-1:] if drafts and drafts[-1].block == sentence.block - 1 and not before else before
        found = passage.told(
            line, _drafts(line, list(_read(line, before[-1] if before else None)), before, near, heading)
        )
        passage = passage.after(line, found)
        drafts += found
    return merge(drafts)


def _may_count(sentence: str, language: str) -> bool:
    """Whether a sentence holds a digit, or a word without which no figure is told in words."""
    if _DIGIT.search(sentence):
        return True
    return not _telling(language).isdisjoint(runs_of(sentence))


@cache
def _telling(language: str) -> frozenset[str]:
    forms = [*number_words(language), *rank_openers(language), *lexicon("units")["multiples"]]
    return frozenset(max(letters, key=len) for form in forms if (letters := _LETTERS.findall(form)))


def _is_money_again(line: Line, found: Quantity, before: str) -> bool:
    """ "USD 8 billion in 2025 from 5.7 billion", "600 dollars, contre 900 à Dalian": after a sum, of its currency."""
    if found.unit != COUNT or len(before) != 3 or not before.isupper() or found.adjective:
        return False
    against = found.first > 0 and line.words[found.first - 1].low in word_list("held_against")
    if not against and (found.value < 100_000 or not line.words[found.to - 1].is_word):
        return False
    return noun_phrase(line.words, found.last, line.language, line.dated) is None


def _line(
    article: Article,
    sentence: Sentence,
    dates: Sequence[DateMention],
    names: Sequence[Span],
    begun: tuple[Sequence[int], Sequence[int]],
) -> Line:
    """A sentence with its dates and names; `begun` says where all of either begin."""
    words = tuple(cut(article.text, sentence.start, sentence.end))
    of_dates, of_names = (slice(*(bisect_left(some, at) for at in (sentence.start, sentence.end))) for some in begun)
    here, starts = tuple(dates[of_dates]), [word.start for word in words]
    dated, named = _inside(starts, [d.span for d in here]), _inside(starts, names[of_names])
    said = next((s.spans for s in article.statements if s.field == "published"), ())
    return Line(article.text, sentence.language, sentence, words, here, dated, named, article.published, said)


def _inside(starts: Sequence[int], spans: Sequence[Span]) -> frozenset[int]:
    """The positions of the words that begin inside one of the spans."""
    return frozenset([i for s in spans for i in range(bisect_left(starts, s.start), bisect_left(starts, s.end))])


@cache
def _openers(language: str) -> frozenset[str]:
    return openers(language) | rank_openers(language)


def _read(line: Line, earlier: Draft | None) -> Iterator[Counted]:
    """The figures of a line, left to right, without overlap; `earlier` is the figure before the line."""
    behind, floor, before = 0, 0, str(earlier.get("unit")) if earlier else ""
    opening = _openers(line.language)
    for i in [i for i, word in enumerate(line.words) if word.low in opening or word.low[0].isdecimal()]:
        if i < behind:
            continue
        found = _at(line, i, floor, before)
        if found is None:
            continue
        yield found
        before = found.quantity.unit
        behind = floor = max(found.quantity.last, i + 1)
        rest = line.words[behind : found.mention[1]]
        if found.quantity.unit != "rank" and not any(w.is_number or w.low in opening for w in rest):
            floor = max(floor, found.mention[1])
        floor = (phrase_at(line.words, floor, _rates()) or (floor, ""))[0]


@cache
def _rates() -> Phrases:
    """ "$700 a month here, double that": what is said behind them begins anew."""
    return phrases({"rate": lexicon("measures")["rates"]})


def _at(line: Line, i: int, floor: int, before: str) -> Counted | None:
    taken = i in line.dated or i in line.named
    ranked = None if i in line.dated else read_rank(line.words, i, line.language)
    if ranked and (not taken or ranked[0].rule == "anniversary"):
        rank, run = ranked[0], _undated(line, *ranked)
        return Counted(rank, tuple(part for part in (ranked_name(line.words, rank), run) if part), rank.rule)
    quantity = read_quantity(line.words, i, line.text, line.language) if not taken else None
    if quantity is None or quantity.first < floor:
        return None
    of_others = any(k in line.dated or k in line.named for k in range(quantity.at, quantity.last))
    if of_others and not _counts_days(line.words, i):
        return None
    if _is_money_again(line, quantity, before):
        quantity = quantity._replace(unit=before, rule="currency-as-before")
    gapped = floor > 0 and before == quantity.unit and quantity.unit != COUNT
    runs, rule = measure_of(line.words, quantity, floor, line.language, line.dated, gapped)
    if rule == "as-before" and quantity.unit == COUNT and not before:
        return None
    return Counted(quantity, runs, rule) if is_figure(line.words, quantity, runs, rule, line.language) else None


def _undated(line: Line, rank: Quantity, run: Run | None) -> Run | None:
    """What is ranked; of "la 89e place en 2016" the place, since a date is nothing that is ranked."""
    dated = run and line.dated.issuperset(range(run[0] + 1, run[1]))
    return (rank.last - 1, rank.last) if dated and line.words[rank.last - 1].low in any_of("places") else run


def _counts_days(words: Sequence[Word], i: int) -> bool:
    """ "trong hai ngày 25 và 26/10": the days of a date, counted before they are named."""
    behind = words[i + 1 : i + 3]
    return len(behind) == 2 and behind[0].low == "ngày" and behind[1].is_number and words[i].is_word


def _drafts(
    line: Line, found: list[Counted], before: Sequence[Draft], near: Sequence[Draft], heading: bool
) -> list[Draft]:
    """What a line tells; `before` are the last figures of its block, `near` those or the last of the block before."""
    drafts: list[Draft] = []
    dates = _dates_of(line, found) if found else []
    for k, counted in enumerate(found):
        measure, base = _measure(
            line, counted, _measured_alike(line, counted, drafts, near if counted.rule in _OF_SAID else before)
        )
        floor = found[k - 1].quantity.last if k else 0
        ceiling = ceiling_of(line, found[k : k + 4])
        mention = line.span(counted.mention)
        statements = _statements(line, counted, mention, measure) + when(dates[k], counted.quantity, line.words)
        if k > 1 and is_contrast(line.words, found[k - 1].quantity, 0):
            floor = found[k - 2].quantity.last  # "will rise from 7% to 15%": what was stands between verb and figure
        elif k == 1 and is_contrast(line.words, found[0].quantity, 0):
            floor = 0
        chained = k > 0 and is_chained(line, found[k - 1], counted, ceiling)
        leader = drafts[-1] if chained else None
        statements.append(forecast(line, counted, floor, ceiling, leader, mention, dates[k]))
        earlier = next(reversed((*before, *drafts)), None)
        if counted.quantity.unit in DURATIONS and earlier is not None:
            base = earlier.base  # how long something takes is nothing that a later figure could measure
        drafts.append(Draft(mention, tuple(statements), line.sentence.block, heading, base))
    return drafts


def _measured_alike(line: Line, counted: Counted, drafts: Sequence[Draft], before: Sequence[Draft]) -> Draft | None:
    """The figure before whose measure a figure may share: of one held against another the last one of its unit.

    So it is of a sum, of what was counted, and of a part of either ("of this sum").
    """
    unit, last = counted.quantity.unit, next(reversed((*before, *drafts)), None)
    if counted.rule in _OF_SAID:
        noun = None if drafts else _noun_said(line, counted, last)
        if noun:
            return Draft(noun, (), line.sentence.block, False, (noun,))
    if is_contrast(line.words, counted.quantity, 0):
        return next((d for d in reversed(drafts) if d.get("unit") == unit), last)
    if not drafts and (counted.quantity.is_money or unit == COUNT) and last and last.get("unit") != unit:
        return next((d for d in reversed(before) if d.get("unit") == unit), last)
    return last


def _noun_said(line: Line, counted: Counted, last: Draft | None) -> Span | None:
    """The noun that a number leaves out: in its line, or in the one before where that tells no figure."""
    begins = min((counted.quantity.first, *(run[0] for run in counted.runs)))
    noun = nearest_said(line.words, begins, line.language)
    if noun:
        return line.span(noun)
    before = line.before
    if before is None or (last is not None and last.mention.start >= before.start):
        return None
    words = cut(line.text, before.start, before.end)
    noun = first_said(words, line.language)
    return Span(words[noun[0]].start, words[noun[1] - 1].end) if noun else None


def _dates_of(line: Line, found: Sequence[Counted]) -> list[DateMention | None]:
    figures = [
        Dated(line.span((c.quantity.first, c.quantity.last)), line.span(c.mention), c.quantity.unit) for c in found
    ]
    known = [replace(d, cue="") if _begins_later(line, d) else d for d in line.dates]
    dates = sorted([*known, *(d for c in found if (d := _years_ago(line, c)))], key=lambda d: d.span)
    return timeline(line.text, dates, figures).of_all()


def _begins_later(line: Line, date: DateMention) -> bool:
    """ "200 students from 2016 on", said earlier: there will be so many then, not since."""
    year = line.today[:4] if line.today else ""
    return date.cue == "since" and date.edtf[:4].isdecimal() and "" < year < date.edtf[:4]


def _years_ago(line: Line, counted: Counted) -> DateMention | None:
    """ "Five years ago there were 15": the year so long before the article's own."""
    found, year = counted.quantity, int(line.today[:4]) if line.today else 0
    if found.unit != "years" or not year or not is_ago(line.words, found) or found.qualifier != "exact":
        return None
    span = line.span((found.first, found.last))
    date = DateMention(
        span, str(year - int(found.value)), "years-before-dateline", Basis.INFERRED, (span, *line.dateline)
    )
    return None if is_compared(line.text, line.sentence.start, date) else date


def _measure(line: Line, counted: Counted, before: Draft | None) -> tuple[Measure, tuple[Span, ...]]:
    """The measure of a figure, and what of it the next figure may share."""
    spans = tuple(line.span(run) for run in counted.runs)
    text = words_of(line.text, spans)
    shares = counted.rule in _SHARED
    if shares and before is not None:
        together = apart([*spans, *before.base])
        return (words_of(line.text, together), together, counted.rule), before.base
    if not spans:
        run = clause_before(line.words, counted.quantity, line.language)
        span = line.span(run or (counted.quantity.first, counted.quantity.last))
        text, spans = words_of(line.text, (span,)), (span,)
    return (text, spans, counted.rule if counted.runs else "whole-clause"), spans


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
