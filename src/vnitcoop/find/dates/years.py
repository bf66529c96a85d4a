"""Years that stand alone: as a date ("in 2018"), or in the name of something held ("Japan ICT Day 2019")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vnitcoop.find.dates.calendar import alternatives
from vnitcoop.find.dates.taken import Taken
from vnitcoop.lexicon import lexicon
from vnitcoop.types import DateMention, Sentence, Span

_YEAR = re.compile(
    r"(?:(?<![\w.,/$€£¥+-])|(?<=mid-|end-)|(?<=mi-)|(?<=early-)|(?<=late-))(?P<open>['’]s\s)?(?:FY)?(?P<y>(?:19|20)\d\d)(?![\w%]|[.,/]\d|-\w|\s?(?:%|USD|VND|million|billion|triệu|tỷ(?!\s(?:trọng|lệ|suất))))"
)
_CURRENCY_BEFORE = re.compile(
    r"(?:[$€£¥₫©]|\([cC]\)|[Cc]opyright|\b(?:USD|VND|EUR|No\.?|số|n°|#|SDT|(?:Tel|Tél|Fax|Hotline|Phone|ĐT|SĐT)\.?\s*:?))\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s(?:[^\W\d_]+\s){0,2}?[^\W\d_]{3,}s\b")
_YEAR_WORD = re.compile(r"\b[Nn]ăm\s+$")
_CAPITAL = re.compile(r"\b[A-ZĐ][\w-]+\)?\s$")  # "Global Innovation Index 2020", "World Congress (WCIT) 2017"
_NAME_LENGTH = 110  # characters before a year in which the name that it closes begins


def find_years(text: str, sentence: Sentence, taken: Taken) -> Iterator[DateMention]:
    """Lone years of a sentence, outside the spans already taken; those in names have the cue "name"."""
    part = text[sentence.start : sentence.end]
    for match in _YEAR.finditer(part):
        worded = _YEAR_WORD.search(part, max(0, match.start("y") - 5), match.start("y"))
        start, end = sentence.start + (worded.start() if worded else match.start("y")), sentence.start + match.end()
        if not taken.take(Span(start, end)):
            continue
        before, after = (
            part[max(0, match.start("y") - _NAME_LENGTH) : match.start("y")],
            part[match.end() : match.end() + _NAME_LENGTH],
        )
        if _CURRENCY_BEFORE.search(before):
            continue
        if _in_name(before, after, sentence.language):
            yield DateMention(Span(start, end), match["y"], "year-in-name", cue="name")
        elif _is_date(match["y"], before, after, sentence.language):
            yield DateMention(Span(start, end), match["y"], "year")


def _in_name(before: str, after: str, language: str) -> bool:
    """The year closes a name that begins with a word for something held, or opens one: "2014 ASOCIO ICT Summit"."""
    closes, opens, told = _name_patterns(language)
    if (closes.search(before) and not told.search(before)) or is_behind_name(before, language):
        return True
    return not _led_by(language).search(before) and opens.match(after) is not None


def is_behind_name(before: str, language: str) -> bool:
    """Whether the text ends with a capital word that leads no date: "Japan IT Week", but not "In"."""
    return _CAPITAL.search(before) is not None and not _led_by(language).search(before)


@cache
def _name_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """What closes a name before a year, what opens one behind it, and what tells a year that is no part of a name."""
    words = lexicon("dates")
    held = alternatives(words["events"].get(language, []) + words["events"]["en"])
    link = r"(?:\s*(?:of|de|năm|[-–(:]))?\s*"
    inner = r"(?:\s+|[-–’'&/()]|\w)"
    closes = re.compile(
        rf"\b(?:{held})\b(?:{inner}*\w[)”\"]?)?{link}$" if language != "en" else rf"\b(?:{held})[”\"]?{link}$"
    )
    opens = re.compile(rf"\s(?:[A-ZĐ][\w-]*(?:\s\([A-Z]+\))?\s|of\s|and\s|on\s|&\s){{0,8}}(?:{held})\b")
    told = alternatives(words.get(language, words["en"])["year_told"])
    joined = alternatives(words["years_joined"])
    outside = re.compile(rf"(?:(?<!\w)(?:{told})|\b(?:19|20)\d\d\s+(?:{joined}))\s+(?:năm\s+)?$", re.IGNORECASE)
    return closes, opens, outside


@cache
def _led_by(language: str) -> re.Pattern[str]:
    after = [w for w in lexicon("dates").get(language, lexicon("dates")["en"])["year_after"] if w != "the"]
    return re.compile(rf"(?<!\w)(?:{alternatives(after)})[\s(-]*$", re.IGNORECASE)


def _is_date(year: str, before: str, after: str, language: str) -> bool:
    if year.endswith("00") and _COUNTED.match(after):
        return False
    if _led_by(language).search(before):
        return True
    return not before or before[-1].isspace() or before[-1] in "([“\"'’,;–—"
