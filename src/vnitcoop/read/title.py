"""The headline, judged by structure: the first short line without a full stop above the text."""

from __future__ import annotations

import re

from vnitcoop.read.sheet import Piece, Sheet
from vnitcoop.text import squash
from vnitcoop.types import BlockKind

_LONGEST = 220
_DERIVED = 100
_CLOSED = re.compile(r"(?:\./\.|/\.|(?<!\.)\.)[\s\"'”’»)\]]*$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.[A-Z]\.|\b(?:Inc|Co|Ltd|Corp|Jr)\.)$")


def label_title(sheet: Sheet) -> None:
    """Label the headline, if there is one, and a kicker above it."""
    candidates = []
    for index, piece in sheet.undecided():
        if not _can_be_title(piece):
            break
        candidates.append(index)
    if not candidates or not _has_text_below(sheet, candidates[0]):
        return
    first = candidates[0]
    if len(candidates) > 1 and _is_kicker(sheet.pieces[first], sheet.pieces[candidates[1]]):
        sheet.label(first, BlockKind.BOILERPLATE, "section name")
        first = candidates[1]
    sheet.label(first, BlockKind.TITLE)


def shortened(sentence: str) -> str:
    """A sentence as a title: on one line, without its stop, cut at a word to about 100 characters."""
    words = squash(sentence)
    if len(words) <= _DERIVED:
        return re.sub(r"(?:\./\.|/\.|(?<![.\w]\w)(?<!\.)\.)$", "", words) or words
    cut = words[: _DERIVED + 1]
    cut = cut[: cut.rfind(" ")] if " " in cut else cut[:_DERIVED]
    return cut.rstrip(' ,;:-–—(“"') + "…"


def _can_be_title(piece: Piece) -> bool:
    text = piece.text
    if len(text) > _LONGEST or text.endswith((":", ";", ",")) or text[0].islower() or text[0] in "-•*+":
        return False
    return not _CLOSED.search(text[-8:]) or bool(_ABBREVIATED.search(text[-8:]))


def _has_text_below(sheet: Sheet, index: int) -> bool:
    below = (piece for piece in sheet.pieces[index + 1 :] if piece.kind in (None, BlockKind.CAPTION))
    return any(piece.is_prose or len(piece.text) > 60 for piece in below)


def _is_kicker(first: Piece, second: Piece) -> bool:
    return len(first.text.split()) <= 2 and len(second.text.split()) >= 5
