"""Whoever signs an article or answers its readers is nobody it tells of, unless it says what that person is."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import words
from vnitcoop.text import fold
from vnitcoop.types import Article, Kind


def forget_authors(cast: Cast, article: Article) -> None:
    """Take the mentions from persons without a role whom the byline or a line of contacts names; then they go."""
    authors = {fold(name) for name in article.byline}
    asked = [i for i, line in enumerate(cast.lines) if _tells_whom_to_ask(line)]
    contacts = {seen.ref for i in asked for seen in cast.people[i]}
    for person in cast.things.of(Kind.PERSON):
        signs = fold(str(person.value("name"))) in authors
        if (signs or (person.ref in contacts and len(person.mentions) == 1)) and person.value("roles") is None:
            person.mentions.clear()


def _tells_whom_to_ask(line: Line) -> bool:
    """Whether a sentence tells readers whom to ask: "Media contact: ...", "Thông tin chi tiết xin liên hệ: ..."."""
    before = line.words(0, len(line)).partition(":")[0] if ":" in line.held else ""
    return bool(_contact().search(fold(before)))


@cache
def _contact() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(map(fold, words('people', 'contacts'))))})$")
