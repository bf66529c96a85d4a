"""Firms that bear no telling word and stand in no list with a known one: what an article lets them do tells them.

"Amkor alone has raised its investment", "HP and Acer share 38 percent", "l'américain Qorvo", "Rikkeisoft ký với".
Such a name is a firm's wherever the article has it, unless it is there part of a person's name or of an event's, too,
or a word in lower case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from vnitcoop.find.names.firms import Item, is_name, is_syllable
from vnitcoop.find.names.people import honorifics
from vnitcoop.find.names.people_names import name_length, vietnamese_shaped
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.names.titles import skip_article
from vnitcoop.find.tokens import CLOSE_QUOTES, DASHES, OPEN_QUOTES, Line, Phrases, keys_of
from vnitcoop.find.vocabulary import marked_phrases, phrases, words
from vnitcoop.text import strip_marks

_LONGEST = 5  # tokens of a name
_ASIDE = 12  # tokens between a name and the comma that closes what is said of it
_OWNED = 9  # tokens from a possessive to what is owned
_BEGINS = frozenset({"", "'s", ".", ",", ";", ":", "(", "*", "•"}) | DASHES | OPEN_QUOTES | CLOSE_QUOTES


class Sentence(NamedTuple):
    """A sentence with its bodies and places, first token to the token behind, and the tokens of its other names."""

    line: Line
    bodies: Mapping[int, int]
    places: Mapping[int, int]
    lands: frozenset[int]  # first tokens of countries, which may end a firm's name
    names: frozenset[int]  # of persons and events
    people: frozenset[int]  # the tokens behind persons


def bare_firms(sentences: Sequence[Sentence]) -> set[str]:
    """The names, as written, that some sentence of an article lets do or have what only firms do or have."""
    told = {
        s.line.words(i.first, i.last)
        for s in sentences
        if _may_tell(s) and not (s.line.in_capitals or s.line.in_title_case)
        for i in _doers(s)
    }
    if not told:
        return set()
    low = {t.key for s in sentences for t in s.line.tokens if t.kind == "word" and not t.capital}
    inside = {s.line[i].key for s in sentences for i in s.names if s.line[i].capital and not s.line[i].upper}
    other = low | inside
    persons = {name for name in told if " " in name and inside.issuperset(keys_of(name))}
    return {n for n in told - persons if " " in n or n.isupper() or strip_marks(n).lower() not in other}


def _may_tell(sentence: Sentence) -> bool:
    """Whether a sentence holds any of the words that let its names do or have something, for a first look."""
    line = sentence.line
    if line.language == "fr" and not line.held.isdisjoint(demonyms()):
        return True
    return line.holds(_deeds(line)) or not line.held.isdisjoint(words("firms", "done"))


def _deeds(line: Line) -> Phrases:
    """The verbs of what firms do."""
    return phrases("firms", "does", line.language) if line.language != "vi" else marked_phrases("firms", "does", "vi")


def _doers(sentence: Sentence) -> Iterator[Item]:
    """The names of a sentence, alone or joined by commas and "and", that do or have what firms do and have."""
    line = sentence.line
    for items, closed in _joined(sentence):
        for acting in [items] if closed else [[item] for item in items]:
            first, last = acting[0].first, acting[-1].last
            if _acts(line, first, last) or _is_of_a_land(line, first):
                for item in acting:
                    lone = item.first == 0 and len(acting) == 1
                    if item.first not in sentence.bodies and _may_be_a_firm(sentence, item, lone):
                        yield item


def _joined(sentence: Sentence) -> Iterator[tuple[list[Item], bool]]:
    """Every run of names, bodies among them, with what is joined to it, and whether an "and" closes the list."""
    line, done = sentence.line, 0
    inside = {k for first, last in sentence.places.items() for k in range(first + 1, last)}
    for start in sorted({*line.capitals, *sentence.bodies} - inside):
        index, closed, items = start, False, list[Item]()
        while start >= done and (item := _item_at(sentence, index)):
            items.append(item)
            index = line.behind_bracket(item.last)
            index += line.key(index) == ","
            joined = line.key(index) in words("grammar", "and")
            closed = closed or joined
            if index == line.behind_bracket(item.last) and not joined:
                break
            index += joined
            behind = skip_article(line, index)
            index = behind if behind in sentence.bodies else index
        if items:
            done = items[-1].last
            yield items, closed


def _item_at(sentence: Sentence, index: int) -> Item | None:
    """The body or the capitalised words that begin at a token; a country may end them, a place begin them."""
    line = sentence.line
    if index in sentence.bodies:
        return Item(index, sentence.bodies[index])
    last = sentence.places.get(index, index)
    if last > index and not (last < len(line) and line[last].capital):
        return None
    while last < len(line) and last - index < _LONGEST and last not in sentence.bodies and last not in sentence.names:
        if last in sentence.places:
            last = sentence.places[last] if last in sentence.lands and last > index else last
            break
        point = line[last].text == "." and last > index and len(line[last - 1].text) == 1  # "A.T. Kearney"
        glued = last > index and line[last].glued and last + 1 < len(line) and line[last + 1].glued
        if not (line[last].capital or point or (glued and line[last].key in DASHES | {"&"})):
            break
        last += 1
    return Item(index, last) if last > index and line[last - 1].kind == "word" else None


def _acts(line: Line, first: int, last: int) -> bool:
    """Whether a clause begins with these names and goes on with a firm's verb: "X, which owns", "que parraine X"."""
    does, before = _deeds(line), line.key(first - 1)
    if line.language == "fr" and line.key(first - 2) in {"que", "qu'"} and line.match(first - 1, does):
        return True
    if _is_done_by(line, first):
        return True
    if before not in _BEGINS and before not in words("firms", "clause_openers", line.language):
        return False
    at = line.behind_bracket(last)
    at += line.match(at, phrases("firms", "and_others"))
    starts = [at, *_behind_aside(line, at)]
    return any(line.match(_behind_auxiliary(line, k), does) for k in starts)


def _is_done_by(line: Line, first: int) -> bool:
    """ "(was) signed by X", "financé par la X"."""
    by = first - 1 - (line.key(first - 1) in words("grammar", "articles"))
    return line.key(by) in words("grammar", "by") and line.key(by - 1) in words("firms", "done")


def _behind_aside(line: Line, index: int) -> Iterator[int]:
    """Behind "X, too,", "X, a Hanoi start-up,", "X, which": where the verb of X may stand."""
    if line.key(index) != ",":
        return
    yield index + 1 + line.match(index + 1, phrases("firms", "relatives"))
    ends = (k + 1 for k in range(index + 1, min(index + _ASIDE, len(line))) if line.key(k) == ",")
    yield from islice(ends, 1)


def _behind_auxiliary(line: Line, index: int) -> int:
    while line.key(index) in words("firms", "auxiliaries", line.language):
        index += 1
    return index


def _is_of_a_land(line: Line, first: int) -> bool:
    """ "l'américain X": an adjective of a country stands for "the American firm"."""
    if line.language != "fr" or first < 2 or line[first - 1].capital or line.key(first - 1) not in demonyms():
        return False
    return line.key(first - 2) in {"le", "l'", "du", "au"}


def _may_be_a_firm(sentence: Sentence, item: Item, lone: bool) -> bool:
    """Whether words may be a firm's name; `lone` says that but the start of a sentence may have made their capital."""
    line = sentence.line
    named = line.tokens[item.first : item.last]
    if not is_name(line, item, True) or name_length(line, item.first) or line.key(item.first - 1) in honorifics():
        return False
    if line.language == "vi" and all(vietnamese_shaped(t.key) for t in named if t.kind == "word" and not t.upper):
        return any(t.upper for t in named)
    if line.language == "vi" and item.first == 0 and is_syllable(named[0].text):
        return False  # "Bản Windows XP"
    if not lone or len(named) > 1 or named[0].upper:
        return True
    verb = line.match(item.last, _deeds(line))
    if verb and line.language == "en" and line.key(item.last + verb).endswith("ed"):
        return False  # "Trial runs started"
    key = named[0].key
    common = words("firms", "agents"), words("bodies", "firm_nouns"), words("firms", "auxiliaries")
    return not (key.endswith(tuple(words("firms", "endings_of_nouns"))) or any(key in some for some in common))
