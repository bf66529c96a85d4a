"""Signings: a verb of signing with its instrument, or an instrument "between" two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vnitcoop.find.tokens import Line, Phrases
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon

_REACH = 14  # tokens between a verb of signing and its instrument
_NEAR = 4  # tokens between a verb of announcing and its instrument
_PLAN = 5  # tokens before a verb of signing in which "will" or "plans to" makes it a plan


@dataclass(frozen=True, slots=True)
class Signing:
    """A verb of signing with its instrument, by tokens; some verbs bind without any, and are their own instrument.

    `start` and `end` bound its clause; `needs_two` says that it counts only with two parties named.
    """

    first: int
    last: int
    verb: int
    verb_end: int
    instrument: int
    instrument_end: int
    kind: str
    start: int
    end: int
    needs_two: bool = False


Instrument = tuple[int, int, str]  # first token, last token, kind


@cache
def instruments_of(language: str) -> dict[str, Phrases]:
    return {kind: phrases("agreements", "instruments", kind, language) for kind in lexicon("agreements")["instruments"]}


def signings(line: Line) -> Iterator[Signing]:
    """Every instrument with its verb of signing; "an agreement between" and "and a contract with" need none."""
    instruments = _instruments_in(line)
    taken: set[int] = set()
    planned = line.holds(_phrases(line, "planned"))
    last: Signing | None = None
    for verb, verb_end, forms in _verbs(line):
        near = [i for i in instruments if i[0] not in taken and _is_near(line, verb, verb_end, i)]
        if forms:
            near = [i for i in near if i[0] >= verb_end and i[2] == "partnership"]
        if near:
            found = min(near, key=lambda i: (max(i[1], verb_end) - min(i[0], verb), i[0]))
            taken.add(found[0])
            last = _signing(line, verb, verb_end, found, needs_two=forms)
            yield last
    if last is None and (other := _announced(line, instruments) or _bound(line)):
        yield other
        return
    for found in instruments:
        first, end, _ = found
        if first in taken:
            continue
        more = last and last.last < first and line.match(end, _phrases(line, "with"))
        between = line.match(end, _phrases(line, "between")) and not (planned or _is_venture(line, first))
        if more and last:
            yield _signing(line, last.verb, last.verb_end, found, alone=True)
        elif between and not taken:
            yield _signing(line, first, end, found)


def _phrases(line: Line, part: str) -> Phrases:
    return phrases("agreements", part, line.language)


def _verbs(line: Line) -> Iterator[tuple[int, int, bool]]:
    """Verbs of signing, and of forming ("set up a joint venture"): no plan, no part of a name, not "first signed"."""
    found = [(*at, part == "form") for part in ("sign", "form") for at in line.find(_phrases(line, part))]
    before = {k for first, last in line.find(_phrases(line, "first_signed")) for k in range(first, last)}
    for verb, end, forms in sorted(found):
        if not (line[verb].capital and verb > 0) and verb not in before and not _planned(line, verb):
            yield verb, end, forms


def _signing(
    line: Line, verb: int, verb_end: int, found: Instrument, alone: bool = False, needs_two: bool = False
) -> Signing:
    first, end, kind = found
    whole = (first, end) if alone else (min(verb, first), max(verb_end, end))
    return Signing(*whole, verb, verb_end, first, end, kind, *_clause(line, verb, whole[1]), needs_two)


def _clause(line: Line, verb: int, last: int) -> tuple[int, int]:
    """Where the clause of a verb begins and ends: at semicolons, and at ", and" or "while" between two signings."""
    others = [v for v, _ in line.find(_phrases(line, "sign"))]
    before = max((v for v in others if v < verb), default=None)
    behind = min((v for v in others if v >= last), default=None)
    start = 0 if before is None else next((k + 1 for k in range(verb - 1, before, -1) if _joins(line, k)), 0)
    end = (
        len(line)
        if behind is None
        else next((k for k in range(behind - 1, last - 1, -1) if _joins(line, k)), len(line))
    )
    start = max((k + 1 for k in range(start, verb) if line.key(k) == ";"), default=start)
    return start, next((k for k in range(last, end) if line.key(k) == ";"), end)


def _joins(line: Line, index: int) -> bool:
    """Whether a clause with a subject of its own begins behind a token."""
    comma = line.key(index) == "," and line.key(index + 1) in words("grammar", "and")
    return comma or line.key(index) in words("agreements", "whereas")


def _announced(line: Line, instruments: list[Instrument]) -> Signing | None:
    """ "A and B announced a partnership": an instrument right behind a verb of announcing."""
    for verb, verb_end in line.find(_phrases(line, "announce")):
        for found in instruments:
            first, end, _ = found
            if 0 <= first - verb_end <= _NEAR and not _planned(line, verb):
                other = any(line.holds(_phrases(line, part), end, end + _PLAN) for part in ("with", "between"))
                if not (_is_venture(line, first) and line.match(end, _phrases(line, "between"))):
                    return _signing(line, verb, verb_end, found, needs_two=not other)
    return None


def _bound(line: Line) -> Signing | None:
    """ "A signed up with B", "s'est entendu avec", "bắt tay với": verbs that bind two without naming a paper."""
    for verb, end in line.find(_phrases(line, "bind")):
        if not _planned(line, verb) and not line.holds(phrases("events", line.language, "organise"), end):
            return _signing(line, verb, end, (verb, end, "cooperation agreement"), needs_two=True)
    return None


def _is_venture(line: Line, instrument: int) -> bool:
    """ "Star Telecom, a joint venture between A and B": told of a firm, not of a signing."""
    return bool(line.match(instrument, _phrases(line, "ventures")))


def _instruments_in(line: Line) -> list[Instrument]:
    """(first, last, kind) of every instrument, the longest where one stands inside another."""
    none = words("agreements", "none")
    every = [(a, b, kind) for kind, named in instruments_of(line.language).items() for a, b in line.find(named)]
    found = [i for i in every if line.key(i[0] - 1) not in none]
    return sorted(
        i for i in found if not any(o[0] <= i[0] and i[1] <= o[1] and o[1] - o[0] > i[1] - i[0] for o in found)
    )


def _is_near(line: Line, verb: int, verb_end: int, instrument: Instrument) -> bool:
    first, end, _ = instrument
    apart = {";", "."} & set(line.keys[min(verb, first) : max(verb_end, end)])
    return not apart and (verb_end <= first <= verb_end + _REACH or end <= verb <= end + _REACH)


def _planned(line: Line, verb: int) -> bool:
    return line.holds(_phrases(line, "planned"), verb - _PLAN, verb + 1)
