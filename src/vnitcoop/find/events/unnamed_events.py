"""Events without a name of their own: "a conference", and the founding of a body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from vnitcoop.edtf import precision
from vnitcoop.find.events.deeds import add_deeds, tells_deed
from vnitcoop.find.events.event_dates import dates_in, day_in
from vnitcoop.find.events.event_places import is_where
from vnitcoop.find.events.event_slots import cues, is_prize
from vnitcoop.find.events.event_words import apposed_noun, ordinal
from vnitcoop.find.events.events_meant import definite_nouns
from vnitcoop.find.events.framed_events import add_framed
from vnitcoop.find.events.next_editions import add_next_editions
from vnitcoop.find.events.talks import add_talks, add_told_talks
from vnitcoop.find.events.unnamed_nouns import end_of_unnamed, is_whose, start_of_unnamed
from vnitcoop.find.events.visits import add_visits
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.text import fold
from vnitcoop.types import Article, Basis, BlockKind, DateMention, Kind

_NEAR = 3  # sentences around "the opening ceremony" that tell its day
_BRACKET = 6  # tokens of a short name in its bracket
_LAUNCH = {"en": "Launch of", "fr": "Lancement de", "vi": "Lễ ra mắt"}


def add_unnamed(cast: Cast, article: Article, dates: Sequence[DateMention]) -> None:
    """Add the events that the text holds without naming them. Named ones are there already."""
    _add_launch(cast, article, dates)
    add_framed(cast, dates)
    named = bool(cast.things.of(Kind.EVENT))
    told = add_told_talks(cast, dates)
    body = [i for i, line in enumerate(cast.lines) if line.block_kind is BlockKind.BODY]
    for i in body:
        lead = i == body[0] or not named
        if lead or day_in(cast.lines[i], dates):
            _add_indefinite(cast, i, dates)
    add_visits(cast, dates)
    if not told:
        add_talks(cast, dates)
    add_deeds(cast, dates)
    add_next_editions(cast, dates)
    if not cast.things.of(Kind.EVENT):
        _add_ceremony(cast, body, dates)


def _add_indefinite(cast: Cast, i: int, dates: Sequence[DateMention]) -> None:
    """ "A plenary conference of ... will be held in ...": an indefinite noun with a day, or held somewhere."""
    line = cast.lines[i]
    day = day_in(line, dates)
    if not day and line.holds(phrases("events", "unsure")):
        return
    held = line.holds(cues(line.language, "held"))
    for first, last in sorted(at for part in ("unnamed", "openings") for at in line.find(cues(line.language, part))):
        if line.language == "en" and line.match(last, cues("en", "unnamed")):
            continue  # "a launch ceremony"
        placed = _is_placed(cast, i, last)
        start = start_of_unnamed(line, first, last, day is not None, placed, not any(cast.events[: i + 1]))
        whose = start is not None and ordinal(line, start) and is_whose(line, last)
        if not (day or (held and cast.places[i]) or placed or whose):
            continue
        if start is None or line.key(start - 2) in words("events", "parts"):
            continue  # "features an exhibition and a series of talks"
        if _is_of_a_named_one(cast, i, first, last, day) or _is_meant(cast, line, start, first, last):
            continue
        event = _named_next(cast, i, line.keys[first:last]) or _titled_next(cast, i)
        end = last if event else _over_place(cast, i, end_of_unnamed(line, last))
        bare = start == first and end_of_unnamed(line, last) == last and not event
        if line.language == "vi" and bare and last < len(line) and line[last].kind == "number":
            continue  # "lễ trao 4 văn kiện hợp tác"
        if bare and line.match(first, phrases("events", "ceremonies")) and tells_deed(cast, i, dates):
            return
        event = event or _in_bracket(cast, i, end)
        span = line.span(start, end)
        if event is None:
            event = cast.things.add(Kind.EVENT)
            alone = start + 1 == first and end == last  # "the fifth meeting"
            name = start + (not alone and ordinal(line, start) is not None)
            event.say("name", line.words(name, end), [line.span(name, end)], "event-without-a-name")
            for at in (start, *(k for k in range(start, end + 3) if line.key(k - 1) == "thu")):
                if told := ordinal(line, at):
                    event.say("edition", told, [line.span(at, at + 1)], "ordinal-of-event")
        event.mentions.add(span)
        cast.events[i].append(Seen(start, end, event.ref))
        cast.events[i].sort(key=lambda s: s.first)
        return


def _add_ceremony(cast: Cast, body: Sequence[int], dates: Sequence[DateMention]) -> None:
    """ "Told guests at the opening ceremony", where the article tells of no other event; its day is told near it."""
    for at, i in enumerate(body):
        line = cast.lines[i]
        found = next(line.find(phrases("events", line.language, "definite_ceremonies")), None)
        if found is None or (line.language != "vi" and line.key(found[0] - 1) not in words("events", "definite")):
            continue
        first, last = found[0], end_of_unnamed(line, found[1])
        event = cast.things.add(Kind.EVENT)
        span = line.span(first, last)
        event.mentions.add(span)
        event.say("name", line.words(first, last), [span], "ceremony-told")
        near = [*reversed(body[max(0, at - _NEAR) : at + 1]), *body[at + 1 : at + _NEAR]]
        if day := next((d for k in near if (d := day_in(cast.lines[k], dates))), None):
            event.say("date", day.edtf, [day.span, *day.premises], f"date-beside-event, {day.rule}", day.basis)
        cast.events[i].append(Seen(first, last, event.ref))
        return


def _is_meant(cast: Cast, line: Line, start: int, first: int, last: int) -> bool:
    """Whether a noun means an event named before: "tại diễn đàn ngày 12/6", "sự kiện" of any other, "ce forum"."""
    if line.language != "vi" and line.key(start - 1) not in words("events", "this"):
        return False
    told = f" {fold(line.words(first, last))} "
    names = [str(n) for e in cast.things.of(Kind.EVENT) for n in (e.value("name"), *e.values("alias"))]
    of_any = line.match(first, phrases("events", "vi", "of_any_event")) > 0 and end_of_unnamed(line, last) == last
    return of_any or any(told in f" {fold(n)} " for n in names)


def _is_placed(cast: Cast, i: int, last: int) -> bool:
    """Whether a place stands right behind the complement of a noun, or closes it."""
    line, places = cast.lines[i], cast.places[i]
    end = end_of_unnamed(line, last)
    at = bisect_left(places, end, key=lambda p: p.last)
    closed = at < len(places) and last < places[at].first < places[at].last == end
    return _over_place(cast, i, end) > end or (closed and is_where(line, places[at].first))


def _over_place(cast: Cast, i: int, end: int) -> int:
    """Behind "in Toulouse", where it follows at once."""
    line = cast.lines[i]
    if line.language == "vi" or line.key(end) not in words("grammar", "where"):
        return end
    return next((p.last for p in cast.places[i] if p.first == end + 1), end)


def _in_bracket(cast: Cast, i: int, end: int) -> Thing | None:
    """ "Diễn đàn Quỹ đầu tư Việt Nam (Vietnam Venture Summit)": the event whose name stands in the bracket behind."""
    line = cast.lines[i]
    named = (s for s in cast.events[i] if s.first == end + 1 and line.key(end) == "(" and line.key(s.last) == ")")
    return next((cast.things[s.ref] for s in named), None)


def _named_next(cast: Cast, i: int, noun: tuple[str, ...]) -> Thing | None:
    """ "... at a conference in Melbourne. The Vietnam - Australia Conference was ...": the name comes right after."""
    if any(s for line, s in zip(cast.lines[:i], cast.events, strict=False) if line.block_kind is BlockKind.BODY):
        return None
    ahead = [s for k in (i + 1, i + 2) if k < len(cast.lines) for s in cast.events[k]]
    told = f" {fold(' '.join(noun))} "
    return next((e for s in ahead if told in f" {fold(str((e := cast.things[s.ref]).value('name')))} "), None)


def _titled_next(cast: Cast, i: int) -> Thing | None:
    """ "... at a business forum in Hanoi. The event, entitled “French Tech Days”, ...": its name follows."""
    ahead = cast.events[i + 1][:1] if i + 1 < len(cast.lines) and not any(cast.events[:i]) else []
    line = cast.lines[i + 1] if ahead else cast.lines[i]
    for named in ahead:
        before = line.keys[: named.first]
        noun = next((last for first, last in definite_nouns(line) if first <= 1), len(before))
        if set(before[noun:]) & words("grammar", "titled"):
            return cast.things[named.ref]
    return None


def _is_of_a_named_one(cast: Cast, i: int, first: int, last: int, day: DateMention | None) -> bool:
    """Whether the noun stands in an event's name, or a named event stands nearer to the day than the noun."""
    line = cast.lines[i]
    if any(
        s.first <= first < s.last
        or 0 <= s.first - last <= 2
        or apposed_noun(line, s.last) == first
        or (last < s.first and line.key(s.first - 2) in words("events", "called"))  # "a workshop entitled “X”"
        for s in cast.events[i]
    ):
        return True
    if any(is_prize(cast.things[s.ref]) for s in cast.events[i]):
        return True  # "at a gala dinner on November 6, the ASOCIO Awards 2024 were presented"
    if day is None:
        return bool(cast.events[i])
    at, _ = cast.lines[i].tokens_in(day.span)
    return any(_gap(s.first, s.last, at) < _gap(first, last, at) for s in cast.events[i])


def _gap(first: int, last: int, at: int) -> int:
    return max(first - at, at - last)


# --- founding -------------------------------------------------------------------------------------


def _add_launch(cast: Cast, article: Article, dates: Sequence[DateMention]) -> None:
    """A body that the title or the first sentence says was founded: its launch is the event."""
    head = [i for i, n in enumerate(cast.lines) if n.block_kind in {BlockKind.TITLE, BlockKind.BODY}][:2]
    for i in head:
        line = cast.lines[i]
        for first, last in line.find(phrases("events", "launch", line.language)):
            bodies = [
                s
                for s in cast.bodies[i]
                if s.last <= first and first - _behind_bracket(line, s.last) <= 3 and _is_alone(line, s)
            ]
            long_ago = any(precision(d.edtf) == "year" for d in dates_in(line, dates))
            if bodies and not cast.events[i] and not long_ago and not _has_object(line, first, last):
                named = [s for s in bodies if line.key(s.last) != ")"] or bodies  # not the letters in the bracket
                _say_launch(cast, i, named[-1], (first, last), article, dated=day_in(line, dates) is not None)
                return


def _behind_bracket(line: Line, index: int) -> int:
    """Behind "(VADX Japan)", where such a bracket opens."""
    closes = (k + 1 for k in range(index, min(index + _BRACKET, len(line))) if line.key(k) == ")")
    return next(closes, index) if line.key(index) == "(" else index


def _is_alone(line: Line, body: Seen) -> bool:
    """Not the tail of another subject: "A laboratory of Bach Khoa University and Toshiba was launched"."""
    before = line.key(body.first - 1 - (line.key(body.first - 1) in words("grammar", "articles")))
    return before not in words("grammar", "before_no_subject") | words("grammar", "and") | words("grammar", "with")


def _has_object(line: Line, first: int, last: int) -> bool:
    """ "The ministry launched a platform": not the body was launched."""
    goes_on = last < len(line) and line[last].kind == "word" and line.key(last) not in words("deeds", "no_object")
    return goes_on and bool(line.match(first, phrases("deeds", "transitive")))


def _say_launch(cast: Cast, i: int, body: Seen, words: tuple[int, int], article: Article, dated: bool) -> None:
    """The launch with its name and places; without a day beside it, it was about when the article was published."""
    line, thing = cast.lines[i], cast.things[body.ref]
    event = cast.things.add(Kind.EVENT)
    span = line.span(body.first, words[1])
    known = next((b.entry for b in cast.names[i].bodies if b.body.first == body.first), None)
    name = str(thing.value("acronym") or (known and known.acronym) or thing.value("name"))
    event.mentions.add(span)
    event.say("name", f"{_LAUNCH[line.language]} {name}", [span], "founding-of-a-body", Basis.INFERRED)
    for place in cast.places[i]:
        event.say("places", place.ref, [line.span(place.first, place.last)], "place-beside-event")
    said = next((s for s in article.statements if s.field == "published" and s.spans), None)
    if said and article.published and not dated:
        event.say("date", f"{article.published}~", said.spans, "reported-about-then", Basis.INFERRED)
    cast.events[i].append(Seen(body.first, words[1], event.ref))
