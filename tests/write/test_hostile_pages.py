"""Hostile words in every field that readers see, through a real MkDocs build: they stay words."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

import pytest
from html_read import Seen, read_html
from knowledge import article, claim, words
from mkdocs.commands.build import build
from mkdocs.config import load_config

from vnitcoop.types import (
    Agreement,
    Claim,
    DatedFact,
    Event,
    Evidence,
    Figure,
    HeldRole,
    Knowledge,
    Name,
    Organisation,
    Person,
    Place,
)
from vnitcoop.write.pages import render_pages

ROOT = Path(__file__).parents[2]
HOSTILE = (
    "</title><script>alert(1)</script> [x](javascript:alert(1)) {{ 7*7 }} {: onclick=alert(1) } "
    '"><img src=x onerror=alert(1)> <!-- &lt;b&gt; `a` # *b* '
)
TEXT = f'{HOSTILE}\n\n# {HOSTILE}\n\n--8<-- "README.md"\n\n---\ntitle: x\n---\n\n<div>\n\n{HOSTILE}\n\n    </div>'
HARMLESS = ("harmless words " * 20)[: len(HOSTILE) - 1] + " "  # as long, so that it is laid out alike


def told(name: str, text: str) -> Knowledge:
    """One record of every kind, and two figures, whose every field is `name`, from one article that holds `text`."""
    texts = {"an-article": text}
    whole = words("an-article", text.split("\n\n")[0], texts=texts)

    keys = count()

    def said(field: str, value: object = name) -> tuple[Claim, ...]:
        return (claim(f"{next(keys)}", field, value, whole, speaker=name),)

    mention: tuple[Evidence, ...] = (whole,)
    aliases = (Name(f"{name} again", "fr"),)
    source = article("an-article", name, text, outlet=name, byline=(name,), claims=said("title"), language="fr")
    return Knowledge(
        articles=(source,),
        events=(
            Event("an-event", name, aliases, None, None, name, (name,), (name,), (), (), (), mention, said("name")),
        ),
        organisations=(Organisation("a-body", name, aliases, name, name, name, mention, said("kind")),),
        people=(Person("a-person", name, aliases, (HeldRole(name, name),), mention, said("roles")),),
        places=(Place("a-place", name, aliases, name, name, None, None, mention, said("name", "x")),),
        figures=tuple(
            Figure(key, 3, None, name, name, name, name, name, True, name, name, mention, said("value", 3))
            for key in ("a-figure", "a-figure-too")
        ),
        agreements=(Agreement("a-deal", name, (name, name), name, name, None, mention, said("parties")),),
        dates=(DatedFact("a-date", name, name, (name,), mention, said("date")),),
    )


def built(folder: Path, known: Knowledge) -> dict[str, Seen]:
    """Every page of the site that MkDocs makes of this knowledge, with links checked as strictly as it can."""
    pages = render_pages(known, ROOT / "templates")
    hand = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")}
    for path, text in ({k: v for k, v in hand.items() if k != "index.md"} | pages).items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\nplugins: []\nhooks: []\ntheme: {{custom_dir: {ROOT}/overrides}}\n"
        "extra_css: []\nsite_url: https://example.org/kb/\nrepo_url: https://example.org/repo\n",
        encoding="utf-8",
    )
    config = load_config(str(folder / "mkdocs.yml"), strict=True)
    build(config)
    site = folder / "site"
    return {named(p.relative_to(site)): read_html(p.read_text(encoding="utf-8")) for p in site.rglob("*.html")}


def named(page: Path) -> str:
    """A page's path; a measure's is made from the words themselves, and is the same here whatever they are."""
    return re.sub(r"^figures/[a-z0-9-]+-[0-9a-f]{6}/", "figures/a-measure/", page.as_posix())


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Seen], dict[str, Seen]]:
    harmless = told(HARMLESS.strip(), TEXT.replace(HOSTILE, HARMLESS))
    return (
        built(tmp_path_factory.mktemp("hostile"), told(HOSTILE.strip(), TEXT)),
        built(tmp_path_factory.mktemp("harmless"), harmless),
    )


@pytest.mark.slow
def test_no_words_become_elements_or_attributes(sites: tuple[dict[str, Seen], dict[str, Seen]]) -> None:
    hostile, harmless = sites
    assert hostile.keys() == harmless.keys()
    for path, seen in hostile.items():
        shape = [(tag, sorted(attributes)) for tag, attributes in seen.elements]
        assert shape == [(tag, sorted(attributes)) for tag, attributes in harmless[path].elements], path
        assert not any((a.get("href") or "").lower().startswith("javascript:") for _, a in seen.elements), path


@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    [
        "articles/an-article",
        "events/an-event",
        "organisations/a-body",
        "people/a-person",
        "places/a-place",
        "figures/a-measure",
    ],
)
def test_the_words_are_shown_as_they_are(path: str, sites: tuple[dict[str, Seen], dict[str, Seen]]) -> None:
    seen = sites[0][f"{path}/index.html"]
    assert " ".join(HOSTILE.split()) in " ".join(seen.words.split())
    assert "49" not in seen.words.split()


@pytest.mark.slow
def test_a_description_is_one_attribute(sites: tuple[dict[str, Seen], dict[str, Seen]]) -> None:
    elements = sites[0]["people/a-person/index.html"].elements
    said = [a["content"] or "" for tag, a in elements if tag == "meta" and a.get("name") == "description"]
    assert [words.startswith(f"Person: {HOSTILE.strip()}") for words in said] == [True]


@pytest.mark.slow
def test_the_article_s_lines_stay_lines(sites: tuple[dict[str, Seen], dict[str, Seen]]) -> None:
    text = sites[0]["articles/an-article/index.html"].words
    assert '--8<-- "README.md"' in text
    assert "title: x" in text


@pytest.mark.slow
def test_pages_are_named_and_lead_to_where_errors_are_told(sites: tuple[dict[str, Seen], dict[str, Seen]]) -> None:
    seen = sites[1]["events/an-event/index.html"]
    assert "https://example.org/kb/events/an-event/" in [a.get("href") for tag, a in seen.elements if tag == "link"]
    assert any(link.startswith("https://example.org/repo/issues/new?title=Error%20on") for link in seen.links)
