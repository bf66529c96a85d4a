"""Title phrases: a title with its field, its body and the person it stands beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vnitcoop.find.names.acronyms import is_common
from vnitcoop.find.names.bodies import complement
from vnitcoop.find.names.bodies_french import grow as french_complement
from vnitcoop.find.names.bodies_french import without_person
from vnitcoop.find.names.charges import LONGEST, called_by_kind, charge_alone, charge_end, is_charge, links
from vnitcoop.find.names.people_names import name_length, topics
from vnitcoop.find.names.titles import Title, skip_article
from vnitcoop.find.tokens import DASHES, Line
from vnitcoop.find.vocabulary import marked_phrases, phrases, words

_ADJECTIVES = 5  # words that may describe a body between its article and its name


class Placed(NamedTuple):
    """A name between two tokens of a sentence, and its position in the list of names it came from."""

    first: int
    last: int
    position: int


class TitlePhrase(NamedTuple):
    """A title with what belongs to it: `words` are first..last_word; `last` is behind its body and brackets."""

    first: int
    last_word: int
    last: int
    body: int | None  # position in the list of bodies
    field: tuple[int, int] | None  # "Information and Communications" of a minister
    foreign: bool
    title: Title


def title_phrase(line: Line, title: Title, bodies: Sequence[Placed], places: Mapping[int, int]) -> TitlePhrase:
    """The title with its complement: its field, the body behind it, or the body before it.

    `places` maps the first token of each place to the token behind it.
    """
    before = None if title.leads else _body_before(line, title, bodies)
    if title.with_field and line.language != "vi":
        last = _field_end(line, title.last, places)
        inside = next((b for b in bodies if title.last <= b.first < last), None)
        field = (title.last, last) if last > title.last else _leading_field(line, title)
        told = line.key(title.first - 1) == "(" or line.key(last + 1) == "ministry"
        listed = _behind_comma(line, last, bodies) if field is None and told else None
        inside = inside or listed
        body = inside.position if inside else before
        return TitlePhrase(title.first, last, _behind_brackets(line, last), body, field, title.foreign, title)
    own = title.last if any(b.first == title.last for b in bodies) else _own_end(line, title, places)
    body, last, last_word = _body_behind(line, title, own, bodies)
    if body is None and own > title.last and line.holds(phrases("titles", "vi", "ministers"), title.core, title.last):
        land = next((p for p, end in places.items() if title.last <= p and end == own), None)
        return TitlePhrase(title.first, own, own, None, (title.last, own), land is not None, title)
    if body is None:
        last_word, last = (last_word, last) if last > own else (charge_alone(line, own),) * 2
        return TitlePhrase(title.first, last_word, last, before, None, title.foreign, title)
    if line.key(last) in words("titles", "of_another"):  # "chef du Bureau gouvernemental du Vietnam, A"
        last = places.get(skip_article(line, last + 1), last)
    where = last + line.match(last, phrases("titles", "vi", "before_a_country")) if line.language == "vi" else -1
    if where in places and name_length(line, places[where]):  # "JETRO Hà Nội Ozasa Haruhiko"
        return TitlePhrase(title.first, last_word, places[where], body, None, title.foreign, title)
    return TitlePhrase(title.first, last_word, _behind_brackets(line, last), body, None, title.foreign, title)


def _leading_field(line: Line, title: Title) -> tuple[int, int] | None:
    """ "Science and Technology" of "Deputy Science and Technology Minister"; one field alone may be short for more."""
    begins = next((k for k in range(title.first, title.core) if line.key(k) in topics()), title.core)
    return (begins, title.core) if {"and", "&"} & set(line.keys[begins : title.core]) else None


def _own_end(line: Line, title: Title, places: Mapping[int, int]) -> int:
    """The token behind what a title itself says of its field or post: "(Trade)", "Đại sứ Nhật Bản tại Việt Nam"."""
    if line.language != "vi":
        if (section := _section_end(line, title)) > title.last:
            return section
        if (region := _region_end(line, title, places)) > title.last:
            return region
        behind = _behind_brackets(line, title.last)
        return behind if behind > title.last + 3 and line.match(behind, links(line)) else title.last
    last = title.last
    while length := line.match(last, phrases("titles", "vi", "after")):
        last += length
    if line.holds(phrases("titles", "vi", "posted"), title.core, title.last):
        return _behind_post(line, last, places)
    last = _vietnamese_field_end(line, last)
    of_country = line.holds(phrases("titles", "vi", "of_country"), title.core, title.last)
    return places.get(last, last) if of_country else last  # "Thủ tướng Lào", "Bộ trưởng Ngoại giao Nhật Bản"


def _section_end(line: Line, title: Title) -> int:
    """ "Vice President Engineering", "Director of Corporate Communications": the token behind the part of a firm."""
    first = title.last + (line.key(title.last) == "of")
    last = first
    while last < len(line) and line[last].capital and line.key(last) in words("titles", "departments"):
        last += 1
    ends = last >= len(line) or not line[last].capital
    return last if last > first and ends and line[title.core].capital and line.language == "en" else title.last


def _region_end(line: Line, title: Title, places: Mapping[int, int]) -> int:
    """ "Its director for Vietnam, A", "son directeur pour le Vietnam": the token behind the land that one directs."""
    at = skip_article(line, title.last + 1)
    told = line.key(title.last) in words("grammar", "for_a_land") and at in places
    noun = line.key(title.first - 1) in words("titles", "owners") | {",", "(", "'s", ""}  # not "they head for Da Nang"
    return places[at] if told and noun else title.last


def _behind_post(line: Line, index: int, places: Mapping[int, int]) -> int:
    """The token behind the countries of a post: "Đại sứ Hàn Quốc tại Việt Nam ..."."""
    while True:
        at = index + (line.key(index) in words("grammar", "where"))
        at += line.match(at, phrases("titles", "vi", "before_a_country"))
        if at not in places:
            return index
        index = places[at]


def _vietnamese_field_end(line: Line, index: int) -> int:
    """ "Trưởng ban Đào tạo", "Bộ trưởng Tài chính": the token behind a field that begins with a capital."""
    end = index
    while length := line.match(end, marked_phrases("bodies_vietnamese", "goes_on")):
        end += length
        goes_on = line.key(end) == "va" and line.match(end + 1, marked_phrases("bodies_vietnamese", "goes_on"))
        end += goes_on and line[end + 1].capital
    lower = end > index + 1 and line[index].capital and not line[index + 1].capital
    return end if lower else _abbreviated_field_end(line, index)


def _abbreviated_field_end(line: Line, index: int) -> int:
    """ "Bộ trưởng TT&TT", "Thứ trưởng LĐ-TB&XH": the token behind initials that "&" or a dash joins."""
    end = index
    while end < len(line) and line[end].upper and (end == index or line.key(end - 1) in DASHES | {"&"}):
        end += 1 + (line.key(end + 1) in DASHES | {"&"} and line[end + 1].glued)
    return end if end > index + 1 else index


def _field_end(line: Line, index: int, places: Mapping[int, int]) -> int:
    if line.language == "fr":
        linked = line.match(index, phrases("titles", "fr", "field_links"))
        return without_person(line, index, french_complement(line, index)) if linked else index
    end = index
    while line.match(end, phrases("titles", line.language, "field_links")):
        inside = skip_article(line, end + 1)
        if end == index and (topic := _topics_end(line, inside)) > inside:
            return topic
        grown = _without_person(line, inside, complement(line, inside), places)
        if grown == inside:
            break
        end = _behind_list(line, inside, grown)
    return end


def _topics_end(line: Line, first: int) -> int:
    """ "Vietnam's minister of information and communications": the token behind topics in small letters."""
    last, ahead = first, first
    while line.key(ahead) in topics() and (not line[ahead].capital or (ahead > first and line[ahead].upper)):
        last = ahead + 1
        ahead = last + (line.key(last) in {"and", ","})
    return last


def _behind_list(line: Line, first: int, end: int) -> int:
    """ "in New South Wales, Queensland and South Australia": the list goes on only if an "and" closes it."""
    if "," in line.keys[first:end] and line.key(end) == "and" and end + 1 < len(line) and line[end + 1].capital:
        return complement(line, end + 1)  # "Electronics & IT, Communications and Law & Justice"
    last = end
    while line.key(last) == "," and last + 1 < len(line) and line[last + 1].capital:
        after = complement(line, last + 1)
        if "and" in line.keys[last + 1 : after]:
            return after
        if line.key(after) == "and" and after + 1 < len(line) and line[after + 1].capital:
            return complement(line, after + 1)
        last = after
    return end


def _without_person(line: Line, first: int, last: int, places: Mapping[int, int]) -> int:
    """ "Technology and Communications Boviengkham Vongdara", "Vietnam Pranay Verma": a field ends where a name follows.

    That is behind its last topic, or behind the country that it is.
    """
    land = places.get(first, last)
    if last - land >= 2 and all(line[k].capital for k in range(land, last)):
        return land
    last = next((k for k in range(first + 1, last) if name_length(line, k)), last)
    told = [k for k in range(first, last) if line.key(k) in topics()]
    capitals = [k for k in range(told[-1] + 1, last) if line[k].capital] if told else []
    return told[-1] + 1 if len(capitals) >= 2 and len(capitals) == last - told[-1] - 1 else last


def _body_behind(line: Line, title: Title, index: int, bodies: Sequence[Placed]) -> tuple[int | None, int, int]:
    """The body that a title belongs to: its position, the token behind it, and where the title's own words end."""
    starts = {b.first: b for b in bodies}
    length = line.match(index, links(line))
    if length or line.language == "vi" or title.leads:
        at = skip_article(line, index + length)
        described = _described(line, index + length, starts) if line.language == "en" else _behind_noun(line, at)
        for start in (_behind_owner(line, at), at, described):  # "the MIC's Department", "the People's Committee"
            if start in starts:
                return starts[start].position, starts[start].last, index
        if noun := called_by_kind(line, at):
            return None, noun, index
    if listed := _behind_comma(line, index, bodies):
        return listed.position, listed.last, index
    charge = charge_end(line, index, starts)
    if charge == index and length and line.language == "vi":  # "phụ trách đối ngoại toàn cầu Intel"
        inside = range(index + length, min(index + length + LONGEST, len(line)))
        ends = next((k for k in inside if k in starts or not is_charge(line, k, index + length)), index)
        charge = ends if ends in starts else index
    if charge > index:
        behind = skip_article(line, charge + line.match(charge, links(line)))
        if behind in starts:
            return starts[behind].position, starts[behind].last, charge
        if noun := called_by_kind(line, behind):
            return None, noun, charge
    return None, index, index


def _behind_comma(line: Line, index: int, bodies: Sequence[Placed]) -> Placed | None:
    """ "Chairman of the Board, FPT.", "(Deputy Minister, MIC)": the body behind a title's comma, with which it ends."""
    body = next((b for b in bodies if b.first == index + 1), None)
    if body is None or line.key(index) != "," or line.language != "en":
        return None
    return body if line.key(line.behind_bracket(body.last)) in {".", ",", "", ")", ";"} else None


def _described(line: Line, index: int, starts: Mapping[int, Placed]) -> int:
    """ "(director of) the municipal Department", "(who heads) the firm Bkav": the token where the body begins.

    Between its article and its name stand but a few small words, no link and no verb.
    """
    at = first = skip_article(line, index)
    ends = words("titles", line.language, "ends_charge")
    while first > index and at < first + _ADJECTIVES and at not in starts and at < len(line):
        word = line[at]
        named = word.capital and not (
            is_common(word.text) or word.key.endswith(("-owned", "-based", "-led", "-backed"))
        )
        if word.kind != "word" or named or word.key in ends or line.match(at, links(line)):
            return first
        at += 1
    return at


def _behind_noun(line: Line, index: int) -> int:
    """ "PDG du groupe Intel", "nhà sáng lập quỹ Do Ventures": the token behind a noun that says what the body is."""
    nouns = (phrases("bodies", "firm_nouns", line.language), phrases("firms", "others", line.language))
    return index + max(line.match(index, some) for some in nouns)


def _behind_owner(line: Line, index: int) -> int:
    """ "the MIC's Department ...": the token behind a possessive owner."""
    return next((i + 1 for i in range(index + 1, min(index + 4, len(line))) if line[i].kind == "possessive"), index)


def _body_before(line: Line, title: Title, bodies: Sequence[Placed]) -> int | None:
    end = title.first
    if end and line[end - 1].kind == "possessive":
        end -= 1
    if end and line.key(end - 1) == ")":
        end = next((i for i in range(end - 1, max(-1, end - 5), -1) if line[i].text == "("), end)
    body = next((b for b in bodies if b.last == end or (b.last == end - 1 and line.key(end - 1) == ",")), None)
    bracketed = body is not None and line.key(body.first - 1) == "("  # "A (Nokia, technical director)"
    return body.position if body and (body.last == end or bracketed) else None


def _behind_brackets(line: Line, index: int) -> int:
    """The token behind "(VINASA)", if brackets open here."""
    if line.key(index) != "(":
        return index
    return next((i + 1 for i in range(index, min(index + 8, len(line))) if line[i].text == ")"), index)
