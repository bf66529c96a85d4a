"""What the shape of a name tells: where a person's name begins, and how far it goes."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.find.tokens import DASHES, Line
from vnitcoop.find.vocabulary import marked_phrases, phrases, words
from vnitcoop.lexicon import lexicon
from vnitcoop.text import strip_marks

_VIETNAMESE_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|kh|gh|ph|th|tr|ch|gi|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_ROMAJI = re.compile(r"(?:(?:[kgsztdnhbpmyrwjf]|ch|sh|ts|[kgsznhbpmrj]y)?[aiueo]{1,2}n?){2,6}")
_KOREAN_SYLLABLE = re.compile(r"[bcdghjklmnpstwy]{0,3}[aeiouyw]{1,3}(?:ng|[kgnlrmptbs])?k?")


@cache
def name_words(group: str) -> frozenset[str]:
    """One group of lexicon/people.yml, folded."""
    return frozenset(strip_marks(str(w)).lower() for w in lexicon("people")[group])


@cache
def topics() -> frozenset[str]:
    """Words of bodies' names; none of them is part of a person's name."""
    bodies = lexicon("bodies")
    heads = {w for group in bodies["english_heads"].values() for w in group}
    return frozenset(bodies["topics"]) | heads | frozenset(lexicon("events")["en"]["named"])


@cache
def openers(language: str) -> frozenset[str]:
    """Words that stand with a capital though they name nothing."""
    return frozenset(lexicon("openers")[language])


@cache
def office_words() -> frozenset[str]:
    """Words of titles that are no one's name."""
    titles = (t for language in ("en", "fr") for t in lexicon("titles")[language]["titles"])
    return frozenset(w for t in titles for w in t.replace("-", " ").split()) - name_words("not_only_of_offices")


def vietnamese_shaped(key: str) -> bool:
    return _VIETNAMESE_SYLLABLE.fullmatch(key) is not None


def name_length(line: Line, first: int) -> int:
    """How many tokens a person's name takes that begins at `first`, judged by known names alone; 0 if none does."""
    if not line[first].capital:
        return 0
    if first not in line.name_lengths:
        line.name_lengths[first] = _name_length(line, first)
    return line.name_lengths[first]


def _name_length(line: Line, first: int) -> int:
    token = line[first]
    if len(token.key) < 2:
        return 0
    if length := _vietnamese(line, first) or _korean(line, first):
        return length
    return 0 if token.key in openers(line.language) or token.key in topics() else _given_first(line, first)


def name_part(line: Line, index: int) -> bool:
    """Whether a token may stand inside a person's name: a capitalised word that names no topic."""
    if index >= len(line):
        return False
    token = line[index]
    word = token.text.lower() if line.language == "vi" else token.key  # "Cơ" is no "co-"
    if not token.capital or word in topics() or word in office_words() or (token.upper and len(token.text) > 3):
        return False
    return line.language == "vi" or token.key not in openers(line.language)


def _vietnamese(line: Line, first: int) -> int:
    if line.key(first) not in name_words("vietnamese_surnames"):
        return 0
    told_by_marks = line.language == "vi" and line.key(first) in {"tong", "sam", "ung"}  # "Tổng" is no "Tống"
    if told_by_marks and line[first].text not in words("grammar", "surnames_told_by_marks"):
        return 0
    last = first + 1
    while (
        last < len(line)
        and last - first < 5
        and _syllable(line, last)
        and vietnamese_shaped(line.key(last))
        and not line[last].glued
        and line.match(last, phrases("titles", "vi", "titles")) < 2
    ):
        last += 1
    length = last - first
    if length >= 3:
        return length
    known = length == 2 and line.key(first + 1) in name_words("vietnamese_syllables")
    if known and line.language == "vi" and line.match(first + 1, marked_phrases("bodies_vietnamese", "goes_on")) > 1:
        return 0  # "Cung Văn hóa"
    at_start = first == 0 and line.key(first) in words("grammar", "surnames_that_open")
    return 2 if known and not at_start else 0


def _syllable(line: Line, index: int) -> bool:
    """Whether a token may be a syllable of an Asian name; here "Son", "Young" and "Cơ" are names, not openers."""
    token = line[index]
    written = token.text.lower()
    return token.capital and written not in topics() and written not in office_words()


def given_behind_surname(line: Line, index: int) -> bool:
    """ "Kim In": whether a token is the one Korean syllable that ends a name, be it an English word elsewhere."""
    if index >= len(line) or line.key(index - 1) not in name_words("korean_surnames"):
        return False
    ends = index + 1 >= len(line) or not (line[index + 1].capital or line[index + 1].glued)
    token = line[index]
    return ends and token.capital and not token.upper and token.key not in topics() and _korean_shaped(token.key)


def _korean(line: Line, first: int) -> int:
    if line.key(first) not in name_words("korean_surnames"):
        return 0
    last, syllables = first + 1, 0
    while last < len(line) and syllables < 2:
        if line[last].key in DASHES and last + 1 < len(line) and line[last + 1].glued:
            last += 1
        parts = line.key(last).split("-")
        if (
            last >= len(line)
            or not (_syllable(line, last) or line[last - 1].key in DASHES)
            or not all(map(_korean_shaped, parts))
        ):
            break
        last, syllables = last + 1, syllables + len(parts)
    known = {s for i in range(first + 1, last) for s in line.key(i).split("-")} & name_words("korean_syllables")
    joined = any("-" in line.key(i) for i in range(first + 1, last))  # "Noh-wan"
    return last - first if syllables == 2 and (known or joined) else 0


def _korean_shaped(key: str) -> bool:
    return _KOREAN_SYLLABLE.fullmatch(key) is not None or key in name_words("korean_syllables")


def _given_first(line: Line, first: int) -> int:
    """Given name and family name, in either order: Yuko Adachi, Donald Trump, Nakajima Takeo."""
    parts = {line.key(first), line.key(first + 2)}
    if line.key(first + 1) == "-" and line[first + 1].glued and parts & name_words("western_given"):
        length = _western(line, first)
        return length if length > 3 else 0  # "Jean-Claude Dardelet"; "Mercedes-Benz" is a firm
    if not name_part(line, first + 1):
        return _western(line, first) if line.key(first) in name_words("western_given") else 0  # "Sophie Le Bihan"
    one, two = line.key(first), line.key(first + 1)
    given, family = name_words("japanese_given"), name_words("japanese_surnames")
    if (one in given and (two in family or _romaji(two))) or (one in family and two in given):
        return 2
    if two in family and _romaji(one) and one not in name_words("western_given"):
        return 2
    if one in name_words("western_given") or one in name_words("indian_names"):
        return _western(line, first)
    return 0


def _western(line: Line, first: int) -> int:
    last = first + 1
    while last < len(line) and last - first < 4:
        initial = line[last].capital and len(line[last].text) == 1 and line.key(last + 1) == "."
        large = line[last].capital and line[last].key in words("grammar", "large_particles")
        particle = (large or line[last].key in words("grammar", "particles")) and name_part(line, last + 1)
        hyphen = line[last].key in DASHES and line[last].glued and name_part(line, last + 1) and line[last + 1].glued
        if initial or hyphen:
            last += 2
        elif particle or name_part(line, last):
            last += 1
        else:
            break
    if last - first >= 4 and line.key(last) in DASHES and line[last].glued and name_part(line, last + 1):
        last += 2  # "Jorge Luis Perdomo Di-Lella"
    return last - first if last - first >= 2 else 0


def _romaji(key: str) -> bool:
    return len(key) >= 4 and _ROMAJI.fullmatch(key) is not None
