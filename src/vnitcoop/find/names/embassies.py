"""The embassy or consulate that its ambassador, counsellor or consul belongs to, where the article names it, too."""

from __future__ import annotations

from collections.abc import Iterable

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.names.roles import TitlePhrase
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.text import fold
from vnitcoop.types import Ref

_MISSIONS = ("embassies", "consulates")


def embassy_of(cast: Cast, i: int, phrase: TitlePhrase) -> Ref | None:
    """The one embassy or consulate of the article, of the country that the title names, if it names one."""
    line, title = cast.lines[i], phrase.title
    missions = (m for m in _MISSIONS if line.holds(phrases("titles", f"of_{m}"), title.core, title.last))
    mission = next(missions, None)
    if title.plural or mission is None:
        return None
    lands = {fold(n.line.words(p.first, p.last)) for n in cast.names for p in n.places if p.type == "country"}
    embassies: dict[Ref, set[str]] = {}
    for k, seen in enumerate(cast.bodies):
        for body in seen:
            if cast.lines[k].holds(phrases("titles", mission), body.first, body.last):
                embassies.setdefault(body.ref, set()).update(_sender(cast, k, body.first, body.last, lands))
    sent = _sender(cast, i, phrase.first, phrase.last_word, lands)
    fits = [ref for ref, land in embassies.items() if not sent or land & sent]
    return fits[0] if len(fits) == 1 else None


def _sender(cast: Cast, i: int, first: int, last: int, lands: Iterable[str]) -> set[str]:
    """The country that an embassy or a title between two tokens is of, before where it is: by its code and words.

    `lands`: the countries that the article names, folded.
    """
    line, names = cast.lines[i], cast.names[i]
    where = words("titles", "where_posted")
    last = next((k for k in range(first + 1, last) if line.key(k) in where), last)
    told = [p for p in (*names.places, *names.nested) if p.type == "country" and first <= p.first < last]
    codes = {p.entry.country for p in told if p.entry and p.entry.country}
    codes |= {demonyms()[k] for k in line.keys[first:last] if k in demonyms()}
    named = {fold(line.words(p.first, p.last)) for p in told}
    padded = f" {fold(line.words(first, last))} "
    return {*codes, *named, *(land for land in lands if f" {land} " in padded)}
