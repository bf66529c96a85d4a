"""What several kinds of page show alike: figures, agreements, events, people, dated facts, other names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from vnitcoop.text import fold
from vnitcoop.types import Agreement, Claim, DatedFact, Event, Figure, Person
from vnitcoop.write import escape, wording
from vnitcoop.write.citations import Status
from vnitcoop.write.links import Address, mention_anchor
from vnitcoop.write.sheet import Sheet, Value
from vnitcoop.write.snippets import snippet
from vnitcoop.write.tables import Row, Table, table, words
from vnitcoop.write.world import Record, claims_for

_REACH = 100  # characters of a sentence on either side of a figure


def figures(sheet: Sheet, group: Iterable[Figure], caption: str, here: str = "") -> Table | None:
    """A table of figures; what is the record `here` itself is not said again in every line."""
    group = list(group)
    one_source = bool(here) and _one_source(sheet, group)
    lines = [_figure(sheet, figure, here, one_source) for figure in group]
    return table(caption, ("Figure", "In the article’s words", "Told in"), lines, style="told")


def agreements(sheet: Sheet, group: Iterable[Agreement], caption: str, here: str = "") -> Table | None:
    """One line an agreement; on the page of an event or a party `here`, that need not be named again."""
    group = list(group)
    rows = [
        Row(
            (
                (sheet.brief(deal, "kind", deal.kind, agreement_link(sheet, deal)),),
                sheet.briefs(deal, "parties", [party for party in deal.parties if party != here]),
                sheet.when(deal, "date", deal.date),
                (sheet.brief(deal, "event", deal.event),) if deal.event and deal.event != here else (),
            )
        )
        for deal in group
    ]
    parties = "With" if any(here in deal.parties for deal in group) else "Parties"
    return table(caption, ("Agreement", parties, "Date", "Event"), rows, ("", "not named", "not stated"))


def events(sheet: Sheet, group: Iterable[tuple[Event, str]], caption: str, here: str = "") -> Table | None:
    """One line an event; all that the record `here` was at it stands in one cell."""
    parts: dict[str, dict[str, Value]] = {}
    found: dict[str, Event] = {}
    for event, role in group:
        found[event.id] = event
        if role not in {"places", ""}:
            said = escape.text(wording.word("fields", role))
            claims = claims_for(event, role, here) or _of_coverage(sheet, event, role, here)
            parts.setdefault(event.id, {})[role] = sheet.on(said, claims)
    rows = [
        Row(
            (
                words(sheet.link(event.id)),
                sheet.when(event, "date", event.date),
                sheet.briefs(event, "places", event.places),
                tuple(parts.get(event.id, {}).values()),
            )
        )
        for event in found.values()
    ]
    return table(caption, ("Event", "Date", "Place", "Part"), rows, ("", "not stated"))


def _of_coverage(sheet: Sheet, event: Event, role: str, person: str) -> list[Claim]:
    """What tells that a person is quoted or named in the coverage of an event."""
    spoken = [c for f in sheet.world.figures_of[person] for c in claims_for(f, "speaker", person)]
    known = sheet.world.records[person].claims
    articles = sheet.world.told_by[event.id]
    claims = [c for c in (*spoken, *known) if any(piece.article in articles for piece in c.evidence)]
    return claims if role == "quoted" else [c for c in claims if c.field != "speaker"]


def people(
    sheet: Sheet, group: Iterable[Person], caption: str, here: str = "", told_in: Sequence[str] = ()
) -> Table | None:
    """One line a person; a body need not be named on its own page `here`.

    The roles are those of the articles `told_in`, where these give any.
    """
    rows = [Row((words(sheet.link(p.id)), roles(sheet, _as_told(p, told_in), here, brief=True))) for p in group]
    return table(caption, ("Person", "Role as cited"), rows, ("", "not stated"))


def _as_told(person: Person, articles: Sequence[str]) -> Person:
    """The person with the claims and the roles that these articles give, where they give a role."""
    claims = tuple(c for c in person.claims if any(piece.article in articles for piece in c.evidence))
    told = [_as_role(c) for c in claims if c.field == "roles"]
    held = tuple(r for r in person.roles if {"title": r.title, "organisation": r.organisation} in told)
    return replace(person, roles=held, claims=claims) if held else person


def dates(sheet: Sheet, group: Iterable[DatedFact], caption: str, here: str = "") -> Table | None:
    group = list(group)
    one_source = bool(here) and _one_source(sheet, group)

    def about(fact: DatedFact) -> list[str]:
        return [key for key in fact.subjects if key != here]

    rows = [
        Row(
            (
                sheet.dated(fact, "date", fact.date)[:1],
                (
                    sheet.value(fact, "what", fact.what, own_words(sheet, fact, fact.what)),
                    *(aside("about", one) for one in sheet.briefs(fact, "subjects", about(fact))),
                ),
                () if one_source else _told_first(sheet, fact),
            ),
            id=fact.id,
        )
        for fact in group
    ]
    return table(caption, ("Date", "What", "Told in"), rows, style="told")


def roles(sheet: Sheet, person: Person, here: str = "", brief: bool = False) -> tuple[Value, ...]:
    """A person's roles, the last cited first, each with when it was cited and its sources, or the best of them."""
    found = []
    for role in person.roles:
        held = {"title": role.title, "organisation": role.organisation}
        claims = [c for c in person.claims if c.field == "roles" and _as_role(c) == held]
        body = _held_at(sheet, role.title, role.organisation) if role.organisation != here else Markup("")
        title = escape.foreign(role.title, wording.foreign(_language(sheet, claims)))
        years = sorted({year for c in claims for p in c.evidence if (year := sheet.year(p.article))})
        span = "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""
        text = title + body + (Markup('<span class="of">, cited {}</span>').format(span) if years else "")
        found.append((years[-1:], sheet.on(text, claims) if brief else sheet.cited(text, claims)))
    return tuple(value for _, value in sorted(found, key=lambda pair: pair[0], reverse=True))


def _held_at(sheet: Sheet, title: str, body: str | None) -> Markup:
    """The body of a role; nothing where it is no record and the title says it, as a Minister of Finance does."""
    if not body or (body not in sheet.world.records and {*fold(body).split()[1:]} <= {*fold(title).split()}):
        return Markup("")
    return Markup(", {}").format(sheet.link(body))


def links(sheet: Sheet, refs: Iterable[str]) -> Markup:
    return Markup(", ").join(sheet.link(ref) for ref in refs)


def amount(sheet: Sheet, figure: Figure) -> tuple[Value, ...]:
    """What a figure says, with its sources, its checks, and whether it is a forecast."""
    claims = _widest([c for part in _shown_parts(figure) for c in claims_for(figure, part)])
    value = sheet.cited(escape.text(wording.figure_value(figure)), claims, name=wording.word("fields", "value"))
    forecast = (Status("forecast", "forecast"),) if figure.forecast else ()
    checks = tuple(Status("computed", f"check: {check.text}") for check in sheet.checks(figure))
    return (replace(value, statuses=(*forecast, *value.statuses, *checks)),)


def measured(sheet: Sheet, figure: Figure) -> Markup:
    """What a figure counts, as a link to the page of its measure where that has other values too."""
    said = own_words(sheet, figure, figure.measure or figure.unit)
    if figure.id not in sheet.world.measure_of:
        return said
    return escape.link(sheet.to(sheet.world.addresses[figure.id]), said)


def _figure(sheet: Sheet, figure: Figure, here: str, one_source: bool) -> Row:
    def brief(field: str) -> tuple[Value, ...]:
        held = getattr(figure, field)
        return (sheet.brief(figure, field, held),) if held and held != here else ()

    return Row(
        (  # in the order in which they are read, so that the sources are numbered so
            amount(sheet, figure),
            (
                Value(sentence(sheet, figure)),
                aside("measure:", sheet.value(figure, "measure", figure.measure, measured(sheet, figure))),
                *(aside("about", one) for one in brief("subject")),
                *(aside("as of", one) for one in sheet.when(figure, "as_of", figure.as_of)),
                *(aside("said by", one) for one in brief("speaker")),
            ),
            brief("event") or (() if one_source else _told_first(sheet, figure)),
        ),
        id=figure.id,
    )


def aside(label: str, value: Value) -> Value:
    """A value in the line below the main one, after a word that says what it is."""
    return replace(value, text=Markup('<span class="of">{}</span> {}').format(label, value.text))


def sentence(sheet: Sheet, figure: Figure) -> Markup:
    """The words of a figure among those around them, which tell what it is better than any name of a measure."""
    piece = figure.mentions[0]
    around = snippet(sheet.world.articles[piece.article], piece, _REACH)
    there = Address(sheet.world.addresses[piece.article].path, mention_anchor(figure.id, 0))
    words = escape.link(sheet.to(there), Markup("<b>{}</b>").format(around.words))
    return Markup('<span class="sentence"{} data-pagefind-ignore>{}{}{}</span>').format(
        escape.in_language(wording.foreign(around.language)), around.before, words, around.after
    )


def _shown_parts(figure: Figure) -> tuple[str, ...]:
    """The fields that a figure's words show."""
    parts = {
        "value": True,
        "high": figure.high is not None,
        "unit": figure.unit != "count",
        "qualifier": figure.qualifier != "exact",
        "forecast": figure.forecast,
    }
    return tuple(part for part, shown in parts.items() if shown)


def _widest(claims: Sequence[Claim]) -> list[Claim]:
    """Those claims whose words do not lie within another's: `more than 10` stands for the 10 in it."""

    def holds(wide: Claim, narrow: Claim) -> bool:
        pairs = [(w, n) for n in narrow.evidence for w in wide.evidence if w.article == n.article]
        return any(w.start <= n.start and n.end <= w.end and w.quote != n.quote for w, n in pairs)

    return [claim for claim in claims if not any(holds(other, claim) for other in claims)]


def own_words(sheet: Sheet, record: Figure | DatedFact, said: str) -> Markup:
    """Words of an article, in its language; a fact's that begin within a sentence say so."""
    inside = isinstance(record, DatedFact) and said[:1].islower()
    return escape.foreign(f"… {said}" if inside else said, wording.foreign(_language(sheet, record.claims)))


def agreement_link(sheet: Sheet, deal: Agreement) -> Markup:
    """A link to an agreement by what it is, where its parties are named beside it."""
    return escape.link(sheet.to(sheet.world.addresses[deal.id]), wording.agreement_words(deal))


def _told_first(sheet: Sheet, record: Record) -> tuple[Value, ...]:
    found = sheet.world.told_by[record.id][:1]
    return words(*(sheet.short(key) for key in found))


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
