"""Bodies called by their kind alone: "the alliance", "l'agence", "Học viện" mean the body of that kind named last.

Such words are no mention of the body, but parties, organisers, roles and speakers may stand for it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnitcoop.find.names.people_names import name_length
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing, Things
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import kinds, phrases, words
from vnitcoop.text import fold
from vnitcoop.types import Ref

_ADJECTIVES = 2  # words between an article and the noun of a body
_ROOT = 4  # letters that a country shares with its adjective


def meant_bodies(things: Things, lines: Sequence[Line], bodies: Sequence[Sequence[Seen]]) -> list[list[Seen]]:
    """For each sentence the words that mean a body named before, each with that body."""
    out: list[list[Seen]] = []
    named: dict[Ref, Thing] = {}  # the last one last
    for line, seen in zip(lines, bodies, strict=True):
        inside = {i for s in seen for i in range(s.first, s.last)}
        here = []
        for opens, first, last in _called(line):
            before = [*named.values(), *(things[s.ref] for s in seen if s.last <= first)]
            thing = _of_kind(before, line, opens, first, last) if inside.isdisjoint(range(opens, last)) else None
            if thing:
                here.append(Seen(opens, last, thing.ref))
        out.append(here)
        for s in seen:
            named.pop(s.ref, None)
            named[s.ref] = things[s.ref]
    return out


def _called(line: Line) -> Iterator[tuple[int, int, int]]:
    """Where a noun of bodies stands with its article and no name, or beside a title: "club director".

    Told are the token where the noun or its adjective begins, "the (Vietnamese agency)", that of the noun, and the end.
    """
    for first, last in line.find(phrases("bodies", "alone", line.language)):
        ends = not (last < len(line) and line[last].capital and not name_length(line, last))
        titles = phrases("titles", line.language, "titles")
        opens = first
        if line.language == "vi":
            titled = line[first].capital or titles.match_before(line.keys, first) > 1
            bare = ends and (titled or _is_joined(line, first, last))
        else:
            opens = _behind_article(line, first)
            definite = line.key(opens - 1) in words("bodies", "definite_articles") | {"du", "au"}
            beside = line.language == "en" and bool(line.match(last, titles))
            bare = (definite and ends and line.key(last) not in words("bodies", "goes_on_behind")) or beside
        if bare:
            yield opens, first, last


def _is_joined(line: Line, first: int, last: int) -> bool:
    """ "(Nhân dịp này,) nhà trường và (Đại học A)": whether a name is joined to a noun without article or number."""
    opens = first == 0 or line[first - 1].kind == "mark"
    joined = line.key(last) in words("grammar", "and") and last + 1 < len(line)
    return opens and joined and line[last + 1].capital


def _behind_article(line: Line, noun: int) -> int:
    """ "the Vietnamese agency", "the Hanoi group": where the country or town before a noun begins, else the noun."""
    at = noun
    while at and line.language == "en" and noun - at < _ADJECTIVES and line[at - 1].capital:
        at -= 1
    return at if line.key(at - 1) in words("bodies", "definite_articles") else noun


def _of_kind(named: Sequence[Thing], line: Line, opens: int, first: int, last: int) -> Thing | None:
    """The last body whose name holds the noun, else the last one of its kind; of a country or town the only one."""
    noun = line.keys[first:last]
    if opens < first:
        kind = kinds("bodies", "alone", line.language)[noun]
        held = [t for t in named if kind in t.values("kind") or f" {' '.join(noun)} " in f" {_name(t)} "]
        roots = {key[:_ROOT] for key in line.keys[opens:first]}
        there = [t for t in held if roots & {word[:_ROOT] for word in _name(t).split()}]
        return there[0] if len(there) == 1 else held[0] if len(held) == 1 else None
    told = f" {' '.join(noun)} "
    for thing in reversed(named):
        names = (thing.value("name"), *thing.values("alias"))
        if any(told in f" {fold(str(name))} " for name in names):
            return thing
    kind = kinds("bodies", "alone", line.language)[noun]
    return next((t for t in reversed(named) if kind != "none" and kind in t.values("kind")), None)


def _name(thing: Thing) -> str:
    return fold(str(thing.value("name")))
