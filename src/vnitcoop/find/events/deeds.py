"""Events told by what was done: what was inaugurated, opened, handed over or launched, by whom, on what day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vnitcoop.find.events.event_places import is_where, where_from
from vnitcoop.find.events.event_slots import day_in
from vnitcoop.find.lists import run_after, run_before
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Basis, BlockKind, DateMention, Kind

KINDS = ("inauguration", "groundbreaking", "opening", "handover", "launch")
_LONGEST = 14  # words of what was opened
_DAY_REACH = 2  # tokens between a verb and the day behind it: "a inauguré ce vendredi 29 octobre son usine"
_ASIDE = 14  # tokens between verb and object: "ont ouvert, dans les murs de cette dernière, un laboratoire"
_FRENCH_OF = {"le": "du", "les": "des", "un": "d'un", "une": "d'une", "au": "du"}


@dataclass(frozen=True, slots=True)
class _Deed:
    """A verb with what it was done to, by tokens."""

    kind: str
    first: int
    last: int
    start: int
    end: int


def add_deeds(cast: Cast, dates: Sequence[DateMention]) -> None:
    """Add what was done on a day, in sentences that name no event; of several of one day, the first."""
    told: set[str] = set()
    for i, line in enumerate(cast.lines):
        day = day_in(line, dates)
        if line.block_kind is not BlockKind.BODY or not day or cast.events[i] or day.edtf in told:
            continue
        for deed in _deeds(cast, i, day):
            _say(cast, i, deed, day)
            told.add(day.edtf)
            break


def _deeds(cast: Cast, i: int, day: DateMention) -> Iterator[_Deed]:
    line = cast.lines[i]
    for kind in KINDS:
        for first, last in line.find(phrases("deeds", kind, line.language)):
            what = _done_to(line, first, last, line.tokens_in(day.span))
            ceremony = line.key(first - 1) == "le"  # "lễ khánh thành X" is told by its noun
            if what and not ceremony and _counts(cast, i, kind, what):
                yield _Deed(kind, first, last, *what)


def _counts(cast: Cast, i: int, kind: str, what: tuple[int, int]) -> bool:
    """ "Opened" is said of talks too: it counts for offices, plants and the like, a launch where it has a place."""
    line = cast.lines[i]
    objects = lexicon("deeds")[kind].get("objects", [])
    fits = not objects or any(line.holds(phrases("deeds", o, line.language), *what) for o in objects)
    house = line.holds(phrases("deeds", "houses", line.language), *what)
    return fits and (kind != "launch" or house or any(is_where(line, p.first) for p in cast.places[i]))


def _done_to(line: Line, first: int, last: int, day: tuple[int, int]) -> tuple[int, int] | None:
    """What was opened: the object behind an active verb, the subject before a passive one."""
    if _is_passive(line, first):
        start = next((k + 1 for k in range(first - 1, -1, -1) if line.key(k) in {".", ":", ";"}), 0)
        end = first - 1
        while end > start and line.key(end - 1) in words("deeds", "auxiliaries"):
            end -= 1
        if line.key(end - 1) == ",":  # "The plant, worth 600 million USD, was inaugurated"
            end = next((k for k in range(end - 2, start, -1) if line.key(k) == ","), end - 1)
        start = max(start, next((k + 1 for k in range(end - 1, -1, -1) if line.key(k) == ","), 0))
    else:
        begun = _object(line, last, day)
        if begun is None:
            return None
        start, end = begun, _end_of(line, begun)
    return (start, end) if end - start >= 2 and not start <= day[0] < end else None


def _is_passive(line: Line, verb: int) -> bool:
    before = verb - 1 - (line.key(verb - 1) in words("deeds", "adverbs"))
    return line.key(before) in words("deeds", "passive")


def _object(line: Line, last: int, day: tuple[int, int]) -> int | None:
    """Where the object of a verb begins: behind the day, a place or an aside; "it opened on 3 March" has none."""
    start = day[1] if last <= day[0] <= last + _DAY_REACH else last
    aside = start < len(line) and (line.key(start) == "," or line.lows[start] in words("deeds", "places_first"))
    if not aside:
        return None if line.key(start) in words("deeds", "no_object") else start
    ahead = range(start + 2, min(start + _ASIDE, len(line)))
    determiners, places = words("deeds", "determiners"), words("deeds", "places_first")
    return next((k for k in ahead if line.key(k) in determiners and line.lows[k - 1] not in places), None)


def _end_of(line: Line, start: int) -> int:
    houses = phrases("deeds", "houses", line.language)
    end = start
    while end < len(line) and end - start < _LONGEST:
        if (behind := _over_bracket(line, end)) > end:
            end = behind
            continue
        if line[end].kind not in {"word", "elision", "number", "possessive"}:
            break
        joined = line.key(end) == "and" and not line.holds(houses, start, end)  # "a research and development centre"
        inner = line.key(end) in {"l'", "la", "le", "les"} and line.key(end - 1) in {"de", "a"}
        if line.key(end) in words("deeds", "ends") and end > start + 1 and not (joined or inner):
            break
        end += 1
    return end


def _over_bracket(line: Line, index: int) -> int:
    """Behind "(R&D)", where a name goes on after it."""
    if line.key(index) != "(":
        return index
    close = next((k for k in range(index, min(index + 6, len(line))) if line.key(k) == ")"), index)
    goes_on = close > index and close + 1 < len(line) and line[close + 1].kind == "word"
    return close + 1 if goes_on else index


# --- what it is called ----------------------------------------------------------------------------


def _say(cast: Cast, i: int, deed: _Deed, day: DateMention) -> None:
    line = cast.lines[i]
    first, last = min(deed.first, deed.start), max(deed.last, deed.end)
    event = cast.things.add(Kind.EVENT)
    span = line.span(first, last)
    event.mentions.add(span)
    name, spans = _name(line, deed), [span]
    if not any(t.capital for t in line.tokens[max(1, deed.start) : deed.end]):
        for place in cast.places[i]:
            if (at := where_from(line, place.first)) is not None:
                name, spans = f"{name} {line.words(at, place.last)}", [span, line.span(at, place.last)]
                break
    event.say("name", name, spans, f"{deed.kind}-told", Basis.INFERRED)
    event.say("date", day.edtf, [day.span, *day.premises], f"date-beside-event, {day.rule}", day.basis)
    for body in _openers(cast, i, deed):
        event.say("organisers", body.ref, [line.span(body.first, body.last)], "opened-by")
    cast.events[i].append(Seen(first, last, event.ref))


def _name(line: Line, deed: _Deed) -> str:
    """The kind of deed with the article's words for what it was done to."""
    what = line.words(deed.start, deed.end)
    if line.language != "vi" and not line[deed.start].upper and not (line[deed.start + 1].capital and deed.start == 0):
        what = what[0].lower() + what[1:]
    kind = str(lexicon("deeds")[deed.kind]["names"][line.language])
    if line.language != "fr":
        return f"{kind} {what}"
    head, _, rest = what.partition(" ")
    kind = kind.removesuffix(" de")
    if head in _FRENCH_OF:
        return f"{kind} {_FRENCH_OF[head]} {rest}"
    return f"{kind} de {what}"


def _openers(cast: Cast, i: int, deed: _Deed) -> list[Seen]:
    """Who opened it: the subject of an active verb, the agent of a passive one."""
    line = cast.lines[i]
    if deed.start >= deed.last:
        return run_before(line, cast.actors(i), deed.first, 8)
    by = next((k for k in range(deed.last, len(line)) if line.key(k) in words("events", "by")), None)
    return run_after(line, cast.actors(i), by + 1, 2) if by is not None else []
