"""Who holds, hosts and supports an event, by the cues of a sentence: "organised by A and B with the backing of C".

An active verb counts only with the event as its object: who "held 140 meetings at the forum" did not hold the forum.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from vnitcoop.find.lists import as_subject, run_after, run_before
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line, Phrases
from vnitcoop.find.vocabulary import phrases, words

_BY_REACH = 10  # tokens between "staged" and "by": a place and a day may stand there
_AGENT_REACH = 14  # tokens between the bodies behind "do" and their verb
_LONGEST_LIST = 12  # bodies
_LONGEST_CLAUSE = 60  # tokens
_PARTNERS_BEHIND = 30  # tokens behind an organiser where "together with" may stand
_PARTNER_REACH = 16  # tokens between "in coordination with" and the body next to the verb
_WITH_REACH = 5  # tokens between the first word of "together with" and the body behind it
_SUPPORT_REACH = 3  # tokens between who supports and the verb: "have come in as"
_SPONSORS_OF = 6  # tokens between "sponsors" and "are"
_OBJECT_REACH = 30  # tokens between a verb and the event that is its object
_BEING_REACH = 16  # tokens between "the organisers of" and "were"
_CAME_REACH = 7  # tokens between "sponsorship" and "came from"

Told = tuple[str, Seen]


@dataclass(frozen=True, slots=True)
class _Clues:
    """What a sentence gives to go by, each list from left to right."""

    line: Line
    bodies: tuple[Seen, ...]
    cues: tuple[tuple[int, int, str], ...]  # "organised by": first token, last token, the field that it fills
    verbs: tuple[tuple[int, int], ...]  # "organised", by itself
    events: tuple[tuple[int, int], ...]  # where the event is named or meant

    def phrases(self, part: str) -> Phrases:
        return phrases("events", self.line.language, part)

    def in_cue(self, index: int) -> bool:
        """Whether a token belongs to a cue."""
        at = bisect_right(self.cues, index, key=lambda cue: cue[0]) - 1
        return at >= 0 and index < self.cues[at][1]

    def in_body(self, index: int) -> bool:
        """Whether a token belongs to a body's name: "Tổ chức Xúc tiến thương mại" organises nothing."""
        at = bisect_right(self.bodies, index, key=lambda b: b.first) - 1
        return at >= 0 and index < self.bodies[at].last

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

    def is_about_event(self, first: int, last: int, run: Sequence[Seen]) -> bool:
        """Whether the event is the object of a verb: behind it, or before its subject as in "which A organised"."""
        held_at = words("events", "held_at")
        pronoun = self.line.key(first) == "l'" or self.line.key(first - 1) in words("events", "it_before_verb")
        if pronoun or self.line.key(last) in words("events", "it"):
            return True
        for a, b in self.events:
            if 0 <= a - last <= _OBJECT_REACH:
                start = a - (self.line.key(a - 1) in words("grammar", "articles"))
                return self.line.key(start - 1) not in held_at and self.line[last].kind != "number"
            if run and a < run[0].first < b:  # "a conference of the A was held"
                return True
            if run and b <= run[0].first and set(self.line.keys[b : run[0].first]) & words("events", "relatives"):
                return True
        return not self.events and (last == len(self.line) or self.line[last].kind == "mark")  # "A co-organised."

    def _clause(self, start: int, verb: int) -> int:
        """Where the clause of a verb begins: "With the support of A and B, the C and the D organised"."""
        for k in range(verb - 1, max(start, verb - _LONGEST_CLAUSE) - 1, -1):
            if self.line.key(k) == "," and self.line.key(k + 1) not in words("titles", "joints"):
                return k
        return verb


def organisers(line: Line, bodies: Sequence[Seen], events: Iterable[tuple[int, int]]) -> Iterator[Told]:
    """(field, body) for every body that a sentence names as organiser, host or supporter; each body once.

    `events`: the tokens where the sentence names the event or means it ("the forum").
    """
    clues = _clues(line, bodies, events)
    told: set[Seen] = set()
    for field, body in [*_supporters(clues), *_agents(clues), *_subjects(clues), *_owners(clues)]:
        if body not in told:
            told.add(body)
            yield field, body


def _clues(line: Line, bodies: Sequence[Seen], events: Iterable[tuple[int, int]]) -> _Clues:
    ordered = tuple(sorted(bodies, key=lambda b: b.first))
    cues = [
        (first, last, field)
        for field in ("organisers", "hosts", "supporters")
        for first, last in line.find(phrases("events", line.language, f"{field}_by"))
    ]
    if line.language == "vi":
        cues += _vietnamese_agents(line, ordered)
    cues += [(first, last, "supporters") for first, last in (*_nouns_of_support(line), *_supporters_being(line))]
    verbs = [v for part in ("organise", "host") for v in line.find(phrases("events", line.language, part))]
    clues = _Clues(line, ordered, tuple(sorted(cues)), (), tuple(sorted(events)))
    return replace(clues, verbs=tuple(sorted(v for v in verbs if not clues.in_body(v[0]))))


def _vietnamese_agents(line: Line, bodies: Sequence[Seen]) -> Iterator[tuple[int, int, str]]:
    """ "do A (phối hợp với B) tổ chức", "được C bảo trợ": an agent is one where such a verb follows its bodies."""
    for first, last in line.find(phrases("events", "vi", "agents")):
        run = run_after(line, bodies, last, 2)
        end = run[-1].last if run else last
        for field, part in (("organisers", "organise"), ("hosts", "host"), ("supporters", "support")):
            verb = next(line.find(phrases("events", "vi", part), end, min(end + _AGENT_REACH, len(line))), None)
            if verb and (field == "organisers" or verb[0] <= end + 1):
                yield first, last, field
                break


def _nouns_of_support(line: Line) -> Iterator[tuple[int, int]]:
    """ "the (financial) backing of", "money from", "sponsorship came from": up to the word before who gives it."""
    for i, key in enumerate(line.keys):
        if key not in words("events", line.language, "support_nouns") or line.key(i - 1) in words("grammar", "where"):
            continue
        ahead = range(i + 1, min(i + 3, len(line)))
        of = next((k for k in ahead if line.key(k) in words("events", "support_of")), None)
        if of is None:
            came = line.find(phrases("events", "came_from"), i + 1, i + _CAME_REACH)
            of = next((last - 1 for _, last in came), None)
        if of is not None:
            yield i, of + 1


def _supporters_being(line: Line) -> Iterator[tuple[int, int]]:
    """ "Sponsors of the forum are", "đơn vị bảo trợ là": up to the word before who it is."""
    for first, last in line.find(phrases("events", line.language, "supporting")):
        for k in range(last, min(last + _SPONSORS_OF, len(line))):
            if line[k].kind == "mark":
                break
            if line.key(k) in words("events", "being"):
                yield first, k + 1
                break


def _supporters(clues: _Clues) -> Iterator[Told]:
    """Behind "with the backing of", and before a verb of supporting: "Tập đoàn Viettel tài trợ"."""
    for _, last, field in clues.cues:
        if field == "supporters":
            yield from ((field, b) for b in clues.after(last, 3))
    for part in ("support", "support_it"):
        for first, last in clues.line.find(clues.phrases(part)):
            run = _own_clause(clues, clues.before(first, _SUPPORT_REACH))
            told = not (clues.in_cue(first) or clues.in_body(first))
            if told and (part == "support" or clues.is_about_event(first, last, run)):
                yield from (("supporters", b) for b in run)


def _own_clause(clues: _Clues, run: list[Seen]) -> list[Seen]:
    """ "A organises it with B, and C sponsors it": C alone."""
    keys = clues.line.keys
    cut = max((k for k in range(1, len(run)) if ";" in keys[run[k - 1].last : run[k].first]), default=0)
    run = run[cut:]
    last = next((k for k, b in enumerate(run) if b.ref == run[-1].ref), 0)  # "the C (CCC)" is one
    gap = keys[run[last - 1].last : run[last].first] if last else ()
    partners = clues.line.find(clues.phrases("with"), max(0, run[0].first - _WITH_REACH), run[0].first) if run else ()
    return run[last:] if "," in gap and any(partners) else run


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
        field = "hosts" if clues.line.match(first, clues.phrases("host")) else "organisers"
        if run := _around(clues, first, last):
            yield from ((field, b) for b in run)
            yield from (("organisers", b) for b in _partners(clues, max(last, run[-1].last)))


def _owners(clues: _Clues) -> Iterator[Told]:
    """ "VINASA's Vietnam - Japan Forum"."""
    for first, _ in clues.events:
        if clues.line.key(first - 1) == "'s":
            yield from (("organisers", b) for b in clues.bodies if b.last == first - 1)


def _around(clues: _Clues, first: int, last: int) -> list[Seen]:
    """Who does what a verb or noun of organising says."""
    line = clues.line
    host = line.match(first, clues.phrases("host_nouns")) and line.key(first - 1) in words("events", "before_host")
    if line.key(first) == "behind" and not _is_event_next(clues, last):
        return []  # "the funds behind the promise"
    if host or line.match(first, clues.phrases("organiser_nouns")):
        being = (k for k in range(last, min(last + _BEING_REACH, len(line))) if line.key(k) in words("events", "being"))
        if (at := last if line.key(last) == "," else next(being, None)) is not None and (run := clues.after(at + 1, 3)):
            return run
        return clues.before(first, 10)
    ahead = range(last, min(last + _BY_REACH, len(line)))
    by = next((k for k in ahead if line.key(k) in words("events", "by")), None)
    if by is not None:
        return clues.after(by, 3)
    run = _with_partner(clues, as_subject(clues.line, clues.before(first, 4)))
    if not run and line.key(first - 1) in words("events", "inverting"):
        return clues.after(last, 8)  # "qu'organisent tous les ans A et B"
    alone = line.match(first, clues.phrases("alone"))
    return run if alone or clues.is_about_event(first, last, run) else []


def _is_event_next(clues: _Clues, index: int) -> bool:
    """Whether the event, or "it", follows at once, with its article."""
    first = index + (clues.line.key(index) in words("grammar", "articles"))
    return clues.line.key(index) in words("events", "it") or any(first <= a <= first + 1 for a, _ in clues.events)


def _with_partner(clues: _Clues, run: list[Seen]) -> list[Seen]:
    """ "A, in collaboration with B, organised": the body before the one that stands next to the verb."""
    line = clues.line
    if not run:
        return run
    cues = line.find(clues.phrases("with"), max(0, run[0].first - _PARTNER_REACH - 4), run[0].first)
    for first, last in reversed(list(cues)):  # the cue next to the name: "và" may stand inside one
        if "," not in line.keys[last : run[0].first]:
            partner = [b for b in clues.before(first, 4) if b not in run]
            if partner:
                return partner + run
    return run


def _partners(clues: _Clues, start: int) -> Iterator[Seen]:
    """Those whom a text names "together with" an organiser, in the same clause or the next."""
    for first, behind in clues.line.find(clues.phrases("with"), start, start + _PARTNERS_BEHIND):
        if not clues.in_cue(first):
            yield from clues.after(behind, 6)
