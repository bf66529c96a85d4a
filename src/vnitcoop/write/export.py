"""Knowledge as one JSON document, which knowledge.schema.json beside this file describes."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from vnitcoop.plain import to_plain
from vnitcoop.types import Knowledge

SCHEMA = "vnitcoop/knowledge/1"


def document(knowledge: Knowledge) -> dict[str, Any]:
    """The knowledge document as plain values, in the order of keys in which it is published."""
    return {"schema": SCHEMA, **to_plain(knowledge)}


def to_json(knowledge: Knowledge) -> bytes:
    """The knowledge document as UTF-8; the same knowledge gives the same bytes."""
    text = json.dumps(document(knowledge), ensure_ascii=False, allow_nan=False, indent=1)
    return text.encode() + b"\n"


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the knowledge document."""
    schema: dict[str, Any] = json.loads(resources.files(__package__).joinpath("knowledge.schema.json").read_bytes())
    return schema
