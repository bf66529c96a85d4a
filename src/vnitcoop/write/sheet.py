"""One page while it is being filled: its links, its values with their sources, its evidence, its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from vnitcoop.types import Agreement, ArticleRecord, Basis, Claim, DatedFact, Event, Figure, Place
from vnitcoop.write import escape, wording
from vnitcoop.write.citations import Citations, Source, Status, statuses
from vnitcoop.write.dates_shown import show_date, year_of
from vnitcoop.write.links import Address, href, part_page
from vnitcoop.write.world import Named, Record, World, claims_for

SHORT = 42  # characters of a name in a narrow column


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it stands on a page: its words, how sure it is, and the numbered way to its sources."""

    text: Markup
    sources: tuple[Source, ...] = ()
    more: int = 0
    more_href: str = ""
    statuses: tuple[Status, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a fact box. Without values, `empty` says what is missing."""

    label: str
    values: tuple[Value, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """An article as other pages name it."""

    link: Markup
    outlet: Markup
    date: Markup
    language: str
    copy_of: Markup  # the article with which it counts as one source


class Sheet:
    """What the page at docs/`path` needs to show records of a world."""

    def __init__(self, world: World, path: str, listed: bool = True) -> None:
        """`listed` says that the page ends with a list of all its evidence, in pages of a set length."""
        self.world = world
        self.path = path
        self.citations = Citations(world, path, listed)

    def to(self, target: Address) -> str:
        return href(self.path, target)

    def further(self, part: str, left: int) -> Markup:
        """The way to the pages on which a list of this page goes on; nothing where none of it is left."""
        there = self.to(Address(part_page(self.path, part, 2)))
        return escape.link(there, f"{left:,} more") if left > 0 else Markup("")

    def name(self, ref: str) -> str:
        """What a reference is called: a record's name, or the words that stand in its place."""
        record = self.world.records.get(ref)
        return record_name(self.world, record) if record else ref

    def link(self, ref: str) -> Markup:
        """A reference as a link to its record; words that are no record stay words."""
        record = self.world.records.get(ref) or self.world.measures.get(ref)
        if not record:
            return escape.text(ref)
        name = record_name(self.world, record)
        return escape.link(self.to(self.world.addresses[ref]), name, self.language_of(record))

    def short(self, ref: str, most: int = SHORT) -> Markup:
        """A link to a record by as much of its name as a narrow column holds."""
        record, name = self.world.records[ref], self.name(ref)
        said = name if len(name) <= most else name[:most].rsplit(" ", 1)[0].rstrip(" ,.:;…") + "\u00a0…"
        return escape.link(self.to(self.world.addresses[ref]), said, self.language_of(record))

    def language_of(self, record: Record) -> str:
        """The language of a record's name, "" where it is English or cannot be told."""
        if isinstance(record, ArticleRecord):
            return record.language if record.language != "en" else ""
        if not isinstance(record, Named):
            return ""
        told = self.world.told_by.get(record.id, [])
        spoken = {self.world.articles[key].language for key in told}
        return wording.name_language(record.name, spoken.pop() if len(spoken) == 1 else "en")

    def date(self, edtf: str) -> Markup:
        shown = show_date(edtf)
        return escape.moment(shown.words, shown.iso)

    def value(self, record: Record, field: str, value: object, text: Markup | None = None) -> Value:
        """A value of a record's field with the claims that give it."""
        claims = claims_for(record, field, value)
        shown = text if text is not None else self.link(str(value))
        return self.cited(shown, claims, self._disputed(record, field))

    def values(self, record: Record, field: str, refs: Sequence[str]) -> tuple[Value, ...]:
        return tuple(self.value(record, field, ref) for ref in refs)

    def brief(self, record: Record, field: str, value: object, text: Markup | None = None) -> Value:
        """A value where it stands on another record's page or in a list: with its best source only."""
        shown = text if text is not None else self.link(str(value))
        return self.on(shown, claims_for(record, field, value), self._disputed(record, field))

    def on(self, text: Markup, claims: Sequence[Claim], disputed: bool = False) -> Value:
        """A value with the best of these sources only, and how sure it is in a word."""
        sources, _ = self.citations.cite(claims, shown=1)
        said = (replace(s, words=s.kind) for s in statuses(claims, disputed) if s.kind != "curated")
        return Value(text, sources, statuses=tuple(said))

    def briefs(self, record: Record, field: str, refs: Sequence[str]) -> tuple[Value, ...]:
        return tuple(self.brief(record, field, ref) for ref in refs)

    def cited(self, text: Markup, claims: Sequence[Claim], disputed: bool = False, name: str = "") -> Value:
        """A value on its claims; of what was computed, the sources are those of the claims it was computed from."""
        premises = [self.world.claims[key] for claim in claims for key in claim.premises if key in self.world.claims]
        sources, more = self.citations.cite(premises or claims, name)
        return Value(text, sources, more, "#evidence" if self.citations.listed else "", statuses(claims, disputed))

    def dated(self, record: Record, field: str, edtf: str | None) -> tuple[Value, ...]:
        """A date with its sources, and after it what else the sources say of it."""
        if not edtf:
            return ()
        first = self._one_date(record, field, edtf)
        others = {str(c.value): c for c in claims_for(record, field) if c.value != edtf and c.basis is Basis.STATED}
        return (first, *(self._one_date(record, field, other) for other in sorted(others)))

    def when(self, record: Record, field: str, edtf: str | None) -> tuple[Value, ...]:
        """A date where it stands on another record's page or in a list."""
        if not edtf:
            return ()
        value, note = self.brief(record, field, edtf, self.date(edtf)), show_date(edtf).note
        return (replace(value, statuses=(Status("unstated", note), *value.statuses)) if note else value,)

    def checks(self, record: Record) -> tuple[Value, ...]:
        """What the record's values say of each other, as far as it was computed."""
        checks = claims_for(record, "check")
        return tuple(self.cited(escape.text(wording.heading(str(c.value))), [c]) for c in checks)

    def noted(self, record: Record, field: str, label: str) -> Fact:
        """A line for what the claims of a field say that the record itself does not hold."""
        return Fact(label, tuple(self.cited(escape.text(c.value), [c]) for c in claims_for(record, field)))

    def year(self, article: str) -> str | None:
        """The year in which an article was published, where it is known."""
        return year_of(self.world.articles[article].published)

    def told(self, article: str) -> Told:
        record = self.world.articles[article]
        date = self.date(record.published) if record.published else Markup("date not stated")
        language = wording.word("languages", record.language)
        copy = self.link(record.near_duplicate_of) if record.near_duplicate_of else Markup("")
        return Told(self.link(article), escape.text(record.outlet or ""), date, language, copy)

    def _one_date(self, record: Record, field: str, edtf: str) -> Value:
        value = self.value(record, field, edtf, self.date(edtf))
        note = show_date(edtf).note
        extra = (Status("unstated", note),) if note else ()
        return replace(value, statuses=(*extra, *value.statuses))

    def _disputed(self, record: Record, field: str) -> bool:
        return any(c.field == field for c in self.world.conflicts_of.get(record.id, ()))


def _is_mere_word(name: str) -> bool:
    """Whether a name says no more than what kind of event it is.

    >>> _is_mere_word("Lễ ký"), _is_mere_word("press conference"), _is_mere_word("seminar in Hanoi")
    (True, True, False)
    """
    behind = name.split()[1:]
    return len(behind) < 3 and all(word.islower() for word in behind)


def _event_name(world: World, event: Event) -> str:
    """An event's name; one that others bear too is told apart: a mere word by place and date, an edition by year."""
    parts = [wording.heading(event.name)]
    year = year_of(event.date)
    if event.series and year and not re.search(r"\d{4}", event.name):
        return f"{parts[0]} ({year})"
    if _is_mere_word(event.name):
        parts += [place.name for place in world.some(Place, event.places[:1])]
        parts += [show_date(event.date).words] if event.date else []
    return ", ".join(parts)


def record_name(world: World, record: Record) -> str:
    """What a record of any kind is called."""
    match record:
        case Event():
            return _event_name(world, record)
        case ArticleRecord():
            return record.title
        case Agreement():
            parties = [record_name(world, known) if (known := world.records.get(p)) else p for p in record.parties]
            return wording.agreement_words(record) + (f": {wording.joined(parties)}" if parties else "")
        case Figure():
            return f"{wording.figure_value(record)} {record.measure}"
        case DatedFact():
            return f"{show_date(record.date).words}: {record.what}"
        case _:
            return record.name
