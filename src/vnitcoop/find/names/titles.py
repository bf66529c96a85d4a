"""Titles of persons as they stand in a sentence: what the title is, and where its field or body begins."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vnitcoop.find.names.people_names import topics
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.tokens import Line, Phrases
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon

_DIRECTIONS = frozenset({"south", "north"})


class Title(NamedTuple):
    """A title between two tokens; `core` is where the title word itself begins (behind "Vietnamese", "former")."""

    first: int
    core: int
    last: int
    with_field: bool
    foreign: bool  # "Indian Minister": of another country than Vietnam
    plural: bool = False  # "Ministers": of all the persons behind it
    leads: bool = False  # "who heads": a verb that takes the body for its object


@cache
def _phrases(language: str, part: str) -> Phrases:
    listed = lexicon("titles")[language][part]
    plural = (
        [w + "s" for w in listed if w not in {"head", "chair", "partner", "chief"}]
        if language != "vi" and part == "titles"
        else []
    )
    hyphened = [w.replace("-", " - ") for w in listed if "-" in w]  # as "Secretary-General" falls apart
    return Phrases([*listed, *plural, *hyphened])


def titles_in(line: Line) -> Iterator[Title]:
    """Every title of a sentence, left to right, each as long as it goes."""
    table = lexicon("titles")[line.language]
    done = 0
    named = [(core, last, False) for core, last in line.find(_phrases(line.language, "titles"))]
    for core, last, leads in sorted([*named, *((a, b, True) for a, b in _leading(line))]):
        if core < done or not (leads or _is_title(line, core, last)):
            continue
        if leads:
            yield Title(core, core, last, False, False, leads=True)
            done = last
            continue
        first = _with_modifiers(line, core, table)
        last = _chief_officer(line, core, last)
        words = " ".join(line.keys[core:last])
        last, foreign_after = _adjectives_after(line, last)
        foreign = foreign_after or any(demonyms().get(k, "VN") != "VN" for k in line.keys[first:core])
        yield Title(first, core, last, words in table["with_field"], foreign, _is_plural(line, first, last))
        done = last


def _leading(line: Line) -> Iterator[tuple[int, int]]:
    """Where a clause says that someone leads a body: "who heads", "qui dirige", "người đứng đầu", "Hung chairs"."""
    for first, last in line.find(phrases("titles", line.language, "leads")):
        subject = first - 1 - (line.key(first - 1) in words("titles", "adverbs"))
        named = subject >= 0 and line[subject].capital and not line[subject].upper and line.language != "vi"
        if (named and skip_article(line, last) > last) or line.key(subject) in words("titles", "relatives"):
            yield first, last


def _is_plural(line: Line, first: int, last: int) -> bool:
    if line.language == "vi":
        return line.key(first - 1) in words("titles", "plurals")
    return line.key(last - 1).endswith("s") and line.key(last - 1) != "affaires"


def _chief_officer(line: Line, core: int, last: int) -> int:
    """ "Chief Digital Officer": whatever the office, the title goes up to its noun."""
    if line.key(last - 1) != "chief" or line.language != "en":
        return last
    ahead = range(last, min(last + 3, len(line)))
    return next((k + 1 for k in ahead if line.key(k) == "officer"), last)


def _is_title(line: Line, core: int, last: int) -> bool:
    """ "the two chairs", "experts": a plural or a possessive is told apart by its neighbours."""
    if line.language == "vi":
        known = " ".join(line.lows[core:last]) not in words("titles", "no_titles")
        return known and line.key(last) != "quan"  # an embassy, not an ambassador
    return line.key(core + 1) != "'s" or line[core].capital


def _with_modifiers(line: Line, core: int, table: dict[str, list[str]]) -> int:
    first = core
    if line.language == "en" and line.key(core) == "minister" and line[core].capital:
        first = _with_fields(line, first)
    while first and ((key := line.key(first - 1)) in table["before"] or key in demonyms() or key in _DIRECTIONS):
        first -= 1
    return first


def _with_fields(line: Line, first: int) -> int:
    """ "Digital Economy Minister", "Internal Affairs and Communications Minister": where a title's fields begin."""
    begins = first
    while begins and line[begins - 1].capital and line.key(begins - 1) in topics():
        begins -= 1
    joined = begins < first and line.key(begins - 1) in {"and", "&"}
    if joined and (before := _with_fields(line, begins - 1)) < begins - 1 and line.key(before - 1) not in {"of", "for"}:
        return before
    return begins


def _adjectives_after(line: Line, last: int) -> tuple[int, bool]:
    """French puts the country behind: "ministre vietnamien de ..."."""
    foreign = False
    while line.language == "fr" and line.key(last) in demonyms():
        foreign = foreign or demonyms()[line.key(last)] != "VN"
        last += 1
    last += line.match(last, phrases("titles", "interim"))
    lower = line.language == "fr" and last + 1 < len(line) and not line[last].capital and line[last + 1].capital
    if lower and line.key(last).endswith(tuple(words("titles", "of_towns"))):  # "le professeur liégeois Pierre ..."
        last += 1
    return last, foreign


def skip_article(line: Line, index: int) -> int:
    """The token behind an article, if one stands here."""
    return index + 1 if line.key(index) in words("grammar", "articles") else index
