"""Small readings for tests: an article is written from what it is to say, so that every statement has its words."""

from __future__ import annotations

import re
from pathlib import Path

from vnitcoop.types import Article, Block, BlockKind, Finding, Kind, Knowledge, Reading, Ref, Role, Span, Statement

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[list[str]]:
    """The rows of a table of cases: fields between bars, `#` for comments."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [[field.strip() for field in line.split(" | ")] for line in lines if line and not line.startswith("#")]


class Story:
    """An article under construction; each call adds a finding and returns a reference to it."""

    def __init__(self, article: str, language: str = "en", published: str | None = None, text: str = "") -> None:
        self.id, self.language, self.published = article, language, published
        self.text = text
        self.findings: list[Finding] = []

    def say(self, words: str) -> Span:
        """The words put at the end of the text, and where they stand."""
        start = len(self.text)
        self.text += words + ". "
        return Span(start, start + len(words))

    def tell(self, what: Kind, /, **said: object) -> Ref:
        """A finding; `alias=[...]` gives several statements of one field."""
        statements = []
        for field, value in said.items():
            for one in value if isinstance(value, list) else [value]:
                if one is not None:
                    statements.append(Statement(field, one, (self.say(_words(one)),), "test"))
        mentions = tuple(s.spans[0] for s in statements if s.field in ("name", "alias", "acronym", "value", "date"))
        self.findings.append(Finding(what, mentions or (self.say(what),), tuple(statements)))
        return Ref(len(self.findings) - 1)

    def body(self, name: str, **said: object) -> Ref:
        """An organisation; "Long Name [ACRONYM]" gives both."""
        match = re.match(r"(.+?)\s*\[(.+)\]$", name)
        if match:
            said |= {"acronym": match[2]}
            name = match[1]
        return self.tell(Kind.ORGANISATION, name=name, **said)

    def reading(self) -> Reading:
        block = Block(BlockKind.BODY, 0, max(1, len(self.text)))
        article = Article(
            id=self.id, file=f"{self.id}.txt", text=self.text, language=self.language, title=self.id,
            title_is_derived=False, published=self.published, outlet=None, byline=(), blocks=(block,), sentences=(),
            statements=(),
        )  # fmt: skip
        return Reading(article, tuple(self.findings))


def _words(value: object) -> str:
    if isinstance(value, Role):
        return value.title
    return "it" if isinstance(value, Ref) else str(value)


def every_claim(knowledge: Knowledge) -> list:
    """All claims of all records."""
    return [c for kind in RECORDS for record in getattr(knowledge, kind) for c in record.claims]


RECORDS = ("events", "series", "organisations", "people", "places", "figures", "agreements", "dates")
