"""Names of events: "10th Japan ICT Day", "Sommet ASOCIO 2014", "Diễn đàn số Việt Nam - Hàn Quốc 2025"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnitcoop.find.events.event_words import EventName, behind_preposition, heads, letters_behind, ordinal, with_ordinal
from vnitcoop.find.events.quoted_events import quoted_names
from vnitcoop.find.names.bodies import complement
from vnitcoop.find.names.bodies_french import grow as french_complement
from vnitcoop.find.names.bodies_vietnamese import grow as vietnamese_complement
from vnitcoop.find.names.people_names import openers, topics
from vnitcoop.find.tokens import DASHES, YEAR, Line
from vnitcoop.find.vocabulary import marked_phrases, phrases, words
from vnitcoop.lexicon import lexicon

_LONGEST = 40  # tokens of a name before its noun
_JOINED = 7  # tokens from the noun of a house to the second event in its name
_TOPIC = 20  # syllables of a Vietnamese name behind its noun


def event_names(line: Line, places: dict[int, int], series: Iterable[tuple[int, int]] = ()) -> Iterator[EventName]:
    """Every named event of a sentence, left to right.

    `places`: first token to last of each known place; `series`: where names of known series stand.
    """
    done = 0
    for name in sorted([*_candidates(line, places), *_of_series(line, series)], key=lambda n: (n.first, -n.last)):
        if name.first >= done:
            yield name
            done = name.last
            if close := letters_behind(line, done):
                yield EventName(done + 1, done + 1, close, None, None, "letters-behind-the-name")
                done = close


def _candidates(line: Line, places: dict[int, int]) -> Iterator[EventName]:
    yield from quoted_names(line)
    yield from _beside_noun(line)
    yield from _editions_of(line)
    for language in sorted({line.language, "en"}):
        for first, last in line.find(heads(language)):
            both = line.match(first, heads("en")) and line.match(first, heads(line.language))
            if both and line.language != "en" and (language == "en") != _is_after_name(line, first):
                continue
            grown = _grow(line, first, last, language, places)
            if (
                grown
                and not is_venue(line, *grown)
                and not any(line.match(i, phrases("events", language, "not_named")) for i in range(grown[0], first + 1))
            ):
                yield with_ordinal(line, *grown, "event-by-head-noun")


def _is_after_name(line: Line, head: int) -> bool:
    """Whether a name stands before its noun, as in English: "Vietnam Global Leaders Forum"."""
    article = line.key(head - 1) in words("grammar", "articles")
    return head > 0 and line[head - 1].capital and line[head].capital and not article


def is_venue(line: Line, first: int, last: int) -> bool:
    """ "National Convention Center", "Trung tâm Hội nghị Quốc gia": a house is called after what it is for."""
    joined = last + 2 if line.key(last) == "and" else last  # "Saigon Exhibition and Convention Center"
    ends = phrases("events", "venues_behind")
    if line.match(last, ends) or any(line.match(k, ends) for k in range(joined, joined + 2) if joined > last):
        return True
    if line.match(last, phrases("events", "bodies_behind")) and line[last].capital:
        return True
    before = marked_phrases("events", "venues_before")
    if line.key(first - 1) in words("grammar", "and"):  # "Trung tâm Hội chợ và Triển lãm Sài Gòn"
        first = next((k for k in range(first - 2, max(0, first - _JOINED), -1) if line.match(k, before)), first)
        return line.match(first, before) > 0
    return any(line.match(k, before) == first - k for k in range(max(0, first - 3), first))


def _editions_of(line: Line) -> Iterator[EventName]:
    """ "The fifth edition of Viet Solutions", "la 3e édition du concours Viet Solutions"."""
    for at in (k for k, key in enumerate(line.keys) if key == "edition"):
        number = ordinal(line, at - 1)
        if number and line.key(at + 1) in words("events", "of_guest"):
            first = at + 2 + (line.key(at + 2) in words("grammar", "articles"))
            core = first + line.match(first, heads(line.language))
            last = core
            while last < len(line) and (line[last].capital or (last > core and YEAR.fullmatch(line[last].text))):
                last += 1
            if last > core:
                yield EventName(at - 1, first, last, number, (at - 1, at), "edition-of-a-name")


def _of_series(line: Line, series: Iterable[tuple[int, int]]) -> Iterator[EventName]:
    """The name of a known series with a year behind it is one of its events."""
    for first, last in series:
        if (end := _behind_year(line, last)) > last:
            yield with_ordinal(line, first, end, "known-series-with-year")


def _beside_noun(line: Line) -> Iterator[EventName]:
    """ "the Security World 2017 conference": a name with its year before an event's noun."""
    for first, _ in line.find(heads("en")) if line.language == "en" and line.years else ():
        if not line[first].capital and first > 2 and YEAR.fullmatch(line[first - 1].text):
            start = _left_of(line, first - 1)
            if first - start >= 3:
                yield with_ordinal(line, start, first, "name-with-year-before-noun")


def _grow(line: Line, first: int, last: int, language: str, places: dict[int, int]) -> tuple[int, int] | None:
    if language == "en":
        return _grow_english(line, first, last)
    if not line[first].capital:
        return None
    if language == "fr":
        end = _behind_year(line, _over_topic(line, _over_brackets(line, french_complement(line, last))))
    else:
        grown = _over_field(line, vietnamese_complement(line, last, places), places)
        end = _behind_place(line, _behind_year(line, grown), places)
    if language == "vi" and not YEAR.fullmatch(line[end - 1].text):
        end = max(end, _behind_vietnamese_topic(line, end))
    if language == "fr" and line.key(end) in words("events", "days"):
        end -= 2  # "Forum numérique de deux jours"
    named = any(t.capital or YEAR.fullmatch(t.text) for t in line.tokens[last:end])
    told = end > last or letters_behind(line, end)
    counted = told and first and ordinal(line, first - 1)
    proper = language == "fr" and first and end - last > 1  # "lors du Forum d'affaires francophone"
    return (first, end) if named or counted or proper else None


def _behind_vietnamese_topic(line: Line, index: int) -> int:
    """Behind "về gia công phần mềm và dịch vụ CNTT 2017", where its year or letters close a long name; else 0."""
    ends = words("events", "behind_vietnamese") - words("events", "inside_topic")
    for k in range(index, min(index + _TOPIC, len(line))):
        if YEAR.fullmatch(line[k].text) or letters_behind(line, k):
            return k + bool(YEAR.fullmatch(line[k].text))
        if line[k].kind != "word" or line.lows[k] in ends:
            return 0
    return 0


def _over_field(line: Line, index: int, places: dict[int, int]) -> int:
    """Behind "về Công nghệ thông tin", "về 5G", where a Vietnamese name goes on so behind its countries."""
    if line.key(index) != "ve" or index + 1 >= len(line):
        return index
    mixed = line[index + 1].text.isalnum() and not line[index + 1].text.isdigit() and line[index + 1].text[0].isdigit()
    grown = vietnamese_complement(line, index + 1 + mixed, places)
    return grown if grown > index + 1 else index


def _over_topic(line: Line, index: int) -> int:
    """Behind "sur la transformation numérique", where a French name goes on so."""
    return _over_brackets(line, behind_preposition(line, index)) if line.key(index) == "sur" else index


def _grow_english(line: Line, first: int, last: int) -> tuple[int, int] | None:
    if not line[first].capital or line.key(first - 1) in lexicon("numbers")["en"]["small"]:  # "FIVE DAYS"
        return None
    start = _left_of(line, first)
    while start < first and (line.key(start) in {"the", "a", "an", "at", "in", "on"} or line.key(start) in DASHES):
        start += 1
    end = _behind_year(line, last)
    about = line.key(end) in {"on", "for", "of"} and line.key(end + 1) not in openers("en")  # "on October 30"
    if about and end + 1 < len(line) and not YEAR.fullmatch(line[end - 1].text):
        grown = complement(line, end + 1 + (line.key(end + 1) == "the"))
        end = _behind_year(line, grown) if grown > end + 1 and start < first else end
    if line.key(end) == "in" and (after := complement(line, end + 1)) < len(line) and YEAR.fullmatch(line[after].text):
        end = after + 1
    named = any(t.capital and ordinal(line, i) is None for i, t in enumerate(line.tokens[start:first], start))
    return (start, end) if named else None


def _left_of(line: Line, first: int) -> int:
    start = index = first
    while index > 0 and first - index < _LONGEST:
        index -= 1
        token = line[index]
        if YEAR.fullmatch(token.text):
            return index if start == index + 1 else start
        if token.capital and not (index == 0 and token.key in words("events", "no_first")):
            start = index
        elif token.text == ")" and index > 1 and line[index - 2].text == "(":
            index -= 2
        elif not _links_left(line, index):
            break
    return start


def _links_left(line: Line, index: int) -> bool:
    """Whether a token joins the word on its left to an event's name: a dash, "and", "Ministers'"."""
    token = line[index]
    if token.key in {"and", "&"}:
        return index > 0 and line.key(index - 1) in topics()
    if token.text[0].isdigit() and not token.text.isdigit():  # "ASEAN 5G Conference", "Industry 4.0 Summit"
        return index > 0 and line[index - 1].capital and line[index + 1].capital
    if token.key == "of" and line.key(index - 1) == "republic":  # "Vietnam-Republic of Korea Forum"
        return True
    apostrophe = token.key == "'" and token.glued
    return (token.key in DASHES or apostrophe) and index > 0 and line[index - 1].capital


def _over_brackets(line: Line, index: int) -> int:
    """French names go on behind a short bracket: "Sommet des technologies de l'information (TI) et ..."."""
    while line.key(index) == "(" and line.key(index + 2) == ")":
        grown = french_complement(line, index + 3)
        if grown == index + 3:
            break
        index = grown
    return index


def _behind_place(line: Line, index: int, places: dict[int, int]) -> int:
    """ "Ngày CNTT Việt Nam tại Nhật Bản 2023": a place belongs to the name where a year closes it."""
    if line.key(index) != "tai" or index + 1 not in places:
        return index
    end = _behind_year(line, places[index + 1])
    return end if end > places[index + 1] else index


def _behind_year(line: Line, index: int) -> int:
    """The token behind a year that closes a name, "(VIIE) 2023" too; `index` itself where none does."""
    short = line.behind_bracket(index)
    if short > index and line[index + 1].upper and short < len(line) and YEAR.fullmatch(line[short].text):
        return short + 1
    ahead = index + (line.key(index) in {"de", "nam", ","} and line.key(index) != ",")
    if ahead < len(line) and YEAR.fullmatch(line[ahead].text) and line.key(ahead + 1) not in {"-"}:
        return ahead + 1
    return index
