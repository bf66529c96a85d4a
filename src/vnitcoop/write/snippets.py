"""The sentence around some words of an article, for lists that show where a thing is named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.types import ArticleRecord, Evidence
from vnitcoop.write import escape

_REACH = 220  # characters shown before and after the words, unless fewer are asked for
_END = re.compile(r"(?<!\b[A-Z])(?<!\bM[rs])(?<!\bDr)[.!?…][”\"’)]?\s+(?=[^\s])")


@dataclass(frozen=True, slots=True)
class Snippet:
    before: Markup
    words: Markup
    after: Markup
    language: str


def snippet(article: ArticleRecord, piece: Evidence, reach: int = _REACH) -> Snippet:
    """The words of a piece of evidence between what stands before and after them in their sentence.

    Of an article that may only be quoted, nothing but the words themselves.
    """
    if article.rights == "none" or not reach:
        return Snippet(Markup(""), _one_line(piece.quote), Markup(""), article.language)
    low, high = _bounds(article, piece)
    text = article.text
    before = _last_sentence(text[max(low, piece.start - reach) : piece.start], cut=piece.start - reach > low)
    after = _first_sentence(text[piece.end : min(high, piece.end + reach)], cut=piece.end + reach < high)
    return Snippet(_one_line(before), _one_line(piece.quote), _one_line(after), article.language)


def _bounds(article: ArticleRecord, piece: Evidence) -> tuple[int, int]:
    for block in article.blocks:
        if block.start <= piece.start and piece.end <= block.end:
            return block.start, block.end
    return 0, len(article.text)


def _last_sentence(before: str, cut: bool) -> str:
    ends = _ends(before + "X")
    if ends:
        return before[ends[-1] :]
    return "… " + before.partition(" ")[2] if cut else before


def _first_sentence(after: str, cut: bool) -> str:
    ends = _ends(after)
    if ends:
        return after[: ends[0]].rstrip()
    return after.rpartition(" ")[0] + " …" if cut else after


def _ends(text: str) -> list[int]:
    """Where sentences end: at a stop that is no initial's and is not followed by a small letter."""
    return [found.end() for found in _END.finditer(text) if not text[found.end()].islower()]


def _one_line(words: str) -> Markup:
    return escape.text(re.sub(r"\s+", " ", words))
