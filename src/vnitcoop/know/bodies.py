"""A mention of a body, seen through the keys of its names and the registry's entry that they mean."""

from __future__ import annotations

from collections.abc import Iterable

from vnitcoop.know.groups import Traits
from vnitcoop.know.known import Known
from vnitcoop.know.names import Naming, dice, folded, name_language
from vnitcoop.know.things import Thing
from vnitcoop.know.translated import (
    kind_and_words,
    lacks_its_seat,
    names_a_kind_alone,
    places_of,
    structure,
    tells_enough,
    without_places,
)
from vnitcoop.lexicon import lexicon
from vnitcoop.text import slug
from vnitcoop.types import Entry, Kind

LIKE = 0.66  # share of words that two long names with one acronym must have in common
FOREIGN = 0.34  # two names with less in common than this are not variants in one language


class Body:
    """A mention of a body. `structures` are its long names' keys over languages, each with language and state.

    `nicknames` are the acronyms of names that say a kind besides and nothing else, "Hiệp hội JISA", as (kind, acronym).
    """

    def __init__(self, thing: Thing, known: Known) -> None:
        self.thing = thing
        self.long: list[tuple[str, ...]] = []  # words of each long form
        self.short: set[str] = {folded(a) for a in thing.texts("acronym")}
        keys: list[str] = []
        countries = set(thing.texts("country"))
        for name in thing.names:
            words = known.naming.body(name)
            if len(words) < 2 or name in thing.texts("acronym"):
                self.short.add(folded(" ".join(words)))
            else:
                self.long.append(words)
                found, state = _keys(name, thing, known.naming)
                keys += found
                countries = countries or ({state} if state else set())
        self.keys = list(dict.fromkeys(keys))
        self.short.discard("")
        self.structures = _structures(thing, self.short, known.naming)
        self.nicknames = _nicknames(thing, self.structures)
        self.hints = countries or {c for name in thing.names for c in known.naming.countries_in(name)}
        entry = _entry_of(thing, self, countries, known)
        self.traits: Traits = {
            "entry": {entry.id} if entry else set(),
            "country": {entry.country} if entry and entry.country else set(sorted(countries)[:1]),
            "article": {thing.article.id},
            "language": {thing.article.language} if self.long else set(),
            "short": set(self.short),
            "initials": {"".join(w[0] for w in words).casefold() for words in self.long},
            "label": thing.labels({slug(n) for n in thing.names} | ({entry.id} if entry else set())),
        }


def _keys(name: str, thing: Thing, naming: Naming) -> tuple[list[str], str]:
    """The keys of a long name, also without its state, and that state. Of a kind alone: a key in its article only."""
    key = naming.body_key(name)
    told = structure(name, name_language(name, thing.article.language), naming)
    if names_a_kind_alone(told) or lacks_its_seat(told, lexicon("naming")["home"]):
        return [f"{key} {thing.article.id}"], ""
    stripped = naming.without_state(name)
    if stripped and len(naming.body(stripped[0])) > 1:
        return [key, naming.body_key(stripped[0])], stripped[1]
    return [key], ""


def _structures(thing: Thing, short: set[str], naming: Naming) -> dict[str, tuple[str, str]]:
    out: dict[str, tuple[str, str]] = {}
    for name in thing.names:
        language = name_language(name, thing.article.language)
        key = structure(name, language, naming) if folded(name) not in short else ""
        if key and tells_enough(key) and not lacks_its_seat(key, lexicon("naming")["home"]):
            out.setdefault(key, (language, ""))
            state = places_of(key)
            if bare := without_places(key) if len(state) == 2 else "":
                out.setdefault(bare, (language, state))
    return out


def _nicknames(thing: Thing, structures: Iterable[str]) -> set[tuple[str, str]]:
    capitals = {folded(part) for name in thing.names for part in name.split() if part.isupper()}
    out = set()
    for kind, words in map(kind_and_words, structures):
        if kind and capitals.issuperset(words):
            out |= {(kind, word) for word in words}
    return out


def _entry_of(thing: Thing, body: Body, countries: set[str], known: Known) -> Entry | None:
    """The registry's entry for a mention: the one it was found as, else the only one its names can mean."""
    for entry_id in thing.texts("entry"):
        entry = known.entry(entry_id, Kind.ORGANISATION)
        if entry and (not countries or entry.country in (None, *countries)) and _is_near(entry, thing, known):
            return entry
    for name in thing.names:
        if len(known.naming.body(name)) > 1:
            if entry := meant(known.named(Kind.ORGANISATION, name), countries, thing, known):
                return entry
            stripped = known.naming.without_state(name)
            if stripped and (entry := _only(known.named(Kind.ORGANISATION, stripped[0]), {stripped[1]})):
                return entry
    return _by_acronym(body, known) or _by_structure(body, countries, known)


def _is_near(entry: Entry, thing: Thing, known: Known) -> bool:
    """Whether an article may mean this body: many states have a ministry of that name, so it must name the state."""
    of_state = entry.type == "government" and entry.country is not None
    return not of_state or entry.country in known.countries_of(thing.article)


def _by_acronym(body: Body, known: Known) -> Entry | None:
    """The entry that bears the acronym, where a long name of it is like one of the body's or in another language."""
    for acronym in sorted(body.short) if body.long else ():
        entry = _only(known.abbreviated(acronym), body.hints)
        long_names = [known.naming.body(n.name) for n in entry.names] if entry else []
        if any(alike(mine, theirs) for mine in body.long for theirs in long_names):
            return entry
        if entry and entry.country in body.hints and foreign(body.long, long_names):
            return entry
    return None


def _by_structure(body: Body, countries: set[str], known: Known) -> Entry | None:
    """The entry one of whose names is a translation of one of the body's."""
    for key, (_, state) in sorted(body.structures.items()):
        if entry := meant(known.structured(key, state), countries, body.thing, known):
            return entry
    return None


def _only(candidates: list[Entry], countries: set[str]) -> Entry | None:
    """The one candidate whose country does not speak against it."""
    fitting = [e for e in candidates if not countries or e.country is None or e.country in countries]
    exact = [e for e in fitting if e.country in countries]
    chosen = exact if len(exact) == 1 else fitting
    return chosen[0] if len(chosen) == 1 else None


def meant(candidates: list[Entry], countries: set[str], thing: Thing, known: Known) -> Entry | None:
    """The one candidate that fits; of several, where no country is told, the only one whose country the article names.

    The home country needs no naming.
    """
    if countries:
        return _only(candidates, countries)
    candidates = [e for e in candidates if _is_near(e, thing, known)]
    if len(candidates) < 2:
        return _only(candidates, countries)
    named = known.countries_of(thing.article)
    near = [e for e in candidates if e.country is None or e.country in named]
    return near[0] if len(near) == 1 else None


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two long names that share an acronym may be one: nearly the same words, or one within the other."""
    mine, theirs = set(one), set(other)
    if min(len(mine), len(theirs)) < 2:
        return False
    return dice(mine, theirs) >= LIKE or mine <= theirs or theirs <= mine


def foreign(one: Iterable[tuple[str, ...]], other: Iterable[tuple[str, ...]]) -> bool:
    """Whether names may be of different languages, for all that their words tell: few are the same in both."""
    theirs = [_telling(name) for name in other]
    return all(dice(_telling(name), words) < FOREIGN for name in one for words in theirs)


def _telling(words: tuple[str, ...]) -> set[str]:
    """The words of a name in its own language: states' names are the same in all."""
    return {w for w in words if not w.isupper()}
