"""Whose a bare office is: "the group's director", "its rector", "Minister A" where one ministry was told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.people_names import topics
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.names.roles import TitlePhrase
from vnitcoop.find.names.titles import skip_article
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.text import fold
from vnitcoop.types import Kind, Ref

_BACK = 3  # sentences in which the body may have been told of before


def body_meant(cast: Cast, i: int, phrase: TitlePhrase) -> Ref | None:
    """The body that a title without one belongs to: its owner, else the last one told of that has such an office."""
    line = cast.lines[i]
    if phrase.foreign or phrase.title.plural:
        return None
    field = [key for key in line.keys[phrase.first : phrase.title.core] if key in topics()]
    if field and _office(line, phrase) == "ministry":
        return _ministry_with(cast, field)
    if _of_state(cast, i, phrase):
        return None
    if owner := _owner(cast, i, phrase):
        return owner
    if line.key(phrase.last_word) in words("titles", "of_another"):
        return None  # "director of the municipal office": of a body that is not known
    owned = line.key(phrase.first - 1) in words("titles", "owned")
    office = "any" if owned else _office(line, phrase)
    told = [s for seen in _told_of(cast, i, phrase, office, owned) for s in seen if _has(cast.things[s.ref], office)]
    if not told and office == "university":  # "Rector A opened the new halls of University B"
        behind = {s.ref for s in cast.bodies[i] if s.first >= phrase.last and _has(cast.things[s.ref], office)}
        return behind.pop() if len(behind) == 1 else None
    if told and office == "university" and all(s.ref != told[0].ref for s in cast.actors(i)):
        return _most_named(cast, told[0].ref)
    if told:
        return told[0].ref
    only = [t.ref for t in cast.things.of(Kind.ORGANISATION) if _has(t, office)] if office not in ("any", "") else []
    return only[0] if len(only) == 1 else None


def _most_named(cast: Cast, nearest: Ref) -> Ref:
    """Of an article's universities the one that it names most, which needs no name: "rector A"; else the nearest."""
    counts = {t.ref: len(t.mentions) for t in cast.things.of(Kind.ORGANISATION) if _has(t, "university")}
    for seen in cast.meant:
        for meant in seen:
            if meant.ref in counts:
                counts[meant.ref] += 1
    return max(counts, key=lambda ref: (counts[ref], ref == nearest))


def _ministry_with(cast: Cast, field: Sequence[str]) -> Ref | None:
    """ "Vice Science Minister A": the one ministry of the article that has the field in its name."""
    told = [t for t in cast.things.of(Kind.ORGANISATION) if _has(t, "ministry")]
    named = [t for t in told if set(field) <= set(fold(str(t.value("name"))).split())]
    return named[0].ref if len(named) == 1 else None


def _of_state(cast: Cast, i: int, phrase: TitlePhrase) -> bool:
    """An office of a state, which no body has: "Prime Minister", "the ambassador", "President Tran Dai Quang"."""
    line = cast.lines[i]
    core = range(phrase.title.core, phrase.title.last)
    if any(line.match(k, phrases("titles", line.language, "of_state")) for k in core):
        return True
    heads = line.match(phrase.title.core, phrases("titles", line.language, "of_state_before_a_name"))
    alone = all(key in demonyms() or key == "former" for key in line.keys[phrase.first : phrase.title.core])
    return bool(heads) and alone and any(person.first == phrase.last for person in cast.people[i])


def _owner(cast: Cast, i: int, phrase: TitlePhrase) -> Ref | None:
    """The body beside the title: "the group's ...", "park director", "director of the centre", "whose director"."""
    line = cast.lines[i]
    before = phrase.first - (line.key(phrase.first - 1) == "'s")
    links = phrases("titles", line.language, "links")
    linked = skip_article(line, phrase.last_word + line.match(phrase.last_word, links))
    for meant in cast.meant[i]:
        if meant.first == linked or meant.last == before:
            return meant.ref
    whose = phrase.first - 1 - (line.key(phrase.first - 1) in words("grammar", "articles"))
    if line.key(whose) in words("titles", "whose"):
        return next((s.ref for s in reversed(cast.bodies[i]) if whose - 4 <= s.last <= whose), None)
    return None


def _office(line: Line, phrase: TitlePhrase) -> str:
    """What has such an office: a rector is of a university, a minister of a ministry; "" where a title is no office."""
    first, last = phrase.title.core, phrase.title.last
    offices = lexicon("titles")[line.language]["offices"]
    for k in range(first, last):
        for office in offices:
            length = line.match(k, phrases("titles", line.language, "offices", office))
            if length and all(key in demonyms() for key in line.keys[k + length : last]):
                return str(office)
    return ""


def _told_of(cast: Cast, i: int, phrase: TitlePhrase, office: str, owned: bool) -> Iterator[list[Seen]]:
    """The bodies told of before a title: of its sentence, then of those before it, in its paragraph or right above."""
    if not office:
        return
    titled = [p.body for p in cast.names[i].titled if p.body is not None and p.last <= phrase.first]
    before = [s for s in cast.actors(i) if s.last <= _reach(cast, i, phrase)]
    nearest = [s for s in before if titled and s.first == cast.names[i].bodies[titled[-1]].body.first]
    yield nearest or before  # in a list of office holders the body is that of the one before
    for k in range(i - 1, max(-1, i - 1 - _BACK), -1):
        same = cast.lines[k].block == cast.lines[i].block
        if same or ((owned or office != "any") and k >= i - 2):
            yield cast.actors(k)


def _reach(cast: Cast, i: int, phrase: TitlePhrase) -> int:
    """Up to where a body is looked for; whoever is made something has other bodies beside the name: "A, của B, làm"."""
    if cast.lines[i].key(phrase.first - 1) not in words("titles", "made"):
        return phrase.first
    return max((p.first for p in cast.people[i] if p.last <= phrase.first), default=phrase.first)


def _has(body: Thing, office: str) -> bool:
    """Whether a body is of the kind that has an office."""
    if office == "ministry":
        return str(body.value("name")).lower().startswith(("minist", "bộ ", "the minist"))
    kinds = words("titles", "bodies_of", office)
    return not kinds or not kinds.isdisjoint(map(str, body.values("kind")))
