"""Captions of pictures, told by the credit of the photographer or agency that closes them."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.names import signed_names, without_by
from vnitcoop.read.outlets import known_outlet
from vnitcoop.read.sentences import sentence_starts
from vnitcoop.read.sheet import Mark, Part, Piece, Sheet
from vnitcoop.read.words import any_of
from vnitcoop.text import fold
from vnitcoop.types import Basis, BlockKind, Span

_LONGEST_CAPTION = 450
_LONGEST_PARAGRAPH = 20_000  # characters; a longer line is no paragraph of an article
_END_MARK = re.compile(r"(?:\./\.|/\.)$")


def captions(sheet: Sheet) -> None:
    """Label captions with a credit, wherever they stand, even glued into a paragraph, and the credit apart."""
    if _holds_clue(sheet.text):
        sheet.cut(_around_credits)
    _above_lone_credits(sheet)


def credited_agency(sheet: Sheet) -> Mark | None:
    """The paper behind a photograph; an agency, whose pictures all print, only where the text has its end mark."""
    closed = any(p.kind in (None, BlockKind.BODY) and _END_MARK.search(p.text[-4:]) for p in sheet.pieces)
    for piece in sheet.pieces:
        match = _agency_in_credit().search(piece.text) if piece.reason == "photo credit" else None
        outlet = known_outlet(match["who"]) if match else None
        is_agency = match is not None and match["who"] in lexicon("layout")["quoted_agencies"]
        if match and outlet and (not is_agency or (closed and outlet.end_mark)):
            rule = "photo-agency-and-end-mark" if is_agency else "photo-paper"
            span = Span(piece.start + match.start("who"), piece.start + match.end("who"))
            return Mark("outlet", match["who"], span, rule, 11 - 2 * is_agency, Basis.INFERRED)
    return None


@cache
def _credit() -> re.Pattern[str]:
    """A credit: in brackets anywhere ("(Photo: VNA)"), or open to the end of the line ("- Photo: VNA")."""
    words = lexicon("layout")["credit"]
    word, bare = any_of(words["words"]), any_of(words["bare"])
    return re.compile(
        rf"\((?:{word}\s*(?:[:/]|by\b)[^()\n]{{1,80}}(?:\([^()\n]{{1,30}}\))?[^()\n]{{0,30}}|{bare}|(?:photo|photos|ảnh)\s[^()\n]{{1,40}})\)"
        rf"|\[(?:{word}\s*:[^\[\]\n]{{1,80}}|{bare})\]"
        rf"|(?:(?<=\s)|(?<=[.”\"’»)])|^)(?:[-–—|/]\s*)?(?:{_open_words()}\s*(?::|\bby\b)\s*[^\n]{{1,60}}|©\s?[^\n]{{1,60}})$"
        rf"|(?:(?<=\s)|(?<=[.”\"’»)]))[-–—/]+\s*(?:photos?\s[^\n.]{{1,30}}(?:\.[\w.]{{1,20}})?|{bare})\.?$"
        rf"|[-–—]\s*[\w./ ]{{2,30}}\sphotos?(?:\s(?:by\s)?(?-i:[^\W\d_a-z]\w*(?:\s[^\W\d_a-z]\w*){{0,3}}))?\.?$"
        rf"|(?:(?<=\s)|^)(?:photo|image|picture)s?\s+(?:courtesy\s+of|(?:provided|supplied)\s+by)\s[^\n]{{1,60}}$"
        rf"|^{bare}(?:[\s,.:–-]+sources?\s*:[^\n]{{1,60}})?\.?$|(?<=\s){bare}[\s,.:–-]+sources?\s*:[^\n]{{1,60}}$",
        re.IGNORECASE,
    )


@cache
def _clues() -> tuple[str, ...]:
    """What every credit holds one of: the shortest of its words, each by its longest part."""
    words = lexicon("layout")["credit"]
    phrases = {*words["words"], *words["bare"], "©"}
    shortest = (p for p in sorted(phrases) if not any(other != p and other in p for other in phrases))
    return tuple(max(phrase.split(), key=len) for phrase in shortest)


def _holds_clue(text: str) -> bool:
    small = text.lower()
    return any(clue in small for clue in _clues())


@cache
def _open_words() -> str:
    words = lexicon("layout")["credit"]
    return any_of(set(words["words"]) - set(words["inside_brackets"]))


@cache
def _agency_in_credit() -> re.Pattern[str]:
    return re.compile(r"(?:[:/]|\bby\b)\s*(?P<who>[^()\[\]\n]{2,40}?)\s*[)\]]?$")


def _around_credits(piece: Piece) -> list[Part]:
    """The parts of a piece around each of its credits: what goes on before, caption, credit, what follows."""
    if piece.kind not in (None, BlockKind.CAPTION) or len(piece.text) > _LONGEST_PARAGRAPH:
        return []
    if not _holds_clue(piece.text) or _signs_the_text_too().match(piece.text):
        return []
    parts: list[Part] = []
    at = 0
    for match in _credit().finditer(piece.text):
        before = piece.text[at : match.start()]
        if (_sourced().match(match.group()) and not _is_open(before)) or _counts_pictures(before):
            continue
        begin = at + _caption_begin(before)
        bounds = [piece.start + offset for offset in (at, begin, match.start(), match.end())]
        parts.append((bounds[0], bounds[1], None, ""))
        signs = _signs(piece.text[begin : match.start()])
        parts.append((bounds[1], bounds[2], None if signs else BlockKind.CAPTION, ""))
        parts.append((bounds[2], bounds[3], BlockKind.BOILERPLATE, "photo credit"))
        at = match.end()
    return [*parts, (piece.start + at, piece.end, None, "")] if parts else []


def _signs(before: str) -> bool:
    """ "By Lan Chi – Photo: ...": whether the author stands before a credit, not a caption."""
    before = before.strip()
    return without_by(before) != before and bool(signed_names(before))


@cache
def _signs_the_text_too() -> re.Pattern[str]:
    words = lexicon("layout")
    return re.compile(
        rf"{any_of(words['author_and_photographer'])}|{any_of(words['story_by'])}\s*:?\s+\S[^.]{{2,40}}$", re.IGNORECASE
    )


def _counts_pictures(before: str) -> bool:
    """ "Chùm ảnh: ...": a story told in pictures, not a credit of one."""
    return fold(before).split()[-1:] in [[word] for word in lexicon("layout")["credit"]["series"]]


@cache
def _sourced() -> re.Pattern[str]:
    return re.compile(rf"[(\[]{any_of(lexicon('layout')['credit']['inside_brackets'])}\s*:", re.IGNORECASE)


def _is_open(before: str) -> bool:
    """Whether a source in brackets credits a picture: it follows words without a stop; else it credits the text."""
    before = before.rstrip()
    return 0 < len(before) <= _LONGEST_CAPTION and before[-1] not in '.!?…/”"'


def _caption_begin(before: str) -> int:
    """Where the caption begins in what stands before its credit: with the line, or with its last sentence."""
    starts = sentence_starts(before)
    return 0 if len(starts) <= 2 and len(before) <= _LONGEST_CAPTION else starts[-1]


def _above_lone_credits(sheet: Sheet) -> None:
    """A credit on a line of its own makes the line right above it a caption, unless that ends a running paragraph."""
    first = next((i for i, _ in sheet.undecided()), 0)
    for index in range(first + 2, len(sheet.pieces)):
        piece, above = sheet.pieces[index], sheet.pieces[index - 1]
        is_below = not piece.after_gap and "\n" in sheet.text[above.end : piece.start]
        if piece.reason != "photo credit" or not is_below or above.kind is not None or len(above.text) > 250:
            continue
        stands_apart = above.after_gap and (index + 1 == len(sheet.pieces) or sheet.pieces[index + 1].after_gap)
        if stands_apart or not above.is_closed:
            sheet.label(index - 1, BlockKind.CAPTION)
