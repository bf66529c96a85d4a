"""What stands above and around every page: title, description, breadcrumbs, what search knows of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.text import strip_marks
from vnitcoop.write import escape, wording
from vnitcoop.write.dates_shown import show_date, sort_key
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
    names: tuple[str, ...] = ()  # every form, for a search that asks for exactly one of them
    standing: str = ""
    said: str = ""  # of a figure: its value in words, to be cited


def standing(sheet: Sheet, articles: Sequence[str]) -> str:
    """How many sources a page rests on, and until when; near copies of one report count as one source."""
    if not articles:
        return ""
    held = [sheet.world.articles[key] for key in articles]
    copies = sum(article.near_duplicate_of in articles for article in held)
    independent = f" ({len(held) - copies} independent)" if copies else ""
    dates = sorted((article.published for article in held if article.published), key=sort_key)
    undated = f", {len(held) - len(dates)} without a date" if dates and len(dates) < len(held) else ""
    newest = f", the newest of {show_date(dates[-1]).words}{undated}" if dates else ", of no stated date"
    until = newest if len(held) > 1 else newest.removeprefix(", the newest").removeprefix(",")
    return f"Rests on {wording.counted(len(held), 'article', 'articles')}{independent}{until}."


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
