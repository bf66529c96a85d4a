"""The sides of a signing that its sentence calls by their number, leaves to the one before, or does not name at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from vnitcoop.find.agreements.signings import Signing
from vnitcoop.find.lists import run_after
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import kinds, phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.text import fold
from vnitcoop.types import Kind, Ref, Role, Span

_SUBJECT = 10  # tokens at the head of a sentence in which its subject stands
_NEAR = 8  # tokens between "the two sides" and their verb of signing
_WHAT_IT_IS = 5  # tokens between "with" and a name
_CLOSE = 4  # tokens between "it" and its verb
_MEMORY = 30  # sentences over which "hai bên" may point back at "between A and B"
_BACK = 2  # sentences before one in which "the two sides" are named first of all


def counted_sides(cast: Cast, i: int, signing: Signing) -> list[Thing]:
    """ "that the two countries signed", "les deux ministères": the last ones of that kind named before; else "they".

    Ministries that have no name are those of the two countries.
    """
    line = cast.lines[i]
    for first, number, kind in _called_by_number(line, signing):
        fits = _bodies_of(cast, kind) if kind != "country" else _countries(cast)
        if kind == "any" and not _last(cast, i, first, number, fits, _BACK):
            if together := _told_together(cast, i, number):
                return together
            fits = _countries(cast)
        if told := _last(cast, i, first, number, fits):
            return told
        return _last(cast, i, first, number, _countries(cast)) if kind == "ministry" else []
    return _they(cast, i, signing.verb)


def _called_by_number(line: Line, signing: Signing) -> Iterator[tuple[int, int, str]]:
    """(first token, how many, kind) of those who sign: right before the verb, or behind "by" or "between"."""
    nouns, told = phrases("agreements", "sides", line.language), kinds("agreements", "sides", line.language)
    numbers: dict[str, int] = lexicon("agreements")["numbers_of_sides"]
    joints = words("grammar", "by") | words("grammar", "between")
    for k, key in enumerate(line.keys):
        if key not in numbers:
            continue
        definite = (
            line.language == "vi"
            or key in words("agreements", "definite")
            or line.key(k - 1) in words("agreements", "before_sides")
        )
        noun = k + 1 if line.match(k + 1, nouns) else k + 2  # "their two ministries"
        length = line.match(noun, nouns)
        behind = {line.key(k - 1), line.key(k - 2)} & joints
        signs = noun + length <= signing.verb <= noun + length + _NEAR or (behind and k > signing.instrument)
        if definite and length and signs and line.key(k + 1) not in demonyms():
            yield k, numbers[key], told[line.keys[noun : noun + length]]


def _bodies_of(cast: Cast, kind: str) -> list[list[Seen]]:
    """The bodies of each sentence that are of a kind, also those that only a title names; "any" are all of them."""
    everyone = kind in {"any", "body"}
    out: list[list[Seen]] = [[] for _ in cast.lines]
    starts = [line[0].start for line in cast.lines]
    for thing in cast.things.of(Kind.ORGANISATION):
        for span in thing.mentions if everyone or _is_a(thing, kind) else ():
            i = bisect_right(starts, span.start) - 1
            out[i].append(Seen(*cast.lines[i].tokens_in(span), thing.ref))
    return [sorted(seen, key=lambda s: s.first) for seen in out]


def _is_a(body: Thing, kind: str) -> bool:
    """Whether a body is of a kind of the lexicon of sides; ministries are told by their names."""
    if kind == "ministry":
        return fold(str(body.value("name"))).startswith(("minist", "the minist", "bo "))
    return kind in body.values("kind")


def _countries(cast: Cast) -> list[list[Seen]]:
    return [[s for s in seen if "country" in cast.things[s.ref].values("kind")] for seen in cast.places]


def _last(
    cast: Cast, i: int, first: int, number: int, told: Sequence[Sequence[Seen]], back: int | None = None
) -> list[Thing]:
    """The last things named before a token of a sentence, if there are as many; `back` sentences are looked at."""
    found: dict[Ref, Thing] = {}
    for k in range(i, -1 if back is None else max(-1, i - back - 1), -1):
        for seen in reversed(told[k] if k < len(told) else ()):
            if len(found) < number and not (k == i and seen.first > first):
                found.setdefault(seen.ref, cast.things[seen.ref])
    return list(found.values()) if len(found) == number else []


def _told_together(cast: Cast, i: int, number: int) -> list[Thing]:
    """The bodies of the last "between A and B" not long before a sentence, if there are as many."""
    for k in range(i - 1, max(-1, i - _MEMORY - 1), -1):
        line = cast.lines[k]
        for _, last in line.find(phrases("agreements", "between", line.language)):
            run = list(dict.fromkeys(s.ref for s in run_after(line, cast.bodies[k], last, 2)))
            if len(run) == number:
                return [cast.things[ref] for ref in run]
    return []


def _they(cast: Cast, i: int, verb: int) -> list[Thing]:
    if not {"they", "ils", "elles"} & set(cast.lines[i].keys):
        return []
    here = list(dict.fromkeys(s.ref for s in cast.bodies[i] if s.last <= verb))
    return [cast.things[r] for r in here] if here else _last(cast, i, verb, 2, cast.bodies[:i])


def named_just_before(cast: Cast, i: int, signing: Signing) -> list[Thing]:
    """ "A cooperation deal to that effect was inked": the two told right before, when they are just two."""
    passive = signing.instrument < signing.verb
    clause = list(dict.fromkeys(s.ref for s in cast.bodies[i] if s.last <= signing.start))
    if passive and len(clause) == 2:
        return [cast.things[r] for r in clause]
    told: dict[Ref, Thing] = {}
    for before in range(i - 1, max(-1, i - 1 - _BACK), -1):
        if not passive or cast.lines[before].block != cast.lines[i].block or len(told) > 1:
            break
        told |= {s.ref: cast.things[s.ref] for s in cast.bodies[before]}
    return list(told.values()) if len(told) == 2 else []


def our_side(cast: Cast, i: int, signing: Signing, speaker: Ref | None) -> Thing | None:
    """ "We signed ...": the body for which the speaker speaks."""
    if not _says_we(cast.lines[i], signing) or speaker is None:
        return None
    if cast.things[speaker].kind is Kind.ORGANISATION:
        return cast.things[speaker]
    roles = [r for r in cast.things[speaker].values("roles") if isinstance(r, Role)]
    return next((cast.things[r.organisation] for r in roles if isinstance(r.organisation, Ref)), None)


def _says_we(line: Line, signing: Signing) -> bool:
    return line.holds(phrases("agreements", "we", line.language), signing.start, signing.verb)


def other_side(cast: Cast, i: int, signing: Signing, party: Seen) -> Thing | None:
    """Who signed with the one party named: "the club signed ... with NASSCOM" means the body told of before."""
    line = cast.lines[i]
    if _says_we(line, signing):
        return None
    behind = party.first > signing.verb and (line.key(party.first - 1) == "the" or is_pronoun(line, signing.verb))
    if not (is_with(line, party) or behind):
        return None
    if party.first < signing.verb:  # "A has joined forces with B under an agreement signed in May"
        told = [s for s in cast.actors(i) if signing.start <= s.first and _is_head(line, s, party.first)]
        if told:
            return cast.things[told[-1].ref]
    end = min(signing.verb, party.first)
    for k in range(i, max(-1, i - _BACK - 1), -1):
        told = [s for s in cast.bodies[k] if s.ref != party.ref]
        heads = [s for s in told if (s.first < _SUBJECT if k < i else _is_head(line, s, end))]
        if heads or (told and k < i):
            return cast.things[heads[0].ref] if heads else None
    return None


def is_pronoun(line: Line, verb: int) -> bool:
    """Whether "it", "elle" or "the company" is what signs, so that its name stands before."""
    alone = phrases("bodies", "alone", line.language)
    subject = range(max(0, verb - _CLOSE), verb)
    return any(line.key(k) in words("agreements", "pronouns") or line.match(k, alone) for k in subject)


def _is_head(line: Line, body: Seen, end: int) -> bool:
    """Whether a name stands before a token and is no "director of A"."""
    before = body.first - 1 - (line.key(body.first - 1) in words("grammar", "articles"))
    return body.last <= end and line.key(before) not in words("grammar", "before_a_country")


def is_with(line: Line, party: Seen) -> bool:
    """Whether a name stands behind "with", perhaps with words that say what it is: "with the digital association A"."""
    cue = phrases("agreements", "with", line.language)
    for k in range(party.first - 1, max(-1, party.first - _WHAT_IT_IS), -1):
        if line.match(k, cue):
            return True
        if line[k].capital or line[k].kind == "mark" or line.key(k) in _no_part_of_it():
            return False
    return False


def _no_part_of_it() -> frozenset[str]:
    return words("grammar", "before_a_country") | words("grammar", "and")


def unnamed_side(cast: Cast, i: int, signing: Signing, party: Seen) -> Span | None:
    """ "A and its Australian partners signed", "ký với một công ty Nhật Bản": a party told by its country and kind."""
    line = cast.lines[i]
    nouns = phrases("agreements", "unnamed", line.language)
    countries = {s.first: s.last for s in cast.places[i]}
    joints = words("agreements", "with", line.language) | words("grammar", "and") | words("grammar", "by")
    for first, last in line.find(nouns, signing.start, signing.end):
        if line.language == "en" and line.key(first - 1) in demonyms():
            first -= 1
        elif line.language == "fr" and line.key(last) in demonyms():
            last += 1
        elif line.language == "vi" and last in countries:
            last = countries[last]
        else:
            continue
        apart = last <= party.first or first >= party.last
        if apart and (joints & set(line.keys[max(0, first - 2) : first]) or line.key(last) in words("grammar", "and")):
            return line.span(first, last)
    return None
