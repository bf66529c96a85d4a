"""Who asks in an interview, as its introduction says: "talks with Việt Nam News reporter Mai Hương"."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from vnitcoop.lexicon import lexicon
from vnitcoop.read.names import is_name, is_vietnamese_name
from vnitcoop.read.outlets import outlet_pattern
from vnitcoop.read.sheet import Mark, Piece, Sheet
from vnitcoop.read.words import any_of
from vnitcoop.types import Basis, Span

_INTRODUCTION = 3  # paragraphs before the first question
_QUESTIONS = 2  # how many make an interview
_LONGEST = 400  # characters of a question


def interviewer(sheet: Sheet) -> None:
    """Mark the name of the one who asks as the byline, and the paper asked for as the outlet, in an interview."""
    if any(mark.field == "byline" for mark in sheet.marks) or not _is_interview(sheet):
        return
    for piece in islice((piece for _, piece in sheet.undecided() if piece.is_prose), _INTRODUCTION):
        for match in _asked_by().finditer(piece.text):
            if match["post"] or match["outlet"] or is_vietnamese_name(match["who"]):
                _mark(sheet, piece, match)
                return


def _is_interview(sheet: Sheet) -> bool:
    questions = [p for _, p in sheet.undecided() if len(p.text) <= _LONGEST and p.text.rstrip('”"’»').endswith("?")]
    return len(questions) >= _QUESTIONS


def _mark(sheet: Sheet, piece: Piece, match: re.Match[str]) -> None:
    for field, group, rank in (("byline", "who", 4), ("outlet", "outlet", 9)):
        if match[group] and (field != "byline" or is_name(match[group])):
            span = Span(piece.start + match.start(group), piece.start + match.end(group))
            sheet.marks.append(Mark(field, match[group], span, "interviewer", rank, Basis.INFERRED))


@cache
def _asked_by() -> re.Pattern[str]:
    words = lexicon("layout")
    name = r"[^\W\d_a-z][\w'’.-]*(?:\s[^\W\d_a-z][\w'’.-]*(?<![.])){1,4}"
    return re.compile(
        rf"\b{any_of(words['interviewed'])}\s+(?:(?P<outlet>{outlet_pattern()})(?:[’']s)?\s+)?"
        rf"(?P<post>(?:{any_of(words['interviewers'])}\s+)*)(?P<who>{name})"
    )
