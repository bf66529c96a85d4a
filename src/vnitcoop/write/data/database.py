"""Flat tables as one SQLite file: the same bytes for the same tables, whatever SQLite wrote them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from vnitcoop.write.data.flat import Cell, Flat

_WRITER = slice(96, 100)  # of the file's header: the version of SQLite that wrote it, which no reader needs
_INDEXES = {"claims": "record", "evidence": "claim", "names": "folded", "links": "record"}
_PREFERRED = "SELECT name FROM names WHERE preferred AND record = {}"


def to_sqlite(tables: Iterable[Flat]) -> bytes:
    """A database with a table each, and `events_view` and `figures_view`, which show names in place of ids."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA page_size = 4096")
        database.execute("PRAGMA encoding = 'UTF-8'")
        for table in tables:
            columns = ", ".join(f'"{column}"' for column in table.columns)
            database.execute(f'CREATE TABLE "{table.name}" ({columns})')
            places = ", ".join("?" * len(table.columns))
            database.executemany(
                f'INSERT INTO "{table.name}" VALUES ({places})', (tuple(map(_stored, row)) for row in table.rows)
            )
        for name, column in _INDEXES.items():
            database.execute(f'CREATE INDEX "{name}_by_{column}" ON "{name}" ("{column}")')
        database.execute("CREATE INDEX names_by_record ON names (record)")
        database.execute(_events_view())
        database.execute(_figures_view())
        database.execute("VACUUM")
        whole = bytearray(database.serialize())
    whole[_WRITER] = bytes(4)
    return bytes(whole)


def _stored(cell: Cell) -> Cell:
    """A number that 64 bits do not hold is stored as its digits."""
    return str(cell) if isinstance(cell, int) and not -(2**63) <= cell < 2**63 else cell


def _events_view() -> str:
    roles = ", ".join(f"{_named(role)} AS {role}" for role in ("places", "organisers", "hosts", "supporters"))
    told = "SELECT count(DISTINCT article) FROM evidence WHERE record = e.id"
    return f"""CREATE VIEW events_view AS
SELECT e.id, e.name, e.date, ({_PREFERRED.format("e.series")}) AS series, e.edition, {roles},
    {_named("participants")} AS participants, ({told}) AS articles
FROM events AS e"""


def _figures_view() -> str:
    one = ", ".join(f"{_one('f', field)} AS {field}" for field in ("subject", "speaker", "event"))
    said = "SELECT {} FROM evidence WHERE record = f.id AND field = 'mentions' ORDER BY rowid LIMIT 1"
    return f"""CREATE VIEW figures_view AS
SELECT f.id, f.value, f.high, f.unit, f.qualifier, f.measure, f.as_of, f.forecast, {one},
    ({said.format("article")}) AS article, ({said.format("quote")}) AS quote
FROM figures AS f"""


def _named(field: str) -> str:
    """The names of the records that a field of an event refers to, in its order."""
    name = f"coalesce(({_PREFERRED.format('l.target')}), l.target) AS name"
    of = f"FROM links AS l WHERE l.record = e.id AND l.field = '{field}' ORDER BY l.position"
    return f"(SELECT group_concat(name, ' | ') FROM (SELECT {name} {of}))"


def _one(table: str, field: str) -> str:
    column = f"{table}.{field}"
    return f"coalesce(({_PREFERRED.format(column)}), {column})"
