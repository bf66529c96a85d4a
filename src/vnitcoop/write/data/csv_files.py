"""A flat table as CSV that spreadsheets open as it is: UTF-8 with a byte order mark, lines ended by LF."""

from __future__ import annotations

import csv
import io

from vnitcoop.write.data.flat import Cell, Flat

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(table: Flat) -> bytes:
    """The table with its columns' names as first row. Words are quoted, numbers are not.

    Words that a spreadsheet would take for a formula get an apostrophe before them (OWASP, CSV Injection).
    """
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return sheet.getvalue().encode("utf-8-sig")


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
