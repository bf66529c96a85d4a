"""Which name of a clause a verb of saying has for its subject: before it, behind it, or that of a verb before."""

from __future__ import annotations

from typing import NamedTuple

from vnitcoop.find.names.people import honorifics
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import CLOSE_QUOTES, Line
from vnitcoop.find.vocabulary import phrases, words

_APPOSED = 12  # words from a body to the verb behind its apposition
_OFFICE = 18  # words of an office between a verb and the name behind it


class Clause(NamedTuple):
    """The tokens of a sentence that may have a speaker of their own, and who is named in them."""

    line: Line
    first: int
    end: int
    people: tuple[Seen, ...]
    bodies: tuple[Seen, ...]
    actors: tuple[Seen, ...]  # bodies, also those called by their kind alone
    verbs: tuple[tuple[int, int], ...]  # where it has verbs of saying


def sayer(named: Clause, clause: Clause, first: int, behind: int) -> Seen | None:
    """Who of those `named` says what a verb between two tokens says, or shares it in the clause."""
    return _subject(named, first) or _person_behind(named, behind)


def _subject(clause: Clause, verb: int) -> Seen | None:
    """The person, else the body, that a verb of saying has for its subject."""
    line = clause.line
    told, verb = verb, _behind_subject(line, verb)
    people = [s for s in clause.people if s.last <= verb and not _closed(line, s.last, verb)]
    if people and _reaches(line, people[-1].last, verb):
        return people[-1]
    titles = phrases("titles", line.language, "titles")
    bodies = [s for s in clause.actors if s.last <= verb and not _closed(line, s.last, verb)]
    bodies = [s for s in bodies if s.first + line.match(s.first, titles) <= s.last]  # no "Bộ" of "Bộ trưởng"
    end = bodies[-1].last if bodies else 0
    bodies = _without_parents(line, bodies, verb)
    if bodies and told - end <= 3 + 2 * (line.key(end) == "("):
        return people[-1] if people and _speaks_for(line, people[-1].last, bodies[-1].first) else bodies[-1]
    aside = bodies and line.key(bodies[-1].last + 1) in words("speech", "relatives") and line.key(verb - 1) == ","
    if aside and line.keys[bodies[-1].last : verb].count(",") == 2:
        return bodies[-1]
    if apposed := _apposed(line, bodies, verb):
        return apposed
    reports = any(line.match(k, phrases("speech", "reports", line.language)) for k in range(max(0, verb - 6), verb))
    return bodies[-1] if bodies and reports and verb - bodies[-1].last <= 8 else None


def _behind_subject(line: Line, verb: int) -> int:
    """Where what belongs to a verb begins: "[has also] noted", "[a, de son côté,] promis"."""
    parts = phrases("speech", "own_part", line.language)
    while verb:
        if line.key(verb - 1) in words("speech", "before_second_verb") and not line[verb - 1].capital:
            verb -= 1
            continue
        aside = line.key(verb - 1) == ","
        length = parts.match_before(line.keys, verb - aside)
        if not length:
            break
        verb -= length + aside + (aside and line.key(verb - length - 2) == ",")
    return verb


def _speaks_for(line: Line, end: int, body: int) -> bool:
    """ "Kim of the agency", "ông A, Giám đốc Sở B": whether a person stands before a body as one of its own."""
    apposed = line.key(end) == "," and line.match(end + 1, phrases("titles", line.language, "titles"))
    return end < body and (line.key(end) in words("speech", "of_body") or bool(apposed))


def _without_parents(line: Line, bodies: list[Seen], verb: int) -> list[Seen]:
    """ "Vụ A thuộc Bộ B cho biết", "The company, part of B, hopes": the bodies without those above one."""
    while len(bodies) > 1:
        above, last = bodies[-2], bodies[-1]
        of = behind_of(line, last.first)
        aside = line.key(above.last) == "," == line.key(verb - 1) and "," not in line.keys[above.last + 1 : verb - 1]
        if not of or not (above.last >= of or aside):
            return bodies
        bodies = bodies[:-1]
    return bodies


def behind_of(line: Line, first: int) -> int:
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


def _reaches(line: Line, end: int, verb: int) -> bool:
    """Whether only an apposition, an adverb or an auxiliary stands between a person and the verb."""
    gap = line.keys[end:verb]
    if len(gap) <= 4:
        return "that" not in gap
    return gap[0] in {",", "(", "-"} and (gap[-1] == "," or gap[0] == gap[-1] == "-" or gap[-2:-1] == (",",))


def _person_behind(clause: Clause, verb_end: int) -> Seen | None:
    """ "..., noted Nguyen Doan Hung, head of": the person right behind the verb, a title between at most."""
    line = clause.line
    people = [s for s in clause.people if s.first >= verb_end]
    if line.key(verb_end) in {"that", "que", "rang", ","}:
        return None
    if not people:
        return _body_behind(clause, verb_end)
    honoured = line.key(people[0].first - 1) in honorifics()
    gap = line.keys[verb_end : people[0].first - honoured]
    told = "to" in gap or "by" in gap or line.key(verb_end - 1) in {"told", "called", "put"}
    if len(gap) <= _OFFICE and not told and "," not in gap[:-1]:
        return people[0]
    return _body_behind(clause, verb_end)


def _body_behind(clause: Clause, verb_end: int) -> Seen | None:
    """ "..., rappelle le ministère du Plan": the body right behind a verb that a comma or quote sets off."""
    line = clause.line
    apart = {line.key(k) for k in range(max(0, verb_end - 4), verb_end)} & {",", '"', "”", "»"}
    apart = set() if line.key(verb_end - 1) in words("speech", "to_an_audience") else apart
    return next((s for s in clause.bodies if apart and verb_end <= s.first <= verb_end + 1), None)
