"""Tables as pages hold them: cells of values, and only the columns in which something stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.write.sheet import Value


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands under a column in one line; without values, `missing` says so."""

    label: str
    values: tuple[Value, ...]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    cells: tuple[Cell, ...]
    id: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    style: str = ""
    part: str = ""  # of a list that goes on: its name in wording.yml,
    more: Markup = Markup("")  # and the way to where it does


@dataclass(frozen=True, slots=True)
class Row:
    """A line before it is known which columns are left: values by column, in the columns' order."""

    cells: tuple[tuple[Value, ...], ...]
    id: str = ""
    style: str = ""


def words(*texts: Markup) -> tuple[Value, ...]:
    """A cell of mere words or links, that need no source beside them; empty ones are left out."""
    return tuple(Value(text) for text in texts if text)


def few(links: Sequence[Markup], most: int) -> tuple[Value, ...]:
    """A cell of the first links of a list, and how many more there are."""
    rest = len(links) - most
    return words(*links[:most], *([Markup(f"and {rest:,} more")] if rest > 0 else []))


def table(
    caption: str, columns: Sequence[str], rows: Sequence[Row], missing: Sequence[str] = (), style: str = ""
) -> Table | None:
    """A table, or None without rows. A column without any value is left out, unless `missing` has words for it."""
    if not rows:
        return None
    said = [*missing, *[""] * len(columns)]
    kept = [i for i in range(len(columns)) if said[i] or any(row.cells[i] for row in rows)]
    lines = tuple(Line(tuple(Cell(columns[i], row.cells[i], said[i]) for i in kept), row.id, row.style) for row in rows)
    return Table(caption, tuple(columns[i] for i in kept), lines, style)
