"""The headline, judged by structure: the first short line without a full stop above the text."""

from __future__ import annotations

import re

from vnitcoop.read.sheet import Piece, Sheet
from vnitcoop.read.words import folded
from vnitcoop.text import fold, squash
from vnitcoop.types import BlockKind

_LONGEST = 220
_DERIVED = 100
_HEADLINE = 5  # words of a headline that needs no other sign
_CLOSED = re.compile(r"(?:\./\.|/\.|(?<!\.)\.)[\s\"'”’»)\]]*$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.[A-Z]\.|\b(?:Inc|Co|Ltd|Corp|Jr)\.)$")
_STORIES = 2  # headlines of a digest's stories
_SIGNS = {"-", "–", "&", "|"}
_ABOUT_IT = (BlockKind.DATELINE, BlockKind.BYLINE)


def label_title(sheet: Sheet) -> None:
    """Label the headline, if there is one, and kickers above it."""
    candidates = _candidates(sheet)
    while len(candidates) > 1 and _is_kicker(sheet, candidates[0], candidates[1:3]):
        sheet.label(candidates.pop(0), BlockKind.BOILERPLATE, "section name")
    if candidates and _has_text_below(sheet, candidates[0]):
        sheet.label(candidates[0], BlockKind.TITLE)


def shortened(sentence: str) -> str:
    """A sentence as a title: on one line, without its stop, cut at a word to about 100 characters."""
    words = squash(sentence)
    if len(words) <= _DERIVED:
        return re.sub(r"(?:\./\.|/\.|(?<!\.\w)(?<!\.)\.)$", "", words) or words
    cut = words[: _DERIVED + 1]
    cut = cut[: cut.rfind(" ")] if " " in cut else cut[:_DERIVED]
    return cut.rstrip(' ,;:-–—(“"') + "…"


def _candidates(sheet: Sheet) -> list[int]:
    """The lines above the text that could be its headline; lines that no headline looks like are passed over."""
    found = []
    for index, piece in sheet.undecided():
        if _can_be_title(piece):
            found.append(index)
        elif piece.is_prose or found:
            break
    return found


def _can_be_title(piece: Piece) -> bool:
    text = piece.text
    if len(text) > _LONGEST or text.endswith((":", ";", ",")) or text[0] in "-•*+":
        return False
    if fold(text.partition(":")[0]) in folded("labels"):
        return False
    if text[0].islower() and not (piece.after_gap and len(text.split()) > 3):
        return False
    return not _CLOSED.search(text[-8:]) or bool(_ABBREVIATED.search(text[-8:]))


def _is_dated_or_signed_below(sheet: Sheet, index: int) -> bool:
    below = sheet.pieces[index + 1 : index + 2]
    return bool(below) and below[0].kind in _ABOUT_IT and "\n" in sheet.text[sheet.pieces[index].end : below[0].start]


def _has_text_below(sheet: Sheet, index: int) -> bool:
    below = (piece for piece in sheet.pieces[index + 1 :] if piece.kind in (None, BlockKind.CAPTION))
    return any(piece.is_prose or len(piece.text) > 60 for piece in below)


def _heads_digest(sheet: Sheet, index: int) -> bool:
    """Whether a line says that several stories follow ("IT BRIEFS"), and short headlines stand among the paragraphs."""
    words = f" {fold(sheet.pieces[index].text)} "
    inner = [p for i, p in sheet.undecided() if index < i < sheet.tail() and not p.is_closed and not p.is_prose]
    return any(f" {phrase} " in words for phrase in folded("digests")) and len(inner) >= _STORIES


def _is_kicker(sheet: Sheet, first: int, later: list[int]) -> bool:
    """A few words above a line that can be a headline: one or two, or capitalised as in names, or far from the date."""
    line = sheet.pieces[first].text
    words = line.split()
    headlines = [i for i in later if len(sheet.pieces[i].text.split()) >= _HEADLINE]
    if _heads_digest(sheet, first):
        return False
    if not headlines or len(words) >= _HEADLINE + 2 * (sheet.language == "vi") or line.endswith(("?", "!")):
        return False
    if len(words) <= 2 or all(w[0].isupper() or w in _SIGNS or fold(w) in folded("small_words") for w in words):
        return True
    return _is_dated_or_signed_below(sheet, headlines[0]) and not _is_dated_or_signed_below(sheet, first)
