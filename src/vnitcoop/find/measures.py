"""What a figure measures, in the article's own words: right of the number, left of it, or as the figure before it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vnitcoop.find.phrases_counted import Run, noun_phrase
from vnitcoop.find.quantities import COUNT, DURATIONS, Quantity
from vnitcoop.find.words import Phrases, Word, phrase_at, phrases
from vnitcoop.lexicon import lexicon

_HARD = {";", ":", ".", "!", "?", "…", "“", "”", "\"", "«", "»", "|", "—"}
_FARTHEST = 30
_ARTICLES = {"the", "a", "an", "le", "la", "les", "l'"}


def measure_of(words: Sequence[Word], found: Quantity, floor: int, language: str, barred: frozenset[int], gapped: bool) -> tuple[tuple[Run, ...], str]:
    """The runs of words that say what is measured, and the rule; no runs where it is that of the figure before.

    `floor` is where the figure before ends; `gapped` says that this figure leaves out the measure that one had.
    """
    right = noun_phrase(words, found.last, language, barred)
    if found.unit == "percent" and right and not _is_share_of(words, found, right, language):
        right = None
    if found.unit == COUNT or found.adjective:
        return ((right,), "counted-noun") if right else _from_left(words, found, floor, language, gapped)
    if found.unit in DURATIONS:
        return _of_duration(words, found, right, floor, language, gapped)
    if right and not _is_apposed_left(words, found) and found.unit != "times":
        return (right,), "share-of" if found.unit == "percent" else "sum-of"
    runs, rule = _from_left(words, found, floor, language, gapped)
    weak = _weak_complement(words, found.last, language, barred)
    return (*runs, weak) if runs and weak else runs or ((weak,) if weak else ()), rule


def _is_share_of(words: Sequence[Word], found: Quantity, right: Run, language: str) -> bool:
    """"20% of exports", "a 20% increase", "56% doanh thu"; not "up 15% year on year" or "60 percent work in"."""
    if language == "vi" or right[0] > found.last:
        return True
    before = words[found.first - 1].low if found.first else ""
    noun = words[right[1] - 1].low
    return before in _ARTICLES or before in ("its", "their", "this", "that") or noun in _words("growth", language) and noun not in ("up", "down", "higher", "lower")


def _is_apposed_left(words: Sequence[Word], found: Quantity) -> bool:
    return found.first > 0 and words[found.first - 1].low in ("worth", "at", "giá")


def _of_duration(words: Sequence[Word], found: Quantity, right: Run | None, floor: int, language: str, gapped: bool) -> tuple[tuple[Run, ...], str]:
    following = words[found.last].low if found.last < len(words) else ""
    if following in ("ago", "trước", "qua", "earlier"):
        return ((found.to, found.last + 1),), "time-ago"
    if right:
        return (right,), "duration-of"
    before = words[found.first - 1].low if found.first else ""
    verb = words[found.first - 2].low in _words("verbs", language) or words[found.first - 2].low == "to" if found.first > 1 else False
    if before in ("next", "past", "last", "coming", "first", "prochaines", "prochains", "dernières", "derniers") and not verb:
        return ((found.first - 1, found.last),), "time-span"
    if following in ("tới", "tiếp", "prochaines", "prochains", "dernières"):
        return ((found.to, found.last + 1),), "time-span"
    runs, rule = _from_left(words, found, floor, language, False) if floor == 0 else ((), "")
    return (runs, rule) if runs else (((found.to, found.last),), "time-span")


def _weak_complement(words: Sequence[Word], j: int, language: str, barred: frozenset[int]) -> Run | None:
    """"in software exports", "pour la recherche": what a sum or share is of, less closely joined."""
    if j >= len(words) or words[j].low not in lexicon("measures")["complement"].get(language, ()) or j + 1 in barred:
        return None
    k = j + 1
    while k < len(words) and words[k].low in ("the", "its", "their", "la", "le", "les", "l'", "a", "an", "this", "that"):
        k += 1
    if k >= len(words) or k in barred or language != "vi" and words[k].is_capital and not words[k].text.isupper():
        return None
    return noun_phrase(words, k, language, barred)


@cache
def _words(name: str, language: str) -> frozenset[str]:
    return frozenset(w.replace("’", "'") for w in lexicon("measures")[name].get(language, ()))


@cache
def _pronouns() -> Phrases:
    return phrases({"pronoun": lexicon("measures")["pronouns"]})


def _from_left(words: Sequence[Word], found: Quantity, floor: int, language: str, gapped: bool) -> tuple[tuple[Run, ...], str]:
    """The subject of the clause before the number, with a verb of growth but without one of reaching or being."""
    if found.first > floor + 1 and words[found.first - 1].low in _words("of", language) and language != "vi":
        return ((_noun_before(words, found.first - 1, floor, language),), "noun-of")
    if found.first and words[found.first - 1].low == "(":
        return ((_noun_before(words, found.first - 1, floor, language),), "before-brackets") if found.first - 1 > floor else ((), "as-before")
    start = _clause_start(words, found.first, floor, language)
    end = _strip_right(words, start, found.first, language)
    start = _strip_left(words, start, end, language)
    if floor and (start >= end or _is_predicate(words, start, language)):
        return (), "as-before"
    if start < end and all(words[k].low in _words("growth", language) or words[k].low in _ARTICLES for k in range(start, end)):
        return ((start, end),), "clause-and-before"
    pronoun = phrase_at(words, start, _pronouns()) if start < end else None
    if start < end and words[start].low in _ARTICLES and not pronoun:
        start += 1
    if start >= end or pronoun and pronoun[0] <= end:
        return (), "as-before"
    return ((start, end),), "clause-and-before" if gapped and not _has_verb(words, start, found.first, language) else "clause"


def _is_predicate(words: Sequence[Word], start: int, language: str) -> bool:
    """A clause that lends its subject from the one before: "..., and aims to raise the number to 3,000"."""
    low = words[start].low
    joined = start > 0 and words[start - 1].low in ("and", "et", "và", ",", "or", "but")
    verb = low in _words("verbs", language) or low in _words("leads", language) or low in ("aims", "plans", "hopes", "expects", "targets")
    return joined and verb and low not in ("tổng", "với", "số")


def _noun_before(words: Sequence[Word], end: int, floor: int, language: str) -> Run:
    """The noun phrase that ends where the brackets or "of" begin."""
    start, barriers = end, (_words("stops", language) - {"l'"}) | _words("verbs", language)
    while start > floor and end - start < 8 and (words[start - 1].is_word or words[start - 1].low in "'’-)(") and words[start - 1].low not in barriers:
        start -= 1
    while start < end - 1 and not words[start].is_word:
        start += 1
    return (start, end) if start < end else (end - 1, end)


def _clause_start(words: Sequence[Word], end: int, floor: int, language: str) -> int:
    opening, start = _words("clause", language), end
    while start > floor and end - start < _FARTHEST:
        word = words[start - 1]
        if word.low in _HARD and not (word.low == "." and words[start - 2].text.isupper()) or word.low in opening:
            break
        if word.low in ("and", "et") and start < end and words[start].low in _words("verbs", language) | {"aims", "plans", "hopes", "expects", "targets"}:
            break
        if word.low == "(" and not any(w.low == ")" for w in words[start:end]):
            break
        start -= 1
    return start


def _strip_right(words: Sequence[Word], start: int, end: int, language: str) -> int:
    verbs, stops, growth = _words("verbs", language), _words("stops", language), _words("growth", language)
    while end > start:
        low = words[end - 1].low
        if low in growth and not (low == "up" and words[end - 2].low.startswith("ma")) or not (low in verbs or low in stops or low in _words("of", language) or not words[end - 1].is_word or low.endswith("ly")):
            break
        if words[end - 1].text == ")":
            break
        end -= 1
    return end


def _strip_left(words: Sequence[Word], start: int, end: int, language: str) -> int:
    """Past segments before a comma that are no part of the subject: "In 2018,", "According to X,", earlier clauses."""
    verbs, leads = _words("verbs", language), _words("leads", language)
    begin = start
    for k in range(start, end):
        segment = words[begin:k]
        if words[k].low == "," and segment and (segment[0].low in leads or any(w.low in verbs or w.low in ("said", "says") for w in segment)):
            begin = k + 1
    while begin < end and (not words[begin].is_word or words[begin].low in ("and", "et", "và", "but", "with", "of", "ở", "còn", "với", "to")):
        begin += 1
    return begin


def _has_verb(words: Sequence[Word], start: int, end: int, language: str) -> bool:
    verbs, growth = _words("finite", language) | _words("verbs", language), _words("growth", language)
    return any(w.low in verbs or w.low in growth for w in words[start:end]) and language != "vi"


def clause_before(words: Sequence[Word], found: Quantity, language: str) -> Run | None:
    """For want of better: the clause around the number's left."""
    start = _clause_start(words, found.first, 0, language)
    end = _strip_right(words, start, found.first, language)
    return (start, end) if start < end else None


def is_subject(words: Sequence[Word], found: Quantity, floor: int, language: str) -> bool:
    """Whether no verb stands before the number in its clause."""
    start = _clause_start(words, found.first, floor, language)
    verbs = _words("verbs", language) | _words("finite", language) | _words("growth", language)
    return not any(w.low in verbs or language == "en" and w.low.endswith("ed") for w in words[start : found.at])
