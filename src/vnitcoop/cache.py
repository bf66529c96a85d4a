"""What was found in an article, kept until the article, the program or the registry changes."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
from collections.abc import Callable
from functools import cache
from importlib import metadata
from pathlib import Path

from vnitcoop.files import write_whole
from vnitcoop.plain import from_plain, to_plain
from vnitcoop.types import Reading, Registry

_PACKAGE = Path(__file__).resolve().parent
_LIBRARIES = ("langdetect", "pyyaml", "python-frontmatter")


class Cache:
    """Readings as JSON files in one folder, one a file and content. It may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "readings"

    def reading(self, name: str, data: bytes, registry: Registry, read: Callable[[str, bytes], Reading]) -> Reading:
        """The reading of the article `data` of the file `name`: the kept one, else what `read` makes of it now."""
        path = self._folder / f"{_digest(name, hashlib.sha256(data).hexdigest())}.json"
        rules = _digest(registry.digest, _rules_digest())
        # An entry that is cut short, foreign or made by other rules is no entry.
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
            kept = json.loads(path.read_bytes())
            if kept["rules"] == rules:
                reading: Reading = from_plain(Reading, kept["reading"])
                return reading
        reading = read(name, data)
        entry = {"rules": rules, "reading": to_plain(reading)}
        # A disk that takes no writing costs time at the next run, nothing else.
        with contextlib.suppress(OSError):
            write_whole(path, json.dumps(entry, ensure_ascii=False).encode())
        return reading


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def _rules_digest() -> str:
    """Of everything that decides how an article is read: this package's code and word lists, and what they run on."""
    digest = hashlib.sha256(sys.version.encode())
    for library in _LIBRARIES:
        digest.update(metadata.version(library).encode())
    sources = (path for path in _PACKAGE.rglob("*") if path.suffix in {".py", ".yml"} and path.is_file())
    for path in sorted(sources):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
