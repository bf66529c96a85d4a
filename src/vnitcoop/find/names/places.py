"""Places: known names where they stand by themselves, and names that say of themselves what they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from vnitcoop.find.names.gazetteer import Known, Met
from vnitcoop.find.names.people_names import name_length, topics
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import marked_phrases, phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.text import strip_marks
from vnitcoop.types import Entry, Kind

# Words that make a place of the name beside them.
_AFTER = {"city": "city", "province": "province", "prefecture": "province", "district": "district", "town": "city"}
_BEFORE: dict[tuple[str, ...], str] = {
    ("tinh",): "province",
    ("thanh", "pho"): "city",
    ("tp", "."): "city",
    ("tp",): "city",
    ("quan",): "district",
    ("huyen",): "district",
    ("prefecture", "de"): "province",
    ("ville", "de"): "city",
    ("province", "de"): "province",
    ("city", "of"): "city",
    ("province", "of"): "province",
    ("state", "of"): "province",
}
_OPENS_BEFORE = frozenset(told[0] for told in _BEFORE)
_TELLING = _OPENS_BEFORE.union(_AFTER)
_BESIDE = 5  # tokens between "the capital" and the city that it is
_OF = 3  # tokens between "the capital" and its country
_HONORIFICS = frozenset({"bà", "ông", "anh", "chị"})


@cache
def demonyms() -> dict[str, str]:
    """Adjectives and inhabitants of countries, folded, to ISO 3166 codes."""
    return {strip_marks(word).lower(): code for group in lexicon("demonyms").values() for word, code in group.items()}


def known_places(line: Line, met: Iterable[Met]) -> Iterator[tuple[int, int, Known, str]]:
    """Every place among the known names that a sentence holds: first token, last token, whose it is, by which rule."""
    territory = -1  # the token behind the last one
    for first, last, known in met:
        places = [k for k in known if k.entry.kind is Kind.PLACE]
        if (
            not places
            or line.key(last) == "$"
            or line[last - 1].end - line[first].start < 2
            or line[first].text in _HONORIFICS
        ):
            continue  # "bà Đinh Thị Thúy" is not of Ba Đình
        if line.language == "vi" and line.match(first, marked_phrases("bodies_vietnamese", "goes_on")) > last - first:
            continue  # "Văn hóa" is not of Van
        place = min(places, key=lambda k: (_rank(k, line), k.entry.id))
        if place.entry.ambiguous and not _cued(line, place.entry, first, last):
            continue
        if territory == first - 1 and line.key(territory) == "(" and line.key(last) == ")":
            continue  # "Taiwan (China)" is one
        territory = last if place.entry.type == "territory" else -1
        yield first, last, place, "known-place"


def _rank(known: Known, line: Line) -> int:
    order = ["continent", "country", "territory", "city", "province", "region"]
    return order.index(known.entry.type) if known.entry.type in order else len(order)


def _cued(line: Line, entry: Entry, first: int, last: int) -> bool:
    """Whether words beside an ambiguous name say that it is a place; "Văn" with its marks is not Van of Turkey."""
    told = line.words(first, last).lower()
    if line.language == "vi" and strip_marks(told) != told and told not in {n.name.lower() for n in entry.names}:
        return False
    before = {line.key(first - 1), line.key(first - 2)}
    return bool(before & words("grammar", "cues_of_places")) or line.key(last) in _AFTER


def is_unit(line: Line, index: int) -> bool:
    """Whether a word written large stands here that makes a place of the name before it."""
    return index < len(line) and line[index].capital and line.key(index) in _AFTER


def told_places(line: Line) -> Iterator[tuple[int, int, str]]:
    """Names with the word that makes them a place: "Ogaki City", "tỉnh Gia Nghĩa": first, last, kind of place."""
    for index in line.where(_TELLING):
        for told, kind in _BEFORE.items() if line.keys[index] in _OPENS_BEFORE else ():
            after = index + len(told)
            if line.keys[index:after] == told and after < len(line) and line[after].capital:
                if name_length(line, after) >= 3:
                    continue
                last = after
                while last < len(line) and last - after < 3 and line[last].capital and not line[last].upper:
                    last += 1
                if last > after:
                    yield after, last, kind
        if (
            line.language == "en"
            and line.key(index) in _AFTER
            and index
            and line[index - 1].capital
            and not line[index - 1].upper
        ):
            first = index - 1
            while first and index - first < 3 and line[first - 1].capital and not line[first - 1].upper:
                first -= 1
            if not any(
                k in demonyms() or k in topics() or k in words("grammar", "no_places") for k in line.keys[first:index]
            ):
                yield first, index, _AFTER[line.key(index)]


def capitals(line: Line, known: Sequence[tuple[int, int, Entry]]) -> Iterator[tuple[int, int, str]]:
    """ "In the Thai capital", "la capitale du Laos", with no city named beside it: first, last, ISO 3166 code.

    `known`: the known places of the sentence.
    """
    for first, last in line.find(phrases("grammar", "capital")):
        if any(e.type == "city" and -_BESIDE <= a - last <= _BESIDE for a, _, e in known):
            continue
        land = next((p for p in known if p[2].type == "country" and (p[1] == first - 1 or p[0] > last)), None)
        if line.language == "en" and line.key(first - 1) in demonyms():
            before = first == 2 or line.key(first - 3) in words("grammar", "before_the_capital")
            if line.key(first - 2) == "the" and before and line.key(last) not in words("grammar", "behind_money"):
                yield first - 1, last, demonyms()[line.key(first - 1)]
        elif line.language == "fr" and line.key(last) in demonyms():
            yield first, last + 1, demonyms()[line.key(last)]
        elif land and land[1] == first - 1 and line.key(first - 1) == "'s":
            yield land[0], last, land[2].country or ""
        elif land and 0 <= land[0] - last <= _OF and set(line.keys[last : land[0]]) <= words("grammar", "of_a_country"):
            yield first, land[1], land[2].country or ""
