"""The date for which a figure holds: the one that follows it closely, else the one that heads its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from vnitcoop import edtf
from vnitcoop.find.dates.calendar import STRETCHES
from vnitcoop.find.dates.comparisons import dated_verbs
from vnitcoop.find.figures.units import DURATIONS
from vnitcoop.find.figures.wordlists import word_list
from vnitcoop.find.figures.words import Phrases, cut, phrase_before, phrases
from vnitcoop.lexicon import lexicon
from vnitcoop.types import DateMention, Span

_AFTER = 70  # characters between a figure and the date after it
_BEFORE = 300  # characters between a date and a figure after it
_PARTS = re.compile(r"[;.:“”]\s|,\s*(?:which|who|\w+ing)\b|,\s*(?:where|où|nơi)\b")
_JOINS = re.compile(r"[,;]|\b(?:and|et|và)\b")
_NEW_CLAUSE = re.compile(
    r",\s*(?:and|et|và|but|mais|nhưng|while|whereas|tandis|còn|trong khi|as|I|we|they|he|she|it|nous|ils?|elles?|je"
    r"|chúng tôi|chúng ta|tôi|ông|bà|họ|nó)\b"
)
_BREAK = re.compile(r"[;“”]")
_QUOTED = re.compile(r"[“”]")
_WHEN = re.compile(r"[^,;.]{0,15},\s*(?:when|où|khi|of which|dont|trong đó|gồm|bao gồm|including|with|avec|với)\b")
_ONE_SUM = re.compile(r"[\s(,]*(?:to|à|lên|or|soit|hay|hoặc)?\s*")  # between figures, or a date and a figure
_BRACKET = re.compile(r"\s*\(\s*|,?\s*(?:or|soit|tương đương|equivalent to|equal to)\s*(?:với\s*)?", re.IGNORECASE)
_GROWTH_OF = "".join(rf"(?<!{noun} )" for noun in ("hausse", "baisse", "bond", "recul", "croissance", "progression"))
_FROM = re.compile(
    rf"\b(?:from|{_GROWTH_OF}de|từ|contre)\s*$|\b(?:from|{_GROWTH_OF}de|từ|contre)\s", re.IGNORECASE
)  # around a number: what it was
_PART_OF = re.compile(
    r"\b(?:of (?:it|them|which|whom|that|these|those|this)|dont|trong đó|d['’]entre"
    r"|en (?:représent|compt|concentr|absorb|accueill|regroup|fourn|détien|constitu)\w+)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"\s+(?:with|avec|với)\s+(?:[^\W\d_]+\s+){0,3}$")
_AGAINST = re.compile(r"\b(?:against|versus|contre|so với)\s+(?:[^\W\d_]+\s+){0,2}$")
_ELSEWHERE = re.compile(r"\s+(?:for|in|at|à|en|pour|au|chez|của|ở|tại)\s+(?:the\s+|la\s+|le\s+)?[A-ZĐ]")
_PART = 9  # characters behind a share in which "of them" begins
_CHANGE = 90  # characters between a level and its change
_ON = re.compile(r"(?:,\s*(?:he|she|[A-Z]\w+) said)?,?\s+(?:and|và)\s", re.IGNORECASE)
_BREATH = 90  # characters in which a sentence goes on with another figure of its date
_TOLD = 12  # characters behind a figure in which its verb begins: "and 40 passed"
_SHARED = 8  # words between two figures of one date
_HELD_AGAINST = re.compile(  # before a date of something else
    r"\b(?:since (?!(?:the )?(?:start|beginning|early|late|mid))\w+|depuis qu\w*|từ khi|so với|compared|than|gấp)\b",
    re.IGNORECASE,
)
_BASE = re.compile(  # behind a multiple: what something is so many times as much as
    r"\b(?:as|than|what|that|those|the|its|their|que|qu['’]|de (?:son|sa|leur|ce|celui|celle)|du|so với|con số|mức|hồi"
    r"|level|figure|volume|value)\b|\b(?:de|của)\s*$"
)
_MULTIPLIES = re.compile(r"\b(?:doubl|tripl|quadrupl)(?:ed|ing|é|ée|és|ées|er|ant)\b|fold$", re.IGNORECASE)
_APPOSED = re.compile(r",\s*(?:(?:or|soit|tức|hay|i\.e\.)\s*)?$")
_AT_BIRTH = re.compile(  # between a figure and the date of a verb that has it to itself, or before both
    r"\b(?:when|lorsque|lorsqu(?=['’])|quand|khi|lúc)\b[^,;.]{0,45}$", re.IGNORECASE
)
_AT_FIRST = re.compile(
    r"\b(?:initially|at first|originally|(?:started|began) with|au départ|au début|à l['’]origine"
    r"|ban đầu|lúc đầu|khi đó)\b"
)
_ASIDE = re.compile(r",\s*(?:which|who|where|qui|où|dont)\b[^,;.]*$")


class Dated(NamedTuple):
    """A figure in its sentence: its words, these with its noun, and its unit."""

    span: Span
    mention: Span
    unit: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dates of one sentence that can date a figure, and its figures, both in the order of the text."""

    text: str
    dates: tuple[DateMention, ...]
    figures: tuple[Dated, ...]

    def of_all(self) -> list[DateMention | None]:
        """The date of every figure: its own, or that of the figure beside it of which the same is said."""
        own = [self._after(k) for k in range(len(self.figures))]
        for k in range(len(own) - 2, -1, -1):
            alone = own[k] is None and own[k + 1]
            if alone and (self._is_one_sum(k, self.figures[k].mention.end) or self._is_joined(k)):
                own[k] = own[k + 1]
        found: list[DateMention | None] = []
        for k, date in enumerate(own):
            date = date or self._before(k)
            again = k and (self._is_said_again(k) or self._goes_on(k, found[k - 1]))
            found.append(date or (found[k - 1] if again else None))
        return found

    def _gap(self, k: int) -> str:
        """What stands between the k-th figure and the next."""
        return self.text[self.figures[k].mention.end : max(self.figures[k + 1].span.start, self.figures[k].mention.end)]

    def _is_one_sum(self, k: int, end: int) -> bool:
        """ "grew 9% in 2022 to $3 billion", not "from 7% in 2020 to 15%"; `end` is the end of the first of both."""
        first = self.figures[k].span.start
        if _FROM.search(self.text, max(0, first - 8), first + 6):
            return False
        return _ONE_SUM.fullmatch(self.text[end : max(end, self.figures[k + 1].span.start)]) is not None

    def _is_joined(self, k: int) -> bool:
        """ "30 million dollars in revenue and a workforce of 500 by 2028": no verb stands between both figures."""
        between, first = cut(self._gap(k)), self.figures[k].span.start
        joined = [i for i, word in enumerate(between) if word.low in ("and", "et", "và")]
        behind = between[joined[-1] + 1 :] if joined else []
        if behind and behind[0].low not in word_list("determiners") and behind[0].low != "to":
            return False  # "values it at $1 billion and sees it at $2 billion in 2030"
        if _FROM.search(self.text, max(0, first - 8), first + 6) or not 0 < len(between) <= _SHARED:
            return False
        said = {w.low for w in between} | {f"{a.low} {b.low}" for a, b in pairwise(between)}
        return all(w.is_word for w in between) and not said & _verbs() and self._before(k) is None

    def _after(self, k: int) -> DateMention | None:
        mention, unit = self.figures[k].mention, self.figures[k].unit
        i = bisect_left(self.dates, self.figures[k].span.end, key=lambda d: d.span.start)
        if i < len(self.dates) and self._is_base(k, self.dates[i]):
            i += 1  # "five times the figure of 2006 by 2015"
        if i == len(self.dates):
            return None
        date = self.dates[i]
        behind = self.figures[k + 1 :]  # "sixth out of 55 places in the Index 2017": 55 is of the rank
        following = next((f.span.start for f in behind if f.span.start >= mention.end or unit != "rank"), None)
        if (following is not None and following < date.span.start) or not _holds(date, unit) or date.cue == "compared":
            return None
        gap = self.text[mention.end : min(date.span.start, mention.end + _AFTER + 1)]
        if len(gap) > _AFTER or _PARTS.search(gap) or _NEW_CLAUSE.search(gap):
            return None
        if _dates_verb(gap) and not _AT_BIRTH.search(gap):
            return None
        if _HELD_AGAINST.search(gap) or (
            "," in gap and _now().search(self.text[max(0, mention.start - 20) : mention.start])
        ):
            return None  # "holds 3% now, the goal by 2025 is 5%"
        if following is not None and _JOINS.search(gap) and self._before(k):
            return None  # "14% in 2022 and, for 2025, 20%"
        return date

    def _is_base(self, k: int, date: DateMention) -> bool:
        """ "five times what they were in 2006", "gấp rưỡi năm ngoái": the year that a multiple is counted from."""
        figure = self.figures[k]
        said = self.text[figure.span.start : figure.span.end]
        if figure.unit != "times" or date.cue == "until" or _MULTIPLIES.search(said):
            return False
        gap = self.text[figure.span.end : date.span.start]
        return "," not in gap and (not gap.strip() or _BASE.search(gap) is not None)

    def _before(self, k: int) -> DateMention | None:
        figure = self.figures[k].span
        i = bisect_right(self.dates, figure.start, key=lambda d: d.span.end)
        if i == 0 or figure.start - self.dates[i - 1].span.end > _BEFORE:
            return None
        date = self.dates[i - 1]
        gap = self.text[date.span.end : figure.start]
        if _AT_FIRST.search(gap) and not _BREAK.search(gap):
            return date  # "here since 2019, it had only 300 workers at first"
        if _BREAK.search(gap) or _now().search(gap) or not _holds(date, self.figures[k].unit):
            return None
        if _ASIDE.search(self.text[max(0, date.span.start - 120) : date.span.start]) and gap.lstrip().startswith(","):
            return None  # "FPT, which set up the unit in 2024, keeps 60%"
        if self._is_taken(date) and not (_WHEN.match(gap) or self._is_one_sum(k - 1, date.span.end)):
            return None
        if _WITH.match(gap):  # "founded in 2005 with 20 people"
            return date
        lead = self.text[max(0, date.span.start - 60) : date.span.start]
        return date if not _dates_verb(lead[-40:]) or _AT_BIRTH.search(lead) else None

    def _is_said_again(self, k: int) -> bool:
        """The sum in another currency, or by how much it changed: "$3 billion (2.8 billion euros)", "..., up 9%"."""
        before, figure = self.figures[k - 1], self.figures[k]
        gap = self._gap(k - 1)
        if _BRACKET.fullmatch(gap):
            return True
        if len(gap) < _CHANGE and _PART_OF.search(gap + self.text[figure.span.start : figure.span.end + _PART]):
            return not _QUOTED.search(gap)
        if _AGAINST.search(gap) and _ELSEWHERE.match(self.text, figure.span.end):
            return True  # "against 57 percent for Japan"
        if figure.unit == "times" and _APPOSED.search(gap):
            return True  # "..., five times as many as"
        if figure.unit not in ("percent", "times") or before.unit in DURATIONS or len(gap) > _CHANGE:
            return False
        more = self.text[figure.mention.start : figure.mention.end + 12]
        return "," in gap and bool(_change().search(gap + more)) and not _BREAK.search(gap)

    def _goes_on(self, k: int, date: DateMention | None) -> bool:
        """ "interviewed 1,200 this year and hired only 85", "và riêng hãng đóng góp một nửa": told in one breath."""
        figure = self.figures[k]
        if date is None or date.span.start > figure.span.start or not _holds(date, figure.unit):
            return False
        gap = self.text[max(self.figures[k - 1].mention.end, date.span.end) : figure.span.start]
        joined = _ON.match(gap)
        if (
            not joined
            or len(gap) > _BREATH
            or _now().search(gap)
            or _BREAK.search(gap)
            or _JOINS.search(gap, joined.end())
        ):
            return False
        words = cut(gap[joined.end() :] + self.text[figure.span.start : figure.mention.end + _TOLD])
        return any(w.low in word_list("told_on") or (len(w.low) > 4 and w.low.endswith("ed")) for w in words)

    def _is_taken(self, date: DateMention) -> bool:
        """Whether the date belongs to a figure right before it: "$300 billion by 2020, ... two memorandums"."""
        i = bisect_right(self.figures, date.span.start, key=lambda f: f.span.end)
        if i == 0 or date.span.start - self.figures[i - 1].span.end > _BEFORE:
            return False
        between = self.text[self.figures[i - 1].span.end : date.span.start]
        return _JOINS.search(between) is None


def timeline(text: str, dates: Sequence[DateMention], figures: Sequence[Dated]) -> Timeline:
    """The timeline of a sentence."""
    return Timeline(text, tuple(d for d in dates if _usable(text, d)), tuple(figures))


def held(date: DateMention) -> str:
    """For when a figure holds: of the first months of a year, that year."""
    summed = date.rule.startswith(STRETCHES) and date.edtf[4:8] == "-01/"
    return date.edtf[:4] if summed else edtf.bare(date.edtf)


def _holds(date: DateMention, unit: str) -> bool:
    """What has been counted since a date holds now, and no name dates it; a rank is of its index's year."""
    return date.cue not in ("since", "name") or unit == "rank"


@cache
def _now() -> re.Pattern[str]:
    return re.compile(rf"(?<!đến )\b(?:{'|'.join(lexicon('measures')['now'])})\b", re.IGNORECASE)


@cache
def _verbs() -> frozenset[str]:
    """Words that begin another statement, in any of the languages."""
    names = ("finite", "verbs", "clause", "growth", "forecast")
    both = (word_list(name, language) for name in names for language in ("en", "fr", "vi"))
    return frozenset().union(*both, word_list("asides"), word_list("contrasts")) - word_list("articles")


@cache
def _change() -> re.Pattern[str]:
    lists = lexicon("measures")
    words = {w for language in lists["growth"].values() for w in language} | set(lists["more_than"])
    return re.compile(rf"\b(?:{'|'.join(sorted(words, key=lambda w: (-len(w), w)))})\b", re.IGNORECASE)


@cache
def _phrases(name: str) -> Phrases:
    return phrases({name: lexicon("measures")[name]}, backwards=True)


def _usable(text: str, date: DateMention) -> bool:
    """A day only after "as of" and such."""
    if "XXXX" in date.edtf or (date.cue == "compared" and not text.startswith(" (", date.span.end)):
        return False  # "below that of 2014 (14%)"
    if edtf.precision(date.edtf) != "day" or date.cue == "until":
        return True
    said = cut(text, max(0, date.span.start - 20), date.span.end)
    before = [k for k, word in enumerate(said) if word.start <= date.span.start]
    return any(phrase_before(said, k, _phrases("as_of_day")) for k in range(before[-1], len(said)))


def _dates_verb(gap: str) -> bool:
    """ "founded in 2005": among the last words before the date stands a verb that has the date to itself."""
    words = cut(gap)
    return any(phrase_before(words, k, dated_verbs()) for k in range(max(1, len(words) - 2), len(words) + 1))
