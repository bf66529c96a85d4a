"""Firms and other bodies that no head noun gives away: in lists, and behind a word such as "công ty" or "group"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vnitcoop.find.names.acronyms import is_common
from vnitcoop.find.names.bodies import Body, kind_of
from vnitcoop.find.names.firm_cues import apposed_starts, firm_ends, firm_starts, other_starts
from vnitcoop.find.names.houses import name_behind
from vnitcoop.find.names.people import honorifics
from vnitcoop.find.names.people_names import name_length, office_words, openers, topics, vietnamese_shaped
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.tokens import DASHES, YEAR, Line
from vnitcoop.find.vocabulary import marked_phrases, phrases, words
from vnitcoop.text import strip_marks

_MIXED = re.compile(r"(?=\w{5})(?:[A-Z]{2,}[a-z]{2,}|[A-Z][a-z]+[A-Z]\w*)")


_NUMBERED = re.compile(r"\d[A-Z]")
_OCCASIONS = ("Expo", "Summit", "Fest", "Week", "Day", "Awards", "Cup", "Hackathon")


_JOINTS = frozenset((",", "and", "et", "va", "&", "or"))  # between the names of a list


class Item(NamedTuple):
    first: int
    last: int


def firms(line: Line, bodies: dict[int, int], blocked: frozenset[int], reach: dict[int, int]) -> Iterator[Body]:
    """Bodies that the words around them make. `bodies`: tokens of those found; `blocked`: of other names.

    `reach` maps the first token of each place to the token behind it: a firm's name may end with one.
    """
    if line.in_capitals or line.in_title_case:
        return  # a headline in title case tells few names from words
    found = dict(bodies)
    for body in _alone(line, bodies, blocked, reach):
        inside = {i for a, b in found.items() for i in range(a, b)}
        if inside.isdisjoint(range(body.first, body.last)):
            found[body.first] = body.last
            yield body
    inside = {i for a, b in found.items() for i in range(a, b)}
    for items in _lists(line, found, blocked):
        known = any(i.first in found or _looks_like_acronym(line, i) for i in items)
        if known or _announced(line, items[0].first):
            for item in items:
                if item.first not in inside and is_name(line, item, len(items) > 2):
                    kind = kind_of(line.words(item.first, item.last), "company")
                    yield Body(item.first, item.last, kind, "firm-in-a-list")


def _alone(line: Line, bodies: dict[int, int], blocked: frozenset[int], reach: dict[int, int]) -> Iterator[Body]:
    yield from _before_noun(line, bodies, blocked)
    for noun, last in line.find(phrases("bodies", "firm_nouns", line.language)):
        if line[noun].capital and line.key(noun) in _startups():
            continue  # "Startup World Cup"
        first = _behind_adjective(line, last, reach)
        end = _run(line, first, blocked)
        apposed = line.language != "en" or not line.key(last - 1).endswith("s")
        if end > first and apposed and is_name(line, Item(first, end)) and not name_length(line, first):
            yield Body(first, end, "company", "firm-behind-noun")
    for first in apposed_starts(line):
        end = _run(line, first, blocked)
        end = reach.get(end, end) if end > first else end
        if (
            end > first
            and line.key(end) in {",", ")", ".", ""}
            and is_name(line, Item(first, end))
            and not name_length(line, first)
        ):
            yield Body(first, end, "company", "firm-behind-noun")
    for first, kind in other_starts(line):
        end = _run(line, first, blocked)
        if end > first and is_name(line, Item(first, end)) and not name_length(line, first):
            yield Body(first, end, kind, "body-behind-noun")
    for first in firm_starts(line, reach):
        end = _run(line, first, blocked)
        end = reach.get(end, end) if end > first else end  # "Renesas Design Vietnam"
        if end > first and is_name(line, Item(first, end)) and not name_length(line, first):
            yield Body(first, end, "company", "firm-by-its-cue")
    for end, kind in firm_ends(line):
        first = _run_back(line, end, blocked, reach)
        if first < end and is_name(line, Item(first, end), True):
            yield Body(first, end, kind, "firm-by-its-cue")
    yield from _mixed_case(line, bodies, blocked, reach)


def _behind_adjective(line: Line, index: int, reach: dict[int, int]) -> int:
    """ "la société bruxelloise Arketype", "nhà mạng Lào Unitel": what the noun has between it and the name."""
    if line.language == "vi" and index in reach and reach[index] < len(line) and line[reach[index]].capital:
        return reach[index]
    if line.language == "vi":
        goes_on, at = marked_phrases("bodies_vietnamese", "goes_on"), index
        while at < len(line) and not line[at].capital and (length := line.match(at, goes_on)):
            at += length
        foreign = at < len(line) and line[at].capital and not vietnamese_shaped(line.key(at))
        return at if foreign else index  # "hãng bảo mật Kaspersky Lab"
    if line.language == "fr" and index + 1 < len(line) and line[index + 1].capital:
        return index + (not line[index].capital and line.key(index) in demonyms())
    return index + (line.key(index) == ":")


def _run_back(line: Line, end: int, blocked: frozenset[int], reach: dict[int, int]) -> int:
    """The first token of the capitalised words that end here, four at most; a place only at their end."""
    place = next((a for a, b in reach.items() if b == end), end)
    first = place
    while first and end - first < 6 and first - 1 not in blocked:
        before = line[first - 1]
        dash = before.key in DASHES and before.glued and line[first].glued
        if before.key.endswith("-based"):
            break
        if not (dash or (before.capital and before.key not in office_words())):
            break
        first -= 1
    while first < place and (line[first].key in DASHES or line[first].key in openers(line.language)):
        first += 1
    return end if first == place else first


def _before_noun(line: Line, bodies: dict[int, int], blocked: frozenset[int]) -> Iterator[Body]:
    """ "the Kyushu Electric Power group": capitalised words between an article and a noun that makes them a firm."""
    if line.language != "en":
        return
    for index in line.where(words("bodies", "nouns_behind")):
        if index < 2 or line[index].capital:
            continue
        first = index
        while first and line[first - 1].capital and first - 1 not in blocked and index - first < 4:
            first -= 1
        item = Item(first, index)
        based = any("-" in t.text for t in line.tokens[first:index])
        if (
            first < index
            and first not in bodies
            and line.key(first - 1) in {"the", "of"}
            and not based
            and is_name(line, item)
        ):
            yield Body(first, index, "company", "firm-before-noun")


def _mixed_case(line: Line, bodies: dict[int, int], blocked: frozenset[int], reach: dict[int, int]) -> Iterator[Body]:
    """ "QTnet", "OmiGroup": a capital inside a word is how firms write themselves."""
    inside = blocked | frozenset(i for a, b in bodies.items() for i in range(a, b))
    for index in line.capitals:
        token = line[index]
        mixed = not token.text[1:].islower() and _MIXED.fullmatch(token.text)
        if not mixed or token.text in words("bodies", "mixed_case") or token.text.endswith(_OCCASIONS):
            continue
        alone = index not in inside and not (line[index - 1].capital if index else False) and line.key(index - 1) != "("
        behind = line[index + 1].text if index + 1 < len(line) else ""
        dated = YEAR.fullmatch(behind) or YEAR.fullmatch(token.text[-4:])  # "CommunicAsia 2019" is held
        spoils = line.holds(phrases("firms", "malware"), max(0, index - 2), index + 2)
        if alone and not (dated or spoils or is_common(token.text)):
            yield Body(index, name_behind(line, index + 1, reach), "company", "capital-inside")


def _lists(line: Line, bodies: dict[int, int], blocked: frozenset[int]) -> Iterator[list[Item]]:
    """Runs of two or more short names joined by commas and a last "and"."""
    if line.held.isdisjoint(_JOINTS):
        return
    done = 0
    for index in sorted({*line.capitals, *bodies}):
        items = _list_at(line, index, bodies, blocked) if index >= done else []
        if len(items) >= 2:
            yield items
        done = max(done, items[-1].last if items else 0)


def _list_at(line: Line, index: int, bodies: dict[int, int], blocked: frozenset[int]) -> list[Item]:
    items: list[Item] = []
    while item := _item(line, index, bodies, blocked):
        items.append(item)
        ahead = line.behind_bracket(item.last)
        if line.key(ahead) == ",":
            index = ahead + 1 + (line.key(ahead + 1) in words("grammar", "and"))
            index += line.language == "fr" and line.key(index) in {"de", "d'"}  # "de VNPT, de FPT"
        elif line.key(ahead) in _JOINTS:
            index = ahead + 1 + (line.language == "fr" and line.key(ahead + 1) in {"de", "d'"})
        else:
            break
    return items


def _item(line: Line, index: int, bodies: dict[int, int], blocked: frozenset[int]) -> Item | None:
    if index in bodies:
        return Item(index, bodies[index])
    index += index < len(line) and line.key(index).endswith("-based")
    last = _run(line, index, blocked)
    cut = last < len(line) and last in blocked and line[last].capital and last > index  # "Southwest" before "Asia"
    return Item(index, last) if index < last <= index + 4 and not cut else None


def _run(line: Line, index: int, blocked: frozenset[int]) -> int:
    last = index
    while last < len(line) and last not in blocked and last - index < 5:
        hyphen = (
            last > index
            and line[last].key == "-"
            and line[last].glued
            and last + 1 < len(line)
            and line[last + 1].glued
        )
        numbered = last == index and _is_numbered(line, last)
        if not (line[last].capital or hyphen or numbered) or (
            last > index and line.language == "vi" and name_length(line, last)
        ):
            break
        last += 1
    return last if last == index or line[last - 1].key != "-" else last - 1


def _is_numbered(line: Line, index: int) -> bool:
    """ "1C", "3M": a firm of a digit and a letter; "5G" and "4K" are none."""
    text = line[index].text if index < len(line) else ""
    return bool(_NUMBERED.fullmatch(text)) and text not in words("firms", "no_numbered")


def _looks_like_acronym(line: Line, item: Item) -> bool:
    token = line[item.first]
    return item.last - item.first == 1 and token.upper and len(token.text) >= 3 and not is_common(token.text)


def _announced(line: Line, first: int) -> bool:
    """Whether "firms including" or the like stands right before a list."""
    before = range(max(0, first - 4), first)
    opened = any(
        (n := line.match(i, phrases("bodies", "list_openers", line.language))) and i + n >= first - 1 for i in before
    )
    noun = any(line.match(i, phrases("bodies", "firm_nouns", line.language)) for i in range(max(0, first - 12), first))
    return opened and noun


def is_name(line: Line, item: Item, cued: bool = False) -> bool:
    """Whether words may be a firm's name; `cued` says that more than a capital speaks for it at a sentence's start."""
    named = line.tokens[item.first : item.last]
    before = line.text[max(0, named[0].start - 2) : named[0].start]
    if (before[:1].isdigit() and before[1:] == "/") or named[-1].text in words("firms", "papers"):
        return False  # "Decree 154/2013/ND-CP"
    if (
        named[0].key in honorifics()
        or named[0].key in openers(line.language)
        or named[-1].key in openers(line.language)
    ):
        return False
    lettered = len(named[-1].text) == 1 and named[0].key in words("firms", "lettered")  # "Hall B"
    if len(named) > 1 and (lettered or named[-1].key in words("firms", "ends_no_firm") or named[0].key in _startups()):
        return False
    if line.language == "vi" and line.match(item.last - 1, marked_phrases("bodies_vietnamese", "goes_on")) > 1:
        return False  # "Đối tác Kinh tế"
    an_office = all(t.key in office_words() for t in named)
    common = any(is_common(t.text) for t in named) and len(named) == 1
    topical = all(t.key in topics() or t.key in demonyms() or t.key in {"south", "north"} for t in named)
    shouted = line.text[: named[0].start].rstrip()[-1:] in {"", "."} and not named[0].upper and len(named) == 1
    a_person = name_length(line, item.first) > 0 or (
        len(named) == 1 and line.language == "vi" and is_syllable(named[0].text)
    )
    return (
        not (an_office or common or topical or (shouted and not cued) or a_person)
        and (named[0].text[0].isalpha() or _is_numbered(line, item.first))
        and len(named[0].text) > 1
    )


@cache
def _startups() -> frozenset[str]:
    return words("firms", "startups")


def is_syllable(text: str) -> bool:
    """A syllable with Vietnamese marks: a word or a person, hardly a firm."""
    return vietnamese_shaped(strip_marks(text).lower()) and strip_marks(text) != text
