"""What each article added, told from the knowledge document alone."""

from __future__ import annotations

from dataclasses import replace

from drawn import TEMPLATES
from knowledge import article, knowledge

from vnitcoop.types import Knowledge
from vnitcoop.write.news import PAGE_SIZE, in_order, what_was_added
from vnitcoop.write.pages import render_pages
from vnitcoop.write.world import look_up


def test_articles_come_in_the_order_of_their_dates() -> None:
    assert in_order(look_up(knowledge())) == ["plenary-due", "forum-opens", "forum-looks-back"]


def test_a_record_is_new_in_the_first_article_that_tells_of_it() -> None:
    world = look_up(knowledge())
    added = what_was_added(world, in_order(world))
    assert "digital-forum-2019" in added["forum-opens"].created
    assert added["forum-looks-back"].created == ["vinasa-founded-2002"]
    assert added["plenary-due"].created == ["plenary"]


def test_claims_conflicts_and_agreements_are_counted() -> None:
    world = look_up(knowledge())
    added = what_was_added(world, in_order(world))
    assert (added["forum-looks-back"].claims, added["forum-looks-back"].corroborated) == (2, 0)
    assert (added["forum-looks-back"].conflicts, added["plenary-due"].conflicts) == (1, 0)


def test_what_was_said_before_is_corroborated_unless_by_a_near_copy() -> None:
    known = knowledge()
    event = known.events[0]
    first = next(claim for claim in event.claims if claim.field == "places")
    later = replace(first.evidence[0], article="forum-looks-back")
    event = replace(event, claims=(*event.claims, replace(first, id="c-again", evidence=(later,))))
    known = replace(known, events=(event, *known.events[1:]))
    world = look_up(known)
    assert what_was_added(world, in_order(world))["forum-looks-back"].corroborated == 1
    later_one, *others = known.articles
    world = look_up(replace(known, articles=(replace(later_one, near_duplicate_of="forum-opens"), *others)))
    assert what_was_added(world, in_order(world))["forum-looks-back"].corroborated == 0


def test_the_page_tells_it_newest_first() -> None:
    page = render_pages(knowledge(), TEMPLATES)["new/index.md"]
    assert page.index("Forum looks back") < page.index("Forum opens") < page.index("Plenary due")
    assert "1 event:" in page


def test_many_articles_are_split() -> None:
    many = tuple(article(f"a{i:03}", f"Article {i}", f"Article {i}\n\nText.") for i in range(PAGE_SIZE + 1))
    drawn = render_pages(Knowledge(articles=many), TEMPLATES)
    assert [path for path in drawn if path.startswith("new/")] == ["new/index.md", "new/page-2.md"]
    assert 'rel="prev" href="../../new/"' in drawn["new/page-2.md"]


def test_without_articles_a_sentence_stands_there() -> None:
    assert "No article was read yet" in render_pages(Knowledge(), TEMPLATES)["new/index.md"]
