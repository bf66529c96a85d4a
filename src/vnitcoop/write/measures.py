"""Figures gathered by what they count: the same words, in the same unit, of the same thing.

What "the same thing" is, only a subject, an event or an article tells: `projects` of two articles are not one measure.
A single bare word without a subject or an event says too little to gather by, even within one article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from vnitcoop.text import fold, slug
from vnitcoop.types import Claim, Evidence, Figure
from vnitcoop.write.dates_shown import sort_key
from vnitcoop.write.wording import is_of_a_sentence, measure_title, word

_SLUG = 60  # characters of an id that are words


@dataclass(frozen=True, slots=True)
class Measure:
    """What some figures count. `scope` is what they have in common: the id of their subject, event or article."""

    id: str
    name: str
    unit: str
    scope: str
    figures: tuple[Figure, ...]  # the newest first by the date that they hold for

    @property
    def is_named(self) -> bool:
        """Whether its words are a name, not a piece of a sentence that is quoted."""
        return not is_of_a_sentence(self.newest.measure)

    @property
    def newest(self) -> Figure:
        """The newest value that is no forecast, or else the newest forecast."""
        return next((figure for figure in self.figures if not figure.forecast), self.figures[0])

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for figure in self.figures for claim in figure.claims)

    @property
    def mentions(self) -> tuple[Evidence, ...]:
        return tuple(piece for figure in self.figures for piece in figure.mentions)


def gather(figures: Iterable[Figure], names: Mapping[str, str]) -> list[Measure]:
    """The measures of all figures, by id; `names` is what a record is called, by its id. Linear in the figures."""
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        groups.setdefault(_key(figure), []).append(figure)
    return sorted((_measure(key, group, names) for key, group in groups.items()), key=lambda measure: measure.id)


def _key(figure: Figure) -> tuple[str, ...]:
    words = fold(figure.measure)
    scope = figure.subject or figure.event
    if scope:
        return words, figure.unit, scope
    own = (figure.id,) if " " not in words else ()
    return words, figure.unit, figure.mentions[0].article if figure.mentions else figure.id, *own


def _measure(key: tuple[str, ...], figures: list[Figure], names: Mapping[str, str]) -> Measure:
    newest = sorted(sorted(figures, key=lambda f: f.id), key=lambda f: sort_key(f.as_of), reverse=True)
    words, unit, scope = key[0], key[1], key[2]
    name = measure_title(newest[0].measure) or unit
    if " " not in words and (newest[0].subject or newest[0].event):
        about = names.get(scope, scope)
        name = f"{about}: {word('unit_names', unit)}" if words in fold(about) else f"{name}, {about}"
    digest = sha256("\n".join(key).encode()).hexdigest()[:6]
    return Measure(f"{slug(newest[0].measure, _SLUG)}-{digest}", name, unit, scope, tuple(newest))
