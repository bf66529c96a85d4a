"""Who says what a sentence says: "X said that ...", "according to X", and the sentence after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnitcoop.find.interviews import interview_of
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Basis, BlockKind, Kind, Ref, Span


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
    interview = interview_of(cast)
    for i, line in enumerate(cast.lines):
        found = None
        if line.block_kind is BlockKind.BODY:
            same_block = i > 0 and cast.lines[i - 1].block == line.block
            found = _spoken(cast, i, last)
            if interview and i in interview.answers:
                found = found or Attribution(interview.speaker, interview.span, "interviewee", Basis.INFERRED)
            else:
                found = found or (_carried(last) if same_block and out[-1] else None)
        out.append(found)
        last = found or last
    return out


def _carried(last: Attribution | None) -> Attribution | None:
    return last and Attribution(last.speaker, last.span, "speaker-carries-on", Basis.INFERRED)


def _spoken(cast: Cast, i: int, last: Attribution | None) -> Attribution | None:
    named = sorted(cast.people[i] + cast.bodies[i], key=lambda s: s.first)
    cited = _cited(cast, i, named, last)
    if cited and cast.things[cited.speaker].kind is Kind.PERSON:
        return cited
    said = _said(cast, i, named, last)
    personal = said and said.basis is Basis.STATED and cast.things[said.speaker].kind is Kind.PERSON
    return said if personal or not cited else cited


def _cited(cast: Cast, i: int, named: Sequence[Seen], last: Attribution | None) -> Attribution | None:
    """ "According to X", and "according to him", who spoke before."""
    line = cast.lines[i]
    for first, behind in line.find(phrases("speech", line.language, "according")):
        bare = not (behind + 1 < len(line) and line[behind + 1].capital)
        if last and bare and line.key(behind) in words("speech", line.language, "oblique"):
            return Attribution(last.speaker, line.span(first, behind + 1), "according-to-pronoun", Basis.INFERRED)
        if seen := _first_after(cast, named, behind, line):
            return Attribution(seen.ref, line.span(first, seen.last), "according-to", Basis.STATED)
    return None


def _said(cast: Cast, i: int, named: Sequence[Seen], last: Attribution | None) -> Attribution | None:
    """The subject of a verb of saying, or whom its pronoun means."""
    line = cast.lines[i]
    for first, behind in line.find(phrases("speech", line.language, "say")):
        if line[first].capital and first:
            continue
        if seen := _subject(cast, i, named, first) or _behind(cast, i, behind):
            span = line.span(min(first, seen.first), max(behind, seen.last))
            return Attribution(seen.ref, span, "verb-of-saying", Basis.STATED)
        speaker = _meant_by_pronoun(cast, i, first) or (last and last.speaker) if _is_resumed(line, first) else None
        if speaker:
            return Attribution(speaker, line.span(first, behind), "pronoun-of-speaker", Basis.INFERRED)
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
    people = [s for s in named if start <= s.first <= clause + 4 and cast.things[s.ref].kind is Kind.PERSON]
    return next(iter(people or inside), None)


def _subject(cast: Cast, i: int, named: Sequence[Seen], verb: int) -> Seen | None:
    """The person, else the body, that a verb of saying has for its subject."""
    line = cast.lines[i]
    people = [s for s in cast.people[i] if s.last <= verb]
    if people and _reaches(line, people[-1].last, verb):
        return people[-1]
    bodies = [s for s in cast.bodies[i] if s.last <= verb]
    if bodies and verb - bodies[-1].last <= 3 + 2 * (line.key(bodies[-1].last) == "("):
        return bodies[-1]
    reports = any(line.match(k, phrases("speech", "reports", line.language)) for k in range(max(0, verb - 6), verb))
    return bodies[-1] if bodies and reports and verb - bodies[-1].last <= 8 else None


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
    if not people or line.key(verb_end) in {"that", "que", "rang"}:
        return None
    gap = line.keys[verb_end : people[0].first]
    told = "to" in gap or "by" in gap
    return (
        people[0]
        if len(gap) <= 12
        and not told
        and "," not in gap[:-1]
        and line.key(verb_end - 1) not in {"told", "called", "put"}
        else None
    )


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
