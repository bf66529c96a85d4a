"""Names that begin with a known firm's: "Siemens Healthineers" is no Siemens, but a house of its own."""

from __future__ import annotations

from vnitcoop.find.names.acronyms import is_common
from vnitcoop.find.names.people_names import name_length, office_words, openers
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.text import strip_marks

_LONGEST = 3  # words of a house behind the name of its firm
_SHOUTED = 0.6  # share of capitals among its longer words that makes a line a headline in title case


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
    shouted = token.upper and 2 * sum([t.upper for t in line.tokens]) > len(line)
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


def in_title_case(line: Line) -> bool:
    """Whether nearly all longer words of an English headline are written large: there a capital tells nothing."""
    if line.language != "en" or line.tokens[-1].text in {".", "?", "!"}:
        return False
    long = [t for t in line.tokens if t.kind == "word" and len(t.text) > 3]
    return len(long) > 3 and sum(t.capital for t in long) > _SHOUTED * len(long)
