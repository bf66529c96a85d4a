"""Office-holders who sign for their bodies: "the two ministers signed", "Minister A and his counterpart B signed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from vnitcoop.find.agreements.parties import not_watching
from vnitcoop.find.agreements.signings import Signing
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.text import fold
from vnitcoop.types import Ref, Role, Span

_REACH = 14  # tokens between a verb of signing and "by"
_MEMORY = 30  # sentences over which "the two sides" point back at two ministers
_BACK = 6  # sentences before one in which "the two men" are named
_CLOSE = 4  # tokens between the last who signs, with a title, and the verb


@dataclass(frozen=True, slots=True)
class Office:
    """The body that someone who signs heads, as a record or in the words of a title, and the words that tell so."""

    body: Ref | str
    span: Span


def offices_of(cast: Cast, i: int, signing: Signing) -> list[Office]:
    """The bodies of the two persons who sign, where each heads one of their own, else the states of two ministers."""
    signs = _who_sign(cast, i, signing) or _called(cast, i, signing)
    heads = [office for person in signs if (office := _office(cast.things[person]))]
    if len({o.body for o in heads}) == len(heads) == 2:
        return heads
    return _states(cast, i, signs)


def _states(cast: Cast, i: int, signs: Sequence[Ref]) -> list[Office]:
    """The two countries named last before, or else behind, where ministers sign whose ministries are not both named."""
    titles = [title for person in signs if (title := _title_of_state(cast.things[person]))]
    countries: dict[Ref, None] = {}
    before = (s for told in reversed(cast.places[: i + 1]) for s in reversed(told))
    for seen in chain(before, *cast.places[i + 1 :]):
        if "country" in cast.things[seen.ref].values("kind") and len(countries) < 2:
            countries[seen.ref] = None
    if len(titles) != 2 or len(countries) != 2:
        return []
    return [Office(ref, span) for ref, span in zip(reversed(countries), titles, strict=True)]


def _title_of_state(person: Thing) -> Span | None:
    """Where the title stands with which a person signs for a state: "minister", "homologue", "thứ trưởng"."""
    offices = words("agreements", "of_states") | words("titles", "of_ministries")
    roles = ((s.value, s.spans[0]) for s in person.statements if s.field == "roles")
    return next((span for role, span in roles if isinstance(role, Role) and offices & _words_of(role)), None)


def _words_of(role: Role) -> set[str]:
    return set(fold(role.title).replace("-", " ").split())


def _who_sign(cast: Cast, i: int, signing: Signing) -> list[Ref]:
    """The two persons whom a sentence lets sign: before the verb, behind "by", or one "with his counterpart"."""
    line = cast.lines[i]
    here = not_watching(line, cast.people[i], signing.first)
    people = [p for p in here if signing.start <= p.first < signing.end]
    ahead = range(signing.verb_end, min(signing.verb_end + _REACH, signing.end))
    by = next((k for k in ahead if line.key(k) in words("grammar", "by") | words("grammar", "between")), None)
    before = [p for p in people if p.last <= signing.verb]
    told = [p for p in people if p.first > by] if by is not None else before
    partner = [p for p in people if p.first >= signing.verb_end and _is_counterpart(line, p.first)]
    if by is None and before and partner:
        return [before[-1].ref, partner[0].ref]
    pair = told[:2] if by is not None else told[-2:]
    joined = len(pair) == 2 and words("grammar", "and") & set(line.keys[pair[0].last : pair[1].first])
    return [p.ref for p in pair] if joined and (by is not None or _is_subject(cast, i, pair[1], signing)) else []


def _is_counterpart(line: Line, first: int) -> bool:
    """ "with his (Lao) counterpart A": whether such a word stands before a name."""
    return bool(words("agreements", "counterparts") & set(line.keys[max(0, first - 3) : first]))


def _is_subject(cast: Cast, i: int, person: Seen, signing: Signing) -> bool:
    """Whether a name stands before a verb of signing, perhaps with a title between: "B, director of C, signed"."""
    if cast.lines[i].key(signing.verb - 1) in words("grammar", "and"):
        return True  # "A and B held talks and signed"
    ends = [t.last for t in cast.names[i].titled if person.last <= t.first and t.last <= signing.verb]
    return signing.verb - max([person.last, *ends]) <= _CLOSE


def _called(cast: Cast, i: int, signing: Signing) -> list[Ref]:
    """Whom "the two ministers", "the two (then) signed" or "both sides" means, right before a verb or behind "by"."""
    line = cast.lines[i]
    nouns = {group: phrases("agreements", group, line.language) for group in ("ministers", "signers")}
    nouns["sides"] = phrases("agreements", "sides", line.language, "any")
    for group, called in nouns.items():
        for first, last in line.find(called, signing.start, signing.end):
            told = words("agreements", "before_ministers") & set(line.keys[max(0, first - 2) : first])
            behind = words("grammar", "by") | words("grammar", "between")
            signs = 0 <= signing.verb - last <= _CLOSE or behind & set(line.keys[max(0, first - 3) : first])
            watch = line.holds(phrases("agreements", "witness", line.language), min(last, signing.verb), signing.verb)
            noun = line.match(last, phrases("agreements", "sides", line.language))  # "the two rectors"
            if (told or (group == "signers" and not noun)) and signs and not watch:
                return _who_met(cast, i) if group == "sides" else _last_two(cast, i, group == "ministers")
    return []


def _who_met(cast: Cast, i: int) -> list[Ref]:
    """The two ministers of the last sentence that names just two persons, both ministers."""
    for k in range(i - 1, max(-1, i - _MEMORY - 1), -1):
        people = list(dict.fromkeys(s.ref for s in cast.people[k]))
        if len(people) == 2 and all(_is_minister(cast.things[p]) for p in people):
            return people
    return []


def _last_two(cast: Cast, i: int, ministry: bool) -> list[Ref]:
    """The last two persons named up to a sentence, of one or two before it, or of any who have a ministry each."""
    found: dict[Ref | str, Ref] = {}
    told = [s for seen in cast.people[0 if ministry else max(0, i - _BACK) : i + 1] for s in seen]
    for seen in reversed(told):
        office = _office(cast.things[seen.ref], ministry)
        if office and len(found) < 2:
            found.setdefault(office.body, seen.ref)
    return [*found.values()][::-1]


def _office(person: Thing, ministry: bool = False) -> Office | None:
    """The body that a person heads; `ministry` asks for that of a minister."""
    for said in person.statements:
        role = said.value if said.field == "roles" else None
        if not isinstance(role, Role) or role.organisation is None:
            continue
        title = _words_of(role)
        minister = not ministry or words("titles", "of_ministries") & title
        if minister and not title & words("agreements", "counterparts"):
            return Office(role.organisation, said.spans[0])
    return None


def _is_minister(person: Thing) -> bool:
    roles = [role for role in person.values("roles") if isinstance(role, Role)]
    return any(words("titles", "of_ministries") & _words_of(role) for role in roles)
