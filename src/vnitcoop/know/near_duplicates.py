"""Which articles are copies of another: shared runs of words (Broder 1997), through an inverted index."""

from __future__ import annotations

import zlib
from itertools import pairwise

from vnitcoop.know.groups import Families
from vnitcoop.text import fold
from vnitcoop.types import Article, BlockKind

RUN = 5  # words in a run
COPY = 0.6  # share of the shorter body's runs that the other body must hold
SKETCH = 96  # smallest hashes of a body that stand for it in the index


def near_duplicates(articles: list[Article]) -> dict[str, str]:
    """Copies by id, each with the id of the article it is a copy of: the first published, else the longest."""
    runs = {a.id: _runs(a) for a in articles}
    copies = Families()
    for one, other in sorted(_candidates(runs)):
        shorter = min(len(runs[one]), len(runs[other]))
        if len(runs[one] & runs[other]) >= COPY * shorter:
            copies.join(one, other)
    families: dict[str, list[Article]] = {}
    for article in articles:
        families.setdefault(copies.top(article.id), []).append(article)
    out = {}
    for family in families.values():
        first = min(family, key=lambda a: (a.published or "9999", -len(a.text), a.id))
        out.update({a.id: first.id for a in family if a is not first})
    return out


def _runs(article: Article) -> set[int]:
    body = " ".join(article.text[b.start : b.end] for b in article.blocks if b.kind is BlockKind.BODY)
    words = fold(body).split()
    return {zlib.crc32(" ".join(words[i : i + RUN]).encode()) for i in range(len(words) - RUN + 1)}


def _candidates(runs: dict[str, set[int]]) -> set[tuple[str, str]]:
    """Pairs of neighbours in the lists of articles that hold the same run; at least four lists must name a pair."""
    holders: dict[int, list[str]] = {}
    for article in sorted(runs):
        for run in sorted(runs[article])[:SKETCH]:
            holders.setdefault(run, []).append(article)
    shared: dict[tuple[str, str], int] = {}
    for articles in holders.values():
        for pair in pairwise(articles):
            shared[pair] = shared.get(pair, 0) + 1
    return {pair for pair, count in shared.items() if count > 3}
