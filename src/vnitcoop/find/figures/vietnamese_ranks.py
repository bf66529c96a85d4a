"""Ranks in Vietnamese: "số một", "lớn thứ hai", "vị trí 44", "xếp hạng 59"."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.figures.rank_words import Ranked, after_rank, any_of, list_of, rank_of
from vnitcoop.find.figures.words import Word
from vnitcoop.lexicon import lexicon

_LEADING = 4  # words in which it is said that so many lead


def read_vietnamese_rank(words: Sequence[Word], i: int) -> Ranked | None:
    """The rank that begins with word i, and what is ranked; None where none begins."""
    low = words[i].low
    if low in ("top", "nhóm"):
        return _among_the_first(words, i)
    if (
        low == "số"
        and i + 1 < len(words)
        and _vietnamese_ordinal(words[i + 1]) is not None
        and i
        and words[i - 1].low in any_of("number_one_of")
    ):
        value = _vietnamese_ordinal(words[i + 1])
        of = after_rank(words, i + 2, "vi") if words[i - 1].low in any_of("ranked_vi") else None
        return rank_of(i, i + 2, value or 1, "number"), of
    if low == "thứ" and i and words[i - 1].low in list_of("superlatives", "vi") and i + 1 < len(words):
        value = _vietnamese_ordinal(words[i + 1])
        if value and not words[i + 1].is_capital:
            right = after_rank(words, i + 2, "vi") if words[i - 1].low in list_of("verbs", "vi") else None
            return rank_of(i, i + 2, value, "superlative"), right
    if low == "thứ" and i + 1 < len(words) and _is_nth(words, i):
        return rank_of(i, i + 2, _vietnamese_ordinal(words[i + 1]) or 2, "ordinal-noun"), None
    if low == "trí" and i and words[i - 1].low == "vị" and words[i + 1 : i + 2] and words[i + 1].text.isdigit():
        return rank_of(i, i + 2, int(words[i + 1].text), "ranked"), after_rank(words, i + 2, "vi")
    if (
        low in ("hạng", "thứ")
        and i + 1 < len(words)
        and words[i + 1].text.isdigit()
        and i
        and words[i - 1].low in any_of("ranked_vi") | any_of("levels_vi" if low == "hạng" else "ranked_vi")
        and not (i > 1 and words[i - 2].low == "bảng")  # "bảng xếp hạng 132 nền kinh tế"
    ):
        return rank_of(i, i + 2, int(words[i + 1].text), "ranked"), after_rank(words, i + 2, "vi")
    return None


def _among_the_first(words: Sequence[Word], i: int) -> Ranked | None:
    """ "lọt top 50 thế giới", "nhóm 70 nước dẫn đầu": in small letters, so no list's name."""
    if not words[i].text.islower() or i + 2 >= len(words) or not words[i + 1].text.isdecimal():
        return None
    of, leading = after_rank(words, i + 2, "vi"), {w.low for w in words[i + 3 : i + 3 + _LEADING]}
    if not of or (words[i].low == "nhóm" and not {"dẫn", "hàng", "đứng"} & leading):
        return None
    return rank_of(i, i + 2, int(words[i + 1].text), "top"), of


def _is_nth(words: Sequence[Word], i: int) -> bool:
    """ "nhà máy thứ hai": after one of the things that add up; no day of the week."""
    value = _vietnamese_ordinal(words[i + 1])
    if not value or value == 1 or words[i + 1].is_capital:
        return False
    if words[i + 2 : i + 3] and words[i + 2].low == "của":  # "pháp nhân thứ hai của tập đoàn"
        return bool(i) and words[i - 1].low not in any_of("not_nth") | any_of("before_weekday")
    back = " ".join(w.low for w in words[max(0, i - 5) : i])
    counted = any(noun in back for noun in list_of("nth", "vi"))
    return counted and words[i - 1].low not in any_of("before_weekday") | any_of("not_nth")


def _vietnamese_ordinal(word: Word) -> int | None:
    return int(word.text) if word.text.isdigit() else lexicon("ranks")["ordinals"]["vi"].get(word.low)
