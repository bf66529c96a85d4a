"""Figures against NewsQuant (590 English news sentences, 904 quantities; Almasian et al., EMNLP 2023).

    python bench/newsquant.py PATH/NewsQuant.json [--misses]

The file is in github.com/satya77/CQE_Evaluation (data/formatted_test_set); it has no licence for copying, so fetch it
yourself. Printed: precision, recall and F1 of values, a range counting as one value. What that set counts otherwise is
brought to its form: shares in words are fractions there, ranks no quantities. The word "one", which it counts and this
project does not, is shown apart.
"""

from __future__ import annotations

import json
import sys
from math import isclose
from pathlib import Path

from plain import plain_article

from vnitcoop.find.dates.dates import find_dates
from vnitcoop.find.figures.figures import find_figures

Value = tuple[float, float]


def said(text: str) -> list[Value]:
    """The values that the finder sees in a sentence."""
    article = plain_article(text)
    values = []
    for finding in find_figures(article, find_dates(article), ()):
        fields = {s.field: s.value for s in finding.statements}
        if fields["unit"] == "rank":
            continue
        part = 100 if any(s.rule == "fraction" for s in finding.statements) else 1
        low, high = float(fields["value"]) / part, float(fields.get("high", fields["value"])) / part
        values += [(low, high)] * len(finding.mentions)
    return values


def wanted(value: str) -> Value:
    """A value of the set: a number, or two joined by a hyphen."""
    low, dash, high = value[1:].partition("-") if "E" not in value else (value[1:], "", "")
    first = float(value[0] + low)
    return (first, float(high)) if dash else (first, first)


def same(a: Value, b: Value) -> bool:
    """Equal to five digits, and to two where a share is rounded."""
    return all(isclose(x, y, rel_tol=1e-5) or (y < 1 and abs(x - y) < 0.006) for x, y in zip(a, b, strict=True))


def main(path: str, misses: bool) -> None:
    """Print precision, recall and F1."""
    for label, with_one in (("all values", True), ("without the word one", False)):
        right = found = asked = 0
        for item in json.loads(Path(path).read_text(encoding="utf-8")):
            gold = [wanted(q["value"]) for q in item["quantities"]]
            gold = [v for v in gold if with_one or v != (1.0, 1.0)]
            got = [v for v in said(item["text"]) if with_one or v != (1.0, 1.0)]
            left = list(got)
            missed = []
            for value in gold:
                hit = next((v for v in left if same(value, v)), None)
                left.remove(hit) if hit else missed.append(value)
            right, found, asked = right + len(got) - len(left), found + len(got), asked + len(gold)
            if misses and not with_one and (left or missed):
                print(item["text"], f"\n    missed {missed}\n    false {left}")
        p, r = right / found, right / asked
        print(f"{label:22} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}  ({asked} asked, {found} found)")


if __name__ == "__main__":
    main(sys.argv[1], "--misses" in sys.argv)
