"""The promise of the site, held against the pages of the five articles: every value leads to the words that say it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import frontmatter
import pytest

from vnitcoop.pipeline import gather
from vnitcoop.types import Claim, Evidence, Knowledge
from vnitcoop.write.links import evidence_anchors, mention_anchor, url
from vnitcoop.write.pages import render_pages
from vnitcoop.write.world import World, look_up

ROOT = Path(__file__).parents[2]
# What a table holds besides values: links to a record's own page, counts, years without an article, and sentences.
NOT_VALUES = {
    *("Agreement", "Article", "Articles", "Editions", "Event", "Events", "Organisation", "Person", "Place"),
    *("Records", "Series", "Shared", "Told in", "Values", "Year", "Languages"),
}
QUOTED = 'class="sentence"'
OVERVIEWS = ("data/", "map/", "network/", "new/", "timeline/")  # these lead to the pages that hold the values
OF_THE_FILE = {"File", "Original", "Archived copy", "Retrieved"}  # of an article's page: what no text says

Words = tuple[str, int, int]


@pytest.fixture(scope="module")
def known() -> Knowledge:
    knowledge, problems = gather(ROOT / "seeds", ROOT / "registry", None)
    assert not problems
    return knowledge


@pytest.fixture(scope="module")
def world(known: Knowledge) -> World:
    return look_up(known)


@pytest.fixture(scope="module")
def bodies(known: Knowledge) -> dict[str, str]:
    """Every page's HTML, by its path."""
    return {path: frontmatter.loads(text).content for path, text in render_pages(known, ROOT / "templates").items()}


@pytest.fixture(scope="module")
def words_at(world: World) -> dict[str, Words]:
    """The words that every address of evidence leads to."""
    found: dict[str, Words] = {}

    def put(piece: Evidence, anchor: str) -> None:
        found[f"/{url(world.addresses[piece.article].path)}#{anchor}"] = (piece.article, piece.start, piece.end)

    for key, record in world.records.items():
        for claim in record.claims:
            for piece, anchor in evidence_anchors(claim):
                put(piece, anchor)
        for position, piece in enumerate(getattr(record, "mentions", ())):
            put(piece, mention_anchor(key, position))
    return found


def links_for(world: World, bodies: dict[str, str], key: str) -> set[str]:
    """The addresses that a record's page links to, its further pages included; of a dated fact, its line."""
    address = world.addresses[key]
    if world.kinds[key] == "date":
        line = re.search(rf'<tr role="row" id="{re.escape(key)}".*?</tr>', bodies[address.path], re.DOTALL)
        pages = {address.path: line.group() if line else ""}
    else:
        pages = {p: html for p, html in bodies.items() if p == address.path or p.startswith(address.path[:-3] + "/")}
    return {urljoin(f"/{url(p)}", href) for p, html in pages.items() for href in re.findall(r' href="([^"]+)"', html)}


def test_every_claim_with_evidence_is_linked_from_the_page_of_its_record(
    world: World, bodies: dict[str, str], words_at: dict[str, Words]
) -> None:
    missing = []
    for key, record in world.records.items():
        reached = [words_at[link] for link in links_for(world, bodies, key) if link in words_at]
        missing += [(key, c.field, c.value) for c in record.claims if c.evidence and not _is_reached(c, reached)]
    assert missing == []


def _is_reached(claim: Claim, reached: list[Words]) -> bool:
    """Whether a link leads to the claim's words, to words that hold them or, of a whole phrase, to a word in it."""
    return any(
        article == piece.article and start < piece.end and piece.start < end
        for piece in claim.evidence
        for article, start, end in reached
    )


def test_every_evidence_link_leads_to_a_place_that_is_there(bodies: dict[str, str]) -> None:
    ids = {f"/{url(path)}": set(re.findall(r' id="([^"]+)"', html)) for path, html in bodies.items()}
    links = [
        (path, urldefrag(urljoin(f"/{url(path)}", href)))
        for path, html in bodies.items()
        for href in re.findall(r'<a class="source[^"]*"[^>]* href="([^"]+)"', html)
    ]
    assert len(links) > 500
    assert [(path, target) for path, target in links if target.fragment not in ids[target.url]] == []


def test_every_value_that_is_shown_has_a_claim(bodies: dict[str, str]) -> None:
    bare = []
    for path, html in bodies.items():
        for label, cell in () if path.startswith(OVERVIEWS) else _cells(html):
            entries = cell.split('<span class="entry">')[1:]
            bare += [
                (path, label, entry[:90])
                for entry in entries
                if '<a class="source' not in entry and QUOTED not in entry
            ]
    assert bare == []


def _cells(html: str) -> list[tuple[str, str]]:
    """What stands under each label of the fact boxes and tables, but for what is no value."""
    found = re.findall(r'<td role="cell" data-label="([^"]+)">(.*?)</td>', html, re.DOTALL)
    found = [(label, cell) for label, cell in found if label not in NOT_VALUES]
    facts = re.findall(r"<dt[^>]*>([^<]+)</dt> <dd>(.*?)</dd>", html, re.DOTALL)
    return found + [(label, cell) for label, cell in facts if label not in OF_THE_FILE]


def test_what_the_registry_says_is_shown_as_curated_with_its_source(world: World, bodies: dict[str, str]) -> None:
    for key, record in world.records.items():
        sources = {c.source for c in record.claims if c.source}
        if sources and not world.addresses[key].anchor:
            html = bodies[world.addresses[key].path]
            assert "Curated: kept by the maintainers" in html
            assert all(source in html for source in sources), (key, sources)
