"""The names that are known before an article is read, ready to be met in its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vnitcoop.find.tokens import Line, keys_of
from vnitcoop.types import Entry, Kind


@dataclass(frozen=True, slots=True)
class Known:
    """A known name: the entry it belongs to, and how it is written."""

    entry: Entry
    name: str
    languages: frozenset[str] = frozenset()  # those that the name is of; none where it is of all
    strict: bool = False  # whether it counts in its languages alone


Met = tuple[int, int, list[Known]]  # a known name in a sentence: first token, last token, whose it may be


class Gazetteer:
    """Known names by their first word; a look-up costs the same however many there are."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[Known]]] = {}
        lengths: dict[str, set[int]] = {}
        self._seconds: dict[str, set[str]] = {}  # what can follow the first word in a longer name
        for entry in entries:
            forms = {n.name for n in entry.names} | ({entry.acronym} if entry.acronym else set())
            for form in sorted(forms):
                keys = keys_of(form)
                tongues = frozenset(n.language for n in entry.names if n.name == form)
                known = Known(entry, form, tongues - {""}, form in entry.strict)
                self._by_first.setdefault(keys[0], {}).setdefault(keys, []).append(known)
                lengths.setdefault(keys[0], set()).add(len(keys))
                self._seconds.setdefault(keys[0], set()).update(keys[1:2])
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        self._firsts = frozenset(self._by_first)
        self.capitals = _capitals(entries)  # of a country's ISO 3166 code

    def at(self, line: Line, index: int) -> tuple[int, list[Known]]:
        """The longest known name that begins at a token: how many tokens it takes, and whose it may be."""
        first = line.key(index)
        forms = self._by_first.get(first)
        if not forms:
            return 0, []
        lengths = self._lengths[first]
        if line.key(index + 1) not in self._seconds[first]:
            lengths = lengths[-1:] if lengths[-1] == 1 else []
        for length in lengths:
            told = forms.get(line.keys[index : index + length]) if index + length <= len(line) else None
            known = [k for k in told if _written_alike(line, index, length, k)] if told else None
            if known and not (_goes_on(line, index + length) and known[0].entry.kind is Kind.ORGANISATION):
                return length, known
        return 0, []

    def meet(self, line: Line) -> Iterator[Met]:
        """Every known name in a sentence, the longest at each word."""
        done = 0
        for index in line.where(self._firsts):
            first = line.keys[index]
            may_begin = self._lengths[first][-1] == 1 or line.key(index + 1) in self._seconds[first]
            if index < done or not may_begin:
                continue
            length, known = self.at(line, index)
            if length:
                yield index, index + length, known
                done = index + length


def _capitals(entries: Sequence[Entry]) -> Mapping[str, Entry]:
    """The capitals by country: a country stands where its capital stands."""
    cities = {(e.country, e.latitude, e.longitude): e for e in entries if e.type == "city"}
    lands = ((e.country, cities.get((e.country, e.latitude, e.longitude))) for e in entries if e.type == "country")
    return {code: city for code, city in lands if code and city}


def _goes_on(line: Line, index: int) -> bool:
    """Whether a hyphen makes the name longer: "NTT-IT" is not NTT."""
    return line.key(index) == "-" and line[index].glued and index + 1 < len(line) and line[index + 1].glued


def _written_alike(line: Line, index: int, length: int, known: Known) -> bool:
    """A name counts only where it is written as a name: capitals where it has capitals, acronyms in capitals."""
    token = line[index]
    if known.strict:
        plain = known.name.isascii() and known.name.isupper()  # US, UK, UAE: the same in every language
        return line.words(index, index + length) == known.name and (plain or line.language in known.languages)
    if length == 1:
        shouted = len(known.name) <= 4 and not known.name[1:].islower()  # "FPT", "MoT"
        if shouted and not token.upper and known.name != token.text:
            return False
        if token.upper and not known.name.isupper() and line.key(index - 1) == "(":
            return False  # "(FES)" is a short name, not the city
        return token.capital or token.text[:1].isdigit()
    if known.entry.kind is Kind.PLACE:
        tokens = line.tokens[index : index + length]
        if tokens[-1].kind == "number":  # "District 9", "quận 9"
            return token.capital or line.language == "vi"
        large = all(t.capital for t in tokens if t.kind == "word" and len(t.text) > 3 and t.key != "chau")
        return large and tokens[-1].capital  # "châu Âu", but not "hai năm"
    written = [t.capital for t in line.tokens[index : index + length]]
    if line.language == "vi" and known.entry.type == "government" and not any(written[1:]):
        return not any(word[0].isupper() for word in known.name.split()[1:])  # "hai Bộ xây dựng kế hoạch"
    shouted = known.name.rsplit(" ", 1)[-1].isupper() and line[index + length - 1].text.islower()  # "FPT is" no FPT IS
    return not shouted and any(written)
