"""What a sentence gives to go by when it is asked who is behind an event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vnitcoop.find.lists import run_after, run_before
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line, Phrases
from vnitcoop.find.vocabulary import phrases, phrases_of, words

Told = tuple[str, Seen]  # a field of the event, and a body that fills it

_ADVERBS = 5  # tokens between an apposition and its verb: "on June 12 jointly"
_APPOSITION = 16  # tokens that say who a body is
_LONGEST_LIST = 12  # bodies
_LONGEST_CLAUSE = 60  # tokens
_OBJECT_REACH = 30  # tokens between a verb and the event that is its object
_NEXT_REACH = 5  # tokens between a verb of many uses and the event that is its object
_WITH_REACH = 5  # tokens between the first word of "together with" and the body behind it
_PARTNERS_BEHIND = 30  # tokens behind an organiser where "together with" may stand


class Clues(NamedTuple):
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

    def before_apposition(self, verb: int) -> list[Seen]:
        """ "A and B, the software arm of C, today held": the list of bodies before what says who the last one is."""
        keys, bodies = self.line.keys, {k for b in self.bodies for k in range(b.first, b.last)}
        ends = next((k for k in range(verb - 1, max(0, verb - _ADVERBS), -1) if keys[k] == "," or k in bodies), 0)
        begins = next((k for k in range(ends - 1, max(0, ends - _APPOSITION), -1) if keys[k] == ","), 0)
        if ends in bodies or not begins or self.line.match(begins + 1, self.phrases("with")):
            return []
        owned = "'s" in keys[begins + 2 : begins + 4]  # "JICA, Japan's aid agency,"
        named = keys[begins + 1] in words("grammar", "articles") or owned
        return self.before(begins, 1) if named else []

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
        auxiliary = self.line.key(first - 1) in words("events", "auxiliaries")
        pronoun = self.line.key(first) == "l'" or self.line.key(first - 1 - auxiliary) in words(
            "events", "it_before_verb"
        )
        if pronoun or self.line.key(last) in words("events", "it") or (run and self._is_relative(run[0].first)):
            return True
        vague = self.line.match(first, self.phrases("arrange"))
        for a, b in self.events:
            if last <= a and any(self.line.find(self.phrases("own_groups"), last, a)):
                return False  # "organised a delegation to the fair"
            if vague and 0 <= a - last <= _OBJECT_REACH:
                between = self.line.tokens[last:a]
                return len(between) <= _NEXT_REACH and all(t.kind != "mark" and t.key not in held_at for t in between)
            if 0 <= a - last <= _OBJECT_REACH:
                start = a - (self.line.key(a - 1) in words("grammar", "articles"))
                return self.line.key(start - 1) not in held_at and self.line[last].kind != "number"
            if run and a < run[0].first < b:  # "a conference of the A was held"
                return True
            if run and b <= run[0].first and set(self.line.keys[b : run[0].first]) & words("events", "relatives"):
                return True
        return not self.events and (last == len(self.line) or self.line[last].kind == "mark")  # "A co-organised."

    def _is_relative(self, subject: int) -> bool:
        """ "a two-day gathering which the ministry hosts": an event's noun, and a clause about it before a subject."""
        which = subject - 1 - (self.line.key(subject - 1) in words("grammar", "articles"))
        nouns = phrases_of("events", self.line.language, ("again", "named", "unnamed"))
        if self.line.key(which) not in words("events", "relatives"):
            return False
        end = which - (self.line.key(which - 1) == ",")
        return any(last == end for _, last in self.line.find(nouns))

    def is_event_next(self, index: int) -> bool:
        """Whether the event, or "it", follows at once, with its article."""
        keys = self.line.key
        first = index + (keys(index) in words("events", "behind_role"))
        first += keys(first) in words("grammar", "articles")
        return keys(index) in words("events", "it") or any(first <= a <= first + 2 for a, _ in self.events)

    def own_clause(self, run: list[Seen]) -> list[Seen]:
        """ "A organises it with B, and C sponsors it": C alone."""
        keys = self.line.keys
        cut = max((k for k in range(1, len(run)) if ";" in keys[run[k - 1].last : run[k].first]), default=0)
        run = run[cut:]
        last = next((k for k, b in enumerate(run) if b.ref == run[-1].ref), 0)  # "the C (CCC)" is one
        gap = keys[run[last - 1].last : run[last].first] if last else ()
        partners = self.line.find(self.phrases("with"), max(0, run[0].first - _WITH_REACH), run[0].first) if run else ()
        return run[last:] if "," in gap and any(partners) else run

    def partners(self, start: int) -> Iterator[Seen]:
        """Those whom a text names "together with" an organiser, in the same clause or the next."""
        for first, behind in self.line.find(self.phrases("with"), start, start + _PARTNERS_BEHIND):
            if not self.in_cue(first):
                yield from self.after(behind, 6)

    def _clause(self, start: int, verb: int) -> int:
        """Where the clause of a verb begins: "With the support of A and B, the C and the D organised"."""
        for k in range(verb - 1, max(start, verb - _LONGEST_CLAUSE) - 1, -1):
            if self.line.key(k) == "," and self.line.key(k + 1) not in words("titles", "joints"):
                return k
        return verb
