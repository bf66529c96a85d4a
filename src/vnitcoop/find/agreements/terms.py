"""Papers that an article only tells the terms of: "Under the memorandum, A will help B to train engineers"."""

from __future__ import annotations

from vnitcoop.find.agreements.signings import Signing, instruments_in
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import words
from vnitcoop.types import BlockKind, Kind

_OPENS = 4  # tokens at the head of a sentence in which the paper begins
_BACK = 3  # sentences before one in which no paper is told


def by_terms(cast: Cast, i: int) -> tuple[Signing, list[Thing]] | None:
    """The first paper of an article where a sentence begins with its terms, and the two whom the one before names."""
    line = cast.lines[i]
    before = [k for k in range(max(0, i - _BACK), i) if cast.lines[k].block_kind is not BlockKind.TITLE]
    if not before or cast.things.of(Kind.AGREEMENT) or words("agreements", "terms").isdisjoint(line.keys[:_OPENS]):
        return None
    paper = next((p for p in instruments_in(line) if 0 < p[0] <= _OPENS and _is_definite(line, p[0], p[1])), None)
    told = list(dict.fromkeys(s.ref for s in cast.bodies[before[-1]]))
    if paper is None or len(told) != 2 or any(instruments_in(cast.lines[k]) for k in before):
        return None
    first, end, kind = paper
    return Signing(first, end, first, end, first, end, kind, 0, len(line)), [cast.things[ref] for ref in told]


def _is_definite(line: Line, first: int, end: int) -> bool:
    """ "The memorandum", "cet accord", "bản ghi nhớ này"."""
    definite = words("bodies", "definite_articles") | words("agreements", "this")
    return line.key(first - 1) in definite or line.key(end) in words("agreements", "this")
