"""The corpus as a flat list of things: each finding of each article, with quick ways to what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from vnitcoop.know.names import name_language
from vnitcoop.types import Article, Finding, Kind, Name, Reading, Ref, Statement, Value

_NAME_FIELDS = ("name", "alias", "aliases")


@dataclass(eq=False)
class Thing:
    """One finding of one article. `number` is its position in the corpus."""

    number: int
    article: Article
    finding: Finding
    said: dict[str, list[Statement]] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        return self.finding.kind

    def values(self, *fields: str) -> list[Value]:
        return [s.value for f in fields for s in self.said.get(f, ())]

    def texts(self, *fields: str) -> list[str]:
        return [v for v in self.values(*fields) if isinstance(v, str) and v.strip()]

    def text(self, field_name: str) -> str | None:
        return next(iter(self.texts(field_name)), None)

    @cached_property
    def names(self) -> list[str]:
        """Every form of the name, the fullest first, acronyms last."""
        return list(dict.fromkeys(self.texts(*_NAME_FIELDS) + self.texts("acronym")))

    @property
    def forms(self) -> list[Name]:
        acronyms = set(self.texts("acronym"))
        return [Name(n, "" if n in acronyms else name_language(n, self.article.language)) for n in self.names]

    def labels(self, slugs: Iterable[str]) -> set[str]:
        """What judgements may call it: by `slugs`, also in its article alone."""
        return {label for one in slugs for label in (one, in_article(one, self.article))}

    @cached_property
    def key(self) -> str:
        """What tells it from other things of its article, without offsets: its name, or the words that state it."""
        if self.names:
            return self.names[0]
        return " | ".join(self.article.text[s.start : s.end] for s in self.finding.mentions)


def in_article(label: str, article: Article) -> str:
    """What a maintainer calls a thing of one article by, to tell it from its namesakes in others."""
    return f"{label}@{article.id}"


class Corpus:
    """All things of all articles, in the order of the articles' ids."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        unique = {r.article.id: r for r in sorted(readings, key=lambda r: r.article.file, reverse=True)}
        self.readings: Sequence[Reading] = [unique[i] for i in sorted(unique)]
        self.things: list[Thing] = []
        self._first: dict[str, int] = {}
        self._count: dict[str, int] = {}
        for reading in self.readings:
            self._first[reading.article.id] = len(self.things)
            self._count[reading.article.id] = len(reading.findings)
            for finding in reading.findings:
                thing = Thing(len(self.things), reading.article, finding)
                for statement in finding.statements:
                    thing.said.setdefault(statement.field, []).append(statement)
                self.things.append(thing)

    def of(self, kind: Kind) -> list[Thing]:
        return [t for t in self.things if t.kind is kind]

    def referred(self, thing: Thing, ref: Ref) -> Thing:
        """The thing of the same article that `ref` points to."""
        return self.things[self._first[thing.article.id] + ref.index]

    def beside(self, thing: Thing) -> list[Thing]:
        """All things of the same article."""
        return self._of_article(thing.article.id)

    def within(self, reading: Reading) -> list[Thing]:
        """All things of a reading."""
        return self._of_article(reading.article.id)

    def _of_article(self, article: str) -> list[Thing]:
        first = self._first[article]
        return self.things[first : first + self._count[article]]
