"""Title phrases: a title with its field, its body and the person it stands beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnitcoop.find.names.bodies import complement
from vnitcoop.find.names.bodies_french import grow as french_complement
from vnitcoop.find.names.people_names import topics
from vnitcoop.find.names.titles import Title, skip_article
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases


@dataclass(frozen=True, slots=True)
class Placed:
    """A name between two tokens of a sentence, and its position in the list of names it came from."""

    first: int
    last: int
    index: int


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """A title with what belongs to it: `words` are first..last_word; `last` is behind its body and brackets."""

    first: int
    last_word: int
    last: int
    body: int | None  # position in the list of bodies
    field: tuple[int, int] | None  # "Information and Communications" of a minister
    foreign: bool
    title: Title


def title_phrase(line: Line, title: Title, bodies: Sequence[Placed]) -> TitlePhrase:
    """The title with its complement: its field, the body behind it, or the body before it."""
    before = _body_before(line, title, bodies)
    if title.with_field and line.language != "vi":
        last = _field_end(line, title.last)
        inside = next((b for b in bodies if title.last <= b.first < last), None)
        field = (title.last, last) if last > title.last else None
        body = inside.index if inside else before
        return TitlePhrase(title.first, last, _behind_brackets(line, last), body, field, title.foreign, title)
    body, last, last_word = _body_behind(line, title.last, bodies)
    if body is None:
        return TitlePhrase(title.first, title.last, title.last, before, None, title.foreign, title)
    return TitlePhrase(title.first, last_word, _behind_brackets(line, last), body, None, title.foreign, title)


def _field_end(line: Line, index: int) -> int:
    if line.language == "fr":
        return french_complement(line, index)
    end = index
    while line.match(end, phrases("titles", line.language, "field_links")):
        inside = skip_article(line, end + 1)
        grown = _without_person(line, inside, complement(line, inside))
        if grown == inside:
            break
        end = _behind_list(line, grown)
    return end


def _behind_list(line: Line, end: int) -> int:
    """ "in New South Wales, Queensland and South Australia": the list goes on only if an "and" closes it."""
    last = end
    while line.key(last) == "," and last + 1 < len(line) and line[last + 1].capital:
        after = complement(line, last + 1)
        if "and" in line.keys[last + 1 : after]:
            return after
        if line.key(after) == "and" and after + 1 < len(line) and line[after + 1].capital:
            return complement(line, after + 1)
        last = after
    return end


def _without_person(line: Line, first: int, last: int) -> int:
    """ "Technology and Communications Boviengkham Vongdara": a field ends with its last topic where a name follows."""
    told = [k for k in range(first, last) if line.key(k) in topics()]
    capitals = [k for k in range(told[-1] + 1, last) if line[k].capital] if told else []
    return told[-1] + 1 if len(capitals) >= 2 and len(capitals) == last - told[-1] - 1 else last


def _body_behind(line: Line, index: int, bodies: Sequence[Placed]) -> tuple[int | None, int, int]:
    """The body that a title belongs to: its position, the token behind it, and where the title's own words end."""
    at = index
    last_word = index
    if length := line.match(at, phrases("titles", line.language, "links")):
        at = skip_article(line, at + length)
    elif line.language != "vi":
        return None, index, index
    for start in (_behind_owner(line, at), at):  # "the MIC's Department", "the People's Committee"
        for body in bodies:
            if body.first == start:
                return body.index, body.last, last_word
    charge = _charge_end(line, index)
    if charge > index:
        body, last, _ = _body_behind(line, charge, bodies)
        return body, last, charge
    return None, index, index


def _behind_owner(line: Line, index: int) -> int:
    """ "the MIC's Department ...": the token behind a possessive owner."""
    return next((i + 1 for i in range(index + 1, min(index + 4, len(line))) if line[i].kind == "possessive"), index)


def _charge_end(line: Line, index: int) -> int:
    """ "in charge of Global Affairs": the token behind what a person is in charge of."""
    length = line.match(index, phrases("titles", line.language, "links"))
    if length < 2:
        return index
    end = index + length
    while (
        end < len(line) and line[end].kind == "word" and not line.match(end, phrases("titles", line.language, "links"))
    ):
        end += 1
    return end


def _body_before(line: Line, title: Title, bodies: Sequence[Placed]) -> int | None:
    end = title.first
    if end and line[end - 1].kind == "possessive":
        end -= 1
    if end and line.key(end - 1) == ")":
        end = next((i for i in range(end - 1, max(-1, end - 5), -1) if line[i].text == "("), end)
    return next((b.index for b in bodies if b.last == end), None)


def _behind_brackets(line: Line, index: int) -> int:
    """The token behind "(VINASA)", if brackets open here."""
    if line.key(index) != "(":
        return index
    return next((i + 1 for i in range(index, min(index + 8, len(line))) if line[i].text == ")"), index)
