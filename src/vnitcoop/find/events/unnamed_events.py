"""Events without a name of their own: "a conference", and the founding of a body."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.edtf import precision
from vnitcoop.find.events.event_slots import cues, dates_in, day_in
from vnitcoop.find.events.openings import add_openings
from vnitcoop.find.events.talks import add_talks, add_told_talks
from vnitcoop.find.names.bodies import complement
from vnitcoop.find.names.bodies_french import grow as french_complement
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.people_names import openers
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.text import fold
from vnitcoop.types import Article, Basis, BlockKind, DateMention, Kind

_LAUNCH = {"en": "Launch of", "fr": "Lancement de", "vi": "Lễ ra mắt"}
_MODIFIERS = 4  # words between "a" and the noun: "a high-level plenary conference"


def add_unnamed(cast: Cast, article: Article, dates: Sequence[DateMention]) -> None:
    """Add the events that the text holds without naming them. Named ones are there already."""
    _add_launch(cast, article, dates)
    told = add_told_talks(cast, dates)
    named = bool(cast.things.of(Kind.EVENT))
    for i, line in enumerate(cast.lines):
        if line.block_kind is BlockKind.BODY and (day_in(line, dates) or not named):
            _add_indefinite(cast, i, dates)
    if not told:
        add_talks(cast, dates)
    add_openings(cast, dates)


def _add_indefinite(cast: Cast, i: int, dates: Sequence[DateMention]) -> None:
    """ "A plenary conference of ... will be held in ...": an indefinite noun with a day, or held somewhere."""
    line = cast.lines[i]
    day = day_in(line, dates)
    held = any(line.match(k, cues(line.language, "held")) for k in range(len(line)))
    if not day and not (held and cast.places[i]):
        return
    for first, last in line.find(cues(line.language, "unnamed")):
        start = _indefinite_start(line, first)
        if start is None or _is_of_a_named_one(cast, i, first, last, day):
            continue
        event = _named_next(cast, i, line.keys[first:last])
        end = last if event else _end_of_name(line, last)
        span = line.span(start, end)
        if event is None:
            event = cast.things.add(Kind.EVENT)
            event.say("name", line.words(start, end), [span], "event-without-a-name")
        event.mentions.add(span)
        cast.events[i].append(Seen(start, end, event.ref))
        cast.events[i].sort(key=lambda s: s.first)
        return


def _named_next(cast: Cast, i: int, noun: tuple[str, ...]) -> Thing | None:
    """ "... at a conference in Melbourne. The Vietnam - Australia Conference was ...": the name comes right after."""
    if any(cast.events[:i]):
        return None
    ahead = [s for k in (i + 1, i + 2) if k < len(cast.lines) for s in cast.events[k]]
    told = f" {' '.join(noun)} "
    return next((e for s in ahead if told in f" {fold(str((e := cast.things[s.ref]).value('name')))} "), None)


def _is_of_a_named_one(cast: Cast, i: int, first: int, last: int, day: DateMention | None) -> bool:
    """Whether the noun stands in an event's name, or a named event stands nearer to the day than the noun."""
    if any(s.first <= first < s.last or 0 <= s.first - last <= 2 for s in cast.events[i]):
        return True
    if day is None:
        return bool(cast.events[i])
    at, _ = cast.lines[i].tokens_in(day.span)
    return any(_gap(s.first, s.last, at) < _gap(first, last, at) for s in cast.events[i])


def _gap(first: int, last: int, at: int) -> int:
    return max(first - at, at - last)


def _indefinite_start(line: Line, noun: int) -> int | None:
    if line[noun].capital and noun > 0:
        return None
    for index in range(noun - 1, max(-1, noun - _MODIFIERS - 2), -1):
        if line.key(index) in words("events", "indefinite", line.language) and line.lows[index] != "à":
            return index + 1
        if line[index].kind != "word":
            return None
    return None


def _end_of_name(line: Line, index: int) -> int:
    """The noun with its complement: "of the ASOCIO", "consacré à la transformation numérique", "on IT"."""
    if line.language == "fr":
        if line.key(index) == "sur":
            return french_complement(line, index + 2 + (line.key(index + 1) in words("grammar", "french_articles")))
        if (
            index < len(line)
            and line[index].kind == "word"
            and line.key(index).endswith(("e", "ee"))
            and line.key(index + 1) in {"a", "au", "aux"}
        ):
            index += 2 + (line.key(index + 2) in {"la", "l'", "le"})
            index += 1
        return french_complement(line, index)
    if line.language == "en" and line.key(index) in {"of", "on", "for", "about", "with"}:
        inside = index + 1 + (line.key(index + 1) == "the")
        if line.key(inside) in openers("en") and not line[inside].upper:  # "a press conference on Thursday"
            return index
        grown = complement(line, inside)
        if grown > inside:
            return _over_bracket(line, grown)
        held = cues("en", "held")
        while (
            inside < len(line)
            and line[inside].kind == "word"
            and not line.match(inside, held)
            and line.key(inside) not in words("grammar", "behind_a_topic")
        ):
            inside += 1
        return inside
    return index


def _over_bracket(line: Line, index: int) -> int:
    return index + 3 if line.key(index) == "(" and line.key(index + 2) == ")" else index


# --- founding -------------------------------------------------------------------------------------


def _add_launch(cast: Cast, article: Article, dates: Sequence[DateMention]) -> None:
    """A body that the title or the first sentence says was founded: its launch is the event."""
    head = [i for i, n in enumerate(cast.lines) if n.block_kind in {BlockKind.TITLE, BlockKind.BODY}][:2]
    for i in head:
        line = cast.lines[i]
        for first, last in line.find(phrases("events", "launch", line.language)):
            bodies = [s for s in cast.bodies[i] if s.last <= first and first - s.last <= 3]
            long_ago = any(precision(d.edtf) == "year" for d in dates_in(line, dates))
            if bodies and not cast.events[i] and not long_ago:
                _say_launch(cast, i, bodies[-1], (first, last), article)
                return


def _say_launch(cast: Cast, i: int, body: Seen, words: tuple[int, int], article: Article) -> None:
    line, thing = cast.lines[i], cast.things[body.ref]
    event = cast.things.add(Kind.EVENT)
    span = line.span(body.first, words[1])
    known = next((b.entry for b in cast.names[i].bodies if b.body.first == body.first), None)
    name = str(thing.value("acronym") or (known and known.acronym) or thing.value("name"))
    event.mentions.add(span)
    event.say("name", f"{_LAUNCH[line.language]} {name}", [span], "founding-of-a-body", Basis.INFERRED)
    event.say("alias", line.words(body.first, words[1]), [span], "founding-of-a-body")
    for place in cast.places[i]:
        event.say("places", place.ref, [line.span(place.first, place.last)], "place-beside-event")
    dated = next((s for s in article.statements if s.field == "published" and s.spans), None)
    if dated and article.published:
        event.say("date", f"{article.published}~", dated.spans, "reported-about-then", Basis.INFERRED)
    cast.events[i].append(Seen(body.first, words[1], event.ref))
