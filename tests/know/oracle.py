"""Readings made from the reference instead of by find: what know does is then seen on its own."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import yaml

from vnitcoop.types import Article, Block, BlockKind, Finding, Kind, Reading, Ref, Role, Sentence, Span, Statement

_REFERENCE = Path(__file__).parent.parent / "reference" / "gold"
_SEEDS = Path(__file__).parent.parent.parent / "seeds"


def gold_readings() -> list[Reading]:
    """A reading of each article of the reference, with what the reference finds in it."""
    golds = yaml.safe_load((_REFERENCE / "seeds.yml").read_text(encoding="utf-8"))
    readings = [_Annotated(gold, _SEEDS / gold["article"]).reading() for gold in golds]
    for path in sorted((_REFERENCE / "dev").glob("*.yml")):
        readings.append(
            _Annotated(yaml.safe_load(path.read_text(encoding="utf-8")), path.with_suffix(".txt")).reading()
        )
    return readings


class _Annotated:
    """One annotated article on its way to a Reading."""

    def __init__(self, gold: dict, path: Path) -> None:
        self.gold = gold
        self.file = path.name
        self.text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).replace("\r", "")
        self.findings: list[Finding] = []
        self.index: dict[str, int] = {}

    def reading(self) -> Reading:
        for name in self.gold["places"]:
            self._named(Kind.PLACE, {"name": name}, ())
        for body in self.gold["organisations"]:
            self._named(Kind.ORGANISATION, body, ("acronym", "kind"))
        for person in self.gold["people"]:
            self._named(Kind.PERSON, person, ())
        for event in self.gold["events"]:
            self._named(Kind.EVENT, event, ("series", "edition", "date"))
        for agreement in self.gold["agreements"]:
            self._told(Kind.AGREEMENT, agreement, ("kind", "date", "count"), ("event", "parties"))
        for figure in self.gold["figures"]:
            self._told(Kind.FIGURE, figure, ("value", "high", "unit", "qualifier", "as_of", "forecast"), ())
        for fact in self.gold["dates"]:
            self._told(Kind.DATE, {**fact, "what": " ".join(fact["what"])}, ("date", "what"), ())
        return Reading(self._article(), tuple(self.findings))

    def _article(self) -> Article:
        whole = Block(BlockKind.BODY, 0, len(self.text))
        sentences = tuple(Sentence(m.start(), m.end(), 0, "en") for m in re.finditer(r"[^\n]+", self.text))
        published = str(self.gold["published"]) if self.gold["published"] else None
        return Article(
            id="a-" + self.file.split(".")[0].replace("_", "-"), file=self.file, text=self.text,
            language=self.gold["language"], title=self.gold["title"] or "", title_is_derived=not self.gold["title"],
            published=published, outlet=self.gold["outlet"], byline=tuple(self.gold["byline"]), blocks=(whole,),
            sentences=sentences, statements=(),
        )  # fmt: skip

    def _spans(self, words: str) -> tuple[Span, ...]:
        pattern = r"\s+".join(re.escape(w) for w in unicodedata.normalize("NFC", words).split())
        return tuple(Span(*m.span()) for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", self.text))

    def _add(self, kind: Kind, mentions: tuple[Span, ...], said: list[Statement]) -> int:
        self.findings.append(Finding(kind, mentions, tuple(said)))
        return len(self.findings) - 1

    def _named(self, kind: Kind, gold: dict, fields: tuple[str, ...]) -> None:
        forms = [gold["name"], *gold.get("aka", ())]
        seen = [f for f in forms if self._spans(f)] or [gold["name"]]
        spans = tuple(dict.fromkeys(s for f in seen for s in self._spans(f))) or (Span(0, 1),)
        said = [
            Statement("alias" if i else "name", f, (self._spans(f) or spans)[:1], "gold") for i, f in enumerate(seen)
        ]
        said += [Statement(f, self._plain(gold[f]), spans[:1], "gold") for f in fields if gold.get(f) is not None]
        for field in ("organisers", "hosts", "supporters", "places"):
            refs = [self.index[n] for n in gold.get(field, ()) if n in self.index] if kind is Kind.EVENT else []
            said += [Statement(field, Ref(i), spans[:1], "gold") for i in refs]
        if kind is Kind.EVENT:
            said += [
                Statement("participants", Ref(i), f.mentions[:1], "gold")
                for i, f in enumerate(self.findings)
                if f.kind is Kind.PERSON
            ]
        for title, body in gold.get("roles", ()):
            owner = Ref(self.index[body]) if body in self.index else body
            said.append(Statement("roles", Role(title, owner), spans[:1], "gold"))
        position = self._add(kind, spans, said)
        for form in forms:
            self.index.setdefault(form, position)

    def _told(self, kind: Kind, gold: dict, fields: tuple[str, ...], references: tuple[str, ...]) -> None:
        spans = self._spans(str(gold["quote"])) or (Span(0, 1),)
        said = [Statement(f, self._plain(gold[f]), spans[:1], "gold") for f in fields if gold.get(f) is not None]
        if kind is Kind.FIGURE:
            said.append(Statement("measure", " ".join(gold["measure"]), spans[:1], "gold"))
        for field in references:
            values = gold.get(field) if isinstance(gold.get(field), list) else [gold.get(field)]
            for value in values:
                if value is not None:
                    shown = Ref(self.index[value]) if value in self.index else value
                    said.append(Statement(field, shown, spans[:1], "gold"))
        self._add(kind, spans[:1], said)

    @staticmethod
    def _plain(value: object) -> object:
        return value if isinstance(value, int | float | bool) else str(value)
