"""Events told by what was done: what was inaugurated, opened, handed over or launched, by whom, on what day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnitcoop.edtf import precision
from vnitcoop.find.events.deed_names import Deed, say_deed
from vnitcoop.find.events.event_dates import dates_in, day_in
from vnitcoop.find.events.event_places import is_where
from vnitcoop.find.events.event_slots import cues
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.tokens import DASHES, Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.types import BlockKind, DateMention

KINDS = ("inauguration", "groundbreaking", "opening", "course", "handover", "awarding", "anniversary", "launch")
_LONGEST = 14  # words of what was opened
_DAY_REACH = 2  # tokens between a verb and the day behind it: "a inauguré ce vendredi 29 octobre son usine"
_ASIDE = 20  # tokens between verb and object: "ont ouvert, dans les murs de cette dernière, un laboratoire"
_MODIFIERS = 4  # tokens between an article and its noun
_LEAD = 2  # sentences that tell the news of the title
_DATELINE = 4  # tokens before the dash of "BẮC GIANG - Nhà máy ..."


def add_deeds(cast: Cast, dates: Sequence[DateMention]) -> None:
    """Add what was done on a day, in sentences that name no event; of several of one day, the first."""
    if not _add_of_block(cast, dates, BlockKind.BODY):
        _add_of_block(cast, dates, BlockKind.CAPTION)


def _add_of_block(cast: Cast, dates: Sequence[DateMention], kind: BlockKind) -> bool:
    told: set[str] = set()
    lead = [i for i, line in enumerate(cast.lines) if line.block_kind is kind][:_LEAD]
    for i, line in enumerate(cast.lines):
        when = _when(line, dates)
        if line.block_kind is not kind or not when or when.edtf in told:
            continue
        for deed in _deeds(cast, i, when):
            passing = deed.kind == "course" and i not in lead
            if passing or cast.events[i]:
                break
            say_deed(cast, i, deed, when)
            told.add(when.edtf)
            break
    return bool(told)


def tells_deed(cast: Cast, i: int, dates: Sequence[DateMention]) -> bool:
    """Whether a sentence says by a verb what was done on its day: "it was launched at a ceremony on Monday"."""
    when = _when(cast.lines[i], dates)
    return when is not None and next(_deeds(cast, i, when), None) is not None


def _when(line: Line, dates: Sequence[DateMention]) -> DateMention | None:
    """The day that a sentence gives, or the month of what is still to be opened."""
    if (day := day_in(line, dates)) or not line.holds(cues(line.language, "future")):
        return day
    return next((d for d in dates_in(line, dates) if precision(d.edtf) == "month" and not d.cue), None)


def _deeds(cast: Cast, i: int, when: DateMention) -> Iterator[Deed]:
    line = cast.lines[i]
    day = line.tokens_in(when.span)
    for kind in KINDS:
        for first, last in line.find(phrases("deeds", kind, line.language)):
            what = _done_to(line, first, last, day)
            ceremony = line.lows[first - 1] == "lễ" if first else False  # "lễ khánh thành X" is told by its noun
            if what and not ceremony and _counts(cast, i, kind, what):
                yield Deed(kind, first, last, *what)
    for first, last in line.find(phrases("deeds", "begins", line.language)):
        what = _body_before(cast, i, first) or _subject(line, first, day)
        if what and _is_house(cast, i, what):
            yield Deed("opening", first, last, *what)


def _counts(cast: Cast, i: int, kind: str, what: tuple[int, int]) -> bool:
    """ "Opened" is said of talks too: it counts for offices, plants and the like, a launch where it has a place."""
    line = cast.lines[i]
    objects = lexicon("deeds")[kind].get("objects", [])
    fits = not objects or any(line.holds(phrases("deeds", o, line.language), *what) for o in objects)
    if kind == "anniversary":
        own = line.key(what[0]) in words("deeds", "possessives")
        return fits and (own or line.holds(phrases("events", "ceremonies")))
    named = "houses" in objects and _is_named(cast, i, what)
    house = _is_house(cast, i, what)
    return (fits or named) and (kind != "launch" or house or any(is_where(line, p.first) for p in cast.places[i]))


def _is_house(cast: Cast, i: int, what: tuple[int, int]) -> bool:
    """Whether what was opened is an office, a plant or the like, or a body by its name: "opened CMC Korea"."""
    line = cast.lines[i]
    return line.holds(phrases("deeds", "houses", line.language), *what) or _is_named(cast, i, what)


def _is_named(cast: Cast, i: int, what: tuple[int, int]) -> bool:
    first = what[0] + (cast.lines[i].key(what[0]) in words("grammar", "articles"))
    return any(b.first == first and b.last - b.first > 1 for b in cast.bodies[i])


def _body_before(cast: Cast, i: int, verb: int) -> tuple[int, int] | None:
    """ "CMC America Inc. has opened for business": the body right before a verb, of more words than one."""
    line = cast.lines[i]
    end = _before_auxiliaries(line, verb)
    end -= line.key(end - 1) == "."
    body = next((b for b in cast.bodies[i] if b.last == end and b.last - b.first > 1), None)
    return (body.first - (line.key(body.first - 1) in words("grammar", "articles")), end) if body else None


def _before_auxiliaries(line: Line, verb: int) -> int:
    end, auxiliaries = verb, phrases("deeds", "auxiliaries")
    while length := auxiliaries.match_before(line.keys, end):
        end -= length
    return end


def _done_to(line: Line, first: int, last: int, day: tuple[int, int]) -> tuple[int, int] | None:
    """What was opened: the object behind an active verb, the subject before a passive one or one without an object."""
    if line.match(first, phrases("deeds", "loose", line.language)) == last - first:
        begun = _behind_link(line, last, day[0])
    elif _is_passive(line, first):
        return _subject(line, first, day)
    else:
        begun = _object(line, last, day)
    if begun is None:
        house = any(line.holds(phrases("deeds", what, line.language), 0, first) for what in ("houses", "courses"))
        at = day[1] if last <= day[0] <= last + _DAY_REACH else last
        none = not line.key(at).isalpha() or line.key(at) in words("deeds", "no_object")
        return _subject(line, first, day) if house and none else None
    end = _end_of(line, begun)
    if begun < day[0] < end:  # "will open a plant next month"
        end = day[0]
    return (begun, end) if end - begun >= 2 and begun != day[0] else None


def _behind_link(line: Line, last: int, day: int) -> int | None:
    """The object that a preposition brings behind place and day: "broke ground on October 18 for a plant"."""
    links, opens = words("deeds", "loose_links"), words("grammar", "articles") | words("deeds", "determiners")
    ahead = (k for k in range(last, min(last + _ASIDE, len(line) - 1)) if line.key(k) in links)
    fits = (k + 1 for k in ahead if line.key(k + 1) in opens)
    return next((k for k in fits if not k <= day <= k + _MODIFIERS), None)  # not "on the evening of March 13"


def _is_passive(line: Line, verb: int) -> bool:
    """Also a French participle that agrees with what was opened, or stands behind a comma."""
    before = verb - 1 - (line.key(verb - 1) in words("deeds", "adverbs"))
    agrees = line.lows[verb].endswith(("ée", "ées", "erte"))
    aside = line.key(verb - 1) == "," and line.lows[verb].endswith(("é", "és", "ert", "erts"))
    passive = line.key(before) in words("deeds", "passive") and line.key(verb) != "to"
    return passive or (line.language == "fr" and (agrees or aside))


def _subject(line: Line, verb: int, day: tuple[int, int]) -> tuple[int, int] | None:
    """What a verb is said of: the part before it that names a house, else the last that is no aside."""
    end = _before_auxiliaries(line, verb)
    if end == 0 or line.lows[end - 1] in words("deeds", "relatives"):
        return None
    houses = phrases("deeds", "houses", line.language)
    parts = [p for p in _parts(line, end) if line.lows[p[0]] not in words("deeds", "no_subject")]
    named = [p for p in parts if line.holds(houses, *p)]
    aside = line.key(end - 1) == ","  # "The plant, worth 600 million USD, was inaugurated"
    part = (named or (parts[:-1] if aside else parts) or [(0, 0)])[-1]
    start, stop = (day[1], part[1]) if part[0] <= day[0] < part[1] else part
    stop = next((k for k in range(start + 2, stop) if line.lows[k] in words("deeds", "relatives")), stop)
    stop -= line.key(stop - 1) in words("grammar", "and")  # "a laboratory for 5G and, one day, 6G"
    start = _at_determiner(line, start, stop) if line.holds(houses, start, stop) else start
    return (start, stop) if stop - start >= 2 else None


def _at_determiner(line: Line, start: int, stop: int) -> int:
    """Where the words for a house begin in "surrounded by workers of the new plant"."""
    opens = words("grammar", "articles") | words("deeds", "determiners") | words("events", "indefinite", line.language)
    house = next(line.find(phrases("deeds", "houses", line.language), start, stop))[0]
    far = house - start > _LONGEST // 2
    begun = line.language == "vi" or line.key(start) in opens or line[start].capital
    if begun and not far and line[start].kind == "word":
        return start
    near = range(house - 1, max(start, house - _MODIFIERS), -1)
    return next((k for k in near if line.key(k) in opens), house if far and line.language == "vi" else start)


def _parts(line: Line, end: int) -> list[tuple[int, int]]:
    """The stretches between the commas of a clause that ends before a token, without the place of a dateline."""
    breaks = words("deeds", "clauses") | {".", ":", ";"}
    start = next((k + 1 for k in range(end - 2, -1, -1) if line.key(k) in breaks), 0)
    dash = next((k for k in range(start, min(start + _DATELINE, end)) if line.key(k) in DASHES), start)
    if dash > start and all(t.upper for t in line.tokens[start:dash]):
        start = dash + 1
    commas = [k for k in range(start, end) if line.key(k) == ","]
    return [(a, b) for a, b in zip([start, *(k + 1 for k in commas)], [*commas, end], strict=True) if a < b]


def _object(line: Line, last: int, day: tuple[int, int]) -> int | None:
    """Where the object of a verb begins: behind the day, a place or an aside; "it opened on 3 March" has none."""
    between = last <= day[0] <= last + _DAY_REACH and line.key(last) not in words("deeds", "determiners")
    start = day[1] if between else last
    aside = start < len(line) and (line.key(start) == "," or line.lows[start] in words("deeds", "places_first"))
    if not aside:
        return None if line.key(start) in words("deeds", "no_object") else start
    ahead = range(start + 2, min(start + _ASIDE, len(line)))
    determiners, places = words("deeds", "determiners"), words("deeds", "places_first")
    fits = (k for k in ahead if (line.key(k) in determiners and line.lows[k] not in places) or _is_work(line, k))
    return next((k for k in fits if line.lows[k - 1] not in places), None)


def _is_work(line: Line, article: int) -> bool:
    """ "le réseau X", "the platform X"."""
    kinds = (phrases("deeds", what, line.language) for what in ("houses", "works"))
    return line.key(article) in words("grammar", "articles") and any(line.match(article + 1, what) for what in kinds)


def _end_of(line: Line, start: int) -> int:
    houses = phrases("deeds", "houses", line.language)
    end = start
    while end < len(line) and end - start < _LONGEST:
        if (behind := _over_bracket(line, end)) > end:
            end = behind
            continue
        if inside := line.match(end, phrases("deeds", "compounds")):
            end += inside
            continue
        if line[end].kind not in {"word", "elision", "number", "possessive"} and not _joins(line, end):
            break
        joined = line.key(end) == "and" and not line.holds(houses, start, end)  # "a research and development centre"
        inner = line.key(end) in {"l'", "la", "le", "les"} and line.key(end - 1) in {"de", "a"}
        if line.key(end) in words("deeds", "ends") and end > start + 1 and not (joined or inner):
            break
        end += 1
    return end


def _joins(line: Line, index: int) -> bool:
    """Whether a mark stands inside what was opened: "R&D", "a $1.6 billion plant", "công ty 100% vốn"."""
    if line.key(index) == "%":
        return True
    glued = index + 1 < len(line) and line[index + 1].glued
    return glued and line.key(index) in {"&", "$", "€", "£", "¥"}


def _over_bracket(line: Line, index: int) -> int:
    """Behind "(R&D)", where a name goes on after it."""
    if line.key(index) != "(":
        return index
    close = next((k for k in range(index, min(index + 6, len(line))) if line.key(k) == ")"), index)
    goes_on = close > index and close + 1 < len(line) and line[close + 1].kind == "word"
    return close + 1 if goes_on else index
