"""Which mentions of people are one person: the same full name, and nothing that speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vnitcoop.know.groups import Groups
from vnitcoop.know.known import Known
from vnitcoop.know.names import is_vietnamese, marks, marks_agree, person_key, person_slug
from vnitcoop.know.things import Thing
from vnitcoop.types import Entry, Kind, Role

Countries = Callable[[Thing, Role], set[str]]


def resolve_people(things: list[Thing], known: Known, barred: Iterable[tuple[str, str]], where: Countries) -> Groups:
    """Groups of positions in `things`. `where` tells the countries of the body that a role belongs to.

    A name of one syllable stays in its article. Two offices in two countries keep bearers of one name apart,
    except where the name is Vietnamese: there a change of office is the likelier story.
    """
    full = [_full_names(thing) for thing in things]
    traits = []
    for thing, names in zip(things, full, strict=True):
        entries = {e.id for e in _entries(thing, names, known)}
        countries = set() if any(is_vietnamese(n) for n in names) else _countries(thing, known, where)
        labels = {person_slug(n) for n in names} | entries
        traits.append({"entry": entries if len(entries) == 1 else set(), "country": countries, "label": labels})
    groups = Groups(traits, ("entry",), barred)

    def fits(one: int, other: int) -> bool:
        here, there = groups.trait(one, "country"), groups.trait(other, "country")
        return not here or not there or bool(here & there)

    for keyed in _buckets(full), _turned(full):
        for key in sorted(keyed):
            _settle(groups, keyed[key], fits)
    return groups


def _full_names(thing: Thing) -> list[str]:
    return [name for name in thing.names if len(name.split()) > 1]


def _entries(thing: Thing, names: list[str], known: Known) -> list[Entry]:
    found = [e for i in thing.texts("entry") if (e := known.entry(i, Kind.PERSON))]
    return found or [e for name in names for e in known.named(Kind.PERSON, name)]


def _countries(thing: Thing, known: Known, where: Countries) -> set[str]:
    out: set[str] = set()
    for role in thing.values("roles"):
        if isinstance(role, Role):
            out |= where(thing, role)
            state = known.naming.without_state(role.title)
            out |= {state[1]} if state else set()
    return out


def _buckets(full: list[list[str]]) -> dict[str, list[tuple[int, str]]]:
    out: dict[str, list[tuple[int, str]]] = {}
    for position, names in enumerate(full):
        for name in names:
            out.setdefault(person_key(name), []).append((position, name))
    return out


def _turned(full: list[list[str]]) -> dict[str, list[tuple[int, str]]]:
    """By the words in any order: "Nakajima Takeo" is "Takeo Nakajima". Not for Vietnamese names."""
    out: dict[str, list[tuple[int, str]]] = {}
    for position, names in enumerate(full):
        for name in names:
            words = sorted(person_key(w) for w in name.replace("-", "").split())
            if not is_vietnamese(name) and not is_vietnamese(" ".join(reversed(name.split()))):
                out.setdefault(" ".join(words), []).append((position, name))
    return out


def _settle(groups: Groups, bearers: list[tuple[int, str]], fits: Callable[[int, int], bool]) -> None:
    """Joins bearers of one name: those written with the same marks, then those without marks if one way is left."""
    written: list[list[tuple[int, str]]] = []
    for position, name in sorted(bearers, key=lambda b: (-_mark_count(b[1]), b[1], b[0])):
        home = [way for way in written if all(marks_agree(name, other) for other in {n for _, n in way})]
        if len(home) == 1:
            home[0].append((position, name))
        else:
            written.append([(position, name)])
    for way in written:
        groups.join_all(sorted((p for p, _ in way), key=lambda p: (not groups.trait(p, "country"), p)), fits)


def _mark_count(name: str) -> int:
    return sum(map(len, marks(name)))
