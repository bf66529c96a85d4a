"""Where an event is: the places beside its name, and those that host it."""

from __future__ import annotations

from collections.abc import Iterator

from vnitcoop.find.events.event_dates import is_before_event
from vnitcoop.find.events.venues import in_bracket_behind, is_at_venue, is_of_house
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.gazetteer import Gazetteer
from vnitcoop.find.names.names import NamedPlace
from vnitcoop.find.names.place_chains import place_of
from vnitcoop.find.names.places import demonyms, known_places
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import DASHES, Line, tokenise
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Article, Basis, BlockKind, Ref

_DAY = 3  # tokens of a day: "on June 12"
_LEAD = 2  # sentences behind the first that go on with its news
_OPENING = 6  # sentences of the body in which the main event is named
_PHRASE = 7  # tokens between "in" and the name of a place
_LOCAL = frozenset({"city", "province", "district"})


def add_places(cast: Cast, i: int, seen: Seen, event: Thing) -> None:
    """Add the places told with an event: behind "in", and joined to such a one."""
    line = cast.lines[i]
    free = [
        p for p in cast.places[i] if not (_is_of_office(cast, i, p) or cast.things[p.ref].value("kind") == "continent")
    ]
    deed = event.statements[0].rule.endswith("-told")  # "opened in Paris its first office in France"
    told = [p for p in free if _is_told(cast, i, p, seen) or (deed and seen.first < p.last == seen.last)]
    behind = [p for p in told if p.first >= seen.last or (deed and seen.first < p.first)]
    near = behind or list(told)
    if not any(_is_near(cast.things[p.ref]) for p in near):  # "at the forum in Hanoi during his visit to Vietnam"
        ahead = [p for p in told if p.last <= seen.first and p not in near and _is_near(cast.things[p.ref])]
        near += [p for p in ahead if not any(p.last <= e.first < seen.first for e in cast.events[i])]
    for place in near:
        event.say("places", place.ref, [line.span(place.first, place.last)], "place-beside-event")


def _is_told(cast: Cast, i: int, place: Seen, event: Seen) -> bool:
    """Whether a place stands behind "in", closes an address, or stands in the bracket behind the event."""
    line = cast.lines[i]
    at = where_from(line, place.first)
    if at is not None and at < event.first <= place.first < event.last:
        return False  # "spoke in the Vietnam - Singapore Tech Connect"
    came = is_before_event(line, place.last, event.first)
    where = at is not None or came or _is_at_house(cast, i, place)
    return where or _where_between(line, place.last, event.first) or in_bracket_behind(line, event.last, place.first)


def _is_at_house(cast: Cast, i: int, place: Seen) -> bool:
    """Whether a place closes the address of a house, or stands before one."""
    line = cast.lines[i]
    return is_at_venue(line, place.first, cast.bodies[i]) or is_of_house(line, place.first, place.last)


def _is_of_office(cast: Cast, i: int, place: Seen) -> bool:
    """ "Ambassador of Finland to Viet Nam": a place in a title is not where an event is."""
    for title in cast.names[i].titled:
        if title.first < place.first < title.last:  # not "his counterpart to Hanoi for the Vietnam ICT Summit"
            return not any(title.first < e.first < title.last for e in cast.events[i])
    return False


def _where_between(line: Line, place: int, event: int) -> bool:
    """ "... for Da Nang in central Vietnam on October 31, where another conference ..."."""
    return place < event and bool({"where", "ou", "noi"} & set(line.keys[place:event]))


def is_where(line: Line, first: int) -> bool:
    """Whether a place stands behind "in" and the like: "in the central city of"."""
    return where_from(line, first) is not None


def where_from(line: Line, first: int) -> int | None:
    """Where the phrase of a place begins that stands behind "in" and the like, as a token index."""
    index, unit = first - 1, False  # `unit`: "city of" was passed: "in the Mekong Delta city of"
    inside = words("grammar", "before_a_place") | {"'s"}
    while index > 0 and first - index < _PHRASE:
        key = line.key(index)
        if not (key in inside or key in demonyms() or (unit and line[index].capital)):
            break
        unit = unit or (key in words("grammar", "units_of_land") and line.key(index + 1) == "of")
        index -= 1 + (key == "'s" and line[index - 1].capital)  # "in Vietnam's northern province of"
    if index < 0 or line.key(index) not in words("grammar", "where"):
        return None
    return None if _is_of_person(line, index) else index


def _is_of_person(line: Line, index: int) -> bool:
    """ "..., by trainers who learned the trade in Pune, ...": where somebody was."""
    comma = next((k for k in range(index, -1, -1) if line.key(k) == ","), 0)
    return "who" in line.keys[comma:index]


def add_later_place(cast: Cast, i: int, event: Thing) -> None:
    """ "The forum opens on 20 October in Munich": the place of an event named before, where none was told."""
    line = cast.lines[i]
    if cast.events[i] or is_placed(cast, event):
        return
    held = any(line.holds(phrases("events", line.language, part)) for part in ("held", "is_at"))
    for place in cast.places[i] if held else ():
        where = is_where(line, place.first) or _is_at_house(cast, i, place)
        if where and not _is_of_office(cast, i, place):
            event.say("places", place.ref, [line.span(place.first, place.last)], "place-told-later")


def is_placed(cast: Cast, event: Thing) -> bool:
    """Whether a place nearer than a region or a country with a capital is told of an event."""
    return any(_is_near(cast.things[ref]) for ref in event.values("places") if isinstance(ref, Ref))


def _is_near(place: Thing) -> bool:
    wide = place.value("kind") in {"continent", "region", "country"}
    return not wide or place.value("entry") in words("events", "city_states")


def add_place_of_report(cast: Cast, article: Article, event: Thing, gazetteer: Gazetteer) -> None:
    """The place of the dateline, for what happens "here", and for the talks or unnamed event that a report begins with.

    `gazetteer`: the names known before, by which the dateline is read.
    """
    if is_placed(cast, event):
        return
    lines = [n for n, seen in zip(cast.lines, cast.events, strict=True) if any(s.ref == event.ref for s in seen)]
    body = [n for n in cast.lines if n.block_kind is BlockKind.BODY]
    unnamed = any(_is_without_name(s.rule) for s in event.statements) and body[:1] == lines[:1]
    if not (unnamed or any(n.holds(phrases("events", n.language, "here")) for n in lines)):
        return
    opened = next((p for p in cast.places[cast.lines.index(body[0])] if p.first == 0), None) if body else None
    if opened and body[0].key(opened.last) in DASHES:  # "NAYPYIDAW - Mytel opened its network here"
        event.say("places", opened.ref, [body[0].span(0, opened.last)], "place-of-report", Basis.INFERRED)
        return
    for at, block in enumerate(article.blocks):
        tokens = tokenise(article.text, block.start, block.end) if block.kind is BlockKind.DATELINE else ()
        line = Line(article.text, tokens, -1, at, block.kind, article.language)
        for place in _cities_of_dateline(line, gazetteer):
            thing = place_of(cast.things, line, place)
            event.say("places", thing.ref, [line.span(place.first, place.last)], "place-of-report", Basis.INFERRED)
            return


def _cities_of_dateline(line: Line, gazetteer: Gazetteer) -> Iterator[NamedPlace]:
    """ "HANOI, June 12 (VNA) -", but not "Hanoi Times", nor "(Vientiane)" behind an outlet."""
    for first, last, known, rule in known_places(line, gazetteer.meet(line)):
        opens = first == 0 or line.key(first - 1) in words("events", "before_dateline") or line[first - 1].upper
        alone = last == len(line) or line[last].kind in {"mark", "number"} or line.key(last) in words("grammar", "and")
        if opens and alone and known.entry.type == "city":
            yield NamedPlace(first, last, known.entry, "city", rule)


def _is_without_name(rule: str) -> bool:
    """Whether a rule names an event by its kind, by who met, or by what was opened or launched."""
    return rule in {"event-without-a-name", "talks-between-two"} or rule.removesuffix("-told") in lexicon("deeds")


def add_place_of_title(cast: Cast, event: Thing) -> None:
    """ "Asia compares notes in Hanoi": the city or province of the title, for the event that the article is about."""
    if event.value("places"):
        return
    for i, line in enumerate(cast.lines):
        for place in cast.places[i] if line.block_kind is BlockKind.TITLE else ():
            if is_where(line, place.first) and cast.things[place.ref].value("kind") in _LOCAL:
                spans = [line.span(place.first, place.last)]
                event.say("places", place.ref, spans, "place-in-title", Basis.INFERRED)
                return


def add_place_of_lead(cast: Cast, event: Thing) -> None:
    """ "A told B in Da Nang. The pledge was made at the X Meeting": the one city of the lead, for the main event."""
    body = [i for i, line in enumerate(cast.lines) if line.block_kind is BlockKind.BODY][:_OPENING]
    if event.value("places") or not any(e.ref == event.ref for i in body for e in cast.events[i]):
        return
    i = next((i for i in body[: 1 + _LEAD] if _cities_told(cast, i)), body[0])
    cities = _cities_told(cast, i)
    if len(cities) == 1 and not any(e.ref != event.ref for e in cast.events[i]):
        spans = [cast.lines[i].span(cities[0].first, cities[0].last)]
        event.say("places", cities[0].ref, spans, "place-in-lead", Basis.INFERRED)


def _cities_told(cast: Cast, i: int) -> list[Seen]:
    """The cities of a sentence that stand behind "in", or close an address."""
    line = cast.lines[i]
    where = (p for p in cast.places[i] if is_where(line, p.first) or _is_at_house(cast, i, p))
    told = (p for p in where if not _is_of_office(cast, i, p))
    return [p for p in told if cast.things[p.ref].value("kind") == "city"]


def add_hosting_place(cast: Cast, i: int, event: Thing) -> None:
    """ "which Vietnam hosts once a year", "the venue was Seoul": a place that hosts is where it is."""
    line = cast.lines[i]
    if not cast.places[i]:
        return
    venue = [last for _, last in line.find(phrases("events", line.language, "venue_is"))]
    for place in cast.places[i]:
        hosts = line.match(_behind_day(line, place.last), phrases("events", line.language, "place_hosts"))
        near = words("grammar", "before_a_place") | words("events", "before_city")
        if hosts or any(v <= place.first and set(line.keys[v : place.first]) <= near for v in venue):
            event.say("places", place.ref, [line.span(place.first, place.last)], "place-that-hosts")


def _behind_day(line: Line, index: int) -> int:
    """Behind a comma, or a day: "La capitale, Vientiane, abritait", "Da Nang on June 12 hosted"."""
    if line.key(index) == ",":
        return index + 1
    if line.key(index) not in words("grammar", "before_a_day"):
        return index
    return next((k + 1 for k in range(index + 1, min(index + 1 + _DAY, len(line))) if line[k].kind == "number"), index)
