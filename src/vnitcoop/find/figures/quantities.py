"""A number with what belongs to it: the other end of a range, its unit or currency, and "more than" or "nearly"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from vnitcoop.find.figures.fractions import read_fraction
from vnitcoop.find.figures.labels import is_clock, is_code, is_label
from vnitcoop.find.figures.multiples import settled
from vnitcoop.find.figures.numbers import Number, more_by_half, plain, read_number, vocabulary
from vnitcoop.find.figures.proportions import read_proportion
from vnitcoop.find.figures.ranges import other_end, read_range
from vnitcoop.find.figures.units import COUNT, DASHES, DURATIONS, currency_before, read_unit
from vnitcoop.find.figures.wordlists import word_list
from vnitcoop.find.figures.words import Phrases, Word, phrase_at, phrase_before, phrases
from vnitcoop.lexicon import lexicon

_OPENING = frozenset("($€£¥")


class Quantity(NamedTuple):
    """What words[first:last] say, from qualifier to unit; the number alone is words[at:to]."""

    first: int
    last: int
    at: int
    to: int
    value: int | float
    high: int | float | None
    unit: str
    qualifier: str
    rule: str
    spelled: bool = False
    adjective: bool = False  # joined to its noun by a hyphen: "a three-day visit"
    noun_at: int | None = None  # where its noun begins, if not right of it: "from 350 to 480 engineers"

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return len(self.unit) == 3 and self.unit.isupper()


def read_quantity(words: Sequence[Word], i: int, text: str, language: str) -> Quantity | None:
    """The quantity whose number begins with word i; None where there is no number, or only a label or a clock time."""
    span = phrase_at(words, i, _half_spans())
    if span:
        return _qualified(_spelled(i, span[0], int(str(span[1])), "years", "number"), words)
    share = read_fraction(words, i, language)
    if share:
        return _qualified(_spelled(i, share.last, plain(share.value), "percent", "fraction"), words)
    proportion = read_proportion(words, i, language)
    if proportion:
        return _qualified(_spelled(i, proportion.last, plain(proportion.value), "percent", "proportion"), words)
    multiple = multiple_at(words, i)
    if multiple and not (multiple[0] < len(words) and words[multiple[0]].low in lexicon("units")["times"]):
        value = float(str(multiple[1]))
        return _qualified(
            _spelled(i, multiple[0], int(value) if value.is_integer() else value, "times", "multiple"), words
        )
    return _numbered(words, i, text, language)


def _spelled(first: int, last: int, value: int | float, unit: str, rule: str) -> Quantity:
    return Quantity(first, last, first, last, value, None, unit, "exact", rule, True)


def _signs(words: Sequence[Word], first: int, text: str) -> tuple[int | None, str | None, int]:
    """What stands before a number that begins with word `first`: a minus, a currency, and where they begin."""
    signed = minus_before(words, first, text)
    currency, first = currency_before(words, signed if signed is not None else first, text)
    if signed is None and currency:
        signed = minus_before(words, first, text)
    return signed, currency, first


def _is_name(words: Sequence[Word], number: Number, i: int, language: str) -> bool:
    """Whether a number without a unit names something, a room, a version, and counts nothing."""
    if number.grouped is not None and not number.scaled:
        number = number._replace(value=number.grouped)
    return not number.spelled and is_label(words, number, language)


def _numbered(words: Sequence[Word], i: int, text: str, language: str) -> Quantity | None:
    number = read_number(words, i, text, language)
    if (
        number is None
        or is_code(words, number, text)
        or (i and number.spelled and words[i - 1].low in _ordinal_signs())
    ):
        return None
    signed, currency, first = _signs(words, number.first, text)
    number, high, end = read_range(words, number, text, language)
    unit, last, adjective = read_unit(words, end, currency)
    if unit == COUNT and end == last:
        unit, last, adjective = _unit_further(words, end, number.approximate)
    value, noun_at = number.value, None
    unit, last = settled(words, i, end, unit, last)
    other = other_end(words, number, first, text, language) if unit == COUNT and high is None and end == last else None
    if other:
        unit, value, noun_at = other
    if high is None and (half := _and_a_half(words, unit, last, adjective)):
        unit, last, adjective = half
        value += Fraction(1, 2)
    if unit == "years" and words[last - 1].low in lexicon("units")["decades"]:
        value, high = value * 10, None if high is None else high * 10
    first -= bool(first) and unit == "percent" and words[first - 1].low == "+"
    said_below = signed is not None and words[signed].is_word  # "minus 387 Fahrenheit"
    if signed is not None and high is None and (said_below or unit != COUNT) and unit not in DURATIONS:
        value, first = -value, min(first, signed)
    if (unit == COUNT and _is_name(words, number, i, language)) or is_clock(words, number.first, end, unit):
        return None
    qualifier = "about" if number.approximate else "exact"
    found = Quantity(
        first, last, i, end, plain(value), high, unit, qualifier, "number", number.spelled, adjective, noun_at
    )  # fmt: skip
    return _qualified(found, words)


def _and_a_half(words: Sequence[Word], unit: str, last: int, adjective: bool) -> tuple[str, int, bool] | None:
    """Unit, end and whether it is an adjective, where "and a half" follows: "three years and a half"."""
    after = phrase_at(words, last, more_by_half()) if unit in (COUNT, "times", *DURATIONS) else None
    if after is None or unit != COUNT:
        return after and (unit, after[0], adjective)
    further = read_unit(words, after[0], None)
    counts = after[0] < len(words) and words[after[0]].is_word  # "five and a half football fields"
    return further if further[0] != COUNT or counts else None


def minus_before(words: Sequence[Word], i: int, text: str) -> int | None:
    """Where the sign below zero stands before word i: "at -1.3%", "minus 5 degrees"; a dash from a number is none."""
    if i < 2 or text[words[i - 1].end : words[i].start].strip():
        return None
    sign, before = words[i - 1], words[i - 2]
    if sign.low in word_list("minus"):
        return i - 1
    glued = sign.low in DASHES and sign.end == words[i].start
    apart = (text[sign.start - 1].isspace() and before.is_word) or before.text in _OPENING
    if glued and before.is_word and before.low in word_list("minus"):
        return i - 2
    return i - 1 if glued and apart else None


def _unit_further(words: Sequence[Word], i: int, collective: bool) -> tuple[str, int, bool]:
    """ "cinq prochaines années", "une trentaine de kilomètres": the unit behind one word."""
    word = words[i].low if i + 1 < len(words) else ""
    unit, last, _ = read_unit(words, i + 1, None) if i + 1 < len(words) else (COUNT, i, False)
    adjective = (word.endswith("s") and word in word_list("spans_before")) or word in word_list("spans_between")
    fits = (adjective and unit in DURATIONS) or (collective and word in ("de", "d'", "d’"))
    return (unit, last, False) if fits and unit != COUNT and last > i + 1 else (COUNT, i, False)


@cache
def _half_spans() -> Phrases:
    return _by_value("half_spans")


@cache
def _ordinal_signs() -> frozenset[str]:
    return frozenset(lexicon("numbers")["ordinal_signs"])


@cache
def openers(language: str) -> frozenset[str]:
    """The words with which a figure in words can begin."""
    return number_words(language) | _multiples().keys()


@cache
def number_words(language: str) -> frozenset[str]:
    """The same without the first words of "to double" and its like."""
    numbers = vocabulary(language)
    return frozenset((*numbers["small"], *numbers["hundred"], *numbers["halves"], *numbers["openers"]))


def multiple_at(words: Sequence[Word], i: int) -> tuple[int, object] | None:
    """Where "to double" and its like end that begin with word i, and how many times that is."""
    return phrase_at(words, i, _multiples())


@cache
def _multiples() -> Phrases:
    return _by_value("multiples")


def _by_value(name: str) -> Phrases:
    forms: dict[str, list[str]] = {}
    for form, value in lexicon("units")[name].items():
        forms.setdefault(str(value), []).append(form)
    return phrases(forms)


@cache
def _before() -> Phrases:
    return phrases(lexicon("measures")["qualifiers"], backwards=True)


@cache
def _after() -> Phrases:
    return phrases(lexicon("measures")["qualifiers_after"])


def _qualified(found: Quantity, words: Sequence[Word]) -> Quantity:
    """With "more than" before it or "or more" after it; "between" and "from" before a range belong to it."""
    first, last, qualifier = _stretch(found, words)
    if (first, last) == (found.first, found.last):  # so is most
        return found
    return found._replace(first=first, last=last, qualifier=qualifier)


def _stretch(found: Quantity, words: Sequence[Word]) -> tuple[int, int, str]:
    """The first word of a quantity with its qualifier, the position after both, and the qualifier."""
    first, lists = found.first, lexicon("measures")
    if first and found.high is not None:
        if words[first - 1].low in lists["between_two"]:
            return first - 1, found.last, found.qualifier
        first -= words[first - 1].low in lists["change_from"]
    before = phrase_before(words, first, _before())
    if before and _is_stretch(words, before[0], found):
        before = None
    if before and not _is_place(words, before[0], found):
        return before[0], found.last, found.qualifier if before[1] == "exact" else str(before[1])
    after = phrase_at(words, found.last, _after())
    return (found.first, after[0], str(after[1])) if after else (first, found.last, found.qualifier)


def _is_stretch(words: Sequence[Word], i: int, found: Quantity) -> bool:
    """ "3,000 engineers over five years": while, not more than; "for over 30 years" is more than."""
    follows = words[i - 1].low if i else ""
    goes_on = words[found.last].low if found.last < len(words) else ""
    over = words[i].low == "over" and i == found.first - 1 and found.unit in DURATIONS and i > 0
    return over and follows not in word_list("before_more_than") and goes_on not in ("of", "ago", "old")


def _is_place(words: Sequence[Word], i: int, found: Quantity) -> bool:
    """ "trên 3 lĩnh vực", "Under two memorandums", "hạng 6 trên 55 nước": where, or of how many, not how many."""
    if found.unit != COUNT or i != found.first - 1 or words[i].low not in lexicon("measures")["places"]:
        return False
    of_so_many = i > 0 and (words[i - 1].is_number or words[i - 1].low in vocabulary("vi")["small"])
    return found.value < 10 or (of_so_many and words[i].low == "trên")
