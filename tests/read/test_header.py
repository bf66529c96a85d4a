"""Front matter: what it says wins, and every fault is told with its line."""

import pytest

from vnitcoop.errors import ArticleError
from vnitcoop.read import read_article
from vnitcoop.types import Basis

TEXT = (
    "Software firms meet in Hanoi\n\nSoftware firms from two countries met in Hanoi on Monday to talk about training.\n"
)


def read(header):
    return read_article("seeds/a.txt", f"---\n{header}\n---\n{TEXT}".encode())


def problems(header):
    with pytest.raises(ArticleError) as caught:
        read(header)
    return [(p.line, p.message, p.remedy) for p in caught.value.problems]


def test_it_wins_over_the_text_and_is_curated():
    article = read(
        "title: no\npublished: 2019-10\noutlet: 1e3\nbyline: [Minh Anh, Thu Ha]\nlanguage: fr\nurl: https://example.org/a?b=1"
    )
    assert (article.title, article.published, article.outlet) == ("no", "2019-10", "1e3")
    assert (article.byline, article.language) == (("Minh Anh", "Thu Ha"), "fr")
    assert article.text == TEXT and not article.title_is_derived
    sources = {s.source for s in article.statements if s.basis is Basis.CURATED}
    assert {"seeds/a.txt#title", "seeds/a.txt#byline", "seeds/a.txt#url"} <= sources
    assert not [s for s in article.statements if s.source is None]


def test_rights_and_addresses():
    article = read("rights: excerpt\narchive_url: http://web.archive.org/x\nretrieved: 2024-05-01T10:00:00Z")
    assert (article.rights, article.retrieved) == ("excerpt", "2024-05-01T10:00:00Z")
    assert article.archive_url == "http://web.archive.org/x"
    assert read_article("b.txt", TEXT.encode()).rights == "full"


def test_every_fault_is_told_with_line_and_remedy():
    found = problems(
        "titel: x\npublished: 2023-02-29\nlanguage: de\nurl: javascript:alert(1)\nrights: some\nrights: full"
    )
    assert [line for line, *_ in found] == [2, 3, 4, 5, 6, 7]
    assert "titel" in found[0][1] and "`title`" in found[0][2]


@pytest.mark.parametrize(
    "header",
    [
        "title: !!python/object/apply:os.system [id]",
        "title: &a x\noutlet: *a",
        "title: {a: {b: c}}",
        "byline: [[x]]",
        "title:",
        "title: ''",
        "title: [a, b]",
        "title: 'open",
        "a: " + "[" * 5000,
        "published: 2019-13",
        "published: yesterday",
        "title: a\n\tb: c",
        "url: https://user@example.org/",
        "title: a\n--- \noutlet: b",
    ],
)
def test_hostile_front_matter_is_refused_not_obeyed(header):
    if header.endswith("outlet: b"):
        assert read(header).text.startswith("outlet: b")
    else:
        assert problems(header)


def test_front_matter_that_is_not_closed_is_told():
    with pytest.raises(ArticleError, match=r"a.txt:1: the front matter has no end\. Put a line `---`"):
        read_article("a.txt", b"---\ntitle: Firms meet\nFirms met in Hanoi.\n")


@pytest.mark.parametrize(
    "text",
    [
        "---\nA rule of dashes, then text.\n---\nMore.\n",
        "---\n",
        "--- a\nb",
        "---\nnote: a\nb",
        "----\ntitle: a\n----\nb",
    ],
)
def test_dashes_without_keys_are_text(text):
    assert read_article("a.txt", text.encode()).text == text


def test_nothing_below_is_refused():
    with pytest.raises(ArticleError):
        read_article("a.txt", b"---\ntitle: a\n---\n  \n")
