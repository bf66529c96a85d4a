"""Dates in an article, as EDTF: what the words state, and, marked so, what the dateline or an event's name adds.

A year is added to "October 22" only from the article's own date (the nearest such day) or from the year in an
event's name; no other date of the text lends its year. What is relative ("on Wednesday") needs the article's date.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from vnitcoop import edtf
from vnitcoop.find.dates.anchored import find_anchored
from vnitcoop.find.dates.calendar import LANGUAGES, STRETCHES, alternatives, longest_runs, runs_of, shapes
from vnitcoop.find.dates.comparisons import is_compared
from vnitcoop.find.dates.deictic import Today, find_relative, in_year, looks_ahead
from vnitcoop.find.dates.recalled import find_recalled
from vnitcoop.find.dates.spelled_dates import spell
from vnitcoop.find.dates.taken import Taken
from vnitcoop.find.dates.told_years import with_told_year
from vnitcoop.find.dates.years import find_years, is_behind_name
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Article, Basis, DateMention, Sentence, Span

_TAIL = 80  # characters before a date in which its cue can stand
_NEAR = 31  # days between a date without its year and one that has it
_BESIDE = 40  # characters between an event's name and its date
_CLAUSE = re.compile(r"[.;:,]\s|\n|\s[-–—]\s|[“”\"]")
_AMOUNT = re.compile(r"(?:%|\bper ?cent|\d)\s*$")  # "up 9% from 2020" compares
_CLUE = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_dates(article: Article) -> tuple[DateMention, ...]:
    """Every calendar date in the article's sentences, sorted by span; spans do not overlap."""
    today = _today(article)
    words = [runs_of(article.text[sentence.start : sentence.end]) for sentence in article.sentences]
    found = _told(article, words, today)
    if today is None and (told := _year_told(found)):
        found = _told(article, words, Today(edtf.bare(told.edtf)[:4], (told.span,)))
    found.sort(key=lambda m: m.span)
    names = [m for m in found if m.cue == "name"]
    years = {edtf.bare(m.edtf) for m in found if m.cue == "name"}
    year = years.pop() if len(years) == 1 else None
    near = {} if today else _full_dates_near(found)
    dated = [_with_year(m, today, year, names, _side(article, m), near) for m in found]
    return tuple(sorted([*dated, *find_recalled(article, words, dated)], key=lambda m: m.span))


def _told(article: Article, words: Sequence[frozenset[str]], today: Today | None) -> list[DateMention]:
    """The dates of all sentences; `words` are those of each, for a first look."""
    found: list[DateMention] = []
    block, before = -1, 0  # the paragraph, and where the dates of its sentence before begin
    for sentence, runs in zip(article.sentences, words, strict=True):
        taken, since = Taken(), before if sentence.block == block else len(found)
        block, before = sentence.block, len(found)
        here: list[DateMention] = []
        for mention in sorted(_in_sentence(article.text, sentence, runs, taken), key=lambda m: m.span):
            here.append(with_told_year(article.text, sentence, mention, [*found, *here], today, taken))
        relative = find_relative(article.text, sentence, runs, today, taken)
        here += (_with_cue(article.text, sentence, m, ("until",)) for m in relative)
        here += find_anchored(article.text, sentence, runs, [*found[since:], *here], today, taken)
        found += (_compared(article.text, sentence, m) for m in here)
    return found


def _year_told(found: Sequence[DateMention]) -> DateMention | None:
    """Of an article without a date the one year of its events' names, else of its whole days: "last year" is before."""
    days = [m for m in found if edtf.precision(m.edtf) == "day" and not m.cue and m.edtf[:4].isdecimal()]
    for group in ([m for m in found if m.cue == "name"], days):
        if len({edtf.bare(m.edtf)[:4] for m in group}) == 1:
            return group[0]
    return None


def _side(article: Article, mention: DateMention) -> int:
    """-2 for "last November", -1 for "published in February", "depuis mars", 2 for "next March", 1 for "will open in".

    On which side of the article's own date a month stands; 0 where nothing tells.
    """
    if "XXXX" not in mention.edtf:
        return 0
    text = article.text
    before, after = text[max(0, mention.span.start - _TAIL) : mention.span.start], text[mention.span.end :][:12]
    begun = text[mention.span.start : mention.span.end]  # "by next March" is one mention
    since = mention.cue == "since" and begun.lower().startswith(tuple(lexicon("dates")["past"]["since"]))
    if _beside("past", "after").match(after) or _past_before("before").search(before):
        return -2
    if since or _beside("past", "lately").match(after) or _past_before("done").search(before):
        return -1
    ahead = _next_before().search(before) or _next_before().search(f"{begun.rpartition(' ')[0]} ")
    if ahead or _beside("next", "after").match(after):
        return 2
    if _beside("next", "soon").match(after):
        return 1
    language = article.language if article.language in LANGUAGES else "en"
    return int(edtf.precision(mention.edtf) == "month" and looks_ahead(_CLAUSE.split(before)[-1], language))


@cache
def _past_before(side: str) -> re.Pattern[str]:
    """Before a month: "last", or a verb of something done and its preposition."""
    if side == "before":
        return re.compile(rf"\b(?:{alternatives(lexicon('dates')['past']['before'])})\s+$", re.IGNORECASE)
    done = alternatives([w for verbs in lexicon("measures")["done"].values() for w in verbs])
    return re.compile(rf"\b(?:{done})\s+(?:in|en|vào|trong|hồi|từ)\s*$")


@cache
def _next_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(lexicon('dates')['next']['before'])})\s+$", re.IGNORECASE)


@cache
def _beside(side: str, words: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives(lexicon('dates')[side][words])})\b")


def _compared(text: str, sentence: Sentence, mention: DateMention) -> DateMention:
    """ "than in 2020": the cue "compared", which keeps the date from dating what the sentence tells."""
    if mention.cue or not is_compared(text, sentence.start, mention):
        return mention
    return replace(mention, cue="compared")


def _today(article: Article) -> Today | None:
    if not article.published:
        return None
    said = next((s for s in article.statements if s.field == "published"), None)
    return Today(article.published, said.spans if said else ())


def _in_sentence(text: str, sentence: Sentence, runs: frozenset[str], taken: Taken) -> Iterator[DateMention]:
    part = text[sentence.start : sentence.end]
    month, digit, year = not runs.isdisjoint(_months(sentence.language)), _CLUE.search(part), _YEAR.search(part)
    if not month and not digit:
        return
    for shape in shapes(part, sentence.language, month, bool(year)):
        for match in shape.pattern.finditer(part):
            spelled = spell(match, sentence.language, shape.rule)
            if spelled is None:
                continue
            start, end, date = spelled
            if shape.rule == "season" and part[start].isupper() and is_behind_name(part[:start], sentence.language):
                continue  # "Japan IT Week Spring 2023"
            span = Span(sentence.start + start, sentence.start + end)
            if taken.take(span):
                yield _with_cue(text, sentence, DateMention(span, date, shape.rule))
    for mention in find_years(text, sentence, taken) if year else ():
        yield mention if mention.cue else _with_cue(text, sentence, mention)


@cache
def _months(language: str) -> frozenset[str]:
    """Any word for a month, quarter or half of a year, for a first look at a sentence."""
    words = lexicon("dates").get(language, {})
    forms = [form for forms in words.get("months", []) for form in forms]
    parts = [*words.get("quarter_words", []), *words.get("half_words", []), "Q1", "Q2", "Q3", "Q4"]
    return longest_runs(words.get("clues") or [*forms, *parts])


def _with_cue(
    text: str, sentence: Sentence, mention: DateMention, asked: tuple[str, ...] = ("until", "since", "about")
) -> DateMention:
    """ "since", "by", "about" before a date open it to one side or loosen it; the cue joins the quote."""
    before = text[max(sentence.start, mention.span.start - _TAIL) : mention.span.start]
    for cue, pattern in cues(sentence.language):
        match = pattern.search(before)
        if match is None or cue not in asked or (cue != "about" and "/" in mention.edtf):
            continue
        if cue == "since" and _AMOUNT.search(before[: match.start("cue")]):
            continue
        date = {"since": f"{mention.edtf}/..", "until": f"../{mention.edtf}"}.get(cue, f"{mention.edtf}~")
        start = mention.span.start - len(before) + match.start("cue")
        return replace(mention, span=Span(start, mention.span.end), edtf=date, cue=cue)
    return mention


@cache
def cues(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words that open or loosen a date, each a pattern for the text that ends where the date begins."""
    words = lexicon("dates").get(language) or lexicon("dates")["en"]
    part = rf"(?:(?:{alternatives(words['part'])})[\s-]+){{0,3}}"
    return tuple(
        (cue, re.compile(rf"(?<!\w)(?P<cue>{alternatives(words[cue])})\s+{part}$", re.IGNORECASE))
        for cue in ("until", "since", "about")
    )


def _full_dates_near(found: list[DateMention]) -> dict[str, DateMention]:
    """For days without a year, by their EDTF, the date with one that is less than a month away in that year.

    Only where all dates that are so near are of one year.
    """
    days = {m.edtf: m for m in reversed(found) if edtf.precision(m.edtf) == "day" and not m.cue}
    full = [m for day, m in days.items() if day[:4].isdigit()]
    near = {day: [f for f in full if _is_near(f, m)] for day, m in days.items() if day.startswith("XXXX")}
    return {day: dates[-1] for day, dates in near.items() if len({d.edtf[:4] for d in dates}) == 1}


def _is_near(date: DateMention, mention: DateMention) -> bool:
    there = mention.edtf.replace("XXXX", date.edtf[:4])
    if not edtf.is_valid(there):  # "29 February" of 2023
        return False
    told, meant = edtf.bounds(date.edtf)[0], edtf.bounds(there)[0]
    return told is not None and meant is not None and abs((meant - told).days) <= _NEAR


def _with_year(
    mention: DateMention,
    today: Today | None,
    year: str | None,
    names: list[DateMention],
    side: int,
    full: dict[str, DateMention],
) -> DateMention:
    """The same date with its year, where the article's own date or an event's name gives one.

    The name of an event to come wins: "the ICT Summit 2018 in Tokyo in November", told in 2017.
    """
    if "XXXX" not in mention.edtf:
        return mention
    i = bisect_left(names, mention.span, key=lambda n: n.span)
    coming = i and today and names[i - 1].edtf > today.edtf[:4]
    if coming and mention.span.start - names[i - 1].span.end <= _BESIDE:
        date, rule = in_year(mention.edtf, int(names[i - 1].edtf)), "year-from-event-name"
        premises: tuple[Span, ...] = (names[i - 1].span,)
    elif today:
        date, premises = today.with_year(mention.edtf, side), today.spans
        rule = f"{mention.rule}, year-from-dateline" if mention.rule in STRETCHES else "year-from-dateline"
    else:
        if near := full.get(mention.edtf):
            date = mention.edtf.replace("XXXX", near.edtf[:4])
            near_by = (mention.span, near.span)
            return replace(mention, edtf=date, rule="year-from-date-near", basis=Basis.INFERRED, premises=near_by)
        if year is None:
            return mention
        date, rule = mention.edtf.replace("XXXX", year), "year-from-event-name"
        beside = names[max(0, i - 1) : i + 1]
        premises = (min((n.span for n in beside), key=lambda n: abs(n.start - mention.span.start)),)
    if not edtf.is_valid(date):
        return mention
    return replace(mention, edtf=date, rule=rule, basis=Basis.INFERRED, premises=(mention.span, *premises))
