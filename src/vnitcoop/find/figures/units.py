"""Units beside a number: percent, currencies, times, durations and units of measure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vnitcoop.find.figures.words import Phrases, Word, phrase_at, phrase_before, phrases
from vnitcoop.lexicon import lexicon

DASHES = frozenset("-–—‑−")
COUNT = "count"
DURATIONS = frozenset(lexicon("units")["durations"])


@cache
def _before() -> Phrases:
    forms: dict[str, list[str]] = {}
    for symbol, code in lexicon("units")["currency_before"].items():
        forms.setdefault(code, []).append(symbol)
    return phrases(forms, backwards=True)


@cache
def _percent() -> Phrases:
    return phrases({"percent": lexicon("units")["percent"]})


@cache
def _currencies() -> Phrases:
    return phrases(lexicon("units")["currency_after"])


@cache
def _others() -> Phrases:
    units = lexicon("units")
    return phrases({"times": units["times"], **units["durations"], **units["measures"]})


def currency_before(words: Sequence[Word], i: int, text: str) -> tuple[str | None, int]:
    """The currency whose sign stands before word i, and the position of the sign; (None, i) without one."""
    found = phrase_before(words, i, _before()) if i < len(words) else None
    if found is None or words[i].start - words[i - 1].end > 1 or not text[words[found[0]].start].strip():
        return None, i
    first, code = found
    if len(words[first].text) == 1 and words[first].end < words[i - 1].start:  # "a $1.6 billion plant"
        first, code = i - 1, lexicon("units")["currency_before"].get(words[i - 1].text)
    if code is None:
        return None, i
    symbol = text[words[first].start : words[i - 1].end]
    return (None, i) if symbol.islower() and len(symbol) < 3 else (str(code), first)


def money_or_percent(words: Sequence[Word], i: int) -> tuple[str | None, int]:
    """Percent or the currency that begins with word i, and the position after it; (None, i) without one."""
    found = phrase_at(words, i, _percent()) or phrase_at(words, i, _currencies())
    return (str(found[1]), found[0]) if found else (None, i)


def read_unit(words: Sequence[Word], i: int, currency: str | None) -> tuple[str, int, bool]:
    """The unit that begins with word i, the position after it, and whether a hyphen joins it to the number.

    `currency` is the one whose sign stands before the number, if any; without a unit things are counted.
    """
    if currency:
        after, last = money_or_percent(words, i)
        return currency, last if after == currency else i, False
    unit, last = money_or_percent(words, i)
    if unit:
        return unit, last, False
    found = phrase_at(words, i, _others())
    if found and words[i].text != "M" and not (found[1] in DURATIONS and _is_dated(words, found[0])):
        return str(found[1]), found[0], False
    if i + 1 < len(words) and words[i].low in DASHES and words[i].start == words[i - 1].end == words[i + 1].start - 1:
        named = (phrase_at(words, i + 1, of) for of in (_others(), _percent(), _currencies()))
        found = next((f for f in named if f), None)
        return (str(found[1]), found[0], True) if found else (COUNT, i + 1, True)
    return COUNT, i, False


def glued_unit(words: Sequence[Word], i: int) -> bool:
    """Whether word i is a unit that is written without a blank: 10km, 5pc, 60GB; not 8h or 5t, which are codes too."""
    return read_unit(words, i, None)[0] not in (COUNT, "hours", "t")


def _is_dated(words: Sequence[Word], i: int) -> bool:
    """ "12.000 năm 2020": the word for year belongs to the year after it."""
    return i < len(words) and words[i].is_number and len(words[i].text) == 4
