"""The upper end of a range: "40-50%", "between $62 and $68", "từ 20 đến 30"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from vnitcoop.find.figures.numbers import Number, plain, read_number, vocabulary
from vnitcoop.find.figures.units import DASHES, currency_before, money_or_percent
from vnitcoop.find.figures.words import Word
from vnitcoop.lexicon import lexicon

_WIDEST = 100_000  # times the lower end


def read_range(
    words: Sequence[Word], number: Number, text: str, language: str
) -> tuple[Number, int | float | None, int]:
    """The number, the upper end of its range if one follows, and the position after both."""
    alone = number, None, number.last
    unit, link = money_or_percent(words, number.last)
    sign, first = currency_before(words, number.first, text)
    ranges = lexicon("measures")["ranges"].get(language, ())
    if link + 1 >= len(words) or (words[link].low not in DASHES and words[link].low not in ranges):
        return alone
    at = next((k for k in range(link + 1, min(link + 4, len(words))) if currency_before(words, k, text)[0]), link + 1)
    upper = read_number(words, at, text, language)
    if upper is None:
        return alone
    upper_unit = currency_before(words, at, text)[0] or money_or_percent(words, upper.last)[0]
    if (unit or sign) not in (None, upper_unit):
        return alone
    dash = words[link].low in DASHES and number.spelled == upper.spelled
    if not dash and not _is_joined(words, first, number, upper, link, bool(unit or number.scaled), language):
        return alone
    low = number.value * _shared_scale(words, upper, number)
    if low >= upper.value and sign and unit is None:
        low = number.value  # "from $200 to $4 million"
    if not low < upper.value <= low * _WIDEST:
        return alone
    return (
        replace(number, value=low, scaled=number.scaled or upper.scaled, grouped=None),
        plain(upper.value),
        upper.last,
    )


def _shared_scale(words: Sequence[Word], upper: Number, number: Number) -> Fraction:
    """ "from $10 to $15 billion": the lower end is in billions too."""
    if number.scaled or number.value >= 1000:
        return Fraction(1)
    scale = Fraction(1)
    for word in words[upper.first : upper.last]:
        scale *= next(
            (
                vocabulary(lang)["scales"][word.low]
                for lang in ("en", "fr", "vi")
                if word.low in vocabulary(lang)["scales"]
            ),
            1,
        )
    return scale


def _is_joined(
    words: Sequence[Word], first: int, number: Number, upper: Number, link: int, whole: bool, language: str
) -> bool:
    """ "between 20 and 30", "from 20 to 30" where nothing changes from one to the other, "two or three".

    `first` is the lower end's first word, `whole` says that it has a unit of its own.
    """
    lists = lexicon("measures")
    opened = words[first - 1].low if first else ""
    if words[link].low in lists["either"]:
        return upper.value == number.value + 1
    if words[link].low in lists["both"]:
        return opened in lists["between_two"]
    back = [w.low for w in words[max(0, first - 9) : first]]
    changes = any(w in lists["change"].get(language, ()) for w in back)
    if language == "vi":
        return ("từ" in back and "lên" not in back) or (not changes and upper.value < number.value * 10)
    if changes and (whole or opened in lists["change_from"]):
        return False
    return opened in lists["between"] or ((not number.spelled or upper.scaled) and upper.value < number.value * 10)
