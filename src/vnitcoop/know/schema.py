"""What may stand in each registry file: its keys, their types, and how a YAML item becomes an Entry."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

from vnitcoop.know.yaml_items import Node
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Entry, Kind, Name, Problem

KINDS = {"organisations.yml": Kind.ORGANISATION, "series.yml": Kind.SERIES, "places.yml": Kind.PLACE,
         "people.yml": Kind.PERSON}  # fmt: skip
PAIRS = ("same.yml", "distinct.yml")
FILES = (*KINDS, "corrections.yml", *PAIRS, "removed.yml", "redirects.yml")

_LANGUAGES = ("en", "fr", "vi", "ja", "ko")
_NAMED = {"id", "name", "language", "names", "ambiguous", "strict", "why", "source", "note", *_LANGUAGES}
_KEYS = {
    "organisations.yml": _NAMED | {"acronym", "kind", "country"},
    "series.yml": _NAMED | {"first"},
    "places.yml": _NAMED | {"kind", "country", "latitude", "longitude", "at"},
    "people.yml": _NAMED,
    "corrections.yml": {"record", "field", "value", "why"},
    "same.yml": {"records", "why"},
    "distinct.yml": {"records", "why"},
    "removed.yml": {"record", "why"},
    "redirects.yml": {"from", "to"},
}
_NEEDED = {
    "organisations.yml": ("id", "kind"),
    "series.yml": ("id",),
    "places.yml": ("id", "kind"),
    "people.yml": ("id",),
    "corrections.yml": ("record", "field", "value", "why"),
    "same.yml": ("records", "why"),
    "distinct.yml": ("records", "why"),
    "removed.yml": ("record", "why"),
    "redirects.yml": ("from", "to"),
}
_Number = TypeVar("_Number", int, float)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_ID_IN_ARTICLE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(@[a-z0-9]+(-[a-z0-9]+)*)?\Z")


class Item:
    """One item of a registry file under conversion; faults gather in `faults`."""

    def __init__(self, node: Node, file: str, shape: str, faults: list[Problem]) -> None:
        self.file, self.shape, self.line, self._faults = file, shape, node.line, faults
        self.fields = node.value if isinstance(node.value, dict) else {}
        if not isinstance(node.value, dict):
            self.fault("this item is not a mapping", "Write it as `key: value` lines")
            return
        for key in sorted(self.fields.keys() - _KEYS[shape]):
            self.fault(f"unknown key {key}", nearest(key, _KEYS[shape]), self.fields[key].line)
        for key in _NEEDED[shape]:
            if key not in self.fields:
                self.fault(f"the key {key} is missing", f"Add `{key}: ...`")

    def fault(self, message: str, remedy: str, line: int | None = None) -> None:
        self._faults.append(Problem(self.file, line or self.line, message, remedy))

    def text(self, key: str) -> str | None:
        """The text under `key`; None where there is none."""
        node = self.fields.get(key)
        if node is None:
            return None
        if not isinstance(node.value, str) or not node.value.strip():
            self.fault(f"{key} is not text", f"Write `{key}: words`", node.line)
            return None
        return node.value.strip()

    def identifier(self, key: str) -> str:
        """The id under `key`, or "" with a fault."""
        found = self.text(key) or ""
        if found and not _ID.match(found):
            remedy = "Use lower-case ASCII words joined by hyphens"
            self.fault(f"{found} is no id", remedy, self.fields[key].line)
            return ""
        return found

    def one_of(self, key: str, allowed: frozenset[str], what: str) -> str | None:
        """The text under `key` if it is one of `allowed`."""
        found = self.text(key)
        if found is not None and found not in allowed:
            self.fault(f"unknown {what} {found}", nearest(found, allowed), self.fields[key].line)
            return None
        return found

    def number(self, key: str, convert: Callable[[str], _Number], low: _Number, high: _Number) -> _Number | None:
        """The number under `key`, within low..high."""
        found = self.text(key)
        return None if found is None else self._number(found, key, self.fields[key].line, convert, low, high)

    def _number(
        self, text: str, key: str, line: int, convert: Callable[[str], _Number], low: _Number, high: _Number
    ) -> _Number | None:
        try:
            value = convert(text)
        except ValueError:
            value = None
        if value is None or not low <= value <= high:
            self.fault(f"{key} is {text}", f"Write a number between {low} and {high}", line)
            return None
        return value

    def coordinates(self) -> tuple[float | None, float | None]:
        """Latitude and longitude in degrees, from `latitude` and `longitude` or from `at: [lat, lon]`."""
        at = self.fields.get("at")
        if at is None:
            return self.number("latitude", float, -90.0, 90.0), self.number("longitude", float, -180.0, 180.0)
        pair = [n.value for n in at.value if isinstance(n.value, str)] if isinstance(at.value, list) else []
        if len(pair) != 2:
            self.fault("at is not a pair", "Write `at: [latitude, longitude]`", at.line)
            return None, None
        return (
            self._number(pair[0], "at", at.line, float, -90.0, 90.0),
            self._number(pair[1], "at", at.line, float, -180.0, 180.0),
        )

    def texts(self, key: str) -> list[str]:
        """The list of texts under `key`; a single text is a list of one."""
        node = self.fields.get(key)
        if node is None:
            return []
        if isinstance(node.value, str):
            return [node.value.strip()]
        parts = node.value if isinstance(node.value, list) else [node]
        texts = [part.value.strip() for part in parts if isinstance(part.value, str)]
        if len(texts) < len(parts) or not all(texts):
            self.fault(f"{key} is not a list of texts", f"Write `{key}: [one, two]`", node.line)
            return []
        return texts

    def names(self) -> tuple[Name, ...]:
        """All forms of the name, the preferred one first, each once."""
        found = []
        preferred = self.text("name")
        if preferred:
            found.append(Name(preferred, self.text("language") or ""))
        for language in _LANGUAGES:
            found += [Name(text, language) for text in self.texts(language)]
        found += self._listed_names()
        if not found:
            self.fault("no name is given", "Add `name: ...`")
        return tuple(dict.fromkeys(found))

    def _listed_names(self) -> list[Name]:
        node = self.fields.get("names")
        if node is None:
            return []
        if not isinstance(node.value, list):
            self.fault("names is not a list", "Write `- {name: ..., language: ..}` lines", node.line)
            return []
        return [name for child in node.value if (name := self._listed_name(child))]

    def _listed_name(self, node: Node) -> Name | None:
        if isinstance(node.value, str) and node.value.strip():
            return Name(node.value.strip())
        fields = node.value if isinstance(node.value, dict) else {}
        allowed = {"name", "language", "until", "note"}
        for key in sorted(set(fields) - allowed):
            self.fault(f"unknown key {key} in a name", nearest(key, allowed), fields[key].line)
        texts = {key: child.value for key, child in fields.items() if isinstance(child.value, str)}
        if not texts.get("name", "").strip():
            self.fault("a name has no text", "Write `{name: ..., language: ..}`", node.line)
            return None
        return Name(texts["name"].strip(), texts.get("language", "").strip())


def entry_of(item: Item, place: str) -> Entry | None:
    """The Entry that an item of an entry file says; None where it has no usable id or name."""
    kind = KINDS[item.shape]
    types = allowed_words("organisation_kinds" if kind is Kind.ORGANISATION else "place_kinds")
    entry_id, names = item.identifier("id"), item.names()
    latitude, longitude = item.coordinates() if kind is Kind.PLACE else (None, None)
    entry = Entry(
        id=entry_id,
        kind=kind,
        names=names,
        acronym=item.text("acronym"),
        type=item.one_of("kind", types, "kind"),
        country=item.one_of("country", allowed_words("countries"), "country"),
        latitude=latitude,
        longitude=longitude,
        first=item.number("first", int, 1800, 2200),
        source=item.text("source") or "",
        why=item.text("why") or "",
        place=f"{place}#{entry_id}",
        ambiguous=item.one_of("ambiguous", frozenset({"true", "false"}), "answer") == "true",
        strict=tuple(item.texts("strict")),
    )
    return entry if entry_id and names else None


@cache
def allowed_words(what: str) -> frozenset[str]:
    """The words that the lexicon allows for `what`: a list of kinds, or the codes of countries."""
    words = lexicon("registry")[what]
    return frozenset(words.split() if isinstance(words, str) else words)


def pair_of(item: Item) -> tuple[str, str, str]:
    """The two records and the reason of an item of same.yml or distinct.yml; ("", "", "") with a fault."""
    records = item.texts("records")
    if len(records) != 2 or not all(_ID_IN_ARTICLE.match(r) for r in records):
        item.fault("records is not a pair of ids", "Write `records: [one-id, other-id]`")
        return "", "", ""
    if records[0] == records[1]:
        item.fault(f"{records[0]} stands against itself", "Name two different records")
        return "", "", ""
    low, high = sorted(records)
    return low, high, item.text("why") or ""


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The remedy for a word that is not among those `allowed`."""
    choices = sorted(allowed)
    close = difflib.get_close_matches(word, choices, 1, 0.6)
    if close:
        return f"Did you mean {close[0]}?"
    return "Known: " + ", ".join(choices) if len(choices) < 40 else "Use a code of ISO 3166-1, as VN"
