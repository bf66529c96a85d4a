"""Whether a figure is expected, planned, needed or targeted, and the date for which it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from vnitcoop import edtf
from vnitcoop.find.measures import is_subject
from vnitcoop.find.quantities import Quantity
from vnitcoop.find.words import Phrases, Word, cut, phrase_at, phrases
from vnitcoop.lexicon import lexicon
from vnitcoop.types import DateMention, Span

_REACH = 18  # words between a cue and the number
_FUTURE_FR = re.compile(r"[^\W\d_]{2,}(?:er|ir|dr|ur|tr)(?:a|ont)")
_GAP = 70  # characters between a figure and the date after it


@cache
def _cues(language: str) -> Phrases:
    return phrases({"cue": lexicon("measures")["forecast"].get(language, ())})


@cache
def _list(name: str, language: str) -> frozenset[str]:
    return frozenset(lexicon("measures")[name].get(language, ()))


def forecast_cue(
    words: Sequence[Word], found: Quantity, floor: int, ceiling: int, language: str, chained: bool
) -> tuple[int, int] | None:
    """The words that make the figure a forecast; None when it is stated as it is.

    `floor` and `ceiling` are where the figures before and after stand; a cue before another figure reaches this one
    only when both are joined by a comma or "and" (`chained`).
    """
    for i in range(found.first - 1, max(floor, found.first - _REACH) - 1, -1):
        if words[i].low in (";", ".", "”"):
            return None
        cue = _cue_at(words, i, language)
        if cue and cue[1] <= found.first + 1:
            return cue
        if words[i].low in _list("finite", language) and not _is_perfect(words, i, language):
            return None
    return (
        _cue_after(words, found, ceiling, language)
        if not chained and is_subject(words, found, floor, language)
        else None
    )


def _is_perfect(words: Sequence[Word], i: int, language: str) -> bool:
    """ "is expected", "has a target of", "is to reach": a verb that a cue follows, or one that only introduces it."""
    return words[i].low in _AUXILIARIES and any(
        _cue_at(words, k, language) for k in range(i + 1, min(i + 6, len(words)))
    )


def _cue_at(words: Sequence[Word], i: int, language: str) -> tuple[int, int] | None:
    found = phrase_at(words, i, _cues(language))
    if found:
        return i, found[0]
    if language == "fr" and _FUTURE_FR.fullmatch(words[i].low) and words[i].low not in ("opéra", "caméra"):
        return i, i + 1
    return None


def _cue_after(words: Sequence[Word], found: Quantity, ceiling: int, language: str) -> tuple[int, int] | None:
    """The verb whose subject the figure is: "At least 40% of the budget will go to ..."."""
    aside = False
    for i in range(found.last, min(ceiling, found.last + 40)):
        low = words[i].low
        if low in (";", ".", "”"):
            return None
        if low in ("which", "who", "that", "qui", "que", "dont", "mà"):
            aside = True
        elif low == "," and aside:
            aside = False
        elif not aside:
            cue = _cue_at(words, i, language)
            if cue and low in _VERBS:
                return cue
            if (low in _list("finite", language) and not _is_perfect(words, i, language)) or (
                low.endswith("ed") and language == "en"
            ):
                return None
    return None


_AUXILIARIES = {"is", "are", "was", "were", "has", "have", "had", "a", "est", "sont", "ont", "là", "có", "đã", "đang"}
_VERBS = {
    "will",
    "would",
    "should",
    "shall",
    "expected",
    "needed",
    "planned",
    "targeted",
    "scheduled",
    "sẽ",
    "dự",
    "devrait",
    "devraient",
    "required",
    "cần",
}


def as_of_date(
    text: str, start: int, figure: Span, others: Sequence[Span], dates: Sequence[DateMention]
) -> DateMention | None:
    """The date among those of the sentence that begins at `start` for which a figure holds.

    The date that follows it closely, else the last one before it in the same sentence; none that dates a verb of its
    own ("founded in 2005").
    """
    usable = [d for d in dates if _usable(text, d) and not _compares(text, start, d)]
    for date in usable:
        if date.span.start >= figure.end:
            gap = text[figure.end : date.span.start]
            between = any(figure.end <= o.start < date.span.start for o in others)
            if (
                len(gap) <= _GAP
                and not between
                and not re.search(r"[;.:“”]\s|,\s*(?:which|who)|\bwho\b", gap)
                and not _dates_verb(gap)
            ):
                return date
            break
    before = [d for d in usable if d.span.end <= figure.start]
    if not before:
        return None
    date = before[-1]
    if any(
        o.end <= date.span.start and not re.search(r"[,;]|\b(?:and|et|và)\b", text[o.end : date.span.start])
        for o in others
    ):
        return None
    head = text[start : date.span.start]
    if re.search(r"[;“”]", text[date.span.end : figure.start]) or _dates_verb(head[-40:]):
        return None
    return date


def _compares(text: str, start: int, date: DateMention) -> bool:
    """ "up 9% compared to 2020", "so với cùng kỳ năm trước": the date is what the figure is held against."""
    lead = [w.low for w in cut(text, max(start, date.span.start - 40), date.span.start)]
    said = text[date.span.start : date.span.end].lower()
    tail = " " + " ".join(lead) + " "
    return not said.startswith(("since", "depuis", "from ")) and any(
        tail.endswith(f" {form} ") for form in _comparisons()
    )


@cache
def _comparisons() -> tuple[str, ...]:
    return tuple(" ".join(w.low for w in cut(form)) for form in lexicon("measures")["comparisons"])


def _usable(text: str, date: DateMention) -> bool:
    if date.cue == "name" or "XXXX" in date.edtf:
        return False
    if edtf.precision(date.edtf) != "day":
        return True
    lead = text[max(0, date.span.start - 16) : date.span.start]
    said = text[date.span.start : date.span.end]
    return date.cue == "until" or any(
        re.search(rf"\b{re.escape(cue)}\s*(?:ngày\s*)?$", lead, re.I) or said.lower().startswith(cue + " ")
        for cue in ("as of", "tính đến", "à la date du", "as at")
    )


def _dates_verb(gap: str) -> bool:
    low = [w.low for w in cut(gap)][-4:]
    text = " " + " ".join(low) + " "
    return any(
        f" {verb} " in text for language in ("en", "fr", "vi") for verb in lexicon("measures")["dated_verbs"][language]
    )
