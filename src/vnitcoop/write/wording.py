"""Records' values as readers see them: numbers, units, kinds, countries, rules. The words are lexicon/wording.yml."""

from __future__ import annotations

import re
from decimal import Decimal

from vnitcoop.lexicon import lexicon
from vnitcoop.types import Agreement, Figure, Kind

_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_COMMAS = re.compile(r"\s*,(?:\s*,)+")
_WORD = re.compile(r"[^\W\d_]+")
_ENDING = 4  # letters of the shortest word that may end as a verb does
_FRENCH = frozenset("âêôÂÊÔ")
_VIETNAMESE = frozenset("ăâđêôơưĂÂĐÊÔƠƯ") | {chr(c) for c in range(0x1EA0, 0x1EFA)}


def kind_word(kind: Kind | str, many: bool = False) -> str:
    return str(lexicon("wording")["kinds"][str(kind)][1 if many else 0])


def folder(kind: Kind | str) -> str:
    """The folder in docs/ that holds the pages of a kind of record."""
    return str(lexicon("wording")["kinds"][str(kind)][2])


def word(subject: str, key: str) -> str:
    """The entry `key` of a list of wording.yml; the key itself where the list does not know it."""
    return str(lexicon("wording")[subject].get(key, key))


def counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def joined(words: list[str]) -> str:
    """An English list: a, b and c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def number(value: int | float) -> str:
    """A number with its large part in words.

    >>> number(800_000_000), number(33.33), number(740000)
    ('800 million', '33.33', '740,000')
    """
    for size, name in _LARGE:
        if abs(value) >= size:
            return f"{_digits(Decimal(str(value)) / size)} {name}"
    return _digits(Decimal(str(value)))


def amount(value: int | float, unit: str, high: int | float | None = None) -> str:
    """A number, or a range up to `high`, with its unit."""
    before, one, many = lexicon("wording")["units"].get(unit, ("", f" {unit}", f" {unit}"))
    shown = number(value) if high is None else f"{number(value)}–{number(high)}"
    return f"{before}{shown}{one if value == 1 and high is None else many}"


def figure_value(figure: Figure) -> str:
    """What a figure says, without what it counts: `over US$ 800 million`."""
    qualifier = word("qualifiers", figure.qualifier)
    return " ".join(part for part in (qualifier, amount(figure.value, figure.unit, figure.high)) if part)


def agreement_words(agreement: Agreement) -> str:
    """`Memorandum of understanding`, or `2 memorandums of understanding`."""
    one, many = lexicon("wording")["agreement_kinds"].get(agreement.kind, (agreement.kind, agreement.kind))
    return one if (agreement.count or 1) == 1 else f"{agreement.count} {many}"


def rule_words(rule: str) -> str:
    """How an inferring rule is told to readers; the rule's own name where wording.yml has no words for it."""
    for part, words in lexicon("wording")["rules"]:
        if part in rule:
            return str(words)
    return rule.replace("-", " ").replace("_", " ").replace(".", ", ")


def heading(name: str) -> str:
    """A name as a heading begins: with a capital, unless it is spelled otherwise on purpose.

    >>> heading("plenary conference of ASOCIO"), heading("eGov Forum")
    ('Plenary conference of ASOCIO', 'eGov Forum')
    """
    return name[0].upper() + name[1:] if name[:2].islower() else name


def measure_title(words: str) -> str:
    """What is counted, as a heading. Part of a sentence stands as the quotation that it is, open before the value.

    >>> measure_title("software exports,, GDP"), measure_title("FPT wants to have")
    ('Software exports, GDP', '“FPT wants to have …”')
    """
    tidy = _COMMAS.sub(",", words).strip(" ,;:")
    return f"“{tidy} …”" if is_of_a_sentence(tidy) else heading(tidy)


def is_of_a_sentence(words: str) -> bool:
    """Whether words that say what is counted are a piece of a sentence, and no name."""
    signs = lexicon("wording")["sentence"]
    plain = " ".join(word for word in _WORD.findall(words) if word.islower())
    return (
        f"{words} ".casefold().startswith(tuple(f"{opener} " for opener in signs["openers"]))
        or any(f" {word} " in f" {plain} " for word in signs["words"])
        or any(word.endswith(tuple(signs["endings"])) for word in plain.split() if len(word) > _ENDING)
    )


def name_language(name: str, article_language: str) -> str:
    """The language to read a name in: Vietnamese by its letters, else its article's where it has any accent."""
    letters = _VIETNAMESE - _FRENCH if article_language == "fr" else _VIETNAMESE
    if not letters.isdisjoint(name):
        return "vi"
    return article_language if article_language != "en" and not name.isascii() else ""


def foreign(language: str) -> str:
    """The language as it must be marked on an English page: not at all where it is English."""
    return "" if language == "en" else language


def _digits(value: Decimal) -> str:
    whole = f"{value:,.4f}"
    return whole.rstrip("0").rstrip(".")
