"""The same search index for the same site.

Pagefind (1.5) writes filters, and the values of each, in an order of chance, and names files by their content, so that
two runs over one site differ. Here they are put in order, and the files named anew, up to the entry file:

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

_VALUES = 1  # of a filter: [name, [[value, [page, ...]], ...]]
_FILTERS = 3  # of a meta file: [version, pages, chunks, [[filter, hash], ...], sorts, fields]


def settle(bundle: Path) -> None:
    """Put the Pagefind index in `bundle` into its one order. An index of another make is left as it is."""
    filters = sorted((bundle / "filter").glob("*.pf_filter"))
    bodies = [gzip.decompress(path.read_bytes()) for path in filters]
    if not all(body.startswith(_MAGIC) for body in bodies):
        return
    new_names: dict[bytes, bytes] = {}
    for path, body in zip(filters, bodies, strict=True):
        new_names |= _write_anew(path, path.stem, _in_order(body, _VALUES))
    entry = bundle / "pagefind-entry.json"
    for path in sorted(bundle.glob("*.pf_meta")):
        body = _in_order(_renamed(gzip.decompress(path.read_bytes()), new_names), _FILTERS)
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


def _in_order(body: bytes, position: int) -> bytes:
    """The array `body` behind the magic word, with the items of the array at `position` in it sorted."""
    _, _, at = _head(body, len(_MAGIC))
    for _ in range(position):
        at = _end(body, at)
    _, count, first = _head(body, at)
    cuts = [first]
    for _ in range(count):
        cuts.append(_end(body, cuts[-1]))
    return body[:first] + b"".join(sorted(body[start:end] for start, end in pairwise(cuts))) + body[cuts[-1] :]


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
