"""Where quotations begin and end, over the sentences of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vnitcoop.find.tokens import Line

_OPENS, _CLOSES, _STRAIGHT = frozenset("“«„"), frozenset("”»"), '"'
_MARKS = _OPENS | _CLOSES | {_STRAIGHT}
_SPEECH = 4  # words that make a quotation more than a word set apart


class Quotation(NamedTuple):
    """Whether a sentence begins and ends inside a quotation, and whether it holds quoted speech."""

    begins: bool
    ends: bool
    speech: bool


def quotations(lines: Sequence[Line]) -> list[Quotation]:
    """Of every sentence; a quotation that a paragraph leaves open ends with it."""
    out: list[Quotation] = []
    inside = False
    for i, line in enumerate(lines):
        if i and line.block != lines[i - 1].block:
            inside = False
        began, longest, here = inside, 0, 0
        for mark in line.where(_MARKS):
            longest = max(longest, mark - here) if inside else longest
            inside = line.key(mark) in _OPENS or (line.key(mark) == _STRAIGHT and not inside)
            here = mark + 1
        longest = max(longest, len(line) - here) if inside else longest
        opened = line[0].text in _OPENS or line[0].text == _STRAIGHT
        out.append(Quotation(began or opened, inside, longest >= _SPEECH))
    return out
