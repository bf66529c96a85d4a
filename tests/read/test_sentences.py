"""Sentences of news prose (cases/sentences.txt)."""

from pathlib import Path

import pytest

from vnitcoop.read import read_article
from vnitcoop.read.sentences import sentence_spans

LINES = (Path(__file__).parent / "cases" / "sentences.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", [line for line in LINES if line and not line.startswith("#")])
def test_sentences(line):
    text = line.replace(" ¦ ", " ").replace("¦", "")
    assert [text[start:end] for start, end in sentence_spans(text)] == [part.strip() for part in line.split("¦")]


def test_a_sentence_knows_its_language_and_block():
    text = (
        "The forum was opened by the minister of information on Monday, and it will last for two days in the capital, "
        "where firms from both countries are to meet with officials and with the heads of the schools.\n\n"
        "Ông cho biết hai nước sẽ hợp tác trong nhiều lĩnh vực của công nghệ thông tin.\n\nViettel, FPT, CMC."
    )
    article = read_article("a.txt", text.encode())
    assert [s.language for s in article.sentences] == ["en", "vi", "en"]
    assert [s.block for s in article.sentences] == [0, 1, 2]


def test_what_goes_on_without_a_stop_is_cut_at_blanks():
    text = "giao thương " * 1000
    pieces = [text[start:end] for start, end in sentence_spans(text)]
    assert len(pieces) == 4 and max(map(len, pieces)) <= 3001
    assert " ".join(pieces) == text.strip()
    assert sum(end - start for start, end in sentence_spans("a" * 7000)) == 7000
