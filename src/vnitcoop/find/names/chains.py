"""Which names of one article are names of one thing: long and short forms, full and family names, ROK and Korea."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from vnitcoop.find.events.event_chains import chain_events
from vnitcoop.find.names.definite import meant_bodies
from vnitcoop.find.names.named_bodies import NamedBody
from vnitcoop.find.names.names import Names
from vnitcoop.find.names.people_chains import chain_people
from vnitcoop.find.names.place_chains import chain_places
from vnitcoop.find.names.states import Owned, with_owners
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing, Things
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import kinds, phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.text import fold
from vnitcoop.types import Basis, Kind

Keyed = Sequence[Sequence[tuple[NamedBody, str]]]  # the bodies of each sentence, each with what tells it from others


# Rules by which a word of a name, or the list of known bodies, tells the kind; others work it out.
_TOLD_BY_A_WORD = frozenset(
    {
        "known-body",
        "body-by-head-noun",
        "body-before-its-short-name",
        "body-behind-noun",
        "legal-form",
        "firm-of-a-country",
        "house-of-a-firm",
    }
)


def _begins(line: Line) -> int:
    return line[0].start


@dataclass(slots=True)
class Cast:
    """Who and what appears in each sentence, sentence by sentence."""

    things: Things
    lines: tuple[Line, ...]
    bodies: list[list[Seen]] = field(default_factory=list)
    people: list[list[Seen]] = field(default_factory=list)
    places: list[list[Seen]] = field(default_factory=list)
    events: list[list[Seen]] = field(default_factory=list)
    meant: list[list[Seen]] = field(default_factory=list)  # bodies called by their kind alone
    names: tuple[Names, ...] = ()

    def sentence_at(self, offset: int) -> int | None:
        """The sentence that holds a character of the text, if one does."""
        i = bisect_right(self.lines, offset, key=_begins) - 1
        return i if i >= 0 and offset < self.lines[i].tokens[-1].end else None

    def actors(self, sentence: int) -> list[Seen]:
        """The bodies of a sentence, with those that it calls by their kind alone."""
        return sorted(self.bodies[sentence] + self.meant[sentence], key=lambda s: s.first)


def cast_of(names: Sequence[Names]) -> Cast:
    """Every name of an article put to its thing."""
    cast = Cast(Things(), tuple(n.line for n in names), names=tuple(names))
    cast.places = chain_places(cast.things, names)
    cast.bodies = _bodies(cast, names)
    cast.meant = meant_bodies(cast.things, cast.lines, cast.bodies)
    cast.events = [[Seen(*hit) for hit in hits] for hits in chain_events(cast.things, names, _countries(names))]
    taken = [_taken(cast, i) for i in range(len(names))]
    cast.people = [[Seen(*hit) for hit in hits] for hits in chain_people(cast.things, names, taken)]
    return cast


def _taken(cast: Cast, sentence: int) -> frozenset[int]:
    seen = [*cast.places[sentence], *cast.bodies[sentence], *cast.events[sentence]]
    return frozenset(i for s in seen for i in range(s.first, s.last))


# --- bodies ---------------------------------------------------------------------------------------


def _bodies(cast: Cast, names: Sequence[Names]) -> list[list[Seen]]:
    owned = with_owners(names)
    keyed = [[(one.named, _key(n.line, one)) for one in here] for n, here in zip(names, owned, strict=True)]
    keys = _joined_keys(names, keyed)
    chains: dict[str, Thing] = {}
    out: list[list[Seen]] = []
    for n, bodies, told in zip(names, keyed, owned, strict=True):
        seen = []
        for (body, key), one in zip(bodies, told, strict=True):
            thing = _chain(cast, chains, keys[key])
            _say_body(thing, n.line, body)
            if one.owner:
                thing.say("country", one.state, [n.line.span(*one.owner)], "state-before-its-body")
            seen.append(Seen(body.body.first, body.body.last, thing.ref))
        out.append(seen)
    shorts = {
        k.removeprefix("short:"): chains[root] for k, root in keys.items() if k.startswith("short:") and root in chains
    }
    for n, seen in zip(names, out, strict=True):
        seen.extend(_short_mentions(n, shorts, seen))
        seen.sort(key=lambda s: s.first)
    for thing in chains.values():
        _name_fullest(thing)
    return out


def _key(line: Line, one: Owned) -> str:
    """What makes two mentions one body: the known entry, a one-word name, or the folded name and another's state."""
    if one.named.entry:
        return f"entry:{one.named.entry.id}"
    body = one.named.body
    if body.last - body.first == 1:
        return f"short:{fold(line.words(body.first, body.last))}"
    return f"long:{one.name}" + (f" {one.state}" if one.state not in ("", lexicon("naming")["home"]) else "")


def _joined_keys(names: Sequence[Names], keyed: Keyed) -> dict[str, str]:
    """Each key to the first key of its chain: a bracket joins a short name to the long one before it."""
    root: dict[str, str] = {}

    def find(key: str) -> str:
        while root.setdefault(key, key) != key:
            key = root[key]
        return key

    for n, bodies in zip(names, keyed, strict=True):
        for body, key in bodies:
            find(key)
            if body.short:
                root[find("short:" + fold(n.line.words(body.short.first, body.short.last)))] = find(key)
            if other := _alias_in_brackets(n, body):
                root[find(next(k for b, k in bodies if b.body == other.body))] = find(key)
            if body.entry and body.entry.acronym:
                short = "short:" + fold(body.entry.acronym)
                if short not in root:
                    root[short] = find(key)
    for short, long in (*_shortened(names, keyed), *_committees(names, keyed)):
        root[find(short)] = find(long)
    return {key: find(key) for key in list(root)}


def _committees(names: Sequence[Names], keyed: Keyed) -> Iterator[tuple[str, str]]:
    """The keys of "UBND thành phố", "the provincial People's Committee", and of the one that the article names.

    Where it names several, or one of another level, it does not say which is meant.
    """
    pairs = ((n, body, key) for n, bodies in zip(names, keyed, strict=True) for body, key in bodies)
    told = {key: found for n, body, key in pairs if (found := _committee(n, body))}
    named = [(key, levels) for key, (alone, levels) in told.items() if not alone]
    for key, (alone, levels) in told.items():
        if alone and len(named) == 1 and levels & named[0][1]:
            yield key, named[0][0]


def _committee(names: Names, body: NamedBody) -> tuple[bool, frozenset[str]] | None:
    """Whether a people's committee is named by its level alone, and its levels; None for any other body."""
    line, first, last = names.line, body.body.first, body.body.last
    at = next(line.find(phrases("bodies", "committees"), first, last), None)
    if at is None:
        return None
    rest = [k for k in (*range(first, at[0]), *range(at[1], last)) if k < last]
    told = kinds("bodies", "committee_levels")
    levels = {told[said] for k in rest for said in (line.keys[k : k + 1], line.keys[k : k + 2]) if said in told}
    levels |= {p.type for p in names.nested if first <= p.first and p.last <= last}
    return not any(line[k].capital and line.key(k) not in words("bodies", "committee_words") for k in rest), frozenset(
        levels
    )


def _shortened(names: Sequence[Names], keyed: Keyed) -> Iterator[tuple[str, str]]:
    """The keys of "Intellinet" and "Intellinet Consulting, LLC", where but one firm of the article begins so."""
    pairs = ((n.line, body.body, key) for n, bodies in zip(names, keyed, strict=True) for body, key in bodies)
    written = {key: line.keys[body.first : body.last] for line, body, key in pairs}
    firms = {key: said for key, said in written.items() if said[-1] in words("bodies", "legal_ends")}
    if not firms:
        return
    for key, said in written.items():
        longer = [k for k, whole in firms.items() if whole[: len(said)] == said and len(whole) > len(said)]
        if len(longer) == 1 and not key.startswith("entry:"):
            yield key, longer[0]


def _alias_in_brackets(n: Names, body: NamedBody) -> NamedBody | None:
    """ "Agence numérique du Japon (Japan's Digital Agency)": the body named in the bracket behind this one."""
    opens = body.body.last
    if n.line.key(opens) != "(":
        return None
    inside = (b for b in n.bodies if opens < b.body.first <= opens + 3 and n.line.key(b.body.last) == ")")
    other = next(inside, None)
    return None if other and _is_parent(n.line, body, other) else other


def _is_parent(line: Line, body: NamedBody, other: NamedBody) -> bool:
    """ "Cục Xúc tiến thương mại (Bộ Công Thương)": the bracket names the ministry above, not the body again."""
    if line.key(other.body.first) in words("bodies", "parents"):
        return line.key(body.body.first) != line.key(other.body.first)
    return False


def _chain(cast: Cast, chains: dict[str, Thing], key: str) -> Thing:
    if key not in chains:
        chains[key] = cast.things.add(Kind.ORGANISATION)
    return chains[key]


def _say_body(thing: Thing, line: Line, body: NamedBody) -> None:
    span = line.span(body.body.first, body.body.last)
    words = line.words(body.body.first, body.body.last)
    thing.mentions.add(span)
    thing.say("alias", words, [span], body.body.rule)
    by_a_word = body.body.rule in _TOLD_BY_A_WORD
    thing.say("kind", body.body.type, [span], body.body.rule, Basis.STATED if by_a_word else Basis.INFERRED)
    if body.entry:
        thing.say("entry", body.entry.id, [span], "known-body")
    if body.short:
        at = line.span(body.short.first, body.short.last)
        thing.mentions.add(at)
        thing.say("acronym", line.words(body.short.first, body.short.last), [at], "short-name-in-brackets")


def _short_mentions(n: Names, shorts: dict[str, Thing], seen: Sequence[Seen]) -> Iterable[Seen]:
    """Every later stand-alone use of a short name."""
    met = [index for index in n.line.capitals if n.line.keys[index] in shorts]
    if not met:
        return
    inside = {i for s in seen for i in range(s.first, s.last)} | {i for e in n.events for i in range(e.first, e.last)}
    for index in [index for index in met if index not in inside]:
        thing, span = shorts[n.line.keys[index]], n.line.span(index, index + 1)
        thing.mentions.add(span)
        thing.say("alias", n.line[index].text, [span], "short-name-again")
        yield Seen(index, index + 1, thing.ref)


def _name_fullest(thing: Thing) -> None:
    """The fullest form becomes the name: most words, then longest, then first met; rather one with a proper name."""
    forms = [s for s in thing.statements if s.field == "alias"]
    best = max(forms, key=lambda s: _fullness(str(s.value)))
    thing.statements.remove(best)
    thing.statements.insert(0, type(best)("name", best.value, best.spans, best.rule, best.basis, best.speaker))


def _fullness(form: str) -> tuple[bool, int, int]:
    written = form.split()
    return sum(word[0].isupper() for word in written) > 1, len(written), len(form)


def _countries(names: Sequence[Names]) -> dict[str, str]:
    """Folded place names of the article to the id of the place they name."""
    placed = ((n.line, p) for n in names for p in (*n.places, *n.nested))
    known = [(line.words(p.first, p.last), p.entry.id) for line, p in placed if p.entry]
    folded = {written: fold(written) for written, _ in known}
    return {folded[written]: entry for written, entry in known}
