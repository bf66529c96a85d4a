"""Firms that their own writing gives away: a legal form at the end, "&" or "+" between two capitalised words."""

from __future__ import annotations

from collections.abc import Iterator

from vnitcoop.find.names.acronyms import is_common
from vnitcoop.find.names.bodies import Body
from vnitcoop.find.names.people_names import name_length, office_words, openers, topics
from vnitcoop.find.tokens import DASHES, Line
from vnitcoop.find.vocabulary import phrases, words

_LONGEST = 8  # tokens of a name on one side of the mark
_JOINS = frozenset("&+")


def written_firms(line: Line, known: dict[int, int]) -> Iterator[Body]:
    """Firms by a legal form or by "&". `known` maps the first token of each known name to the token behind it."""
    if line.in_capitals:
        return
    for form, behind in line.find(phrases("firms", "legal_endings")):
        end = form - (line.key(form - 1) == ",")
        short = len(line[form].text) < 3
        first = _first(line, end)
        if line[form].capital and (line[form].upper or not short or line[form].text == "Co") and first < end:
            yield Body(first, behind, "company", "legal-form")
    for sign in line.where(_JOINS):
        if joins(line, sign):
            yield from _of_two_names(line, sign, known)


def joins(line: Line, index: int) -> bool:
    """Whether a "&" stands between two capitalised words, or a "+" that no space parts from them."""
    if line.key(index) not in _JOINS or not 0 < index < len(line) - 1:
        return False
    glued = line[index].glued and line[index + 1].glued
    return line[index - 1].capital and line[index + 1].capital and (glued or line.key(index) == "&")


def _of_two_names(line: Line, sign: int, known: dict[int, int]) -> Iterator[Body]:
    """ "Ernst & Young", "Samsung C&T": neither two known firms nor two topics."""
    glued = line[sign].glued and line[sign + 1].glued
    first, last = _first(line, sign), _last(line, sign + 1)
    if first == sign or (glued and is_common(line.words(sign - 1, sign + 2))):
        return
    apart = known.get(first) == sign or sign + 1 in known
    topical = any(all(map(_is_general, line.keys[a:b])) for a, b in ((first, sign), (sign + 1, last)))
    if glued or not (apart or topical or line.key(last - 1) in words("firms", "ends_no_firm")):
        yield Body(first, last, "company", "firm-of-two-names")


def _first(line: Line, end: int) -> int:
    """The first of the capitalised words that end before a token, with what joins them."""
    first = end
    while first and end - first < _LONGEST:
        before = line[first - 1]
        inside = first < end and first > 1 and line[first - 2].capital
        mark = before.key in DASHES and before.glued and line[first].glued if first < end else False
        if before.capital and before.key not in office_words():
            first -= 1
        elif inside and (mark or joins(line, first - 1) or (before.kind == "number" and len(before.key) < 4)):
            first -= 2
        else:
            break
    small = openers(line.language), words("grammar", "determiners")
    while first < end and any(line.key(first) in some for some in small) and not line[first].upper:
        first += 1
    return first


def _is_general(key: str) -> bool:
    return key in topics() or key in office_words()


def _last(line: Line, index: int) -> int:
    """The token behind the capitalised words that begin at a token."""
    last = index
    while last < len(line) and last - index < _LONGEST and (line[last].capital or joins(line, last)):
        if last > index and name_length(line, last):
            break
        last += 1
    return last
