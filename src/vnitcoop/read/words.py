"""The layout's word lists, made ready: folded sets for whole lines, alternations for regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.text import fold


@cache
def folded(name: str) -> frozenset[str]:
    """The folded phrases of a list of layout.yml, whose lines hold phrases separated by commas."""
    return frozenset(fold(phrase) for line in lexicon("layout")[name] for phrase in str(line).split(", "))


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, the longest first; blanks match any run of blanks."""
    ordered = sorted({str(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"


@cache
def cities() -> frozenset[str]:
    """The folded names of cities that mean nothing else."""
    entries = [e for e in lexicon("places") if e["kind"] == "city" and not e.get("ambiguous")]
    return frozenset(fold(name) for entry in entries for key in ("en", "fr", "vi") for name in entry.get(key, ()))
