"""Dates against the TempEval-3 platinum set (20 English news texts; UzZaman et al., SemEval 2013).

    python bench/tempeval.py FOLDER_OF_TML [--misses]

The files are in github.com/qiangning/StructTempRel-EMNLP17 (data/TempEval3/Evaluation/te3-platinum), for research only:
fetch them yourself. Printed: relaxed precision, recall and F1 (any overlap) for TIMEX3 of type DATE, over all of them
and over calendar dates or names of one (a month, a weekday, today, last year), which is what this project looks for.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from plain import plain_article

from vnitcoop.find.dates.dates import find_dates

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_CALENDAR = re.compile(
    r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct"
    r"|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|yesterday|tomorrow"
    r"|(?:last|this|next) (?:week|month|year))\b",
    re.IGNORECASE,
)
Timex = tuple[int, int, str]


def untagged(marked: str) -> tuple[str, list[Timex]]:
    """The text of a TimeML body and its expressions: start, end, type."""
    text, found, opened, at = "", [], [], 0
    for tag in _TAG.finditer(marked):
        text += unescape(marked[at : tag.start()])
        at = tag.end()
        if tag[2] != "TIMEX3":
            continue
        if not tag[1]:
            opened.append((len(text), re.search(r'type="(\w+)"', tag[3])[1]))
        elif opened:
            start, kind = opened.pop()
            found.append((start, len(text), kind))
    return text + unescape(marked[at:]), found


def texts(folder: str) -> Iterator[tuple[str, str, list[Timex]]]:
    """The date, text and expressions of every file."""
    for path in sorted(Path(folder).glob("*.tml")):
        source = path.read_text(encoding="utf-8")
        created = re.search(r"<DCT>.*?value=\"([\d-]+)", source, re.DOTALL)[1]
        yield created, *untagged(re.search(r"<TEXT>(.*)</TEXT>", source, re.DOTALL)[1])


def main(folder: str, misses: bool) -> None:
    """Print precision, recall and F1."""
    tally = {"all DATE": [0, 0], "calendar dates": [0, 0]}
    right = found = 0
    for created, text, gold in texts(folder):
        article = plain_article(text, created)
        got = [(m.span.start, m.span.end) for m in find_dates(article)]
        found += len(got)
        false = [g for g in got if not any(g[0] < e and s < g[1] for s, e, _ in gold)]
        right += len(got) - len(false)
        for start, end, kind in gold:
            if kind != "DATE":
                continue
            hit = any(g[0] < end and start < g[1] for g in got)
            calendar = _CALENDAR.search(text[start:end]) is not None
            for name in ("all DATE", "calendar dates") if calendar else ("all DATE",):
                tally[name][0] += hit
                tally[name][1] += 1
            if misses and calendar and not hit:
                print("missed", repr(text[max(0, start - 30) : end + 10]))
        if misses:
            print(*(f"false {text[max(0, s - 30) : e + 10]!r}" for s, e in false), sep="\n")
    p = right / found
    for name, (hit, asked) in tally.items():
        r = hit / asked
        print(f"{name:16} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}  ({asked} asked, {found} found)")


if __name__ == "__main__":
    main(sys.argv[1], "--misses" in sys.argv)
