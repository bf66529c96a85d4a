"""Which event names of one article mean one event: with and without edition or year, ROK or Korea, long or short."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vnitcoop.find.events.event_words import EventName, year_in
from vnitcoop.find.names.names import Names
from vnitcoop.find.things import Thing, Things
from vnitcoop.find.tokens import CLOSE_QUOTES, DASHES
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.text import fold
from vnitcoop.types import Kind, Ref

_LETTERS = 4  # tokens of "- VGLF 2019)"
Hit = tuple[int, int, Ref]
_ACRONYM_IN_BRACKETS = re.compile(r"(?:\b[A-Z][\w-]+(?: and)? ){2,5}\(([A-Z]{2,6})\)")


@dataclass(slots=True)
class _Chain:
    thing: Thing
    names: list[frozenset[str]]
    year: int | None
    edition: int | None
    future: bool


def chain_events(things: Things, names: Sequence[Names], countries: dict[str, str]) -> list[list[Hit]]:
    """The named events of each sentence, by tokens, each put to one thing."""
    chains: list[_Chain] = []
    cores = _Cores(countries)
    hits: list[list[Hit]] = [[] for _ in names]
    told = [(i, event, _named_before(n, event)) for i, n in enumerate(names) for event in n.events]
    placed: dict[tuple[int, int], _Chain] = {}
    for i, event, before in sorted(told, key=lambda t: (*_rank(t[0], t[2] or t[1]), t[2] is not None)):
        chain = placed.get((i, before.first)) if before else None
        chain = chain or _chain_of(things, chains, names[i], event, cores)
        chain.names.append(cores[names[i].line.words(event.core, event.last)])
        placed[i, event.first] = chain
        _say(chain, names[i], event)
        hits[i].append((event.first, event.last, chain.thing.ref))
    return [sorted(h, key=lambda hit: hit[0]) for h in hits]


def _rank(i: int, event: EventName) -> tuple[int, int, int]:
    """The longest names first: what is shorter may be one of them."""
    return event.core - event.last, i, event.first


def _named_before(n: Names, event: EventName) -> EventName | None:
    """ "Ngày hội CNTT Nhật Bản 2008 (Japan ICT Day 2008)", "..., TECHFEST 2018": the event whose second name it is."""
    before, after = n.line.key(event.first - 1), n.line.keys[event.last : event.last + _LETTERS]
    bracket = before == "(" and (after[:1] == (")",) or (bool(after) and after[0] in DASHES and ")" in after))
    if not bracket and not (before == "," and event.rule == "known-series-with-year"):
        return None
    quoted = bracket and n.line.key(event.first - 2) in CLOSE_QUOTES
    return next((e for e in n.events if e.last == event.first - 1 - quoted), None)


def _chain_of(things: Things, chains: list[_Chain], n: Names, event: EventName, cores: _Cores) -> _Chain:
    words = cores[n.line.words(event.core, event.last)]
    at = year_in(n.line, event.first, event.last)
    year = int(n.line[at].text) if at is not None else None
    for chain in chains:
        agree = year in (None, chain.year) or chain.year is None
        edition = event.edition in (None, chain.edition) or chain.edition is None
        next_one = event.edition and not chain.edition and _is_future(n) and not chain.future
        same_year = year is not None and year == chain.year
        if agree and edition and not next_one and any(_alike(words, name, same_year) for name in chain.names):
            chain.year, chain.edition = chain.year or year, chain.edition or event.edition
            return chain
    chains.append(_Chain(things.add(Kind.EVENT), [], year, event.edition, _is_future(n)))
    return chains[-1]


def _is_future(n: Names) -> bool:
    """ "The seventh Vietnam IT Day will be held in Nagoya": not the one that the article tells of as held."""
    return n.line.holds(phrases("events", n.line.language, "future"))


class _Cores(dict[str, frozenset[str]]):
    """The words of events' names that tell one series from another, worked out when a name is first met."""

    def __init__(self, countries: dict[str, str]) -> None:
        longest_first = sorted(countries.items(), key=lambda p: (-len(p[0]), p[0]))
        self._countries = [(_apart(place), _apart(key.replace("-", ""))) for place, key in longest_first]

    def __missing__(self, name: str) -> frozenset[str]:
        core = self[name] = _core_words(name, self._countries)
        return core


def _core_words(name: str, countries: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The words that tell one series from another: no year, no small word, places by what they name."""
    reduced = _ACRONYM_IN_BRACKETS.sub(r"\1", name)
    folded = _apart(fold(reduced))
    for place, key in countries:
        folded = folded.replace(place, key)
    written = lexicon("events")["abbreviations"]
    folded = " ".join(written.get(w, w) for w in folded.split())
    telling = [
        w
        for w in folded.split()
        if w not in words("grammar", "small_words") and not re.fullmatch(r"(19|20)\d\d|29\d\d", w)
    ]
    return frozenset(telling)


def _apart(folded: str) -> str:
    """Words with room around each, so that one phrase of them can be replaced by another as often as it stands."""
    return f" {folded.replace(' ', '  ')} "


def _alike(one: frozenset[str], other: frozenset[str], same_year: bool) -> bool:
    """One name's words are all in the other's: at least two of them, or one and the year as in "CeBIT 2007"."""
    return min(len(one), len(other)) >= 2 - same_year and (one <= other or other <= one)


def _say(chain: _Chain, n: Names, event: EventName) -> None:
    thing, line = chain.thing, n.line
    thing.mentions.add(line.span(event.first, event.last))
    words = line.words(event.core, event.last)
    span = line.span(event.core, event.last)
    thing.say("name" if thing.value("name") in (None, words) else "alias", words, [span], event.rule)
    if event.edition_at:
        thing.say("edition", event.edition or 0, [line.span(*event.edition_at)], "ordinal-of-event")
    series = _series_name(line.words(event.core, event.last))
    if series and not thing.value("series"):
        thing.say("series", series, [span], "name-without-year")


def _series_name(name: str) -> str:
    """An event's name without its year; of one word there is no series."""
    bare = re.sub(r"\s*(?:\b(?:năm|de)\s+)?\b(?:19|20)\d\d\b\s*", " ", name).strip(" ,-–")
    return bare if len(bare.split()) > 1 else ""
