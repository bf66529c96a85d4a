"""The pages of a small knowledge document, read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import frontmatter
import pytest
from html_read import Seen, read_html
from knowledge import FORUM, forum, knowledge, words

from vnitcoop.errors import OutputError
from vnitcoop.plain import to_plain
from vnitcoop.types import Claim, Conflict, Contested, Knowledge
from vnitcoop.write.data import data_files, record_files
from vnitcoop.write.links import FIGURES_SIZE, PAGE_SIZE, evidence_anchors, url
from vnitcoop.write.pages import render_pages

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
BY_HAND = {"search/", "method/", "about/"}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render_pages(knowledge(), TEMPLATES)


def body(pages: dict[str, str], path: str) -> Seen:
    return read_html(frontmatter.loads(pages[path]).content)


def claims(known: Knowledge) -> Iterator[Claim]:
    for group in (
        known.articles,
        known.events,
        known.series,
        known.organisations,
        known.people,
        known.places,
        known.figures,
        known.agreements,
        known.dates,
    ):
        for record in group:
            yield from record.claims


def test_there_is_a_page_for_every_record_and_an_index_for_every_kind(pages: dict[str, str]) -> None:
    assert {"index.md", "events/digital-forum-2019.md", "people/ngo-thu-huyen.md", "articles/forum-opens.md"} <= set(
        pages
    )
    for folder in (
        "articles",
        "events",
        "series",
        "organisations",
        "people",
        "places",
        "agreements",
        "figures",
        "dates",
    ):
        assert f"{folder}/index.md" in pages
    assert {f"{folder}/index.md" for folder in ("timeline", "map", "network", "new", "data")} <= set(pages)
    assert len(pages) == 1 + 5 + 9 + 3 + 2 + 1 + 2 + 1 + 1 + 1


def test_front_matter_is_the_record(pages: dict[str, str]) -> None:
    post = frontmatter.loads(pages["events/digital-forum-2019.md"])
    assert post["title"] == "Digital Forum 2019"
    assert post["record"] == to_plain(knowledge().events[0])
    article = frontmatter.loads(pages["articles/forum-opens.md"])
    assert "text" not in article["record"]
    assert article["record"]["published"] == "2019-10-23"


@pytest.mark.parametrize("rights", ["full", "excerpt", "none"])
def test_every_piece_of_evidence_has_an_anchor_at_its_words(rights: str) -> None:
    known = knowledge(forum(rights=rights))
    drawn = render_pages(known, TEMPLATES)
    for claim in claims(known):
        for piece, anchor in evidence_anchors(claim):
            tag, _ = body(drawn, f"articles/{piece.article}.md").with_id(anchor)
            assert tag in {"mark", "span"}


def test_links_and_anchors_within_the_site_hold(pages: dict[str, str]) -> None:
    drawn = {f"http://site/kb/{url(path)}": body(pages, path) for path in pages}
    taken = [*record_files(knowledge()), *(file.path for file in data_files(knowledge()))]
    files = {f"http://site/kb/{path}" for path in taken}
    for here, seen in drawn.items():
        assert len(seen.ids) == len(set(seen.ids)), here
        assert not seen.faults, here
        for link in seen.links:
            target, anchor = urldefrag(urljoin(here, link.partition("?")[0]))
            if target.startswith("https://") or target.removeprefix("http://site/kb/") in BY_HAND:
                continue
            if target in files:
                continue
            assert target in drawn, (here, link)
            assert not anchor or anchor in drawn[target].ids or _is_heading(pages, target, anchor), (here, link)


def _is_heading(pages: dict[str, str], target: str, anchor: str) -> bool:
    path = next(p for p in pages if f"http://site/kb/{url(p)}" == target)
    return any(
        line[3:].lower().replace(" ", "-") == anchor for line in pages[path].splitlines() if line.startswith("## ")
    )


def test_a_value_has_a_numbered_link_with_a_name(pages: dict[str, str]) -> None:
    seen = body(pages, "events/digital-forum-2019.md")
    sources = [attributes for tag, attributes in seen.elements if attributes.get("class") == "source"]
    assert {"../../articles/forum-opens/#c-e-place", "../../articles/forum-opens/#c-e-org"} <= {
        s["href"] for s in sources
    }
    assert "Source 4 for place" in {s["aria-label"] for s in sources}


def test_words_beside_values_say_how_they_are_known(pages: dict[str, str]) -> None:
    event = body(pages, "events/digital-forum-2019.md").words
    assert "inferred: the year is taken from the article’s date line" in event
    assert "disputed" in event
    assert "year not stated" in body(pages, "events/plenary.md").words
    kosa = body(pages, "organisations/kosa.md").words
    assert "curated" in kosa
    assert "registry/bodies.yml#kosa" in kosa


def test_a_check_leads_to_what_it_was_computed_from(pages: dict[str, str]) -> None:
    html = frontmatter.loads(pages["events/digital-forum-2019.md"]).content
    line = next(line for line in html.splitlines() if "3 in 2019 agrees" in line)
    assert "computed" in line
    assert "../../articles/forum-opens/#c-e-edition" in line


def test_a_page_says_how_many_articles_it_rests_on(pages: dict[str, str]) -> None:
    assert "Rests on 2 articles, the newest of 2 November 2019." in body(pages, "events/digital-forum-2019.md").words
    assert "Rests on 1 article of no stated date." in body(pages, "events/plenary.md").words


def test_near_copies_count_as_one_source() -> None:
    drawn = render_pages(knowledge(forum(near_duplicate_of="forum-looks-back")), TEMPLATES)
    assert "Rests on 2 articles (1 independent)" in body(drawn, "events/digital-forum-2019.md").words


def test_what_is_missing_is_said(pages: dict[str, str]) -> None:
    plenary = body(pages, "events/plenary.md").words
    assert "No source names an organiser." in plenary
    assert "No agreement made at it is reported by the 1 article that we hold on this event." in plenary
    assert "No source states when it was signed." in body(pages, "agreements/mou-kosa-vinasa.md").words


def test_a_person_has_the_role_as_cited_and_the_figure_given(pages: dict[str, str]) -> None:
    seen = body(pages, "people/ngo-thu-huyen.md")
    assert "chair, Vietnam Software and IT Services Association" in seen.words
    assert "over US$ 800 million" in seen.words
    assert ("h1", "vi") in {(tag, attributes.get("lang")) for tag, attributes in seen.elements}


def test_the_text_of_an_article_stands_whole(pages: dict[str, str]) -> None:
    seen = body(pages, "articles/forum-opens.md")
    for paragraph in FORUM.split("\n\n"):
        assert _without_numbers(paragraph) in _without_numbers(seen.words)
    assert "share words" in seen.words


def _without_numbers(text: str) -> str:
    """The marks' numbers stand within the text: digits are left out on both sides."""
    return "".join(c for c in text if not c.isdigit())


def test_an_excerpt_leaves_out_what_supports_nothing() -> None:
    drawn = render_pages(knowledge(forum(rights="excerpt")), TEMPLATES)
    assert "Photo: the opening" not in body(drawn, "articles/forum-opens.md").words


def test_without_rights_only_quoted_words_are_shown_anywhere() -> None:
    drawn = render_pages(knowledge(forum(rights="none")), TEMPLATES)
    for path in drawn:
        assert "HANOI (VNA)" not in body(drawn, path).words, path
        assert "said exports were" not in body(drawn, path).words, path


def test_names_are_found_without_their_marks(pages: dict[str, str]) -> None:
    assert "Da Nang" in body(pages, "places/da-nang.md").words
    assert "Ngo Thu Huyen" in body(pages, "people/ngo-thu-huyen.md").words


def test_the_home_page_counts_and_says_what_is_open(pages: dict[str, str]) -> None:
    home = body(pages, "index.md").words
    assert "3 articles, the newest of 2 November 2019" in home
    assert "year not stated" in home
    assert "The sources disagree" in home and "Digital Forum 2019, date: " in home


def test_long_lists_are_split() -> None:
    known = knowledge()
    figure = known.figures[0]
    kept = {"measure": "software exports", "claims": ()}
    many = tuple(replace(figure, id=f"figure-{n:04}", **kept) for n in range(FIGURES_SIZE * 2 + 1))
    drawn = render_pages(replace(known, figures=many), TEMPLATES)
    assert [path for path in drawn if re.match(r"figures/(index|page)", path)] == [
        "figures/index.md",
        "figures/page-2.md",
        "figures/page-3.md",
    ]
    assert len(drawn["figures/page-2.md"]) < 1.2 * len(drawn["figures/index.md"])
    assert "../figures/software-exports-" in " ".join(body(drawn, "articles/forum-opens.md").links)


def test_the_same_knowledge_gives_the_same_pages(pages: dict[str, str]) -> None:
    assert render_pages(knowledge(), TEMPLATES) == pages


def test_nothing_known_still_makes_the_indexes() -> None:
    drawn = render_pages(Knowledge(), TEMPLATES)
    assert "hold no figures" in body(drawn, "figures/index.md").words


def test_a_fault_in_a_template_is_told_with_its_place(tmp_path: Path) -> None:
    for template in TEMPLATES.iterdir():
        (tmp_path / template.name).write_text(template.read_text(encoding="utf-8"), encoding="utf-8")
    for text, told in (("\n{{ page.nothing }}", "nothing"), ("\n{% if %}", "Expected an expression")):
        (tmp_path / "event.md").write_text(text, encoding="utf-8")
        with pytest.raises(OutputError, match=rf"event\.md:2: .*{told}"):
            render_pages(knowledge(), tmp_path)


def test_words_of_a_disagreement_are_reached_where_another_record_rests_on_them_too() -> None:
    known = knowledge()
    year = words("forum-looks-back", "2002")
    sides = (Contested("2002", (year,)), Contested("2003", (words("forum-opens", "2018"),)))
    drawn = render_pages(replace(known, conflicts=(Conflict("vinasa", "founded", sides),)), TEMPLATES)
    anchor = f"q-{year.start}-{year.end}"
    assert f"../articles/forum-looks-back/#{anchor}" in " ".join(body(drawn, "organisations/vinasa.md").links)
    assert f'id="{anchor}"' in drawn["articles/forum-looks-back.md"]


def test_an_event_is_found_under_the_parties_of_its_agreements() -> None:
    known = knowledge()
    deal = replace(known.agreements[0], event="plenary", parties=("vinasa", "kosa"))
    page = render_pages(replace(known, agreements=(deal,)), TEMPLATES)["events/plenary.md"]
    found = re.findall(r'data-pagefind-filter="organisation"[^>]*>([^<]+)<', page)
    assert {known.organisations[0].name, known.organisations[1].name} <= set(found)


def test_a_list_of_several_pages_leads_to_every_letter_and_a_family_name_is_no_article() -> None:
    known = knowledge()
    names = ["Le Duc Thinh", *(f"A{n:03}" for n in range(PAGE_SIZE))]
    people = tuple(replace(known.people[0], id=f"p-{n}", name=name) for n, name in enumerate(names))
    pages = render_pages(replace(known, people=people), TEMPLATES)
    assert "../people/page-2/#l" in body(pages, "people/index.md").links
    assert "Le Duc Thinh" in pages["people/page-2.md"] and "## L" in pages["people/page-2.md"]


def test_an_agreement_of_the_same_coverage_stands_apart_from_the_outcomes() -> None:
    known = knowledge()
    there = known.events[[e.id for e in known.events].index("plenary")].mentions
    deal = replace(known.agreements[0], event=None, mentions=there)
    page = render_pages(replace(known, agreements=(deal,)), TEMPLATES)["events/plenary.md"]
    outcomes = page.partition("## Outcomes")[2].partition("\n## ")[0]
    assert "No agreement made at it is reported" in outcomes
    assert "which no article says were made there" in outcomes and f"/{deal.id}/" in outcomes


def test_an_old_address_says_where_its_page_is_now():
    drawn = render_pages(knowledge(), TEMPLATES, redirects=[("old", "digital-forum-2019"), ("lost", "gone")])
    moved = frontmatter.loads(drawn["events/old.md"])
    assert moved["moved"] == "../../events/digital-forum-2019/"
    assert 'href="../../events/digital-forum-2019/"' in moved.content
    assert not [path for path in drawn if "lost" in path]
