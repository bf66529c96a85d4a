"""Who holds a title: the person right beside it, by full or short name, or the one that a pronoun means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from vnitcoop.find.lists import run_after
from vnitcoop.find.names.people import behind_honorifics
from vnitcoop.find.names.roles import TitlePhrase
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line, keys_of
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon

_TIES = (("and",), ("et",), ("và",), ("va",), ("kiem",))
_TO_COPULA = 4  # tokens behind a title in which "is" may stand
_REACH = 9  # tokens of apposition between a person and a title


class Held(NamedTuple):
    """A title and the person whose it is; nobody in the sentence where a pronoun stands for the person before."""

    person: Seen | None
    phrase: TitlePhrase


def held(line: Line, people: Sequence[Seen], titled: Sequence[TitlePhrase]) -> Iterator[Held]:
    """Every title of a sentence that someone holds; "Chairman of A and Director of B" are both of one person."""
    last: Held | None = None
    for position, phrase in enumerate(titled):
        following = titled[position + 1] if position + 1 < len(titled) else None
        goes_on = following is not None and _goes_on(line, phrase, following)
        goes_on = goes_on and line.keys[phrase.last : following.first] != (",",) if following else False
        person = _beside(line, people, phrase, last)
        if person is None and following and goes_on:
            person = _beside(line, people, following, last)  # "Vice President and General Secretary A"
        if person is None and last and _goes_on(line, last.phrase, phrase):
            person = last.person
        if following and goes_on and phrase.body is None and not phrase.field and phrase.last == phrase.last_word:
            phrase = phrase._replace(body=following.body)  # "Chairman and CEO of A"
        bare = phrase.body is None and not phrase.field and phrase.last == phrase.last_word
        if last and last.person == person and bare and not goes_on:
            shared = line.keys[last.phrase.last : phrase.first] in _TIES
            phrase = phrase._replace(body=last.phrase.body) if shared else phrase  # "SBI chairman and president A"
        if person is not None:
            last = Held(person, phrase)
            yield last
            if phrase.title.plural and person.first >= phrase.last:
                yield from (Held(p, phrase) for p in run_after(line, people, person.first) if p != person)
        elif _of_pronoun(line, phrase):
            yield Held(None, phrase)


def _goes_on(line: Line, one: TitlePhrase, other: TitlePhrase) -> bool:
    """Whether "and" (perhaps with a comma and an adverb) joins a title to the one before it."""
    gap = [k for k in line.keys[one.last : other.first] if k not in words("titles", "apposition")]
    joints = words("titles", "joints")
    return other.first - one.last <= 4 and bool(joints & {*line.keys[one.last : other.first]}) and set(gap) <= joints


def _beside(line: Line, people: Sequence[Seen], phrase: TitlePhrase, last: Held | None) -> Seen | None:
    """The person right behind a title, else the one right before it, else the one behind a comma."""
    comma = line.key(phrase.last) == ","
    behind = behind_honorifics(line, phrase.last + comma + _copula(line, phrase.last))
    after = next((p for p in people if p.first == behind and not phrase.title.leads), None)
    apposed = [p for p in people if p.last <= phrase.first and _apposed(line, p.last, phrase, after is not None)]
    before = apposed[-1] if apposed else _in_capacity(line, people, phrase)
    free = before and not (last and last.person == before and last.phrase.last <= before.first)
    if not free and line.keys[phrase.title.core : phrase.title.last] in _in_group(line.language, "stand_ins"):
        before = None  # "Ambassador A, representatives of B and C": of a list, nobody's second office
    return before if before and (after is None or (comma and free)) else after


@cache
def _in_group(language: str, group: str) -> frozenset[tuple[str, ...]]:
    """Titles of one group of the lexicon: of those who came for a body and are often not named, "representatives"."""
    return frozenset(keys_of(str(word)) for word in lexicon("titles")[language][group])


def _copula(line: Line, index: int) -> int:
    """ "Giám đốc công ty tại Singapore là ông A": the tokens up to a copula that an honorific or a name follows."""
    for k in range(index, min(index + _TO_COPULA, len(line) - 1)):
        if line.key(k) in words("titles", "copulas"):
            return k + 1 - index
        if line[k].kind != "word" or (k == index and line.language != "vi"):
            return 0
    return 0


def _apposed(line: Line, person_end: int, phrase: TitlePhrase, followed: bool) -> bool:
    """Whether only apposition stands between a person and a title: ", the ...", ", who doubles as ..."."""
    gap = line.keys[person_end : phrase.first]
    if not gap and phrase.title.leads:  # "Hung chairs the club"
        return True
    if not gap:  # "ông A Chủ tịch Hiệp hội ...": Vietnamese leaves out the comma
        left_out = line.language == "vi" or _is_named_so(line, person_end)
        return left_out and line[phrase.title.core].capital and not followed
    if len(gap) > _REACH or gap[0] not in words("titles", "apposition_opens"):
        return False
    if "as" in gap and line.key(phrase.last) in words("titles", line.language, "ends_charge"):
        return False  # "as the chairman had asked"
    free = words("titles", "apposition")
    named = [line[person_end + i].capital or line[person_end + i].glued for i in range(len(gap))]  # "U.S. President"
    return all(k in free or k.isdigit() or name for k, name in zip(gap, named, strict=True)) or _owned(gap)


def _in_capacity(line: Line, people: Sequence[Seen], phrase: TitlePhrase) -> Seen | None:
    """ "A stays on as (chairman of B)", "A presented them in his capacity as (head of B)": the one person before "as".

    Not where a comma and another verb set it apart, as in "as the chairman said".
    """
    opens = phrase.first - (line.key(phrase.first - 1) in words("titles", "owners"))
    before = [p for p in people if p.last <= phrase.first]
    of_firms = line.keys[phrase.title.core : phrase.title.last] in _in_group(line.language, "also_of_bodies")
    if len(before) != 1 or phrase.title.plural or of_firms or not _says_capacity(line, opens):
        return None
    at_end = line.key(phrase.last) in {",", ".", ";", "", "and", "et", "va", "for", "in", "since"}
    return before[0] if at_end and not any(p.first == phrase.last for p in people) else None


def _says_capacity(line: Line, opens: int) -> bool:
    return any(line.match(k, phrases("titles", "in_capacity")) == opens - k for k in range(max(0, opens - 4), opens))


def _is_named_so(line: Line, person_end: int) -> bool:
    """ "named A (Managing Director of B)": whether a verb of appointing stands before the capitals that end here."""
    first = person_end
    while first and line[first - 1].capital:
        first -= 1
    return line.key(first - 1) in words("titles", "appoints")


def _owned(gap: Sequence[str]) -> bool:
    """ ", the association's": an owner called by its kind between a person and the title."""
    return len(gap) <= 5 and gap[0] == "," and gap[-1] == "'s" and gap[1] in words("bodies", "definite_articles")


def _of_pronoun(line: Line, phrase: TitlePhrase) -> bool:
    """ "She is Vice President of ...", "Vice President of ..., she ..."."""
    before = line.keys[: phrase.first]
    pronoun = words("titles", "pronouns")
    if before and before[0] in words("titles", "adverbs"):  # "Nay anh là Tổng giám đốc ..."
        before = before[1:]
        pronoun = pronoun | words("titles", "more_pronouns")
    if len(before) <= 1 and line.key(phrase.last) == "," and line.key(phrase.last + 1) in pronoun:
        return True
    links = [k for k in before[1:] if k not in words("titles", "apposition")]
    return 2 <= len(before) <= 6 and before[0] in pronoun and not links
