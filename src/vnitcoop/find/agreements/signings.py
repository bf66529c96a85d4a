"""Signings: a verb of signing with its instrument, or an instrument "between" two."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vnitcoop.find.agreements.verbs import is_planned, verb_phrases, verbs_of
from vnitcoop.find.tokens import Line, Phrases
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon

_REACH = 14  # tokens between a verb of signing and its instrument, without capitals
_FAR = 30  # the same with names counted
_NEAR = 4  # tokens between a verb of announcing and its instrument
_CLAUSE = 8  # tokens between "signed" and "with"
_WITH = 6  # tokens between "another" and its "with"
_ASIDE = 3  # tokens between "under" and the instrument that is no object of the verb
_CLOSE = 2  # tokens between a verb that signs what stands right behind it and its instrument
_HAS = 5  # tokens before an instrument in which "has" stands: "has had a cooperation agreement"
_PARTNERS = 6  # tokens behind what is announced in which "with" or "between" stands


class Signing(NamedTuple):
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


@cache
def any_instrument(language: str) -> Phrases:
    """The instruments of all kinds: one look tells whether a sentence holds any."""
    return Phrases(w for kinds in lexicon("agreements")["instruments"].values() for w in kinds[language])


def signings(line: Line, dated: bool) -> Iterator[Signing]:
    """Every instrument with its verb of signing; "an agreement between" and "and a contract with" need none.

    `dated`: whether the line tells a day.
    """
    instruments = instruments_in(line)
    taken: set[int] = set()
    last: Signing | None = None
    for verb, verb_end, group in verbs_of(line):
        near = [i for i in instruments if i[0] not in taken and _is_near(line, verb, verb_end, i)]
        needs_two = group != "sign"
        if group == "form":
            near = [i for i in near if i[0] >= verb_end and i[2] == "partnership"]
        elif group == "close":
            near = [i for i in near if verb_end <= i[0] <= verb_end + _CLOSE]
        if near:
            found = min(near, key=lambda i: (max(i[1], verb_end) - min(i[0], verb), i[0]))
            taken.add(found[0])
            last = _signing(line, verb, verb_end, found, needs_two=needs_two)
            yield last
    if last is None and (other := _announced(line, instruments) or _bound(line, dated or bool(instruments))):
        yield other
        return
    yield from _without_verb(line, [i for i in instruments if i[0] not in taken], max(taken, default=-1), last)
    if last:
        yield from _more_of(line, last)


def _without_verb(line: Line, instruments: list[Instrument], taken: int, last: Signing | None) -> Iterator[Signing]:
    """Papers with no verb of signing of their own: told "between" or "of" two, had by them, or listed behind the last.

    `taken` is the last instrument that a verb signs, -1 where none does.
    """
    planned = line.holds(_phrases(line, "planned")) or line.holds(_phrases(line, "not_in_force"))
    for found in instruments:
        first, end, _ = found
        done = not (planned or _is_venture(line, first))
        own = done and not words("agreements", "not_object") & set(line.keys[max(0, first - _ASIDE) : first])
        between = own and first > taken and line.match(end, _phrases(line, "between"))
        verbless = first - 1 in _verbless(line)
        partner = line.match(end, _phrases(line, "with"))
        if last and last.last < first and (partner or (verbless and _border(line, last.last - 1, first - 1, 0))):
            verb = (first - 1, first) if verbless else (last.verb, last.verb_end)
            yield _signing(line, *verb, found, alone=True, needs_two=not partner)
        elif between:
            yield _signing(line, first, end, found)
        elif done and taken < 0 and (has := _has(line, found)):
            yield _signing(line, has, has + 1, found, needs_two=True)


def _has(line: Line, found: Instrument) -> int:
    """ "A has (had) an agreement with B", "A and B have had one since 2018": where the verb stands, else 0."""
    first, end, kind = found
    having = words("agreements", "having")
    verb = next((k for k in range(first - 1, max(0, first - _HAS), -1) if line.key(k) in having), 0)
    if not verb or kind not in {"MoU", "cooperation agreement"} or any(t.capital for t in line[verb:first]):
        return 0
    since = words("agreements", "since") & set(line.keys[end : end + _CLAUSE])
    return verb if since or line.match(end, _phrases(line, "with")) else 0


def _more_of(line: Line, last: Signing) -> Iterator[Signing]:
    """ "A signed a memorandum with B, and C another with D", "and another with D"."""
    for first, end in line.find(_phrases(line, "another"), last.last):
        if _is_with_near(line, end) and not line.holds(_phrases(line, "planned"), end, end + _REACH):
            found = (first, end, last.kind)
            own = line[first - 1].capital
            verb = (first, end) if own else (last.verb, last.verb_end)
            yield _signing(line, *verb, found, alone=True)


def _is_with_near(line: Line, end: int) -> bool:
    """ "and another (was exchanged) with B": whether "with" stands ahead in the same clause."""
    ahead = range(end, min(end + _WITH, len(line)))
    at = next((k for k in ahead if line.match(k, _phrases(line, "with"))), None)
    return at is not None and all(line[k].kind == "word" and not line[k].capital for k in range(end, at))


def _phrases(line: Line, part: str) -> Phrases:
    return phrases("agreements", part, line.language)


def _signing(
    line: Line, verb: int, verb_end: int, found: Instrument, alone: bool = False, needs_two: bool = False
) -> Signing:
    first, end, kind = found
    whole = (first, end) if alone else (min(verb, first), max(verb_end, end))
    return Signing(*whole, verb, verb_end, first, end, kind, *_clause(line, verb, whole[1]), needs_two)


def _verbless(line: Line) -> list[int]:
    """The article of each instrument that follows a name: "A signed a contract with B, and C a memorandum with D"."""
    articles = words("grammar", "articles")
    return [
        first - 1
        for first, end, _ in instruments_in(line)
        if first > 1 and line.key(first - 1) in articles and line[first - 2].capital
    ]


def _clause(line: Line, verb: int, last: int) -> tuple[int, int]:
    """Where the clause of a verb begins and ends: at semicolons, and where that of another signing begins."""
    others = sorted([*(v for v, _ in line.find(verb_phrases(line, "sign"))), *_verbless(line)])
    before = max((v for v in others if v < verb), default=None)
    behind = min((v for v in others if v >= last), default=None)
    start = 0 if before is None else _border(line, before, verb, -1) + 1
    end = len(line) if behind is None else _border(line, last - 1, behind, len(line))
    start = max((k + 1 for k in range(start, verb) if line.key(k) == ";"), default=start)
    return start, next((k for k in range(last, end) if line.key(k) == ";"), end)


def _border(line: Line, first: int, verb: int, none: int) -> int:
    """Where the clause of a verb begins behind another signing: at ", and", at "while", or before its own subject."""
    between = range(verb - 1, first, -1)
    own = (
        k
        for joints in ({","}, words("grammar", "and"))
        for k in between
        if line.key(k) in joints and _is_subject(line, k + 1, verb)
    )
    return next((k for k in between if _joins(line, k)), None) or next(own, none)


def _joins(line: Line, index: int) -> bool:
    """Whether a clause with a subject of its own begins behind a token."""
    comma = line.key(index) == "," and line.key(index + 1) in words("grammar", "and")
    return comma or line.key(index) in words("agreements", "whereas") | {";"}


def _is_subject(line: Line, first: int, verb: int) -> bool:
    """Whether names alone, perhaps an auxiliary too, stand before a verb: "..., VNPT signed"."""
    small = words("grammar", "articles") | words("grammar", "and") | words("agreements", "before_a_verb")
    named = [t.capital for k, t in enumerate(line[first:verb], first) if line.key(k) not in small]
    return bool(named) and all(named)


def _announced(line: Line, instruments: list[Instrument]) -> Signing | None:
    """ "A and B announced a partnership": an instrument right behind a verb of announcing."""
    for verb, verb_end in line.find(_phrases(line, "announce")):
        for found in instruments:
            first, end, _ = found
            if 0 <= first - verb_end <= _NEAR and not is_planned(line, verb):
                other = any(line.holds(_phrases(line, part), end, end + _PARTNERS) for part in ("with", "between"))
                if not (_is_venture(line, first) and line.match(end, _phrases(line, "between"))):
                    return _signing(line, verb, verb_end, found, needs_two=not other)
    return None


def _bound(line: Line, told: bool) -> Signing | None:
    """ "A signed up with B", "s'est entendu avec", "bắt tay với": verbs that bind two without naming a paper.

    "A teamed up with B" is a signing only where its sentence tells the day or a paper, else of work done together.
    """
    ties = line.find(_phrases(line, "ally")) if told else ()
    for verb, end in [*line.find(_phrases(line, "bind")), *ties]:
        if not is_planned(line, verb) and not line.holds(phrases("events", line.language, "organise"), end):
            return _signing(line, verb, end, (verb, end, "cooperation agreement"), needs_two=True)
    return None


def _is_venture(line: Line, instrument: int) -> bool:
    """ "Star Telecom, a joint venture between A and B": told of a firm, not of a signing."""
    return bool(line.match(instrument, _phrases(line, "ventures")))


def _is_allied(line: Line, first: int, end: int) -> bool:
    """ "The alliance signed", "Alliance VNITO": a body that is called so, or has it in its name."""
    definite = line.key(first - 1) in words("bodies", "definite_articles")
    named = first > 0 and line[first].capital
    return _is_venture(line, first) and (named or definite) and not line.match(end, _phrases(line, "between"))


def instruments_in(line: Line) -> list[Instrument]:
    """(first, last, kind) of every instrument, the longest where one stands inside another."""
    if not line.holds(any_instrument(line.language)):
        return []
    none = words("agreements", "none")
    every = [(a, b, kind) for kind, named in instruments_of(line.language).items() for a, b in line.find(named)]
    other = [*line.find(_phrases(line, "other_papers"))]
    found = [
        i
        for i in every
        if line.key(i[0] - 1) not in none and not (any(a <= i[0] < b for a, b in other) or _is_allied(line, *i[:2]))
    ]
    return sorted(
        i for i in found if not any(o[0] <= i[0] and i[1] <= o[1] and o[1] - o[0] > i[1] - i[0] for o in found)
    )


def _is_near(line: Line, verb: int, verb_end: int, instrument: Instrument) -> bool:
    first, end, _ = instrument
    apart = {";", "."} & set(line.keys[min(verb, first) : max(verb_end, end)])
    aside = words("agreements", "not_object") & set(line.keys[max(verb_end, first - _ASIDE) : first])
    definite = line.key(first - 1) in words("bodies", "definite_articles")
    if aside or (definite and line.key(verb) in words("agreements", "reach")):
        return False  # "won a prize under an agreement", "they reached the agreement at talks"
    between = line[verb_end:first] if verb_end <= first else line[end:verb]
    told = first > verb or line.key(end) not in words("agreements", "relatives_of_papers")
    resumed = line.key(first - 1) in words("grammar", "articles") and line.key(first - 2) == ","  # "at a forum, a"
    small = sum(not t.capital for t in between) if told and not resumed else 0
    return not apart and (verb_end <= first or end <= verb) and small <= _REACH and len(between) <= _FAR
