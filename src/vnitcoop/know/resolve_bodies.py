"""Which mentions of organisations are one body: by registry, by long name, by acronym, never by likeness alone.

Nothing here depends on the order of articles: names meet under keys, and each key is settled on its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vnitcoop.know.bodies import Body, alike, foreign, meant
from vnitcoop.know.groups import Groups
from vnitcoop.know.known import Known
from vnitcoop.know.things import Thing
from vnitcoop.know.translated import is_of_state
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Entry

Pair = tuple[str, str]
Fits = Callable[[int, int], bool]


def resolve_bodies(things: list[Thing], known: Known, barred: Iterable[Pair]) -> Groups:
    """Groups of positions in `things`, with the traits `entry`, `country`, `article` and `language`."""
    bodies = [Body(thing, known) for thing in things]
    groups = Groups([b.traits for b in bodies], ("entry", "country"), barred)
    _join_by(groups, ((e, i) for i, b in enumerate(bodies) for e in sorted(b.traits["entry"])))
    _join_by(groups, ((key, i) for i, b in enumerate(bodies) for key in b.keys), _namesakes(groups, bodies, known))
    _join_by_acronym(groups, bodies)
    _join_translated(groups, bodies)
    _join_nicknames(groups, bodies)
    _join_bare(groups, bodies, known)
    return groups


def _namesakes(groups: Groups, bodies: list[Body], known: Known) -> Fits:
    """A check that bodies of one name are no rivals, nor a ministry of a land that the other's article never names."""
    no_rivals = _no_rivals(groups)

    def near(one: int, other: int) -> bool:
        lands = groups.trait(one, "country") - {lexicon("naming")["home"]}
        thing = bodies[groups.top(other)].thing
        if not lands or groups.trait(other, "country") or "government" not in thing.texts("kind"):
            return True
        return bool(lands & known.countries_of(thing.article))

    return lambda one, other: no_rivals(one, other) and near(one, other) and near(other, one)


def _no_rivals(groups: Groups) -> Fits:
    """A check that no acronym is the other body's, or its initials, in another order: MIC and MCI, USTH and HUST."""

    def fits(one: int, other: int) -> bool:
        mine, theirs = groups.trait(one, "short"), groups.trait(other, "short")
        of_mine, of_theirs = mine | groups.trait(one, "initials"), theirs | groups.trait(other, "initials")
        return not (_disordered(mine - of_theirs, of_theirs) or _disordered(theirs - of_mine, of_mine)) or bool(
            mine & theirs
        )

    return fits


def _disordered(acronyms: set[str], others: set[str]) -> bool:
    """Whether an acronym has the letters of another one in another order."""
    return bool({"".join(sorted(a)) for a in acronyms} & {"".join(sorted(a)) for a in others})


def _join_by(groups: Groups, keyed: Iterable[tuple[str, int]], fits: Fits | None = None) -> None:
    """Joins what shares a key. Where several countries claim it, who names no country stays apart."""
    buckets: dict[str, list[int]] = {}
    for key, position in keyed:
        buckets.setdefault(key, []).append(position)
    for key in sorted(buckets):
        by_country: dict[str, list[int]] = {}
        for position in buckets[key]:
            by_country.setdefault(min(groups.trait(position, "country"), default=""), []).append(position)
        unplaced = by_country.pop("", [])
        groups.join_all(unplaced, fits)
        for country in sorted(by_country):
            groups.join_all(by_country[country], fits)
        if len(by_country) == 1 and unplaced:
            groups.join_all([*next(iter(by_country.values())), *unplaced], fits)


def _join_translated(groups: Groups, bodies: list[Body]) -> None:
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


def _join_nicknames(groups: Groups, bodies: list[Body]) -> None:
    """ "Hiệp hội JISA" is the association with the acronym JISA; "FPT University" is no other name of a firm.

    Of several acronyms, as in "Câu lạc bộ VINASA - VJC", one only may be a club's; and an article that names both
    keeps them apart, unless the registry knows the acronym's owner.
    """
    owners: dict[tuple[str, str], list[int]] = {}
    for position, body in enumerate(bodies):
        kinds = {key.split(" / ")[1] for key in body.structures}
        for pair in sorted((kind, short) for kind in kinds for short in body.short):
            owners.setdefault(pair, []).append(position)
    for position, body in enumerate(bodies):
        tops = sorted({groups.top(p) for pair in body.nicknames for p in owners.get(pair, ())})
        if len(tops) == 1:
            told_apart = body.thing.article.id in groups.trait(tops[0], "article")
            if groups.trait(tops[0], "entry") or not told_apart:
                groups.join(tops[0], position)


def _foreign_state(key: str, country: str) -> bool:
    """Whether a body of a state stands abroad: one that is named without its state is the home country's own."""
    return country != lexicon("naming")["home"] and is_of_state(key)


def _join_by_acronym(groups: Groups, bodies: list[Body]) -> None:
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


def _representatives(groups: Groups, bodies: list[Body], positions: list[int]) -> dict[int, set[tuple[str, ...]]]:
    out: dict[int, set[tuple[str, ...]]] = {}
    for position in positions:
        out.setdefault(groups.top(position), set()).update(bodies[position].long)
    return out


def _one_body(
    one: set[tuple[str, ...]], other: set[tuple[str, ...]], acronym: str, groups: Groups, a: int, b: int
) -> bool:
    if any(alike(x, y) for x in one for y in other):
        return True
    countries = groups.trait(a, "country") & groups.trait(b, "country")
    if groups.trait(a, "language") & groups.trait(b, "language"):
        return False
    return foreign(one, other) and (len(acronym) > 3 or bool(countries))


def _join_bare(groups: Groups, bodies: list[Body], known: Known) -> None:
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
        entries = known.abbreviated(short)
        firms = len(entries) > 1 and all(entry.type == "company" for entry in entries)  # nobody knows which is meant
        for position in homeless:
            told = groups.trait(position, "country")
            entry = meant(entries, told, bodies[position].thing, known) if told or not firms else None
            if entry is not None and not groups.trait(position, "entry"):
                _take_entry(groups, position, entry)
                groups.join(of_entry.setdefault(entry.id, position), position)
            elif entry is None and (owner := _owner(groups, bodies, position, candidates)) is not None:
                groups.join(owner, position)
        if firms or len(entries) < 2:
            groups.join_all(homeless)


def _take_entry(groups: Groups, position: int, entry: Entry) -> None:
    groups.add_trait(position, "entry", entry.id)
    groups.add_trait(position, "label", entry.id)
    if entry.country and not groups.trait(position, "country"):
        groups.add_trait(position, "country", entry.country)


def _owner(groups: Groups, bodies: list[Body], position: int, candidates: list[int]) -> int | None:
    """The only body with this short name; of several, the only one in the language of the article."""
    language = bodies[position].thing.article.language
    own = [c for c in candidates if bodies[c].thing.article.language == language]
    for pool in (candidates, own):
        if len({groups.top(c) for c in pool}) == 1:
            return pool[0]
    return None


def _join_at_home(groups: Groups, bodies: list[Body], position: int, candidates: list[int]) -> bool:
    article = bodies[position].thing.article.id
    home = [c for c in candidates if bodies[c].thing.article.id == article]
    return len({groups.top(c) for c in home}) == 1 and groups.join(home[0], position)
