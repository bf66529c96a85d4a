"""Bodies that only a title beside them gives away: "Rikkeisoft CEO ...", "Vice President at Gartner Japan"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnitcoop.find.names.acronyms import is_common
from vnitcoop.find.names.bodies import Body
from vnitcoop.find.names.bodies_vietnamese import grow as grow_vietnamese
from vnitcoop.find.names.charges import charge_end
from vnitcoop.find.names.people import honorifics
from vnitcoop.find.names.people_names import name_length, name_words, openers, topics
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.names.titles import Title, skip_article
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import marked_phrases, phrases, words
from vnitcoop.text import strip_marks


def bodies_that_report(line: Line, bodies: dict[int, int], blocked: frozenset[int]) -> Iterator[Body]:
    """Capitalised words right behind "according to" that are no other name: "according to Kaspersky"."""
    found = list(line.find(phrases("speech", line.language, "according")))
    taken = blocked.union(*(range(a, b) for a, b in bodies.items())) if found else blocked
    for _, behind in found:
        first = last = skip_article(line, behind)
        while last < len(line) and line[last].capital and last not in taken and last - first < 3:
            last += 1
        titled = line.key(last) == "," and last - first > 1 and _opens_title(line, last + 1)  # a person, then
        titled = titled or line.key(first) in honorifics() | name_words("korean_surnames")
        ends = not titled and line.key(last) in {",", "'s", ".", "", ")"}
        if last > first and ends and _names_a_body(line, first, last):
            yield Body(first, last, "company", "body-that-reports")


def _opens_title(line: Line, index: int) -> bool:
    """Whether a title begins within the next words: "Satvinder Singh, the Deputy Secretary-General"."""
    titles = phrases("titles", line.language, "titles")
    return any(line.match(k, titles) for k in range(index, index + 4))


def _is_syllable(line: Line, text: str) -> bool:
    """One Vietnamese syllable with marks is a word, not a body."""
    return line.language == "vi" and strip_marks(text) != text


def bodies_by_title(
    line: Line, titles: Sequence[Title], bodies: dict[int, int], blocked: frozenset[int]
) -> Iterator[Body]:
    """Capitalised words right behind "title of" or right before a title, that are no other name."""
    taken = blocked.union(*(range(a, b) for a, b in bodies.items())) if titles else blocked
    for title in titles:
        of_person = line.language == "vi" and line.match(title.core, phrases("bodies_vietnamese", "titles_of_persons"))
        if of_person and title.last < len(line) and not line[title.last].upper:
            continue  # "Giáo sư Yoshua Bengio", "Bộ trưởng Boviengkham Vongdara": the name is the person's
        posted = line.language == "vi" and line.holds(phrases("titles", "vi", "posted"), title.core, title.last)
        if title.with_field or posted or line.match(title.core, phrases("titles", "no_firm_behind")):
            continue
        yield from _behind(line, title, taken)
        yield from _before(line, title, taken)


def _behind(line: Line, title: Title, taken: frozenset[int]) -> Iterator[Body]:
    behind = charge_end(line, title.last)
    length = line.match(behind, phrases("titles", line.language, "links"))
    if not (length or title.leads or line.language == "vi") or (behind < len(line) and name_length(line, behind)):
        return  # "General Secretary To Lam"
    first = last = skip_article(line, behind + length)
    if last in taken and _goes_on_as_firm(line, last + 1, taken):
        last += 1  # "Tokyo Gas": a firm named after a place
    while (
        last < len(line)
        and line[last].capital
        and (last not in taken or last > first)
        and last - first < 4
        and not (last > first and name_length(line, last))
    ):
        last += 1
    committee = (
        line.key(last) == "'s" and last + 1 < len(line) and line[last + 1].capital
    )  # "of the People's Committee"
    if last > first and not committee and _names_a_body(line, first, last):
        yield Body(first, _behind_fields(line, last), "company", "body-behind-title")


def _goes_on_as_firm(line: Line, index: int, taken: frozenset[int]) -> bool:
    """Whether a capital that begins no other name stands behind a place: "Tokyo Gas", not "Vietnam Mai Tien Dung"."""
    return index < len(line) and line[index].capital and index not in taken and not name_length(line, index)


def _behind_fields(line: Line, last: int) -> int:
    """ "Ban Hợp tác phát triển": the token behind the fields that a capital at the end of a Vietnamese name begins."""
    begun = line.language == "vi" and line.match(last - 1, marked_phrases("bodies_vietnamese", "goes_on")) > 1
    return grow_vietnamese(line, last, {}) if begun else last


def _before(line: Line, title: Title, taken: frozenset[int]) -> Iterator[Body]:
    last = title.first
    if line.key(last - 1) == "'s":
        last -= 1
    first = last
    while first and line[first - 1].capital and first - 1 not in taken and last - first < 3:
        first -= 1
    names_a_person = title.last < len(line) and line[title.last].capital
    certain = last < title.first or names_a_person or (last - first == 1 and (line[first].upper or first > 0))
    if line.language == "en" and first < last and certain and _names_a_body(line, first, last):
        yield Body(first, last, "company", "body-before-title")


def _names_a_body(line: Line, first: int, last: int) -> bool:
    named = line.tokens[first:last]
    if name_length(line, first) or any(i.key in topics() for i in named[:1]):
        return False
    if any(t.key in demonyms() for t in named[:2]):  # "an expert from South Korean firms"
        return False
    if len(named) == 1 and (is_common(named[0].text) or len(named[0].text) < 3 or _is_syllable(line, named[0].text)):
        return False
    if not words("events", line.language, "named").isdisjoint(t.key for t in named):
        return False  # "délégués à l'ouverture du Sommet"
    titled = phrases("titles", line.language, "titles")
    if all(t.key in topics() or t.key in words("titles", "departments") for t in named):
        return False
    if any(t.key in openers(line.language) for t in named):
        return False
    functional = words("grammar", "no_body")
    return not any(line.match(i, titled) or line.key(i) in functional for i in range(first, last))
