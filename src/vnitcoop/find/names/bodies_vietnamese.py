"""Names of bodies in Vietnamese text: they begin with what they are and end at a country, an acronym or a verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vnitcoop.find.names.acronyms import is_common
from vnitcoop.find.names.bodies import Body
from vnitcoop.find.names.people_names import name_length, vietnamese_shaped
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.tokens import DASHES, Line, Phrases
from vnitcoop.find.vocabulary import marked_phrases, words
from vnitcoop.lexicon import lexicon

_LONGEST = 20  # tokens of a name before the bracket that closes it
_SHORT = 3  # letters of a word that may be Vietnamese without marks
_WHAT_IT_IS = 4  # tokens behind the noun of a firm in which its name begins: "hãng bảo mật Kaspersky"
_REACH = 7  # lower-case syllables that may stand before the next capital of a name


def _stops() -> Phrases:
    return marked_phrases("bodies_vietnamese", "stops")


def _goes_on() -> Phrases:
    return marked_phrases("bodies_vietnamese", "goes_on")


@cache
def _heads() -> dict[str, str]:
    """Head noun, with its marks, to the kind of body it makes."""
    return {word: kind for kind, words in lexicon("bodies_vietnamese")["heads"].items() for word in words}


@cache
def _head_phrases() -> Phrases:
    return Phrases(_heads(), marked=True)


def vietnamese_bodies(line: Line, places: dict[int, int]) -> Iterator[Body]:
    """Bodies by head noun. `places` maps the first token of each place to the token behind it."""
    done = 0
    for first, last in line.find(_head_phrases()):
        head = " ".join(line.lows[first:last])
        named = head in words("bodies_vietnamese", "lower_heads") and last < len(line) and line[last].capital
        if first < done or not (line[first].capital or named):
            continue
        short = head in words("bodies_vietnamese", "short_heads")
        a_word = last - first == 1 and not (last < len(line) and line[last].capital)  # "Báo cáo", "Hội thảo"
        if not a_word and (end := _closed(line, last)):
            yield Body(first, end, _heads()[head], "body-before-its-short-name")
            done = end
            continue
        hall = head == "trung tâm" and " ".join(line.keys[last : last + 2]) in words("bodies", "halls")
        if hall or (short and not (last < len(line) and line[last].capital)):
            continue
        kind = _heads()[head]
        end = grow(line, last, places, kind)
        if end > last and (kind == "government" or not _is_concept(line, head, last, end, places)):
            yield Body(first, end, kind, "body-by-head-noun")
            done = end


def _is_concept(line: Line, head: str, first: int, last: int, places: dict[int, int]) -> bool:
    """Whether but everyday words name it: "Trung tâm R&D", "Doanh nghiệp CNTT Đài Loan", "Doanh nghiệp Nhật"."""
    if head != "doanh nghiệp":
        return first not in places and is_common("".join(t.text for t in line.tokens[first:last]))
    placed = next((k for k in range(first, last) if places.get(k) == last or line.key(k) in demonyms()), last)
    return all(is_common(t.text) for t in line.tokens[first:placed] if t.capital)


def _closed(line: Line, index: int) -> int:
    """The token before "(NISC)" where only the words of one name lead up to that bracket, else 0."""
    for k in range(index, min(index + _LONGEST, len(line)) if "(" in line.held else index):
        if line.key(k) == "(":
            short = (
                k + 2 < len(line) and line[k + 1].upper and ")" in line.keys[k + 2 : k + 2 + line[k + 2].capital + 1]
            )
            return k if k > index and short else 0
        soft = line.match(k, marked_phrases("bodies_vietnamese", "inside_closed"))
        within = line[k].kind == "word" or line[k].key in DASHES | {",", "/", "&"}
        stopped = line.match(k, _stops()) and not soft
        another = _heads_another(line, k) and line.lows[k - 1] != "các"  # "Hiệp hội Quốc gia các Công ty Phần mềm"
        if not within or stopped or another or name_length(line, k) > 2:
            return 0
    return 0


def grow(line: Line, first: int, places: dict[int, int], kind: str = "") -> int:
    """The token behind the words that follow a head noun, up to a country, a bracket, a person or a verb."""
    named_after = kind == "university" and first < len(line)  # "Trường Đại học Tôn Đức Thắng"
    index = first + (name_length(line, first) if named_after else 0)
    if first < index < len(line) and not (line[index].capital or index in places or line.match(index, _goes_on())):
        return index
    while index < len(line):
        key = line.key(index)
        if index in places:
            index = places[index]
            if not (line.key(index) in DASHES and index + 1 in places):
                return _behind_seat(line, first, index, places)
        elif line[index].capital:
            joined = line.key(index - 1) in DASHES
            if (name_length(line, index) >= 2 + (index == first) and not joined) or _opens_body(line, index):
                return index
            index += 1
        elif key in DASHES | {"&", "/"} and index + 1 < len(line) and line[index + 1].capital:
            index += 1
        elif key == "va" and (kind == "company" or _heads_another(line, index + 1) or _is_firm(line, index + 1)):
            break
        elif _enumerates(line, index) or _leads_on(line, index, places):
            index += 1
        elif after := _continued(line, index, of_body=bool(kind)):
            index = after
        else:
            break
    return index


def _heads_another(line: Line, index: int) -> bool:
    """Whether another body's head noun stands here."""
    return bool(line.match(index, _head_phrases())) and line[index].capital


def _is_firm(line: Line, index: int) -> bool:
    """Whether a firm is named behind "và": "và công ty Hancom", "và hãng bảo mật Kaspersky", "và Kaspersky Lab"."""
    if noun := line.match(index, marked_phrases("bodies_vietnamese", "firms")):
        told = line[index + noun : index + noun + _WHAT_IT_IS]
        ends = next((token for token in told if token.capital or token.kind != "word"), None)
        return ends is not None and ends.capital
    token = line[index] if index < len(line) else None
    if token and token.upper and len(token.text) > _SHORT + 1:
        return not is_common(token.text) and line.key(index + 1) not in DASHES | {"&"}
    foreign = token is not None and token.capital and not token.upper and len(token.text) > _SHORT
    return foreign and not vietnamese_shaped(line.key(index)) and not line.match(index, _goes_on())


def _enumerates(line: Line, index: int) -> bool:
    """A comma inside "Lao động, Thương binh và Xã hội": fields on both sides and a "và" before any other mark."""
    if line.key(index) != "," or not line.match(index + 1, _goes_on()) or not line[index + 1].capital:
        return False
    if _heads_another(line, index + 1):
        return False
    ahead = range(index + 2, min(index + 7, len(line)))
    closed = next((k for k in ahead if line[k].kind != "word" or line.key(k) == "va"), 0)
    return bool(closed) and line.key(closed) == "va" and bool(line.match(closed + 1, _goes_on()))


def _leads_on(line: Line, index: int, places: dict[int, int]) -> bool:
    """Whether a lower-case word leads on to the next capital of the same name: no verb, no end of a fixed phrase."""
    free = line[index].kind == "word" and line.match(index - 1, _goes_on()) < 2 and not line.match(index, _stops())
    return free and _reaches(line, index, places, _REACH)


def _behind_seat(line: Line, first: int, index: int, places: dict[int, int]) -> int:
    """A mission's name goes on with where it sits: "Đại sứ quán Việt Nam tại Nhật Bản"."""
    mission = " ".join(line.keys[max(0, first - 2) : first]) in words("bodies_vietnamese", "missions")
    return places[index + 1] if mission and line.key(index) == "tai" and index + 1 in places else index


def _opens_body(line: Line, index: int) -> bool:
    """Whether another body's name begins here; "Bộ trưởng" is a minister, no ministry."""
    return line.lows[index] in _heads() and line.key(index + 1) != "truong"


def _continued(line: Line, index: int, of_body: bool) -> int:
    """The token behind a lower-case word that a capital began ("An toàn") or that fields are made of; 0 for a verb."""
    if line[index].kind != "word" or line[index - 1].kind != "word":
        return 0
    if (length := line.match(index - 1, _goes_on())) > 1:
        return index - 1 + length
    stopped = line.match(index, _stops())
    if (length := line.match(index, _goes_on())) and length >= stopped:  # "công bố" is a verb, "công" none
        return index + length
    begun = line[index - 1].capital and not line[index - 1].upper
    native = vietnamese_shaped(line.key(index - 1)) or not of_body  # "Viettel bán" begins no word of a body's name
    return index + 1 if begun and native and not stopped else 0


def _reaches(line: Line, index: int, places: dict[int, int], reach: int) -> bool:
    """Whether a capital of the same name comes within `reach` words, with no verb or mark between."""
    for ahead in range(index, min(index + reach, len(line))):
        token = line[ahead]
        if token.capital or ahead in places:
            return line.lows[ahead] not in _heads() and not name_length(line, ahead) >= 3
        if token.kind != "word" or ((ahead > index or reach > 1) and line.match(ahead, _stops())):
            return token.text == "("
    return False
