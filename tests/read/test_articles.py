"""Articles of many outlets, as downloaded, held against what reading must make of them (cases/articles_*.txt)."""

from pathlib import Path

import pytest

from vnitcoop.read import read_article
from vnitcoop.types import BlockKind

CASES = Path(__file__).parent / "cases"


def _cases():
    for path in sorted(CASES.glob("articles_*.txt")):
        for case in path.read_text(encoding="utf-8").split("##### ")[1:]:
            head, _, article = case.partition("-----\n")
            name, *expected = head.strip().splitlines()
            yield pytest.param([line.split(": ", 1) for line in expected], article, id=f"{path.stem[-2:]}-{name}")


@pytest.mark.parametrize("expected, text", list(_cases()))
def test_article(expected, text):
    article = read_article("case.txt", text.encode())
    found = {
        "title": "none" if article.title_is_derived else article.title,
        "published": article.published or "none",
        "outlet": article.outlet or "none",
        "byline": "; ".join(article.byline) or "none",
        "language": article.language,
    }
    fields = {field: value for field, value in expected if field in found}
    assert {field: found[field] for field in fields} == fields
    for field, words in expected:
        if field not in found:
            kind = BlockKind(field.removesuffix("_block"))
            blocks = [article.text[b.start : b.end] for b in article.blocks if b.kind is kind]
            assert any(words in block for block in blocks), f"no {kind} says {words!r}: {blocks}"


@pytest.mark.parametrize("expected, text", list(_cases()))
def test_nothing_of_the_text_is_lost(expected, text):
    article = read_article("case.txt", text.encode())
    covered = set()
    for block in article.blocks:
        covered.update(range(block.start, block.end))
    assert all(i in covered for i, c in enumerate(article.text) if not c.isspace())
