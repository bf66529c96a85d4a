"""A thing where a sentence names it."""

from __future__ import annotations

from dataclasses import dataclass

from vnitcoop.types import Ref


@dataclass(frozen=True, slots=True)
class Seen:
    """A thing between two tokens of a sentence."""

    first: int
    last: int
    ref: Ref
