"""Plain text as an Article, for measuring one finder without the reader: one body block, sentences at full stops."""

from __future__ import annotations

import re

from vnitcoop.types import Article, Block, BlockKind, Sentence, Span, Statement

_END = re.compile(r"(?<=[a-z0-9)\"’”][.!?])\s+(?=[\"“A-Z])|\n+")


def plain_article(text: str, published: str | None = None) -> Article:
    """An English article that says `text`, of the given date (EDTF)."""
    cuts = [m.span() for m in _END.finditer(text)] + [(len(text), len(text))]
    sentences, start = [], 0
    for end, after in cuts:
        if text[start:end].strip():
            sentences.append(Sentence(start, end, 0, "en"))
        start = after
    dated = (Statement("published", published, (Span(0, 1),), "given"),) if published else ()
    return Article(
        id="plain", file="plain.txt", text=text, language="en", title="", title_is_derived=True, published=published,
        outlet=None, byline=(), blocks=(Block(BlockKind.BODY, 0, max(1, len(text))),), sentences=tuple(sentences),
        statements=dated,
    )  # fmt: skip
