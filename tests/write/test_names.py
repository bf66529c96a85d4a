"""Every form of a name stands with its languages and with the first and the last article that uses it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import frontmatter
from html_read import read_html
from knowledge import claim, knowledge, words

from vnitcoop.types import Basis, Claim, Knowledge, Name
from vnitcoop.write.pages import render_pages

TEMPLATES = Path(__file__).parents[2] / "templates"


def named(known: Knowledge) -> str:
    """The part of VINASA's page that tells its names, as words."""
    body = frontmatter.loads(render_pages(known, TEMPLATES)["organisations/vinasa.md"]).content
    part = body.partition("## Names")[2].partition("## Mentions")[0]
    return " ".join(read_html(part).words.split())


def with_names(*claims: Claim, **rest: Any) -> Knowledge:
    known = knowledge()
    body = next(o for o in known.organisations if o.id == "vinasa")
    told = replace(body, claims=claims, **rest)
    return replace(known, organisations=(*(o for o in known.organisations if o.id != "vinasa"), told))


def test_a_form_stands_with_its_first_and_its_last_article() -> None:
    first, last = (claim(a, "aliases", "VINASA", words(a, "VINASA")) for a in ("forum-opens", "forum-looks-back"))
    other = claim("one", "aliases", "the association", words("forum-opens", "chair"))
    both = (Name("VINASA", ""), Name("the association", "en"))
    told = named(with_names(first, last, other, aliases=both))
    assert "VINASA2 English 2 23 October 20192 2 November 20193" in told
    assert "the association1 English 1 23 October 20191" in told


def test_forms_that_only_the_registry_knows_are_said_to_be_so() -> None:
    read = claim("read", "aliases", "VINASA", words("forum-opens", "VINASA"))
    kept = claim("kept", "aliases", "Hội phần mềm", basis=Basis.CURATED, source="registry/organisations.yml#vinasa")
    told = named(with_names(read, kept, aliases=(Name("VINASA", ""), Name("Hội phần mềm", "vi"))))
    assert "used by no article: Hội phần mềm curated" in told


def test_one_name_needs_no_table() -> None:
    read = claim("read", "aliases", "VINASA", words("forum-opens", "VINASA"))
    assert named(with_names(read, aliases=(Name("VINASA", ""),), acronym="VINASA", name="VINASA")) == ""
