"""Who holds, hosts and supports an event, by the cues of a sentence: "organised by A and B with the backing of C".

An active verb counts only with the event as its object: who "held 140 meetings at the forum" did not hold the forum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vnitcoop.find.events.event_roles import Noun, called_so, role_nouns
from vnitcoop.find.events.organising_clues import Clues, Told
from vnitcoop.find.lists import as_subject, run_after
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words

_BY_REACH = 10  # tokens between "staged" and "by": a place and a day may stand there
_AGENT_REACH = 14  # tokens between the bodies behind "do" and their verb
_PARTNER_REACH = 16  # tokens between "in coordination with" and the body next to the verb
_SUPPORT_REACH = 3  # tokens between who supports and the verb: "have come in as"
_EVENT_REACH = 6  # tokens between an event and "was launched"
_OWNER_REACH = 4  # tokens between "VINASA's" and its event: "second annual"
_CAME_REACH = 7  # tokens between "sponsorship" and "came from"
_PARTICIPLES = ("ed", "é", "ée", "és", "ées")


def organisers(line: Line, bodies: Sequence[Seen], events: Iterable[tuple[int, int]]) -> Iterator[Told]:
    """(field, body) for every body that a sentence names as organiser, host or supporter; each body once.

    `events`: the tokens where the sentence names the event or means it ("the forum").
    """
    nouns = role_nouns(line)
    clues = _clues(line, bodies, events, nouns)
    told: set[Seen] = set()
    by_roles = called_so(clues, nouns)
    for field, body in [*_supporters(clues), *by_roles, *_agents(clues), *_subjects(clues), *_owners(clues)]:
        if body not in told and not _is_above(clues, body) and (field == "hosts" or not _is_of_group(clues, body)):
            told.add(body)
            yield field, body


def _is_above(clues: Clues, body: Seen) -> bool:
    """ "Cục An toàn thông tin (Bộ Thông tin và Truyền thông)": in the bracket, the body that another belongs to."""
    beneath = next((b for b in clues.bodies if b.last == body.first - 1), None)
    return clues.line.key(body.first - 1) == "(" and beneath is not None and beneath.ref != body.ref


def _is_of_group(clues: Clues, body: Seen) -> bool:
    """ "The Vietnamese pavilion was set up by A": who is behind those that go to an event."""
    group = max((last for _, last in clues.line.find(clues.phrases("own_groups"), 0, body.first)), default=None)
    if group is None or {"where", "ou", "noi"} & set(clues.line.keys[group : body.first]):
        return False  # "the delegation will travel to Hue, where A holds a forum"
    return not any(group <= first < body.first for first, _ in clues.events)


def _clues(line: Line, bodies: Sequence[Seen], events: Iterable[tuple[int, int]], nouns: Iterable[Noun]) -> Clues:
    ordered = tuple(sorted((b for b in bodies if not _is_description(line, b)), key=lambda b: b.first))
    cues = [
        (first, last, field)
        for field in ("organisers", "hosts", "supporters")
        for first, last in line.find(phrases("events", line.language, f"{field}_by"))
    ]
    if line.language == "vi":
        cues += _vietnamese_agents(line, ordered)
    cues += [(first, last, "supporters") for first, last in _nouns_of_support(line)]
    parts = ("organise", "arrange", "host")
    verbs = {v for part in parts for v in line.find(phrases("events", line.language, part))}
    clues = Clues(line, ordered, tuple(sorted(cues)), (), tuple(sorted(events)))
    ends = {b.last for b in ordered}  # "which the ministry hosts": no noun
    within = {k for first, last, _ in nouns if not {first, first - 1} & ends for k in range(first, last)}
    return clues._replace(verbs=tuple(sorted(v for v in verbs if v[0] not in within and not clues.in_body(v[0]))))


def _is_description(line: Line, body: Seen) -> bool:
    """ "The UN agency": in English a noun in lower case behind a body tells of another one."""
    noun = line.language == "en" and line.match(body.last, phrases("firms", "others", "en"))
    return bool(noun) and not line[body.last].capital


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


def _supporters(clues: Clues) -> Iterator[Told]:
    """Behind "with the backing of", and before a verb of supporting: "Tập đoàn Viettel tài trợ"."""
    for _, last, field in clues.cues:
        if field == "supporters":
            yield from ((field, b) for b in clues.after(last, 3))
    for part in ("support", "support_it"):
        for first, last in clues.line.find(clues.phrases(part)):
            run = clues.own_clause(clues.before(first, _SUPPORT_REACH))
            told = not (clues.in_cue(first) or clues.in_body(first))
            if told and (part == "support" or clues.is_about_event(first, last, run)):
                yield from (("supporters", b) for b in run)


def _agents(clues: Clues) -> Iterator[Told]:
    """Behind "organised by" and "hosted by", with their partners."""
    for _, last, field in clues.cues:
        if field != "supporters" and (run := clues.after(last, 3)):
            yield from ((field, b) for b in run)
            yield from ((field, b) for b in clues.partners(run[-1].last))


def _subjects(clues: Clues) -> Iterator[Told]:
    """Around a verb of organising: "A and B organised", "staged on 5 May by A", "the organisers were A and B"."""
    for first, last in clues.verbs:
        if clues.in_cue(first):
            continue
        field = "hosts" if clues.line.match(first, clues.phrases("host")) else "organisers"
        if run := _around(clues, first, last):
            yield from ((field, b) for b in run)
            yield from (("organisers", b) for b in clues.partners(max(last, run[-1].last)))


def _owners(clues: Clues) -> Iterator[Told]:
    """ "VINASA's Vietnam - Japan Forum", "VINASA's second annual forum"."""
    line = clues.line
    for first, _ in clues.events:
        reach = range(first - 1, max(-1, first - _OWNER_REACH - 1), -1)
        owner = next((k for k in reach if line[k].kind != "word" or line[k].capital), -1)
        if line.key(owner) == "'s":
            yield from (("organisers", b) for b in clues.bodies if b.last == owner)


def _around(clues: Clues, first: int, last: int) -> list[Seen]:
    """Who does what a verb of organising says."""
    line = clues.line
    ahead = range(last, min(last + _BY_REACH, len(line)))
    together = line.match(last, clues.phrases("with"))
    partners = clues.after(last + together, 2) if together and _is_participle(line.lows[last - 1]) else []
    if partners and _is_of_event(clues, first):
        return partners  # "the forum, organised with A,"
    by = next((k for k in ahead if line.key(k) in words("events", "by")), None)
    if by is not None and (by == last or not _is_participle(line.lows[by - 1])):
        vague = line.match(first, clues.phrases("begin"))
        return [] if vague and not _is_of_event(clues, first) else clues.after(by + 1, 3)
    run = clues.before_apposition(first) or _with_partner(clues, as_subject(clues.line, clues.before(first, 4)))
    if not run and line.key(first - 1) in words("events", "inverting"):
        return clues.after(last, 8)  # "qu'organisent tous les ans A et B"
    alone = line.match(first, clues.phrases("alone"))
    return run if alone or clues.is_about_event(first, last, run) else []


def _is_of_event(clues: Clues, verb: int) -> bool:
    """Whether a participle is said of the event: it stands right behind it, or opens the sentence that means it."""
    behind = any(0 <= verb - last <= _EVENT_REACH for _, last in clues.events)
    return behind or verb == 0 or clues.line.key(0) in words("events", "it")


def _is_participle(low: str) -> bool:
    """ "Attended", "parrainé": behind another verb "by" says who did that."""
    return low.endswith(_PARTICIPLES) or low in words("events", "participles")


def _with_partner(clues: Clues, run: list[Seen]) -> list[Seen]:
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
