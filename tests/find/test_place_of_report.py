"""The city of a dateline is where that happens which a report tells of as "here"."""

from __future__ import annotations

import pytest

from vnitcoop.find import Gazetteer, find
from vnitcoop.know import load_registry
from vnitcoop.read import read_article
from vnitcoop.types import Kind, Ref

_OPENED = "The Vietnam - Poland IT Forum 2023 opened here on Monday with 300 guests."
_TITLE = "Guests gather for a forum\n\n"


@pytest.mark.parametrize(
    ("text", "city"),
    [
        (f"WARSAW, June 12 (VNA) - {_OPENED}", "WARSAW"),
        (f"Warsaw (VNA) – {_OPENED}", "Warsaw"),
        (f"WARSAW and HANOI, 12 June 2023 – {_OPENED}", "WARSAW"),
        (f"The Warsaw Times, June 12, 2023\n\n{_OPENED}", None),
        (f"Le Rénovateur (Vientiane), June 12, 2023\n\n{_OPENED}", None),
        (f"WARSAW, June 12 (VNA) - {_OPENED.replace('here', 'in Hanoi')}", "Hanoi"),
        (f"WARSAW, June 12 (VNA) - {_OPENED.replace(' here', '')}", None),
    ],
)
def test_place_of_report(text: str, city: str | None) -> None:
    reading = find(read_article("a.txt", (_TITLE + text).encode()), Gazetteer(load_registry(None).entries))
    (event,) = (f for f in reading.findings if f.kind is Kind.EVENT)
    places = [s.value for s in event.statements if s.field == "places"]
    names = [
        s.value for p in places if isinstance(p, Ref) for s in reading.findings[p.index].statements if s.field == "name"
    ]
    assert names == ([city] if city else [])
