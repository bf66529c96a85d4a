"""Several instruments told of at once: how many there are, and with whom each of them was signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnitcoop.find.agreements.parties import not_watching, once
from vnitcoop.find.agreements.sides import is_with
from vnitcoop.find.agreements.signings import Signing, any_instrument, instruments_of
from vnitcoop.find.agreements.verbs import is_yet_to_sign
from vnitcoop.find.lists import run_after
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import DASHES, Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Finding, Span

_NEAR = 4  # sentences behind a count in which the single agreements are told, if they are not more
_BULLETS = DASHES | frozenset("•*·▪●+")


@dataclass(slots=True)
class Counted:
    """Several instruments told of at once, the agreement made of them, and how many were told singly since."""

    sentence: int
    kind: str
    count: int
    agreement: Thing | None
    told: int = 0

    def reaches(self, sentence: int) -> bool:
        """Whether a sentence may still tell one of them singly."""
        return sentence - self.sentence <= max(_NEAR, self.count)

    def tell(self, number: int) -> None:
        """Count those told singly; once all are, they stand for themselves."""
        self.told += number
        if self.agreement and self.told >= self.count:
            self.agreement.mentions.clear()


def several(cast: Cast, i: int, figures: Sequence[Finding]) -> tuple[str, int] | None:
    """The kind and number of instruments of which a sentence counts several: "two memorandums of understanding"."""
    line = cast.lines[i]
    kinds = instruments_of(line.language).items() if line.holds(any_instrument(line.language)) else ()
    for kind, named in kinds:
        for first, last in line.find(named):
            if count := count_of(line, first, last, first, figures):
                return kind, count[0]
    return None


def singles_of(cast: Cast, i: int, count: int) -> list[list[Seen]]:
    """The parties of each agreement of a sentence that tells one or all of several: "One ... between A and B; ..."."""
    line = cast.lines[i]
    told = once(not_watching(line, cast.bodies[i], 0))
    clauses = [[s for s in told if first <= s.first < last] for first, last in _clauses(line)]
    two = [
        len(bodies) == 2 or (n and len(bodies) == 1 and is_other(line, bodies[0])) for n, bodies in enumerate(clauses)
    ]
    if len(clauses) == count and all(two):
        return clauses
    if _is_item(line) and len(item := run_after(line, told, 1, 2)) > 1:
        return [item]
    if is_yet_to_sign(line):
        return []
    if not words("grammar", "single_of_several") & set(line.keys):
        return []
    if len(clauses) > 1 and all(len(bodies) > 1 for bodies in clauses):
        return clauses
    partner = bool(told) and is_other(line, told[0])  # "The second, with A": signed with whom the first was
    between = [run_after(line, told, last, 4) for _, last in line.find(phrases("agreements", "between", line.language))]
    return [run for run in between if len(run) >= 2] or ([told] if len(told) >= 2 or partner else [])


def is_other(line: Line, body: Seen) -> bool:
    """ "(One binds A to B and another) to C": whether a body signs with the one told before."""
    before = body.first - 1 - (line.key(body.first - 1) in words("grammar", "articles"))
    return is_with(line, body) or line.key(before) in words("agreements", "bound_to")


def _clauses(line: Line) -> list[tuple[int, int]]:
    """A sentence cut at semicolons, at "while", and before "and another"."""
    cuts = {k for k, key in enumerate(line.keys) if key == ";" or key in words("agreements", "whereas")}
    another = phrases("agreements", "another", line.language)
    cuts |= {k - 1 for k, _ in line.find(another, 1) if line.key(k - 1) in words("grammar", "and") | {","}}
    edges = sorted(cuts)
    return list(zip([0, *(k + 1 for k in edges)], [*edges, len(line)], strict=True))


def _is_item(line: Line) -> bool:
    """Whether a line stands in a list: "• A and B (sensors)", "2. A and B"."""
    return line[0].text in _BULLETS or (line[0].kind == "number" and line.key(1) in {".", ")"})


def apart(line: Line, signing: Signing, parties: Sequence[Seen], count: int) -> list[list[Seen]]:
    """The partners of each of several papers that one body signs: "A signed three memorandums with B, C and D".

    `count` papers for as many partners, or one with each of them. Where "A, B
    and C each signed with D", the many stand before the verb. Else nothing.
    """
    parties = once(parties)
    partners = [p for p in parties if p.first > signing.verb]
    others = [p for p in parties if p.first < signing.verb]
    each = line.holds(phrases("agreements", "each", line.language), signing.start, signing.end)
    if each and len(others) > 1 and len(partners) == 1:
        return [[other, *partners] for other in others]
    again = len(parties) > 1 and all(is_with(line, p) for p in parties)
    if again and signing.instrument < signing.verb:
        return [[p] for p in parties]  # "two agreements, with A and with B, were signed"
    if len(partners) < 2 or len(others) != 1:
        return []
    again = all(is_with(line, p) for p in partners)  # "with A and with B"
    apiece = each or again or count == len(partners)
    return [[*others, p] for p in partners] if apiece else []


def count_of(line: Line, first: int, last: int, instrument: int, figures: Sequence[Finding]) -> tuple[int, Span] | None:
    """The number that stands before the instrument of a signing between two tokens, from the figures found."""
    start, end = line[first].start, line[last - 1].end
    for figure in figures:
        span = figure.mentions[0]
        values = {s.field: s for s in figure.statements}
        if (
            start - 40 <= span.start < end
            and line[instrument].start < span.end + 1
            and span.start <= line[instrument].start
        ):
            value = values["value"].value
            if values["unit"].value == "count" and isinstance(value, int) and value > 1:
                return value, span
    return None
