"""What stands above and around every page: title, description, breadcrumbs, what search knows of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.text import strip_marks
from vnitcoop.write import escape, wording
from vnitcoop.write.links import Address
from vnitcoop.write.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Facet:
    """A word under which search can narrow its results; its text is shown as it is."""

    name: str
    value: Markup


@dataclass(frozen=True, slots=True)
class Head:
    """The top of a page. `lead` is the one-line answer."""

    label: str
    title: Markup
    language: str
    lead: Markup
    crumbs: tuple[Markup, ...]
    facets: tuple[Facet, ...] = ()
    folded: str = ""


def crumbs(sheet: Sheet, kind: str, last: str) -> tuple[Markup, ...]:
    """Home, the kind's index, and where the reader is."""
    home = escape.link(sheet.to(Address("index.md")), "Home")
    index = escape.link(sheet.to(Address(f"{wording.folder(kind)}/index.md")), wording.kind_word(kind, many=True))
    return (home, index, escape.text(last))


def facets(**values: list[str]) -> tuple[Facet, ...]:
    return tuple(Facet(name, escape.text(value)) for name, group in values.items() for value in dict.fromkeys(group))


def folded(names: list[str]) -> str:
    """Spellings that the search engine would not find by itself: without marks, and what follows an apostrophe."""
    words: dict[str, None] = {}
    for name in names:
        plain = strip_marks(name)
        if plain != name:
            words[plain] = None
        for part in re.findall(r"\w[’'](\w{3,})", name):
            words[strip_marks(part)] = None
    return " · ".join(words)
