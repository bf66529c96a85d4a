"""Persons: by their names, beside titles and honorifics, and beside verbs of saying."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from vnitcoop.find.names.people_names import (
    given_behind_surname,
    name_length,
    name_part,
    name_words,
    office_words,
    topics,
    vietnamese_shaped,
)
from vnitcoop.find.names.roles import Placed, TitlePhrase, title_phrase
from vnitcoop.find.names.titles import Title
from vnitcoop.find.tokens import DASHES, Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.text import strip_marks

_OWNER = 6  # tokens of whose a title is, before it


class Person(NamedTuple):
    """A person's name between two tokens, and the rule that found it."""

    first: int
    last: int
    rule: str


def behind_honorifics(line: Line, index: int) -> int:
    """The token behind the words of respect that stand here, with their points: "H.E. Mr."."""
    while length := line.match(index, phrases("people", "honorifics")):
        index += length
    return index + (line.key(index) == ".")


@cache
def honorifics() -> frozenset[str]:
    """Words of respect before a name, folded and without their points."""
    words = (w for group in lexicon("people")["honorifics"].values() for w in group)
    return frozenset(strip_marks(w).lower().rstrip(".") for w in words)


def title_phrases(
    line: Line, titles: Iterable[Title], bodies: Sequence[Placed], places: Mapping[int, int]
) -> tuple[TitlePhrase, ...]:
    """Every title of a sentence with its field and its body; `places` maps first to last token of each."""
    phrases = (title_phrase(line, t, bodies, places) for t in titles)
    return tuple(p for p in phrases if p.body is not None or not p.title.leads or p.last > p.last_word)


def find_people(line: Line, titled: Sequence[TitlePhrase], blocked: frozenset[int]) -> list[Person]:
    """The persons of a sentence. `blocked` are tokens that belong to other names."""
    people: dict[int, Person] = {}
    taken = set(blocked)
    for person in _candidates(line, titled, blocked):
        tokens = range(person.first, person.last)
        an_address = line.key(person.last) == "@" and line[person.last].glued
        if not an_address and taken.isdisjoint(tokens):
            people[person.first] = person
            taken.update(tokens)
    return [people[first] for first in sorted(people)]


def _candidates(line: Line, titled: Sequence[TitlePhrase], blocked: frozenset[int]) -> Iterator[Person]:
    for index in line.capitals:
        if (
            index not in blocked
            and (length := name_length(line, index))
            and not _of_a_spot(line, index, index + length)
            and not (line[index].upper and all(t.upper for t in line.tokens if t.capital))
        ):
            yield Person(index, index + length, "person-by-name")
    for phrase in titled:
        yield from _beside_title(line, phrase, blocked)
    for index in line.where(honorifics()):
        if line[index].text[:1].isalpha():
            yield from _behind_honorific(line, index, blocked)
    for first, last in line.find(phrases("speech", line.language, "say")):
        if not line[first].capital and line.key(first) not in honorifics():
            yield from _beside_saying(line, first, last, blocked)


def _of_a_spot(line: Line, first: int, last: int) -> bool:
    """Whether a name is that of a street, palace or park: "rue Tôn Thât Thuyêt", "Van Trung Industrial Park"."""
    before, behind = phrases("grammar", "spots_before"), phrases("grammar", "spots_behind")
    if any(line.match(k, behind) for k in range(first + 1, last + 1)) or _is_numbered(line, first):
        return True
    while first and line[first - 1].capital:
        first -= 1
    return any(line.match(k, before) == first - k for k in range(max(0, first - 3), first))


def _is_numbered(line: Line, first: int) -> bool:
    """ "at 72 Pham Hung", "số 18 Nguyễn Du": whether the number of a house stands before a name."""
    said = line.key(first - 1)
    return said.isdecimal() and line.key(first - 2) in words("grammar", "before_a_house") and len(said) < 4


def _beside_title(line: Line, phrase: TitlePhrase, blocked: frozenset[int]) -> Iterator[Person]:
    behind = behind_honorifics(line, phrase.last + (line.key(phrase.last) == ","))
    titled = line.match(behind, phrases("titles", line.language, "titles"))
    last = behind if titled else max(_run(line, behind, blocked), _in_capitals(line, behind, blocked))
    noun = line.match(behind, phrases("bodies_vietnamese", "short_heads")) if line.language == "vi" else 0
    alone = last - behind == 1 and behind == phrase.last and line[phrase.title.core].capital and noun < 2
    alone = alone and not line[behind].text[:2].isupper() and line.key(behind) not in name_words("not_only_of_offices")
    if last - behind >= 2 or alone:
        yield Person(behind, last, "person-beside-title")
    comma = phrase.first - 1
    while comma > 0 and line.key(comma) in words("grammar", "before_a_title"):
        comma -= 1
    comma = _before_owner(line, phrase) if line.key(comma) == "'s" else comma
    if line.key(comma) in {",", "("}:
        first = _run_back(line, comma, blocked)
        if comma - first >= 2 and not _of_a_spot(line, first, comma):
            yield Person(first, comma, "person-before-title")


def _before_owner(line: Line, phrase: TitlePhrase) -> int:
    """ "Leocadia Zak, the US agency's director, spoke": the comma before its owner, where another closes it."""
    closed = line.key(phrase.last) in {",", "."} and not (phrase.last + 1 < len(line) and line[phrase.last + 1].capital)
    at = phrase.first - 2
    while closed and at > max(0, phrase.first - _OWNER) and line[at].kind == "word":
        at -= 1
    return at if closed else phrase.first - 1


def _in_capitals(line: Line, index: int, blocked: frozenset[int]) -> int:
    """ "Ambassador NADAV ESHCAR talks to": the token behind a name that its title's article prints in capitals."""
    last = index
    while last < len(line) and line[last].upper and len(line[last].text) > 2 and last not in blocked:
        last += 1
    if not 2 <= last - index <= 3 or any(t.key in topics() or t.key in office_words() for t in line.tokens[index:last]):
        return index
    return last if any(t.capital and not t.upper for t in line.tokens[:index]) else index


def _behind_honorific(line: Line, index: int, blocked: frozenset[int]) -> Iterator[Person]:
    first = index + 1 + (line.key(index + 1) == ".")
    if line.match(first, phrases("titles", line.language, "titles")) > 1 or line.key(first) in {"ts", "ths", "tskh"}:
        return  # "ông Đại sứ", "PGS.TS. ..."
    last = _run(line, first, blocked)
    if last == first + 1 and line.key(first) in name_words("not_only_of_offices"):
        return  # "General Partner"
    if (last > first and line.key(index) not in {"ba", "anh", "chi", "m", "ts", "gs"} | set()) or (
        last - first >= 1 and _meant(line, index)
    ):
        yield Person(first, last, "person-behind-honorific")


def _meant(line: Line, index: int) -> bool:
    """ "M" only with its point, "anh" only in Vietnamese: an honorific, not a word."""
    key = line.key(index)
    if key == "m":
        return line.language == "fr" and line.key(index + 1) == "."
    return line.language == "vi" and line[index].text.lower() in {"bà", "anh", "chị", "ts", "gs"}


def _beside_saying(line: Line, first: int, last: int, blocked: frozenset[int]) -> Iterator[Person]:
    before = first
    while before and line.key(before - 1) in words("grammar", "before_saying"):
        before -= 1
    start = _run_back(line, before, blocked)
    if 2 <= before - start <= 4 and not line[start].upper:
        yield Person(start, before, "person-before-saying")
    end = _run(line, last, blocked)
    if 2 <= end - last <= 4 and line.language != "vi" and not line[last].upper:
        yield Person(last, end, "person-behind-saying")


def _run(line: Line, index: int, blocked: frozenset[int]) -> int:
    """The token behind the run of name words that begins here, four at most."""
    last = index
    while last < len(line) and last - index < 5 and last not in blocked:
        if _initial(line, last) and (last > index or line.key(last) not in honorifics()):  # "M. Hollande"
            last += 2
        elif name_part(line, last) or (last == index + 1 and given_behind_surname(line, last)):
            last += 1
        elif last > index and line.key(last) in words("grammar", "particles") and name_part(line, last + 1):
            last += 2  # "Basie von Solms"
        elif last > index and line[last].key in DASHES and line[last].glued and name_part(line, last + 1):
            last += 2
        else:
            break
    while last > index and line.key(last - 1) == ".":
        last -= 2
    if last > index + 2 and line.key(index) in name_words("vietnamese_surnames"):
        while last > index + 2 and not vietnamese_shaped(line.key(last - 1)):
            last -= 1
    return last


def _initial(line: Line, index: int) -> bool:
    """ "S." of "S.M. Krishna"; a name goes on behind it."""
    if index + 2 >= len(line) or line.key(index + 1) != "." or not line[index + 1].glued:
        return False
    return len(line[index].text) == 1 and line[index].capital and line[index + 2].capital


def _run_back(line: Line, end: int, blocked: frozenset[int]) -> int:
    first = end
    while first and end - first < 4 and (first - 1) not in blocked:
        particle = 1 < first < end and line.key(first - 1) in words("grammar", "particles")
        if not (name_part(line, first - 1) or (particle and name_part(line, first - 2))):
            break
        if line.language == "vi" and line[first - 1].text in words("titles", "never_in_a_name"):
            break
        first -= 1
    return first
