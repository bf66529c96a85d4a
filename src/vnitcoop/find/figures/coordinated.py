"""Nouns that are counted together: "researchers, investors and officials", "assembly and test facility"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from vnitcoop.find.figures.numbers import vocabulary
from vnitcoop.find.figures.wordlists import word_list, word_lists
from vnitcoop.find.figures.words import Phrases, Word, phrase_at, phrases
from vnitcoop.lexicon import lexicon

_LONGEST = 4  # words of one of the nouns
_MOST = 4  # nouns in a list, without the first and the last
_ENDINGS = ("ment", "tion", "sion", "ing", "ity", "gy", "ics", "ture", "ance", "ence", "ery")  # of what is done

Ends = Callable[[int], int]  # where the phrase ends that begins with a word; the word itself where none does


@cache
def _pairs() -> Phrases:
    return phrases({"pair": lexicon("measures")["pairs"]})


def coordinated(words: Sequence[Word], end: int, language: str, ends: Ends, *, plural: bool) -> int:
    """The end of all that is joined to the noun that ends at `end`; `plural` says whether that noun is one."""
    pair = phrase_at(words, end, _pairs())
    if pair:
        return pair[0]
    if end + 1 >= len(words):
        return end
    if words[end].low == "," and (plural or language == "vi"):
        return _listed(words, end, language, ends)
    if words[end].low not in word_list("both"):
        return end
    last = _member(words, end + 1, language, ends)
    if language == "en" and not plural and words[end - 1].text.islower() and _is_compound(words, end + 1, last):
        return last
    return last if last > end + 1 and (language == "vi" or is_plural(words[last - 1])) else end


def _listed(words: Sequence[Word], end: int, language: str, ends: Ends) -> int:
    """ ", investors and officials": commas, and "and" before the last."""
    at, joints = end, word_list("both")
    for _ in range(_MOST):
        last = _member(words, at + 1, language, ends)
        plural = language == "vi" or (last > at + 1 and is_plural(words[last - 1]))
        if last == at + 1 or last >= len(words) or not plural:
            return end
        if words[last].low in joints:
            close = _member(words, last + 1, language, ends)
            return close if close > last + 1 and (language == "vi" or is_plural(words[close - 1])) else end
        if words[last].low != ",":
            return end
        at = last
    return end


def _member(words: Sequence[Word], i: int, language: str, ends: Ends) -> int:
    """The end of a noun of the list that begins with word i; i where none does."""
    if i >= len(words) or not words[i].is_word or words[i].is_capital:
        return i
    others = i + 1 < len(words) and words[i + 1].low in word_list("others")  # "and four other schools"
    if (words[i].low in vocabulary(language)["small"] and not others) or words[i].low.endswith("ed"):
        return i
    last = ends(i)
    return last if last - i <= _LONGEST else i


def _is_compound(words: Sequence[Word], first: int, last: int) -> bool:
    """ "assembly and [test facility]", "research and [development]": one thing, with no verb behind "and"."""
    verbs = word_lists("en", "finite", "verbs", "subject_verbs", "told_verbs", "growth")
    if last == first or any(words[k].low in verbs or words[k].low.endswith(("ed", "ly")) for k in range(first, last)):
        return False
    return not is_plural(words[last - 1]) and (last > first + 1 or words[first].low.endswith(_ENDINGS))


def is_plural(word: Word) -> bool:
    """Whether a word looks like a plural in English or French."""
    low = word.low
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "overseas", "series"))
