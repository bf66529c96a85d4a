"""Firms that only the words around them give away: "X, an arm of ...", "a plant of X", "X's rival", "X employs ..."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from vnitcoop.find.names.places import demonyms
from vnitcoop.find.names.titles import skip_article
from vnitcoop.find.tokens import Line, Phrases
from vnitcoop.find.vocabulary import kinds, phrases, words

_APPOSED = 6  # tokens between a comma and the noun that says what a firm is
_BEFORE_A_FIRM = ("joins", "owned", "with", "made", "possessed")
_DESCRIBED = 4  # tokens from a determiner to that noun


def firm_ends(line: Line) -> Iterator[tuple[int, str]]:
    """The tokens before which a body must end: before an apposition, a possession, a firm's verb; with its kind."""
    acts = line.holds(_list(line, "verbs"))
    for index in [capital + 1 for capital in line.capitals if capital + 1 < len(line)]:
        if line.key(index) == "," and (kind := _apposed(line, index + 1)):
            yield index, kind
        elif (acts and _verb(line, index)) or (
            line[index].kind == "possessive" and line.match(index + 1, _list(line, "possessed"))
        ):
            yield index, "company"


def apposed_starts(line: Line) -> Iterator[int]:
    """The tokens behind "a securities brokerage, " and "its local unit, ", at which the firm's name may begin."""
    for noun, behind in line.find(_list(line, "apposed")):
        before = line.keys[max(0, noun - _DESCRIBED) : noun]
        if line.key(behind) == "," and not _determiners(line.language).isdisjoint(before):
            yield behind + 1


@cache
def _determiners(language: str) -> frozenset[str]:
    return words("grammar", "determiners") | words("firms", "articles", language) | {"un", "une", "sa", "son"}


def other_starts(line: Line) -> Iterator[tuple[int, str]]:
    """The tokens behind "industry body", "l'association", "hiệp hội", at which a name may begin, with its kind."""
    told = kinds("firms", "others", line.language)
    for noun, behind in line.find(_list(line, "others")):
        if not line[noun].capital:
            yield behind, told[line.keys[noun:behind]]


def firm_starts(line: Line, reach: Mapping[int, int]) -> Iterator[int]:
    """The tokens at which a firm's name must begin: "a plant of X", "contracts with X", "X's rival Y".

    `reach` maps the first token of each place to the token behind it.
    """
    if not line.holds(_before_a_firm(line.language)):
        return
    for _, behind in line.find(_list(line, "joins")):
        between = line.key(behind) in words("firms", "places_between")
        yield reach.get(behind + between, behind)
    for noun, behind in line.find(_list(line, "owned")):
        behind += line.language == "fr" and line.key(behind) in demonyms()  # "la filiale vietnamienne de X"
        link = line.match(behind, phrases("firms", "of", line.language))
        seat = line.key(behind) in {"in", "at"} and line.key(noun) in words("firms", "seated")
        if link and not seat:
            yield behind + link
    for _, behind in line.find(_list(line, "with")):
        if link := line.match(behind, phrases("firms", "together", line.language)):
            yield behind + link
    for _, behind in line.find(_list(line, "made")):
        if link := line.match(behind, phrases("firms", "by", line.language)):
            yield skip_article(line, behind + link)
    for noun, behind in line.find(_list(line, "possessed")):
        if noun and line[noun - 1].kind == "possessive":
            yield behind


@cache
def _before_a_firm(language: str) -> Phrases:
    return Phrases([phrase for group in _BEFORE_A_FIRM for phrase in words("firms", group, language)])


def _list(line: Line, group: str) -> Phrases:
    return phrases("firms", group, line.language)


def _apposed(line: Line, index: int) -> str:
    """The kind of body that an apposition here makes: "an arm of", "our agency for", "cabinet de ..."; "" for none."""
    articles, ends_it = words("firms", "articles", line.language), _list(line, "ends_apposition")
    apposed, others = _list(line, "apposed"), _list(line, "others")
    opened = line.key(index) in articles or line.language != "en"
    for k in range(index, min(index + _APPOSED, len(line))):
        if opened and (length := line.match(k, apposed) or line.match(k, others)):
            ends = k + length >= len(line) or not line[k + length].capital or line.language == "vi"
            if line.key(k + length) == "'s":
                return ""  # "A, the agency's director"
            return kinds("firms", "others", line.language).get(line.keys[k : k + length], "company") if ends else ""
        within = line[k].kind in {"word", "elision", "possessive"} and not line.match(k, ends_it)
        if not within or (line[k].capital and line.key(k) not in demonyms() and k == index):
            return ""
    return ""


def _verb(line: Line, index: int) -> bool:
    """Whether a verb that only firms have begins here, perhaps behind an auxiliary."""
    at = index
    while line.key(at) in words("firms", "auxiliaries", line.language):
        at += 1
    return bool(line.match(at, _list(line, "verbs")))
