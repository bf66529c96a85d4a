"""Names of bodies in French text: they run on in lower case behind the noun that makes them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnitcoop.find.names.acronyms import is_common
from vnitcoop.find.names.bodies import Body, head_phrases, heads, kind_of
from vnitcoop.find.names.people_names import name_length
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.tokens import DASHES, Line
from vnitcoop.find.vocabulary import words

_LONGEST = 20  # tokens of a name before the bracket that closes it
_CALLED = frozenset({"association", "agency"})  # "l'association russe RUSSOFT"
_REACH = 6  # tokens from one field of a ministry to the "et" before its last
_SMALL = frozenset({"en", "par", "a"})
_ADJECTIVE = (
    "ien",
    "ienne",
    "iens",
    "iennes",
    "ais",
    "aise",
    "aises",
    "ois",
    "oise",
    "al",
    "ale",
    "aux",
    "ales",
    "ique",
    "iques",
    "phone",
    "phones",
    "el",
    "elle",
    "els",
    "elles",
    "aire",
    "aires",
    "if",
    "ive",
    "ifs",
    "ives",
    "on",
    "onne",
    "ain",
    "aine",
    "ine",
    "eenne",
    "een",
    "eens",
    "eur",
    "eure",
    "eurs",
    "eures",
    "ier",
    "anger",
    "ere",
    "ers",
    "eres",
    "ant",
    "ante",
    "igent",
    "igente",
    "igents",
    "igentes",
    "able",
    "ables",
    "libre",
    "libres",
)


def french_bodies(line: Line, taken: frozenset[int]) -> Iterator[Body]:
    """Bodies by head noun; a head in lower case counts only where its kind does and a capital follows."""
    done = 0
    for first, last in line.find(head_phrases("french_heads")):
        key = " ".join(line.keys[first:last])
        written_large = line[first].capital
        if first < done or not (written_large or key in words("bodies", "french_lower_heads")):
            continue
        closed = _closed(line, last)
        end = closed or grow(line, last, heads("french_heads")[line.keys[first:last]] != "company", taken)
        common = not written_large and key in words("bodies", "french_common_heads")
        named = any(
            line[i].capital and not (common and (i in taken or is_common(line[i].text))) for i in range(last, end)
        )
        if end == last or not (named or (written_large and (closed or (first > 0 and end - last >= 2)))):
            continue
        kind = heads("french_heads")[line.keys[first:last]]
        alone = _named_alone(line, last, end) if not written_large else first
        name = alone if kind == "company" or (kind in _CALLED and key != "centre" and alone < end) else first
        hall = key == "centre" and words("bodies", "halls") & set(line.keys[last : last + 3])
        if name < end and not hall:
            yield Body(name, end, kind_of(line.words(first, end), kind), "body-by-head-noun")
        done = end


def without_person(line: Line, first: int, last: int) -> int:
    """ "des Communications Boviengkham Vongdara": a field ends with its noun where two more capitals follow that."""
    run = last
    while run > first and line[run - 1].capital:
        run -= 1
    return run + 1 if last - run > 2 and not _is_adjective(line.key(run + 1)) else last


def _named_alone(line: Line, index: int, end: int) -> int:
    """Where a firm's own name begins behind "le groupe", "la société bruxelloise"; `end` where there is none."""
    while index < end and not line[index].capital:
        if line.key(index) in words("grammar", "french_links"):
            return end  # "le groupe de Santa Clara" says where it sits, not its name
        index += 1
    return index


def _closed(line: Line, index: int) -> int:
    """The token before "(INRIA)" where only the words of one name lead up to that bracket, else 0."""
    for k in range(index, min(index + _LONGEST, len(line)) if "(" in line.held else index):
        if line.key(k) == "(":
            return k if k > index and k + 2 < len(line) and line[k + 1].capital and line.key(k + 2) == ")" else 0
        within = line[k].kind in {"word", "elision"} or line[k].key in DASHES
        head = line.keys[k : k + 1] in heads("french_heads") and line[k].capital
        another = line.key(k - 1) == "et" and line.key(k) in words("grammar", "french_articles")  # "et le Régulateur"
        if not within or another or head or (_stops(line.key(k)) and line.key(k) not in _SMALL) or name_length(line, k):
            return 0
    return 0


def grow(line: Line, index: int, joined: bool = True, taken: frozenset[int] = frozenset()) -> int:
    """The token behind the lower-case complement of a head or title: "des technologies de l'information".

    `taken` are tokens of places and other known names, which are no person's.
    """
    start = index = min(index, len(line))
    if index < len(line) and line.key(index - 1) in words("bodies", "named_after"):
        index += name_length(line, index)  # "Université Claude Bernard Lyon 1"
    while index < len(line):
        token = line[index]
        if token.capital and (index in taken or not name_length(line, index)):
            index += 1
        elif token.key in DASHES and index + 1 < len(line) and line[index + 1].capital and line[index - 1].capital:
            index += 2
        elif (joined or line.key(index) not in {"et", "&"}) and (after := _linked(line, index, taken)):
            if index > start and line.key(after - 1) in words("bodies", "french_seats"):
                break  # "l'Agence de promotion des investissements de la ville"
            index = after
        elif index > start and (after := _enumerated(line, index, start, taken)):
            index = after
        elif token.kind == "number" and line[index - 1].capital and len(token.key) < 3:
            index += 1  # "Université Paris 6"
        elif token.kind == "word" and not token.capital and _is_adjective(token.key):
            index += 1
        else:
            break
    return index


def _enumerated(line: Line, comma: int, start: int, taken: frozenset[int]) -> int:
    """The token behind ", des Communications" of "du Numérique, des Communications et des Médias", or 0.

    Behind a head in the plural, "les ministères du Plan, des Finances et du Commerce", each is of another body.
    """
    links = words("grammar", "french_links")
    if line.key(comma) != "," or line.key(comma + 1) not in links or line.key(start - 1).endswith("s"):
        return 0
    after = _linked(line, comma + 1, taken)
    ahead = range(after, min(after + _REACH, len(line) - 1)) if after and line[after - 1].capital else ()
    ends = next((k for k in ahead if line[k].kind == "mark" or line.key(k) == "et"), 0)
    again = line.key(ends) == "," and _enumerated(line, ends, start, taken)
    return after if again or (line.key(ends) == "et" and line.key(ends + 1) in links) else 0


def _is_adjective(key: str) -> bool:
    return (
        key.rpartition("-")[2] in demonyms()
        or key in words("bodies", "french_participles")
        or (key.endswith(_ADJECTIVE) and not (_stops(key) or key in words("grammar", "french_towards")))
    )


def _linked(line: Line, index: int, taken: frozenset[int]) -> int:
    """The token behind a link and its noun ("des technologies", "et de la Communication"), or 0."""
    key = line.key(index)
    after = index + 1
    if key in words("grammar", "french_towards") and line[index - 1].capital and not _is_mission(line, index):
        return 0
    if key in words("grammar", "french_towards"):
        if key == "aux" and line.key(after) and not (line[after].capital or _stops(line.key(after))):
            return after + 1  # "Centre de réponse aux incidents"
        after += line.key(after) in words("grammar", "french_articles")
        placed = after in taken and _is_mission(line, index)
        free = after < len(line) and line[after].capital and (placed or not name_length(line, after))
        return after + 1 if free else 0
    if key not in words("grammar", "french_links"):
        return 0
    if key == "et" and index - 1 in taken and line.key(after) not in words("grammar", "french_links"):
        return 0  # "le Comité populaire de Hanoï et X": behind a place another begins
    linked = key not in {"et", "&"}
    while line.key(after) in words("grammar", "french_links") or line.key(after) in words("grammar", "french_articles"):
        linked, after = True, after + 1
    if after >= len(line) or line[after].kind != "word" or _stops(line.key(after)):
        return 0
    if (name_length(line, after) and after not in taken) or (key == "pour" and after == index + 1):
        return 0  # "pour former" is a purpose, "pour la formation" may be of the name
    if line.key(after) in words("bodies", "french_before_nouns") and after + 1 < len(line):
        after += line[after + 1].kind == "word"
    a_field = linked and line.key(after) == "societe" and _is_adjective(line.key(after + 1))  # "Société numérique"
    starts_body = line.keys[after : after + 1] in heads("french_heads") and not a_field
    plural = line.key(index - 1).endswith("s") and line.key(after).endswith("s")
    if key in {"et", "&"} and (starts_body or not (linked or line[after].capital or plural)):
        return 0
    return after + 1


def _is_mission(line: Line, index: int) -> bool:
    """A mission or national university, whose name goes on behind its own country: "du Vietnam à Fukuoka"."""
    before = line.keys[max(0, index - 8) : index]
    national = ("universite", "nationale") in pairwise(before)
    return national or any(k.startswith(("consul", "ambassad", "representation")) for k in before)


def _stops(key: str) -> bool:
    return key in words("bodies", "french_stops")
