"""Pages to files in docs/, beside the pages that people write there by hand.

The manifest lists what was generated, with a hash. Only what it lists is ever replaced or removed. A generated page
that someone edited is put right again, and the edited text kept beside it as `.NAME.edited`, which no site shows.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vnitcoop.errors import OutputError
from vnitcoop.files import write_if_changed
from vnitcoop.types import Problem

MANIFEST = ".vnitcoop-manifest.json"


@dataclass(frozen=True, slots=True)
class Published:
    """What became of the pages, as paths inside docs/. `edited` were changed by hand and are put right."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    edited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """Which files of docs/ are generated, by path, with the SHA-256 of each.

    It is written before the first page (`complete` is false then) and after the last, so that after a kill at any
    moment every generated file is known as such.
    """

    pages: Mapping[str, str]
    complete: bool = True


def publish(pages: Mapping[str, str], docs: Path) -> Published:
    """Write `pages` (path inside `docs` to text) where bytes differ, and remove generated files that are in no page.

    Raises OutputError, with nothing changed, when a path leaves `docs` or a hand-written file is in the way.
    """
    fresh = {path: pages[path].encode() for path in sorted(pages)}
    before = read_manifest(docs)
    problems = [*_bad_paths(fresh, docs), *_in_the_way(fresh, before, docs)]
    if problems:
        raise OutputError(*problems)
    try:
        return _publish(fresh, before, docs)
    except OSError as error:
        remedy = "Make room or allow writing there, then run again: nothing needs to be cleaned up"
        place = str(error.filename or docs)
        raise OutputError(Problem(place, 1, f"cannot be written: {error.strerror}", remedy)) from error


def read_manifest(docs: Path) -> Manifest:
    """What is generated in `docs`; nothing, where no manifest is."""
    path = docs / MANIFEST
    if not path.is_file():
        return Manifest({})
    try:
        plain = json.loads(path.read_bytes())
        return Manifest(dict(plain["pages"]), bool(plain["complete"]))
    except (ValueError, TypeError, KeyError) as error:
        remedy = "Delete it together with the generated pages (git clean -Xf docs), then build again"
        raise OutputError(Problem(str(path), 1, "the list of generated pages is damaged", remedy)) from error


def _publish(fresh: Mapping[str, bytes], before: Manifest, docs: Path) -> Published:
    hashes = {path: _hash(data) for path, data in fresh.items()}
    stale = sorted(before.pages.keys() - fresh.keys())
    edited = tuple(path for path in sorted(before.pages) if before.complete and _is_edited(docs / path, before, path))
    _write_manifest(docs, Manifest({**before.pages, **hashes}, complete=False))
    for path in edited:
        (docs / path).replace((docs / path).with_name(f".{(docs / path).name}.edited"))
    written = tuple(path for path, data in fresh.items() if write_if_changed(docs / path, data))
    for path in stale:
        _remove(docs / path, docs)
    _write_manifest(docs, Manifest(hashes))
    unchanged = tuple(sorted(fresh.keys() - set(written)))
    return Published(written, unchanged, tuple(stale), edited)


def _write_manifest(docs: Path, manifest: Manifest) -> None:
    plain = {"complete": manifest.complete, "pages": dict(sorted(manifest.pages.items()))}
    write_if_changed(docs / MANIFEST, json.dumps(plain, indent=0).encode() + b"\n")


def _remove(file: Path, docs: Path) -> None:
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == docs:
            return
        with contextlib.suppress(OSError):  # not empty, or gone already
            folder.rmdir()


def _bad_paths(paths: Iterable[str], docs: Path) -> list[Problem]:
    """Paths that leave docs/, follow a link out of it, or meet another on a disk that folds case."""
    root = docs.resolve()
    problems = []
    seen: dict[str, str] = {}
    for path in paths:
        parts = PurePosixPath(path).parts
        inside = parts and not PurePosixPath(path).is_absolute() and not any(part.startswith(".") for part in parts)
        if not inside or not (docs / path).resolve().is_relative_to(root):
            problems.append(Problem(str(docs / path), 1, "this page would lie outside docs/", "Remove the link there"))
        twin = seen.setdefault(path.casefold(), path)
        if twin != path:
            remedy = "Give one of the two records another id in the registry"
            problems.append(Problem(str(docs / path), 1, f"this page and {twin} differ only in case", remedy))
    return problems


def _in_the_way(fresh: Mapping[str, bytes], before: Manifest, docs: Path) -> list[Problem]:
    remedy = "Rename the file, or give the record another id in the registry"
    return [
        Problem(str(docs / path), 1, f"this file is not generated, and the generated page {path} belongs here", remedy)
        for path, data in fresh.items()
        if path not in before.pages and _differs(docs / path, data)
    ]


def _differs(file: Path, data: bytes) -> bool:
    return file.is_symlink() or (file.exists() and not (file.is_file() and file.read_bytes() == data))


def _is_edited(file: Path, before: Manifest, path: str) -> bool:
    return file.is_file() and _hash(file.read_bytes()) != before.pages[path]


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
