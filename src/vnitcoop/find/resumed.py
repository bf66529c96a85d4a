"""Whom a pronoun, an office or a noun for a person means, that speaks on: "he", "the minister", "the diplomat"."""

from __future__ import annotations

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Ref

Holders = dict[tuple[str, ...], Ref]  # an office to who was last named with it
_BACK = 3  # sentences in which "the diplomat" was named


def office_near(line: Line, first: int, behind: int, holders: Holders) -> Ref | None:
    """ "the ambassador recalled", "recalled the ambassador", "Thứ trưởng cho biết": who was named with that office."""
    titles = phrases("titles", line.language, "titles")
    farthest = max(0, first - 8)
    start = next((k + 1 for k in range(first - 1, farthest - 1, -1) if line.key(k) == ","), farthest)
    for k in (*range(start, first), behind + 1):
        length = line.match(k, titles)
        alone = k + length >= first - 1 or line.key(k + length) in words("speech", "of_body")
        if length and (k > first or (k + length <= first and alone)) and (holder := holder_at(line, k, holders)):
            return holder
    return None


def holder_at(line: Line, k: int, holders: Holders) -> Ref | None:
    """Who was named with the office that stands at token `k`, "the" before it where the language has one."""
    length = line.match(k, phrases("titles", line.language, "titles"))
    definite = line.language == "vi" or line.key(k - 1) in words("grammar", "before_a_resumed_speaker")
    if line.key(k + length) in demonyms():  # of two ministers the Lao one
        return None
    return holders.get(line.keys[k : k + length]) if length and definite else None


def called_by_noun(line: Line, first: int, last: int) -> int:
    """ "the diplomat", "le même responsable": the token at which a noun for somebody named before stands, or 0."""
    nouns = line.find(phrases("speech", "person_nouns", line.language), first, last)
    before = words("grammar", "before_a_resumed_speaker") | {"same", "meme"}
    return next((k for k, _ in nouns if line.language == "vi" or line.key(k - 1) in before), 0)


def meant_by_noun(cast: Cast, i: int, noun: int, last: Ref | None, holders: Holders) -> Ref | None:
    """Whom such a noun means: a diplomat, who spoke last, else the one person of the last sentence that names any."""
    if cast.lines[i].key(noun) in words("speech", "diplomats"):
        posted = [ref for office, ref in holders.items() if not words("speech", "posts").isdisjoint(office)]
        if posted:
            return posted[-1]
    if last:
        return last
    for k in range(i, max(-1, i - _BACK - 1), -1):
        people = {s.ref for s in cast.people[k] if k < i or s.last <= noun}
        if people:
            return people.pop() if len(people) == 1 else None
    return None


def one_of_two(cast: Cast, i: int, verb: int) -> Ref | None:
    """ "the former said", "le second parle de": of two persons of the sentence before, the first or the last."""
    line = cast.lines[i]
    if not 2 <= verb <= 5:
        return None
    for k in range(verb):
        former, latter = (line.match(k, phrases("speech", which)) for which in ("former", "latter"))
        if former or latter:
            earlier = (cast.people[j] for j in range(i - 1, -1, -1) if cast.lines[j].block == line.block)
            people = next((p for p in earlier if p), [])
            return people[0 if former else -1].ref if len(people) == 2 else None
    return None


def meant_by_pronoun(cast: Cast, i: int, verb: int) -> Ref | None:
    """Whom "he" means: the person that begins this sentence, else the one before it in the paragraph."""
    here = [s for s in cast.people[i] if s.last < verb]
    if here:
        return here[0].ref
    same = i > 0 and cast.lines[i - 1].block == cast.lines[i].block
    before = cast.people[i - 1] if same else []
    return before[0].ref if len(before) == 1 else None


def is_resumed(line: Line, first: int) -> bool:
    """ "he said", "the minister said", "the report said", "a-t-elle affirmé": the speaker of before goes on."""
    before = line.keys[max(0, first - 6) : first]
    pronouns = words("speech", line.language, "pronouns")
    if any(part in pronouns for key in (*before[-3:], line.key(first)) for part in key.split("-")):
        return True
    titles = phrases("titles", line.language, "titles")
    near = range(max(0, first - 4), first)
    definite = bool(words("grammar", "before_a_resumed_speaker") & set(before)) or line.language == "vi"
    return definite and any(
        line.match(k, titles) or line.match(k, phrases("speech", "reports", line.language)) for k in near
    )
