"""What was spoken of where a number leaves its noun out: a plural before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vnitcoop.find.figures.coordinated import is_plural
from vnitcoop.find.figures.phrases_counted import Run
from vnitcoop.find.figures.units import COUNT, read_unit
from vnitcoop.find.figures.wordlists import word_lists
from vnitcoop.find.figures.words import Word

_LONGEST = 4  # words of a noun


def nearest_said(words: Sequence[Word], first: int, language: str) -> Run | None:
    """ "hired its first engineers and sent 163 of them": the plural nearest before word `first`."""
    return _said(words, range(first - 1, -1, -1), language)


def first_said(words: Sequence[Word], language: str) -> Run | None:
    """ "has trained Lao officials in law. 180 of them": the first plural of a sentence, which it tells of."""
    return _said(words, [k for k in range(len(words)) if k == 0 or not words[k].is_capital], language)


def _said(words: Sequence[Word], order: Iterable[int], language: str) -> Run | None:
    """The first plural at `order` with the words before it; none are told from other words in Vietnamese."""
    stops = word_lists(language, "stops", "verbs", "finite", "determiners")
    for k in order if language != "vi" else ():
        if not is_plural(words[k]) or words[k].low in stops or read_unit(words, k, None)[0] != COUNT:
            continue
        start = k
        while start and k - start < _LONGEST - 1 and words[start - 1].is_word and not _ends(words[start - 1], stops):
            start -= 1
        verb = words[start].low.endswith("ons") and start and words[start - 1].low == "nous"
        if (start == 0 or _ends(words[start - 1], stops)) and not verb:
            return start, k + 1
    return None


def _ends(word: Word, stops: frozenset[str]) -> bool:
    return word.low in stops or word.low.endswith("ed")
