"""Who has the word: whom a pronoun, an office or a noun for a person means that speaks on in an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.people_names import name_words
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.tokens import Line, keys_of
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.text import fold
from vnitcoop.types import Kind, Ref, Role

_BACK = 3  # sentences in which "the diplomat" was named
_HEAD = 8  # tokens in which the person begins whom a sentence is about
_MEMORY = 30  # sentences in which those are named whom a noun can mean
_ASIDE = 4  # tokens of a clause in which its subject stands, an aside behind it


@dataclass(slots=True)
class Talk:
    """What has been read of an article's talk: who spoke last, who has which office, whom each sentence is about."""

    cast: Cast
    speaker: Ref | None = None
    holders: dict[tuple[str, ...], Ref] = field(default_factory=dict)
    about: dict[int, Ref] = field(default_factory=dict)

    def hear(self, i: int, speaker: Ref | None) -> None:
        """Sentence `i` was read: `speaker` said it, in words of its own; who is named in it with an office."""
        line = self.cast.lines[i]
        titles = phrases("titles", line.language, "titles")
        for seen in self.cast.people[i]:
            for role in self.cast.things[seen.ref].values("roles"):
                keys = keys_of(role.title) if isinstance(role, Role) and role.title else ()
                if keys and (length := titles.match(keys, 0)):
                    self.holders[keys[:length]] = seen.ref
        self.speaker = speaker or self.speaker
        about = speaker if speaker and self.is_person(speaker) else self._begun_by(i)
        if about:
            self.about[i] = about

    def is_person(self, ref: Ref) -> bool:
        return self.cast.things[ref].kind is Kind.PERSON

    def _begun_by(self, i: int) -> Ref | None:
        """The person that a sentence begins with, by name, office or noun."""
        line, people = self.cast.lines[i], self.cast.people[i]
        if people and people[0].first <= _HEAD:
            return people[0].ref
        start = next((k + 1 for k in range(min(_HEAD, len(line))) if line.key(k) == ","), 0)
        noun = named_by_noun(line, start, start + _ASIDE) or named_by_noun(line, 0, _ASIDE)
        return meant_by_noun(self, i, noun) if noun else None


def office_near(talk: Talk, line: Line, first: int, behind: int) -> Ref | None:
    """ "the ambassador recalled", "recalled the ambassador", "Thứ trưởng cho biết": who was named with that office."""
    titles = phrases("titles", line.language, "titles")
    farthest = max(0, first - 8)
    start = next((k + 1 for k in range(first - 1, farthest - 1, -1) if line.key(k) == ","), farthest)
    for k in (*range(start, first), behind + 1):
        length = line.match(k, titles)
        alone = k + length >= first - 1 or line.key(k + length) in words("speech", "of_body")
        if length and (k > first or (k + length <= first and alone)) and (holder := holder_at(talk, line, k)):
            return holder
    return None


def holder_at(talk: Talk, line: Line, k: int) -> Ref | None:
    """Who was named with the office that stands at token `k`, "the" before it where the language has one."""
    length = line.match(k, phrases("titles", line.language, "titles"))
    definite = line.language == "vi" or line.key(k - 1) in words("grammar", "before_a_resumed_speaker")
    if line.key(k + length) in demonyms():  # of two ministers the Lao one
        return None
    return talk.holders.get(line.keys[k : k + length]) if length and definite else None


def named_by_noun(line: Line, first: int, last: int) -> int:
    """ "the diplomat", "the Cuban official": the token at which a noun for somebody named before stands, or 0."""
    nouns = line.find(phrases("speech", "person_nouns", line.language), first, last)
    before = words("grammar", "before_a_resumed_speaker") | words("speech", "same")
    return next((k for k, _ in nouns if line.language == "vi" or line.key(_behind_country(line, k)) in before), 0)


def _behind_country(line: Line, noun: int) -> int:
    """The token before a noun and the adjective of its country."""
    return noun - 2 if line.key(noun - 1) in demonyms() else noun - 1


def meant_by_noun(talk: Talk, i: int, noun: int) -> Ref | None:
    """Whom such a noun means: a diplomat, one of a country, another than who spoke last, else who did."""
    cast, line = talk.cast, talk.cast.lines[i]
    if line.key(noun) in words("speech", "diplomats"):
        posted = [ref for office, ref in talk.holders.items() if not words("speech", "posts").isdisjoint(office)]
        if posted:
            return posted[-1]
    if country := _country_of(line, noun):
        return _of_country(talk, i, country)
    if talk.speaker:
        return talk.speaker
    for k in range(i, max(-1, i - _BACK - 1), -1):
        people = {s.ref for s in cast.people[k] if k < i or s.last <= noun}
        if people:
            return people.pop() if len(people) == 1 else None
    return None


def _country_of(line: Line, noun: int) -> str:
    """ "the Vietnamese official", "le responsable vietnamien": the ISO code of the country beside a noun."""
    return demonyms().get(line.key(noun - 1)) or demonyms().get(line.key(noun + 1)) or ""


def _of_country(talk: Talk, i: int, country: str) -> Ref | None:
    """Of the persons named so far, the last one whose name is, or is not, Vietnamese, where one only is."""
    named = dict.fromkeys(s.ref for k in range(max(0, i - _MEMORY), i + 1) for s in talk.cast.people[k])
    meant = [ref for ref in named if _is_vietnamese(talk, ref) == (country == "VN")]
    return talk.speaker if talk.speaker in meant else meant[0] if len(meant) == 1 else None


def _is_vietnamese(talk: Talk, ref: Ref) -> bool:
    return fold(str(talk.cast.things[ref].value("name"))).split()[0] in name_words("vietnamese_surnames")


def pronoun_before(line: Line, first: int) -> bool:
    """ "he also said", "a-t-elle rappelé", "dit-il", "ông cho biết": whether a verb has a pronoun for its subject."""
    pronouns, k = words("speech", line.language, "pronouns"), first - 1
    if "-" in line.key(first) and not pronouns.isdisjoint(line.key(first).split("-")):
        return True
    while line.key(k) in words("speech", "before_second_verb"):
        k -= 1
    named = k > 0 and line[k].capital  # "Chu Ngọc Anh cho biết"
    return not named and not pronouns.isdisjoint(line.key(k).split("-"))


def meant_by_pronoun(talk: Talk, i: int, verb: int) -> Ref | None:
    """Whom "he" means: the person that begins this sentence, else whom the one before it in the paragraph is about."""
    cast = talk.cast
    here = [s for s in cast.people[i] if s.last < verb]
    if here:
        return here[0].ref
    if not i or cast.lines[i - 1].block != cast.lines[i].block:
        return None
    people = {s.ref for s in cast.people[i - 1]}
    return talk.about.get(i - 1) or (people.pop() if len(people) == 1 else None)


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
