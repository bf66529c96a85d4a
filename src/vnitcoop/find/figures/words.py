"""A sentence cut into words, numbers and marks, and phrases of word lists looked up in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_WORD = re.compile(
    r"\d+(?:[.,]\d+)*"
    r"|(?=[ldnsjcmtLDNSJCMTQqPp])(?:\b(?:[ldnsjcmtLDNSJCMT]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’](?=\w))"
    r"|k?m[²2](?!\w)"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|[^\w\s]|_"
)

# A French verb in the future tense.
FRENCH_FUTURE = re.compile(
    r"(?!(?:extra|infra|ultra|opéra|caméra|contra)$)[^\W\d_]+(?:er|ir|dr|ur|tr)(?:a|ont|ons)|"
    r"(?!(?:at|re|dé|as|in|ad|ins|resp)*(?:tir|sir|pir|mir)ai)(?!ser|aur)[^\W\d_]{2,}(?:er|ir)ai(?:t|ent)"
)
Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], object]]]


class Word(NamedTuple):
    """A word, number or mark with its place in the article; `low` is in small letters, with straight apostrophes."""

    text: str
    start: int
    end: int
    low: str

    @property
    def is_number(self) -> bool:
        return self.text[0].isdecimal()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def cut(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of text[start:end]."""
    out: list[Word] = []
    new = tuple.__new__  # quicker than to call Word, for each of all words
    for m in _WORD.finditer(text, start, len(text) if end is None else end):
        first, last = m.span()
        said = text[first:last]
        out.append(new(Word, (said, first, last, said.lower().replace("’", "'"))))
    return out


def is_mixed(words: Sequence[Word], i: int) -> bool:
    """ "5G": digits with a letter glued to them."""
    return words[i].is_number and i + 1 < len(words) and words[i + 1].is_word and words[i + 1].start == words[i].end


def phrases(lists: Mapping[str, Iterable[str]], *, backwards: bool = False) -> Phrases:
    """An index of phrases by their first (or last) word, the longest first; each leads to the key of its list."""
    index: dict[str, list[tuple[tuple[str, ...], object]]] = {}
    for key, forms in lists.items():
        for form in forms:
            whole = form + "x" if form.endswith(("'", "’")) else form  # an elision is one only before a letter
            words = tuple(w.low for w in cut(whole))[: None if whole == form else -1]
            index.setdefault(words[-1 if backwards else 0], []).append((words, key))
    for entries in index.values():
        entries.sort(key=lambda e: (-len(e[0]), e[0]))
    return index


def phrase_at(words: Sequence[Word], i: int, index: Phrases) -> tuple[int, object] | None:
    """The longest phrase that begins with word i: the position after it, and its key."""
    for form, key in index.get(words[i].low, ()) if 0 <= i < len(words) else ():
        if _stands(words, i, form):
            return i + len(form), key
    return None


def phrase_before(words: Sequence[Word], i: int, index: Phrases) -> tuple[int, object] | None:
    """The longest phrase that ends just before word i: the position of its first word, and its key."""
    for form, key in index.get(words[i - 1].low, ()) if 0 < i <= len(words) else ():
        if _stands(words, i - len(form), form):
            return i - len(form), key
    return None


def _stands(words: Sequence[Word], first: int, form: tuple[str, ...]) -> bool:
    """Whether a phrase, one of whose ends does, stands there."""
    return len(form) == 1 or (first >= 0 and tuple([w.low for w in words[first : first + len(form)]]) == form)
