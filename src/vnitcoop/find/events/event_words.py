"""Parts of events' names: nouns that make an event, ordinals, years."""

from __future__ import annotations

import re
from typing import NamedTuple

from vnitcoop.find.names.bodies_french import grow as french_complement
from vnitcoop.find.tokens import CLOSE_QUOTES, Line, Phrases
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon

_ROMAN = re.compile(r"(?P<tens>X{0,3})(?P<ones>IX|IV|V?I{0,3})(?P<ending>e|ème|er)?")
_ONES = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_ADJECTIVES = 3  # words between an article and its noun: "a technology event"
_NUMERAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|e|es|eme|emes|er|ere|)")


class EventName(NamedTuple):
    """An event's name between two tokens. `core` is behind its ordinal; edition and year are in its own words."""

    first: int
    core: int
    last: int
    edition: int | None
    edition_at: tuple[int, int] | None
    rule: str


def heads(language: str) -> Phrases:
    return phrases("events", language, "named")


def year_in(line: Line, first: int, last: int) -> int | None:
    """Where the year of a name stands, as a token index."""
    return max((i for i in line.years if first <= i < last), default=None)


def apposed_noun(line: Line, last: int) -> int:
    """Where a noun of events stands that says what was named up to a token: "(ATxSG 2023), a technology event"; or 0.

    Only English and French need an article before it.
    """
    close = letters_behind(line, last)
    index = close + 1 if close else line.behind_bracket(last)
    index += line[index].text in CLOSE_QUOTES if index < len(line) else 0
    articles = words("grammar", "articles") | words("events", "indefinite", line.language)
    article = line.key(index + 1) in articles - words("events", "this")
    if line.key(index) != "," or not (article or line.language == "vi"):
        return 0
    nouns = [phrases("events", line.language, part) for part in ("unnamed", "fairs", "again")]
    for k in range(index + 1 + article, min(index + 2 + article + _ADJECTIVES, len(line))):
        if line[k].kind != "word" or line[k].capital:
            return 0
        if any(line.match(k, noun) for noun in nouns):
            return k
    return 0


def behind_preposition(line: Line, index: int) -> int:
    """Behind the French complement that a preposition brings: "sur la ville intelligente", "avec des entreprises"."""
    article = line.key(index + 1) in words("grammar", "articles") or line.key(index + 1) == "des"
    return french_complement(line, min(index + 2 + article, len(line)))


def letters_behind(line: Line, index: int) -> int:
    """Where a bracket closes that holds a name's letters with its number: "(TELMIN 15)", "(ATxSG 2023)"; else 0."""
    close = index + 3
    fits = close < len(line) and line.key(index) == "(" and line.key(close) == ")"
    letters = fits and line[index + 1].capital and not line[index + 1].text[1:].islower()
    return close if letters and line[index + 2].kind == "number" else 0


def with_ordinal(line: Line, first: int, last: int, rule: str) -> EventName:
    """The name with the ordinal before it ("the eighth ..."), inside its beginning, or behind it ("lần thứ 5")."""
    if first and (number := ordinal(line, first - 1)):
        return EventName(first - 1, first, last, number, (first - 1, first), rule)
    if (number := ordinal(line, first)) and last - first > 2:
        return EventName(first, first + 1, last, number, (first, first + 1), rule)
    if line.keys[last : last + 2] == ("lan", "thu") and (number := ordinal(line, last + 2)):
        return EventName(first, first, last, number, (last, last + 3), rule)
    return EventName(first, first, last, None, None, rule)


def ordinal(line: Line, index: int) -> int | None:
    """The number that an ordinal names: "10th", "eighth", "8e", "thứ 5", "VIIe"."""
    key = line.key(index)
    for language in ("en", line.language):
        words = lexicon("events")["ordinals"][language]
        if key in words and (language != "vi" or line.key(index - 1) == "thu"):
            return int(words[key])
    match = _NUMERAL.fullmatch(key)
    if match and (match[0] != match[1] or line.key(index - 1) == "thu"):
        return int(match[1])
    return _roman(line, index) if 0 <= index < len(line) else None


def _roman(line: Line, index: int) -> int | None:
    """ "VIIe", "lần thứ XII"."""
    match = _ROMAN.fullmatch(line[index].text)
    if match is None or not (match["ending"] or line.key(index - 1) == "thu"):
        return None
    return 10 * len(match["tens"]) + _ONES[match["ones"]] or None
