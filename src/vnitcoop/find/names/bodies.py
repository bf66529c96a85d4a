"""Names of bodies in English text, grown from the noun that makes them: "... Association", "Ministry of ..."."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vnitcoop.find.names.people_names import name_length, office_words, openers, topics
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.tokens import DASHES, Line, Phrases
from vnitcoop.find.vocabulary import kinds, phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.text import fold

_LONGEST = 20  # tokens of a name before its head noun
_FIELDS = ("ry", "ion", "ing", "ure", "ics", "ment", "ogy", "nce", "ity", "ism", "al", "ies", "ship", "arts")


class Body(NamedTuple):
    """A body's name between two tokens, its kind, and the rule that found it."""

    first: int
    last: int
    type: str
    rule: str


def heads(table: str) -> dict[tuple[str, ...], str]:
    """Head phrase to kind, of one of the head tables of lexicon/bodies.yml."""
    return kinds("bodies", table)


@cache
def head_phrases(table: str) -> Phrases:
    return Phrases(" ".join(keys) for keys in heads(table))


def kind_of(name: str, fallback: str) -> str:
    """The kind of a body by the most telling word of its name, else `fallback`."""
    padded = f" {fold(name)} "
    return next((kind for tell, kind in _telling() if tell in padded), fallback)


@cache
def _telling() -> tuple[tuple[str, str], ...]:
    """The words that tell a body's kind, folded and padded, the most telling first."""
    return tuple((f" {fold(tell)} ", kind) for kind, tells in lexicon("bodies")["telling"] for tell in tells)


def english_bodies(line: Line, taken: frozenset[int]) -> Iterator[Body]:
    """Bodies by head noun. `taken` are tokens where another known name begins: "and" does not reach over them."""
    done = 0
    for first, last in line.find(head_phrases("english_heads")):
        if first < done or not line[first].capital or name_length(line, first):
            continue
        kind = heads("english_heads")[line.keys[first:last]]
        word = line.key(last - 1)
        while last < len(line) and line.key(last) in words("bodies", "head_tails") and line[last].capital:
            last += 1
        end = _grow_right(line, last, taken) if word in words("bodies", "of_heads") else last
        start = _grow_left(line, first, taken)
        if _is_name(line, start, first, last, end, taken):
            yield Body(start, end, kind_of(line.words(start, end), kind), "body-by-head-noun")
            done = end


def _is_name(line: Line, start: int, first: int, last: int, end: int, taken: frozenset[int]) -> bool:
    if start == first and end == last:
        return " ".join(line.keys[first:last]) in words("bodies", "whole_names") and line[last - 1].capital
    of_several = end == last and line.key(last - 1) in words("bodies", "plurals")
    if of_several or line.key(start) in words("bodies", "praise"):
        return False
    if line.match(first - 1, phrases("bodies", "no_bodies")):
        return False
    if line.key(first - 1) in words("bodies", "halls") and end == last:
        return False  # "Ariyana Convention Centre" is where one meets
    weak = line.key(last - 1) in words("bodies", "weak_heads")
    if not weak:
        return not (end == last and _goes_on_as_other(line, last))
    if line.key(first - 1) == "and" and line.key(first) == "society":
        return False  # "AI and Society"
    if end == last < len(line) and line[last].capital and last not in taken:
        return False  # "Global Services Location Index"
    if line.key(last - 1) == "board" and end > last + 1 and last + 1 in taken:
        return False  # "Chairman of the Board of FPT Japan"
    if end > last:
        of_a_land = line.key(last - 1) == "company" and start < first and last + 1 in taken  # "Company of Cuba"
        return of_a_land or line.key(last - 1) in words("bodies", "weak_of_heads")
    return (
        (start < first and line[first].key != "group")
        or any(t.upper for t in line.tokens[start:first])
        or (first - start >= 1 and line[first].capital)
    )


def _goes_on_as_other(line: Line, index: int) -> bool:
    """ "Vietnam Data Center Market": what stands behind makes another thing of a name that ends in "centre"."""
    if index >= len(line) or not line[index].capital or line.key(index) in office_words():
        return False
    return line.key(index) in words("bodies", "things_behind")


def _grow_left(line: Line, head: int, taken: frozenset[int]) -> int:
    """The first token of a name whose head noun stands at `head`."""
    start = index = head
    if line.key(head) == "people" and line.key(head - 1) in words("bodies", "inner_adjectives"):
        start = index = head - 1
    while index > max(0, head - _LONGEST):
        index -= 1
        if line[index].capital and not _stops_left(line, index):
            start = index
        elif not _links_left(line, index, head, taken):
            break
    while start < head and (line.key(start) in words("grammar", "determiners") or line.key(start) in DASHES):
        start += 1
    american = line.keys[max(0, start - 4) : start] == ("u", ".", "s", ".") and not _is_of_state(line, start)
    dashed = start > 1 and line.key(start - 1) in DASHES and line[start].glued and line[start - 1].glued
    small = dashed and len(line.key(start - 2)) == 1  # "e-Governance Academy"
    return start - 4 if american else start - 2 * small


def _links_left(line: Line, index: int, head: int, taken: frozenset[int]) -> bool:
    """Whether a token that is no name word joins one to the name on its right: a dash, "&", "and", "national", "'s"."""
    key, before = line.key(index), line.key(index - 1)
    if key == "'s":
        return before in {"people", "women", "youth"}
    if key == ",":
        return before in topics() and "and" in line.keys[index:head]
    if key == "and":
        return index > 0 and _joins(line, index, head, taken)
    number = line[index].kind == "number" and len(key) < 3  # "Lilama 2 College"
    dash = key in DASHES and (line[index].glued or not all(t.upper for t in line.tokens[:index]))  # "HCM CITY - X"
    inside = dash or key == "&" or number or key in words("bodies", "inner_adjectives")
    return inside and index > 0 and line[index - 1].capital


def _stops_left(line: Line, index: int) -> bool:
    """Whether a capitalised word cannot belong to the body on its right: an opener, a title, the end of a person."""
    key = line.key(index)
    if key in words("grammar", "determiners") or (
        index == 0 and key in openers("en") | openers(line.language) and key not in {"national", "young"}
    ):
        return True
    based = key.endswith(("-based", "-owned", "-backed", "-listed", "-funded", "-led", "-born"))
    return based or (key in _title_words() and key not in topics())


@cache
def _firm_ends() -> frozenset[str]:
    """What ends a firm's name: before it "and" joins two firms, "FPT Software and Sekisho Corporation"."""
    return frozenset({"corporation", "company", "corp", "inc", "ltd", "jsc", "holdings", "group"})


@cache
def _title_words() -> frozenset[str]:
    return words("titles", "en", "titles") | frozenset({"deputy", "vice", "senior"})


def _is_of_state(line: Line, start: int) -> bool:
    return not {"ministry", "department", "government", "parliament"}.isdisjoint(line.keys[start : start + 4])


def _joins(line: Line, index: int, head: int, taken: frozenset[int]) -> bool:
    """Whether the "and" at `index` joins two topics of one name, not two bodies."""
    left = line[index - 1]
    right = line.key(index + 1)
    topical = right in topics() or index + 1 == head or right.endswith(_FIELDS)  # not "Cloud and Yonsei University"
    a_firm = left.key in words("bodies", "english_heads", "company") and line.key(head) in _firm_ends()
    return left.capital and left.key in words("bodies", "topics") and index - 1 not in taken and topical and not a_firm


def _grow_right(line: Line, last: int, taken: frozenset[int]) -> int:
    """The token behind the complement of a head: "of Information and Communications", "for Computerisation"."""
    end = last
    links = {"for"} if line.key(last - 1) == "corporation" else {"of", "for", "in"}
    while end < len(line) and (line.key(end) in links or (end > last and line.key(end) == "from")):
        a_field = line.key(end + 1) in topics()  # "Centre in ICT"
        closed = line.key(complement(line, end + 1)) == "("
        if line.key(end) == "in" and not (_is_mission(line, last) or closed or a_field):
            break
        if line.key(end) == "from" and not closed:
            break  # "Centre for the Promotion of Imports from Developing Countries (CBI)"
        inside = end + (2 if line.key(end + 1) == "the" else 1)
        grown = complement(line, inside, taken)
        if grown == inside or line.key(grown) in {"$", "€", "£"}:
            break
        end = grown
    return end


def _is_mission(line: Line, last: int) -> bool:
    """Embassies, consulates and trade offices are named with where they sit: "Vietnam Trade Office in Australia"."""
    return line.holds(phrases("bodies", "missions"), last - 3, last + 4)


def complement(line: Line, index: int, taken: frozenset[int] = frozenset()) -> int:
    """The token behind a capitalised complement: "Information and Communications", "Okinawa prefecture"."""
    start = index
    while index < len(line):
        if not (_is_word_of(line, index, start) or _links_right(line, index, start, taken)):
            break
        index += 1
    return index


def _is_word_of(line: Line, index: int, start: int) -> bool:
    """Whether a capitalised word goes on a complement: it begins neither a person's name nor another body's."""
    return line[index].capital and not (index > start and name_length(line, index))


def _links_right(line: Line, index: int, start: int, taken: frozenset[int]) -> bool:
    """Whether a small word or mark joins what follows to a complement: "and", a comma, a dash, "prefecture"."""
    key = line.key(index)
    if key == ",":
        return _enumerates(line, index)
    if index == start:
        return False
    if key == "&" and line[index].glued:  # "Samsung Vietnam R&D Center"
        return index + 1 < len(line) and line[index + 1].capital and line[index + 1].glued
    if key in {"and", "&"}:
        again = {"and", "&"} & set(line.keys[start:index])  # "Science and Technology and Viettel"
        placed = index - 1 in taken and line.key(index + 1) not in topics()  # "Embassy of Finland in Hanoi and Tekes"
        the = line.keys[index + 1 : index + 3] == ("the", "arts")
        return not (again or placed) and _continues(line, index + 1 + the, taken)
    dash = key in DASHES and line[index].glued and index + 1 < len(line) and line[index + 1].capital
    if key == "the":
        return line.key(index - 1) == "and"
    return dash or key in words("grammar", "units_of_land")


def _continues(line: Line, index: int, taken: frozenset[int]) -> bool:
    if index >= len(line) or not line[index].capital:
        return False
    token = line[index]
    if line.match(index, phrases("titles", "en", "titles")) or token.key in {"deputy", "vice"}:
        return False
    if token.key in topics():
        return line.key(index + 1) != "minister"
    return (
        not (token.upper or len(token.text) == 1 or token.key in demonyms())
        and index not in taken
        and not name_length(line, index)
        and line.key(index + 1) not in {"'s", "of"}
        and line.keys[index + 1 : index + 2] not in heads("english_heads")
        and not line.match(index, head_phrases("french_heads"))  # "and Institut Mines-Telecom"
    )


def _enumerates(line: Line, index: int) -> bool:
    """A comma inside "Labour, Invalids and Social Affairs": topics on both sides and an "and" soon after."""
    window = line.keys[index + 1 : index + 6]
    both = line.key(index - 1) in topics() and line.key(index + 1) in topics()
    return both and line[index + 1].capital and "and" in window[1:]
