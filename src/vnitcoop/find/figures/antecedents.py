"""What was spoken of where a number leaves its noun out: the plural before it, or the subject of another sentence."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.figures.clauses import strip_left
from vnitcoop.find.figures.coordinated import is_plural
from vnitcoop.find.figures.phrases_counted import Run
from vnitcoop.find.figures.units import COUNT, read_unit
from vnitcoop.find.figures.wordlists import word_list, word_lists
from vnitcoop.find.figures.words import Word

_LONGEST = 4  # words of a noun
_SUBJECT = 8  # words of a subject


def noun_said(words: Sequence[Word], first: int, floor: int, language: str) -> Run | None:
    """ "hired its first engineers and sent 163 of them": the plural nearest before word `first`, back to `floor`."""
    stops = word_lists(language, "stops", "verbs", "finite", "determiners")
    for k in range(first - 1, floor - 1, -1):
        if (
            language == "vi"
            or not is_plural(words[k])
            or words[k].low in stops
            or read_unit(words, k, None)[0] != COUNT
        ):
            continue
        start = k
        while (
            start > floor
            and k - start < _LONGEST - 1
            and words[start - 1].is_word
            and words[start - 1].low not in stops
        ):
            start -= 1
        verb = words[start].low.endswith("ons") and words[start - 1].low == "nous"
        if (start == 0 or words[start - 1].low in stops) and not verb:
            return start, k + 1
    return None


def subject_said(words: Sequence[Word], language: str) -> Run | None:
    """The subject of a sentence, up to its verb; None for a pronoun or where no verb is near."""
    start = strip_left(words, 0, len(words), language, frozenset())
    start += start < len(words) and words[start].low in word_list("articles")
    ends = word_lists(language, "verbs", "finite", "subject_verbs", "told_verbs", "clause") | word_list("asides")
    for k in range(start, min(start + _SUBJECT, len(words))):
        ended = words[k].low in ends or (language == "en" and words[k].low.endswith("ed")) or not words[k].is_word
        if ended:
            pronoun = k == start + 1 and words[start].low in word_lists(language, "stops", "pronouns")
            return (start, k) if k > start and not pronoun else None
    return None
