"""What a share is of: its whole, who has it, and what is said of so many."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.figures.clauses import clause_start, has_verb, is_subject, strip_left, strip_right
from vnitcoop.find.figures.left_of import Measured, from_left, pronouns
from vnitcoop.find.figures.phrases_counted import Run, has_plural, noun_phrase
from vnitcoop.find.figures.predicates import is_verb, predicate, verb_for_noun
from vnitcoop.find.figures.proportions import inside
from vnitcoop.find.figures.quantities import Quantity
from vnitcoop.find.figures.wordlists import word_list
from vnitcoop.find.figures.words import Word, phrase_at


def of_them(words: Sequence[Word], found: Quantity, floor: int, language: str, barred: frozenset[int]) -> Measured:
    """ "Japan takes 60 per cent of them": who has the share, of what was measured before."""
    runs, _ = from_left(words, found, floor, language, False, barred)
    return (runs, "clause-and-before") if runs else ((), "of-them")


def of_proportion(
    words: Sequence[Word], found: Quantity, right: Run | None, floor: int, language: str, barred: frozenset[int]
) -> Measured:
    """ "two out of three [investors plan to hire]", "[diplômés], un sur cinq [prépare une thèse]"."""
    within = inside(words, found.at, found.to, language)
    right = right or noun_phrase(words, found.last, language, barred)
    if right and not _is_noun(words, right, language):
        right = None
    said = predicate(words, right[1] if right else found.last, language, barred, verb=not right)
    told = (right[0], said[1]) if right and said and said[0] == right[1] else None
    runs = tuple(run for run in (within, told or right, None if told else said) if run)
    return runs, "proportion" if within or right else "of-them"


def _is_noun(words: Sequence[Word], run: Run, language: str) -> bool:
    """ "seven in ten [companies] ..." and not "seven in ten look abroad", "un sur cinq prépare une thèse"."""
    if verb_for_noun(words, run, language) or is_verb(words, run[0], language):
        return False
    if language == "en":
        return has_plural(words, run)
    if language == "fr" and words[run[0]].low.endswith(("ait", "aient")):
        return False
    following = words[run[0] + 1].low if run[0] + 1 < len(words) else ""
    return following not in word_list("determiners") and words[run[0]].low not in word_list("skipped_fr")


def of_share(
    words: Sequence[Word], found: Quantity, right: Run, floor: int, language: str, barred: frozenset[int]
) -> Measured:
    """ "the digital economy makes up 16% of GDP", "38% of the people lack ...": the share's whole and what has it."""
    if is_subject(words, found, floor, language):
        said = predicate(words, right[1], language, barred)
        return ((right, said) if said else (right,)), "share-of"
    start = clause_start(words, found.first, floor, language)
    end = strip_right(words, start, found.first, language, barred)
    start = strip_left(words, start, end, language, barred)
    if start < end and words[start].low in word_list("articles"):
        start += 1
    # who has the share, without what is said of them: "Japan" of "Japan is the biggest investor, with 25% of ..."
    verbs = (
        k for k in range(start + 1, end) if words[k].low in word_list("copulas") or has_verb(words, k, k + 1, language)
    )
    if start < end and words[start].low not in word_list("relational"):  # "the target is to raise the share of ..."
        end = next(verbs, end)
    pronoun = phrase_at(words, start, pronouns()) if start < end else None
    return ((right,) if start >= end or pronoun else ((start, end), right)), "share-of"


def is_share_of(words: Sequence[Word], found: Quantity, right: Run, language: str) -> bool:
    """ "20% of exports", "a 20% increase", "56% doanh thu"; not "up 15% year on year" or "60 percent work in"."""
    if language == "vi" or right[0] > found.last:
        return True
    before = words[found.first - 1].low if found.first else ""
    noun = words[right[1] - 1].low
    return (
        before in word_list("articles")
        or before in word_list("possessives")
        or (noun in word_list("growth", language) and noun not in word_list("directions"))
    )
