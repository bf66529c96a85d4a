"""The page that names every file of data/: what it holds, how big it is, how to open it, and its checksum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch

from markupsafe import Markup

from vnitcoop.lexicon import lexicon
from vnitcoop.write import escape, wording
from vnitcoop.write.data.calendar_file import dated
from vnitcoop.write.data.files import FOLDER, DataFile
from vnitcoop.write.links import Address
from vnitcoop.write.sheet import Sheet
from vnitcoop.write.tables import Row, Table, table, words

PATH = f"{FOLDER}/index.md"
TEMPLATE = "data.md"
LEAD = "All that this site knows, to take away: the same ids as in the pages’ addresses, the same values and words."
_COLUMNS = ("File", "Holds", "Rows", "Size")


@dataclass(frozen=True, slots=True)
class Group:
    """Files that are opened in the same way; `note` is what must be known of these very ones."""

    heading: str
    how: str
    code: str
    note: str
    table: Table | None


@dataclass(frozen=True, slots=True)
class DataPage:
    crumbs: tuple[Markup, ...]
    lead: str
    standing: str
    groups: tuple[Group, ...]
    sums: Table | None
    limited: int  # articles of which only the quoted words may be given away


def data_page(sheet: Sheet, files: Sequence[DataFile]) -> DataPage:
    """The page for these files, which were made from the sheet's world."""
    articles = sheet.world.articles.values()
    sources = wording.counted(len(articles), "article", "articles")
    return DataPage(
        crumbs=(escape.link(sheet.to(Address("index.md")), "Home"), escape.text("Data")),
        lead=LEAD,
        standing=f"{len(sheet.world.records):,} records from {sources}.",
        groups=tuple(_group(sheet, plain, files) for plain in lexicon("data")["groups"]),
        sums=table("SHA-256 of every file", ("File", "SHA-256"), [_sum(file) for file in files]),
        limited=sum(article.rights != "full" for article in articles),
    )


def _group(sheet: Sheet, plain: dict[str, str], files: Sequence[DataFile]) -> Group:
    wanted = plain["files"].split()
    lines = [_line(file) for file in files if any(fnmatch(file.name, pattern) for pattern in wanted)]
    note = _left_out(sheet) if "events.ics" in wanted else ""
    return Group(
        plain["heading"], plain["how"], plain["code"], note, table(plain["heading"], _COLUMNS, lines, style="file")
    )


def _line(file: DataFile) -> Row:
    held = lexicon("data")["files"][file.name]
    rows = "" if file.rows is None else f"{file.rows:,}"
    cells = (escape.link(file.name, file.name), escape.text(held), escape.text(rows), escape.text(_size(file.data)))
    return Row(tuple(words(cell) for cell in cells))


def _sum(file: DataFile) -> Row:
    return Row((words(escape.text(file.name)), words(Markup("<code>{}</code>").format(file.digest))))


def _size(data: bytes) -> str:
    """A file's size in units of 1,000 bytes, its unit on the same line."""
    return f"{len(data):,}\u00a0bytes" if len(data) < 1000 else f"{round(len(data) / 1000):,}\u00a0kB"


def _left_out(sheet: Sheet) -> str:
    total, there = len(sheet.world.knowledge.events), len(dated(sheet.world))
    if total == there:
        return "Every event is in it."
    left = wording.counted(total - there, "event is", "events are")
    return f"{left} left out, as no source states the day or its year without doubt."
