"""Signings: a verb of signing with its instrument, or an instrument "between" two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vnitcoop.find.tokens import Line, Phrases
from vnitcoop.find.vocabulary import phrases
from vnitcoop.lexicon import lexicon

_REACH = 14  # tokens between a verb of signing and its instrument
_NEAR = 4  # tokens between a verb of announcing and its instrument
_PLAN = 5  # tokens before a verb of signing in which "will" or "plans to" makes it a plan


@dataclass(frozen=True, slots=True)
class Signing:
    """A verb of signing with its instrument, by tokens."""

    first: int
    last: int
    verb: int
    verb_end: int
    instrument: int
    instrument_end: int
    kind: str


@cache
def instruments_of(language: str) -> dict[str, Phrases]:
    return {kind: phrases("agreements", "instruments", kind, language) for kind in lexicon("agreements")["instruments"]}


def signings(line: Line) -> Iterator[Signing]:
    """Every instrument with its verb of signing; "an agreement between" and "and a contract with" need none."""
    instruments = _instruments_in(line)
    taken: set[int] = set()
    planned = line.holds(phrases("agreements", "planned", line.language))
    last: Signing | None = None
    for verb, verb_end in line.find(phrases("agreements", "sign", line.language)):
        if (line[verb].capital and verb > 0) or _planned(line, verb):
            continue
        near = [i for i in instruments if i[0] not in taken and _is_near(line, verb, verb_end, i)]
        if near:
            first, end, kind = min(near, key=lambda i: (max(i[1], verb_end) - min(i[0], verb), i[0]))
            taken.add(first)
            last = Signing(min(verb, first), max(verb_end, end), verb, verb_end, first, end, kind)
            yield last
    if last is None and (announced := _announced(line, instruments)):
        yield announced
        return
    for first, end, kind in instruments:
        if first in taken:
            continue
        more = last and last.last < first and line.match(end, phrases("agreements", "with", line.language))
        between = line.match(end, phrases("agreements", "between", line.language)) and not (
            planned or _is_venture(line, first)
        )
        if more and last:
            yield Signing(first, end, last.verb, last.verb_end, first, end, kind)
        elif between and not taken:
            yield Signing(first, end, first, end, first, end, kind)


def _announced(line: Line, instruments: list[tuple[int, int, str]]) -> Signing | None:
    """ "A and B announced a partnership": an instrument right behind a verb of announcing, with its partner."""
    for verb, verb_end in line.find(phrases("agreements", "announce", line.language)):
        for first, end, kind in instruments:
            partner = line.holds(phrases("agreements", "with", line.language), end, end + _PLAN)
            between = line.holds(phrases("agreements", "between", line.language), end, end + _PLAN)
            near = 0 <= first - verb_end <= _NEAR and not _planned(line, verb)
            if near and (partner or between) and not _is_venture(line, first):
                return Signing(verb, end, verb, verb_end, first, end, kind)
    return None


def _is_venture(line: Line, instrument: int) -> bool:
    """ "Star Telecom, a joint venture between A and B": told of a firm, not of a signing."""
    return bool(line.match(instrument, phrases("agreements", "ventures", line.language)))


def _instruments_in(line: Line) -> list[tuple[int, int, str]]:
    """(first, last, kind) of every instrument, the longest where one stands inside another."""
    found = [(a, b, kind) for kind, named in instruments_of(line.language).items() for a, b in line.find(named)]
    return sorted(
        i for i in found if not any(o[0] <= i[0] and i[1] <= o[1] and o[1] - o[0] > i[1] - i[0] for o in found)
    )


def _is_near(line: Line, verb: int, verb_end: int, instrument: tuple[int, int, str]) -> bool:
    first, end, _ = instrument
    apart = {";", "."} & set(line.keys[min(verb, first) : max(verb_end, end)])
    return not apart and (verb_end <= first <= verb_end + _REACH or end <= verb <= end + _REACH)


def _planned(line: Line, verb: int) -> bool:
    return line.holds(phrases("agreements", "planned", line.language), verb - _PLAN, verb + 1)
