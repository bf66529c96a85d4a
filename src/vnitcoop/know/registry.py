"""The curated knowledge: the package's gazetteer and the YAML files of a project's registry folder, checked."""

from __future__ import annotations

import dataclasses
import hashlib
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from vnitcoop.errors import RegistryError
from vnitcoop.know.correctable import correction_of
from vnitcoop.know.registry_checks import cross_faults
from vnitcoop.know.schema import FILES, KINDS, PAIRS, Item, entry_of, pair_of
from vnitcoop.know.yaml_items import read_items
from vnitcoop.types import Correction, Entry, Problem, Registry

_GAZETTEER = "places.yml"


class _Loading:
    """What the files read so far say, with the line of each entry for the checks that follow."""

    def __init__(self) -> None:
        self.entries: list[tuple[Entry, Problem]] = []  # the problem carries the entry's file and line
        self.corrections: list[tuple[Correction, Item]] = []
        self.removed: list[tuple[tuple[str, str], Item]] = []
        self.pairs: dict[str, list[tuple[tuple[str, str, str], Item]]] = {name: [] for name in PAIRS}
        self.redirects: list[tuple[tuple[str, str], Item]] = []
        self.faults: list[Problem] = []

    def read(self, text: str, shape: str, file: str, place: str) -> None:
        nodes, faults = read_items(text, file)
        self.faults += faults
        for node in nodes:
            self._take(Item(node, file, shape, self.faults), place)

    def _take(self, item: Item, place: str) -> None:
        if item.shape in KINDS:
            entry = entry_of(item, place)
            if entry is not None:
                self.entries.append((entry, Problem(item.file, item.line, "", "")))
        elif item.shape == "corrections.yml":
            self._correct(correction_of(item, place), item)
        elif item.shape == "removed.yml":
            self.removed.append(((item.identifier("record"), item.text("why") or ""), item))
        elif item.shape in PAIRS:
            self.pairs[item.shape].append((pair_of(item), item))
        else:
            self.redirects.append(((item.identifier("from"), item.identifier("to")), item))

    def _correct(self, correction: Correction, item: Item) -> None:
        for before, _ in self.corrections:
            if (before.record, before.field) == (correction.record, correction.field):
                item.fault(f"{before.field} of {before.record} is corrected on line {before.line} too", "Keep one")
        self.corrections.append((correction, item))

    def judged(self) -> list[tuple[str, Item]]:
        """Every id that a correction or judgement speaks of, and the item that does."""
        told = [(record, item) for pairs in self.pairs.values() for pair, item in pairs for record in pair[:2]]
        told += [(correction.record, item) for correction, item in self.corrections]
        return told + [(record, item) for (record, _), item in self.removed]


def load_registry(folder: Path | None) -> Registry:
    """The registry of `folder` (None or an empty folder: the gazetteer alone).

    The same files are parsed once. Raises RegistryError with every fault of every file.
    """
    paths = sorted(folder.iterdir()) if folder is not None and folder.is_dir() else []
    return _registry_of(tuple((path, *_text_of(path)) for path in paths if path.suffix in {".yml", ".yaml"}))


def _text_of(path: Path) -> tuple[str, str]:
    """What the file says, and why it cannot be read; one of them is empty."""
    try:
        return path.read_bytes().decode("utf-8"), ""
    except UnicodeDecodeError:
        return "", "it is not UTF-8"
    except OSError as error:
        return "", error.strerror or "it cannot be opened"


@lru_cache(maxsize=4)
def _registry_of(files: tuple[tuple[Path, str, str], ...]) -> Registry:
    """The registry of these files: path, text, and why there is none."""
    loading = _Loading()
    digest = hashlib.sha256()
    gazetteer, data = _gazetteer()
    digest.update(data)
    for path, text, fault in files:
        _load_file(path, text, fault, loading, digest)
    known = frozenset(entry.id for entry in gazetteer)
    entries, faults = cross_faults(loading.entries, loading.pairs, loading.redirects, loading.judged(), known)
    problems = sorted(loading.faults + faults, key=lambda p: (p.file, p.line, p.message))
    if problems:
        raise RegistryError(*problems)
    return Registry(
        entries=_extended(gazetteer, entries),
        corrections=tuple(correction for correction, _ in loading.corrections),
        same=tuple(sorted(pair for pair, _ in loading.pairs["same.yml"])),
        distinct=tuple(sorted(pair for pair, _ in loading.pairs["distinct.yml"])),
        removed=tuple(sorted(pair for pair, _ in loading.removed)),
        redirects=tuple(sorted(pair for pair, _ in loading.redirects)),
        digest=digest.hexdigest(),
    )


def _load_file(path: Path, text: str, fault: str, loading: _Loading, digest: hashlib._Hash) -> None:
    file = str(path)
    if path.name not in FILES:
        remedy = "Known files: " + ", ".join(FILES)
        loading.faults.append(Problem(file, 1, "no file of the registry has this name", remedy))
        return
    if fault:
        loading.faults.append(Problem(file, 1, f"the file cannot be read: {fault}", "Save it as UTF-8 text"))
        return
    if path.name in KINDS:  # what is judged of records changes no reading
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(text.encode()).digest())
    loading.read(text, path.name, file, f"registry/{path.name}")


@cache
def _gazetteer() -> tuple[tuple[Entry, ...], bytes]:
    """The package's places, and a digest of the file."""
    source = resources.files("vnitcoop.lexicon").joinpath(_GAZETTEER)
    data = source.read_bytes() if source.is_file() else b""
    loading = _Loading()
    loading.read(data.decode("utf-8"), _GAZETTEER, f"lexicon/{_GAZETTEER}", f"lexicon/{_GAZETTEER}")
    entries, faults = cross_faults(loading.entries, loading.pairs, loading.redirects, names=False)
    if loading.faults or faults:
        raise RegistryError(*loading.faults, *faults)
    return tuple(entries), _GAZETTEER.encode() + b"\0" + hashlib.sha256(data).digest()


def _extended(gazetteer: tuple[Entry, ...], entries: list[Entry]) -> tuple[Entry, ...]:
    """Both together, by id; a registry entry extends the gazetteer's of the same id and wins where both speak."""
    known = {entry.id: entry for entry in gazetteer}
    for entry in entries:
        base = known.get(entry.id)
        known[entry.id] = entry if base is None or base.kind is not entry.kind else _merged(base, entry)
    return tuple(known[key] for key in sorted(known))


def _merged(base: Entry, entry: Entry) -> Entry:
    said = {f.name: getattr(entry, f.name) for f in dataclasses.fields(Entry) if getattr(entry, f.name)}
    said["names"] = tuple(dict.fromkeys(entry.names + base.names))
    return dataclasses.replace(base, **said)
