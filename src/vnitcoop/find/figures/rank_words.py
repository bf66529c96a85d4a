"""A rank as a quantity, the lists of words around ranks, and what stands behind one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vnitcoop.find.figures.phrases_counted import Run
from vnitcoop.find.figures.quantities import Quantity
from vnitcoop.find.figures.words import Word
from vnitcoop.lexicon import lexicon

Ranked = tuple[Quantity, Run | None]


def rank_of(first: int, last: int, value: int, rule: str) -> Quantity:
    """The rank that words[first:last] say."""
    return Quantity(first, last, first, last, value, None, "rank", "exact", rule, True)


@cache
def any_of(name: str) -> frozenset[str]:
    """A list of ranks.yml."""
    return frozenset(lexicon("ranks")[name])


@cache
def list_of(name: str, language: str) -> frozenset[str]:
    """A list of ranks.yml for one language."""
    return frozenset(lexicon("ranks")[name].get(language, ()))


def after_rank(words: Sequence[Word], k: int, language: str) -> Run | None:
    """ "among Japan's ICT partners", "in the world for phone services": all that follows up to a mark."""
    end = k
    while (
        end < len(words)
        and (words[end].is_word or words[end].is_number or words[end].low in ("'", "’", "-", "/"))
        and end - k < 14
        and words[end].low not in any_of("rank_ends")
    ):
        end += 1
    return (k, end) if end > k else None
