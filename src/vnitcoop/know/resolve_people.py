"""Which mentions of people are one person: the same full name, and nothing that speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vnitcoop.know import when
from vnitcoop.know.groups import Groups, Traits
from vnitcoop.know.known import Known
from vnitcoop.know.names import folded, is_vietnamese, marks, marks_agree, person_key, person_slug, word_set
from vnitcoop.know.things import Thing
from vnitcoop.types import Entry, Kind, Role

Owners = Callable[[Thing, Role], set[str]]
_OUTSIDE = {"university", "media"}  # kinds of bodies whose posts nobody in an office of state holds


def resolve_people(
    things: list[Thing], known: Known, barred: Iterable[tuple[str, str]], where: Owners, kinds: Owners
) -> Groups:
    """Groups of positions in `things`. `where` and `kinds` tell of what country and kind the body of a role is.

    A name of one syllable stays in its article. Two offices in two countries keep bearers of one name apart,
    except where the name is Vietnamese: there a change of office is the likelier story. But nobody holds an office
    of state and a post in an institute in one year.
    """
    full = [_full_names(thing) for thing in things]
    traits: list[Traits] = []
    for thing, names in zip(things, full, strict=True):
        entries = {e.id for e in _entries(thing, names, known)}
        countries = set() if any(is_vietnamese(n) for n in names) else _countries(thing, known, where)
        labels = thing.labels({person_slug(n) for n in names} | entries)
        year = when.year(thing.article.published) or ""
        traits.append(
            {
                "entry": entries if len(entries) == 1 else set(),
                "country": countries,
                "label": labels,
                "career": {(sphere, year) for sphere in _spheres(thing, kinds)},
            }
        )
    groups = Groups(traits, ("entry",), barred)

    def fits(one: int, other: int) -> bool:
        here, there = groups.trait(one, "country"), groups.trait(other, "country")
        return (not here or not there or bool(here & there)) and not _two_careers(groups, one, other)

    for keyed in _buckets(full), _turned(full):
        for key in sorted(keyed):
            _settle(groups, keyed[key], fits)
    return groups


def _full_names(thing: Thing) -> list[str]:
    return [name for name in thing.names if len(name.split()) > 1]


def _entries(thing: Thing, names: list[str], known: Known) -> list[Entry]:
    found = [e for i in thing.texts("entry") if (e := known.entry(i, Kind.PERSON))]
    return found or [e for name in names for e in known.named(Kind.PERSON, name)]


def _countries(thing: Thing, known: Known, where: Owners) -> set[str]:
    out: set[str] = set()
    for role in thing.values("roles"):
        if isinstance(role, Role):
            out |= where(thing, role)
            state = known.naming.without_state(role.title)
            out |= {state[1]} if state else set()
    return out


def _spheres(thing: Thing, kinds: Owners) -> set[str]:
    """ "state" for who is a minister or the like, "outside" for who has a post in an institute or the press."""
    out = set()
    for role in thing.values("roles"):
        if isinstance(role, Role):
            title = f" {folded(role.title)} "
            if any(f" {over} " in title for over in word_set("offices_over")):
                continue
            if any(f" {office} " in title for office in word_set("offices_of_state")):
                out.add("state")
            elif kinds(thing, role) & _OUTSIDE:
                out.add("outside")
    return out


def _two_careers(groups: Groups, one: int, other: int) -> bool:
    """Whether one is of the state while the other is not, as far as the years tell."""
    here, there = groups.trait(one, "career"), groups.trait(other, "career")
    pairs = ((a, b) for a in here for b in there)
    return any(a[0] != b[0] and (a[1] == b[1] or not a[1] or not b[1]) for a, b in pairs)


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
        groups.join_all(sorted((p for p, _ in way), key=lambda p: _precedence(groups, p)), fits)


def _precedence(groups: Groups, position: int) -> tuple[bool, bool, int]:
    """Who is known best comes first, so that a bare name joins the better known of two namesakes."""
    of_state = any(sphere == "state" for sphere, _ in groups.trait(position, "career"))
    return not of_state, not groups.trait(position, "country"), position


def _mark_count(name: str) -> int:
    return sum(map(len, marks(name)))
