"""Whoever signs an article is nobody it tells of, unless it says what that person is."""

from __future__ import annotations

from vnitcoop.find.names.chains import Cast
from vnitcoop.text import fold
from vnitcoop.types import Article, Kind


def forget_authors(cast: Cast, article: Article) -> None:
    """Take the mentions from persons without a role whom the byline names; then they go."""
    authors = {fold(name) for name in article.byline}
    for person in cast.things.of(Kind.PERSON):
        if fold(str(person.value("name"))) in authors and person.value("roles") is None:
            person.mentions.clear()
