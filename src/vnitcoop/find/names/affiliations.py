"""Whom a person belongs to without a known title: "NIPA's A", "A of the University of B", "A, a sophomore at B"."""

from __future__ import annotations

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.titles import skip_article
from vnitcoop.types import Ref

_LONGEST = 7  # tokens of what a person is, between the comma and the body


def affiliations(cast: Cast) -> dict[Ref, Ref]:
    """ "NIPA's Hur Sung Wook": persons to the body that a possessive before them, or "of" behind them, names."""
    out: dict[Ref, Ref] = {}
    for i, line in enumerate(cast.lines):
        for person in cast.people[i]:
            link = person.last + (line.key(person.last) == "," and line.language == "fr")
            behind = skip_article(line, link + 1)
            if line.key(person.first - 1) == "'s":
                bodies = [b for b in cast.bodies[i] if b.last == person.first - 1]
            elif line.key(link) in {"of", "from", "de", "du", "thuoc", "cua"}:
                bodies = [b for b in cast.bodies[i] if b.first == behind]
            else:
                continue
            out.update((person.ref, b.ref) for b in bodies)
    return out
