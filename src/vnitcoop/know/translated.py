"""A name's structure in English words: under it names in different languages meet, when each word is the other's.

The word lists are lexicon/glossary.yml. A word that they lack stays as it is, and keeps the names apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from vnitcoop.know.names import Naming, Rewriter, folded, is_place, stemmed, toned, without_edition, word_set
from vnitcoop.lexicon import lexicon

_JOINT = re.compile(r"\s*(?:[,&]|\bet\b|\bvà\b)\s*", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([A-ZĐ][\w&-]*\)")  # an acronym within a name
_AND = "and"  # what a joint is in English
_KIND = "#"  # stands before the kind of what is named: "#ministry"


def structure(name: str, language: str, naming: Naming) -> str:
    """States and places as they follow each other, kinds, then the joined parts, each with its words in any order.

    "Bộ Khoa học và Công nghệ" and "Ministry of Science and Technology" are both " / #ministry / science / technology".
    """
    words = _kinds()(naming.located(_english(name, language)))
    kinds = sorted({w for w in words if w.startswith(_KIND)})
    places = [w for w in words if is_place(w)]
    parts: list[set[str]] = [set()]
    for word in without_edition(words):
        if word == _AND:
            parts.append(set())
        elif not (is_place(word) or word.startswith(_KIND) or word in word_set("small_words", "levels")):
            parts[-1].add(word)
    if _of_members(kinds):
        parts = [set().union(*parts)]
        parts[0] = parts[0] - set(lexicon("glossary")["members"]["implied"]) or parts[0]
    return " / ".join((" ".join(places), " ".join(kinds), *(" ".join(sorted(part)) for part in parts if part)))


def _of_members(kinds: list[str]) -> bool:
    """Whether a body is one of members: in whatever order its name joins their fields, and whether it says
    "industry" or "enterprises" besides, it is of the same."""
    return len(kinds) == 1 and kinds[0].removeprefix(_KIND) in lexicon("glossary")["members"]["kinds"]


def without_places(key: str) -> str:
    """A structure without its states and places; "" where nothing but the kind would be left."""
    _, kinds, *parts = key.split(" / ")
    return " / ".join(("", kinds, *parts)) if parts else ""


def places_of(key: str) -> str:
    """The states and places that a structure names."""
    return key.partition(" / ")[0]


def kind_and_words(key: str) -> tuple[str, list[str]]:
    """The kind of a structure, if it has but one, and its words, if no state or place is among them."""
    places, kinds, *parts = key.split(" / ")
    return kinds if " " not in kinds else "", [] if places else " ".join(parts).split()


def tells_enough(key: str) -> bool:
    """Whether a structure is a name: a kind, and something besides."""
    places, kinds, *parts = key.split(" / ")
    return bool(kinds) and bool(places or parts)


def names_a_kind_alone(key: str) -> bool:
    """Whether a structure says what kind of body it is and nothing more: "the provincial People's Committee"."""
    places, kinds, *parts = key.split(" / ")
    return bool(kinds) and not (places or parts)


def lacks_its_seat(key: str, home: str) -> bool:
    """Whether a structure is of a mission of the home country that does not say where it sits; it has many."""
    return key in (f"{home} / #embassy", f"{home} / #consulate")


def is_of_state(key: str) -> bool:
    """Whether a structure is of a ministry or department."""
    return bool({"#ministry", "#department"} & set(key.split(" / ")[1].split()))


def _english(name: str, language: str) -> list[str]:
    """The words of a name, those that the glossary knows in English."""
    text = _JOINT.sub(f" {_AND} ", _BRACKET.sub("", unicodedata.normalize("NFC", name)))
    if language not in lexicon("glossary")["words"]:
        return folded(text).split()
    shaped = toned(text) if language == "vi" else folded(text)
    return folded(" ".join(_glossary(language)(shaped.split()))).split()


@cache
def _glossary(language: str) -> Rewriter:
    """From a language's phrases to English."""
    known = lexicon("glossary")
    shape = toned if language == "vi" else folded
    phrases = {str(k): str(v) for k, v in known["words"][language].items()}
    for forms in known["heads"].values():
        phrases |= {str(form): str(forms["en"][0]) for form in forms[language]}
    return Rewriter({shape(_JOINT.sub(f" {_AND} ", k)): v for k, v in phrases.items()})


@cache
def _kinds() -> Rewriter:
    """From English words to the one that stands for all of their meaning, and to kinds."""
    known = lexicon("glossary")
    phrases = {str(word): str(one) for word, one in known["same"].items()}
    for kind, forms in known["heads"].items():
        phrases |= {str(form): _KIND + str(kind).replace(" ", "-") for form in forms["en"]}
    return Rewriter({" ".join(stemmed(folded(k).split())): " ".join(stemmed(v.split())) for k, v in phrases.items()})
