"""From the claims of a field to the value that the record shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from vnitcoop.know import when
from vnitcoop.types import Basis, Claim, Correction

Sources = Mapping[str, str]  # article -> the article that it counts as one source with


def sources_of(claim: Claim, sources: Sources) -> set[str]:
    """The independent sources of a claim."""
    return {sources.get(e.article, e.article) for e in claim.evidence}


class Weighing:
    """The claims of one record, and what follows from them."""

    def __init__(self, claims: list[Claim], sources: Sources, corrections: Iterable[Correction] = ()) -> None:
        self._sources = sources
        self._corrected: dict[str, Any] = {c.field: c.value for c in corrections}
        self._by_field: dict[str, list[Claim]] = {}
        for claim in claims:
            self._by_field.setdefault(claim.field, []).append(claim)

    def claims(self, field: str) -> list[Claim]:
        return self._by_field.get(field, [])

    def one(self, field: str, rank: Callable[[object], object] = lambda value: 0) -> object:
        """The value to show: a correction, else the registry's, else by `rank`, stated, then by how many sources."""
        if field in self._corrected:
            return self._corrected[field]
        backing: dict[str, tuple[object, set[str], bool]] = {}
        stated = {
            json.dumps(c.value, sort_keys=True, ensure_ascii=False)
            for c in self.claims(field)
            if c.basis is Basis.STATED
        }
        for claim in self.claims(field):
            key = json.dumps(claim.value, sort_keys=True, ensure_ascii=False)
            value, sources, curated = backing.get(key, (claim.value, set(), False))
            backing[key] = value, sources | sources_of(claim, self._sources), curated or claim.basis is Basis.CURATED
        ordered = sorted(
            backing, key=lambda k: (not backing[k][2], rank(backing[k][0]), k not in stated, -len(backing[k][1]), k)
        )
        return backing[ordered[0]][0] if ordered else None

    def text(self, field: str) -> str | None:
        value = self.one(field)
        return None if value is None else str(value)

    def whole(self, field: str) -> int | None:
        value = self.one(field)
        return value if isinstance(value, int) else None

    def number(self, field: str) -> int | float | None:
        """A number; whole where it is whole."""
        value = self.one(field)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return int(value) if float(value).is_integer() else value

    def date(self, field: str, of_year: str = "") -> str | None:
        """The most precise date, of `of_year` if any is; of equally precise ones the one that most sources give."""
        value = self.one(field, rank=lambda v: (when.year(str(v)) != of_year, when.coarseness(str(v))))
        return None if value is None else str(value)

    def every(self, field: str) -> tuple[str, ...]:
        """All values of a list field, each once, in stable order."""
        return tuple(sorted({str(value) for value in self.all(field)}))

    def all(self, field: str) -> list[object]:
        """The values of a list field as claims hold them: a maintainer's alone, where there is a correction."""
        if field in self._corrected:
            return list(self._corrected[field])
        return [c.value for c in self.claims(field)]
