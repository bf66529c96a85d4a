"""Words with their places: what every finder reads instead of raw text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple, TypeVar, cast

from vnitcoop.text import strip_marks
from vnitcoop.types import Article, BlockKind, Span

_TOKEN = re.compile(
    r"(?P<possessive>['’]s\b)"
    r"|(?P<elision>\b(?:[ldjmtsncLDJMTSNC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’](?=\w|$))"
    r"|(?P<number>\d+(?:[.,]\d+)*(?!\w))"
    r"|(?P<word>\w+(?:-(?=[a-zß-öø-ÿđ])\w+)*)"
    r"|(?P<mark>[^\w\s])"
)
YEAR = re.compile(r"(?:19|20)\d\d")
_BROKEN = {c.encode().decode("cp1252"): c for c in "‘’“–—…"} | {"â€\x9d": "”"}
_TITLE_CASE = 0.6  # share of capitals among its longer words that makes a line a headline in title case
DASHES = frozenset("-–—‑−")
T = TypeVar("T")
OPEN_QUOTES = frozenset('“«"‘')
CLOSE_QUOTES = frozenset('”»"’')


class Token(NamedTuple):
    """One word, number or mark. `key` is its folded form; `glued` says that no space stands before it."""

    text: str
    start: int
    end: int
    key: str
    kind: str  # word, number, mark, possessive, elision
    glued: bool
    capital: bool  # a word that begins with a capital

    @property
    def upper(self) -> bool:
        """All letters are capitals, and there are two or more: an acronym or a shouted word."""
        return self.kind == "word" and len(self.text) > 1 and self.text.isupper()


class _Keys(dict[int, str]):
    """The folded forms of a sentence's tokens by their place; empty outside the sentence."""

    def __missing__(self, index: int) -> str:
        return ""


class Line(tuple[Token, ...]):
    """The tokens of one sentence, and what block it stands in. What many rules ask of it is worked out once."""

    text: str  # of the whole article
    tokens: tuple[Token, ...]
    sentence: int
    block: int
    block_kind: BlockKind
    language: str
    keys: tuple[str, ...]
    places: dict[str, list[int]]  # where each key stands
    held: frozenset[str]  # every key
    capitals: tuple[int, ...]  # the tokens that begin with a capital
    _found: dict[Phrases, list[tuple[int, int]]]  # by phrases that were looked for in all of it
    key: Callable[[int], str]  # the folded form of a token, or nothing outside the sentence
    name_lengths: dict[int, int]  # how many tokens a person's name takes, where it was asked for
    _once: dict[Callable[[Line], object], object]  # what functions made of it

    def __new__(
        cls, text: str, tokens: tuple[Token, ...], sentence: int, block: int, block_kind: BlockKind, language: str
    ) -> Line:
        line = super().__new__(cls, tokens)
        line.text, line.tokens, line.language = text, tokens, language
        line.sentence, line.block, line.block_kind = sentence, block, block_kind
        line.keys = tuple([t.key for t in tokens])
        line.places = _places_of(line.keys)
        line.held, line.key = frozenset(line.places), _Keys(enumerate(line.keys)).__getitem__
        line._found, line._once, line.name_lengths = {}, {}, {}
        line.capitals = tuple([i for i, t in enumerate(tokens) if t.capital])
        return line

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The tokens that are a year by themselves."""
        return tuple([i for i, t in enumerate(self.tokens) if t.kind == "number" and YEAR.fullmatch(t.text)])

    @cached_property
    def in_capitals(self) -> bool:
        """Whether most of its words are all in capitals: there a capital tells no name from a word."""
        words = [t.kind for t in self.tokens].count("word")
        return 2 * len(self.capitals) > words and 2 * [self.tokens[i].upper for i in self.capitals].count(True) > words

    @cached_property
    def in_title_case(self) -> bool:
        """Whether nearly all longer words of an English headline are written large: there a capital tells nothing."""
        if self.language != "en" or self.tokens[-1].text in {".", "?", "!"}:
            return False
        long = [t for t in self.tokens if t.kind == "word" and len(t.text) > 3]
        return len(long) > 3 and sum([t.capital for t in long]) > _TITLE_CASE * len(long)

    def once(self, work: Callable[[Line], T]) -> T:
        """What a function makes of the sentence, worked out when it is first asked for."""
        if work not in self._once:
            self._once[work] = work(self)
        return cast(T, self._once[work])

    def where(self, keys: frozenset[str]) -> list[int]:
        """The tokens whose key is one of these."""
        return [] if keys.isdisjoint(self.held) else _standing(keys & self.held, self.places)

    def behind_bracket(self, index: int) -> int:
        """The token behind a bracket with one word, "(VINASA)", where one opens here, else the same token."""
        return index + 3 if self.key(index) == "(" and self.key(index + 2) == ")" else index

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from token `first` up to, without, token `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """The article's own words between two tokens, white space folded."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """The tokens in lower case, marks kept."""
        plain = self.text[self.tokens[0].start : self.tokens[-1].end].isascii()
        return self.keys if plain else tuple([t.text.lower() for t in self.tokens])

    @cached_property
    def _low_places(self) -> dict[str, list[int]]:
        return _places_of(self.lows)

    @cached_property
    def _held_lows(self) -> frozenset[str]:
        return frozenset(self._low_places)

    def match(self, index: int, phrases: Phrases) -> int:
        """How many tokens the longest of the phrases that begins at a token takes, or 0."""
        return phrases.match(self.lows if phrases.marked else self.keys, index)

    def find(self, phrases: Phrases, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Every (first, last) where a phrase stands, left to right, without overlap."""
        found = self._found.get(phrases)
        if found is None:
            found = self._look_for(phrases)
        if found and (start > 0 or end is not None):
            return iter(phrases.find(self.lows if phrases.marked else self.keys, max(0, start), end))
        return iter(found)

    def holds(self, phrases: Phrases, start: int = 0, end: int | None = None) -> bool:
        """Whether one of the phrases begins between two tokens."""
        found = self._found.get(phrases)
        if found is None:
            found = self._look_for(phrases)
        return bool(found) and ((start <= 0 and end is None) or any(self.find(phrases, start, end)))

    def _look_for(self, phrases: Phrases) -> list[tuple[int, int]]:
        keys, places = (self.lows, self._low_places) if phrases.marked else (self.keys, self.places)
        begins = phrases.firsts & (self._held_lows if phrases.marked else self.held)
        found = self._found[phrases] = phrases.standing(begins, keys, places) if begins else []
        return found

    def tokens_in(self, span: Span) -> tuple[int, int]:
        """The (first, last) tokens that a span covers."""
        first = bisect_right(self.tokens, span.start, key=attrgetter("end"))
        last = bisect_left(self.tokens, span.end, key=attrgetter("start"))
        return (first, last) if first < last else (0, 0)


def _places_of(keys: Iterable[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        if key in places:
            places[key].append(index)
        else:
            places[key] = [index]
    return places


def _apart(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of what overlaps the first; `found` is in order."""
    if len(found) < 2:
        return found
    kept = found[:1]
    for one in found[1:]:
        if one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _standing(keys: Iterable[str], places: dict[str, list[int]]) -> list[int]:
    """Where these keys stand, left to right."""
    return sorted([i for key in keys for i in places[key]])


class Phrases:
    """A set of phrases to look up at a token, by first word: the cost does not grow with their number.

    `marked` phrases are told apart by their diacritics, others are compared without.
    """

    def __init__(self, phrases: Iterable[str], marked: bool = False) -> None:
        self.marked = marked
        self._alone: set[str] = set()  # the phrases of one word
        self._longer: dict[str, dict[str, list[tuple[str, ...]]]] = {}  # by their first two words, the longest first
        for keys in {tuple(p.lower().split()) if marked else keys_of(p) for p in phrases}:
            if len(keys) == 1:
                self._alone.add(keys[0])
            else:
                self._longer.setdefault(keys[0], {}).setdefault(keys[1], []).append(keys)
        for group in [group for behind in self._longer.values() for group in behind.values()]:
            group.sort(key=lambda k: (-len(k), k))
        self.firsts = frozenset(self._alone | self._longer.keys())

    def match(self, keys: tuple[str, ...], index: int) -> int:
        """How many tokens the longest phrase that begins at `index` takes, or 0."""
        if not 0 <= index < len(keys):
            return 0
        first = keys[index]
        if first in self._longer and index + 1 < len(keys):
            for phrase in self._longer[first].get(keys[index + 1], ()):
                if len(phrase) == 2 or keys[index : index + len(phrase)] == phrase:
                    return len(phrase)
        return int(first in self._alone)

    def find(self, keys: tuple[str, ...], start: int, end: int | None) -> list[tuple[int, int]]:
        """Every (first, last) where a phrase stands that begins between two tokens, left to right, without overlap."""
        firsts = self.firsts
        begins = [i for i, key in enumerate(keys[start:end], start) if key in firsts]
        return _apart([(i, i + length) for i in begins if (length := self.match(keys, i))])

    def standing(
        self, begins: Iterable[str], keys: tuple[str, ...], places: dict[str, list[int]]
    ) -> list[tuple[int, int]]:
        """The same in all of a sentence; `begins`: the first words that it holds, `places`: where each key stands."""
        found: list[tuple[int, int]] = []
        for key in begins:
            alone = key not in self._longer
            for i in places[key]:
                if length := 1 if alone else self.match(keys, i):
                    found.append((i, i + length))
        return _apart(sorted(found)) if len(found) > 1 else found

    def match_before(self, keys: tuple[str, ...], end: int) -> int:
        """How many tokens the longest phrase that ends before `end` takes, or 0."""
        for length in range(min(6, end), 0, -1):
            if self.match(keys[:end], end - length) == length:
                return length
        return 0


def tokenise(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of text[start:end], with offsets into the whole text."""
    out: list[Token] = []
    new, previous = tuple.__new__, start - 1  # quicker than to call Token, for each of all words
    for m in _TOKEN.finditer(text, start, end):
        kind, (first, last) = m.lastgroup, m.span()
        said = text[first:last]
        key = said.lower() if said.isascii() else _folded(said)
        capital = kind == "word" and said[0].isupper()
        out.append(new(Token, (said, first, last, key, kind, first == previous, capital)))
        previous = last
    return tuple(out)


@lru_cache(maxsize=16384)
def _folded(word: str) -> str:
    return strip_marks(word).lower().replace("’", "'").replace("–", "-").replace("—", "-")


def keys_of(phrase: str) -> tuple[str, ...]:
    """The folded tokens of a phrase.

    >>> keys_of("People’s Committee")
    ('people', "'s", 'committee')
    """
    if phrase.replace(" ", "").isalnum():  # of words alone, as most are: nothing to tell apart
        return tuple([word.lower() if word.isascii() else _folded(word) for word in phrase.split()])
    return tuple([t.key for t in tokenise(phrase, 0, len(phrase))])


def lines_of(article: Article) -> tuple[Line, ...]:
    """Every sentence of an article as a line of tokens."""
    text = _with_signs_mended(article.text)
    return tuple(
        Line(article.text, tokenise(text, s.start, s.end), i, s.block, article.blocks[s.block].kind, s.language)
        for i, s in enumerate(article.sentences)
    )


def _with_signs_mended(text: str) -> str:
    """Quotes and dashes that were UTF-8 read as Windows-1252 ("Taiwanâ€™s"), put right without moving a letter."""
    if "â€" in text:
        for broken, sign in _BROKEN.items():
            text = text.replace(broken, sign.rjust(len(broken)))
    return text
