"""The clause left of a number: where it begins, and what of it says what is measured."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vnitcoop.find.figures.phrases_counted import Run
from vnitcoop.find.figures.quantities import Quantity
from vnitcoop.find.figures.wordlists import word_list, word_lists
from vnitcoop.find.figures.words import FRENCH_FUTURE, Phrases, Word, is_mixed, phrase_before, phrases
from vnitcoop.lexicon import lexicon

_HARD = {";", ":", ".", "!", "?", "…", "“", "”", '"', "«", "»", "|", "—"}
_FARTHEST = 30


def clause_start(words: Sequence[Word], end: int, floor: int, language: str) -> int:
    """Where the clause begins that ends at word `end`."""
    opening, start, both = word_list("clause", language), end, word_list("both_en_fr")
    while start > floor and end - start < _FARTHEST:
        word = words[start - 1]
        if word.low in _HARD and not (word.low == "." and _is_abbreviated(words, start - 1)):
            break
        if word.low in opening and not _is_in_word(words, start - 1):
            break
        if word.low in both and start < end and words[start].low in word_lists(language, "verbs", "aims"):
            break
        if word.low == "(" and not any(w.low == ")" for w in words[start:end]):
            break
        start -= 1
    return start


def _is_abbreviated(words: Sequence[Word], k: int) -> bool:
    """ "A.T.", "No. 2": no sentence ends with this stop."""
    numbered = words[k - 1].text == "No" and k + 1 < len(words) and words[k + 1].is_number
    return words[k - 1].text.isupper() or numbered


def _is_in_word(words: Sequence[Word], k: int) -> bool:
    """ "song phương": a syllable that opens no clause."""
    return k + 1 < len(words) and f"{words[k].low} {words[k + 1].low}" in word_list("no_clause")


@cache
def trailing(language: str) -> Phrases:
    """Verbs of being and reaching, stops and prepositions, looked up by their last word."""
    lists = lexicon("measures")
    forms = {name: lists[name].get(language, ()) for name in ("verbs", "stops", "of", "shares")}
    return phrases({name: [f for f in of if f not in lists["sums"]] for name, of in forms.items()}, backwards=True)


def strip_right(
    words: Sequence[Word], start: int, end: int, language: str, barred: frozenset[int] = frozenset()
) -> int:
    """Back over verbs of being and reaching, adverbs and prepositions; a verb of growth stays."""
    growth = word_list("growth", language)
    while end > start:
        word, phrase = words[end - 1], phrase_before(words, end, trailing(language))
        named = word.is_capital and end - 2 >= start and words[end - 2].low == "-"  # "Asie du Sud-Est"
        if named or (word.text.isupper() and len(word.text) > 1):  # IT is a name, not a pronoun
            phrase = None
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


def strip_left(words: Sequence[Word], start: int, end: int, language: str, barred: frozenset[int]) -> int:
    """Past segments before a comma that are no part of the subject: "In 2018,", "According to X,", earlier clauses."""
    verbs, leads, said = word_list("verbs", language), word_list("leads", language), word_list("said")
    begin = start
    for k in range(start, end):
        if words[k].low in said and k + 1 < end:
            begin = k + 1
        segment = words[begin:k]
        if (
            words[k].low == ","
            and segment
            and (segment[0].low in leads or any(w.low in verbs or w.low in said for w in segment))
        ):
            begin = k + 1
    while begin < end and (
        not (words[begin].is_word or is_mixed(words, begin))
        or begin in barred
        or words[begin].low in word_list("clause_openers")
    ):
        begin += 1
    return begin


def has_verb(words: Sequence[Word], start: int, end: int, language: str) -> bool:
    """Whether a verb that is no mere copula stands between."""
    verbs, growth = word_lists(language, "finite", "verbs"), word_list("growth", language)
    copulas = word_list("copulas")
    return any(w.low in growth or (w.low in verbs and w.low not in copulas) for w in words[start:end])


def clause_before(words: Sequence[Word], found: Quantity, language: str) -> Run | None:
    """For want of better: the clause left of the number, or the words right of it."""
    start = clause_start(words, found.first, 0, language)
    end = strip_right(words, start, found.first, language)
    if start < end:
        return start, end
    last = found.last
    while last < len(words) and words[last].is_word and last - found.last < 6:
        last += 1
    return (found.last, last) if last > found.last else None


def is_subject(words: Sequence[Word], found: Quantity, floor: int, language: str) -> bool:
    """Whether no verb, and no preposition of a level, stands before the number in its clause."""
    if found.first and words[found.first - 1].low in word_list("to_level"):
        return False
    start = clause_start(words, found.first, floor, language)
    said = word_list("said")
    start = max([floor, start, *[k + 1 for k in range(start, found.first) if words[k].low in said | word_list("but")]])
    if start < found.at and words[start].low in word_list("together_with"):
        return False
    verbs = word_lists(language, "verbs", "finite", "growth")
    if language == "fr" and any(FRENCH_FUTURE.fullmatch(w.low) for w in words[start : found.at]):
        return False
    if language == "vi" and any(f"{words[k].low} {words[k + 1].low}" in verbs for k in range(start, found.at - 1)):
        return False  # "đóng góp" and other verbs of two syllables
    return not any(w.low in verbs or (language == "en" and w.low.endswith("ed")) for w in words[start : found.at])
