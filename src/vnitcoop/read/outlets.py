"""Agencies, papers and portals by the names under which they sign."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from vnitcoop.lexicon import lexicon
from vnitcoop.read.words import any_of, folded
from vnitcoop.text import fold

_DOMAIN = re.compile(
    r"(?:www\.)?[\w-]{2,30}(?:\.[\w-]{2,30}){0,2}\.(?:vn|com|net|org|info|fr|kr|jp|sg|in|au)", re.IGNORECASE
)
_BORDER = re.compile(r"[|()•]|\d:\d")
_INITIALS = re.compile(r"[A-ZĐ]{2,8}")
_MOST_WORDS = 7
_SMALL = frozenset({"of", "the", "and", "de", "du", "la", "le"})
_ARTICLES = frozenset({"Le", "La", "Les"})
_JOINT = re.compile(r"\s*/\s*|\s+[-–—]\s+|\s*,\s*")


@dataclass(frozen=True, slots=True)
class Outlet:
    country: str | None
    end_mark: str | None


@cache
def _by_name() -> dict[str, Outlet]:
    outlets = {}
    for entry in lexicon("outlets"):
        outlet = Outlet(entry.get("country"), entry.get("end_mark"))
        for name in entry["names"]:
            outlets[name.casefold()] = outlet
            if fold(name) not in folded("countries"):  # "Vietnam+"
                outlets[fold(name)] = outlet
    return outlets


@cache
def outlet_pattern() -> str:
    """A regular expression for the printed name of any known outlet."""
    return any_of(name for entry in lexicon("outlets") for name in entry["names"])


@lru_cache(maxsize=4096)
def known_outlet(words: str) -> Outlet | None:
    """The outlet that the words name, joint signatures ("VNA/CVN") by their first."""
    if len(words) > 80 or not words.strip():
        return None
    whole = _by_name().get(words.strip().casefold()) or _by_name().get(fold(words))
    edition = _behind_name("editions").sub("", words)
    if whole or edition != words:
        return whole or known_outlet(edition)
    parts = [part for part in _JOINT.split(words.strip()) if part]
    outlets = [_by_name().get(fold(part)) for part in parts]
    if outlets and all(outlets):
        return outlets[0]
    return _with_initials(words)


def could_be_outlet(words: str) -> bool:
    """Whether words that no list knows have the form of an outlet's name: "Asia Tech Daily", "mpi.gov.vn"."""
    words = words.strip()
    parts = words.split()
    if not 1 <= len(parts) <= _MOST_WORDS or len(words) > 60 or _BORDER.search(words):
        return False
    if _DOMAIN.fullmatch(words):
        return True
    parts = _behind_name("online").sub("", words).split()
    if len(parts) >= 2 and parts[0] in _ARTICLES and parts[1][0].isupper() and _first_words().match(words):
        return True  # "Le Courrier du numérique"
    if not len(parts) >= 2 or not all(p[0].isupper() or fold(p) in _SMALL or not p[0].isalpha() for p in parts):
        return False
    return fold(parts[-1]) in _last_words() or bool(_first_words().match(words))


def called_outlet(words: str) -> bool:
    """Whether a name begins as those of papers do, however it goes on: "Tạp chí An toàn thông tin"."""
    match = _first_words().match(words)
    if match is None or len(words.split()) > _MOST_WORDS:
        return False
    return words[0].isupper() and words[match.end()].isupper()


def holds_outlet_word(words: str) -> bool:
    """Whether a name holds, at any place, a word that papers' names hold: "Agence Ecofin", "Radio Free Asia"."""
    first, *others = map(fold, words.split())
    beside = lexicon("layout")["outlet_words"]["beside_date"]
    return first in beside or any(part in beside or part in _last_words() for part in others)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(map(fold, lexicon("layout")["outlet_words"]["last"]))


@cache
def _behind_name(what: str) -> re.Pattern[str]:
    return re.compile(rf"\s+{any_of(lexicon('layout')['outlet_words'][what])}$", re.IGNORECASE)


@cache
def _first_words() -> re.Pattern[str]:
    return re.compile(rf"(?>{any_of(lexicon('layout')['outlet_words']['first'])})\s+(?=\w)", re.IGNORECASE)


def _with_initials(words: str) -> Outlet | None:
    """An agency that signs with initials, a body or a place: "VNA/PK", "AUF/Le Courrier du Vietnam", "VOV-Tokyo"."""
    parts = [part.strip() for part in re.split(r"/|(?<=\w)-(?=\w)", words)]
    outlets = [_by_name().get(fold(part)) for part in parts]
    known = [outlet for outlet in outlets if outlet]
    strangers = [part for part, outlet in zip(parts, outlets, strict=True) if not outlet]
    return (
        known[0]
        if known
        and all(_INITIALS.fullmatch(part) or fold(part) in folded("places") | folded("countries") for part in strangers)
        else None
    )


def undoubled(words: str) -> str | None:
    """The known outlet's name in words that print it once, or twice without a break ("VietnamPlusVietnamPlus")."""
    words = words.strip()
    if known_outlet(words):
        return words
    half = words[: len(words) // 2].strip()
    return half if half and half + words[len(half) :].strip() == half * 2 and known_outlet(half) else None
