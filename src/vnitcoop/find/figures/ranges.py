"""The upper end of a range: "40-50%", "between $62 and $68", "từ 20 đến 30"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from vnitcoop.find.figures.numbers import Number, plain, read_number, vocabulary
from vnitcoop.find.figures.units import COUNT, DASHES, DURATIONS, currency_before, read_unit
from vnitcoop.find.figures.words import Word
from vnitcoop.lexicon import lexicon

_FARTHEST = 50  # times, between the ends of a change that share a unit
_WIDEST = 100_000  # times the lower end


def read_range(
    words: Sequence[Word], number: Number, text: str, language: str
) -> tuple[Number, int | float | None, int]:
    """The number, the upper end of its range if one follows, and the position after both."""
    alone = number, None, number.last
    unit, link = _unit(words, number.last)
    sign, first = currency_before(words, number.first, text)
    ranges = lexicon("measures")["ranges"].get(language, ())
    if link + 1 >= len(words) or (words[link].low not in DASHES and words[link].low not in ranges):
        return alone
    at = _past_sign(words, link + 1, text)
    upper = read_number(words, at, text, language)
    if upper is None:
        return alone
    upper_unit = currency_before(words, at, text)[0] or _unit(words, upper.last)[0]
    signed_once = sign and not unit and not upper_unit and words[link].low in DASHES  # "$250-300"
    if (unit or sign) not in (None, upper_unit) and not signed_once:
        return alone
    scale = _shared_scale(words, upper, number)
    low = number.value * scale
    dash = words[link].low in DASHES and number.spelled == upper.spelled
    whole = bool(unit or number.scaled or upper_unit in DURATIONS)
    if words[link].low in lexicon("measures")["either"]:
        joined = upper.value == low + scale
    else:
        lower = number._replace(value=low)
        joined = dash or _is_joined(words, first, lower, upper, link, whole, language)
    if not joined:
        return alone
    if low >= upper.value and sign and unit is None:
        low = number.value  # "from $200 to $4 million"
    if not low < upper.value or (low and upper.value > low * _WIDEST):
        return alone
    return (
        number._replace(value=low, scaled=number.scaled or upper.scaled, grouped=None),
        plain(upper.value),
        upper.last,
    )


def _unit(words: Sequence[Word], i: int) -> tuple[str | None, int]:
    """The unit at word i, not one joined by a hyphen, and the position after it."""
    unit, last, adjective = read_unit(words, i, None)
    return (None, i) if unit == COUNT or adjective else (unit, last)


def other_end(
    words: Sequence[Word], number: Number, first: int, text: str, language: str
) -> tuple[str, Fraction, int] | None:
    """ "rose from 4.8 to 7.2 percent", "from 10 to 15 billion": what a change begins with is in what it ends with.

    Unit, value and the position after the other number's unit; `first` is the first word of this one.
    """
    lists, link = lexicon("measures"), number.last
    if not first or words[first - 1].low not in lists["change_from"] or link + 1 >= len(words):
        return None
    if words[link].low not in lists["change_to"]:
        return None
    at = _past_sign(words, link + 1, text)
    upper = read_number(words, at, text, language)
    if upper is None:
        return None
    unit, last, _ = read_unit(words, upper.last, currency_before(words, at, text)[0])
    value = number.value * _shared_scale(words, upper, number)
    alike = upper.value / _FARTHEST < value < upper.value * _FARTHEST
    return (unit, value, last) if alike else None


def _past_sign(words: Sequence[Word], i: int, text: str) -> int:
    """The number behind a currency's sign at word i ("$US171"); i where no sign stands there."""
    digits = next((k for k in range(i, min(i + 3, len(words))) if words[k].is_number), i)
    return digits if currency_before(words, digits, text)[1] == i else i


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
    words: Sequence[Word], first: int, lower: Number, upper: Number, link: int, whole: bool, language: str
) -> bool:
    """ "between 20 and 30", "from 20 to 30" where nothing changes from one to the other.

    `first` is the lower end's first word, `whole` says that it has a unit of its own.
    """
    lists = lexicon("measures")
    opened = words[first - 1].low if first else ""
    if words[link].low in lists["both"]:
        return opened in lists["between_two"]
    back = [w.low for w in words[max(0, first - 9) : first]]
    near = upper.value < lower.value * 10 or not lower.value
    changes = any(w in lists["change"].get(language, ()) for w in back)
    if language == "vi":
        return ("từ" in back and "lên" not in back) or (not changes and near)
    by = opened in lists["change_by"] and not whole  # "grew by 20 to 25 percent"
    if changes and not by and (whole or opened in lists["change_from"]):
        return False
    return opened in lists["between"] or ((not lower.spelled or upper.scaled or whole) and near)
