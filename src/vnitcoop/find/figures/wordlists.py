"""The word lists around numbers (measures.yml) as sets."""

from __future__ import annotations

from functools import cache

from vnitcoop.lexicon import lexicon


@cache
def word_list(name: str, language: str = "") -> frozenset[str]:
    """A list of measures.yml, of one language where it is told apart by language; straight apostrophes."""
    words = lexicon("measures")[name]
    if isinstance(words, dict):
        words = words.get(language, ())
    return frozenset(word.replace("’", "'") for word in words)


@cache
@cache
def word_lists(language: str, *names: str) -> frozenset[str]:
    """Several lists as one."""
    return frozenset().union(*(word_list(name, language) for name in names))
