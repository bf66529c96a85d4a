"""Ids made from what a record is: no counter, no file name, the same when other articles come or go."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from vnitcoop.text import slug


@dataclass(frozen=True, slots=True)
class Wish:
    """The id a record would like, what else tells it from its namesakes (in this order), and its whole key.

    A pinned id comes from the registry or the gazetteer and never yields.
    """

    base: str
    details: tuple[str, ...]
    key: str
    pinned: bool = False


def assign(wishes: list[Wish]) -> list[str]:
    """An id for each wish, all different. Namesakes all take a suffix, so that none depends on who came first.

    Only wishes that are alike in everything, as where an article tells the same twice, are numbered.
    """
    ids = [w.base for w in wishes]
    depth = 1 + max((len(w.details) for w in wishes), default=0)
    for level in range(depth):
        wanted = Counter(ids)
        for i, wish in enumerate(wishes):
            if wanted[ids[i]] > 1 and not wish.pinned:
                detail = wish.details[level] if level < len(wish.details) else short_hash(wish.key)
                ids[i] = "-".join(p for p in (ids[i], slug(detail) if detail else "") if p)
    return _numbered(ids, wishes)


def _numbered(ids: list[str], wishes: list[Wish]) -> list[str]:
    """The ids, with `-2`, `-3` and so on behind those that are still another's."""
    taken = {given for given, wish in zip(ids, wishes, strict=True) if wish.pinned}
    out = []
    for given, wish in zip(ids, wishes, strict=True):
        numbers = (f"{given}-{n}" for n in count(2))
        own = given if wish.pinned or given not in taken else next(n for n in numbers if n not in taken)
        taken.add(own)
        out.append(own)
    return out


def short_hash(*texts: str, length: int = 6) -> str:
    """Hex digits that stand for texts."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:length]


def claim_id(texts: Iterable[str]) -> str:
    """`c-` and ten characters of base 32, from all that makes a claim what it is."""
    digest = hashlib.sha256("\0".join(texts).encode()).digest()
    return "c-" + base64.b32encode(digest[:10]).decode().lower()[:10]
