"""Figures against NewsQuant (590 English news sentences, 904 quantities; Almasian et al., EMNLP 2023).

    python bench/newsquant.py PATH/NewsQuant.json [--misses]

The file is in github.com/satya77/CQE_Evaluation (data/formatted_test_set); it has no licence for copying, so fetch it
yourself. Printed: precision, recall and F1 of values, a range counting as one value.

Two rows: as this project counts, and by the conventions of the set, to which `in_its_form` brings what was found (the
finder itself is the same): the word "one" is a quantity there, and a change "from X to Y" is one range. In both rows
shares in words are fractions and ranks no quantities, as there, and the signs that the set lost on its way to ASCII are
put back (PS is £, Y= is ¥, deg is °).
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from math import isclose
from pathlib import Path

from plain import plain_article

from vnitcoop.find.dates.dates import find_dates
from vnitcoop.find.figures.figures import find_figures

Value = tuple[float, float]

_LOST_SIGNS = (
    (re.compile(r"\bPS(?=\d)"), "£"),
    (re.compile(r"\bY=(?=\d)"), "¥"),
    (re.compile(r"(?<=\d)deg(?= ?[CF])"), "°"),
)
_ONE = re.compile(r"(?<!each )(?<!same )\bone\b|^One\b")
_FROM = re.compile(r"\bfrom\W*(?:US )?$")
_TO = re.compile(r"(?:(?!\bfrom\b)[^,;]){0,40}\bto\W*(?:US )?")


@dataclass(frozen=True, slots=True)
class Said:
    """A value (or the two ends of a range) and the words that say it: text[start:end]."""

    start: int
    end: int
    low: float
    high: float


def said(text: str) -> list[Said]:
    """The values that the finder sees in a sentence, in the order of the text."""
    article = plain_article(text)
    found = []
    for finding in find_figures(article, find_dates(article), ()):
        fields = {s.field: s for s in finding.statements}
        if fields["unit"].value == "rank":
            continue
        part = 100 if any(s.rule in ("fraction", "proportion") for s in finding.statements) else 1
        low, high = (float(fields.get(name, fields["value"]).value) / part for name in ("value", "high"))
        found += [Said(m.start, m.end, low, high) for m in finding.mentions]
    return sorted(found, key=lambda s: (s.start, s.end))


def in_its_form(text: str, found: list[Said]) -> list[Said]:
    """What was found, by the conventions of the set."""
    out: list[Said] = []
    for one in found:
        last = out[-1] if out else None
        single = one.low == one.high
        if last and single and last.low == last.high and _is_change(text, last, one):
            out[-1] = Said(last.start, one.end, last.low, one.low)
        else:
            out.append(one)
    taken = [range(s.start, s.end) for s in found if s.low != 1]
    ones = [m for m in _ONE.finditer(text) if not any(m.start() in words for words in taken)]
    return out + [Said(*m.span(), 1.0, 1.0) for m in ones if not any(s.start == m.start() for s in found)]


def _is_change(text: str, before: Said, after: Said) -> bool:
    gap = text[before.end : max(before.end, after.start)]
    return _FROM.search(text[: before.start]) is not None and _TO.fullmatch(gap) is not None


def wanted(value: str) -> Value:
    """A value of the set: a number, or two joined by a hyphen."""
    low, dash, high = value[1:].partition("-") if "E" not in value else (value[1:], "", "")
    first = float(value[0] + low)
    return (first, float(high)) if dash else (first, first)


def same(a: Value, b: Value) -> bool:
    """Equal to five digits, and to two where a share is rounded."""
    return all(isclose(x, y, rel_tol=1e-5) or (0 < y < 1 and abs(x - y) < 0.006) for x, y in zip(a, b, strict=True))


def main(path: str, misses: bool) -> None:
    """Print precision, recall and F1."""
    items = json.loads(Path(path).read_text(encoding="utf-8"))
    for label, its_form in (("as counted here", False), ("by its conventions", True)):
        right = found = asked = 0
        for item in items:
            text = item["text"]
            for sign, kept in _LOST_SIGNS:
                text = sign.sub(kept, text)
            gold = [wanted(q["value"]) for q in item["quantities"]]
            here = said(text)
            left = [(s.low, s.high) for s in (in_its_form(text, here) if its_form else here)]
            found, asked = found + len(left), asked + len(gold)
            missed = []
            for value in gold:
                hit = next((v for v in left if same(value, v)), None)
                left.remove(hit) if hit else missed.append(value)
            right += len(gold) - len(missed)
            if misses and its_form and (left or missed):
                print(item["text"], f"\n    missed {missed}\n    false {left}")
        p, r = right / found, right / asked
        print(f"{label:22} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}  ({asked} asked, {found} found)")


if __name__ == "__main__":
    main(sys.argv[1], "--misses" in sys.argv)
