"""The noun phrase that a number counts, right of it: "10,000 [ICT companies]", "25% [khối lượng phần mềm]"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vnitcoop.find.figures.coordinated import coordinated, is_plural
from vnitcoop.find.figures.numbers import vocabulary
from vnitcoop.find.figures.units import DASHES
from vnitcoop.find.figures.wordlists import word_list
from vnitcoop.find.figures.words import Phrases, Word, is_mixed, phrase_at, phrases
from vnitcoop.lexicon import lexicon

_LONGEST = 12
_COMPLEMENTS = 3  # "a part of the revenue of the companies of the city"
_JOINERS = {"-", "–", "/", "&", "’", "'"}

Run = tuple[int, int]


@cache
def _stops(language: str) -> Phrases:
    return phrases({"stop": lexicon("measures")["stops"].get(language, ())})


def _is_stop(words: Sequence[Word], i: int, language: str) -> bool:
    """IT and US are names, not pronouns."""
    lettered = i > 0 and words[i - 1].is_capital and words[i - 1].text[1:].islower()  # "Series A"
    shouted = words[i].text.isupper() and (len(words[i].text) > 1 or lettered)
    return not shouted and phrase_at(words, i, _stops(language)) is not None


@cache
def _stop_nouns(language: str) -> Phrases:
    return phrases({"noun": lexicon("measures")["stop_nouns"].get(language, ())})


def _begins_noun(words: Sequence[Word], i: int, language: str) -> bool:
    """ "21 hoạt động", "14 năm hoạt động": right after a number some verbs are nouns."""
    counted = i > 0 and (words[i - 1].is_number or words[i - 1].low in word_list("counted_spans"))
    return counted and phrase_at(words, i, _stop_nouns(language)) is not None


@cache
def _of(language: str) -> frozenset[str]:
    return frozenset(w.replace("’", "'") for w in lexicon("measures")["of"].get(language, ()))


def noun_phrase(words: Sequence[Word], j: int, language: str, barred: frozenset[int] = frozenset()) -> Run | None:
    """The noun phrase that begins at word j, with its complement ("memorandums of understanding"); None without one."""
    if j < len(words) and language != "vi" and words[j].low in word_list("others"):
        end = _run(words, j + 1, language, barred)
        return (j, _to_head(words, j + 1, end, language)) if end > j + 1 else None
    first, end = j, _run(words, j, language, barred)
    if end == j:
        of = complement(words, j, language, barred)
        if of is None:
            return None
        first, end = of
    end = _to_head(words, j, end, language) if first == j else end
    if language == "en" and first == j:
        end = _listed(words, j, end, barred)
    for _ in range(_COMPLEMENTS):
        more = complement(words, end, language, barred)
        if more is None:
            break
        end = more[1]
    if end == first + 1 and words[first].low in word_list("bare_heads"):
        end = _where(words, end, language, barred)
    plural = is_plural(words[end - 1]) or (language == "en" and has_plural(words, (first, end)))
    return first, coordinated(words, end, language, lambda k: _member_end(words, k, language, barred), plural=plural)


def _member_end(words: Sequence[Word], k: int, language: str, barred: frozenset[int]) -> int:
    return _to_head(words, k, _run(words, k, language, barred), language)


def _listed(words: Sequence[Word], j: int, end: int, barred: frozenset[int]) -> int:
    """ "97,000 AI, cloud and big data specialists", "120 Lao and Thai firms": past what is listed before the noun."""
    if end >= len(words) or words[end].low not in (",", "and") or has_plural(words, (j, end)) or end in barred:
        return end
    joined = words[end].low == "and"
    for k in range(end + 1, min(end + 8, len(words))):
        joined = joined or words[k].low == "and"
        if (
            not (words[k].is_word or words[k].low in ",-")
            or k in barred
            or (words[k].low != "and" and _is_stop(words, k, "en"))
        ):
            return end
        if joined and is_plural(words[k]):
            return k + 1
    return end


def _where(words: Sequence[Word], end: int, language: str, barred: frozenset[int]) -> int:
    """ "7,200 people in design", "3.600 người làm về an toàn": a noun that says little, with what tells more."""
    links = word_list("bare_head_links", language)
    if end + 1 >= len(words) or words[end].low not in links or words[end + 1].is_capital or end + 1 in barred:
        return end
    stop = _run(words, end + 1, language, barred)
    return stop if 0 < stop - end - 1 <= 4 else end


def complement(words: Sequence[Word], j: int, language: str, barred: frozenset[int] = frozenset()) -> Run | None:
    """ "of X", without the word that joins it: the run of X; of "all that ..." the clause too."""
    if j >= len(words) or words[j].low not in _of(language):
        return None
    k = start = j + 1
    if k < len(words) and words[k].low in word_list("all_what"):
        return start, _clause_end(words, k, barred)
    while k < len(words) and words[k].low in word_list("determiners") and k - start < 3 and k not in barred:
        k += 1
    counted = k > start or (language == "fr" and words[j].low == "des")  # "of the 120 firms", "des 120 entreprises"
    if language != "vi" and counted and k < len(words) and words[k].is_number and not is_mixed(words, k):
        k += 1
    if (
        k < len(words)
        and k > start
        and words[k - 1].low in word_list("all_that")
        and words[k].is_word
        and words[k].low != "the"
    ):
        return start, _clause_end(words, k, barred)
    end = _run(words, k + (k < len(words) and is_mixed(words, k)), language, barred)
    if end == k:
        return None
    if words[end - 1].low.endswith(("'s", "s'")) or words[end - 1].low == "s":
        end = _owned_count(words, end, language, barred)
    end = _to_head(words, k, end, language) if language == "en" else end
    return k, end


def _owned_count(words: Sequence[Word], end: int, language: str, barred: frozenset[int]) -> int:
    """ "of the group's 54,000 employees": past the number to what the group has."""
    k = end
    while k < len(words) and k - end < 3 and (words[k].is_number or words[k].low in vocabulary(language)["scales"]):
        k += 1
    if k == end:
        return end
    owned = _run(words, k, language, barred)
    return _to_head(words, k, owned, language) if owned > k else end


def _clause_end(words: Sequence[Word], k: int, barred: frozenset[int]) -> int:
    end = k
    while end < len(words) and words[end].is_word and end - k < 9 and end not in barred:
        end += 1
    return end


def _run(words: Sequence[Word], j: int, language: str, barred: frozenset[int]) -> int:
    """The end of the words from j on that can be one phrase: up to a stop word, a mark, a number or a barred word."""
    end = j
    while end < len(words) and end - j < _LONGEST and end not in barred:
        word = words[end]
        noun = end == j and _begins_noun(words, end, language)
        made = end == j + 1 and words[j].low in word_list("nominalisers")
        stop = _is_stop(words, end, language) and not noun and not made
        if word.is_word and word.low not in _of(language) and not stop:
            end += 1
        elif (
            word.low in _JOINERS
            and j < end < len(words) - 1
            and words[end + 1].start == word.end
            and word.start == words[end - 1].end
            and words[end + 1].is_word
            and end + 1 not in barred
        ):
            end += 2
        elif _is_coded(words, end) and end > j:
            end += 2 if end + 1 < len(words) and words[end + 1].start == word.end else 1
        elif (
            word.low in DASHES and j < end < len(words) - 1 and words[end - 1].is_capital and words[end + 1].is_capital
        ):
            end += 2  # "Vietnam - Japan diplomatic ties"
        else:
            break
        if language == "fr" and end - j >= 2 and _disagrees(words[end - 2], word):
            return end - 1
    return end


def _is_coded(words: Sequence[Word], i: int) -> bool:
    """ "B2B": digits glued to a letter before them."""
    return words[i].is_number and words[i - 1].is_word and words[i - 1].end == words[i].start


def _disagrees(noun: Word, word: Word) -> bool:
    """French: after a plural, what does not end like one is no longer its adjective ("trois accords porte")."""
    return noun.low.endswith(("s", "x")) and word.text.islower() and not word.low.endswith(("s", "x"))


def _to_head(words: Sequence[Word], j: int, end: int, language: str) -> int:
    """English: up to the last plural of the run, not past a past tense after it ("companies flew in")."""
    if language != "en":
        return end
    head = None
    for k in range(j, end):
        if head is not None and not (is_plural(words[k]) or words[head].low in word_list("modifiers")):
            break
        if is_plural(words[k]):
            head = k
    if head is None:
        return next((k for k in range(j + 1, end) if words[k].low.endswith("ed") and k + 1 == end), end)
    return head + 4 if head + 3 < end and words[head + 1].low == "(" else head + 1


def has_plural(words: Sequence[Word], run: Run) -> bool:
    """Whether any word of the run is an English plural."""
    return any(is_plural(words[k]) for k in range(*run))


def head_noun(words: Sequence[Word], run: Run, language: str) -> str:
    """The word that says what is counted: the first one in French and Vietnamese, the first plural in English."""
    if language != "en":
        return words[run[0]].low
    return next((words[k].low for k in range(*run) if is_plural(words[k])), words[run[1] - 1].low)
