"""Where another statement begins, with a tense of its own: asides, turns, and what stands behind a colon."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vnitcoop.find.figures.wordlists import word_list
from vnitcoop.find.figures.words import Phrases, Word, phrase_at, phrases
from vnitcoop.lexicon import lexicon


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


def is_told(words: Sequence[Word], i: int, language: str) -> bool:
    """ "should keep it to itself, Hung told his host: ...": a colon behind who says what follows."""
    before = range(max(0, i - 5), i) if words[i].low == ":" else ()
    return any(words[k].low in word_list("telling", language) for k in before)
