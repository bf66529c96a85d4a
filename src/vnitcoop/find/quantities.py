"""A number with what belongs to it: the other end of a range, its unit or currency, and "more than" or "nearly"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from vnitcoop.find.fractions import read_fraction
from vnitcoop.find.numbers import Number, plain, read_number, vocabulary
from vnitcoop.find.words import Phrases, Word, phrase_at, phrase_before, phrases
from vnitcoop.lexicon import lexicon

DASHES = {"-", "–", "—", "‑", "−"}
COUNT = "count"
DURATIONS = frozenset(lexicon("units")["durations"])


_GLUED = {"se", "et", "ont", "and", "in", "to", "on", "of"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """What words[first:last] say: from qualifier to unit; the number alone is words[at:to], its unit words[unit_at:last]."""

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

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return len(self.unit) == 3 and self.unit.isupper()


def read_quantity(words: Sequence[Word], i: int, text: str, language: str) -> Quantity | None:
    """The quantity whose number begins with word i; None where there is no number, or only a label or a clock time."""
    share = read_fraction(words, i, language)
    if share:
        return _qualified(
            Quantity(i, share.last, i, share.last, plain(share.value), None, "percent", "exact", "fraction", True),
            words,
        )
    multiple = phrase_at(words, i, _multiples())
    if multiple:
        return _qualified(
            Quantity(
                i,
                multiple[0],
                i,
                multiple[0],
                float(multiple[1]) if "." in multiple[1] else int(multiple[1]),
                None,
                "times",
                "exact",
                "multiple",
                True,
            ),
            words,
        )
    number = read_number(words, i, text, language)
    if number is None or _is_glued(words, number, text):
        return None
    currency, first = _currency_before(words, number.first, text)
    number, high, end = _range(words, number, text, language)
    unit, last, adjective = _unit(words, end, currency, text)
    if unit == COUNT or unit is None:
        number = replace(number, value=number.grouped) if number.grouped is not None and not number.scaled else number
        if not number.spelled and (_is_label(words, i, number, language) or _is_version(words[i].text, number)):
            return None
    if end < len(words) and words[end].low in ("am", "pm", "gmt", "o'clock"):
        return None
    if unit == "hours" and _is_clock(words, number.first):
        return None
    found = Quantity(
        first,
        last,
        i,
        end,
        plain(number.value),
        high,
        unit or COUNT,
        "about" if number.approximate else "exact",
        "number",
        number.spelled,
        adjective,
    )
    return _qualified(found, words)


@cache
def openers(language: str) -> frozenset[str]:
    """The words with which a figure in words can begin."""
    numbers = vocabulary(language)
    return frozenset((*numbers["small"], *numbers["hundred"], *numbers["halves"], "mille", "quá", *_multiples()))


@cache
def _multiples() -> Phrases:
    return phrases(
        {
            str(value): [form for form, v in lexicon("units")["multiples"].items() if v == value]
            for value in set(lexicon("units")["multiples"].values())
        }
    )


def _is_glued(words: Sequence[Word], number: Number, text: str) -> bool:
    """Digits inside a code, a date, a clock time or a name: 5G, COVID-19, 6/2005, 15:00, 1012/QD-TTg, +1."""
    if number.spelled:
        return False
    start, end = words[number.first].start, words[number.last - 1].end
    before, after = text[max(0, start - 2) : start], text[end : end + 3]
    if re.search(r"[\w_#+]$|\w[/:‑–-]$|\.$", before) and not re.search(
        r"(?:[$€£¥]|USD|US\$|VND|\d)$|\d[–-]$", text[max(0, start - 4) : start]
    ):
        return not (before.endswith(tuple("DNRY")) and _currency_before(words, number.first, text)[0])
    if re.match(r":\d|/\d|/[A-ZĐ]|[.,]\d|\.[a-z]|_|\+\d", after):
        return not re.match(r"/1\b", after)
    following = words[number.last] if number.last < len(words) else None
    glued = following is not None and following.start == end and (following.is_word or following.is_number)
    return glued and not number.scaled and _unit(words, number.last, None, text)[0] in (None, COUNT, "hours", "t")


def _is_version(digits: str, number: Number) -> bool:
    return not number.scaled and re.fullmatch(r"\d{1,2}\.0", digits) is not None


def _is_label(words: Sequence[Word], i: int, number: Number, language: str) -> bool:
    """ "Decision 1012", "Room 5", "No. 12": a name for something, not how many."""
    if i == 0:
        return False
    before = words[i - 1].low if words[i - 1].low != "." or i < 2 else words[i - 2].low
    following = words[number.last] if number.last < len(words) else None
    if (
        before == "số"
        and number.value > 9
        and following is not None
        and following.text.islower()
        and following.low != "của"
    ):
        return False
    if before in ("no", "n°", "nº", "#", "°", "số"):
        return True
    if before in ("năm", "tháng", "ngày") and (number.grouped is not None or number.value > 31):
        return 1900 <= number.value <= 2100
    return before in lexicon("numbers")["labels"].get(language, ())


def _is_clock(words: Sequence[Word], i: int) -> bool:
    return i > 0 and words[i - 1].low in lexicon("units")["clock"]


@cache
def _symbols() -> Phrases:
    forms: dict[str, list[str]] = {}
    for symbol, code in lexicon("units")["currency_before"].items():
        forms.setdefault(code, []).append(symbol)
    return phrases(forms, backwards=True)


def _currency_before(words: Sequence[Word], i: int, text: str) -> tuple[str | None, int]:
    found = phrase_before(words, i, _symbols())
    if found is None or words[i].start - words[i - 1].end > 1:
        return None, i
    first, code = found
    symbol = text[words[first].start : words[i - 1].end]
    if symbol.lower() in ("rs", "s$", "a$") and not symbol[0].isupper():
        return None, i
    return str(code), first


def _range(words: Sequence[Word], number: Number, text: str, language: str) -> tuple[Number, int | float | None, int]:
    """The number, the upper end of its range if one follows ("40-50", "from 20 to 30"), and the position after both."""
    j = _skip_unit(words, number.last)
    if j + 1 >= len(words) or (
        words[j].low not in DASHES and words[j].low not in lexicon("measures")["ranges"].get(language, ())
    ):
        return number, None, number.last
    dash = words[j].low in DASHES
    upper_at = j + 1
    while upper_at < len(words) and upper_at <= j + 3 and phrase_before(words, upper_at + 1, _symbols()):
        upper_at += 1
    upper = read_number(words, upper_at, text, language) if upper_at < len(words) else None
    if upper is None or not ((dash and number.spelled == upper.spelled) or _joined(words, number, upper, j, language)):
        return number, None, number.last
    low = number.value
    if upper.scaled and not number.scaled and low < 1000:
        scale = (
            upper.value / read_number(words[upper_at : upper_at + 1], 0, text, language).value
            if not upper.spelled
            else 1
        )
        low = low * scale
    if not low < upper.value or low * 1000 < upper.value:
        return number, None, number.last
    return (
        replace(number, value=low, scaled=number.scaled or upper.scaled, grouped=None),
        plain(upper.value),
        upper.last,
    )


def _skip_unit(words: Sequence[Word], j: int) -> int:
    """Past a unit that the lower end may have too: "20% to 30%", "$20 million - $30 million"."""
    found = phrase_at(words, j, _percent()) or phrase_at(words, j, _currencies())
    return found[0] if found else j


def _joined(words: Sequence[Word], number: Number, upper: Number, j: int, language: str) -> bool:
    """ "between 20 and 30", "from 20 to 30" (where nothing changes from one to the other), "two or three"."""
    opened = words[number.first - 1].low if number.first else ""
    link = words[j].low
    if link in ("or", "ou", "hoặc", "hay"):
        return upper.value == number.value + 1
    if link in ("and", "et", "và"):
        return opened in ("between", "entre", "giữa")
    if opened not in lexicon("measures")["between"]:
        return not number.spelled and upper.value < number.value * 10
    changes = lexicon("measures")["change"].get(language, ())
    back = [w.low for w in words[max(0, number.first - 4) : number.first]]
    return (language == "vi" and "từ" in back and "lên" not in back) or not any(w in changes for w in back)


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


def _unit(words: Sequence[Word], j: int, currency: str | None, text: str) -> tuple[str | None, int, bool]:
    """The unit that follows, the position after it, and whether a hyphen joins it to the number."""
    if currency:
        after = phrase_at(words, j, _currencies())
        return currency, after[0] if after and after[1] == currency else j, False
    for index in (_percent(), _currencies(), _others()):
        found = phrase_at(words, j, index)
        if found and words[j].text != "M" and not (found[1] in DURATIONS and _is_dated(words, found[0])):
            return str(found[1]), found[0], False
    if (
        j + 1 < len(words)
        and words[j].low in DASHES
        and words[j].start == words[j - 1].end
        and words[j + 1].start == words[j].end
    ):
        found = phrase_at(words, j + 1, _others()) or phrase_at(words, j + 1, _percent())
        return (str(found[1]), found[0], True) if found else (COUNT, j + 1, True)
    return COUNT, j, False


def _is_dated(words: Sequence[Word], j: int) -> bool:
    """ "12.000 năm 2020": the word for year belongs to the year after it."""
    return j < len(words) and words[j].is_number and len(words[j].text) == 4


@cache
def _before() -> Phrases:
    return phrases(lexicon("measures")["qualifiers"], backwards=True)


@cache
def _after() -> Phrases:
    return phrases(lexicon("measures")["qualifiers_after"])


def _qualified(found: Quantity, words: Sequence[Word]) -> Quantity:
    first = found.first
    if first and words[first - 1].low in ("from", "từ", "the", "a") and found.high is not None:
        first -= 1
    elif first and words[first - 1].low in ("between", "entre", "giữa") and found.high is not None:
        return replace(found, first=first - 1)
    before = phrase_before(words, first, _before())
    if before and not _is_place(words, before, found):
        return replace(found, first=before[0], qualifier=str(before[1]) if before[1] != "exact" else found.qualifier)
    after = phrase_at(words, found.last, _after())
    if after:
        return replace(found, last=after[0], qualifier=str(after[1]))
    return replace(found, first=first)


def _is_place(words: Sequence[Word], before: tuple[int, Any], found: Quantity) -> bool:
    """ "on three fields" (trên 3 lĩnh vực), "Under two memorandums", "revolved around four themes": where, not how many."""
    word = words[before[0]].low
    return (
        found.unit == COUNT
        and before[0] == found.first - 1
        and found.value < 10
        and word in ("trên", "under", "around", "autour")
    )


def is_partners(words: Sequence[Word], found: Quantity, noun: str, language: str) -> bool:
    """ "two sides", "the two ministries": the partners spoken of, not a count."""
    if found.value != 2 or found.unit != COUNT or found.qualifier != "exact":
        return False
    partners = lexicon("numbers")["partners"]
    if any(_is_near(noun, partner) for partner in partners.get(language, ())):
        return True
    with_article = partners.get("partners_with_article" if language == "en" else f"{language}_with_article", ())
    before = words[found.first - 1].low if found.first else ""
    return noun in with_article and before in ("the", "these", "both", "les", "ces", "des", "aux")


def _is_near(word: str, other: str) -> bool:
    """The same word, give or take one letter lost or added ("counties"), or a short one glued to its end ("paysse")."""
    if word == other or (len(other) > 3 and word.startswith(other) and word[len(other) :] in _GLUED):
        return True
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    return (
        len(shorter) > 5
        and len(longer) - len(shorter) == 1
        and any(longer[:k] + longer[k + 1 :] == shorter for k in range(len(longer)))
    )
