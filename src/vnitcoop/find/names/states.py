"""Whose a ministry is: "India's Ministry of Science" and Vietnam's of that name are two, in one article and in many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vnitcoop.find.names.named_bodies import NamedBody
from vnitcoop.find.names.names import Names
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.vocabulary import words
from vnitcoop.text import fold

_ADJECTIVE = 2  # tokens of a name among which the adjective of its state stands: "Lao Ministry", "ministère lao"


class Owned(NamedTuple):
    """A body with the state that its sentence, or the article elsewhere, gives it, and the tokens of that owner."""

    named: NamedBody
    name: str  # folded, without the adjective of its state and its legal form
    state: str = ""  # ISO 3166 code, "" where none is told
    owner: tuple[int, int] | None = None


def with_owners(names: Sequence[Names]) -> list[list[Owned]]:
    """The bodies of each sentence. A body of state without an owner is of the only state that others of its name have.

    Where the registry knows it as the home country's, it is so until the article names another's.
    """
    owned = [[_owned(n, body) for body in n.bodies] for n in names]
    states: dict[str, dict[str, None]] = {}
    for one in (o for line in owned for o in line if o.state):
        states.setdefault(one.name, {})[one.state] = None
    if not states:
        return owned
    told: set[str] = set()
    return [list(_settled(line, states, told)) for line in owned]


def _settled(line: Sequence[Owned], states: dict[str, dict[str, None]], told: set[str]) -> Iterator[Owned]:
    for one in line:
        others = list(states.get(one.name, ()))
        if one.state:
            told.add(one.name)
        elif len(others) == 1 and (one.name in told or not one.named.entry):
            one = one._replace(state=others[0])
        entry = one.named.entry
        if one.state and entry and entry.country not in (None, one.state):
            one = one._replace(named=one.named._replace(entry=None))
        yield one


def _owned(names: Names, named: NamedBody) -> Owned:
    line, body = names.line, named.body
    written = fold(line.words(body.first, body.last)).split()
    name = " ".join(w for w in written if w not in demonyms() and w not in words("grammar", "legal_forms"))
    if body.type != "government":
        return Owned(named, name)
    mark = line[body.first - 1] if body.first else None
    possessive = mark is not None and (mark.kind == "possessive" or (mark.text in {"'", "\u2019"} and mark.glued))
    for place in names.places if possessive else ():
        if place.last == body.first - 1 and place.type == "country" and place.entry and place.entry.country:
            return Owned(named, name, place.entry.country, (place.first, place.last))
    adjectives = (demonyms().get(key) for key in line.keys[body.first : min(body.first + _ADJECTIVE, body.last)])
    return Owned(named, name, next(filter(None, adjectives), ""))
