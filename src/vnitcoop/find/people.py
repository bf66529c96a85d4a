"""Persons, and the roles that the words beside them give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vnitcoop.find.people_names import name_length, name_part, name_words, vietnamese_shaped
from vnitcoop.find.roles import Placed, TitlePhrase, title_phrase
from vnitcoop.find.titles import titles_in
from vnitcoop.find.tokens import DASHES, Line
from vnitcoop.find.vocabulary import phrases
from vnitcoop.lexicon import lexicon
from vnitcoop.text import strip_marks


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name between two tokens, and the rule that found it."""

    first: int
    last: int
    rule: str


@dataclass(frozen=True, slots=True)
class Held:
    """A role: whose (position in the list of persons, or None for a pronoun), and by which title phrase."""

    person: int | None
    phrase: TitlePhrase


@cache
def _honorifics() -> frozenset[str]:
    words = (w for group in lexicon("people")["honorifics"].values() for w in group)
    return frozenset(strip_marks(w).lower().rstrip(".") for w in words)


def find_people(line: Line, bodies: Sequence[Placed], blocked: frozenset[int]) -> tuple[list[Person], list[Held]]:
    """The persons and roles of a sentence. `blocked` are tokens that belong to other names."""
    titled = [title_phrase(line, t, bodies) for t in titles_in(line)]
    people: dict[int, Person] = {}
    for person in _candidates(line, titled, blocked):
        tokens = range(person.first, person.last)
        if not blocked.intersection(tokens) and not any(p.first < person.last and person.first < p.last for p in people.values()):
            people[person.first] = person
    found = [people[first] for first in sorted(people)]
    return found, list(_roles(line, found, titled))


def _candidates(line: Line, titled: Sequence[TitlePhrase], blocked: frozenset[int]) -> Iterator[Person]:
    for index in range(len(line)):
        if index not in blocked and (length := name_length(line, index)):
            yield Person(index, index + length, "person-by-name")
    for phrase in titled:
        yield from _beside_title(line, phrase, blocked)
    for index in range(len(line)):
        if line.key(index) in _honorifics() and line[index].text[:1].isalpha():
            yield from _behind_honorific(line, index, blocked)
        elif (length := line.match(index, phrases("speech", line.language, "say"))) and not line[index].capital:
            yield from _beside_saying(line, index, index + length, blocked)


def _beside_title(line: Line, phrase: TitlePhrase, blocked: frozenset[int]) -> Iterator[Person]:
    behind = phrase.last + (line.key(phrase.last) == ",")
    if line.key(behind) in _honorifics():
        behind += 1 + (line.key(behind + 1) == ".")
    last = _run(line, behind, blocked)
    if last - behind >= 2 or (last - behind == 1 and behind == phrase.last and line[phrase.title.core].capital):
        yield Person(behind, last, "person-beside-title")
    comma = phrase.first - 1
    while comma > 0 and line.key(comma) in {"the", "a", "who", "is", "as", "le", "la", "l'", "currently", "doubles", "also", "lui"}:
        comma -= 1
    if line.key(comma) in {",", "("}:
        first = _run_back(line, comma, blocked)
        if comma - first >= 2:
            yield Person(first, comma, "person-before-title")


def _behind_honorific(line: Line, index: int, blocked: frozenset[int]) -> Iterator[Person]:
    first = index + 1 + (line.key(index + 1) == ".")
    last = _run(line, first, blocked)
    if last > first and line.key(index) not in {"ba", "anh", "chi", "m", "ts", "gs"} | set() or last - first >= 1 and _meant(line, index):
        yield Person(first, last, "person-behind-honorific")


def _meant(line: Line, index: int) -> bool:
    """"M" only with its point, "anh" only in Vietnamese: an honorific, not a word."""
    key = line.key(index)
    if key == "m":
        return line.language == "fr" and line.key(index + 1) == "."
    return line.language == "vi" and line[index].text.lower() in {"bà", "anh", "chị", "ts", "gs"}


def _beside_saying(line: Line, first: int, last: int, blocked: frozenset[int]) -> Iterator[Person]:
    before = first
    while before and line.key(before - 1) in {"also", "has", "had", "then", "a", "ont", "the", "cung", "da"}:
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
        if name_part(line, last):
            last += 1
        elif last > index and line[last].key in DASHES and line[last].glued and name_part(line, last + 1):
            last += 2
        else:
            break
    if last > index + 2 and line.key(index) in name_words("vietnamese_surnames"):
        while last > index + 2 and not vietnamese_shaped(line.key(last - 1)):
            last -= 1
    return last


def _run_back(line: Line, end: int, blocked: frozenset[int]) -> int:
    first = end
    while first and end - first < 4 and (first - 1) not in blocked and name_part(line, first - 1):
        first -= 1
    return first


def _roles(line: Line, people: Sequence[Person], titled: Sequence[TitlePhrase]) -> Iterator[Held]:
    before: tuple[int, int] = (-1, -1)  # where the last role's phrase ended, and whose it was
    for phrase in titled:
        holder = _holder(line, people, phrase)
        if holder is None and phrase.first - 1 == before[0] and line.key(before[0]) in {"and", "et", "va", "kiem", "cum"}:
            holder = before[1]
        if holder is not None:
            before = (phrase.last, holder)
            yield Held(holder, phrase)
        elif _of_pronoun(line, phrase):
            yield Held(None, phrase)


def _holder(line: Line, people: Sequence[Person], phrase: TitlePhrase) -> int | None:
    """Who a title belongs to: the person right behind it, else the one right before it."""
    behind = phrase.last + (line.key(phrase.last) == ",")
    while line.key(behind) in _honorifics() | {"."}:
        behind += 1
    for position, person in enumerate(people):
        if person.first == behind:
            return position
    for position, person in reversed(list(enumerate(people))):
        if person.last <= phrase.first and _apposed(line, person.last, phrase.first):
            return position
    return None


def _apposed(line: Line, person_end: int, title: int) -> bool:
    """Whether only apposition stands between a person and a title: ", the ...", ", who doubles as ..."."""
    gap = line.keys[person_end:title]
    if len(gap) > 6 or not gap or gap[0] not in {",", "(", "-", "who", "is", "was"}:
        return False
    free = {",", "(", "-", "the", "who", "doubles", "is", "was", "as", "a", "also", "and", "le", "la", "l'", "currently",
            "qui", "est", "'s", "concurrently", "serves", "now", "then", "newly", "appointed"}  # fmt: skip
    return all(k in free or line[person_end + i].capital for i, k in enumerate(gap))


def _of_pronoun(line: Line, phrase: TitlePhrase) -> bool:
    """"She is Vice President of ..."."""
    before = line.keys[: phrase.first]
    return len(before) in {2, 3} and before[0] in {"he", "she", "il", "elle"} and before[1] in {"is", "was", "est"}
