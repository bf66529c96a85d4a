"""Which mentions of events are one event: its series with edition or year, or the day and who took part.

Two editions never meet. Events of one article meet only when they bear one name and one edition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations, pairwise

from vnitcoop.know import when
from vnitcoop.know.groups import Groups
from vnitcoop.know.happenings import Happening, Identify
from vnitcoop.know.known import Known
from vnitcoop.know.things import Thing
from vnitcoop.types import Kind

_STORY = 4  # figures that two articles share only when they tell one story
_FEW = 8  # of those who took part, compared in pairs


def resolve_events(
    things: list[Thing],
    known: Known,
    barred: Iterable[tuple[str, str]],
    identify: Identify,
    cast: Callable[[Thing], set[str]],
    numbers: Callable[[Thing], set[str]],
) -> Groups:
    """Groups of positions in `things`.

    `identify` gives the records that a field of a thing refers to, `cast` the people of its article, and `numbers`
    the figures of its article.
    """
    events = [Happening(thing, known, identify, cast) for thing in things]
    groups = Groups([e.traits for e in events], ("edition", "year", "entry"), barred)

    def apart(one: int, other: int) -> bool:
        return not groups.trait(one, "article") & groups.trait(other, "article")

    _join_named(groups, events)
    _join_wider_names(groups, events, apart)
    _join_by_day(groups, events, apart)
    _join_undated(groups, events, numbers)
    _join_unnamed(groups, events, apart)
    return groups


def _join_named(groups: Groups, events: list[Happening]) -> None:
    """One name with one edition or one year is one event; an unnamed one needs the same day as well."""
    keyed: dict[tuple[str, str, str], list[int]] = {}
    for position, event in enumerate(events):
        for key in event.keys:
            marks = [("edition", e) for e in event.traits["edition"]]
            if event.named:
                marks += [("year", event.year)] if event.year else []
            day = when.month_day(event.date)
            marks += [("day", day)] if day and (event.named or len(key.split()) > 2) else []
            marks += [(f"day in {event.thing.article.id}", day)] if day else []
            for mark, value in marks:
                keyed.setdefault((key, mark, value), []).append(position)
    for spot in sorted(keyed):
        translated = spot[0].startswith("~")

        def fits(one: int, other: int, translated: bool = translated) -> bool:
            one_language = groups.trait(one, "language") & groups.trait(other, "language")
            return not (translated and one_language) and _days_fit(groups, events, one, other)

        groups.join_all(keyed[spot], fits)


def _days_fit(groups: Groups, events: list[Happening], one: int, other: int) -> bool:
    """Whether two of one name and year may be one: known series and editions may be told with a wrong day."""
    a, b = events[one], events[other]
    if a.entry or groups.trait(one, "edition") & groups.trait(other, "edition") or not a.date or not b.date:
        return True
    if when.compatible(a.date, b.date):
        return True
    return when.is_day(a.date) and when.is_day(b.date) and a.date[:7] == b.date[:7]


def _join_wider_names(groups: Groups, events: list[Happening], apart: Callable[[int, int], bool]) -> None:
    """ "International Digital Week 2024" is "Vietnam International Digital Week 2024" where no other is meant."""
    by_year: dict[tuple[str, str], dict[str, list[int]]] = {}
    for position, event in enumerate(events):
        if event.named and event.year:
            for key in (k for k in event.keys if not k.startswith("~")):
                plain = " ".join(w for w in key.split() if not w.isupper())
                if len(plain.split()) > 2:
                    by_year.setdefault((event.year, plain), {}).setdefault(key, []).append(position)
    for spot in sorted(by_year):
        forms = by_year[spot]
        wider = sorted(key for key in forms if key != spot[1])
        if spot[1] in forms and len(wider) == 1:
            groups.join_all([*forms[wider[0]], *forms[spot[1]]], apart)


def _join_by_day(groups: Groups, events: list[Happening], apart: Callable[[int, int], bool]) -> None:
    """Same day, and who and where agree: at least two who took part, or one and the place, or edition and place.

    Of talks that an article does not name, everybody in the article may have taken part.
    """
    buckets: dict[tuple[str, str], list[int]] = {}
    for position, event in enumerate(events):
        day = when.month_day(event.date)
        for shared in sorted(event.circle | {f"edition {e}" for e in event.traits["edition"]}) if day else ():
            buckets.setdefault((day or "", shared), []).append(position)
    found: set[tuple[int, int]] = set()
    for spot in sorted(buckets):
        found.update(pairwise(buckets[spot]))
    ranked = sorted(found, key=lambda pair: (-_agreement(events[pair[0]], events[pair[1]]), pair))
    for one, other in ranked:
        a, b = events[one], events[other]
        if _agreement(a, b) > 1 and _names_allow(a, b) and a.date and b.date and when.compatible(a.date, b.date):
            groups.join(one, other, apart)


def _agreement(one: Happening, other: Happening) -> int:
    edition = one.traits["edition"] & other.traits["edition"]
    people = one.people & other.circle | other.people & one.circle
    return len(people) + bool(one.places & other.places) + bool(edition)


def _names_allow(one: Happening, other: Happening) -> bool:
    """Two events with own names in one language are two events, and talks or an opening are none with a name."""
    if one.named != other.named and (one.small or other.small):
        return False
    if not (one.named and other.named) or set(one.keys) & set(other.keys):
        return True
    return one.thing.article.language != other.thing.article.language


def _join_undated(groups: Groups, events: list[Happening], numbers: Callable[[Thing], set[str]]) -> None:
    """A mention without a year is the only edition that its article, or its article's year, knows; else it stays.

    In an article without a date it is the only edition that is told with the same figures.
    """
    editions: dict[str, dict[int, list[int]]] = {}
    undated: dict[str, list[int]] = {}
    for position, event in enumerate(events):
        for key in event.keys:
            if groups.trait(position, "year"):
                editions.setdefault(key, {}).setdefault(groups.top(position), []).append(position)
            else:
                undated.setdefault(key, []).append(position)
    for key in sorted(undated):
        waiting = []
        for position in undated[key]:
            home = _only_edition(groups, events, events[position], editions.get(key, {}), numbers)
            if home is None or not groups.join(home, position):
                waiting.append(position)
        if any(events[p].named for p in waiting):
            groups.join_all(waiting, lambda a, b: _days_fit(groups, events, a, b))


def _only_edition(
    groups: Groups,
    events: list[Happening],
    event: Happening,
    tops: dict[int, list[int]],
    numbers: Callable[[Thing], set[str]],
) -> int | None:
    """The one dated event of this name that the undated mention can mean."""
    day = when.month_day(event.date)
    if day:
        fitting = [t for t in tops if any(when.month_day(events[p].date) == day for p in tops[t])]
    else:
        home = [t for t in tops if event.thing.article.id in groups.trait(t, "article")]
        published = when.year(event.thing.article.published)
        fitting = home or [t for t in tops if published in groups.trait(t, "year")]
        if not (fitting or published):
            mine = numbers(event.thing)
            fitting = [t for t in tops if any(len(mine & numbers(events[p].thing)) >= _STORY for p in tops[t])]
    return fitting[0] if len(fitting) == 1 else None


def _join_unnamed(groups: Groups, events: list[Happening], apart: Callable[[int, int], bool]) -> None:
    """Talks without a day are the only ones that two of the same people are known to have held."""
    keyed: dict[tuple[str, str], list[int]] = {}
    for position, event in enumerate(events):
        people = sorted(p for p in event.people if p.startswith(Kind.PERSON))[:_FEW] if not event.named else []
        for pair in combinations(people, 2):
            keyed.setdefault(pair, []).append(position)
    for key in sorted(keyed):
        dated = {groups.top(p) for p in keyed[key] if events[p].date}
        places = set().union(*(events[p].places for p in keyed[key] if events[p].date))
        undated = [p for p in keyed[key] if not events[p].date and (not events[p].places or events[p].places & places)]
        if len(dated) == 1:
            groups.join_all([*dated, *undated], apart)
