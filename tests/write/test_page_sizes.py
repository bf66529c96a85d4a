"""A page does not grow with the number of articles: its lists go on on pages of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import frontmatter
from knowledge import claim, knowledge

from vnitcoop.types import Claim, Evidence, Figure, Knowledge
from vnitcoop.write.pages import render_pages

TEMPLATES = Path(__file__).parents[2] / "templates"
MOST = 100_000  # characters of a page's body; the theme's frame comes to some 20,000 more


def many(times: int) -> Knowledge:
    """The document with its articles `times` over, each naming the body and giving its name anew."""
    known = knowledge()
    original = next(a for a in known.articles if a.id == "forum-opens")
    articles = [replace(original, id=f"forum-opens-{n:04}", claims=()) for n in range(times)]
    body = next(o for o in known.organisations if o.id == "vinasa")
    names = [replace(body.mentions[0], article=article.id) for article in articles]
    claims = [_named(n, piece) for n, piece in enumerate(names)]
    told = replace(body, mentions=(*body.mentions, *names), claims=(*body.claims, *claims))
    others = tuple(o for o in known.organisations if o.id != "vinasa")
    told_often = tuple(_as_told_by(known.figures[0], article.id) for article in articles)
    figures = (*known.figures, *told_often)
    return replace(known, articles=(*known.articles, *articles), organisations=(*others, told), figures=figures)


def _as_told_by(figure: Figure, article: str) -> Figure:
    """The same figure about one subject, told by another article."""
    claims = tuple(
        replace(c, id=f"{c.id}-{article}", evidence=tuple(replace(p, article=article) for p in c.evidence))
        for c in figure.claims
    )
    mentions = tuple(replace(piece, article=article) for piece in figure.mentions)
    return replace(figure, id=f"figure-{article}", subject="vinasa", claims=claims, mentions=mentions)


def _named(n: int, piece: Evidence) -> Claim:
    return claim(f"n-{n:04}", "aliases", "VINASA", piece)


def test_no_page_grows_with_the_number_of_articles() -> None:
    pages = {path: frontmatter.loads(text).content for path, text in render_pages(many(400), TEMPLATES).items()}
    assert max(len(text) for text in pages.values()) < MOST
    page = pages["organisations/vinasa.md"]
    assert 'href="../../organisations/vinasa/mentions-2/"' in page
    assert 'href="../../organisations/vinasa/evidence-2/"' in page
    assert (
        "## Mentions" in page
        and 'href="../../../organisations/vinasa/#mentions-more"' in pages["organisations/vinasa/mentions-2.md"]
    )
    assert 'href="../../organisations/vinasa/about-2/"' in page
    about = "".join(text for path, text in pages.items() if path.startswith("organisations/vinasa/about-"))
    assert len({n for n in range(400) if f'id="figure-forum-opens-{n:04}"' in page + about}) == 400
    further = [text for path, text in pages.items() if path.startswith("organisations/vinasa/")]
    linked = {n for n in range(400) if any(f"#c-n-{n:04}" in text for text in (page, *further))}
    assert len(linked) == 400
    assert len([path for path in pages if path.startswith("figures/exports-") and "/evidence-" in path]) == 4


def test_a_short_record_keeps_to_one_page() -> None:
    assert not [path for path in render_pages(knowledge(), TEMPLATES) if path.startswith("organisations/vinasa/")]


def test_what_a_list_has_no_room_for_is_counted_without_a_link() -> None:
    known = many(5)
    figure = replace(known.figures[0], subject=None, measure="stands alone", unit="count")
    held = next(c for c in figure.claims if c.field == "value")
    more = [
        replace(held, id=f"r-{n}", evidence=(replace(held.evidence[0], article=f"forum-opens-{n:04}"),))
        for n in range(5)
    ]
    told = replace(figure, claims=(*figure.claims, *more))
    page = render_pages(replace(known, figures=(told,)), TEMPLATES)["figures/index.md"]
    assert '<span class="more" data-pagefind-ignore>and 3 more</span>' in page
    assert "#evidence" not in page
