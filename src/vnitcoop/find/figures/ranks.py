"""Ranks and anniversaries, which ordinals tell: "second largest partner", "No 2", "lớn thứ hai", "35th anniversary"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from vnitcoop.find.figures.labels import is_length_of_list
from vnitcoop.find.figures.numbers import vocabulary
from vnitcoop.find.figures.phrases_counted import Run, noun_phrase
from vnitcoop.find.figures.quantities import Quantity
from vnitcoop.find.figures.rank_words import Ranked, after_rank, any_of, list_of, rank_of
from vnitcoop.find.figures.vietnamese_ranks import read_vietnamese_rank
from vnitcoop.find.figures.words import Word
from vnitcoop.lexicon import lexicon


@cache
def rank_openers(language: str) -> frozenset[str]:
    """The words with which a rank can begin."""
    if language == "vi":
        return frozenset(("số", "thứ", "hạng", "trí", "top", "nhóm"))
    return frozenset(
        ("top", *lexicon("ranks")["numbers"], *lexicon("ranks")["ordinals"]["fr" if language == "fr" else "en"])
    )


def read_rank(words: Sequence[Word], i: int, language: str) -> Ranked | None:
    """The rank or anniversary that begins with word i, and what is ranked; None where none begins."""
    if language == "vi":
        return read_vietnamese_rank(words, i)
    numbered = _numbered(words, i, language)
    if numbered:
        return numbered
    ordinal = _ordinal(words, i, language)
    if ordinal is None:
        return None
    value, last = ordinal
    named = next(
        (k for k in (last, last + 1) if k < len(words) and words[k].low in lexicon("units")["anniversaries"]), 0
    )
    if named and (named == last or language == "en"):  # "the 40th founding anniversary"
        of = noun_phrase(words, named + 1, language) or (named, named + 1)
        return Quantity(i, named + 1, i, last, value, None, "years", "exact", "anniversary"), (named, of[1])
    return _french(words, i, value, last) if language == "fr" else _english(words, i, value, last)


def ranked_name(words: Sequence[Word], rank: Quantity) -> Run | None:
    """ "HCMC in 18th place", "Hanoi 22nd": the name right before a place."""
    end = rank.first
    while rank.rule == "placed" and end and words[end - 1].low in any_of("links"):
        end -= 1
    start = end
    while (
        rank.rule == "placed"
        and start
        and words[end - 1].low[-2:] not in ("'s", "s'")
        and words[start - 1].is_capital
        and words[start - 1].is_word
    ):
        start -= 1
    return (start, end) if start < end else None


def _ordinal(words: Sequence[Word], i: int, language: str) -> tuple[int, int] | None:
    """The value of an ordinal in words or digits ("second", "10th", "2e") and the position after it."""
    word = words[i]
    value = lexicon("ranks")["ordinals"][language if language == "fr" else "en"].get(word.low)
    if value:
        return value, i + 1
    if (
        word.is_number
        and word.text.isdigit()
        and i + 1 < len(words)
        and words[i + 1].start == word.end
        and words[i + 1].low in any_of("suffixes")
    ):
        return int(word.text), i + 2
    return None


def _english(words: Sequence[Word], i: int, value: int, last: int) -> Ranked | None:
    j = last + 1 if last < len(words) and words[last].low == "-" else last
    low = words[j].low if j < len(words) else ""
    if value > 1 and (low in list_of("superlatives", "en") or re.fullmatch(r"\w{3,}[^fw]est", low)):
        run = noun_phrase(words, j, "en")
        return rank_of(i, last, value, "superlative"), run
    if low == "only" and value == 2 and words[last + 1 : last + 2] and words[last + 1].low == "to":
        return rank_of(i, last + 2, value, "second-to"), None
    if low == "only" and value == 2:
        return None
    if value > 1 and (_is_placed(words, i, j) or _owned(words, i, j, "en")):
        k = j + 1 if low in lexicon("ranks")["places"] else j
        placed = (
            k > j
            or low in ("out", "among", "by", "on")
            or not low.isalpha()
            or _in_list(words, j)
            or _in_realm(words, j)
        )
        return rank_of(i, last, value, "placed"), after_rank(words, k, "en") if placed else noun_phrase(words, j, "en")
    if _after_ranking(words, i, "en") and (value > 1 or words[i - 1].low.startswith("rank")):
        k = j + 1 if low in lexicon("ranks")["places"] else j
        return rank_of(i, last, value, "ranked"), after_rank(words, k, "en")
    return None


def _is_placed(words: Sequence[Word], i: int, j: int) -> bool:
    """ "sixth place among", "42nd out of", "from 59th in 2016": a rank for what follows it or the digits it is in."""
    low = words[j].low if j < len(words) else ""
    following = words[j + 1].low if j + 1 < len(words) else ""
    before = words[i - 1].low if i else ""
    if low in lexicon("ranks")["places"]:
        return following in any_of("among") or following.isdecimal() or before in any_of("to_place")
    if low == "out":
        return following == "of"
    if words[i].is_number and _in_realm(words, j):
        return True  # "placing Vietnam 17th in the world"
    if low == "among" or (low == "by" and words[j + 1 : j + 2] and words[j + 1].text.islower()):
        return True  # "sixth among 63 cities", "11th by size"
    if _in_list(words, j):
        return True
    if words[i].is_number and i and words[i - 1].is_capital and (low in ("and", "in", "on") or not low.isalpha()):
        return True  # "has Ho Chi Minh City 18th and Hanoi 19th"
    return words[i].is_number and before in any_of("climbing") and (not low.isalpha() or low in any_of("among"))


def _in_list(words: Sequence[Word], j: int) -> bool:
    """ "on the list", "in its Global Services Location Index"."""
    low = words[j].low if j < len(words) else ""
    reach = {"on": 6, "in": 8}.get(low, 0)
    return any(w.low in any_of("listings") for w in words[j + 1 : j + reach])


def _in_realm(words: Sequence[Word], j: int) -> bool:
    """ "in the world", "in Southeast Asia"."""
    return j < len(words) and words[j].low == "in" and bool({w.low for w in words[j + 1 : j + 3]} & any_of("realms"))


def _owned(words: Sequence[Word], i: int, j: int, language: str) -> bool:
    """ "its fourth office", "sa septième usine", "the eighth operator": a body's nth of things that add up."""
    counted = list_of("nth", language)
    end = min(j + 3 if language == "en" else j + 1, len(words))
    definite = i > 0 and words[i - 1].low not in any_of("indefinite")
    near = {w.low for w in words[j : j + (2 if language == "en" else 1)]}
    if i and (words[i - 1].low in any_of("owners") or words[i - 1].low.endswith(("'s", "s'"))) and j < len(words):
        return words[j].is_word and not words[j].is_capital and not near & any_of("not_nth")
    return definite and any(words[k].low in counted for k in range(j, end) if all(w.is_word for w in words[j : k + 1]))


def _after_ranking(words: Sequence[Word], i: int, language: str) -> bool:
    """ "comes second", "ranked in the 3rd": a verb of ranking, with nothing but link words between."""
    back = i
    while back and i - back < 4 and words[back - 1].low in lexicon("ranks")["links"]:
        back -= 1
    if back > 0 and words[back - 1].low in list_of("verbs", language):
        return True
    joined = i > 0 and words[i - 1].low in ("and", "et") and i + 2 < len(words)
    return joined and any(w.low in list_of("verbs", language) for w in words[max(0, i - 14) : i])


def _numbered(words: Sequence[Word], i: int, language: str) -> Ranked | None:
    """ "No 2 in the world", "number one partner", "numéro deux"."""
    low = words[i].low
    few = low == "first" and i > 1 and (words[i - 2].low, words[i - 1].low) == ("among", "the")
    if low == "top" or few:
        return _top(words, i, language)
    if low not in lexicon("ranks")["numbers"]:
        return None
    j = i + 2 if i + 1 < len(words) and words[i + 1].low in (".", "°", "º") else i + 1
    if j >= len(words):
        return None
    value = int(words[j].text) if words[j].text.isdecimal() else vocabulary(language)["small"].get(words[j].low)
    before = words[i - 1].low if i else ""
    if not value or value > 200 or before in lexicon("numbers")["documents"] or (i == 0 and j + 1 == len(words)):
        return None
    following = words[j + 1].low if j + 1 < len(words) else ""
    ranking = following in any_of("after_number") or before in any_of("before_number")
    if not ranking or (following and j + 1 < len(words) and words[j + 1].low in ("/", "-", "-")):
        return None
    return rank_of(i, j + 1, value, "number"), noun_phrase(words, j + 1, language) or after_rank(words, j + 1, language)


def _top(words: Sequence[Word], i: int, language: str) -> Ranked | None:
    """ "among the top 50 of the index", "le Top 70 mondial": no list's name, nor how long a list is."""
    if i + 2 >= len(words) or is_length_of_list(words, i):
        return None
    if not words[i].text.islower() and (language != "fr" or words[i + 2].is_capital):
        return None
    spelled = vocabulary(language)["small"].get(words[i + 1].low, 0)
    value = int(words[i + 1].text) if words[i + 1].text.isdecimal() else spelled
    if not 1 < value <= 500 or not words[i + 2].is_word or not i:
        return None
    if words[i - 1].low not in any_of("before_top") and not words[i - 1].low.endswith("'s"):
        return None
    return rank_of(i, i + 2, value, "top"), noun_phrase(words, i + 2, language)


def _french(words: Sequence[Word], i: int, value: int, last: int) -> Ranked | None:
    low = words[last].low if last < len(words) else ""
    following = words[last + 1].low if last + 1 < len(words) else ""
    before = words[i - 1].low if i else ""
    if low == "plus" and following in any_of("great"):
        return rank_of(i, last, value, "superlative"), noun_phrase(words, last + 1, "fr")
    if low in lexicon("ranks")["places"] and value > 1:
        return rank_of(i, last + 1, value, "ranked"), after_rank(words, last + 1, "fr") or (last, last + 1)
    if value > 1 and low == "sur" and following.isdecimal():
        return rank_of(i, last, value, "ranked"), after_rank(words, last + 1, "fr")
    if value > 1 and (low in list_of("nouns", "fr") or low == "principal" or _owned(words, i, last, "fr")):
        return rank_of(i, last, value, "ordinal-noun"), noun_phrase(words, last, "fr")
    if value > 1 and before in any_of("copulas_fr") and low in any_of("after_copula"):
        return rank_of(i, last, value, "ranked"), (i, last)
    if _after_ranking(words, i, "fr"):
        return rank_of(i, last, value, "ranked"), after_rank(words, last, "fr")
    return None
