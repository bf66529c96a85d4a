"""Bodies called by their kind alone: "the alliance", "l'agence", "Học viện" mean the body of that kind named last.

Such words are no mention of the body, but parties, organisers, roles and speakers may stand for it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing, Things
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import kinds, phrases, words
from vnitcoop.text import fold
from vnitcoop.types import Ref


def meant_bodies(things: Things, lines: Sequence[Line], bodies: Sequence[Sequence[Seen]]) -> list[list[Seen]]:
    """For each sentence the words that mean a body named before, each with that body."""
    out: list[list[Seen]] = []
    named: dict[Ref, Thing] = {}  # the last one last
    for line, seen in zip(lines, bodies, strict=True):
        inside = {i for s in seen for i in range(s.first, s.last)}
        here = []
        for first, last in _called(line):
            before = [*named.values(), *(things[s.ref] for s in seen if s.last <= first)]
            thing = _of_kind(before, line, first, last) if first not in inside else None
            if thing:
                here.append(Seen(first, last, thing.ref))
        out.append(here)
        for s in seen:
            named.pop(s.ref, None)
            named[s.ref] = things[s.ref]
    return out


def _called(line: Line) -> Iterator[tuple[int, int]]:
    """Where a noun of bodies stands with its article and no name, or beside a title: "club director"."""
    for first, last in line.find(phrases("bodies", "alone", line.language)):
        ends = not (last < len(line) and line[last].capital)
        titles = phrases("titles", line.language, "titles")
        if line.language == "vi":
            bare = ends and (line[first].capital or titles.match_before(line.keys, first) > 1)
        else:
            definite = line.key(first - 1) in words("bodies", "definite_articles") | {"du", "au"}
            beside = line.language == "en" and bool(line.match(last, titles))
            bare = (definite and ends and line.key(last) not in words("bodies", "goes_on_behind")) or beside
        if bare:
            yield first, last


def _of_kind(named: Sequence[Thing], line: Line, first: int, last: int) -> Thing | None:
    """The last body whose name holds the noun, else the last one of its kind."""
    noun = line.keys[first:last]
    told = f" {' '.join(noun)} "
    for thing in reversed(named):
        names = (thing.value("name"), *thing.values("alias"))
        if any(told in f" {fold(str(name))} " for name in names):
            return thing
    kind = kinds("bodies", "alone", line.language)[noun]
    return next((t for t in reversed(named) if kind != "none" and kind in t.values("kind")), None)
