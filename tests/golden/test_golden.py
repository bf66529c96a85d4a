"""The records of the five seeds, as text that a person can read: a change here is a change of what is known.

VNITCOOP_UPDATE_GOLDEN=1 writes records.txt anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from vnitcoop.pipeline import gather
from vnitcoop.types import Basis, HeldRole, Knowledge, Name

ROOT = Path(__file__).resolve().parent.parent.parent
GOLDEN = Path(__file__).with_name("records.txt")
SHOWN_ELSEWHERE = {"id", "claims", "mentions", "text", "blocks"}
KINDS = ("articles", "events", "series", "organisations", "people", "places", "figures", "agreements", "dates")


def shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(shown(v) for v in value)
    if isinstance(value, HeldRole):
        return f"{value.title} @ {value.organisation}"
    return value.name if isinstance(value, Name) else str(value)


def lines(knowledge: Knowledge) -> Iterator[str]:
    for kind in KINDS:
        for record in getattr(knowledge, kind):
            yield f"{kind}/{record.id}"
            for field in fields(record):
                value = getattr(record, field.name)
                if field.name not in SHOWN_ELSEWHERE and value not in (None, (), ""):
                    yield f"    {field.name}: {shown(value)}"
            told = (c for c in record.claims if c.basis is not Basis.CURATED)  # the registry speaks for itself
            for claim in sorted(told, key=lambda c: (c.field, c.basis, c.rule, str(c.value))):
                quotes = " | ".join(" ".join(e.quote.split()) for e in claim.evidence)
                yield f"    - {claim.field} ({claim.basis}, {claim.rule}): {quotes or claim.value}"


def test_the_records_of_the_seeds_are_as_they_were_read_last() -> None:
    knowledge, problems = gather(ROOT / "seeds", ROOT / "registry", None)
    now = "\n".join(lines(knowledge)) + "\n"
    if os.environ.get("VNITCOOP_UPDATE_GOLDEN"):
        GOLDEN.write_text(now, encoding="utf-8")
    assert not problems
    assert now == GOLDEN.read_text(encoding="utf-8")
