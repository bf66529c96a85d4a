"""The same search index for the same site.

Pagefind (1.5) writes the values of each filter in an order of chance, and names files by their content, so that two
runs over one site differ. Here the values are put in order, and the files named anew, up to the entry file:

    filter/LANGUAGE_HASH.pf_filter  <- pagefind.LANGUAGE_HASH.pf_meta  <- pagefind-entry.json

Filters and meta files are gzipped CBOR (RFC 8949) behind a magic word. A hash in a name only has to be unique.
"""

from __future__ import annotations

import gzip
import hashlib
from itertools import pairwise
from pathlib import Path

_MAGIC = b"pagefind_dcd"
_NUMBERS, _TEXT, _ARRAY = (0, 1), 3, 4  # major types


def settle(bundle: Path) -> None:
    """Put the Pagefind index in `bundle` into its one order. An index of another make is left as it is."""
    filters = sorted((bundle / "filter").glob("*.pf_filter"))
    bodies = [gzip.decompress(path.read_bytes()) for path in filters]
    if not all(body.startswith(_MAGIC) for body in bodies):
        return
    new_names: dict[bytes, bytes] = {}
    for path, body in zip(filters, bodies, strict=True):
        new_names |= _write_anew(path, path.stem, _MAGIC + _in_order(body[len(_MAGIC) :]))
    entry = bundle / "pagefind-entry.json"
    for path in sorted(bundle.glob("*.pf_meta")):
        body = _renamed(gzip.decompress(path.read_bytes()), new_names)
        stem = path.stem.removeprefix("pagefind.")
        entry.write_bytes(_renamed(entry.read_bytes(), _write_anew(path, stem, body)))


def _write_anew(path: Path, stem: str, body: bytes) -> dict[bytes, bytes]:
    """Replace the file by one with this body, named after it; old and new stem, equally long, as bytes."""
    language, old = stem.rsplit("_", 1)
    new = f"{language}_{hashlib.sha256(body).hexdigest()[: len(old)]}"
    path.unlink()
    path.with_name(path.name.replace(stem, new)).write_bytes(gzip.compress(body, mtime=0))
    return {stem.encode(): new.encode()}


def _renamed(body: bytes, new_names: dict[bytes, bytes]) -> bytes:
    for old, new in new_names.items():
        body = body.replace(old, new)
    return body


def _in_order(item: bytes) -> bytes:
    """A filter, [name, [[value, [page, ...]], ...]], with its values sorted."""
    _, _, name = _head(item, 0)
    values = _end(item, name)
    _, count, first = _head(item, values)
    cuts = [first]
    for _ in range(count):
        cuts.append(_end(item, cuts[-1]))
    return item[:first] + b"".join(sorted(item[start:end] for start, end in pairwise(cuts)))


def _end(data: bytes, at: int) -> int:
    """Where the CBOR item at `at` ends: a number, a text or an array of items."""
    major, number, at = _head(data, at)
    if major in _NUMBERS:
        return at
    if major == _TEXT:
        return at + number
    if major != _ARRAY:
        raise ValueError(f"no such item in a filter: major type {major}")
    for _ in range(number):
        at = _end(data, at)
    return at


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """The major type and the number of the item at `at`, and where what follows them begins."""
    major, low = data[at] >> 5, data[at] & 31
    if low < 24:
        return major, low, at + 1
    size = 1 << (low - 24)
    return major, int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size
