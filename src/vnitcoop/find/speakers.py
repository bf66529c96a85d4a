"""Who says what a sentence says: "X said that ...", "according to X", and the sentence after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnitcoop.find.interviews import interview_of
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line, keys_of
from vnitcoop.find.vocabulary import marked_phrases, phrases, words
from vnitcoop.types import Basis, BlockKind, Kind, Ref, Role, Span

Holders = dict[tuple[str, ...], Ref]  # an office to who was last named with it
_OPENS = {'"', "“", "«"}
_CLOSES = {'"', "”", "»"}


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a sentence is attributed to, and the words that say so."""

    speaker: Ref
    span: Span
    rule: str
    basis: Basis


def attributions(cast: Cast) -> list[Attribution | None]:
    """The speaker of every sentence, if the text names one; a speaker carries on through a paragraph."""
    out: list[Attribution | None] = []
    last: Attribution | None = None
    holders: Holders = {}
    interview = interview_of(cast)
    for i, line in enumerate(cast.lines):
        found = None
        if line.block_kind is BlockKind.BODY:
            found = _spoken(cast, i, last, holders)
            if interview and i in interview.answers:
                if found is None or found.basis is not Basis.STATED:
                    found = Attribution(interview.speaker, interview.span, "interviewee", Basis.INFERRED)
            elif found is None and i and out[-1] and cast.lines[i - 1].block == line.block:
                found = None if _names_a_source(line) else _carried(last)
        out.append(found)
        last = found or last
        _remember(cast, i, holders)
    _open_quotes(cast, out)
    return out


def _names_a_source(line: Line) -> bool:
    """A sentence that begins with "according to" is of somebody else, also where nobody knows whom."""
    return line.key(0) != "pour" and line.match(0, phrases("speech", line.language, "according")) > 0


def _remember(cast: Cast, i: int, holders: Holders) -> None:
    """Who of a sentence has which office: "the ambassador" of a later one."""
    titles = phrases("titles", cast.lines[i].language, "titles")
    for seen in cast.people[i]:
        for role in cast.things[seen.ref].values("roles"):
            keys = keys_of(role.title) if isinstance(role, Role) and role.title else ()
            if keys and (length := titles.match(keys, 0)):
                holders[keys[:length]] = seen.ref


def _open_quotes(cast: Cast, out: list[Attribution | None]) -> None:
    """Of a quote of several sentences the last one may name the speaker of all."""
    waiting: list[int] = []
    for i, line in enumerate(cast.lines):
        if not waiting or cast.lines[waiting[0]].block != line.block:
            waiting = []
        marks = [t.text for t in line.tokens if t.text in _OPENS | _CLOSES]
        closed = bool(marks) and (marks[0] in _CLOSES)
        found = out[i]
        if waiting and closed:
            if found and found.basis is Basis.STATED:
                for k in waiting:
                    out[k] = Attribution(found.speaker, found.span, "speaker-behind-quote", Basis.INFERRED)
            waiting = []
        elif waiting or (len(marks) == 1 and line[0].text in _OPENS):
            waiting.append(i)


def _carried(last: Attribution | None) -> Attribution | None:
    return last and Attribution(last.speaker, last.span, "speaker-carries-on", Basis.INFERRED)


def _spoken(cast: Cast, i: int, last: Attribution | None, holders: Holders) -> Attribution | None:
    named = sorted(cast.people[i] + cast.bodies[i], key=lambda s: s.first)
    cited = _cited(cast, i, named, last)
    said = _said(cast, i, named, last, holders) or _before_quote(cast, i)
    return said if said and (not cited or cited.rule == "quoting") else cited


def _cited(cast: Cast, i: int, named: Sequence[Seen], last: Attribution | None) -> Attribution | None:
    """ "According to X", and "according to him", who spoke before; "To X, the stage is ..."."""
    line = cast.lines[i]
    if line.key(0) in words("speech", "opens_opinion") and cast.people[i]:
        seen = min(cast.people[i], key=lambda s: s.first)
        if seen.first <= 8 and line.key(seen.last) == "," and "," not in line.keys[: seen.first]:
            return Attribution(seen.ref, line.span(0, seen.last), "in-the-view-of", Basis.STATED)
    for first, behind in line.find(phrases("speech", line.language, "according")):
        bare = not (behind + 1 < len(line) and line[behind + 1].capital)
        if last and bare and line.key(behind) in words("speech", line.language, "oblique"):
            return Attribution(last.speaker, line.span(first, behind + 1), "according-to-pronoun", Basis.INFERRED)
        if told := _first_after(cast, named, behind, line):
            rule = "quoting" if line.key(first) in words("speech", "quoting") else "according-to"
            return Attribution(told.ref, line.span(first, told.last), rule, Basis.STATED)
    return None


def _verbs(line: Line) -> list[tuple[int, int]]:
    """Where a sentence has verbs of saying; in Vietnamese some only with their marks ("nói", not "nối")."""
    plain = line.find(phrases("speech", line.language, "say"))
    marked = marked_phrases("speech", "say_marked")
    return sorted([*plain, *(line.find(marked) if line.language == "vi" else ())])


def _said(cast: Cast, i: int, named: Sequence[Seen], last: Attribution | None, holders: Holders) -> Attribution | None:
    """The subject of a verb of saying, or whom its pronoun or office means."""
    line = cast.lines[i]
    for first, behind in _verbs(line):
        if line[first].capital and first:
            continue
        if seen := _subject(cast, i, named, first) or _behind(cast, i, behind):
            span = line.span(min(first, seen.first), max(behind, seen.last))
            return Attribution(seen.ref, span, "verb-of-saying", Basis.STATED)
        if holder := _office_near(line, first, behind, holders):
            return Attribution(holder, line.span(first, behind), "office-of-speaker", Basis.INFERRED)
        speaker = _meant_by_pronoun(cast, i, first) or (last and last.speaker) if _is_resumed(line, first) else None
        if speaker:
            return Attribution(speaker, line.span(first, behind), "pronoun-of-speaker", Basis.INFERRED)
    return None


def _before_quote(cast: Cast, i: int) -> Attribution | None:
    """ "X is more careful: “...”": the one person before a colon and a quote."""
    line = cast.lines[i]
    colon = next((k for k in range(len(line) - 1) if line.key(k) == ":" and line[k + 1].text in _OPENS), 0)
    people = [s for s in cast.people[i] if s.last <= colon]
    if len(people) != 1:
        return None
    return Attribution(people[0].ref, line.span(people[0].first, colon), "colon-and-quote", Basis.STATED)


def _office_near(line: Line, first: int, behind: int, holders: Holders) -> Ref | None:
    """ "the ambassador recalled", "recalled the ambassador", "Thứ trưởng cho biết": who was named with that office."""
    titles = phrases("titles", line.language, "titles")
    definite = words("grammar", "before_a_resumed_speaker")
    for k in (*range(max(0, first - 4), first), behind + 1):
        length = line.match(k, titles)
        if length and (line.language == "vi" or line.key(k - 1) in definite) and (k > first or k + length <= first):
            return holders.get(line.keys[k : k + length])
    return None


def _meant_by_pronoun(cast: Cast, i: int, verb: int) -> Ref | None:
    """Whom "he" means: the person that begins this sentence, else the one before it in the paragraph."""
    here = [s for s in cast.people[i] if s.last < verb]
    if here:
        return here[0].ref
    same = i > 0 and cast.lines[i - 1].block == cast.lines[i].block
    before = cast.people[i - 1] if same else []
    return before[0].ref if len(before) == 1 else None


def _first_after(cast: Cast, named: Sequence[Seen], start: int, line: Line) -> Seen | None:
    """Behind "according to": the first person or body before the clause ends, the person before their office."""
    clause = next((k for k in range(start, len(line)) if line.key(k) in {",", ";"}), len(line))
    inside = [s for s in named if start <= s.first <= clause]
    end = next((verb for verb, _ in _verbs(line) if verb > clause), clause + 4)  # "..., according to X," said Y
    people = [s for s in named if start <= s.first <= min(end, clause + 4) and cast.things[s.ref].kind is Kind.PERSON]
    return next(iter(people or inside), None)


def _subject(cast: Cast, i: int, named: Sequence[Seen], verb: int) -> Seen | None:
    """The person, else the body, that a verb of saying has for its subject."""
    line = cast.lines[i]
    people = [s for s in cast.people[i] if s.last <= verb and not _closed(line, s.last, verb)]
    if people and _reaches(line, people[-1].last, verb):
        return people[-1]
    bodies = [s for s in cast.bodies[i] if s.last <= verb and not _closed(line, s.last, verb)]
    if bodies and verb - bodies[-1].last <= 3 + 2 * (line.key(bodies[-1].last) == "("):
        return bodies[-1]
    reports = any(line.match(k, phrases("speech", "reports", line.language)) for k in range(max(0, verb - 6), verb))
    return bodies[-1] if bodies and reports and verb - bodies[-1].last <= 8 else None


def _closed(line: Line, end: int, verb: int) -> bool:
    """Whether a quote ends between a name and a verb: '"We work with the agency," said X'."""
    return any(token.text in _CLOSES for token in line.tokens[end:verb])


def _reaches(line: Line, end: int, verb: int) -> bool:
    """Whether only an apposition, an adverb or an auxiliary stands between a person and the verb."""
    gap = line.keys[end:verb]
    if len(gap) <= 4:
        return "that" not in gap
    return gap[0] in {",", "(", "-"} and (
        gap[-1] == "," or gap[-2:-1] == (",",) or gap[-1] in {"also", "has", "a", "da"}
    )


def _behind(cast: Cast, i: int, verb_end: int) -> Seen | None:
    """ "..., noted Nguyen Doan Hung, head of": the person right behind the verb, a title between at most."""
    line = cast.lines[i]
    people = [s for s in cast.people[i] if s.first >= verb_end]
    if line.key(verb_end) in {"that", "que", "rang", ","}:
        return None
    if not people:
        return _body_behind(cast, i, verb_end)
    gap = line.keys[verb_end : people[0].first]
    told = "to" in gap or "by" in gap or line.key(verb_end - 1) in {"told", "called", "put"}
    if len(gap) <= 12 and not told and "," not in gap[:-1]:
        return people[0]
    return _body_behind(cast, i, verb_end)


def _body_behind(cast: Cast, i: int, verb_end: int) -> Seen | None:
    """ "..., rappelle le ministère du Plan": the body right behind a verb that a comma or quote sets off."""
    line = cast.lines[i]
    apart = {line.key(k) for k in range(max(0, verb_end - 4), verb_end)} & {",", '"', "”", "»"}
    return next((s for s in cast.bodies[i] if apart and verb_end <= s.first <= verb_end + 1), None)


def _is_resumed(line: Line, first: int) -> bool:
    """ "he said", "the minister said", "the report said", "a-t-elle affirmé": the speaker of before goes on."""
    before = line.keys[max(0, first - 6) : first]
    pronouns = words("speech", line.language, "pronouns")
    if pronouns & {*before[-3:]}:
        return True
    titles = phrases("titles", line.language, "titles")
    near = range(max(0, first - 4), first)
    definite = bool(words("grammar", "before_a_resumed_speaker") & set(before)) or line.language == "vi"
    return definite and any(
        line.match(k, titles) or line.match(k, phrases("speech", "reports", line.language)) for k in near
    )
