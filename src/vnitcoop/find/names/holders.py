"""Who holds a title: the person right beside it, by full or short name, or the one that a pronoun means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vnitcoop.find.names.people import honorifics
from vnitcoop.find.names.roles import TitlePhrase
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import words

_REACH = 6  # tokens of apposition between a person and a title


@dataclass(frozen=True, slots=True)
class Held:
    """A title and the person whose it is; nobody in the sentence where a pronoun stands for the person before."""

    person: Seen | None
    phrase: TitlePhrase


def held(line: Line, people: Sequence[Seen], titled: Sequence[TitlePhrase], places: Sequence[Seen]) -> Iterator[Held]:
    """Every title of a sentence that someone holds; "Chairman of A and Director of B" are both of one person.

    A place may stand between a title and the name: "Tổng Lãnh sự Hàn Quốc Lim Jae-hoon".
    """
    behind = {p.first: p.last for p in places}
    last: Held | None = None
    for position, phrase in enumerate(titled):
        person = _beside(line, people, phrase, behind)
        following = titled[position + 1] if position + 1 < len(titled) else None
        if person is None and following and _goes_on(line, phrase, following):
            person = _beside(line, people, following, behind)  # "Vice President and General Secretary A"
        if person is None and last and _goes_on(line, last.phrase, phrase):
            person = last.person
        if person is not None:
            last = Held(person, phrase)
            yield last
        elif _of_pronoun(line, phrase):
            yield Held(None, phrase)


def _goes_on(line: Line, one: TitlePhrase, other: TitlePhrase) -> bool:
    """Whether "and" (perhaps with a comma and an adverb) joins a title to the one before it."""
    gap = [k for k in line.keys[one.last : other.first] if k not in words("titles", "apposition")]
    joints = words("titles", "joints")
    return other.first - one.last <= 3 and bool(joints & {*line.keys[one.last : other.first]}) and set(gap) <= joints


def _beside(line: Line, people: Sequence[Seen], phrase: TitlePhrase, places: Mapping[int, int]) -> Seen | None:
    """The person right behind a title, else the one right before it."""
    behind = phrase.last + (line.key(phrase.last) == ",")
    while line.key(behind) in honorifics() | {"."}:
        behind += 1
    posted = _behind_post(line, behind, places)
    for person in people:
        if person.first in {behind, posted}:
            return person
    before = [p for p in people if p.last <= phrase.first and _apposed(line, p.last, phrase.first)]
    return before[-1] if before else None


def _behind_post(line: Line, index: int, places: Mapping[int, int]) -> int:
    """The token behind the countries of a post: "Đại sứ Hàn Quốc tại Việt Nam ..."."""
    while index in places or (line.key(index) in words("grammar", "where") and index + 1 in places):
        index = places.get(index) or places[index + 1]
    return index


def _apposed(line: Line, person_end: int, title: int) -> bool:
    """Whether only apposition stands between a person and a title: ", the ...", ", who doubles as ..."."""
    gap = line.keys[person_end:title]
    if len(gap) > _REACH or not gap or gap[0] not in words("titles", "apposition_opens"):
        return False
    free = words("titles", "apposition")
    return all(k in free or line[person_end + i].capital for i, k in enumerate(gap))


def _of_pronoun(line: Line, phrase: TitlePhrase) -> bool:
    """ "She is Vice President of ..."."""
    before = line.keys[: phrase.first]
    pronoun = words("titles", "pronouns")
    return len(before) in {2, 3} and before[0] in pronoun and before[1] in {"is", "was", "est"}
