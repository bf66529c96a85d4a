"""Whom a person belongs to without a known title: "NIPA's A", "A of the University of B", "A, a sophomore at B"."""

from __future__ import annotations

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.titles import skip_article
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import CLOSE_QUOTES, DASHES, Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Kind, Ref, Role

_LONGEST = 7  # tokens of what a person is, between the comma and the body


def affiliations(cast: Cast) -> dict[Ref, Ref]:
    """ "NIPA's Hur Sung Wook": persons to the body that a possessive before them, or "of" behind them, names."""
    out: dict[Ref, Ref] = {}
    for i, line in enumerate(cast.lines):
        for person in cast.people[i]:
            link = person.last + (line.key(person.last) == "," and line.language == "fr")
            behind = skip_article(line, link + 1)
            if line.key(person.first - 1) == "'s":
                bodies = [b for b in cast.bodies[i] if b.last == person.first - 1]
            elif line.key(link) in {"of", "from", "de", "du", "thuoc", "cua"}:
                bodies = [b for b in cast.bodies[i] if b.first == behind]
            else:
                continue
            out.update((person.ref, b.ref) for b in bodies)
    return out


def say_apposed(cast: Cast) -> None:
    """Give persons without a title what stands between their names and a body: "a third-year student at B"."""
    untold = {p.ref for p in cast.things.of(Kind.PERSON) if p.value("roles") is None}
    for i, line in enumerate(cast.lines):
        for person in cast.people[i]:
            for body in cast.bodies[i] if person.ref in untold else ():
                if title := _between(line, person, body):
                    words_of_title, span = line.words(*title), line.span(title[0], body.last)
                    cast.things[person.ref].say("roles", Role(words_of_title, body.ref), [span], "title-beside-name")


def _between(line: Line, person: Seen, body: Seen) -> tuple[int, int] | None:
    """The tokens of what a person is, said behind the name's comma and perhaps the age, with a link to the body."""
    first = person.last + 1
    if line.key(first) and line[first].kind == "number" and line.key(first + 1) == ",":
        first += 2
    closed = line.key(line.behind_bracket(body.last)) in {",", ".", "", ";", ")"} | CLOSE_QUOTES
    source = line.holds(phrases("speech", line.language, "according"), person.first - 3, person.first)
    if line.key(person.last) != "," or not closed or source or not first < body.first <= first + _LONGEST + 3:
        return None  # "according to A, a deal with B is near"
    links = phrases("titles", line.language, "links")
    last = next((k for k in range(body.first - 1, max(first, body.first - 3) - 1, -1) if line.match(k, links)), None)
    bare = line.language == "vi" and last is None
    last = body.first if bare else last
    start = skip_article(line, first)
    if last is None or not 0 < last - start <= _LONGEST or not _is_said(line, start, last, start > first):
        return None
    return start, last


def _is_said(line: Line, first: int, last: int, article: bool) -> bool:
    """Whether words say what somebody is: behind an article or all large in English, else by their noun."""
    plain = all(t.kind in {"word", "number"} or t.key in DASHES for t in line.tokens[first:last])
    verbs = words("titles", line.language, "ends_charge") | words("titles", "relatives")
    if not plain or verbs & set(line.keys[first:last]):
        return False
    if line.language != "en":
        return bool(line.match(first, phrases("titles", "others", line.language)))
    large = all(t.capital or t.key in words("titles", "inside_titles") for t in line.tokens[first:last])
    return (article and not line[first].capital) or (large and line[first].capital)
