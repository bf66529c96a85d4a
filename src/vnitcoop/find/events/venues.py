"""Places told behind the house where an event is: "at the Melia Hotel, 44B Ly Thuong Kiet Street, Hanoi"."""

from __future__ import annotations

from collections.abc import Iterable

from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import CLOSE_QUOTES, Line
from vnitcoop.find.vocabulary import words

_LONGEST = 24  # tokens of an address
_PLAIN = 3  # words in lower case inside the French name of a house
_OWNER = 6  # tokens between "at" and a city before its house: "at the ministry's Hanoi headquarters"
_BRACKET = 8  # tokens of a bracket behind an event


def is_at_venue(line: Line, place: int, bodies: Iterable[Seen] = ()) -> bool:
    """Whether a place closes an address that begins with "at", or with "in" and a house, street or district.

    `bodies`: those of the sentence; the words of their names may stand in an address.
    """
    index = place - 1
    while index > 0 and line.key(index) in words("events", "before_city"):
        index -= 1
    inside = line.language == "vi" and line[index].capital  # "tại khách sạn Melia Hà Nội"
    if not (inside or line.key(index) in words("events", "before_place_of_house")):
        return False
    spot, plain = False, 0
    named = {k for b in bodies for k in range(b.first, b.last)}
    for k in range(index - 1, max(-1, index - _LONGEST), -1):
        key, token = line.key(k), line[k]
        if line.lows[k] in words("events", "venue_where"):
            return k < index - 1 and (spot or key == "at")
        spot = spot or key in words("events", "spots")
        known = token.capital or token.text[0].isdigit() or k in named or key in words("events", "inside_address")
        plain += not (known or spot)  # "au Palais de l'amitié de Hanoï"
        if not known and (line.language != "fr" or token.kind != "word" or plain > _PLAIN):
            return False
    return False


def is_of_house(line: Line, first: int, last: int) -> bool:
    """ "At the ministry's Hanoi headquarters", "at its Hoa Lac campus": a place between "at" and a house."""
    if line.key(last) not in words("events", "seats"):
        return False
    ahead = range(first - 1, max(-1, first - _OWNER), -1)
    return any(line.lows[k] in words("events", "venue_where") or line.key(k) == "to" for k in ahead)


def in_bracket_behind(line: Line, event: int, place: int) -> bool:
    """ "the India AI Summit (New Delhi, 16-20 February)": a place in the bracket right behind an event."""
    opens = event + (line.key(event) in CLOSE_QUOTES)
    inside = line.keys[opens : place + 1]
    return len(inside) <= _BRACKET and inside[:1] == ("(",) and ")" not in inside
