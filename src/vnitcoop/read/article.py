"""One article, read: the steps from bytes to an Article, in order."""

from __future__ import annotations

import hashlib
import re

from vnitcoop.read.decode import decode
from vnitcoop.read.header import split_header
from vnitcoop.read.language import article_language, line_language, sample_of
from vnitcoop.read.layout import lay_out
from vnitcoop.read.outlets import known_outlet
from vnitcoop.read.sentences import sentence_spans
from vnitcoop.read.sheet import Mark
from vnitcoop.read.title import shortened
from vnitcoop.text import slug, squash
from vnitcoop.types import Article, Basis, Block, BlockKind, Sentence, Span, Statement

_TOLD = (BlockKind.TITLE, BlockKind.CAPTION, BlockKind.BODY)


def read_article(file: str, data: bytes) -> Article:
    """The article in the bytes of a file; `file` is the name to show. Raises ArticleError with all that is wrong."""
    header, text = split_header(file, decode(file, data))
    start, end = sample_of(text)
    told = header.get("language")
    language, by_words = (told, True) if told else article_language(text[start:end])
    blocks, marks = lay_out(text, language)
    sentences = _sentences(text, blocks, language)
    statements = [*header.statements]
    said = {statement.field for statement in statements}
    if "language" not in said:
        rule = "function-words" if by_words else "langdetect"
        statements.append(Statement("language", language, (Span(start, end),), rule, Basis.INFERRED))
    if "title" not in said:
        statements.append(_title(text, blocks, sentences))
    statements += [s for s in _from_marks(marks) if s.field not in said]
    title = next(str(s.value) for s in statements if s.field == "title")
    return Article(
        id=f"{slug(title, 60)}-{hashlib.sha256(text.encode()).hexdigest()[:6]}",
        file=file,
        text=text,
        language=language,
        title=title,
        title_is_derived=any(s.rule == "title-from-first-sentence" for s in statements),
        published=_first(statements, "published"),
        outlet=_first(statements, "outlet"),
        byline=tuple(str(s.value) for s in statements if s.field == "byline"),
        blocks=blocks,
        sentences=sentences,
        statements=tuple(statements),
        url=header.get("url"),
        archive_url=header.get("archive_url"),
        retrieved=header.get("retrieved"),
        rights=header.get("rights") or "full",
    )


def _sentences(text: str, blocks: tuple[Block, ...], language: str) -> tuple[Sentence, ...]:
    found = []
    for index, block in enumerate(blocks):
        if block.kind in _TOLD:
            for start, end in sentence_spans(text[block.start : block.end]):
                words = text[block.start + start : block.start + end]
                found.append(Sentence(block.start + start, block.start + end, index, line_language(words, language)))
    return tuple(found)


def _title(text: str, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...]) -> Statement:
    """The headline as printed, or else the first sentence of the body (or of a caption, or the first line)."""
    printed = next((b for b in blocks if b.kind is BlockKind.TITLE), None)
    if printed:
        span = Span(printed.start, printed.end)
        return Statement("title", squash(text[span.start : span.end]), (span,), "title-line")
    body = [s for s in sentences if blocks[s.block].kind is BlockKind.BODY]
    first = (body or sentences or blocks)[0]
    span = Span(first.start, first.end)
    derived = shortened(text[span.start : span.end])
    return Statement("title", derived, (span,), "title-from-first-sentence", Basis.INFERRED)


def _from_marks(marks: tuple[Mark, ...]) -> list[Statement]:
    """One statement for the best mark of publication and outlet, and one for each author: people before outlets."""
    statements: list[Statement] = []
    people = any(mark.field == "byline" and not known_outlet(mark.value) for mark in marks)
    for mark in marks:
        if people and mark.field == "byline" and known_outlet(mark.value):
            continue
        taken = [s for s in statements if s.field == mark.field]
        if not taken or (mark.field == "byline" and all(_are_two(str(s.value), mark.value) for s in taken)):
            statements.append(Statement(mark.field, mark.value, (mark.span,), mark.rule, mark.basis))
    return statements


def _are_two(one: str, other: str) -> bool:
    """Whether two signatures are of two authors: "T.H." is Thu Hà once more."""
    initials = {"".join(word[0] for word in re.findall(r"\w+", name)).upper() for name in (one, other)}
    return one != other and not (len(initials) == 1 and any("." in name for name in (one, other)))


def _first(statements: list[Statement], field: str) -> str | None:
    return next((str(s.value) for s in statements if s.field == field), None)
