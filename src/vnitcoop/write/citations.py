"""The numbered sources of one page: which number a value's words get, and the list of evidence at the page's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from vnitcoop.types import Basis, Claim, Evidence
from vnitcoop.write import escape, wording
from vnitcoop.write.links import Address, evidence_anchors, href, part_page
from vnitcoop.write.snippets import snippet
from vnitcoop.write.world import World

SHOWN = 3  # source links beside one value; the rest are counted
FIRST = 30  # entries of the list of evidence on a page itself
NEXT = 100  # entries of each page on which it goes on
QUOTE_LIMIT = 320  # characters of a quote in a list of evidence
SHORT = 60  # characters up to which a quote is shown within its sentence
REACH = 70  # characters of the sentence before it and after it


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered link to the words of a claim."""

    number: int
    href: str
    label: str
    curated: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """A word beside a value that says how sure it is; `kind` is its style."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article with the way to them; short ones stand between those around them."""

    text: Markup
    language: str
    href: str
    article: str  # its id
    before: Markup = Markup("")
    after: Markup = Markup("")


@dataclass(slots=True)
class Item:
    """One entry of the list of evidence."""

    number: int
    quotes: tuple[Quote, ...]  # none of a curated or computed value
    speaker: Markup
    reason: str  # in words, when the quote does not simply say it
    fields: list[str] = field(default_factory=list)


class Citations:
    """Gives the evidence of one page its numbers, in the order in which the page first leans on it."""

    def __init__(self, world: World, path: str, listed: bool = True) -> None:
        self.world = world
        self.listed = listed
        self.path = path
        self.items: list[Item] = []
        self._numbers: dict[tuple[object, ...], int] = {}

    def cite(self, claims: Sequence[Claim], name: str = "", shown: int = SHOWN) -> tuple[tuple[Source, ...], int]:
        """Links for a value that rests on these claims, best first, and how many more sources there are.

        `name` is what they are the source for, where that is not the claims' own field.
        """
        ordered = sorted(claims, key=lambda c: list(Basis).index(c.basis))
        distinct = {self._key(claim): claim for claim in reversed(ordered)}
        chosen = [distinct[key] for key in dict.fromkeys(self._key(claim) for claim in ordered)]
        return tuple(self._source(claim, name) for claim in chosen[:shown]), max(0, len(chosen) - shown)

    def complete(self, claims: Sequence[Claim]) -> None:
        """Put into the list of evidence what no value on the page had room for."""
        for claim in claims:
            if claim.evidence:
                self._source(claim)

    def page_of(self, number: int) -> str:
        """The page that holds this entry of the list of evidence."""
        if number <= FIRST or not self.listed:
            return self.path
        return part_page(self.path, "evidence", 2 + (number - FIRST - 1) // NEXT)

    def quote(self, piece: Evidence, anchor: str, page: str = "") -> Quote:
        """The words of a piece of evidence, cut to QUOTE_LIMIT, with the way to them."""
        words = " ".join(piece.quote.split())
        if len(words) > QUOTE_LIMIT:
            words = words[:QUOTE_LIMIT].rsplit(" ", 1)[0] + " …"
        article = self.world.articles[piece.article]
        way = href(page or self.path, Address(self.world.addresses[piece.article].path, anchor))
        around = snippet(article, piece, reach=0 if len(words) > SHORT else REACH)
        return Quote(escape.text(words), article.language, way, piece.article, around.before, around.after)

    def _key(self, claim: Claim) -> tuple[object, ...]:
        spans = tuple((p.article, p.start, p.end) for p in claim.evidence)
        reason = claim.rule if claim.basis is not Basis.STATED else ""
        return (spans, claim.speaker, claim.basis, reason, claim.source, claim.premises)

    def _source(self, claim: Claim, name: str = "") -> Source:
        key = self._key(claim)
        if key not in self._numbers:
            self._numbers[key] = len(self.items) + 1
            self.items.append(self._item(claim, self._numbers[key]))
        item = self.items[self._numbers[key] - 1]
        name = name or wording.word("fields", claim.field)
        if name not in item.fields:
            item.fields.append(name)
        curated = claim.basis is Basis.CURATED
        label = f"Source {item.number} for {name}{', curated' if curated else ''}"
        return Source(item.number, self._way(claim, item.number), label, curated)

    def _way(self, claim: Claim, number: int) -> str:
        """To the words themselves; a value without words of its own is explained in the list of evidence."""
        if not claim.evidence:
            return href(self.path, Address(self.page_of(number), f"e-{number}"))
        piece, anchor = evidence_anchors(claim)[0]
        return href(self.path, Address(self.world.addresses[piece.article].path, anchor))

    def _item(self, claim: Claim, number: int) -> Item:
        quotes: dict[tuple[str, Markup], Quote] = {}
        for piece, anchor in evidence_anchors(claim):
            quote = self.quote(piece, anchor, self.page_of(number))
            quotes.setdefault((quote.article, quote.text), quote)
        speaker = self.world.records.get(claim.speaker or "")
        name = getattr(speaker, "name", claim.speaker or "")
        return Item(number, tuple(quotes.values()), escape.text(name), _reason(claim))


def statuses(claims: Sequence[Claim], disputed: bool = False) -> tuple[Status, ...]:
    """What readers must know of a value that no article simply states."""
    found = [Status("disputed", "disputed")] if disputed else []
    if claims and all(claim.basis is not Basis.STATED for claim in claims):
        basis = min((claim.basis for claim in claims), key=list(Basis).index)
        rules = sorted({wording.rule_words(c.rule) for c in claims if c.basis is basis and basis is Basis.INFERRED})
        found.append(Status(basis.value, ": ".join([basis.value, *rules[:1]])))
    return tuple(found)


def _reason(claim: Claim) -> str:
    if claim.basis is Basis.INFERRED:
        return f"Inferred: {wording.rule_words(claim.rule)}."
    if claim.basis is Basis.COMPUTED:
        return f"Computed: {wording.rule_words(claim.rule)}."
    if claim.basis is Basis.CURATED:
        why = claim.rule.partition("correction: ")[2]
        return f"Curated: kept by the maintainers in {claim.source or 'the registry'}{': ' if why else ''}{why}."
    return ""
