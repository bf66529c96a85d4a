"""Names that begin with a known firm's: "Siemens Healthineers" is no Siemens, but a house of its own."""

from __future__ import annotations

from vnitcoop.find.names.acronyms import is_common
from vnitcoop.find.names.people_names import name_length, office_words, openers
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.text import strip_marks

_LONGEST = 3  # words of a house behind the name of its firm


def name_behind(line: Line, index: int, reach: dict[int, int]) -> int:
    """The token behind the capitalised words that go on a firm's name at a token, with a country at their end."""
    last = index
    while last - index < _LONGEST and last < len(line) and last not in reach and _goes_on(line, last):
        last += 1
    spot = last < len(line) and line[last].capital and line.key(last) in words("bodies", "no_firms_house")
    if last == index or spot or line.key(last - 1) in words("bodies", "products"):
        return index
    return reach.get(last, last)


def _goes_on(line: Line, index: int) -> bool:
    token = line[index]
    joined = line.text[line[index - 1].end : token.start] == " "
    shouted = token.upper and line.in_capitals
    named = (
        token.capital
        and joined
        and not shouted
        and not is_common(token.text)
        and token.key not in words("bodies", "products")
    )
    if not named or (line.language == "vi" and strip_marks(token.text) != token.text):
        return False
    others = (openers(line.language), office_words(), words("bodies", "no_house"), demonyms())
    if any(token.key in other for other in others) or name_length(line, index):
        return False
    return not any(line.match(index, phrases("titles", x, "titles")) for x in {line.language, "en"})
