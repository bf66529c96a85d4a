"""Small articles for tests: one block, sentences cut where a mark is followed by a capital."""

from __future__ import annotations

import re

from vnitcoop.types import Article, Block, BlockKind, Sentence, Span, Statement

_CUT = re.compile(r"(?<=[.!?…”\"])\s+(?=[“\"A-ZĐÀ-Ý])(?<!\b[A-Z]\.\s)(?<!No\.\s)|\n+")


def article(text: str, published: str | None = None, language: str = "en", kind: BlockKind = BlockKind.BODY) -> Article:
    """An article of one block; its date is said by its first word."""
    statements = (Statement("published", published, (Span(0, 1),), "test"),) if published else ()
    ends = [m.span() for m in _CUT.finditer(text)] + [(len(text), len(text))]
    sentences, start = [], 0
    for end, after in ends:
        if text[start:end].strip():
            sentences.append(Sentence(start, end, 0, language))
        start = after
    return Article(
        id="test", file="test.txt", text=text, language=language, title="", title_is_derived=True, published=published,
        outlet=None, byline=(), blocks=(Block(kind, 0, max(1, len(text))),), sentences=tuple(sentences),
        statements=statements,
    )  # fmt: skip
