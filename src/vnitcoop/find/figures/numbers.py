"""Numbers in digits and in words, in English, French and Vietnamese.

Digits are read by the language's own marks first (10,000 and 3.8 in English; 10.000 and 3,8 in French and Vietnamese),
then by their shape.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from vnitcoop.find.figures.units import money_or_percent
from vnitcoop.find.figures.words import Phrases, Word, phrase_at, phrases
from vnitcoop.lexicon import lexicon

_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_LONGEST = 24  # characters of a number in digits
_DOZEN = 12
_THREE = re.compile(r"\d{3}(?:[.,]\d+)?")
_NONE = Fraction(0)
_SPACES = {" ", "\u00a0", "\u202f", "\u2009"}


class Number(NamedTuple):
    """A number made of words[first:last]; `spelled` when it is in words, `scaled` when it ends in million and such."""

    first: int
    last: int
    value: Fraction
    spelled: bool
    scaled: bool = False
    grouped: Fraction | None = None  # the value when its mark parts thousands (3.800), where the shape leaves it open
    approximate: bool = False  # "une centaine"


@cache
def vocabulary(language: str) -> Any:
    """The number words of a language; English for any other."""
    words = lexicon("numbers")
    return words[language if language in ("en", "fr", "vi") else "en"]


@cache
def _scales(language: str) -> dict[str, int]:
    """What multiplies a digit: hundreds and scales."""
    return {**vocabulary(language)["hundred"], **vocabulary(language)["scales"]}


def plain(value: Fraction) -> int | float:
    """The value as it goes into records: an integer where it is one."""
    return int(value) if value.denominator == 1 else float(round(value, 6))


def read_number(words: Sequence[Word], i: int, text: str, language: str) -> Number | None:
    """The number that begins with word i, with its scale ("3,8 tỷ"); None where none begins."""
    if words[i].is_number:
        if len(words[i].text) > _LONGEST:
            return None
        return _and_half(_scaled(_digits(words, i, text, language), words, text, language), words, language)
    spelled = _spelled(words, i, language)
    return _and_half(spelled, words, language) if spelled else None


def _and_half(number: Number, words: Sequence[Word], language: str) -> Number:
    """ "eight and a half million", "deux millions et demi", "hai triệu rưỡi": with half the scale more."""
    half = phrase_at(words, number.last, more_by_half())
    scales = vocabulary(language)["scales"]
    if half is None:
        return number
    if number.scaled:
        more = Fraction(scales.get(words[number.last - 1].low, 0), 2)
        return number._replace(last=half[0], value=number.value + more)
    scale = scales.get(words[half[0]].low) if half[0] < len(words) else None
    return Number(number.first, half[0] + 1, (number.value + Fraction(1, 2)) * scale, True, True) if scale else number


@cache
def more_by_half() -> Phrases:
    """ "and a half" in its forms."""
    return phrases({"half": lexicon("units")["more_by_half"]})


def _digits(words: Sequence[Word], i: int, text: str, language: str) -> Number:
    digits, last = words[i].text, i + 1
    while _continues(words, last, text, digits, language):
        digits, last = digits + words[last].text, last + 1
    value, grouped = read_digits(digits, language)
    return Number(i, last, value, False, grouped=grouped)


def _continues(words: Sequence[Word], i: int, text: str, digits: str, language: str) -> bool:
    """A group of three after a blank: "40 000" in French, with a no-break space in any language."""
    if i >= len(words) or len(digits) > _LONGEST or not _THREE.fullmatch(words[i].text) or not digits.isdigit():
        return False
    gap = text[words[i - 1].end : words[i].start]
    return gap in _SPACES and (gap != " " or language == "fr") and len(words[i - 1].text) <= 3 and digits != "0"


def read_digits(digits: str, language: str) -> tuple[Fraction, Fraction | None]:
    """The value of digits with marks, and the other reading where the shape alone does not settle it.

    >>> read_digits("3.800", "vi")[0], read_digits("3,8", "vi")[0]
    (Fraction(3800, 1), Fraction(19, 5))
    """
    point, comma = (",", ".") if language in ("fr", "vi") else (".", ",")
    marks = [c for c in digits if not c.isdigit()]
    if not marks:
        return Fraction(int(digits)), None
    if len(set(marks)) == 2:
        decimal = marks[-1]
        return Fraction(digits.replace("." if decimal == "," else ",", "").replace(decimal, ".")), None
    mark = marks[0]
    whole = Fraction(int(digits.replace(mark, "")))
    if not _GROUPED.fullmatch(digits) or digits.startswith("0"):
        return (whole, None) if len(marks) > 1 else (Fraction(digits.replace(",", ".")), None)
    if len(marks) > 1 or mark == comma:
        return whole, None
    return Fraction(digits.replace(point, ".")), whole


def _scaled(number: Number, words: Sequence[Word], text: str, language: str) -> Number:
    lists, value, last = vocabulary(language), number.value, number.last
    scales = _scales(language) if value < 10 else lists["scales"]
    if (
        last + 1 < len(words)
        and words[last].low == "-"
        and words[last].start == words[last - 1].end
        and len(words[last + 1].low) > 2
        and words[last + 1].low in scales
    ):
        last += 1
    while last < min(len(words), number.last + 3) and (scale := scales.get(words[last].low)):
        if len(words[last].text) == 1 and words[last].start != words[last - 1].end:
            break
        if last + 1 < len(words) and words[last + 1].low in lists.get("rates", ()):
            break  # "năm 2020 tỷ trọng"
        value, last = value * scale, last + 1
    of_money = lists["money_scales"].get(words[last].low) if last == number.last and last + 1 < len(words) else None
    if of_money and money_or_percent(words, last + 1)[0] not in (None, "percent"):  # "16,4 M€", "4,2 Mds USD"
        value, last = value * of_money, last + 1
    if last == number.last:
        return number
    return Number(number.first, last, value, False, scaled=True)


def _spelled(words: Sequence[Word], i: int, language: str) -> Number | None:
    """Small words add up, hundreds multiply what stands before them, scales close a group."""
    lexicon_ = vocabulary(language)
    collective = _half(words, i, lexicon_) or _collective(words, i, lexicon_)
    if collective:
        return collective
    total = current = _NONE
    last, scaled, j = i, False, i
    while j < min(len(words), i + _LONGEST):
        step = _step(words, j, i, current, lexicon_, language)
        if step is None:
            if _links(words, j, i, lexicon_):
                j += 1
                continue
            break
        kind, amount = step
        if kind == "scale":
            total, current, scaled = (
                (total + (current or 1)) * amount if total and not current else total + (current or 1) * amount,
                _NONE,
                True,
            )
        else:
            current = amount
        j += 1
        last = j
    if last == i or (last == i + 1 and words[i].low in lexicon_["ones"]):
        return None
    value = total + current
    return Number(i, last, value, True, scaled) if value >= 1 else None


def _half(words: Sequence[Word], i: int, lexicon_: Any) -> Number | None:
    """ "half a million", "un demi-million", "nửa triệu"."""
    j = i + 1 if words[i].low in lexicon_["half_before"] else i
    if j >= len(words) or words[j].low not in lexicon_["half"]:
        return None
    k = j + 1
    while k < len(words) and words[k].low in ("a", "-"):
        k += 1
    scale = lexicon_["scales"].get(words[k].low) if k < len(words) else None
    if k < len(words) and lexicon_["collectives"].get(words[k].low) == _DOZEN:  # "half a dozen"
        return Number(i, k + 1, Fraction(_DOZEN, 2), True, approximate=True)
    long = scale is not None and (len(words[k].low) > 2 or "tỷ" in lexicon_["scales"])
    return Number(i, k + 1, Fraction(scale, 2), True, scaled=True) if scale and long else None


def _links(words: Sequence[Word], j: int, i: int, lexicon_: Any) -> bool:
    """A hyphen inside a compound or a linking word, with a number word on both sides."""
    if j == i or j + 1 >= len(words):
        return False
    glued = words[j].low == "-" and words[j].start == words[j - 1].end and words[j + 1].start == words[j].end
    if not glued and words[j].low not in lexicon_["links"]:
        return False
    before, after = words[j - 1].low, words[j + 1].low
    if after not in lexicon_["small"]:
        return glued and after in lexicon_["scales"] and len(after) > 2  # "a two-million-dollar gift"
    vingt_et_un = after in (*lexicon_["ones"], "onze")
    return glued or before in lexicon_["hundred"] or before in lexicon_["scales"] or vingt_et_un


def _step(
    words: Sequence[Word], j: int, i: int, current: Fraction, lexicon_: Any, language: str
) -> tuple[str, Fraction] | None:
    word = words[j].low
    hundred, scale, tens = (
        lexicon_["hundred"].get(word),
        lexicon_["scales"].get(word),
        lexicon_.get("tens", {}).get(word),
    )
    if tens and current % 10:
        return "small", current + current % 10 * (tens - 1)
    if hundred and (j > i or language == "fr") and (current < 10 or (language == "en" and 10 < current < 20)):
        return "small", (current or 1) * hundred  # "fifteen hundred" as well
    round_one = j > 0 and word in lexicon_["openers"] and words[j - 1].low in lexicon_.get("before_scale", ())
    if scale and (len(word) > 2 or language == "vi") and (j > i or word == "mille" or round_one):
        return "scale", Fraction(scale)
    small = lexicon_["small"].get(word)
    if small is None or (word in ("a", "an") and (j > i or not _multiplied(words, j, lexicon_))):
        return None
    if (word == "năm" and not _is_five(words, j, lexicon_)) or (word in ("lăm", "nhăm", "mốt", "tư") and j == i):
        return None
    if word in ("vingt", "vingts") and current == 4:
        return "small", Fraction(80)
    if word in ("lăm", "nhăm") and 1 <= current <= 9:
        return "small", current * 10 + 5
    fits = (
        current == 0
        or (current % 100 == 0 and small < 100)
        or (current % 10 == 0 and (small < 10 or (current % 100 in (60, 80) and small < 20)))
    )
    return ("small", current + small) if fits else None


def _multiplied(words: Sequence[Word], j: int, lexicon_: Any) -> bool:
    following = words[j + 1].low if j + 1 < len(words) else ""
    return following in lexicon_["hundred"] or (following in lexicon_["scales"] and len(following) > 2)


def _is_five(words: Sequence[Word], j: int, lexicon_: Any) -> bool:
    """năm is a year unless a counted thing or a ten, hundred or thousand follows."""
    if j + 1 >= len(words) or (words[j].is_capital and (j or not words[j + 1].text.islower())):
        return False
    following = words[j + 1].low
    if following in lexicon_["tens"] or following in lexicon_["hundred"] or following in lexicon_["scales"]:
        return True
    before = words[j - 1].low if j else ""
    if before in lexicon_["links"]:
        return True
    counting = before in lexicon_["not_five_after"] or words[j - 1].is_number
    return (
        following in lexicon_["five_before"]
        and not counting
        and before not in lexicon_["small"]
        and before not in lexicon_["tens"]
    )


def _collective(words: Sequence[Word], i: int, lexicon_: Any) -> Number | None:
    """ "a dozen", "two dozen", "une centaine": a number that is also a noun; "dozens" says none."""
    if i + 1 >= len(words):
        return None
    amount = lexicon_["collectives"].get(
        words[i + 1].low.rstrip("s") if words[i].low not in lexicon_["ones"] else words[i + 1].low
    )
    count = lexicon_["small"].get(words[i].low)
    if not amount or not count or words[i].low == "năm":
        return None
    return Number(
        i,
        i + 2,
        Fraction(count * amount),
        True,
        approximate=amount != 12 or (count == 1 and "dizaine" in lexicon_["collectives"]),
    )
