"""What holds for every input: nothing lost, nothing overlapping, offsets exact, no error but ArticleError."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from vnitcoop.errors import ArticleError
from vnitcoop.read import read_article
from vnitcoop.types import BlockKind

CASES = Path(__file__).parent / "cases"
LINES = sorted({line for path in CASES.glob("articles_*.txt") for line in path.read_text("utf-8").splitlines()})
SCRAPS = [
    "|",
    "(Photo: VNA)",
    " - ",
    "—",
    "Read more",
    "12/10/2022",
    "date 2024-05 ",
    ">>",
    "./.",
    "...",
    "\n",
    "\n\n",
    "\u202e",
    "e\u0301",
]


def check(text_bytes):
    try:
        article = read_article("any.txt", text_bytes)
    except ArticleError as error:
        assert all(p.line >= 1 and p.message and p.remedy for p in error.problems)
        return
    text, covered, end = article.text, 0, 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(text)
        assert not text[end : block.start].strip()
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        assert bool(block.reason) == (block.kind is BlockKind.BOILERPLATE)
        end, covered = block.end, covered + 1
    assert not text[end:].strip() and covered
    for sentence in article.sentences:
        block = article.blocks[sentence.block]
        assert block.kind in (BlockKind.TITLE, BlockKind.CAPTION, BlockKind.BODY)
        assert block.start <= sentence.start < sentence.end <= block.end
    for before, after in zip(article.sentences, article.sentences[1:], strict=False):
        assert before.end <= after.start
        assert before.block != after.block or not text[before.end : after.start].strip()
    for statement in article.statements:
        words = " ".join(text[span.start : span.end] for span in statement.spans)
        if statement.field in ("outlet", "byline"):
            assert statement.value in words
    assert article.title and article.language in ("en", "fr", "vi")
    assert read_article("any.txt", text_bytes) == article


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(LINES + SCRAPS), max_size=25))
def test_shuffled_articles(lines):
    check("\n".join(lines).encode())


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*SCRAPS, "Hanoi", "Source: ", "By ", "Minh Anh", "said that.", "Photo "]), max_size=12)
)
def test_scraps_glued_together(scraps):
    check("".join(scraps).encode())


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text):
    check(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data):
    check(data)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abc: -[]{}&*!|>'\"#\n\t?,%@`~0", max_size=120))
def test_any_front_matter(block):
    check(f"---\n{block}\n---\nA text stands here.".encode())
