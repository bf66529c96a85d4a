"""What a figure measures, in the article's own words: right of the number, left of it, or as the figure before it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vnitcoop.find.phrases_counted import Run, noun_phrase
from vnitcoop.find.quantities import Quantity, openers
from vnitcoop.find.units import COUNT, DURATIONS
from vnitcoop.find.wordlists import word_list
from vnitcoop.find.words import Phrases, Word, phrase_at, phrase_before, phrases
from vnitcoop.lexicon import lexicon

_HARD = {";", ":", ".", "!", "?", "…", "“", "”", '"', "«", "»", "|", "—"}
_FARTHEST = 30
_ARTICLES = word_list("articles")


def measure_of(
    words: Sequence[Word], found: Quantity, floor: int, language: str, barred: frozenset[int], gapped: bool
) -> tuple[tuple[Run, ...], str]:
    """The runs of words that say what is measured, and the rule; no runs where it is that of the figure before.

    `floor` is where the figure before ends; `gapped` says that this figure leaves out the measure that one had.
    """
    right = noun_phrase(words, found.last, language, barred)
    if found.unit == "percent" and right and not _is_share_of(words, found, right, language):
        right = None
    if found.unit == COUNT and right and words[right[0]].low in word_list("them"):
        return (), "of-them"
    if found.unit == COUNT or found.adjective:
        return ((right,), "counted-noun") if right else _from_left(words, found, floor, language, gapped, barred)
    if found.unit in DURATIONS:
        return _of_duration(words, found, right, floor, language, barred)
    if right and not _is_apposed_left(words, found) and found.unit != "times":
        return (right,), "share-of" if found.unit == "percent" else "sum-of"
    runs, rule = _from_left(words, found, floor, language, gapped, barred)
    weak = _weak_complement(words, found.last, language, barred) if found.unit != "times" else None
    return (*runs, weak) if runs and weak else runs or ((weak,) if weak else ()), rule


def _is_share_of(words: Sequence[Word], found: Quantity, right: Run, language: str) -> bool:
    """ "20% of exports", "a 20% increase", "56% doanh thu"; not "up 15% year on year" or "60 percent work in"."""
    if language == "vi" or right[0] > found.last:
        return True
    before = words[found.first - 1].low if found.first else ""
    noun = words[right[1] - 1].low
    return (
        before in _ARTICLES
        or before in word_list("possessives")
        or (noun in word_list("growth", language) and noun not in word_list("directions"))
    )


def _is_apposed_left(words: Sequence[Word], found: Quantity) -> bool:
    return found.first > 0 and words[found.first - 1].low in word_list("apposed")


def _of_duration(
    words: Sequence[Word], found: Quantity, right: Run | None, floor: int, language: str, barred: frozenset[int]
) -> tuple[tuple[Run, ...], str]:
    following = words[found.last].low if found.last < len(words) else ""
    if following in word_list("ago"):
        return ((found.to, found.last + 1),), "time-ago"
    if right:
        return (right,), "duration-of"
    before = words[found.first - 1].low if found.first else ""
    verb = (
        words[found.first - 2].low in word_list("verbs", language) or words[found.first - 2].low == "to"
        if found.first > 1
        else False
    )
    if before in word_list("spans_before") and not verb:
        return ((found.first - 1, found.last),), "time-span"
    if following in word_list("spans_after"):
        return ((found.to, found.last + 1),), "time-span"
    runs, rule = _from_left(words, found, floor, language, False, barred) if floor == 0 else ((), "")
    return (runs, rule) if runs else (((found.to, found.last),), "time-span")


def _weak_complement(words: Sequence[Word], j: int, language: str, barred: frozenset[int]) -> Run | None:
    """ "in software exports", "pour la recherche": what a sum or share is of, less closely joined."""
    if j >= len(words) or words[j].low not in lexicon("measures")["complement"].get(language, ()) or j + 1 in barred:
        return None
    k = j + 1
    while k < len(words) and words[k].low in word_list("determiners"):
        k += 1
    if (
        k >= len(words)
        or k in barred
        or words[k].low in openers(language) | word_list("spans")
        or (language != "vi" and words[k].is_capital and not words[k].text.isupper())
    ):
        return None
    return noun_phrase(words, k, language, barred)


@cache
def _pronouns() -> Phrases:
    return phrases({"pronoun": lexicon("measures")["pronouns"]})


@cache
def _elliptic() -> Phrases:
    return phrases({"elliptic": lexicon("measures")["elliptic"]}, backwards=True)


def _from_left(
    words: Sequence[Word], found: Quantity, floor: int, language: str, gapped: bool, barred: frozenset[int]
) -> tuple[tuple[Run, ...], str]:
    """The subject of the clause before the number, with a verb of growth but without one of reaching or being."""
    if found.first > floor + 1 and words[found.first - 1].low in word_list("of", language) and language != "vi":
        noun = _noun_before(words, found.first - 1, floor, language)
        low = {words[k].low for k in range(*noun)}
        if low <= word_list("generic", language) and floor:
            return (), "as-before"
        if not low <= word_list("growth", language) | word_list("generic", language):
            return (noun,), "noun-of"
    if found.unit == COUNT and floor and phrase_before(words, found.first, _elliptic()):
        return (), "as-before"
    if found.first and words[found.first - 1].low == "(":
        return (
            ((_noun_before(words, found.first - 1, floor, language),), "before-brackets")
            if found.first - 1 > floor
            else ((), "as-before")
        )
    start = _clause_start(words, found.first, floor, language)
    end = _strip_right(words, start, found.first, language, barred)
    start = _strip_left(words, start, end, language, barred)
    changes = [k for k in range(start, end) if words[k].low in word_list("growth", language)]
    rest = {words[k].low for k in range(start, end) if k not in changes}
    if changes and rest <= _ARTICLES | word_list("leads", language) | {",", "and", "et", "và", "une"}:
        return ((changes[0], changes[-1] + 1),), "clause-and-before"
    if floor and (start >= end or _is_predicate(words, start, language)):
        return (), "as-before"
    share = phrase_before(words, found.first, _trailing(language))
    if floor and share and share[1] == "shares":
        return ((start, end),), "clause-and-before"
    pronoun = phrase_at(words, start, _pronouns()) if start < end else None
    if pronoun and pronoun[0] < end and words[pronoun[0]].low in word_list("of", language):
        pronoun = None  # "the number of members"
    if start < end and words[start].low in _ARTICLES and not pronoun:
        start += 1
    if start >= end or (pronoun and pronoun[0] <= end):
        return (), "as-before"
    return ((start, end),), "clause-and-before" if gapped and not _has_verb(
        words, start, found.first, language
    ) else "clause"


def _is_predicate(words: Sequence[Word], start: int, language: str) -> bool:
    """A clause that lends its subject from the one before: "..., and aims to raise the number to 3,000"."""
    low = words[start].low
    joined = start > 0 and words[start - 1].low in word_list("joiners")
    verb = low in word_list("verbs", language) or low in word_list("leads", language) or low in word_list("aims")
    return joined and verb and low not in word_list("no_predicates")


def _noun_before(words: Sequence[Word], end: int, floor: int, language: str) -> Run:
    """The noun phrase that ends where the brackets or "of" begin."""
    start, barriers = end, (word_list("stops", language) - {"l'"}) | word_list("verbs", language)
    while (
        start > floor
        and end - start < 8
        and (words[start - 1].is_word or words[start - 1].low in "'’-)(")
        and words[start - 1].low not in barriers
    ):
        start -= 1
    while start < end - 1 and not words[start].is_word:
        start += 1
    return (start, end) if start < end else (end - 1, end)


def _clause_start(words: Sequence[Word], end: int, floor: int, language: str) -> int:
    opening, start = word_list("clause", language), end
    while start > floor and end - start < _FARTHEST:
        word = words[start - 1]
        if (word.low in _HARD and not (word.low == "." and words[start - 2].text.isupper())) or word.low in opening:
            break
        if (
            word.low in word_list("both_en_fr")
            and start < end
            and words[start].low in word_list("verbs", language) | word_list("aims")
        ):
            break
        if word.low == "(" and not any(w.low == ")" for w in words[start:end]):
            break
        start -= 1
    return start


@cache
def _trailing(language: str) -> Phrases:
    lists = lexicon("measures")
    return phrases({name: lists[name].get(language, ()) for name in ("verbs", "stops", "of", "shares")}, backwards=True)


def _strip_right(
    words: Sequence[Word], start: int, end: int, language: str, barred: frozenset[int] = frozenset()
) -> int:
    """Back over verbs of being and reaching, adverbs and prepositions; a verb of growth stays."""
    growth = word_list("growth", language)
    while end > start:
        word, phrase = words[end - 1], phrase_before(words, end, _trailing(language))
        if (word.low in growth and not (phrase and phrase[1] == "shares")) or word.text == ")":
            break
        if (
            phrase is None
            and word.is_word
            and end - 1 not in barred
            and not (word.low.endswith("ly") and language == "en")
        ):
            break
        end = max(start, phrase[0]) if phrase else end - 1
    return end


def _strip_left(words: Sequence[Word], start: int, end: int, language: str, barred: frozenset[int]) -> int:
    """Past segments before a comma that are no part of the subject: "In 2018,", "According to X,", earlier clauses."""
    verbs, leads = word_list("verbs", language), word_list("leads", language)
    begin = start
    for k in range(start, end):
        segment = words[begin:k]
        if (
            words[k].low == ","
            and segment
            and (segment[0].low in leads or any(w.low in verbs or w.low in word_list("said") for w in segment))
        ):
            begin = k + 1
    while begin < end and (
        not words[begin].is_word or begin in barred or words[begin].low in word_list("clause_openers")
    ):
        begin += 1
    return begin


def _has_verb(words: Sequence[Word], start: int, end: int, language: str) -> bool:
    verbs, growth = word_list("finite", language) | word_list("verbs", language), word_list("growth", language)
    copulas = word_list("copulas")
    return any(w.low in growth or (w.low in verbs and w.low not in copulas) for w in words[start:end])


def clause_before(words: Sequence[Word], found: Quantity, language: str) -> Run | None:
    """For want of better: the clause left of the number, or the words right of it."""
    start = _clause_start(words, found.first, 0, language)
    end = _strip_right(words, start, found.first, language)
    if start < end:
        return start, end
    last = found.last
    while last < len(words) and words[last].is_word and last - found.last < 6:
        last += 1
    return (found.last, last) if last > found.last else None


def is_subject(words: Sequence[Word], found: Quantity, floor: int, language: str) -> bool:
    """Whether no verb stands before the number in its clause."""
    start = _clause_start(words, found.first, floor, language)
    start = max([start, *(k + 1 for k in range(start, found.first) if words[k].low in word_list("said"))])
    verbs = word_list("verbs", language) | word_list("finite", language) | word_list("growth", language)
    return not any(w.low in verbs or (language == "en" and w.low.endswith("ed")) for w in words[start : found.at])
