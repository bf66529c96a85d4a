"""Who holds, hosts and supports an event, by the cues of a sentence: "organised by A and B with the backing of C"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vnitcoop.find.lists import run_after, run_before
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line, Phrases
from vnitcoop.find.vocabulary import phrases, words

_BY_REACH = 10  # tokens between "staged" and "by": a place and a day may stand there
_AGENT_REACH = 14  # tokens between the bodies behind "do" and their verb
_LONGEST_LIST = 12  # bodies
_LONGEST_CLAUSE = 60  # tokens
_PARTNERS_BEHIND = 30  # tokens behind an organiser where "together with" may stand
_PARTNER_REACH = 16  # tokens between "in coordination with" and the body next to the verb

Told = tuple[str, Seen]


@dataclass(frozen=True, slots=True)
class _Clues:
    """What a sentence gives to go by, each list from left to right."""

    line: Line
    bodies: tuple[Seen, ...]
    cues: tuple[tuple[int, int, str], ...]  # "organised by": first token, last token, the field that it fills
    verbs: tuple[tuple[int, int], ...]  # "organised", by itself

    def phrases(self, part: str) -> Phrases:
        return phrases("events", self.line.language, part)

    def in_cue(self, index: int) -> bool:
        """Whether a token belongs to a cue."""
        at = bisect_right(self.cues, index, key=lambda cue: cue[0]) - 1
        return at >= 0 and index < self.cues[at][1]

    def before(self, index: int, reach: int) -> list[Seen]:
        """The list of bodies that ends right before a token."""
        at = bisect_left(self.bodies, index, key=lambda b: b.first)
        return run_before(self.line, self.bodies[max(0, at - _LONGEST_LIST) : at], index, reach)

    def after(self, start: int, reach: int) -> list[Seen]:
        """The list of bodies that begins behind a token, up to the next cue or the clause of the next verb."""
        ends = [len(self.line)]
        cue = bisect_left(self.cues, start, key=lambda c: c[0])
        verb = bisect_left(self.verbs, start, key=lambda v: v[0])
        if cue < len(self.cues):
            ends.append(self.cues[cue][0])
        if verb < len(self.verbs):
            ends.append(self._clause(start, self.verbs[verb][0]))
        at = bisect_left(self.bodies, start, key=lambda b: b.first)
        return run_after(
            self.line, [b for b in self.bodies[at : at + _LONGEST_LIST] if b.last <= min(ends)], start, reach
        )

    def _clause(self, start: int, verb: int) -> int:
        """Where the clause of a verb begins: "With the support of A and B, the C and the D organised"."""
        for k in range(verb - 1, max(start, verb - _LONGEST_CLAUSE) - 1, -1):
            if self.line.key(k) == "," and self.line.key(k + 1) not in words("titles", "joints"):
                return k
        return verb


def organisers(line: Line, bodies: Sequence[Seen]) -> Iterator[Told]:
    """(field, body) for every body that a sentence names as organiser, host or supporter; each body once."""
    clues = _clues(line, bodies)
    told: set[Seen] = set()
    for field, body in [*_supporters(clues), *_agents(clues), *_subjects(clues)]:
        if body not in told:
            told.add(body)
            yield field, body


def _clues(line: Line, bodies: Sequence[Seen]) -> _Clues:
    ordered = tuple(sorted(bodies, key=lambda b: b.first))
    cues = [
        (first, last, field)
        for field in ("organisers", "hosts", "supporters")
        for first, last in line.find(phrases("events", line.language, f"{field}_by"))
        if line.language != "vi" or field != "organisers" or _is_agent(line, ordered, last)
    ]
    verbs = tuple(line.find(phrases("events", line.language, "organise")))
    return _Clues(line, ordered, tuple(sorted(cues)), verbs)


def _is_agent(line: Line, bodies: Sequence[Seen], index: int) -> bool:
    """Vietnamese "do": an agent only where a verb of organising follows its bodies."""
    run = run_after(line, bodies, index, 2)
    end = run[-1].last if run else index
    return line.holds(phrases("events", "vi", "organise"), end, min(end + _AGENT_REACH, len(line)))


def _supporters(clues: _Clues) -> Iterator[Told]:
    """Behind "with the backing of", and before a verb of supporting: "Tập đoàn Viettel tài trợ"."""
    for _, last, field in clues.cues:
        if field == "supporters":
            yield from ((field, b) for b in clues.after(last, 3))
    for first, _ in clues.line.find(clues.phrases("support")):
        if not clues.in_cue(first):
            yield from (("supporters", b) for b in clues.before(first, 2))


def _agents(clues: _Clues) -> Iterator[Told]:
    """Behind "organised by" and "hosted by", with their partners."""
    for _, last, field in clues.cues:
        if field != "supporters" and (run := clues.after(last, 3)):
            yield from ((field, b) for b in run)
            yield from ((field, b) for b in _partners(clues, run[-1].last))


def _subjects(clues: _Clues) -> Iterator[Told]:
    """Around a verb of organising: "A and B organised", "staged on 5 May by A", "the organisers were A and B"."""
    for first, last in clues.verbs:
        if clues.in_cue(first):
            continue
        field, run, told = _around(clues, first, last)
        yield from ((field, b) for b in run)
        if told:
            yield from (("organisers", b) for b in _partners(clues, max(last, run[-1].last if run else last)))


def _around(clues: _Clues, first: int, last: int) -> tuple[str, list[Seen], bool]:
    """The field that a verb or noun of organising fills, with whom, and whether partners may follow."""
    line = clues.line
    if line.key(last - 1) in words("events", "organiser_nouns"):
        run = clues.after(last, 3) if line.key(last) in words("events", "being") else clues.before(first, 10)
        return "organisers", run, bool(run)
    ahead = range(last, min(last + _BY_REACH, len(line)))
    by = next((k for k in ahead if line.key(k) in words("events", "by")), None)
    if by is not None:
        return "hosts" if line.match(first, clues.phrases("host")) else "organisers", clues.after(by, 3), True
    run = _with_partner(clues, clues.before(first, 4))
    return "organisers", run, bool(run)


def _with_partner(clues: _Clues, run: list[Seen]) -> list[Seen]:
    """ "A, in collaboration with B, organised": the body before the one that stands next to the verb."""
    line = clues.line
    if not run:
        return run
    cues = line.find(clues.phrases("with"), max(0, run[0].first - _PARTNER_REACH - 4), run[0].first)
    for first, last in reversed(list(cues)):  # the cue next to the name: "và" may stand inside one
        if "," not in line.keys[last : run[0].first]:
            partner = [b for b in clues.before(first, 2) if b not in run]
            if partner:
                return partner + run
    return run


def _partners(clues: _Clues, start: int) -> Iterator[Seen]:
    """Those whom a text names "together with" an organiser, in the same clause or the next."""
    for first, behind in clues.line.find(clues.phrases("with"), start, start + _PARTNERS_BEHIND):
        if not clues.in_cue(first):
            yield from clues.after(behind, 6)
