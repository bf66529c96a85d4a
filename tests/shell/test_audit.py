"""What a browser would stumble over in the built site is seen before readers do."""

import pytest

from vnitcoop.write.audit import check_site

INDEX = '<link rel="canonical" href="https://example.org/kb/"><h1 id="top">Home</h1><a href="a/#words">a</a>'
PAGE = '<p id="words">words</p><a href="../">home</a>'


@pytest.fixture
def site(tmp_path):
    """A sound site of two pages; called with HTML, a page `b/` beside them that holds it."""

    def make(html=""):
        pages = {"index.html": INDEX, "a/index.html": PAGE, "b/index.html": html, "pagefind/pagefind.js": ""}
        for path, text in pages.items():
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_text(text)
        return tmp_path

    return make


@pytest.mark.parametrize(
    "html",
    [
        "",
        '<a href="../a/#words">x</a><a href="#">top</a>',
        '<a href="/kb/a/">absolute, under the sub-path</a>',
        '<a href="../a/?q=1#words">with a question</a>',
        '<a href="https://example.org/elsewhere">x</a><a href="mailto:a@example.org">x</a>',
        '<img src="data:image/png;base64,AAAA">',
        '<a id="Ngô" href="#Ng%C3%B4">x</a>',
        '<link rel="alternate" href="https://example.org/feed">',
    ],
)
def test_a_sound_page_passes(site, html):
    assert check_site(site(html)) == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<a href="../c/">x</a>', "leads to no file"),
        ('<a href="../a/#other">x</a>', "no such place"),
        ('<a href="#other">x</a>', "no such place"),
        ('<a href="/a/">x</a>', "leaves the site"),
        ('<a href="../../../a/">x</a>', "leaves the site"),
        ('<a href="javascript:alert(1)">x</a>', "scheme"),
        ('<a href="&#106;avascript:alert(1)">x</a>', "scheme"),
        ('<a href="data:text/html,x">x</a>', "scheme"),
        ('<script src="https://cdn.example/x.js"></script>', "another host"),
        ('<script src="//cdn.example/x.js"></script>', "another host"),
        ('<link rel="stylesheet" href="https://fonts.example/x.css">', "another host"),
        ('<link rel="preconnect" href="https://fonts.example">', "another host"),
        ('<img src="https://example.org/x.png">', "another host"),
        ('<iframe src="data:text/html,x"></iframe>', "scheme"),
        ('<img src="gone.png">', "leads to no file"),
        ('<p id="x"></p><p id="x"></p>', "given 2 times"),
        ('\n\n<form action="https://example.org/"></form>', "another host"),
    ],
)
def test_a_stumbling_stone_is_named(site, html, words):
    problems = check_site(site(html))
    assert [problem.file.endswith("b/index.html") and words in problem.message for problem in problems] == [True]


def test_the_line_is_told(site):
    assert check_site(site('\n\n<a href="gone/">x</a>'))[0].line == 3


def test_a_site_without_search_is_not_whole(site):
    folder = site()
    (folder / "pagefind" / "pagefind.js").unlink()
    assert ["lacks" in problem.message for problem in check_site(folder)] == [True]
