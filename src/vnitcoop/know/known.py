"""The registry's entries by the keys of their names: what a name may mean before any article is read."""

from __future__ import annotations

from functools import cached_property, lru_cache

from vnitcoop.know.names import Naming, folded, person_key
from vnitcoop.know.translated import places_of, structure, tells_enough, without_places
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Article, Entry, Kind, Registry

_STATE_TYPES = {"country", "territory"}
_PLACE_RANK = ("country", "territory", "continent", "region", "city", "province", "prefecture", "state")


@lru_cache(maxsize=4)
def known_in(registry: Registry) -> Known:
    """The entries of a registry, put in order once."""
    return Known(registry)


class Known:
    """Looks names up among the registry's entries."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.entries = {entry.id: entry for entry in registry.entries}
        self.moved = dict(registry.redirects)
        states = {
            key: e.country
            for e in registry.entries
            if e.type in _STATE_TYPES and e.country
            for key in (folded(name.name) for name in e.names)
            if len(key) > 3
        }
        self.naming = Naming(states, demonyms(), _settlements(registry))
        self._by_key: dict[tuple[Kind, str], list[Entry]] = {}
        self._by_acronym: dict[str, list[Entry]] = {}
        self._named_in: dict[str, set[str]] = {}
        for entry in registry.entries:
            if entry.kind is not Kind.PLACE:
                self._index(entry)

    def _index(self, entry: Entry) -> None:
        for key in sorted({self._key(entry.kind, name.name) for name in entry.names}):
            self._by_key.setdefault((entry.kind, key), []).append(entry)
        if entry.kind is Kind.ORGANISATION:
            single = {n.name for n in entry.names if " " not in n.name} | ({entry.acronym} if entry.acronym else set())
            for acronym in sorted({folded(word) for word in single}):
                self._by_acronym.setdefault(acronym, []).append(entry)

    def _key(self, kind: Kind, name: str) -> str:
        if kind is Kind.ORGANISATION:
            return self.naming.body_key(name)
        return person_key(name) if kind is Kind.PERSON else self.naming.event_key(name)

    def named(self, kind: Kind, name: str) -> list[Entry]:
        """The bodies, people or series that bear this name to the letter, else however it is spelt."""
        found = self._by_key.get((kind, self._key(kind, name)), [])
        exact = [e for e in found if any(folded(n.name) == folded(name) for n in e.names)] if len(found) > 1 else []
        return exact or found

    def abbreviated(self, acronym: str) -> list[Entry]:
        """The bodies that bear this acronym or name of one word."""
        return self._by_acronym.get(folded(acronym), [])

    def structured(self, key: str, state: str = "") -> list[Entry]:
        """The bodies or series one of whose names has this structure; `state` is the one that the key leaves out."""
        return self._by_structure.get((key, state), [])

    @cached_property
    def _by_structure(self) -> dict[tuple[str, str], list[Entry]]:
        """By a name's structure, and by the structure without its state under the state."""
        out: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.registry.entries:
            keys: dict[tuple[str, str], None] = {}
            for name in entry.names if entry.kind in (Kind.ORGANISATION, Kind.SERIES) else ():
                key = structure(name.name, name.language or "en", self.naming)
                if tells_enough(key):
                    keys[key, ""] = None
                    if entry.country and places_of(key) in ("", entry.country) and (bare := without_places(key)):
                        keys[bare, entry.country] = None
            for pair in keys:
                out.setdefault(pair, []).append(entry)
        return out

    def countries_of(self, article: Article) -> set[str]:
        """The countries that an article names, and the home country."""
        if article.id not in self._named_in:
            self._named_in[article.id] = self.naming.countries_in(article.text) | {lexicon("naming")["home"]}
        return self._named_in[article.id]

    @cached_property
    def _places(self) -> dict[str, list[Entry]]:
        out: dict[str, list[Entry]] = {}
        for entry in self.registry.entries:
            if entry.kind is Kind.PLACE:
                for key in sorted({folded(name.name) for name in entry.names}):
                    out.setdefault(key, []).append(entry)
        return out

    def place(self, name: str, kind: str | None) -> Entry | None:
        """The place of this name; of homonyms the one whose kind fits, else the best known kind."""
        found = self._places.get(folded(name), [])
        fitting = [e for e in found if kind in (None, e.type)] or found
        return min(fitting, key=lambda e: (_place_rank(e), e.id), default=None)

    def entry(self, entry_id: str, kind: Kind) -> Entry | None:
        found = self.entries.get(entry_id)
        return found if found is not None and found.kind is kind else None


def _settlements(registry: Registry) -> dict[str, str]:
    """Names of cities, provinces and parts of the world, folded, that mean no other thing, and the place's id."""
    out: dict[str, str] = {}
    for entry in registry.entries:
        if entry.kind is Kind.PLACE and entry.type not in _STATE_TYPES and not entry.ambiguous:
            for name in entry.names:
                if len(key := folded(name.name)) > 3 or " " in key:
                    out.setdefault(key, entry.id)
    return out


def _place_rank(entry: Entry) -> int:
    return _PLACE_RANK.index(entry.type) if entry.type in _PLACE_RANK else len(_PLACE_RANK)


def demonyms() -> dict[str, str]:
    """Adjectives of countries, English and French, folded, and the country's code."""
    adjectives = lexicon("demonyms")
    return {folded(str(word)): code for language in ("en", "fr") for word, code in adjectives[language].items()}
