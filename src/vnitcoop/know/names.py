"""The keys under which spellings of one name meet. All pure; the word lists are lexicon/naming.yml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from vnitcoop.lexicon import lexicon
from vnitcoop.text import fold, slug

_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|e|eme|er|ere)\Z")
_POSSESSIVE = re.compile(r"^(.{3,40}?)['\u2019]s\s+(?=\S)")
_BRACKETED = re.compile(r"([^()]+?)\s*\(([A-ZĐ][\w-]{1,9})\)\s*([^()]*)\Z")
_VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_OF = re.compile(r" (of|de|du|d'|des) ")


class Rewriter:
    """Replaces phrases of words by what they stand for, longest first."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[list[str], list[str]]]] = {}
        for phrase, standard in phrases.items():
            words = phrase.split()
            self._by_first.setdefault(words[0], []).append((words, standard.split()))
        for options in self._by_first.values():
            options.sort(key=lambda o: (-len(o[0]), o))

    def __call__(self, words: list[str]) -> list[str]:
        if self._by_first.keys().isdisjoint(words):
            return words
        out: list[str] = []
        at = 0
        while at < len(words):
            for phrase, standard in self._by_first.get(words[at], ()):
                if words[at : at + len(phrase)] == phrase:
                    out += standard
                    at += len(phrase)
                    break
            else:
                out.append(words[at])
                at += 1
        return out


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """text.fold, remembered: a corpus says the same names over and over."""
    return fold(name)


@cache
def _same_words() -> Rewriter:
    return Rewriter({fold(str(k)): str(v) for k, v in lexicon("naming")["same_words"].items()})


@cache
def _legal_forms() -> Rewriter:
    return Rewriter({str(form): "" for form in lexicon("naming")["legal_forms"]})


@cache
def word_set(*groups: str) -> frozenset[str]:
    """Words of lexicon/naming.yml."""
    return frozenset(str(w) for group in groups for w in lexicon("naming")[group])


def stemmed(words: Iterable[str]) -> list[str]:
    """A plural's s is no difference between names: communication, communications."""
    return [w[:-1] if len(w) > 4 and w.endswith("s") and not w.endswith("ss") else w for w in words]


def is_place(word: str) -> bool:
    """Whether a word of a key stands for a state (its code) or for another place ("@da-nang")."""
    return word.isupper() or word.startswith("@")


class Naming:
    """Keys of names, knowing how states (folded name to country code) and places (folded name to id) are called."""

    def __init__(self, states: Mapping[str, str], demonyms: Mapping[str, str], places: Mapping[str, str]) -> None:
        short = lexicon("naming")["short_states"]
        self._states = Rewriter({**short, **states})
        self._places = Rewriter({" ".join(stemmed(name.split())): f"@{place}" for name, place in places.items()})
        self._country = {**states, **demonyms}
        self._owning = Rewriter({**short, **self._country})
        self._cache: dict[str, tuple[str, ...]] = {}
        self._owners: dict[str, tuple[str, str] | None] = {}

    def words(self, name: str) -> tuple[str, ...]:
        """The words that tell, in order: folded, spelling variants as one, states as their codes (upper case)."""
        if name not in self._cache:
            words = self._states(_same_words()(folded(name.replace("&", " and ")).split()))
            small = word_set("small_words")
            self._cache[name] = tuple(stemmed(w for w in words if w not in small))
        return self._cache[name]

    def located(self, words: list[str]) -> list[str]:
        """Folded words, spelling variants as one, states (also as adjectives) and places as what stands for them."""
        return self._places(stemmed(self._owning(_same_words()(words))))

    def body(self, name: str) -> tuple[str, ...]:
        """The words that tell of a body's name, without legal form."""
        words = list(self.words(name))
        return tuple(_legal_forms()(words)) or tuple(words)

    def body_key(self, name: str) -> str:
        """The same for "People's Committee of Da Nang" and "Da Nang municipal People's Committee".

        The order of states and of joined fields tells: a ministry of information and communications is no ministry
        of communications and information.
        """
        words = self._places(list(self.body(name)))
        if len(words) < 3:
            return " ".join(reversed(words) if _OF.search(name) and not is_place(words[0]) else words)
        telling = [w for w in words if w not in word_set("levels")]
        return " ".join(sorted(telling if len(telling) > 1 else words, key=lambda w: not is_place(w)))

    def without_state(self, name: str) -> tuple[str, str] | None:
        """ "Vietnam's X", "Vietnamese X" and "X of Vietnam" as (X, "VN"); None where no state stands so."""
        if name not in self._owners:
            self._owners[name] = self._split_owner(name)
        return self._owners[name]

    def _split_owner(self, name: str) -> tuple[str, str] | None:
        found = _POSSESSIVE.match(name)
        if found:
            owner = fold(found[1])
            return (name[found.end() :], self._country[owner]) if owner in self._country else None
        words = name.split()
        for count in (1, 2, 3):
            head, rest = fold(" ".join(words[:count])), words[count:]
            if len(rest) > 1 and head in self._country and not self._is_state_name(head):
                return " ".join(rest), self._country[head]
            tail, rest = words[-count:], words[:-count]
            if len(rest) > 2 and rest[-1].casefold() in {"of", "du", "de", "d'", "của"}:
                state = fold(" ".join(tail))
                if state in self._country:
                    return " ".join(rest[:-1]), self._country[state]
            if len(rest) > 1 and (state := fold(" ".join(tail))) in self._country and not self._is_state_name(state):
                return " ".join(rest), self._country[state]
        return None

    def countries_in(self, name: str) -> set[str]:
        """The countries whose adjectives or names stand in a name, as "japonaise" in "Agence japonaise de ..."."""
        words = folded(name).split()
        pairs = [" ".join(words[i : i + 2]) for i in range(len(words))]
        return {self._country[w] for w in (*words, *pairs) if w in self._country}

    def _is_state_name(self, folded: str) -> bool:
        """Whether the words name the state itself: "Vietnam Post" is a name, "Vietnamese Post" tells whose it is."""
        return bool(self._states(folded.split())[0].isupper())

    def event_key(self, name: str) -> str:
        """An event's name without its edition and year, states as their codes also where an adjective tells them."""
        return " ".join(without_edition(self._owning(list(self.words(name)))))


def without_edition(words: Sequence[str]) -> Sequence[str]:
    """The words of an event's name that are no year, ordinal or word around them; all, where no other is left."""
    around = word_set("edition_words")
    counted = {i + 1 for i, word in enumerate(words[:-1]) if word in around and words[i + 1].isdigit()}
    kept = [
        word
        for i, word in enumerate(words)
        if not (i in counted or word in around or word in _ordinal_words() or (word[0].isdigit() and _counts(word)))
    ]
    return kept or words


def _counts(word: str) -> bool:
    """Whether digits are a year or an edition: "2019", "10th"."""
    return bool(_YEAR.match(word) or _ORDINAL.match(word))


@cache
def _ordinal_words() -> frozenset[str]:
    ordinals = lexicon("events")["ordinals"]
    return frozenset(str(w) for language in ("en", "fr") for w in ordinals[language])


def abridged(name: str) -> str | None:
    """A name with an acronym in brackets, with the acronym for the words it stands for; None where there is none.

    >>> abridged("10th Information Communication Technology (ICT) Day")
    '10th ICT Day'
    """
    found = _BRACKETED.match(name)
    if not found:
        return None
    before, acronym, after = found.groups()
    words = before.replace("-", " ").split()
    for start in range(len(words) - 1):
        initials = [w[0].casefold() for w in words[start:] if w.casefold() not in word_set("small_words")]
        if initials and initials[0] == acronym[0].casefold() and _in_order(initials, acronym.casefold()):
            return " ".join(filter(None, (*words[:start], acronym, after)))
    return None


def _in_order(letters: list[str], acronym: str) -> bool:
    rest = iter(acronym)
    return len(letters) > 1 and all(letter in rest for letter in letters)


def undated(name: str) -> str:
    """An event's name, folded, without its edition and year."""
    return " ".join(without_edition(folded(name).replace("viet nam", "vietnam").split()))


def years_in(name: str) -> set[str]:
    """The years that stand in a name."""
    return {w for w in folded(name).split() if _YEAR.match(w)}


def person_words(name: str) -> list[str]:
    """The words of a person's name, folded. Lê and La are family names, no articles."""
    return folded(f"x {name}").split()[1:]


def person_key(name: str) -> str:
    """A person's name by its letters alone: "Choi Young-sam" and "Choi Youngsam" are one."""
    return "".join(person_words(name))


def person_slug(name: str) -> str:
    """The id that a person's name makes."""
    return slug(f"x {name}").removeprefix("x-") if name else slug(name)


@lru_cache(maxsize=65536)
def marks(name: str) -> tuple[tuple[str, ...], ...]:
    """The diacritics of each word, sorted: tone marks may stand on either vowel (hòa, hoà)."""
    out = []
    for word in unicodedata.normalize("NFD", name.casefold().replace("đ", "d\u0335")).split():
        out.append(tuple(sorted(c for c in word if unicodedata.combining(c))))
    return tuple(out)


def marks_agree(one: str, other: str) -> bool:
    """Whether no word bears diacritics that the same word of the other name contradicts; a bare word fits all."""
    mine, theirs = marks(one), marks(other)
    if len(mine) != len(theirs):
        return True
    return all(_within(a, b) or _within(b, a) for a, b in zip(mine, theirs, strict=True))


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    rest = list(whole)
    for mark in part:
        if mark not in rest:
            return False
        rest.remove(mark)
    return True


def toned(name: str) -> str:
    """Vietnamese words in small letters, the marks of each behind it: "hòa" and "hoà" are one."""
    out = []
    for word in re.findall(r"[^\W_]+", name.casefold()):
        if word.isascii():
            out.append(word)
            continue
        plain = unicodedata.normalize("NFD", word.replace("đ", "d\u0335"))
        out.append("".join(sorted(plain, key=lambda c: bool(unicodedata.combining(c)) * ord(c))))
    return " ".join(out)


def name_language(name: str, article: str) -> str:
    """The language of a name: that of its article, but marks tell Vietnamese, and bare names are foreign to it."""
    if article == "vi":
        return "vi" if any(marks(name)) else "en"
    return "vi" if _VIETNAMESE.search(name) else article


def is_vietnamese(name: str) -> bool:
    """Whether a full name begins with a family name of Vietnam."""
    words = person_words(name)
    return len(words) > 1 and words[0] in word_set("family_names")


def dice(one: Iterable[str], other: Iterable[str]) -> float:
    """How much two sets of words share, 0 to 1 (Dice, 1945)."""
    mine, theirs = set(one), set(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine or theirs else 0.0
