"""Where quotations begin and end, over the sentences of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnitcoop.find.tokens import Line

_OPENS, _CLOSES, _STRAIGHT = frozenset("“«„"), frozenset("”»"), '"'
_SPEECH = 4  # words that make a quotation more than a word set apart


@dataclass(frozen=True, slots=True)
class Quotation:
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
        for token in line.tokens:
            mark = token.text
            if mark in _OPENS or mark in _CLOSES or mark == _STRAIGHT:
                inside = mark in _OPENS or (mark == _STRAIGHT and not inside)
                here = 0
            elif inside:
                here += 1
                longest = max(longest, here)
        opened = line[0].text in _OPENS or line[0].text == _STRAIGHT
        out.append(Quotation(began or opened, inside, longest >= _SPEECH))
    return out
