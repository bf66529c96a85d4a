"""Which mentions of organisations are one body: by registry, by long name, by acronym, never by likeness alone.

Nothing here depends on the order of articles: names meet under keys, and each key is settled on its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vnitcoop.know.groups import Groups, Traits
from vnitcoop.know.known import Known
from vnitcoop.know.names import Naming, dice, folded, name_language
from vnitcoop.know.things import Thing
from vnitcoop.know.translated import is_of_state, structure, tells_enough, without_places
from vnitcoop.lexicon import lexicon
from vnitcoop.text import slug
from vnitcoop.types import Entry, Kind

Pair = tuple[str, str]
Fits = Callable[[int, int], bool]
LIKE = 0.66  # share of words that two long names with one acronym must have in common
FOREIGN = 0.34  # two names with less in common than this are not variants in one language


def resolve_bodies(things: list[Thing], known: Known, barred: Iterable[Pair]) -> Groups:
    """Groups of positions in `things`, with the traits `entry`, `country`, `article` and `language`."""
    bodies = [_Body(thing, known) for thing in things]
    groups = Groups([b.traits for b in bodies], ("entry", "country"), barred)
    _join_by(groups, ((e, i) for i, b in enumerate(bodies) for e in sorted(b.traits["entry"])))
    _join_by(groups, ((key, i) for i, b in enumerate(bodies) for key in b.keys))
    _join_by_acronym(groups, bodies)
    _join_translated(groups, bodies)
    _join_bare(groups, bodies, known)
    return groups


class _Body:
    """A mention of a body, seen through the keys of its names."""

    def __init__(self, thing: Thing, known: Known) -> None:
        naming = known.naming
        self.thing = thing
        self.long: list[tuple[str, ...]] = []  # words of each long form
        self.keys: list[str] = []
        self.short: set[str] = {folded(a) for a in thing.texts("acronym")}
        countries = {c for c in (known.country(t) for t in thing.texts("country")) if c}
        for name in thing.names:
            words = naming.body(name)
            stripped = naming.without_state(name)
            if len(words) < 2 or name in thing.texts("acronym"):
                self.short.add(folded(" ".join(words)))
                continue
            self.long.append(words)
            self.keys.append(naming.body_key(name))
            if stripped and len(naming.body(stripped[0])) > 1:
                self.keys.append(naming.body_key(stripped[0]))
                countries = countries or {stripped[1]}
        self.keys = list(dict.fromkeys(self.keys))
        self.short.discard("")
        self.structures = _structures(thing, self.short, naming)
        self.hints = countries or {c for name in thing.names for c in naming.countries_in(name)}
        entry = _entry_of(thing, self, countries, known)
        self.traits: Traits = {
            "entry": {entry.id} if entry else set(),
            "country": {entry.country} if entry and entry.country else set(sorted(countries)[:1]),
            "article": {thing.article.id},
            "language": {thing.article.language} if self.long else set(),
            "short": set(self.short),
            "label": {slug(n) for n in thing.names} | ({entry.id} if entry else set()),
        }


def _structures(thing: Thing, short: set[str], naming: Naming) -> dict[str, tuple[str, str]]:
    """What the long names are of in English words, each with its language and, left out of the words, its state."""
    out: dict[str, tuple[str, str]] = {}
    for name in thing.names:
        language = name_language(name, thing.article.language)
        key = structure(name, language, naming) if folded(name) not in short else ""
        if key and tells_enough(key):
            out.setdefault(key, (language, ""))
            state = key.partition(" / ")[0]
            bare = without_places(key) if len(state) == 2 and state.isupper() else ""
            if bare:
                out.setdefault(bare, (language, state))
    return out


def _entry_of(thing: Thing, body: _Body, countries: set[str], known: Known) -> Entry | None:
    """The registry's entry for a mention: the one it was found as, else the only one its names can mean."""
    for entry_id in thing.texts("entry"):
        entry = known.entry(entry_id, Kind.ORGANISATION)
        if entry and (not countries or entry.country in (None, *countries)):
            return entry
    for name in thing.names:
        if len(known.naming.body(name)) > 1:
            candidates = known.named(Kind.ORGANISATION, name)
            if entry := _only(candidates, countries):
                return entry
            stripped = known.naming.without_state(name)
            if stripped and (entry := _only(known.named(Kind.ORGANISATION, stripped[0]), {stripped[1]})):
                return entry
    for acronym in sorted(body.short) if body.long else ():
        entry = _only(known.abbreviated(acronym), body.hints)
        long_names = [known.naming.body(n.name) for n in entry.names] if entry else []
        if any(_alike(mine, theirs) for mine in body.long for theirs in long_names):
            return entry
        if entry and entry.country in body.hints and _foreign(body.long, long_names):
            return entry
    return None


def _only(candidates: list[Entry], countries: set[str]) -> Entry | None:
    """The one candidate whose country does not speak against it."""
    fitting = [e for e in candidates if not countries or e.country is None or e.country in countries]
    exact = [e for e in fitting if e.country in countries]
    chosen = exact if len(exact) == 1 else fitting
    return chosen[0] if len(chosen) == 1 else None


def _no_rivals(groups: Groups) -> Fits:
    """A check that two bodies bear no acronyms of the same letters in another order: MIC and MCI, HUST and USTH."""

    def fits(one: int, other: int) -> bool:
        mine, theirs = groups.trait(one, "short"), groups.trait(other, "short")
        return bool(mine & theirs) or not {"".join(sorted(a)) for a in mine} & {"".join(sorted(a)) for a in theirs}

    return fits


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two long names that share an acronym may be one: nearly the same words, or one within the other."""
    mine, theirs = set(one), set(other)
    if min(len(mine), len(theirs)) < 2:
        return False
    return dice(mine, theirs) >= LIKE or mine <= theirs or theirs <= mine


def _join_by(groups: Groups, keyed: Iterable[tuple[str, int]]) -> None:
    """Joins what shares a key. Where several countries claim it, who names no country stays apart."""
    buckets: dict[str, list[int]] = {}
    for key, position in keyed:
        buckets.setdefault(key, []).append(position)
    for key in sorted(buckets):
        by_country: dict[str, list[int]] = {}
        for position in buckets[key]:
            by_country.setdefault(min(groups.trait(position, "country"), default=""), []).append(position)
        unplaced, fits = by_country.pop("", []), _no_rivals(groups)
        groups.join_all(unplaced, fits)
        for country in sorted(by_country):
            groups.join_all(by_country[country], fits)
        if len(by_country) == 1 and unplaced:
            groups.join_all([*next(iter(by_country.values())), *unplaced], fits)


def _join_translated(groups: Groups, bodies: list[_Body]) -> None:
    """Joins names that are each other's translation, where each language has one body of that name and country."""
    buckets: dict[str, dict[str, list[int]]] = {}
    for position, body in enumerate(bodies):
        for key, (_, state) in body.structures.items():
            country = min(groups.trait(position, "country"), default=state)
            buckets.setdefault(key, {}).setdefault(country, []).append(position)
    for key in sorted(buckets):
        unplaced = buckets[key].pop("", [])
        batches = [*buckets[key].values(), unplaced]
        if len(buckets[key]) == 1 and not _foreign_state(key, min(buckets[key])):
            batches = [[*batches[0], *unplaced]]
        for batch in batches:
            tops: dict[str, set[int]] = {}
            for position in batch:
                tops.setdefault(bodies[position].structures[key][0], set()).add(groups.top(position))
            if all(len(of_language) == 1 for of_language in tops.values()):
                groups.join_all(sorted(top for of_language in tops.values() for top in of_language), _no_rivals(groups))


def _foreign_state(key: str, country: str) -> bool:
    """Whether a body of a state stands abroad: one that is named without its state is the home country's own."""
    return country != lexicon("naming")["home"] and is_of_state(key)


def _join_by_acronym(groups: Groups, bodies: list[_Body]) -> None:
    """Joins bodies with a long name that share an acronym and whose long names do not speak against it."""
    buckets: dict[str, list[int]] = {}
    for position, body in enumerate(bodies):
        for acronym in sorted(body.short) if body.long else ():
            buckets.setdefault(acronym, []).append(position)
    for acronym in sorted(buckets):
        long_names = _representatives(groups, bodies, buckets[acronym])
        tops = sorted(long_names, key=lambda top: sorted(long_names[top]))
        for at, one in enumerate(tops):
            for other in tops[at + 1 :]:
                if _one_body(long_names[one], long_names[other], acronym, groups, one, other):
                    groups.join(one, other)


def _representatives(groups: Groups, bodies: list[_Body], positions: list[int]) -> dict[int, set[tuple[str, ...]]]:
    out: dict[int, set[tuple[str, ...]]] = {}
    for position in positions:
        out.setdefault(groups.top(position), set()).update(bodies[position].long)
    return out


def _one_body(
    one: set[tuple[str, ...]], other: set[tuple[str, ...]], acronym: str, groups: Groups, a: int, b: int
) -> bool:
    if any(_alike(x, y) for x in one for y in other):
        return True
    countries = groups.trait(a, "country") & groups.trait(b, "country")
    if groups.trait(a, "language") & groups.trait(b, "language"):
        return False
    return _foreign(one, other) and (len(acronym) > 3 or bool(countries))


def _foreign(one: Iterable[tuple[str, ...]], other: Iterable[tuple[str, ...]]) -> bool:
    """Whether names may be of different languages, for all that their words tell: few are the same in both."""
    theirs = [_telling(name) for name in other]
    return all(dice(_telling(name), words) < FOREIGN for name in one for words in theirs)


def _telling(words: tuple[str, ...]) -> set[str]:
    """The words of a name in its own language: states' names are the same in all."""
    return {w for w in words if not w.isupper()}


def _join_bare(groups: Groups, bodies: list[_Body], known: Known) -> None:
    """A name of one word is the body that its article pairs it with, else the registry's, else the only one."""
    owners: dict[str, list[int]] = {}
    bare: dict[str, list[int]] = {}
    of_entry: dict[str, int] = {}
    for position, body in enumerate(bodies):
        for entry_id in body.traits["entry"]:
            of_entry.setdefault(entry_id, position)
        for short in sorted(body.short):
            (owners if body.long or body.traits["entry"] else bare).setdefault(short, []).append(position)
    for short in sorted(bare):
        candidates = owners.get(short, [])
        homeless = [p for p in bare[short] if not _join_at_home(groups, bodies, p, candidates)]
        for position in homeless:
            entry = _only(known.abbreviated(short), groups.trait(position, "country"))
            if entry is not None and not groups.trait(position, "entry"):
                _take_entry(groups, position, entry)
                groups.join(of_entry.setdefault(entry.id, position), position)
            elif entry is None and (owner := _owner(groups, bodies, position, candidates)) is not None:
                groups.join(owner, position)
        groups.join_all(homeless)


def _take_entry(groups: Groups, position: int, entry: Entry) -> None:
    groups.add_trait(position, "entry", entry.id)
    groups.add_trait(position, "label", entry.id)
    if entry.country and not groups.trait(position, "country"):
        groups.add_trait(position, "country", entry.country)


def _owner(groups: Groups, bodies: list[_Body], position: int, candidates: list[int]) -> int | None:
    """The only body with this short name; of several, the only one in the language of the article."""
    language = bodies[position].thing.article.language
    own = [c for c in candidates if bodies[c].thing.article.language == language]
    for pool in (candidates, own):
        if len({groups.top(c) for c in pool}) == 1:
            return pool[0]
    return None


def _join_at_home(groups: Groups, bodies: list[_Body], position: int, candidates: list[int]) -> bool:
    article = bodies[position].thing.article.id
    home = [c for c in candidates if bodies[c].thing.article.id == article]
    return len({groups.top(c) for c in home}) == 1 and groups.join(home[0], position)
