"""What a person is in charge of, between a title and its body: "of digital policy", "for Asia", "des études"."""

from __future__ import annotations

from collections.abc import Collection

from vnitcoop.find.names.acronyms import is_common
from vnitcoop.find.names.people_names import name_length
from vnitcoop.find.names.titles import skip_article
from vnitcoop.find.tokens import DASHES, Line, Phrases
from vnitcoop.find.vocabulary import marked_phrases, phrases, words

LONGEST = 9  # tokens of what a person is in charge of
_ALONE = 5  # tokens of it where no body follows


def charge_end(line: Line, index: int, bodies: Collection[int] = ()) -> int:
    """ "of digital policy (at ...)", "for Asia (of ...)": the token behind what a person is in charge of.

    Only where a link and a capital follow, which name the body, at best one of `bodies`, the first tokens of those that
    are known; else `index` itself.
    """
    length = line.match(index, links(line))
    inside = index + length
    if inside < len(line) and line[inside].upper and len(line[inside].text) > 2 and not is_common(line[inside].text):
        return index  # "of ASEAN for ..."
    charge = index
    while length and inside < min(len(line) - 1, index + length + LONGEST) and is_charge(line, inside, index + length):
        inside += 1
        link = line.match(inside, links(line))
        behind = skip_article(line, inside + link)
        if link and behind in bodies:
            return inside
        named = behind < len(line) and (line[behind].capital or called_by_kind(line, behind))
        charge = inside if link and named and charge == index else charge
    return charge


def charge_alone(line: Line, index: int) -> int:
    """ "directeur des études, A", "head of engineering A": the token behind the charge before a name."""
    inside = index + line.match(index, links(line))
    at = skip_article(line, inside)
    ends = min(inside + _ALONE, len(line)) if inside > index else at
    while at < ends and is_charge(line, at, inside) and not line[at].capital:
        at += 1
    comma = at + (line.key(at) == ",")
    named = comma < len(line) and (name_length(line, comma) > 0 or line.key(comma) in {"m", "mme", "mr", "ms"})
    return at if at > inside > index and named and line.language != "vi" else index


def is_charge(line: Line, index: int, start: int) -> bool:
    """Whether a token may stand in what a person is in charge of: no verb, no mark but a dash or "&"."""
    token = line[index]
    if token.kind != "word":
        return token.kind == "elision" or token.key in DASHES | {"&"}
    opens = index == start or bool(line.match(index - 1, links(line)))
    article = token.key in words("grammar", "articles")
    ends = token.key in words("titles", line.language, "ends_charge")
    return (opens or not article) and not ends and not name_length(line, index)


def called_by_kind(line: Line, index: int) -> int:
    """ "director of the centre", "chủ tịch hiệp hội": the token behind a body called by its kind alone, or 0."""
    behind = index + line.match(index, phrases("bodies", "alone", line.language))
    if behind == index or behind >= len(line):
        return 0
    if line.language == "vi":  # "Giám đốc Trung tâm quốc gia ..." goes on
        ends = line[behind].kind != "word" or name_length(line, behind)
        return behind if ends or line.match(behind, marked_phrases("bodies_vietnamese", "stops")) else 0
    named = line[behind].capital and not name_length(line, behind)
    goes_on = named or line.key(behind) in words("bodies", "goes_on_behind")
    return 0 if goes_on else behind


def links(line: Line) -> Phrases:
    return phrases("titles", line.language, "links")
