"""Bytes to text: what is accepted, what is refused and how it is said."""

import codecs
import unicodedata

import pytest

from vnitcoop.errors import ArticleError
from vnitcoop.read import read_article

LINE = "Ngày hội công nghệ thông tin được tổ chức tại Hà Nội."


@pytest.mark.parametrize(
    "data",
    [
        LINE.encode(),
        codecs.BOM_UTF8 + LINE.encode(),
        LINE.encode("utf-16"),
        codecs.BOM_UTF16_BE + LINE.encode("utf-16-be"),
        unicodedata.normalize("NFD", LINE).encode(),
    ],
)
def test_the_same_text_from_every_encoding(data):
    article = read_article("a.txt", data)
    assert article.text == LINE
    assert article.id == read_article("other name.md", LINE.encode()).id


def test_line_ends_and_control_characters():
    text = "One.\r\nTwo.\rThree.\u2028Four.\x0bFive\x07 \u202egnp.exe\ttab  twice\u00a0\ufffd.\x9b"
    assert (
        read_article("a.txt", text.encode()).text == "One.\nTwo.\nThree.\nFour.\nFive gnp.exe\ttab  twice\u00a0\ufffd."
    )


@pytest.mark.parametrize(
    "data, line, words",
    [
        ("Một\nhai\nba đồng".encode("cp1258", "replace") + b"\n\xd5\xff", 3, "byte"),
        (b"one\ntwo \xff\xfe\n", 2, "byte 8"),
        (b"one\ntwo\0\n", 2, "NUL"),
        (LINE.encode("utf-16-le"), 1, "NUL"),
        (b"\xff\xfe\x00\xd8", 1, "UTF-16"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", 1, "NUL"),
        (b"", 1, "no text"),
        (b" \n\t\r\n \xc2\xa0", 1, "no text"),
        (codecs.BOM_UTF8, 1, "no text"),
        (b"%PDF-1.7 ...", 1, "PDF"),
        (b"<!DOCTYPE html><html>", 1, "web page"),
        (b"a" * ((1 << 20) + 1), 1, "1 MiB"),
        (b"a\n" * 30_000, 1, "lines"),
        (("a" + "\u0301\u0316" * 1000).encode(), 1, "combining"),
    ],
)
def test_what_is_refused_says_where_why_and_what_to_do(data, line, words):
    with pytest.raises(ArticleError) as caught:
        read_article("seeds/x.txt", data)
    problem = caught.value.problems[0]
    assert problem.file == "seeds/x.txt" and problem.line == line
    assert words in problem.message and problem.remedy


def test_a_whole_mebibyte_on_one_line_is_read():
    assert read_article("a.txt", b"word " * 209_715).text
