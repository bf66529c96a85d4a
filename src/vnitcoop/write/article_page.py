"""The page of an article: what it says of itself, what it contributed, and its text with every used word marked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from vnitcoop.lexicon import lexicon
from vnitcoop.types import ArticleRecord, Block, BlockKind, Evidence
from vnitcoop.write import escape, wording
from vnitcoop.write.dates_shown import year_of
from vnitcoop.write.head import Head, crumbs, facets, folded
from vnitcoop.write.marks import Stretch, covered, marked
from vnitcoop.write.sheet import Fact, Sheet, record_name
from vnitcoop.write.world import Placed, World

TEMPLATE = "article.md"
_PARTS_OF_VALUE = frozenset({"high", "unit", "qualifier", "forecast"})  # shown with the value
_AROUND = 80  # characters shown beside the used words of a paragraph, where the rights allow an excerpt only
_NAME = 90  # characters of what a record is called in the list of contributions
_LONGEST = 200  # characters of a quote, where the rights allow no more than quotes


@dataclass(frozen=True, slots=True)
class Contribution:
    """A record that rests on this article: the number of its marks, and each value with the way to its words.

    `others` counts the other articles that tell of it, and says where they disagree.
    """

    number: int
    kind: str
    link: Markup
    values: tuple[Markup, ...]
    others: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    kind: str
    label: str
    body: Markup


@dataclass(frozen=True, slots=True)
class ArticlePage:
    head: Head
    facts: tuple[Fact, ...]
    contributions: tuple[Contribution, ...]
    text: tuple[Paragraph, ...]
    language: str
    rights: str
    near_duplicate_of: Markup


def article_page(sheet: Sheet, article: ArticleRecord) -> ArticlePage:
    records = _ordered(sheet.world, article)
    numbers = {key: position + 1 for position, key in enumerate(records)}
    stretches = sorted(_stretches(sheet.world, article, numbers), key=lambda s: (s.start, -s.end, s.anchor))
    return ArticlePage(
        head=_head(sheet, article, len(records)),
        facts=_facts(sheet, article),
        contributions=_contributions(sheet, article, numbers),
        text=tuple(_paragraphs(article, stretches)),
        language=article.language,
        rights=article.rights,
        near_duplicate_of=sheet.link(article.near_duplicate_of) if article.near_duplicate_of else Markup(""),
    )


def _ordered(world: World, article: ArticleRecord) -> list[str]:
    order = list(lexicon("wording")["kinds"])
    return sorted(world.tells_of[article.id], key=lambda key: (order.index(world.kinds[key]), key))


def _stretches(world: World, article: ArticleRecord, numbers: dict[str, int]) -> list[Stretch]:
    found = []
    for placed in world.placed[article.id]:
        piece = placed.piece
        own = placed.record == article.id
        start, end = _in_first(article, piece) if own else (piece.start, piece.end)
        found.append(Stretch(start, end, placed.anchor, 0 if own else numbers.get(placed.record, 0)))
    return found


def _in_first(article: ArticleRecord, piece: Evidence) -> tuple[int, int]:
    """What an article says of itself by many words, as its language, is marked in the first of its blocks."""
    touched = [b for b in _whole(article) if b.start < piece.end and piece.start < b.end]
    first = min(touched, key=lambda b: b.start, default=piece)
    return max(piece.start, first.start), min(piece.end, first.end)


def _contributions(sheet: Sheet, article: ArticleRecord, numbers: dict[str, int]) -> tuple[Contribution, ...]:
    placed: dict[str, list[Placed]] = {key: [] for key in numbers}
    for words in sheet.world.placed[article.id]:
        if words.record in placed:
            placed[words.record].append(words)
    kind = {key: wording.kind_word(sheet.world.kinds[key]) for key in numbers}
    return tuple(
        Contribution(number, kind[key], sheet.short(key, _NAME), _ways(placed[key]), _others(sheet.world, key))
        for key, number in numbers.items()
    )


def _others(world: World, key: str) -> str:
    others = len(world.told_by[key]) - 1
    if not others:
        return ""
    disputed = ", which disagree on it" if world.conflicts_of.get(key) else ""
    return f"also in {wording.counted(others, 'other article', 'other articles')}{disputed}"


def _ways(placed: list[Placed]) -> tuple[Markup, ...]:
    """The fields that this article speaks of, each with a link to its words; the same words are linked once."""
    ways: dict[str, Markup] = {}
    spans: set[tuple[int, int]] = set()
    order = [name for name in lexicon("wording")["fields"] if name not in _PARTS_OF_VALUE]
    for words in sorted((p for p in placed if p.field in order), key=lambda p: order.index(p.field)):
        span = (words.piece.start, words.piece.end)
        if span not in spans:
            spans.add(span)
            name = wording.word("fields", words.field)
            ways.setdefault(name, escape.link(f"#{words.anchor}", name))
    if not ways and placed:
        ways["named"] = escape.link(f"#{placed[0].anchor}", "named")
    return tuple(ways.values())


def _paragraphs(article: ArticleRecord, stretches: list[Stretch]) -> list[Paragraph]:
    found = []
    for block in _whole(article):
        inside = [s for s in stretches if s.start < block.end and s.end > block.start]
        if article.rights == "none":
            inside = [replace(s, end=min(s.end, s.start + _LONGEST)) for s in inside]
        parts = _shown(article, block, inside)
        if not parts:
            continue
        body = Markup(" … ").join(marked(article.text, start, end, inside) for start, end in parts)
        before = Markup("… ") if parts[0][0] > block.start else Markup("")
        after = Markup(" …") if parts[-1][1] < block.end else Markup("")
        found.append(Paragraph(block.kind.value, _label(block), before + body + after))
    return found


def _whole(article: ArticleRecord) -> list[Block]:
    """The blocks, and between them any words that are in none."""
    found, at = [], 0
    for block in (*sorted(article.blocks, key=lambda b: b.start), None):
        gap_end = block.start if block else len(article.text)
        if article.text[at:gap_end].strip():
            found.append(Block(BlockKind.BOILERPLATE, at, gap_end, "not told apart"))
        if block:
            found.append(block)
            at = max(at, block.end)
    return found


def _shown(article: ArticleRecord, block: Block, inside: list[Stretch]) -> list[tuple[int, int]]:
    """The parts of a block that the article's rights let readers see."""
    if article.rights == "full":
        return [(block.start, block.end)]
    used = covered(inside, block.start, block.end)
    if article.rights == "none" or not used:
        return used
    return [(max(block.start, used[0][0] - _AROUND), min(block.end, used[-1][1] + _AROUND))]


def _label(block: Block) -> str:
    if block.kind is BlockKind.BODY:
        return ""
    label = wording.word("blocks", block.kind.value)
    return f"{label}: {block.reason}" if block.reason else label


def _facts(sheet: Sheet, article: ArticleRecord) -> tuple[Fact, ...]:
    title = sheet.value(article, "title", article.title, escape.foreign(article.title, sheet.language_of(article)))
    outlet = (sheet.value(article, "outlet", article.outlet, escape.text(article.outlet)),) if article.outlet else ()
    byline = tuple(sheet.value(article, "byline", name, escape.text(name)) for name in article.byline)
    found = [
        Fact("Title", (title,)),
        Fact("Outlet", outlet, "The article does not say."),
        Fact("Published", sheet.dated(article, "published", article.published), "The article does not say."),
        Fact("By", byline, "The article does not say."),
    ]
    language = wording.word("languages", article.language)
    found.append(Fact("Language", (sheet.value(article, "language", article.language, escape.text(language)),)))
    for label, address in (("Original", article.url), ("Archived copy", article.archive_url)):
        safe = escape.outward(address) if address else None
        if safe:
            found.append(Fact(label, (sheet.cited(escape.link_out(safe), ()),)))
    if article.retrieved:
        found.append(Fact("Retrieved", (sheet.cited(sheet.date(article.retrieved), ()),)))
    found.append(Fact("File", (sheet.cited(escape.text(article.file), ()),)))
    return tuple(found)


def _head(sheet: Sheet, article: ArticleRecord, records: int) -> Head:
    world = sheet.world
    told = sheet.told(article.id)
    parts = [told.outlet or Markup("outlet not stated"), told.date, escape.text(told.language)]
    parts.append(escape.text(wording.counted(records, "record rests on it", "records rest on it")))
    bodies = [key for key in world.tells_of[article.id] if world.kinds[key] == "organisation"]
    return Head(
        label="Article",
        title=escape.text(article.title),
        language=sheet.language_of(article),
        lead=Markup(" · ").join(parts),
        crumbs=crumbs(sheet, "article", article.title),
        facets=facets(
            kind=["Article"],
            year=[year_of(article.published) or "year not stated"],
            language=[told.language],
            organisation=[record_name(world, world.records[key]) for key in bodies],
        ),
        folded=folded([article.title, *(sheet.name(key) for key in world.tells_of[article.id])]),
    )
