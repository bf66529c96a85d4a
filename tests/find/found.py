"""What find says of a short text, written the way the tables of cases write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.find.articles import article
from vnitcoop.find import Gazetteer, find
from vnitcoop.know import load_registry
from vnitcoop.read.sentences import sentence_spans
from vnitcoop.types import Article, Finding, Kind, Reading, Ref, Role, Sentence, Value

CASES = Path(__file__).parent / "cases"
NOTHING_KNOWN = Gazetteer(load_registry(None).entries)  # the world's places, no bodies
Columns = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A text of a table with the lines that must come of it; `where` is its line in the table."""

    where: str
    language: str
    published: str | None
    text: str
    wanted: tuple[Columns, ...]


def cases(table: str) -> list[object]:
    """The cases of tables such as "people" or "bodies_*", as parameters of a test."""
    paths = sorted(CASES.glob(f"{table}.txt"))
    return [pytest.param(case, id=case.where) for path in paths for case in _read(path)]


def _read(path: Path) -> Iterator[Case]:
    name, _, suffix = path.stem.rpartition("_")
    language, published, case = suffix if name and len(suffix) == 2 else "en", None, None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("    "):
            assert case, f"{path.name}:{number}: nothing stands above this line"
            case = replace(case, wanted=(*case.wanted, tidy(line.split("|"))))
        elif line.startswith("@"):
            language, published = [*line[1:].split(), None][:2]
        elif line.strip() and not line.startswith("#"):
            if case:
                yield case
            case = Case(f"{path.stem}:{number}", language, published, line.replace("\\n", "\n"), ())
    if case:
        yield case


def tidy(columns: list[str]) -> Columns:
    """The columns of one line; of "A; B" the order does not matter."""
    return tuple("; ".join(sorted(x.strip() for x in column.split(";"))) for column in columns)


def short_article(text: str, language: str, published: str | None = None) -> Article:
    """An article whose lines are paragraphs of the body."""
    whole = article(text, published, language)
    blocks, sentences, start = [], [], 0
    for line in text.split("\n"):
        if line.strip():
            sentences += [Sentence(start + a, start + b, len(blocks), language) for a, b in sentence_spans(line)]
            blocks.append(replace(whole.blocks[0], start=start, end=start + len(line)))
        start += len(line) + 1
    return replace(whole, blocks=tuple(blocks), sentences=tuple(sentences))


def read(case: Case, gazetteer: Gazetteer = NOTHING_KNOWN) -> Reading:
    return find(short_article(case.text, case.language, case.published), gazetteer)


def same(got: list[Columns], wanted: tuple[Columns, ...]) -> None:
    """Each line that is wanted is there, as far as its columns go, and no other."""
    left = list(got)
    for want in sorted(wanted, key=lambda columns: -len(columns)):
        hit = next((g for g in left if g[: len(want)] == want), None)
        assert hit, f"missing: {want}, left: {left}"
        left.remove(hit)
    assert not left, f"too much: {left}"


# --- how a finding is written -----------------------------------------------------------------------


def values(finding: Finding, field: str) -> list[Value]:
    return [s.value for s in finding.statements if s.field == field]


def value(finding: Finding, field: str) -> str:
    return next((str(v) for v in values(finding, field)), "")


def called(reading: Reading, what: Value | None) -> str:
    """A reference by the name of what it points to, all else as text."""
    if isinstance(what, Ref):
        return value(reading.findings[what.index], "name")
    return "" if what is None else str(what)


def all_called(reading: Reading, finding: Finding, field: str) -> str:
    return ";".join(dict.fromkeys(called(reading, v) for v in values(finding, field)))


def other_words(reading: Reading, finding: Finding) -> str:
    text, name = reading.article.text, value(finding, "name")
    mentioned = {" ".join(text[m.start : m.end].split()) for m in finding.mentions}
    return ";".join(sorted(mentioned.union(map(str, values(finding, "alias"))) - {name}))


Row = Callable[[Reading, Finding], Iterator[list[str]]]


def named(reading: Reading, finding: Finding) -> Iterator[list[str]]:
    yield [value(finding, "name"), value(finding, "kind"), other_words(reading, finding)]


def person(reading: Reading, finding: Finding) -> Iterator[list[str]]:
    yield [value(finding, "name"), other_words(reading, finding)]


def roles(reading: Reading, finding: Finding) -> Iterator[list[str]]:
    for role in values(finding, "roles"):
        assert isinstance(role, Role)
        yield [value(finding, "name"), role.title, called(reading, role.organisation)]


def event(reading: Reading, finding: Finding) -> Iterator[list[str]]:
    yield [
        value(finding, "name"),
        value(finding, "date"),
        all_called(reading, finding, "places"),
        value(finding, "edition"),
    ]


def behind_event(reading: Reading, finding: Finding) -> Iterator[list[str]]:
    for field in ("organisers", "hosts", "supporters"):
        if said := all_called(reading, finding, field):
            yield [value(finding, "name"), field, said]


def speaker(reading: Reading, finding: Finding) -> Iterator[list[str]]:
    yield [value(finding, "value"), value(finding, "unit"), all_called(reading, finding, "speaker")]


def agreement(reading: Reading, finding: Finding) -> Iterator[list[str]]:
    yield [
        value(finding, "kind"),
        all_called(reading, finding, "parties"),
        value(finding, "date"),
        value(finding, "count"),
        all_called(reading, finding, "event"),
    ]


def dated_fact(reading: Reading, finding: Finding) -> Iterator[list[str]]:
    yield [value(finding, "date"), value(finding, "what"), all_called(reading, finding, "subjects")]


TABLES: dict[str, tuple[Kind, Row]] = {
    "bodies_*": (Kind.ORGANISATION, named),
    "people": (Kind.PERSON, person),
    "roles": (Kind.PERSON, roles),
    "places": (Kind.PLACE, named),
    "events": (Kind.EVENT, event),
    "organisers": (Kind.EVENT, behind_event),
    "speakers": (Kind.FIGURE, speaker),
    "agreements": (Kind.AGREEMENT, agreement),
    "dated_facts": (Kind.DATE, dated_fact),
}


def rows(reading: Reading, table: str) -> list[Columns]:
    """All that one table asks for, line by line."""
    kind, row = TABLES[table]
    return [tidy(line) for f in reading.findings if f.kind is kind for line in row(reading, f)]
