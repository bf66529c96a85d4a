"""A mention of an event, seen through the keys of its names, its series, its date and those who took part."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from vnitcoop.know import when
from vnitcoop.know.groups import Traits
from vnitcoop.know.known import Known
from vnitcoop.know.names import Naming, abridged, folded, name_language, years_in
from vnitcoop.know.things import Thing
from vnitcoop.know.translated import structure, tells_enough
from vnitcoop.lexicon import lexicon
from vnitcoop.text import slug
from vnitcoop.types import Kind

Identify = Callable[[Thing, str], set[str]]
_TAKING_PART = ("organisers", "hosts", "participants")


class Happening:
    """An event of one article, seen through series, edition, date and those who took part."""

    def __init__(self, thing: Thing, known: Known, identify: Identify, cast: Callable[[Thing], set[str]]) -> None:
        self.thing = thing
        self.entry = series_entry(thing, known)
        self.named = bool(self.entry or thing.texts("series") or any(is_proper(n) for n in thing.names))
        self.small = not self.named and _is_small(thing)
        self.keys = self._keys(known.naming)
        self.people = set().union(*(identify(thing, f) for f in _TAKING_PART))
        self.circle = self.people if self.named else self.people | cast(thing)
        self.places = identify(thing, "places")
        self.year, self.date = _year_and_date(thing)
        editions = {str(e) for e in thing.values("edition") if isinstance(e, int)}
        self.traits: Traits = {
            "edition": editions if len(editions) == 1 else set(),
            "year": {self.year} if self.year else set(),
            "entry": {self.entry} if self.entry else set(),
            "article": {thing.article.id},
            "language": {thing.article.language},
            "label": thing.labels(slug(form) for n in thing.names for form in (f"{n} {self.year or ''}", n)),
        }

    def _keys(self, naming: Naming) -> list[str]:
        """Under "= " the registry's series, then each name's key, then under "~ " those that meet over languages."""
        forms = [n for n in event_forms(self.thing) if is_proper(n) or not self.named]
        keys = list(dict.fromkeys(naming.event_key(n) for n in forms))
        translated = _structures(self.thing, forms, naming) if self.named else []
        return [*([f"= {self.entry}"] if self.entry else []), *keys, *(f"~ {key}" for key in translated)]


def _is_small(thing: Thing) -> bool:
    """Whether its name says that it is talks, an opening or the like."""
    starts = tuple(f"{folded(str(noun))} " for noun in lexicon("naming")["small_events"])
    return any(f"{folded(name)} ".startswith(starts) for name in thing.names)


def _year_and_date(thing: Thing) -> tuple[str | None, str | None]:
    """Its year, by its names before its date; and its date, unless that is of another year than its names tell."""
    date = next(iter(thing.texts("date")), None)
    named = {y for n in thing.names for y in years_in(n)}
    year = min(named) if len(named) == 1 else when.year(date)
    return year, date if when.year(date) in (year, None) else None


def event_forms(thing: Thing) -> list[str]:
    """What an article calls an event and its series, also with an acronym for the words it stands for."""
    told = [*thing.texts("series"), *thing.names]
    return told + [short for name in told if (short := abridged(name))]


def _structures(thing: Thing, forms: list[str], naming: Naming) -> list[str]:
    """The keys under which names in two languages meet."""
    told = (structure(name, name_language(name, thing.article.language), naming) for name in forms)
    return list(dict.fromkeys(key for key in told if tells_enough(key)))


def series_entry(thing: Thing, known: Known) -> str | None:
    """The id of the registry's series that an event belongs to, by its series' name or its own, or a translation."""
    forms = event_forms(thing)
    found = [known.named(Kind.SERIES, name) for name in forms]
    found += [known.structured(key) for key in _structures(thing, [n for n in forms if is_proper(n)], known.naming)]
    for entries in found:
        if len(entries) == 1 and entries[0].kind is Kind.SERIES:
            return entries[0].id
    return None


@lru_cache(maxsize=65536)
def is_proper(name: str) -> bool:
    """Whether words are an event's own name, not what kind of event it is ("talks in Hanoi")."""
    told = folded(name)
    for language in ("en", "fr", "vi"):
        for head in lexicon("events")[language]["unnamed"]:
            if told == head or (told.startswith(head + " ") and not _titled(name, len(head.split()))):
                return False
    return sum(1 for word in name.split() if word[:1].isupper() or word[:1].isdigit()) > 1


def _titled(name: str, head: int) -> bool:
    """Whether the words after the event's noun go on with capitals, as in "Diễn đàn Số Việt Nam"."""
    after = [word for word in name.split()[head:] if word[:1].isalpha()]
    return bool(after) and (after[0][:1].isupper() or bool(years_in(name)))
