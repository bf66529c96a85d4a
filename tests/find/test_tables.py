"""What find makes of short texts of the field: the tables in cases/, which anyone can extend.

A text stands at the margin, on one line ("\\n" begins a new paragraph). Under it, indented, stands one line for each
thing that must be found, its columns divided by "|", several values of a column by ";". Columns at the end may be
left out where they do not matter; "|" before nothing says that there is nothing. What is not listed must not be
found: a text with nothing under it is a trap.
"@ fr" sets the language of the texts below it, "@ fr 2023-06-14" also the day on which they were published.
The program knows the world's places here, but no body, so that the rules are tested and not the registry.

    bodies_LANGUAGE   name | kind | other words that name it
    people            name | other words
    roles             person | title | body
    places            name | kind
    events            name | date | places | edition
    organisers        event | organisers, hosts or supporters | bodies
    speakers          figure | unit | speaker
    agreements        kind | parties | date | count | event
    dated_facts       date | what happened, in the text's words | subjects
    registry          name | the known body's id
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.find.found import TABLES, Case, cases, read, rows, same, tidy, value
from vnitcoop.find import Gazetteer
from vnitcoop.know import load_registry
from vnitcoop.types import Kind

REGISTRY = Path(__file__).parents[2] / "registry"
ALL = [pytest.param(table, *one.values, id=one.id) for table in TABLES for one in cases(table)]


@pytest.mark.parametrize(("table", "case"), ALL)
def test_what_is_found(table: str, case: Case) -> None:
    same(rows(read(case), table), case.wanted)


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return Gazetteer(load_registry(REGISTRY).entries)


@pytest.mark.parametrize("case", cases("registry"))
def test_known_bodies(case: Case, known: Gazetteer) -> None:
    found = [f for f in read(case, known).findings if f.kind is Kind.ORGANISATION]
    same([tidy([value(f, "name"), value(f, "entry")]) for f in found], case.wanted)
