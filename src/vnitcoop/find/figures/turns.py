"""Where another statement begins, with a tense of its own: asides, turns, and what stands behind a colon."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vnitcoop.find.figures.wordlists import word_list, word_lists
from vnitcoop.find.figures.words import Phrases, Word, phrase_at, phrase_before, phrases
from vnitcoop.lexicon import lexicon

_GOAL = 8  # words between the noun of a goal and its verb
_NOUN = 7  # words of the noun of a number


def opens_aside(words: Sequence[Word], i: int, language: str) -> bool:
    """ "..., which carries", "..., in which X holds", "an industry which exported": a clause of a time of its own."""
    if words[i].low not in word_list("asides") or not i:
        return False
    k = i - 1 - (words[i - 1].low in word_list("leads", language))
    if words[max(k, 0)].low == ",":
        return True
    following = words[i + 1].low if i + 1 < len(words) else ""
    told = following.endswith("ed") or following in word_list("told_verbs", language)
    return language == "en" and words[i].low in ("which", "who", "that") and told


def is_turn(words: Sequence[Word], i: int) -> bool:
    """ ", while others stay", ", trong khi các trường mới": behind a comma a statement with a tense of its own."""
    found = phrase_at(words, i + 1, _statements()) if words[i].low == "," else None
    following = words[found[0]].low if found and found[0] < len(words) else ""
    return found is not None and not following.endswith("ing") and following not in word_list("also")


@cache
def _statements() -> Phrases:
    return phrases({"turn": lexicon("measures")["turning"]})


def goal_before(words: Sequence[Word], first: int, floor: int, language: str) -> tuple[int, int] | None:
    """ "the target set for 2030 is 20", "kế hoạch đầu năm là 15%": the noun of a goal whose verb a number follows.

    Told are its first word and the one behind; between it and the verb stand no mark and no other verb.
    """
    verb = phrase_before(words, first, _lists("goal_verbs", language, True))
    if verb is None:
        return None
    for k in range(verb[0] - 1, max(floor, verb[0] - _GOAL) - 1, -1):
        if goal := phrase_at(words, k, _lists("goals", language)):
            return k, goal[0]
        if not (words[k].is_word or words[k].is_number) or words[k].low in word_list("finite", language):
            return None
    return None


def has_come_about(words: Sequence[Word], last: int, ceiling: int, language: str) -> bool:
    """ "of 14 planned, 11 were carried out": whether a verb of what is over has the number for its subject."""
    for k in range(last, min(ceiling, len(words), last + _NOUN)):
        if done := phrase_at(words, k, _lists("come_about", language)):
            following = words[done[0]].low if done[0] < len(words) else ""
            return following not in ("to", "a", "the", "not") and not phrase_at(
                words, done[0], _lists("expected", language)
            )
        if not words[k].is_word or words[k].low in word_lists(language, "asides", "finite"):
            return False
    return False


@cache
def _lists(name: str, language: str, backwards: bool = False) -> Phrases:
    return phrases({name: lexicon("measures")[name].get(language, ())}, backwards=backwards)
