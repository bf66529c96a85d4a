"""Every file of data/ and every record's own JSON, as bytes: the same knowledge gives the same bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from vnitcoop.lexicon import lexicon
from vnitcoop.plain import to_plain
from vnitcoop.types import Knowledge
from vnitcoop.write.data import linked
from vnitcoop.write.data.calendar_file import dated, to_ics
from vnitcoop.write.data.csv_files import to_csv
from vnitcoop.write.data.database import to_sqlite
from vnitcoop.write.data.feed import to_atom
from vnitcoop.write.data.flat import flat_tables
from vnitcoop.write.data.rights import within_rights
from vnitcoop.write.export import json_schema, to_json
from vnitcoop.write.world import Record, World, look_up

FOLDER = "data"
SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of data/; `rows` are the records, rows or entries in it, None where counting them says nothing."""

    name: str
    data: bytes
    rows: int | None

    @property
    def path(self) -> str:
        """Where it lies below docs/."""
        return f"{FOLDER}/{self.name}"

    @property
    def digest(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


def data_files(knowledge: Knowledge) -> tuple[DataFile, ...]:
    """Every file of data/, in the order in which its page lists them; the last has the others' checksums."""
    world = look_up(within_rights(knowledge))
    made = tuple(_made(world))
    sums = "".join(f"{file.digest}  {file.name}\n" for file in made)
    return (*made, DataFile(SUMS, sums.encode(), len(made)))


def record_files(knowledge: Knowledge) -> dict[str, bytes]:
    """The JSON of every record that has a page, by its path below docs/, and a calendar of each event with a day."""
    world = look_up(within_rights(knowledge))
    listed = {"figure", "date"}
    pages = {**world.measures, **{key: held for key, held in world.records.items() if world.kinds[key] not in listed}}
    plain = {_beside(world.addresses[key].path, "json"): _json(to_plain(held)) for key, held in pages.items()}
    return plain | {
        _beside(world.addresses[one[0].id].path, "ics"): to_ics(world, one[0].name, [one]) for one in dated(world)
    }


def beside(world: World, record: Record) -> dict[str, Any]:
    """What a record's page says of its data in its front matter: its JSON file, and the record as JSON-LD."""
    path = world.addresses[record.id].path
    said = linked.page_data(world, record, path)
    return {"files": [_beside(path, "json")]} | ({"linked": said} if said else {})


def _beside(page: str, kind: str) -> str:
    return f"{page.removesuffix('.md')}.{kind}"


def _made(world: World) -> Iterable[DataFile]:
    title = lexicon("data")["title"]
    tables = flat_tables(world)
    graph = linked.graph(world, f"{FOLDER}/index.md")
    yield DataFile("knowledge.json", to_json(world.knowledge), len(world.records))
    yield DataFile("knowledge.schema.json", _json(json_schema()), None)
    for table in tables:
        yield DataFile(f"{table.name}.csv", to_csv(table), len(table.rows))
    yield DataFile("knowledge.sqlite", to_sqlite(tables), sum(len(table.rows) for table in tables))
    yield DataFile("events.ics", to_ics(world, title, dated(world)), len(dated(world)))
    yield DataFile("feed.xml", to_atom(world, title), len(world.articles))
    yield DataFile("records.jsonld", _json(graph), len(graph["@graph"]))


def _json(plain: object) -> bytes:
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=1).encode() + b"\n"
