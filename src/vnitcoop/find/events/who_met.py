"""Who meets by a word of meeting: two persons of its sentence, or those whom the sentences before name."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.events.event_slots import cues
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import words

_VERB_REACH = 3  # tokens between who receives and the verb
_ASIDE = 9  # tokens between talks and "with": their place and day
_TITLE = 18  # tokens between two who met: "and" with their titles
_AFTER_REACH = 8  # tokens between who met and "after talks"
_MEMORY = 5  # sentences before "their talks" or "the minister" that name who is meant
_REACH = 25  # tokens in which the titles of two persons may stand


def persons_of(cast: Cast, i: int, first: int, last: int, dated: bool) -> list[Thing]:
    """The two who meet by a word of meeting, who receives or tells of it first; none where there are no two."""
    line = cast.lines[i]
    before = [s for s in cast.people[i] if s.last <= first]
    behind = [s for s in cast.people[i] if last <= s.first <= last + 2 * _REACH]
    if between := _aside_to(cast, i, last, words("grammar", "between")):
        pair = [s for s in behind if s.first > between][:2]
    elif line.key(first - 1) in words("events", "their"):
        own = list({s.ref: s for s in before}.values())[-2:]  # "A told his host, B, at their talks"
        pair = own if len(own) == 2 else _last_two(cast, i)
    elif first <= 1 and (line.language == "vi" or line.key(0) in words("events", "definite")) and not behind:
        pair = _joint_before(cast, i)
    elif (
        dated
        and not cast.people[i]
        and _is_of_two(line, first, last)
        and line.holds(cues(line.language, "two_persons"))
    ):
        pair = _last_two(cast, i)
    elif line.key(last) in words("events", "him") and before:
        pair = before[-2:] if len(before) > 1 else [*before, *_others_before(cast, i, before[0])]
    elif with_at := _with(cast, i, last) or _reception(line, first):
        pair = _with_another(line, before, behind, with_at)
        if not before and len(pair) == 1 and _is_meant(line, first):
            pair = [*_others_before(cast, i, pair[0]), *pair]  # "Elle y a eu un entretien avec ..."
        if line.key(with_at + 1) in words("events", "him") and before:
            pair = [*_others_before(cast, i, before[-1]), before[-1]]
    elif line.match(first, cues(line.language, "receive")) and ((before and behind) or _is_passive(line, first)):
        pair = _reception_of(cast, i, (first, last), before, behind)
    else:
        pair = _both(line, (first, last), before, behind)
    return [cast.things[s.ref] for s in pair] if len({s.ref for s in pair}) == 2 else []


def _is_meant(line: Line, verb: int) -> bool:
    """Whether a person named before is the subject: "he also held talks with", "the minister had a meeting with"."""
    offices = (k for k in range(verb) if line.key(k) in words("events", "offices") and not line[k + 1].capital)
    return bool(words("events", "she") & set(line.keys[:verb])) or any(offices)


def _last_two(cast: Cast, i: int) -> list[Seen]:
    """The two persons whom the sentences before name last: "A told B that ... Their talks were held on Monday"."""
    named = [s for k in range(max(0, i - _MEMORY), i) for s in cast.people[k]]
    last = list({s.ref: s for s in reversed(named)}.values())
    return last[1::-1]


def _others_before(cast: Cast, i: int, person: Seen) -> list[Seen]:
    """Whom "him" or "the minister" means: the first of the others in the last sentence with one."""
    others = ([s for s in cast.people[k] if s.ref != person.ref] for k in range(i - 1, max(-1, i - 1 - _MEMORY), -1))
    return next((named for named in others if named), [])[:1]


def _joint_before(cast: Cast, i: int) -> list[Seen]:
    """The two of the sentence before: "A and B agreed on Tuesday", "Minister A told Minister B". "The talks ..."."""
    pair = cast.people[i - 1] if i else []
    offices = all(cast.things[s.ref].values("roles") for s in pair)
    return pair if len(pair) == 2 and (offices or _joined(cast.lines[i - 1], pair[0].last, pair[1].first)) else []


def _reception(line: Line, first: int) -> int:
    """The last token of "reception for" and "buổi tiếp", behind which the guest stands; 0 of other words."""
    length = line.match(first, cues(line.language, "receptions"))
    return first + length - 1 if length else 0


def _with_another(line: Line, before: Sequence[Seen], behind: Sequence[Seen], with_at: int) -> list[Seen]:
    """ "A had talks with B", "talks that A had with B", "at a meeting with B, A said"."""
    others = [s for s in behind if s.first > with_at]
    if not others or others[0].first - with_at > _REACH:
        return []
    hosts = [s for s in behind if s.last <= with_at] or before[-1:]
    said = [s for s in others[1:] if "," in line.keys[others[0].last : s.first]]
    return [*hosts[-1:], *([] if hosts else said[:1]), others[0]]


def _both(line: Line, talks: tuple[int, int], before: Sequence[Seen], behind: Sequence[Seen]) -> list[Seen]:
    """ "A and B held talks", "A and B agreed when they met", "at talks in Havana, A and B agreed"."""
    first, last = talks
    if not _is_of_two(line, first, last):
        return []
    pronoun = line.key(first - 1) in words("events", "they")
    noun = line.key(first - 1) in words("events", "held_at") or line.key(first - 2) in words("events", "held_at")
    named = list({s.ref: s for s in before}.values())
    if noun and len(named) == 2:  # "A told B at talks in Havana"
        return named
    reach = _AFTER_REACH if noun else _VERB_REACH + 1
    near = before and (pronoun or first - before[-1].last <= reach or _is_aside(line, before[-1].last, first))
    for pair in (before[-2:] if near else (), behind[:2]):
        if len(pair) == 2 and _joined(line, pair[0].last, pair[1].first):
            return list(pair)
    return []


def _is_of_two(line: Line, first: int, last: int) -> bool:
    """Whether a word of meeting is said of two, and not of who receives."""
    hours = line.key(first - 1) == "gio"  # "hai giờ làm việc"
    return line.holds(cues(line.language, "of_two"), first - hours, last)


def _is_aside(line: Line, first: int, last: int) -> bool:
    """Whether commas set apart what stands between: "A, Minister of Health, received B", "..., held talks"."""
    return line.key(first) == "," and "," in line.keys[max(first + 1, last - 2) : last]


def _joined(line: Line, end: int, start: int) -> bool:
    """Whether "and", with the title of the second, stands between two persons."""
    gap = line.keys[end:start]
    return len(gap) <= _TITLE and bool(words("grammar", "and") & set(gap)) and ";" not in gap


def _with(cast: Cast, i: int, last: int) -> int:
    """Where "with" stands behind talks, their place and day, or in "talks that A had with B"; 0 if nowhere."""
    return _aside_to(cast, i, last, words("grammar", "with"))


def _aside_to(cast: Cast, i: int, last: int, told: frozenset[str]) -> int:
    """Where one of some prepositions stands behind talks, with no name or mark between; 0 if nowhere."""
    line = cast.lines[i]
    relative = line.key(last) in words("events", "relatives")
    ahead = range(last, min(last + (_REACH if relative else _ASIDE), len(line)))
    at = next((k for k in ahead if line.key(k) in told), 0)
    inside = {k for s in (*cast.people[i], *cast.bodies[i]) for k in range(s.first, s.last)}
    plain = all(line.key(k) not in {",", ";", ":", "("} and (relative or k not in inside) for k in range(last, at))
    return at if plain else 0


def _is_passive(line: Line, verb: int) -> bool:
    """ "Received by A, B said", "B được A tiếp": who receives is told behind "by"."""
    return verb == 0 or (line.language == "vi" and "duoc" in line.keys[:verb])


def _reception_of(
    cast: Cast, i: int, verb: tuple[int, int], before: Sequence[Seen], behind: Sequence[Seen]
) -> list[Seen]:
    """Host and guest by a verb of receiving: "A received B", "A was received by B", "received by B, A said"."""
    line, by = cast.lines[i], words("events", "by")
    if not before and len(behind) > 1 and by & set(line.keys[verb[1] : behind[0].first]):
        return list(behind[:2])
    if line.language == "vi" and before and not behind and "duoc" in line.keys[: before[-1].first]:
        guests = before[-2:-1] or (_is_meant(line, before[-1].first) and _others_before(cast, i, before[-1])) or ()
        return [before[-1], *guests] if verb[0] - before[-1].last <= _VERB_REACH else []
    return _who_received(cast, line, verb, before[-1], behind[0]) if before and behind else []


def _who_received(cast: Cast, line: Line, verb: tuple[int, int], one: Seen, other: Seen) -> list[Seen]:
    """ "Deputy Minister A received Ambassador B", "A was received by B": two office-holders right around a verb."""
    first, last = verb
    told_so = line.key(first - 1) in words("events", "she") | words("events", "as_they")  # "he said as he received B"
    near = (
        told_so or _is_aside(line, one.last, first) or first - one.last <= _VERB_REACH
    ) and other.first - last <= _REACH
    passive = (
        near and line.key(first - 1) in words("deeds", "passive") and words("events", "by") & set(line.keys[last:])
    )
    holders = all(cast.things[s.ref].values("roles") for s in (one, other))
    return ([other, one] if passive else [one, other]) if near and holders else []
