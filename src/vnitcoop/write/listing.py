"""A list of a record's page: as much of it as the page has room for, the rest on pages of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vnitcoop.write.sheet import Sheet
from vnitcoop.write.tables import Table

HERE = 10  # rows on the record's page
NEXT = 60  # rows of each page on which it goes on


@dataclass(frozen=True, slots=True)
class Listing:
    """`part` is its word in the paths of its further pages and in wording.yml; `draw` makes the table."""

    part: str
    caption: str
    group: Sequence[Any]
    draw: Callable[[Sheet, Sequence[Any], str], Table | None]

    def here(self, sheet: Sheet) -> Table | None:
        """Its beginning, for the record's own page, with the way to the rest."""
        rest = len(self.group) - HERE
        if rest <= 0:
            return self.draw(sheet, self.group, self.caption)
        said = f"{self.caption} (the first {HERE} of {len(self.group):,})"
        drawn = self.draw(sheet, self.group[:HERE], said)
        return replace(drawn, part=self.part, more=sheet.further(self.part, rest)) if drawn else None

    def rest(self) -> list[Sequence[Any]]:
        """What stands on each of its further pages."""
        return [self.group[at : at + NEXT] for at in range(HERE, len(self.group), NEXT)]
