"""Who a sentence says is speaking: "X said that ...", "according to X", "“...”, X said", "the latter said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.resumed import (
    Holders,
    called_by_noun,
    holder_at,
    is_resumed,
    meant_by_noun,
    meant_by_pronoun,
    office_near,
    one_of_two,
)
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import CLOSE_QUOTES, OPEN_QUOTES, Line
from vnitcoop.find.verbs_of_saying import closes, verbs_of_saying
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Basis, Ref, Span

WISH = "verb-of-wishing"  # of what stands behind it alone
_COLON = frozenset(":")
_TURNS = frozenset(";,")
_NAME = 8  # words in which a name, or that of a list, goes by
_APPOSED = 12  # words from a body to the verb behind its apposition


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a sentence, or its clause `reach`, is attributed to, and the words that say so."""

    speaker: Ref
    span: Span
    rule: str
    basis: Basis
    reach: Span | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of a sentence that may have a speaker of their own, and who is named in them."""

    line: Line
    first: int
    end: int
    people: tuple[Seen, ...]
    bodies: tuple[Seen, ...]
    actors: tuple[Seen, ...]  # bodies, also those called by their kind alone
    verbs: tuple[tuple[int, int], ...]  # where it has verbs of saying


def spoken(cast: Cast, i: int, last: Attribution | None, holders: Holders) -> tuple[Attribution, ...]:
    """The speakers that sentence `i` names, one for each clause that names its own; `last` spoke before it."""
    line = cast.lines[i]
    out: list[Attribution] = []
    for first, end in _clauses(line):
        seen = (cast.people[i], cast.bodies[i], cast.actors(i))
        people, bodies, actors = [tuple([s for s in some if first <= s.first and s.last <= end]) for some in seen]
        clause = Clause(line, first, end, people, bodies, actors, verbs_of_saying(line, first, end))
        found = _spoken(cast, i, clause, out[-1] if out else last, holders)
        if found:
            out.append(replace(found, reach=line.span(first, end)))
    listed = _published(line, cast.bodies[i]) if not out else None
    return (listed,) if listed else tuple(out)


def _clauses(line: Line) -> list[tuple[int, int]]:
    """The parts of a sentence between semicolons, and before and behind ", while"."""
    turns = phrases("speech", line.language, "turns")
    marks = (k for k in line.where(_TURNS) if 1 <= k < len(line) - 1)
    cuts = [k for k in marks if line.keys[k] == ";" or line.match(k + 1, turns)]
    return [(a, b) for a, b in zip([0, *(k + 1 for k in cuts)], [*cuts, len(line)], strict=True) if a < b]


def _spoken(cast: Cast, i: int, clause: Clause, last: Attribution | None, holders: Holders) -> Attribution | None:
    cited = _cited(cast, clause, last, holders)
    said = _said(cast, i, clause, last, holders) or _before_quote(clause)
    return said if said and (not cited or cited.rule == "quoting") else cited


def _cited(cast: Cast, clause: Clause, last: Attribution | None, holders: Holders) -> Attribution | None:
    """ "According to X", and "according to him", who spoke before; "To X, the stage is ..."."""
    line, head = clause.line, clause.first
    if line.key(head) in words("speech", "opens_opinion") and clause.people:
        seen = clause.people[0]
        if seen.first <= head + 8 and line.key(seen.last) == "," and "," not in line.keys[head : seen.first]:
            return Attribution(seen.ref, line.span(head, seen.last), "in-the-view-of", Basis.STATED)
    for first, behind in line.find(phrases("speech", line.language, "according"), head, clause.end):
        if behind < len(line) and line[behind].text.lower() in words("speech", "no_source"):
            continue
        bare = not (behind + 1 < len(line) and line[behind + 1].capital)
        if last and bare and line.key(behind) in words("speech", line.language, "oblique"):
            return Attribution(last.speaker, line.span(first, behind + 1), "according-to-pronoun", Basis.INFERRED)
        if told := _first_after(cast, clause, behind):
            rule = "quoting" if line.key(first) in words("speech", "quoting") else "according-to"
            return Attribution(told.ref, line.span(first, told.last), rule, Basis.STATED)
        noun = called_by_noun(line, behind, behind + 2)
        meant = noun and meant_by_noun(cast, line.sentence, noun, last.speaker if last else None, holders)
        if holder := holder_at(line, behind, holders) or holder_at(line, behind + 1, holders) or meant or None:
            return Attribution(holder, line.span(first, behind + 1), "office-of-speaker", Basis.INFERRED)
    return None


def _first_after(cast: Cast, clause: Clause, start: int) -> Seen | None:
    """Behind "according to": the first person or body before the clause ends, the person before their office."""
    line = clause.line
    comma = next((k for k in range(start, clause.end) if line.key(k) == ","), clause.end)
    named = sorted((*clause.people, *clause.bodies), key=lambda s: s.first)
    inside = [s for s in named if start <= s.first <= comma]
    end = next((verb for verb, _ in clause.verbs if verb > comma), comma + 4)  # "..., according to X," said Y
    people = [s for s in clause.people if start <= s.first <= min(end, comma + 4)]
    return next(iter(people or inside), None)


def _said(cast: Cast, i: int, clause: Clause, last: Attribution | None, holders: Holders) -> Attribution | None:
    """The subject of a verb of saying, or whom its pronoun or office means."""
    line = clause.line
    for first, behind in sorted(clause.verbs, key=lambda verb: not closes(line, *verb)):
        if line[first].capital and first:
            continue
        wishes = line.match(first, phrases("speech", line.language, "wish"))
        named = replace(clause, bodies=(), actors=()) if wishes else clause  # only people say so by wishing
        if seen := _subject(named, first) or _behind(named, behind) or _shared_subject(clause, first):
            span = line.span(min(first, seen.first), max(behind, seen.last))
            return Attribution(seen.ref, span, WISH if wishes else "verb-of-saying", Basis.STATED)
        if wishes:
            continue
        if one := one_of_two(cast, i, first):
            return Attribution(one, line.span(first, behind), "one-of-two", Basis.INFERRED)
        if holder := office_near(line, first, behind, holders):
            return Attribution(holder, line.span(first, behind), "office-of-speaker", Basis.INFERRED)
        speaker = meant_by_pronoun(cast, i, first) or (last and last.speaker) if is_resumed(line, first) else None
        if not speaker and (called := called_by_noun(line, max(0, first - 4), behind + 3)):
            speaker = meant_by_noun(cast, i, called, last.speaker if last else None, holders)
        if speaker:
            return Attribution(speaker, line.span(first, behind), "pronoun-of-speaker", Basis.INFERRED)
    return None


def _published(line: Line, bodies: Sequence[Seen]) -> Attribution | None:
    """ "is sixth in the Services Index of X", "in X's Innovation Index": the body whose list it is."""
    lists = phrases("speech", "published")
    for seen in bodies if line.holds(lists) else ():
        before = _behind_of(line, seen.first) and line.holds(lists, seen.first - _NAME, seen.first)
        if before or (line.key(seen.last) == "'s" and line.holds(lists, seen.last, seen.last + _NAME)):
            return Attribution(seen.ref, line.span(seen.first, seen.last), "publisher-of-list", Basis.INFERRED)
    return None


def _before_quote(clause: Clause) -> Attribution | None:
    """ "X is more careful: “...”": the one person before a colon and a quote, or the one who begins the sentence."""
    line = clause.line
    if clause.people and clause.people[0].first <= 2 and line.key(clause.people[0].last) == ":":  # as in a transcript
        seen = clause.people[0]
        return Attribution(seen.ref, line.span(seen.first, seen.last + 1), "colon-and-quote", Basis.STATED)
    colons = (k for k in line.where(_COLON) if k < clause.end - 1)
    colon = next((k for k in colons if line[k + 1].text in OPEN_QUOTES), 0)
    people = [s for s in clause.people if s.last <= colon]
    if not people or (len(people) > 1 and people[0].first > clause.first + 1):
        return None
    return Attribution(people[0].ref, line.span(people[0].first, colon), "colon-and-quote", Basis.STATED)


def _subject(clause: Clause, verb: int) -> Seen | None:
    """The person, else the body, that a verb of saying has for its subject."""
    line = clause.line
    people = [s for s in clause.people if s.last <= verb and not _closed(line, s.last, verb)]
    if people and _reaches(line, people[-1].last, verb):
        return people[-1]
    titles = phrases("titles", line.language, "titles")
    bodies = [s for s in clause.actors if s.last <= verb and not _closed(line, s.last, verb)]
    bodies = [s for s in bodies if s.first + line.match(s.first, titles) <= s.last]  # no "Bộ" of "Bộ trưởng"
    end = bodies[-1].last if bodies else 0
    bodies = _without_parents(line, bodies, verb)
    if bodies and verb - end <= 3 + 2 * (line.key(end) == "("):
        of_body = (
            people and people[-1].last < bodies[-1].first and line.key(people[-1].last) in words("speech", "of_body")
        )
        return people[-1] if of_body else bodies[-1]
    if bodies and line.key(bodies[-1].last + 1) in words("speech", "relatives") and line.key(verb - 1) == ",":
        return bodies[-1]
    if apposed := _apposed(line, bodies, verb):
        return apposed
    reports = any(line.match(k, phrases("speech", "reports", line.language)) for k in range(max(0, verb - 6), verb))
    return bodies[-1] if bodies and reports and verb - bodies[-1].last <= 8 else None


def _without_parents(line: Line, bodies: list[Seen], verb: int) -> list[Seen]:
    """ "Vụ A thuộc Bộ B cho biết", "The company, part of B, hopes": the bodies without those above one."""
    while len(bodies) > 1:
        above, last = bodies[-2], bodies[-1]
        of = _behind_of(line, last.first)
        aside = line.key(above.last) == "," == line.key(verb - 1) and "," not in line.keys[above.last + 1 : verb - 1]
        if not of or not (above.last >= of or aside):
            return bodies
        bodies = bodies[:-1]
    return bodies


def _behind_of(line: Line, first: int) -> int:
    """The token behind "of" and such where a body's name, or its article, stands right behind one; else 0."""
    before = first - 1 - (line.key(first - 1) in words("grammar", "articles"))
    return before if line.key(before) in words("speech", "of_body_above") else 0


def _apposed(line: Line, bodies: list[Seen], verb: int) -> Seen | None:
    """ "TopDev, a recruiter in the south, reckons that": the body before an apposition that ends at the verb."""
    if not bodies or line.key(verb - 1) != "," or line.key(bodies[-1].last) != "," or verb - bodies[-1].last > _APPOSED:
        return None
    return bodies[-1] if line.key(bodies[-1].last + 1) in words("speech", "articles") else None


def _closed(line: Line, end: int, verb: int) -> bool:
    """Whether a quote ends between a name and a verb: '"We work with the agency," said X'."""
    return any(token.text in CLOSE_QUOTES for token in line.tokens[end:verb])


def _shared_subject(clause: Clause, verb: int) -> Seen | None:
    """ "X thanked the host and proposed that ...": who begins the clause, of its second verb."""
    line, k = clause.line, verb - 1
    while line.key(k) in words("speech", "before_second_verb"):
        k -= 1
    if line.key(k) not in words("speech", "joins_verbs") or not clause.people:
        return None
    if line.language == "en" and not line.key(verb).endswith(("ed", "said", "told")):
        return None
    subject = clause.people[0]
    alone = all(line[j].capital or line.key(j) == "." for j in range(clause.first, subject.first))
    return subject if alone and subject.last < k else None


def _reaches(line: Line, end: int, verb: int) -> bool:
    """Whether only an apposition, an adverb or an auxiliary stands between a person and the verb."""
    gap = line.keys[end:verb]
    if len(gap) <= 4:
        return "that" not in gap
    return gap[0] in {",", "(", "-"} and (
        gap[-1] == "," or gap[0] == gap[-1] == "-" or gap[-2:-1] == (",",) or gap[-1] in {"also", "has", "a", "da"}
    )


def _behind(clause: Clause, verb_end: int) -> Seen | None:
    """ "..., noted Nguyen Doan Hung, head of": the person right behind the verb, a title between at most."""
    line = clause.line
    people = [s for s in clause.people if s.first >= verb_end]
    if line.key(verb_end) in {"that", "que", "rang", ","}:
        return None
    if not people:
        return _body_behind(clause, verb_end)
    gap = line.keys[verb_end : people[0].first]
    told = "to" in gap or "by" in gap or line.key(verb_end - 1) in {"told", "called", "put"}
    if len(gap) <= 12 and not told and "," not in gap[:-1]:
        return people[0]
    return _body_behind(clause, verb_end)


def _body_behind(clause: Clause, verb_end: int) -> Seen | None:
    """ "..., rappelle le ministère du Plan": the body right behind a verb that a comma or quote sets off."""
    line = clause.line
    apart = {line.key(k) for k in range(max(0, verb_end - 4), verb_end)} & {",", '"', "”", "»"}
    apart = set() if line.key(verb_end - 1) in words("speech", "to_an_audience") else apart
    return next((s for s in clause.bodies if apart and verb_end <= s.first <= verb_end + 1), None)
