"""Whether a line is nothing but somebody's name, as authors sign."""

from __future__ import annotations

import re
from functools import cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.outlets import could_be_outlet, known_outlet
from vnitcoop.read.words import any_of, folded
from vnitcoop.text import fold, strip_marks

_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
    r"(?:uyeu|uye|oai|oay|uay|uoi|uou|ieu|yeu|oeo|ia|ie|iu|ua|uo|ue|uy|ui|uu|oa|oe|oi|oo|ai|ao|au|ay|eo|eu|ya|ye|[aeiouy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]+)*\.?")
_INITIALS = re.compile(r"(?:[A-ZĐ]\.){2,4}")
_SPLIT = re.compile(r"\s*(?:,|;|&|/|\s[-–—]\s|\s+(?:and|et|và)\s+)\s*")


def is_syllable(word: str) -> bool:
    """Whether a word can be a Vietnamese syllable, marks aside."""
    return bool(_SYLLABLE.fullmatch(strip_marks(word).casefold()))


def is_name(words: str) -> bool:
    """Whether the words are one person's name: two to five capitalised words that nothing else explains."""
    parts = words.split()
    if not 2 <= len(parts) <= 5 or len(words) > 50:
        return False
    if not all(_NAME_WORD.fullmatch(part) and part[0].isupper() for part in parts):
        return False
    if words.isupper() and len(parts) > 4:
        return False
    if known_outlet(words) or could_be_outlet(words) or _is_furniture(fold(words)):
        return False
    common = [part for part in parts if part.casefold() in _common()]
    return not common or _is_vietnamese_too(parts, common)


def _is_vietnamese_too(parts: list[str], common: list[str]) -> bool:
    """Vietnamese names that hold what is a function word elsewhere: "Le Hoang", "Do Thi Ha", "Tran My"."""
    people = lexicon("people")
    syllables = {*people["vietnamese_syllables"], *lexicon("layout")["surnames_like_words"]}
    return (
        (parts[0] in people["vietnamese_surnames"] or parts[0].casefold() in lexicon("layout")["surnames_like_words"])
        and all(is_syllable(part) for part in parts)
        and all(part.casefold() in syllables for part in common)
    )


def is_named(words: str) -> bool:
    """Whether words are capitalised throughout as names are, small words aside."""
    return (
        len(words.split()) <= 8
        and all(word[0].isupper() or word == "&" or word in _common() for word in words.split())
        and words[0].isupper()
        and not _is_furniture(fold(words))
    )


def is_vietnamese_name(words: str) -> bool:
    """A name all of whose words can be Vietnamese syllables."""
    return is_name(words) and all(is_syllable(part.strip(".")) for part in words.split())


def names_in(words: str) -> list[str]:
    """The people whom a byline names, in its order: "Thu Ha and Minh Anh"."""
    parts = (part.strip(" ()") for part in _SPLIT.split(words))
    return [part if _INITIALS.fullmatch(part) else part.strip(" .") for part in parts if part.strip(" .")]


def signed_names(words: str) -> list[str]:
    """The people whom words sign with ("By Thu Ha and Minh Anh"), or none if they say anything else."""
    signed = without_by(words)
    parts = names_in(signed)
    return parts if all(map(is_name, parts)) else []


def without_by(words: str) -> str:
    """The words behind "by", "par" and their like."""
    return _by().sub("", words)


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"^{any_of(lexicon('layout')['author'])}(?:\s*:\s*|\s+)(?=[^\W\d_])", re.IGNORECASE)


def _is_furniture(key: str) -> bool:
    return any(key in folded(name) for name in ("furniture", "sections", "places", "countries", "related", "home"))


def is_common(word: str) -> bool:
    """Whether a word stands in headings and sentences, and hardly in names."""
    return word.casefold() in _common()


@cache
def _common() -> frozenset[str]:
    words = lexicon("layout_languages")
    function_words = {word for language in ("en", "fr") for word in words[language]}
    return frozenset(function_words | set(lexicon("layout")["never_in_names"]))
