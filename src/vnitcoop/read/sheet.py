"""The working sheet of one article: its text cut into pieces, which the layout's passes label one after another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from vnitcoop.types import Basis, BlockKind, Span

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"(?:[.!?…]|\./\.|/\.)[\s\"'”’»)\]]*$")
_WRAP_WIDTH = 120  # a longer line was not broken by hand


Part = tuple[int, int, BlockKind | None, str]  # start, end, kind, reason


@dataclass(frozen=True)
class Piece:
    """A stretch of one line (or of one wrapped paragraph); `kind` is None while undecided."""

    start: int
    end: int
    text: str
    kind: BlockKind | None = None
    reason: str = ""
    after_gap: bool = False  # a blank line stands above

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads like a paragraph: sentences, closed by a stop, or simply long."""
        return len(self.text) > 220 or (len(self.text) >= 40 and self.is_closed)

    @property
    def could_ask(self) -> bool:
        """Whether it could be a headline that asks or exclaims, rather than a paragraph."""
        return len(self.text) <= 160 and self.text.endswith(("?", "!"))

    @cached_property
    def is_closed(self) -> bool:
        return bool(_STOP.search(self.text[-12:]))


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign of what the article says of itself; the lowest rank wins, then the first in the text."""

    field: str  # published, outlet, byline
    value: str
    span: Span
    rule: str
    rank: int
    basis: Basis = Basis.STATED


@dataclass(slots=True)
class Sheet:
    """Pieces in order, and the marks found on them."""

    text: str
    language: str
    pieces: list[Piece]
    marks: list[Mark] = field(default_factory=list)

    def label(self, index: int, kind: BlockKind, reason: str = "") -> None:
        self.pieces[index] = replace(self.pieces[index], kind=kind, reason=reason)

    def cut(self, parts_of: Callable[[Piece], list[Part]]) -> None:
        """Replace every piece by its parts; no parts leave it as it is."""
        fresh: list[Piece] = []
        for piece in self.pieces:
            parts = parts_of(piece)
            fresh += self._pieces(piece, parts) if parts else [piece]
        self.pieces = fresh

    def cut_at(self, index: int, parts: list[Part]) -> None:
        """Replace one piece by its parts."""
        fresh = self._pieces(self.pieces[index], parts)
        self.pieces = [*self.pieces[:index], *fresh, *self.pieces[index + 1 :]]

    def divide(self, index: int, border: int, before: BlockKind | None, after: BlockKind | None) -> None:
        """Cut one piece in two at an offset of the text, with a kind for either side."""
        piece = self.pieces[index]
        self.cut_at(index, [(piece.start, border, before, ""), (border, piece.end, after, "")])

    def _pieces(self, whole: Piece, parts: list[Part]) -> list[Piece]:
        """What a piece falls into. Blank parts vanish; what lies between two parts must be blank."""
        return [piece for part in parts if (piece := self._piece(whole, *part))]

    def _piece(self, whole: Piece, start: int, end: int, kind: BlockKind | None, reason: str) -> Piece | None:
        raw = self.text[start:end]
        text = raw.strip()
        if not text:
            return None
        start += len(raw) - len(raw.lstrip())
        return Piece(start, start + len(text), text, kind, reason, whole.after_gap and start == whole.start)

    def undecided(self) -> Iterator[tuple[int, Piece]]:
        """Index and piece of all that no pass has labelled yet, in order; safe while pieces are labelled."""
        return ((i, p) for i, p in enumerate(list(self.pieces)) if p.kind is None)

    def head(self) -> int:
        """Index of the first undecided paragraph of prose that is no asking headline, or the number of pieces."""
        prose = (i for i, piece in self.undecided() if piece.is_prose and not piece.could_ask)
        return next(prose, len(self.pieces))

    def is_on_top(self, index: int) -> bool:
        """Whether nothing but the page's own lines stands above a piece over the text."""
        return index < self.head() and all(piece.kind is not None for piece in self.pieces[:index])

    def tail(self) -> int:
        """Index after the last undecided paragraph of prose, or 0."""
        return max((i + 1 for i, piece in self.undecided() if piece.is_prose), default=0)


def spread(text: str, language: str) -> Sheet:
    """The sheet of a text, one undecided piece a line; paragraphs that were wrapped by hand are one piece each."""
    pieces: list[Piece] = []
    end_before = 0
    for match in _LINE.finditer(text):
        line = match.group().strip()
        if line:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            gap = not pieces or text.count("\n", end_before, start) > 1
            pieces.append(Piece(start, start + len(line), line, after_gap=gap))
            end_before = start + len(line)
    return Sheet(text, language, _unwrap(text, pieces))


def _unwrap(text: str, lines: list[Piece]) -> list[Piece]:
    """Join lines that were broken by hand at a fixed width, if the text is of that kind."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_gap]
    width = max((len(a.text) for a, _ in pairs), default=0)
    run_on = [b for a, b in pairs if b.text[0].islower() and not a.is_closed and len(a.text) > 0.6 * width]
    if width > _WRAP_WIDTH or len(run_on) < 3 or 3 * len(run_on) < len(pairs):
        return lines
    joined = lines[:1]
    full = len(lines[0].text) > 0.6 * width
    for line in lines[1:]:
        if full and not line.after_gap:
            before = joined[-1]
            joined[-1] = replace(before, end=line.end, text=text[before.start : line.end])
        else:
            joined.append(line)
        full = len(line.text) > 0.6 * width
    return joined
