"""Plain text tools that every stage shares: folding, slugs, white space. All pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_STRAIGHT = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212\u2018\u2019\u02bc\u201c\u201d", "------'''\"\"")
_POSSESSIVE = re.compile(r"'s\b")
_WORDS = re.compile(r"[^\W_]+")
_D_STROKE = {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}


class _Plain(dict[int, str]):
    """Each letter without its marks, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        decomposed = unicodedata.normalize("NFD", _D_STROKE.get(letter, letter))
        plain = self[code] = "".join(c for c in decomposed if not unicodedata.combining(c))
        return plain


class _Even(dict[int, str]):
    """Each letter as one letter: without its marks, or itself where nothing else is left of it."""

    def __missing__(self, code: int) -> str:
        even = self[code] = (_PLAIN[code] or chr(code))[:1]
        return even


class _Straight(dict[int, str]):
    """Each letter without its marks, each dash, apostrophe and quotation mark in its plain form."""

    def __missing__(self, code: int) -> str:
        plain = self[code] = _PLAIN[_STRAIGHT.get(code, code)]
        return plain


_PLAIN = _Plain()
_EVEN = _Even()
_PLAIN_AND_STRAIGHT = _Straight()


def strip_marks(text: str) -> str:
    """The text without diacritics; đ becomes d. Case and length of everything else stay."""
    return text if text.isascii() else text.translate(_PLAIN)


def strip_marks_evenly(text: str) -> str:
    """The text without diacritics, letter for letter, so that offsets hold."""
    return text if text.isascii() else text.translate(_EVEN)


@lru_cache(maxsize=8192)  # lines and names of a few articles: many rules ask for the same
def fold(text: str) -> str:
    """The key under which spellings of one name meet: no marks, case, punctuation, possessive or article.

    >>> fold("The Viet Nam – Japan IT Co-operation Club’s")
    'viet nam japan it co operation club'
    """
    plain = (text if text.isascii() else text.translate(_PLAIN_AND_STRAIGHT)).casefold()
    words = _WORDS.findall(_POSSESSIVE.sub(" ", plain) if "'" in plain else plain)
    if len(words) > 1 and words[0] in {"the", "l", "la", "le", "les"}:
        words = words[1:]
    return " ".join(words)


def slug(text: str, limit: int = 80) -> str:
    """Lower-case ASCII words joined by hyphens, cut at a word's end to `limit` characters.

    >>> slug("Đắk Lắk & Hà Nội")
    'dak-lak-ha-noi'
    """
    words = re.sub(r"[^a-z0-9]+", " ", fold(text).encode("ascii", "ignore").decode()).split()
    while len(words) > 1 and len("-".join(words)) > limit:
        words.pop()
    return "-".join(words)[:limit].strip("-") or "unnamed"


def squash(text: str) -> str:
    """Runs of white space as one blank, none at the ends."""
    return " ".join(text.split())
