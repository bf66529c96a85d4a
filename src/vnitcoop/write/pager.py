"""Where a list that fills several pages goes on: which page this is, and the way to those before and behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vnitcoop.write.links import Address
from vnitcoop.write.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Pager:
    """Which of several pages of a list this is; links are empty at the ends."""

    words: str
    previous: str
    next: str


def pager(sheet: Sheet, number: int, pages: int, counted: str, path: Callable[[int], str]) -> Pager | None:
    """The pager of page `number` (from 0) of a list, `path` giving the address of each; None for a single page."""

    def to(page: int) -> str:
        return sheet.to(Address(path(page))) if 0 <= page < pages else ""

    return Pager(f"Page {number + 1} of {pages}, {counted}", to(number - 1), to(number + 1)) if pages > 1 else None
