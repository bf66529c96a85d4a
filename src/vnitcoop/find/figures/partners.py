"""Two of a kind that are no count: "the two sides", "hai nước", "les deux ministères"."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.figures.quantities import Quantity
from vnitcoop.find.figures.units import COUNT
from vnitcoop.find.figures.words import Word
from vnitcoop.lexicon import lexicon


def is_partners(words: Sequence[Word], found: Quantity, noun: str, language: str) -> bool:
    """Whether the figure only names the partners spoken of, whose noun is given."""
    if found.adjective and noun in lexicon("numbers")["partners"]["adjectives"]:
        return True
    if found.value != 2 or found.unit != COUNT or found.qualifier != "exact":
        return False
    partners = lexicon("numbers")["partners"]
    if any(_is_near(noun, partner, partners["glued"]) for partner in partners["always"].get(language, ())):
        return True
    before = words[found.first - 1].low if found.first else ""
    return noun in partners["with_article"].get(language, ()) and before in partners["articles"]


def _is_near(word: str, other: str, glued: Sequence[str]) -> bool:
    """The same word, give or take one letter lost or added ("counties"), or a short one glued to its end ("paysse")."""
    if word == other or (len(other) > 3 and word.startswith(other) and word[len(other) :] in glued):
        return True
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    if len(shorter) < 6 or len(longer) - len(shorter) != 1:
        return False
    return any(longer[:k] + longer[k + 1 :] == shorter for k in range(len(longer)))
