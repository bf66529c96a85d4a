"""Rows that several kinds of page share: figures, agreements, events, people, dated facts, mentions, disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.types import Agreement, Basis, Claim, Conflict, DatedFact, Event, Evidence, Figure, Person
from vnitcoop.write import escape, wording
from vnitcoop.write.citations import Quote, Status
from vnitcoop.write.dates_shown import show_date
from vnitcoop.write.links import evidence_anchors, mention_anchor, span_anchor
from vnitcoop.write.sheet import Fact, Sheet, Told, Value
from vnitcoop.write.snippets import Snippet, snippet
from vnitcoop.write.world import Record, claims_for

MOST = 60  # rows of a list inside a record's page; the rest are counted


@dataclass(frozen=True, slots=True)
class FigureRow:
    id: str
    value: Value
    measure: Markup
    about: Markup
    as_of: Markup
    speaker: Markup
    event: Markup
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class AgreementRow:
    link: Markup
    date: tuple[Value, ...]
    parties: tuple[Value, ...]
    event: Markup


@dataclass(frozen=True, slots=True)
class EventRow:
    link: Markup
    date: Markup
    note: str
    places: Markup
    roles: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    link: Markup
    roles: tuple[Value, ...]
    did: str


@dataclass(frozen=True, slots=True)
class DateRow:
    id: str
    date: Value
    what: Markup
    subjects: Markup
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class MentionRow:
    snippet: Snippet
    href: str
    told: Told
    more: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that sources give for a disputed field."""

    value: Markup
    quotes: tuple[tuple[Quote, Told], ...]


@dataclass(frozen=True, slots=True)
class ConflictRow:
    subject: Markup
    field: str
    sides: tuple[Side, ...]


def figure_rows(sheet: Sheet, figures: Iterable[Figure]) -> tuple[FigureRow, ...]:
    return tuple(_figure_row(sheet, figure) for figure in figures)


def agreement_rows(sheet: Sheet, agreements: Iterable[Agreement]) -> tuple[AgreementRow, ...]:
    return tuple(
        AgreementRow(
            escape.link(sheet.to(sheet.world.addresses[a.id]), wording.agreement_words(a)),
            sheet.dated(a, "date", a.date),
            sheet.values(a, "parties", a.parties),
            sheet.link(a.event) if a.event else Markup(""),
        )
        for a in agreements
    )


def event_rows(sheet: Sheet, events: Iterable[tuple[Event, str]]) -> tuple[EventRow, ...]:
    """One row an event; what somebody was at it stands in one cell."""
    roles: dict[str, list[str]] = {}
    found: dict[str, Event] = {}
    for event, role in events:
        found[event.id] = event
        if role != "places":
            roles.setdefault(event.id, []).append(wording.word("fields", role))
    return tuple(
        EventRow(
            sheet.link(event.id),
            sheet.date(event.date) if event.date else Markup("date not stated"),
            show_date(event.date).note if event.date else "",
            joined_links(sheet, event.places),
            wording.joined(list(dict.fromkeys(roles.get(event.id, [])))),
        )
        for event in found.values()
    )


def person_rows(sheet: Sheet, people: Iterable[Person], did: dict[str, str]) -> tuple[PersonRow, ...]:
    return tuple(PersonRow(sheet.link(p.id), role_values(sheet, p), did.get(p.id, "")) for p in people)


def role_values(sheet: Sheet, person: Person) -> tuple[Value, ...]:
    """A person's roles as cited, each with its sources."""
    found = []
    for role in person.roles:
        held = {"title": role.title, "organisation": role.organisation}
        claims = [c for c in person.claims if c.field == "roles" and _as_role(c) == held]
        body = sheet.link(role.organisation) if role.organisation else None
        shown = escape.text(role.title) + (Markup(", {}").format(body) if body else Markup(""))
        found.append(sheet.cited(shown, claims))
    return tuple(found)


def date_rows(sheet: Sheet, facts: Iterable[DatedFact]) -> tuple[DateRow, ...]:
    return tuple(
        DateRow(
            fact.id,
            sheet.dated(fact, "date", fact.date)[0],
            escape.text(fact.what),
            joined_links(sheet, fact.subjects),
            tuple(sheet.told(article) for article in sheet.world.told_by[fact.id][:1]),
        )
        for fact in facts
    )


def mention_rows(sheet: Sheet, record: Record) -> tuple[MentionRow, ...]:
    """The first mention of a record in each article, newest article first."""
    mentions: Sequence[Evidence] = getattr(record, "mentions", ())
    places: dict[str, list[int]] = {}
    for position, piece in enumerate(mentions):
        places.setdefault(piece.article, []).append(position)
    order = [key for key in sheet.world.told_by[record.id] if key in places]
    return tuple(_mention_row(sheet, record, mentions, article, places[article]) for article in order[:MOST])


def conflict_rows(sheet: Sheet, conflicts: Iterable[Conflict]) -> tuple[ConflictRow, ...]:
    return tuple(
        ConflictRow(
            sheet.link(conflict.subject),
            wording.word("fields", conflict.field),
            tuple(
                Side(
                    _plain(sheet, conflict.field, side.value),
                    tuple((_quote(sheet, conflict, piece), sheet.told(piece.article)) for piece in side.evidence),
                )
                for side in conflict.values
            ),
        )
        for conflict in conflicts
    )


def names(sheet: Sheet, record: Record) -> Fact:
    """Every other form of a record's name, with its language and where it stands."""
    aliases = []
    for alias in getattr(record, "aliases", ()):
        language = wording.name_language(alias.name, alias.language or "en") or alias.language
        shown = escape.foreign(alias.name, language if language != "en" else "")
        value = sheet.cited(shown, claims_for(record, "aliases", alias.name))
        said = wording.word("languages", language) if language and language != "en" else ""
        extra = (Status("language", said),) if said else ()
        aliases.append(Value(value.text, value.sources, value.more, (*extra, *value.statuses)))
    return Fact("Also called", tuple(aliases))


def joined_links(sheet: Sheet, refs: Iterable[str]) -> Markup:
    return Markup(", ").join(sheet.link(ref) for ref in refs)


def _figure_row(sheet: Sheet, figure: Figure) -> FigureRow:
    claims = claims_for(figure, "value", figure.value)
    value = sheet.cited(escape.text(wording.figure_value(figure)), claims)
    if figure.forecast:
        value = Value(value.text, value.sources, value.more, (Status("forecast", "forecast"), *value.statuses))
    told = sheet.world.told_by[figure.id]
    language = sheet.world.articles[told[0]].language if told else "en"
    return FigureRow(
        figure.id,
        value,
        escape.foreign(figure.measure, language if language != "en" else ""),
        sheet.link(figure.subject) if figure.subject else Markup(""),
        sheet.date(figure.as_of) if figure.as_of else Markup(""),
        sheet.link(figure.speaker) if figure.speaker else Markup(""),
        sheet.link(figure.event) if figure.event else Markup(""),
        tuple(sheet.told(article) for article in told[:1]),
    )


def _mention_row(
    sheet: Sheet, record: Record, mentions: Sequence[Evidence], article: str, positions: list[int]
) -> MentionRow:
    address = sheet.world.addresses[article]
    first = positions[0]
    target = type(address)(address.path, mention_anchor(record.id, first))
    others = len(positions) - 1
    more = wording.counted(others, "more time", "more times") if others else ""
    around = snippet(sheet.world.articles[article], mentions[first])
    return MentionRow(around, sheet.to(target), sheet.told(article), more)


def _quote(sheet: Sheet, conflict: Conflict, piece: Evidence) -> Quote:
    """The words for one side, at the anchor of the subject's claim that rests on them where there is one."""
    record = sheet.world.records.get(conflict.subject)
    for claim in record.claims if record else ():
        for known, anchor in evidence_anchors(claim):
            if (known.article, known.start, known.end) == (piece.article, piece.start, piece.end):
                return sheet.citations.quote(piece, anchor)
    return sheet.citations.quote(piece, span_anchor(piece))


def _plain(sheet: Sheet, field: str, value: object) -> Markup:
    if field in {"date", "published", "as_of"}:
        return sheet.date(str(value))
    return sheet.link(value) if isinstance(value, str) else escape.text(value)


def _as_role(claim: Claim) -> object:
    """A role claim's value as a mapping, however it is held."""
    held = claim.value
    if isinstance(held, dict):
        return held
    return {"title": getattr(held, "title", held), "organisation": getattr(held, "organisation", None)}


def speakers_of(records: Iterable[Record]) -> list[str]:
    """Who is quoted in what these records say, in order, each once."""
    found: dict[str, None] = {}
    for record in records:
        for key in (getattr(record, "speaker", None), *(c.speaker for c in record.claims if c.basis is Basis.STATED)):
            if key:
                found[key] = None
    return list(found)
