"""A thing where a sentence names it."""

from __future__ import annotations

from typing import NamedTuple

from vnitcoop.types import Ref


class Seen(NamedTuple):
    """A thing between two tokens of a sentence."""

    first: int
    last: int
    ref: Ref
