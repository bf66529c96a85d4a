"""Visits told with their days: "paid an official visit to Laos", "effectue une visite au Laos", "thăm Lào"."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.edtf import precision
from vnitcoop.find.dates.recalled import RECALLED
from vnitcoop.find.events.event_cities import city_within, say_city
from vnitcoop.find.events.event_dates import dates_in, day_in
from vnitcoop.find.events.event_places import is_where
from vnitcoop.find.events.event_slots import cues
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import words
from vnitcoop.types import Basis, BlockKind, DateMention, Kind

_NAMES = {"en": ("Visit of {}", " to {}"), "fr": ("Visite de {}", " {}"), "vi": ("Chuyến thăm của {}", " tới {}")}
_BESIDE = 3  # tokens of "during the official visit"
_REACH = 12  # tokens between a visit and its place or its guest
_CLAUSE = 30  # tokens between a delegation and its verb
_SENDER = 8  # tokens between "delegation" and whose it is, and between a visit and the body visited


def add_visits(cast: Cast, dates: Sequence[DateMention]) -> None:
    """Add the first visit of an office-holder or a delegation that a sentence of the text dates by days."""
    told = False
    lead = next((i for i, line in enumerate(cast.lines) if line.block_kind is BlockKind.BODY), None)
    for i, line in enumerate(cast.lines):
        if line.block_kind is not BlockKind.BODY or (said := day_in(line, dates)) is None:
            continue
        for first, last in line.find(cues(line.language, "visits")):
            own = _stay(line, last, dates)
            if (own is None and (told or cast.events[i] or _is_aside(line, first, said, i == lead))) or (
                own and _is_taken(cast, i, own)
            ):
                continue
            if _add(cast, i, (first, last), own or said):
                told = True
                break


def _is_aside(line: Line, first: int, day: DateMention, leads: bool) -> bool:
    """Whether a day is that of something else, told with a visit: "..., on a visit to Laos, said on Monday".

    So "on Monday during his visit" and "whose visit ended on Monday", and below the lead "arrived for a visit".
    """
    around = set(line.keys[max(0, first - _BESIDE) : first])
    if line.key(first - 1) == "," and line.key(first) in words("events", "on_a_visit"):
        return True
    if line.tokens_in(day.span)[0] < first and around & words("events", "before_an_aside"):
        return True
    whose = day.rule == RECALLED and words("events", "of_whom") & set(line.keys[max(0, first - 2) : first])
    return bool(whose or (not leads and around & words("events", "bound_for")))


def _add(cast: Cast, i: int, visit: tuple[int, int], day: DateMention) -> bool:
    """Add a visit of these days where the sentence tells who visits."""
    line, (first, last) = cast.lines[i], visit
    place = _place(cast, i, first, last)
    guest = _guest(cast, i, first, last)
    if not place and line.key(last - 1) in words("grammar", "where"):
        return False  # "was in charge of"
    of = line.key(last) in words("events", "of_guest") or _is_of(line, last + 2)
    if guest and (place or of):
        _say(cast, i, visit, guest, place, day)
        return True
    sent = _sent(cast, i, first)
    if sent:
        _say(cast, i, visit, cast.things[sent[1].ref], place or _visited(cast, i, last), day, sent)
    return sent is not None


def _stay(line: Line, last: int, dates: Sequence[DateMention]) -> DateMention | None:
    """The days of a visit, right behind its words: "on a visit to Laos from 7 to 9 June"."""
    days = (d for d in dates_in(line, dates) if precision(d.edtf) == "day" and "/" in d.edtf)
    return next((d for d in days if 0 <= line.tokens_in(d.span)[0] - last <= _SENDER), None)


def _is_taken(cast: Cast, i: int, day: DateMention) -> bool:
    """Whether an event that the sentence names is of these days."""
    return any(day.edtf in cast.things[s.ref].values("date") for s in cast.events[i])


def _place(cast: Cast, i: int, first: int, last: int) -> Seen | None:
    """Behind the visit, or before it: "arrived in Hanoi for a two-day visit"."""
    reach = 0 if cast.lines[i].key(last - 1) in words("grammar", "where") else _REACH
    behind = (p for p in cast.places[i] if last <= p.first <= last + reach)
    line, bound = cast.lines[i], words("events", "bound_for")
    near = (p for p in cast.places[i] if first - _REACH <= p.first < first)
    before = (p for p in near if is_where(line, p.first) or line.key(p.first - 1) in bound)
    return next(behind, None) or (next(before, None) if reach else None)


def _guest(cast: Cast, i: int, first: int, last: int) -> Thing | None:
    """Who visits: the person before the verb, or behind "the visit of"; one with an office."""
    line = cast.lines[i]
    behind = [p for p in cast.people[i] if last <= p.first <= last + _REACH]
    before = [p for p in cast.people[i] if 0 <= first - p.last <= _REACH]
    of = behind if line.key(last) in words("events", "of_guest") else []  # not "une visite de trois jours"
    near = of or before[::-1] or [p for p in behind if _is_of(line, p.first)][::-1]
    return next((guest for p in near if (guest := cast.things[p.ref]).values("roles")), None)


def _sent(cast: Cast, i: int, verb: int) -> tuple[int, Seen] | None:
    """Where "delegation" stands before a verb, and the body beside it: whose delegation it is."""
    line = cast.lines[i]
    for first, last in line.find(cues(line.language, "delegations"), max(0, verb - _CLAUSE), verb):
        behind = (b for b in cast.actors(i) if last <= b.first <= last + _SENDER and b.last <= verb)
        whose = next(behind, None) or next((b for b in cast.bodies[i] if b.last == first), None)
        return (first, whose) if whose else None
    return None


def _visited(cast: Cast, i: int, last: int) -> Seen | None:
    """The body that is visited, where no place is told."""
    return next((b for b in cast.bodies[i] if last <= b.first <= last + _SENDER), None)


def _is_of(line: Line, person: int) -> bool:
    return bool(words("events", "of_guest") & set(line.keys[max(0, person - _REACH) : person]))


def _say(
    cast: Cast,
    i: int,
    visit: tuple[int, int],
    guest: Thing,
    place: Seen | None,
    day: DateMention,
    sent: tuple[int, Seen] | None = None,
) -> None:
    """`place`: where the visit goes, a place or a body; `sent`: the delegation, in words that French keeps."""
    line = cast.lines[i]
    event = cast.things.add(Kind.EVENT)
    span = line.span(*visit)
    event.mentions.add(span)
    at = next(s.spans[0] for s in guest.statements if s.field == "name")
    spans, where = [span, at], ""
    if place:
        joined = line.language == "fr" and cast.things[place.ref].kind is Kind.PLACE  # "au Laos"
        where = line.words(place.first - joined, place.last)
        spans.append(line.span(place.first, place.last))
        if cast.things[place.ref].kind is Kind.PLACE:
            event.say("places", place.ref, spans[-1:], "place-visited")
        elif city := city_within(cast, i, place):
            say_city(cast, i, city, event, "city-of-house-visited")
    what, to = _NAMES[line.language]
    called = f"la {line.words(sent[0], sent[1].last)}" if sent and line.language == "fr" else guest.value("name")
    name = what.format(called) + (to.format(where) if where else "")
    event.say("name", name, spans, "visit-told", Basis.INFERRED)
    event.say("date", day.edtf, [day.span, *day.premises], f"date-beside-event, {day.rule}", day.basis)
    event.say("participants", guest.ref, [at], "visit-told", Basis.INFERRED)
    cast.events[i].append(Seen(visit[0], max(visit[1], place.last if place else 0), event.ref))
    cast.events[i].sort(key=lambda s: s.first)
