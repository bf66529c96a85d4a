"""Who every sentence is attributed to: by its own words, by its quotation, or by the sentence that it carries on."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.interviews import interview_of
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.quotations import Quotation, quotations
from vnitcoop.find.resumed import Talk
from vnitcoop.find.speakers import Attribution, spoken
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Basis, BlockKind, Kind, Ref, Role, Span

_CARRIED = "speaker-carries-on"
_SOURCES = ("according-to", "according-to-pronoun", "quoting")
_FARTHEST = 2  # sentences without quotation marks that a speaker carries on
_TOLD = 3  # sentences that "these figures" point back at
_HEAD = 4  # tokens in which the subject of a sentence begins

Said = tuple[Attribution, ...]  # of one sentence, for each clause with a speaker of its own


def attributions(cast: Cast) -> list[Said]:
    """The speakers of every sentence, if the text names any."""
    out: list[Said] = []
    quotes = quotations(cast.lines)
    last: Attribution | None = None
    talk = Talk(cast)
    interview = interview_of(cast)
    for i, line in enumerate(cast.lines):
        found: Said = ()
        if line.block_kind is BlockKind.BODY:
            found = spoken(talk, i)
            if interview and i in interview.answers:
                if not found or found[-1].basis is not Basis.STATED:
                    found = (Attribution(interview.speaker, interview.span, "interviewee", Basis.INFERRED),)
            elif not found and last and _goes_on(cast, i, quotes, out, last):
                found = (last._replace(rule=_CARRIED, basis=Basis.INFERRED, reach=None),)
        out.append(found)
        own = found[-1] if found and found[-1].rule != _CARRIED else None
        last = own or last
        talk.hear(i, own.speaker if own else None)
    _name_between(cast, out)
    _name_behind(cast.lines, quotes, out)
    _name_backwards(cast, out)
    return out


def said_at(said: Said, place: Span) -> Attribution | None:
    """Of the speakers of a sentence the one whose clause holds a place, else the one before it, else the first."""
    inside = [a for a in said if a.reach and a.reach.start <= place.start < a.reach.end]
    before = [a for a in said if a.reach and a.reach.end <= place.start]
    return next(iter([*inside, *before[-1:], *said]), None)


def _goes_on(cast: Cast, i: int, quotes: Sequence[Quotation], out: Sequence[Said], last: Attribution) -> bool:
    """Whether a sentence that names no speaker is said by `last`, who spoke before it.

    Inside quotation marks it is. Without them only a sentence or two after "X said that ...", unless they have a
    subject with a name of its own; "according to X" reaches no further than pronouns do, but for people in Vietnamese.
    """
    if not i or not out[-1]:
        return False
    line = cast.lines[i]
    if cast.lines[i - 1].block != line.block:
        return quotes[i].begins and quotes[i - 1].speech
    if quotes[i].begins:
        return True
    if quotes[i - 1].speech or _names_a_source(line) or _has_a_new_subject(cast, i, last.speaker):
        return False
    reporting = line.language == "vi" and cast.things[last.speaker].kind is Kind.PERSON  # "Theo ông X, ..."
    if last.rule in _SOURCES and not reporting:
        return line.key(0) in words("speech", line.language, "pronouns")
    return any(said and said[-1].rule != _CARRIED for said in out[-_FARTHEST:])


def _has_a_new_subject(cast: Cast, i: int, speaker: Ref) -> bool:
    """Whether a sentence begins with a body or person, not named right before nor the speaker's own."""
    before = {s.ref for s in [*cast.bodies[i - 1], *cast.people[i - 1]]}
    own = {role.organisation for role in cast.things[speaker].values("roles") if isinstance(role, Role)}
    return any(s.first <= _HEAD and s.ref not in before | own for s in [*cast.bodies[i], *cast.people[i]])


def _names_a_source(line: Line) -> bool:
    """A sentence that begins with "according to" is of somebody else, also where nobody knows whom."""
    return line.key(0) != "pour" and line.match(0, phrases("speech", line.language, "according")) > 0


def _name_between(cast: Cast, out: list[Said]) -> None:
    """What stands between two sentences of one speaker in a paragraph is also theirs: "X said ... . ... . He added"."""
    spoke = -1
    for i, said in enumerate(out):
        if spoke < 0 or cast.lines[spoke].block != cast.lines[i].block:
            spoke = i if said else -1
        elif said and said[0].basis is Basis.INFERRED and said[0].speaker == out[spoke][-1].speaker:
            told = (out[spoke][-1]._replace(rule=_CARRIED, basis=Basis.INFERRED, reach=None),)
            for k in range(spoke + 1, i):
                out[k] = told
        spoke = i if said else spoke


def _name_behind(lines: Sequence[Line], quotes: Sequence[Quotation], out: list[Said]) -> None:
    """Of a quotation of several sentences the last one may name the speaker of all."""
    waiting: list[int] = []
    for i, line in enumerate(lines):
        if waiting and (lines[waiting[-1]].block != line.block or not quotes[i].begins):
            waiting = []
        if waiting and out[i] and out[i][0].rule != _CARRIED:
            for k in waiting:
                out[k] = (Attribution(out[i][0].speaker, out[i][0].span, "speaker-behind-quote", Basis.INFERRED),)
        waiting = [*waiting, i] if quotes[i].ends and not (out[i] and out[i][0].basis is Basis.STATED) else []


def _name_backwards(cast: Cast, out: list[Said]) -> None:
    """ "A set out these figures at ...", "Đó là số liệu được ông A dẫn ra": who told what stands before it."""
    for i, line in enumerate(cast.lines):
        told = next(line.find(phrases("speech", "backwards", line.language)), None)
        named = sorted([*cast.people[i], *cast.bodies[i]], key=lambda s: s.first) if told else []
        if not told or not named or (told[0] > _HEAD and named[0].first > told[0]):
            continue
        teller = Attribution(named[0].ref, line.span(named[0].first, named[0].last), "told-behind", Basis.INFERRED)
        for k in range(i - 1, max(-1, i - 1 - _TOLD), -1):
            if cast.lines[k].block != line.block or (out[k] and out[k][0].rule != _CARRIED):
                break
            out[k] = (teller,)
