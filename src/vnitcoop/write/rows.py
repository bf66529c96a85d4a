"""What several kinds of page show alike: figures, agreements, events, people, dated facts, other names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from markupsafe import Markup

from vnitcoop.types import Agreement, Claim, DatedFact, Event, Figure, Person
from vnitcoop.write import escape, wording
from vnitcoop.write.citations import Status
from vnitcoop.write.dates_shown import show_date
from vnitcoop.write.sheet import Fact, Sheet, Value
from vnitcoop.write.tables import Row, Table, table, words
from vnitcoop.write.world import Record, claims_for

_T = TypeVar("_T")
MOST = 40  # rows of a table inside a record's page; its caption says how many there are


def most(group: Iterable[_T], caption: str) -> tuple[list[_T], str]:
    """As much of a group as a record's page shows, and the caption, which says so when that is not all."""
    whole = list(group)
    return whole[:MOST], caption if len(whole) <= MOST else f"{caption} (the first {MOST} of {len(whole):,})"


def figures(sheet: Sheet, group: Iterable[Figure], caption: str, here: str = "") -> Table | None:
    """A table of figures; what is the record `here` itself is not said again in every line."""
    group = list(group)
    one_source = bool(here) and _one_source(sheet, group)
    return table(
        caption,
        ("Figure", "What it counts", "About", "As of", "Said by", "Event", "Article"),
        [_figure(sheet, figure, here, one_source) for figure in group],
    )


def agreements(sheet: Sheet, group: Iterable[Agreement], caption: str, here: str = "") -> Table | None:
    rows = [
        Row(
            (
                words(escape.link(sheet.to(sheet.world.addresses[deal.id]), wording.agreement_words(deal))),
                sheet.values(deal, "parties", deal.parties),
                sheet.dated(deal, "date", deal.date),
                words(sheet.link(deal.event)) if deal.event and deal.event != here else (),
            )
        )
        for deal in group
    ]
    return table(caption, ("Agreement", "Parties", "Date", "Event"), rows, ("", "not named", "not stated"))


def events(sheet: Sheet, group: Iterable[tuple[Event, str]], caption: str) -> Table | None:
    """One line an event; all that somebody was at it stands in one cell."""
    roles: dict[str, list[str]] = {}
    found: dict[str, Event] = {}
    for event, role in group:
        found[event.id] = event
        if role not in {"places", ""}:
            roles.setdefault(event.id, []).append(wording.word("fields", role))
    rows = [
        Row(
            (
                words(sheet.link(event.id)),
                when(sheet, event.date),
                words(links(sheet, event.places)),
                words(escape.text(wording.joined(list(dict.fromkeys(roles.get(event.id, [])))))),
            )
        )
        for event in found.values()
    ]
    return table(caption, ("Event", "Date", "Place", "Part"), rows, ("", "not stated"))


def people(sheet: Sheet, group: Iterable[Person], caption: str) -> Table | None:
    rows = [Row((words(sheet.link(person.id)), roles(sheet, person))) for person in group]
    return table(caption, ("Person", "Role as cited"), rows, ("", "not stated"))


def dates(sheet: Sheet, group: Iterable[DatedFact], caption: str, here: str = "") -> Table | None:
    group = list(group)
    one_source = bool(here) and _one_source(sheet, group)
    rows = [
        Row(
            (
                sheet.dated(fact, "date", fact.date)[:1],
                words(escape.foreign(fact.what, wording.foreign(_language(sheet, fact.claims)))),
                words(links(sheet, [key for key in fact.subjects if key != here])),
                () if one_source else _told_first(sheet, fact),
            ),
            id=fact.id,
        )
        for fact in group
    ]
    return table(caption, ("Date", "What", "About", "Article"), rows)


def roles(sheet: Sheet, person: Person) -> tuple[Value, ...]:
    """A person's roles as cited, each with its sources."""
    found = []
    for role in person.roles:
        held = {"title": role.title, "organisation": role.organisation}
        claims = [c for c in person.claims if c.field == "roles" and _as_role(c) == held]
        body = Markup(", {}").format(sheet.link(role.organisation)) if role.organisation else Markup("")
        title = escape.foreign(role.title, wording.name_language(role.title, _language(sheet, claims)))
        found.append(sheet.cited(title + body, claims))
    return tuple(found)


def names(sheet: Sheet, record: Record) -> tuple[Fact, Fact]:
    """Every other form of a record's name: those that stand in articles, each with its sources, then all the others."""
    seen, known, known_claims = [], [], []
    for alias in getattr(record, "aliases", ()):
        if alias.name == getattr(record, "acronym", None):
            continue
        language = wording.name_language(alias.name, alias.language or "en") or alias.language
        foreign = wording.foreign(language)
        shown = escape.foreign(alias.name, foreign)
        claims = claims_for(record, "aliases", alias.name)
        if any(claim.evidence for claim in claims):
            value = sheet.cited(shown, claims)
            said = (Status("language", wording.word("languages", foreign)),) if foreign else ()
            seen.append(replace(value, statuses=(*said, *value.statuses)))
        else:
            known.append(shown)
            known_claims.extend(claims)
    others = (sheet.cited(Markup("; ").join(known), known_claims),) if known else ()
    return Fact("Also called", tuple(seen)), Fact("Other known names", others)


def when(sheet: Sheet, edtf: str | None) -> tuple[Value, ...]:
    """A date without its sources, for lists that lead to the page that has them."""
    if not edtf:
        return ()
    note = show_date(edtf).note
    return (Value(sheet.date(edtf), statuses=(Status("unstated", note),) if note else ()),)


def links(sheet: Sheet, refs: Iterable[str]) -> Markup:
    return Markup(", ").join(sheet.link(ref) for ref in refs)


def _figure(sheet: Sheet, figure: Figure, here: str, one_source: bool) -> Row:
    value = sheet.value(figure, "value", figure.value, escape.text(wording.figure_value(figure)))
    checks = tuple(Status("computed", f"check: {check.text}") for check in sheet.checks(figure))
    value = replace(value, statuses=(*value.statuses, *checks))
    if figure.forecast:
        value = replace(value, statuses=(Status("forecast", "forecast"), *value.statuses))
    others = [key if key != here else None for key in (figure.subject, figure.speaker, figure.event)]
    about, speaker, event = (words(sheet.link(key)) if key else () for key in others)
    return Row(
        (
            (value,),
            words(escape.foreign(figure.measure, wording.foreign(_language(sheet, figure.claims)))),
            about,
            words(sheet.date(figure.as_of)) if figure.as_of else (),
            speaker,
            event,
            () if event or one_source else _told_first(sheet, figure),
        ),
        id=figure.id,
    )


def _told_first(sheet: Sheet, record: Record) -> tuple[Value, ...]:
    return words(*(sheet.link(article) for article in sheet.world.told_by[record.id][:1]))


def _one_source(sheet: Sheet, group: Sequence[Record]) -> bool:
    """Whether all of it comes from one article, which then need not be named in every line."""
    return len({article for record in group for article in sheet.world.told_by[record.id][:1]}) == 1


def _language(sheet: Sheet, claims: Sequence[Claim]) -> str:
    """The language of the article whose words the claims rest on."""
    pieces = [piece for claim in claims for piece in claim.evidence]
    return sheet.world.articles[pieces[0].article].language if pieces else "en"


def _as_role(claim: Claim) -> object:
    """A role claim's value as a mapping, however it is held."""
    held = claim.value
    if isinstance(held, dict):
        return held
    return {"title": getattr(held, "title", held), "organisation": getattr(held, "organisation", None)}
