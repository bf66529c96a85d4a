"""Where an article ends: teasers under their headings, the page's foot, readers' comments."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.names import is_vietnamese_name, without_by
from vnitcoop.read.outlets import known_outlet
from vnitcoop.read.sheet import Piece, Sheet
from vnitcoop.read.words import any_of, folded
from vnitcoop.text import fold
from vnitcoop.types import BlockKind

_END_OF_ARTICLE = re.compile(
    r"(?:\./\.|/\.)(?:\s*\([A-Z/]{2,12}\))?\s*$|[-–—]\s*[A-Z]{2,6}(?:/[A-Z]{2,6})?\.?$|\.\s*\([A-Z/]{2,12}\)$"
)
_LONGEST_HEADING = 60  # characters
_LONGEST_FOOT = 400  # characters of a line with which a page speaks of itself
_COMMENT = 400  # characters; a longer paragraph is no reader's comment
_LISTED = re.compile(r"[-–•*+▪]|\d+[.)]")
_FOOT = {"menu", "page foot", "related links", "call to readers", "keywords", "banner", "comment"}
_PICTURE = {"photo credit", "file name", "table edge", "ornament", "repeated"}


def teasers(sheet: Sheet) -> None:
    """Label headings of related links, and what follows them until prose goes on.

    After an article's end mark nothing goes on, so that everything under such a heading is teasers.
    """
    under_heading = ended = told = False
    for index, piece in enumerate(list(sheet.pieces)):
        is_heading = (piece.kind is None or (told and piece.reason == "menu")) and _heads_teasers(piece.text)
        if is_heading:
            under_heading = True
            sheet.label(index, BlockKind.BOILERPLATE, "related links")
        elif piece.kind is not None:
            continue
        elif under_heading and (ended or not _goes_on(piece)) and without_by(piece.text) == piece.text:
            sheet.label(index, BlockKind.BOILERPLATE, "teaser")
        else:
            under_heading = False
            told = told or piece.is_prose
            ended = ends_article(piece.text) or (ended and not piece.is_prose)


def page_foot(sheet: Sheet) -> None:
    """Label what a page says of itself below its text."""
    told, short = False, "\n".join([p.text for p in sheet.pieces if len(p.text) <= _LONGEST_FOOT]).lower()
    phrases = [phrase for phrase in lexicon("layout")["foot"] if phrase in short]
    for index, piece in enumerate(list(sheet.pieces)):
        small = piece.text.lower() if phrases and told and len(piece.text) <= _LONGEST_FOOT else ""
        is_open = piece.kind is None or piece.reason == "teaser"
        if is_open and any(phrase in small for phrase in phrases):
            sheet.label(index, BlockKind.BOILERPLATE, "page foot")
        told = told or (piece.kind is None and piece.is_prose)


def comments(sheet: Sheet) -> None:
    """Label readers' comments below the buttons that head them."""
    told = under_heading = False
    for index, piece in enumerate(list(sheet.pieces)):
        if under_heading and piece.kind is None:
            sheet.label(index, BlockKind.BOILERPLATE, "comment")
        under_heading = under_heading or (told and piece.reason == "menu" and _heads_comments(sheet, index))
        told = told or (piece.kind is None and piece.is_prose)


def after_the_end(sheet: Sheet) -> None:
    """Label headlines of other articles that stand below an end mark, or among the lines of the page's foot."""
    tail = sheet.tail()
    feet = [
        i for i, p in enumerate(sheet.pieces) if i >= tail and p.kind is BlockKind.BOILERPLATE and p.reason in _FOOT
    ]
    ended = any(ends_article(sheet.text[p.start : p.end]) for p in sheet.pieces[max(0, tail - 1) : tail + 1])
    loose = [i for i, p in enumerate(sheet.pieces) if i >= tail and p.kind is None and feet and i < feet[-1]]
    for index, piece in enumerate(list(sheet.pieces)):
        if not tail or index < tail:
            continue
        above = len(loose) > 1 and index in loose and not _LISTED.match(piece.text)
        if piece.kind is None and (ended or above) and not (piece.is_closed or _is_contact(piece.text)):
            sheet.label(index, BlockKind.BOILERPLATE, "after the end")
        elif piece.kind is not None and piece.kind is not BlockKind.CAPTION and piece.reason not in _PICTURE:
            ended = True


def ends_article(line: str) -> bool:
    """Whether the line is where an article ends: an agency's end mark or name, or its author's."""
    return bool(_END_OF_ARTICLE.search(line[-16:])) or bool(known_outlet(line)) or is_vietnamese_name(line)


def _heads_teasers(line: str) -> bool:
    key = fold(line) if len(line) <= _LONGEST_HEADING else ""
    return bool(key) and (key in folded("related") or bool(_other_stories().fullmatch(key)))


@cache
def _other_stories() -> re.Pattern[str]:
    """Headings made of "other", "latest" and the like with "news" and its like: "other lao news", "cac tin khac"."""
    words = {name: any_of(map(fold, phrases)) for name, phrases in lexicon("layout")["headings"].items()}
    between = r"(?:\w+\s){0,2}"
    return re.compile(
        rf"{words['before']}\s{between}{words['stories']}(?:\s{words['behind']})?|"
        rf"{words['stories']}\s{between}{words['behind']}(?:\s\w+){{0,2}}"
    )


def _goes_on(piece: Piece) -> bool:
    """Whether this reads like a paragraph: headlines may ask or exclaim but have no full stop."""
    return piece.is_closed and not piece.text.endswith(("?", "!", "…", "...")) and len(piece.text) > 20


def _is_contact(line: str) -> bool:
    """Whether the line says whom the press may ask: people whom the article names."""
    return fold(line.partition(":")[0]).endswith(tuple(folded("contact_labels")))


def _heads_comments(sheet: Sheet, index: int) -> bool:
    """Whether a line of buttons heads readers' comments: no paragraph of an article follows it."""
    words = f" {fold(sheet.pieces[index].text)} "
    heads = any(f" {phrase} " in words for phrase in folded("comments"))
    return heads and all(len(piece.text) <= _COMMENT for piece in sheet.pieces[index + 1 :])
