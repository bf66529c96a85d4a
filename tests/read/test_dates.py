"""Date lines of many outlets (cases/date_lines.txt), and which EDTF an article's own front matter may give."""

from pathlib import Path

import pytest

from vnitcoop.read import read_article
from vnitcoop.read.dates import is_edtf

LINES = (Path(__file__).parent / "cases" / "date_lines.txt").read_text(encoding="utf-8").splitlines()
BODY = {
    "en": "The forum was opened on Monday by the minister of information, who spoke of the work that is to be done.",
    "fr": "Le forum a été ouvert lundi par le ministre de l'information, qui a parlé du travail qui reste à faire.",
    "vi": "Diễn đàn được khai mạc sáng thứ Hai với sự tham dự của nhiều doanh nghiệp công nghệ thông tin.",
}
TITLE = {"en": "Forum opened in the capital", "fr": "Ouverture du forum", "vi": "Khai mạc diễn đàn công nghệ"}


@pytest.mark.parametrize("case", [line for line in LINES if line and not line.startswith("#")])
@pytest.mark.parametrize("order", ["above the headline", "below the headline", "below the text"])
def test_date_line(case, order):
    language, line, date = (part.strip().replace("\\", "|") for part in case.split(" | "))
    lines = {
        "above the headline": [line, TITLE[language], BODY[language]],
        "below the headline": [TITLE[language], line, BODY[language]],
        "below the text": [TITLE[language], BODY[language], line],
    }[order]
    article = read_article("a.txt", "\n".join(lines).encode())
    assert (article.published or "none", article.language) == (date, language)
    if date != "none":
        assert article.title == TITLE[language]
        (span,) = next(s.spans for s in article.statements if s.field == "published")
        assert article.text[span.start : span.end] in line


RIGHT = "2019 2019-02 2019-02-28 2020-02-29 201X XXXX-06-17 XXXX-06-17/XXXX-06-20 2014/.. ../2028 2019~"
WRONG = "2019-02-29 2019-13 19 2019-1-1 12/10/2022 2019-00-01 2019-10-22T yesterday"


@pytest.mark.parametrize("value", RIGHT.split())
def test_edtf(value):
    assert is_edtf(value)


@pytest.mark.parametrize("value", WRONG.split())
def test_not_edtf(value):
    assert not is_edtf(value)
