"""What corrections.yml may say: which fields of a record can be corrected, and what may stand in each."""

from __future__ import annotations

import math
from collections.abc import Callable

from vnitcoop import edtf
from vnitcoop.know.schema import Item, allowed_words, nearest
from vnitcoop.know.yaml_items import Node
from vnitcoop.types import Correction

_LISTS = ("places", "organisers", "hosts", "supporters", "participants", "parties", "subjects")
_MAY_BE_MISSING = {
    "acronym", "country", "date", "edition", "count", "high", "as_of", "subject", "speaker", "event",
    "latitude", "longitude",
}  # fmt: skip


def _number(text: str) -> int | float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return int(number) if number.is_integer() else number


def _date(text: str) -> str:
    if not edtf.is_valid(text):
        raise ValueError(text)
    return text


def _truth(text: str) -> bool:
    return bool(("false", "true").index(text))


def _among(*lists: str) -> Callable[[str], str]:
    """A reader of one of the words that the lexicon allows."""

    def read(text: str) -> str:
        if not any(text in allowed_words(name) for name in lists):
            raise ValueError(text)
        return text

    return read


# How the text of a correction is read, and what a maintainer is told where it cannot be. Readers raise ValueError.
_ONE: dict[str, tuple[Callable[[str], object], str]] = {
    **dict.fromkeys(("name", "acronym", "measure", "what", "unit"), (str, "words")),
    **dict.fromkeys(("subject", "speaker", "event"), (str, "a record's id")),
    **dict.fromkeys(("date", "as_of"), (_date, "a date as 2019-10-22, 2019-10, 2019 or 2019-10-22/2019-10-24")),
    **dict.fromkeys(("edition", "count"), (int, "a whole number")),
    **dict.fromkeys(("value", "high", "latitude", "longitude"), (_number, "a number without separators, as 1500000.5")),
    "forecast": (_truth, "true or false"),
    "country": (_among("countries"), "a code of ISO 3166-1, as VN"),
    "kind": (_among("organisation_kinds", "place_kinds", "agreement_kinds"), "a kind that registry/README.md names"),
    "qualifier": (_among("qualifiers"), "exact, about, over, under, at-least or up-to"),
}
FIELDS = (*_ONE, *_LISTS, "roles")


def correction_of(item: Item, place: str) -> Correction:
    """The Correction that an item of corrections.yml says; faults go to the item."""
    record, field = item.identifier("record"), item.text("field") or ""
    node = item.fields.get("value")
    value: object = None
    if field and field not in FIELDS:
        item.fault(f"{field} cannot be corrected", nearest(field, FIELDS), item.fields["field"].line)
    elif field and node is not None:
        value = _value(item, field, node)
    return Correction(record, field, value, item.text("why") or "", f"{place}#{record}", item.line)


def _value(item: Item, field: str, node: Node) -> object:
    if field == "roles":
        parts = node.value if isinstance(node.value, list) else [node]
        return tuple(_role(item, part) for part in parts)
    if field in _LISTS:
        return tuple(item.texts("value"))
    read, how = _ONE[field]
    if node.value == []:
        if field not in _MAY_BE_MISSING:
            item.fault(f"{field} cannot be left empty", f"Write {how}, or name the record in removed.yml", node.line)
        return None
    text = item.text("value")
    if text is None:
        return None
    try:
        return read(text)
    except ValueError:
        item.fault(f"{field} cannot be {text}", f"Write {how}", node.line)
        return None


def _role(item: Item, node: Node) -> dict[str, str | None]:
    """A role as claims hold it."""
    fields = node.value if isinstance(node.value, dict) else {}
    said = {key: child.value for key, child in fields.items() if isinstance(child.value, str)}
    if not said.get("title") or said.keys() - {"title", "organisation"}:
        item.fault("a role has no title", "Write `value: [{title: words, organisation: id}]`", node.line)
    return {"title": said.get("title"), "organisation": said.get("organisation")}
