"""Knowledge made by hand for the pictures, and pages of it read back as XML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from vnitcoop.types import Agreement, Event, Knowledge, Organisation, Place
from vnitcoop.write.pages import render_pages

TEMPLATES = Path(__file__).parents[2] / "templates"
HOSTILE = '</text></svg><script>alert(1)</script>"onload="x" & \u202e]]> <!-- Đà Nẵng'


def event(key: str, date: str | None = None, name: str = "", **rest: tuple[str, ...]) -> Event:
    roles = {role: rest.get(role, ()) for role in ("places", "organisers", "hosts", "supporters", "participants")}
    return Event(key, name or f"Event {key}", (), None, None, date, mentions=(), claims=(), **roles)


def place(key: str, kind: str = "city", at: tuple[float, float] | None = (21.02, 105.84), country: str = "VN") -> Place:
    latitude, longitude = at or (None, None)
    return Place(key, f"Place {key}", (), kind, country, latitude, longitude, (), ())


def body(key: str, name: str = "") -> Organisation:
    return Organisation(key, name or f"Body {key}", (), None, "association", "VN", (), ())


def deal(key: str, *parties: str, date: str | None = None) -> Agreement:
    return Agreement(key, "MoU", parties, date, None, None, (), ())


def pages(**records: Sequence[Any]) -> dict[str, str]:
    """The pages of knowledge that holds these records."""
    groups: dict[str, Any] = {kind: tuple(sorted(group, key=lambda one: one.id)) for kind, group in records.items()}
    return render_pages(Knowledge(**groups), TEMPLATES)


def svgs(page: str) -> list[ElementTree.Element]:
    """Every picture of a page, parsed as XML; a fault in one is an error."""
    return [ElementTree.fromstring(text) for text in re.findall(r"<svg .*?</svg>(?=</div>)", page, re.S)]


def links(page: str) -> list[str]:
    return [a.attrib["href"] for svg in svgs(page) for a in svg.iter("a")]


def texts(page: str) -> list[str]:
    return ["".join(text.itertext()) for svg in svgs(page) for text in svg.iter("text")]


def outside(page: str) -> str:
    """The page without its pictures."""
    return re.sub(r"<svg .*?</svg>(?=</div>)", "", page, flags=re.S)
