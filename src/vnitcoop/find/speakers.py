"""Who a sentence says is speaking: "X said that ...", "according to X", "“...”, X said", "the latter said"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.resumed import (
    Talk,
    holder_at,
    is_resumed,
    meant_by_noun,
    meant_by_pronoun,
    named_by_noun,
    office_near,
    pronoun_before,
)
from vnitcoop.find.sayers import Clause, behind_of, sayer
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import CLOSE_QUOTES, OPEN_QUOTES, Line
from vnitcoop.find.verbs_of_saying import closes, is_ranking, verbs_of_saying
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Basis, Ref, Span

WISH = "verb-of-wishing"  # of what stands behind it alone
_COLON = frozenset(":")
_TURNS = frozenset(";,")
_QUOTED = 3  # words that make a quotation
_NAME = 8  # words in which a name, or that of a list, goes by


class Attribution(NamedTuple):
    """Who a sentence, or its clause `reach`, is attributed to, and the words that say so."""

    speaker: Ref
    span: Span
    rule: str
    basis: Basis
    reach: Span | None = None


def spoken(talk: Talk, i: int) -> tuple[Attribution, ...]:
    """The speakers that sentence `i` names, one for each clause that names its own."""
    cast, line, before = talk.cast, talk.cast.lines[i], talk.speaker
    out: list[Attribution] = []
    for first, end in _clauses(line):
        seen = (cast.people[i], cast.bodies[i], cast.actors(i))
        people, bodies, actors = [tuple([s for s in some if first <= s.first and s.last <= end]) for some in seen]
        clause = Clause(line, first, end, people, bodies, actors, verbs_of_saying(line, first, end))
        if found := _spoken(talk, i, clause):
            out.append(found._replace(reach=line.span(first, end)))
            talk.speaker = found.speaker
    talk.speaker = before
    listed = _published(line, cast.bodies[i]) if not out else None
    return (listed,) if listed else tuple(out)


def _clauses(line: Line) -> list[tuple[int, int]]:
    """The parts of a sentence between semicolons, and before and behind ", while"."""
    turns = phrases("speech", line.language, "turns")
    marks = (k for k in line.where(_TURNS) if 1 <= k < len(line) - 1)
    cuts = [k for k in marks if line.keys[k] == ";" or line.match(k + 1, turns)]
    return [(a, b) for a, b in zip([0, *(k + 1 for k in cuts)], [*cuts, len(line)], strict=True) if a < b]


def _spoken(talk: Talk, i: int, clause: Clause) -> Attribution | None:
    cited = _cited(talk, i, clause)
    said = _said(talk, i, clause) or _before_quote(clause) or _behind_quote(clause)
    return said if said and (not cited or cited.rule == "quoting") else cited


def _cited(talk: Talk, i: int, clause: Clause) -> Attribution | None:
    """ "According to X", and "according to him", who spoke before; "To X, the stage is ..."."""
    line, head = clause.line, clause.first
    if line.key(head) in words("speech", "opens_opinion") and clause.people:
        seen = clause.people[0]
        if seen.first <= head + 8 and line.key(seen.last) == "," and "," not in line.keys[head : seen.first]:
            return Attribution(seen.ref, line.span(head, seen.last), "in-the-view-of", Basis.STATED)
    for first, behind in line.find(phrases("speech", line.language, "according"), head, clause.end):
        if behind < len(line) and line[behind].text.lower() in words("speech", "no_source"):
            continue
        if any(seen.first < first < seen.last for seen in clause.bodies):  # "l'Institut pour l'informatique"
            continue
        bare = not (behind + 1 < len(line) and line[behind + 1].capital)
        pronoun = bare and line.key(behind) in words("speech", line.language, "oblique")
        if pronoun and (meant := meant_by_pronoun(talk, i, first) or talk.speaker):
            return Attribution(meant, line.span(first, behind + 1), "according-to-pronoun", Basis.INFERRED)
        if told := _first_after(talk.cast, clause, behind):
            rule = "quoting" if line.key(first) in words("speech", "quoting") else "according-to"
            return Attribution(told.ref, line.span(first, told.last), rule, Basis.STATED)
        noun = named_by_noun(line, behind, behind + 2)
        holder = holder_at(talk, line, behind) or holder_at(talk, line, behind + 1)
        if holder := holder or (meant_by_noun(talk, i, noun) if noun else None):
            return Attribution(holder, line.span(first, behind + 1), "office-of-speaker", Basis.INFERRED)
    return None


def _first_after(cast: Cast, clause: Clause, start: int) -> Seen | None:
    """Behind "according to": the first person or body before the clause ends, the person before their office."""
    line = clause.line
    comma = next((k for k in range(start, clause.end) if line.key(k) == ","), clause.end)
    named = sorted((*clause.people, *clause.actors), key=lambda s: s.first)
    inside = [s for s in named if start <= s.first <= comma]
    end = next((verb for verb, _ in clause.verbs if verb > comma), comma + 4)  # "..., according to X," said Y
    people = [s for s in clause.people if start <= s.first <= min(end, comma + 4)]
    return next(iter(people or inside), None)


def _said(talk: Talk, i: int, clause: Clause) -> Attribution | None:
    """The subject of a verb of saying, or whom its pronoun or office means."""
    line = clause.line
    for first, behind in sorted(clause.verbs, key=lambda verb: not closes(line, *verb)):
        if line[first].capital and first:
            continue
        wishes = line.match(first, phrases("speech", line.language, "wish"))
        rule, of_persons = WISH if wishes else "verb-of-saying", phrases("speech", line.language, "say_as_persons")
        named = clause
        if wishes or line.match(first, of_persons):  # only people say so
            named = clause._replace(bodies=(), actors=())
        elif is_ranking(line, first, behind):  # only bodies do
            named = clause._replace(people=())
        seen = None if pronoun_before(line, first) else sayer(named, clause, first, behind)
        if seen:
            return Attribution(seen.ref, line.span(min(first, seen.first), max(behind, seen.last)), rule, Basis.STATED)
        if meant := _wishing(talk, i, first) if wishes else _resumed(talk, i, first, behind):
            return Attribution(meant[0], line.span(first, behind), meant[1], Basis.INFERRED)
    return None


def _wishing(talk: Talk, i: int, first: int) -> tuple[Ref, str] | None:
    """ "By 2010 he wants 32", "Le directeur vise 150": the person close by of a pronoun, or with an office."""
    if pronoun_before(talk.cast.lines[i], first):
        meant = meant_by_pronoun(talk, i, first)
    else:
        meant = office_near(talk, talk.cast.lines[i], first, first)
    return (meant, WISH) if meant and talk.is_person(meant) else None


def _resumed(talk: Talk, i: int, first: int, behind: int) -> tuple[Ref, str] | None:
    """Whom a verb has for its subject that names nobody, and by which rule."""
    line = talk.cast.lines[i]
    if not pronoun_before(line, first) and (holder := office_near(talk, line, first, behind)):
        return holder, "office-of-speaker"
    speaker = meant_by_pronoun(talk, i, first) or talk.speaker if is_resumed(line, first) else None
    if not speaker and (noun := named_by_noun(line, max(0, first - 4), behind + 3)):
        speaker = meant_by_noun(talk, i, noun)
    return (speaker, "pronoun-of-speaker") if speaker else None


def _published(line: Line, bodies: Sequence[Seen]) -> Attribution | None:
    """ "is sixth in the Services Index of X", "in X's Innovation Index": the body whose list it is."""
    lists = phrases("speech", "published")
    for seen in bodies if line.holds(lists) else ():
        before = behind_of(line, seen.first) and line.holds(lists, seen.first - _NAME, seen.first)
        if before or (
            line.key(seen.last) in words("speech", "owning") and line.holds(lists, seen.last, seen.last + _NAME)
        ):
            return Attribution(seen.ref, line.span(seen.first, seen.last), "publisher-of-list", Basis.INFERRED)
    return None


def organisers_who_say(line: Line) -> Span | None:
    """ "Theo ban tổ chức", "the organisers said": who holds an event and has the word, where no name says it."""
    for first, behind in line.find(phrases("speech", line.language, "organisers")):
        before = first - (line.key(first - 1) in words("grammar", "articles"))
        cited = phrases("speech", line.language, "according").match_before(line.keys, before)
        if cited or any(a - 2 < behind <= a or b == before for a, b in verbs_of_saying(line, 0, len(line))):
            return line.span(first, behind)
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


def _behind_quote(clause: Clause) -> Attribution | None:
    """ "“...”, se souvient X", "“...,” X smiles": whoever is named right behind a quotation that opens a sentence."""
    line = clause.line
    if line[clause.first].text not in OPEN_QUOTES:
        return None
    ends = [k for k in line.where(CLOSE_QUOTES) if clause.first + _QUOTED < k < clause.end - 1]
    apart = next((k for k in ends if "," in (line.key(k - 1), line.key(k + 1))), 0)
    behind = apart + 1 + (line.key(apart + 1) == ",")
    seen = next((s for s in clause.people if apart and behind <= s.first <= behind + _NAME), None)
    if not seen or "," in line.keys[behind : seen.first]:
        return None
    return Attribution(seen.ref, line.span(behind, seen.last), "name-behind-quote", Basis.STATED)
