"""The word lists of the lexicon, each made ready once: as phrases to find, or as a set of words.

A list is named by the way to it: `phrases("events", "en", "held")` is `held` under `en` in events.yml.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from vnitcoop.find.tokens import Phrases, keys_of
from vnitcoop.lexicon import lexicon


@cache
def phrases(subject: str, *path: str) -> Phrases:
    """A list as phrases to look up at a token, told apart without marks; of a mapping, all its lists."""
    return Phrases(_flat(subject, path))


@cache
def phrases_of(subject: str, language: str, parts: tuple[str, ...]) -> Phrases:
    """Several lists of a language as one, where it only counts whether any of them is met."""
    return Phrases([phrase for part in parts for phrase in _flat(subject, (language, part))])


@cache
def marked_phrases(subject: str, *path: str) -> Phrases:
    """A list as phrases that their diacritics tell apart: "phố" is not "phó"."""
    return Phrases(_flat(subject, path), marked=True)


@cache
def words(subject: str, *path: str) -> frozenset[str]:
    """A list as a set, written as it stands there."""
    return frozenset(_flat(subject, path))


@cache
def kinds(subject: str, *path: str) -> dict[tuple[str, ...], str]:
    """A mapping of kinds to lists, turned around: the folded tokens of each phrase to its kind."""
    return {keys_of(word): kind for kind, group in _list(subject, path).items() for word in group}


def _list(subject: str, path: tuple[str, ...]) -> Any:
    found = lexicon(subject)
    for key in path:
        found = found[key]
    return found


def _flat(subject: str, path: tuple[str, ...]) -> list[str]:
    """A list, or all lists of a mapping as one."""
    found = _list(subject, path)
    return [str(w) for group in found.values() for w in group] if isinstance(found, dict) else [str(w) for w in found]
