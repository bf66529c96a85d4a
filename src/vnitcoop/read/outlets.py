"""Agencies, papers and portals by the names under which they sign."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.words import any_of
from vnitcoop.text import fold

_JOINT = re.compile(r"\s*/\s*|\s+[-–—]\s+|\s*,\s*")


@dataclass(frozen=True, slots=True)
class Outlet:
    country: str | None
    end_mark: str | None


@cache
def _by_name() -> dict[str, Outlet]:
    outlets = {}
    for entry in lexicon("outlets"):
        for name in entry["names"]:
            outlets[fold(name)] = Outlet(entry.get("country"), entry.get("end_mark"))
    return outlets


@cache
def outlet_pattern() -> str:
    """A regular expression for the printed name of any known outlet."""
    return any_of(name for entry in lexicon("outlets") for name in entry["names"])


def known_outlet(words: str) -> Outlet | None:
    """The outlet that the words name, joint signatures ("VNA/CVN") by their first."""
    if len(words) > 80 or not words.strip():
        return None
    whole = _by_name().get(fold(words))
    if whole:
        return whole
    parts = [part for part in _JOINT.split(words.strip()) if part]
    outlets = [_by_name().get(fold(part)) for part in parts]
    return outlets[0] if outlets and all(outlets) else None


def undoubled(words: str) -> str | None:
    """The known outlet's name in words that print it once, or twice without a break ("VietnamPlusVietnamPlus")."""
    words = words.strip()
    if known_outlet(words):
        return words
    half = words[: len(words) // 2].strip()
    return half if half and half + words[len(half) :].strip() == half * 2 and known_outlet(half) else None
