"""What is said of a number right of it: "120 of whom [work in Japan]", "55% [were going to expand]"."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.figures.phrases_counted import Run
from vnitcoop.find.figures.wordlists import word_list, word_lists
from vnitcoop.find.figures.words import Word

_LONGEST = 9
_MARKS = frozenset(',;:.!?…()“”"«»|—–$€£¥')


def predicate(words: Sequence[Word], j: int, language: str, barred: frozenset[int], *, verb: bool = True) -> Run | None:
    """The words from j to the next mark, number or date; None unless a verb is first (any word without `verb`)."""
    while j < len(words) and words[j].low in word_list("skipped"):
        j += 1
    if j >= len(words) or not words[j].is_word or (verb and not is_verb(words, j, language)):
        return None
    end = j
    while end < len(words) and end - j < _LONGEST and end not in barred:
        if words[end].low in _MARKS or words[end].is_number:
            break
        end += 1
    while end > j and words[end - 1].low in word_list("dangling"):
        end -= 1
    return (j, end) if end > j else None


def is_verb(words: Sequence[Word], j: int, language: str) -> bool:
    """Whether word j looks like a finite verb, by its ending or by the lists."""
    low = words[j].low
    if low in word_list("no_finite"):
        return False
    if low in word_lists(language, "finite", "subject_verbs"):
        return True
    if language == "fr":
        return low.endswith("ent") and len(low) > 4 and words[j].text.islower()
    return language == "en" and low.endswith("ed") and words[j].text.islower()


def verb_for_noun(words: Sequence[Word], run: Run, language: str) -> bool:
    """Whether what stands where a counted noun should is a verb: "17 obtained ...", "38 travaillent"."""
    low = words[run[0]].low
    if language == "fr":
        return is_verb(words, run[0], "fr")
    following = words[run[1]].low if run[1] < len(words) else ""
    alone = run[1] == run[0] + 1 and following in word_lists(language, "determiners", "after_verb")
    return language == "en" and alone and (low.endswith("ed") or low in word_list("subject_verbs", "en"))
