"""What no single item of the registry shows: ids and names given twice, loops, and judgements that contradict."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import cached_property

from vnitcoop.know.groups import Families
from vnitcoop.know.schema import Item
from vnitcoop.text import fold
from vnitcoop.types import Entry, Kind, Problem

Placed = tuple[Entry, Problem]
Pairs = dict[str, list[tuple[tuple[str, str, str], Item]]]


class _Spelling:
    """Tells ids of records that articles make, unknown here, from slips in the ids of entries."""

    def __init__(self, known: set[str], people: set[str]) -> None:
        self._known, self._people = known, people

    @cached_property
    def _near(self) -> dict[tuple[str, ...], list[tuple[str, str]]]:
        near: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        for entry in sorted(self._known - self._people):  # names of people differ by as little as a slip
            for key, word in _with_gaps(entry):
                near.setdefault(key, []).append((word, entry))
        return near

    def fault(self, record: str, item: Item) -> Problem | None:
        """A problem, where `record` is an entry's id but for the letters of one word."""
        record = record.partition("@")[0]
        if not record or record in self._known:
            return None
        for key, word in _with_gaps(record):
            for meant, entry in self._near.get(key, ()):
                if word.isalpha() and difflib.SequenceMatcher(None, word, meant).ratio() > 0.7:
                    return Problem(item.file, item.line, f"no record is called {record}", f"Did you mean {entry}?")
        return None


def _with_gaps(record: str) -> list[tuple[tuple[str, ...], str]]:
    """The id's words with each left out in turn, and the word left out."""
    words = record.split("-")
    return [((*words[:i], "", *words[i + 1 :]), word) for i, word in enumerate(words) if len(words) > 1]


def cross_faults(
    placed: list[Placed],
    pairs: Pairs,
    redirects: list[tuple[tuple[str, str], Item]],
    judged: Iterable[tuple[str, Item]] = (),
    gazetteer: frozenset[str] = frozenset(),
    names: bool = True,
) -> tuple[list[Entry], list[Problem]]:
    """The entries, each id once, and the faults between items. `names` says whether names are compared too.

    `judged` are ids of records that corrections and judgements name; `gazetteer` are ids that are known besides.
    """
    faults: list[Problem] = []
    known: dict[str, Placed] = {}
    for entry, at in placed:
        if entry.id in known:
            before = known[entry.id][1]
            problem = f"the id {entry.id} stands already at {before.file}:{before.line}"
            faults.append(Problem(at.file, at.line, problem, "Join the two items or rename one"))
        else:
            known[entry.id] = (entry, at)
    if names:
        faults += _shared_names(placed)
    people = {entry.id for entry, _ in placed if entry.kind is Kind.PERSON}
    spelling = _Spelling({*known, *gazetteer}, people)
    faults += [fault for record, item in judged if (fault := spelling.fault(record, item))]
    faults += _pair_faults(pairs) + _redirect_faults(redirects, set(known), spelling)
    return [entry for entry, _ in known.values()], faults


def _shared_names(placed: list[Placed]) -> list[Problem]:
    """One name for two entries of one kind and country: a name would not say which is meant."""
    faults: list[Problem] = []
    owners: dict[tuple[Kind, str], list[Placed]] = {}
    for entry, at in placed:
        for key in sorted({fold(name.name) for name in entry.names}):
            for other, before in owners.setdefault((entry.kind, key), []):
                if other.id != entry.id and _one_meaning(entry, other):
                    problem = f"{entry.id} and {other.id} ({before.file}:{before.line}) share the name {key}"
                    faults.append(Problem(at.file, at.line, problem, "Drop the name from one, or give both a country"))
            owners[entry.kind, key].append((entry, at))
    return faults


def _one_meaning(one: Entry, other: Entry) -> bool:
    if one.kind is Kind.PLACE and one.type != other.type:
        return False
    return one.country is None or other.country is None or one.country == other.country


def _pair_faults(pairs: Pairs) -> list[Problem]:
    """What is the same and distinct at once."""
    faults = []
    judged_one = Families()
    for (one, other, _), _item in pairs["same.yml"]:
        judged_one.join(one, other)
    for (one, other, _), item in pairs["distinct.yml"]:
        if one and judged_one.top(one) == judged_one.top(other):
            problem = f"{one} and {other} are distinct here but one by same.yml"
            faults.append(Problem(item.file, item.line, problem, "Take back one of the two judgements"))
    return faults


def _redirect_faults(
    redirects: list[tuple[tuple[str, str], Item]], known: set[str], spelling: _Spelling
) -> list[Problem]:
    faults = []
    targets: dict[str, str] = {}
    for (old, new), item in redirects:
        if old == new:
            faults.append(Problem(item.file, item.line, f"{old} leads to itself", "Name the record's new id"))
        elif old in targets:
            faults.append(Problem(item.file, item.line, f"{old} leads to two places", "Keep one of them"))
        elif old in known:
            problem = f"{old} is an entry and cannot lead elsewhere"
            faults.append(Problem(item.file, item.line, problem, "Rename the entry, or drop the redirect"))
        elif fault := spelling.fault(new, item):
            faults.append(fault)
        targets.setdefault(old, new)
    for (old, new), item in redirects:
        if new in targets and old != new:
            problem = f"{old} leads to {new}, which leads on to {targets[new]}"
            faults.append(Problem(item.file, item.line, problem, f"Write `to: {targets[new]}`"))
    return faults
