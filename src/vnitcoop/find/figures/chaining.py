"""Whether two figures of a sentence are of one verb: what is expected of the first is expected of the second."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from vnitcoop.find.figures.forecasts import is_contrast, is_origin
from vnitcoop.find.figures.lines import Counted, Line
from vnitcoop.find.figures.turns import has_come_about, is_turn
from vnitcoop.find.figures.units import COUNT, DURATIONS
from vnitcoop.find.figures.wordlists import word_list, word_lists
from vnitcoop.find.figures.words import Phrases, phrase_at, phrase_before, phrases
from vnitcoop.lexicon import lexicon

_AND_TO = {("and", "to"), ("et", "de"), ("et", "d'"), ("et", "à")}
_TOLD = 6  # words behind a part in which a verb tells that it has come about


def is_chained(line: Line, before: Counted, counted: Counted, ceiling: int) -> bool:
    """Joined to the figure before by a comma or "and", or a part of it, so that one verb governs both.

    `ceiling` is where the figure behind both begins.
    """
    end, first = before.mention[1], counted.quantity.first
    links, undated = word_list("chain_prepositions"), set(range(end, first)) - line.dated
    gap = [low for k in sorted(undated) if (low := line.words[k].low) not in links]
    come_about = has_come_about(line.words, counted.quantity.last, ceiling, line.language)
    if come_about or any(is_turn(line.words, k) for k in range(end, first)):
        return False
    if ")" in gap and is_contrast(line.words, before.quantity, 0):
        return False  # "35 % (contre 50 % attendus en 2030) et une croissance de 6,8 %"
    part = _is_part(line, end, counted, ceiling)
    if part is not None:
        return part
    finite = word_list("finite", line.language)
    if word_list("clause", line.language) & set(gap[:-1]):
        return False
    if counted.quantity.unit in DURATIONS and not word_lists(line.language, "finite", "breaks") & set(gap):
        return True
    if "," in gap and not finite & set(gap) and not word_list("contrasts") & set(gap):
        return True
    if any(pair in _AND_TO for pair in pairwise(gap)):
        return True  # "aim to serve 500 firms and to train 3,000 engineers"
    return bool(gap) and len(gap) <= 3 and gap[0] in word_list("chain") and not {"from", *finite} & set(gap)


def ceiling_of(line: Line, found: Sequence[Counted]) -> int:
    """Where words end that may be said of the first figure: at the next one, but for counts of one subject."""
    ends = (f.quantity.first for f in found[1:] if not _is_in_phrase(line, found[0], f))
    return next(ends, len(line.words))


def _is_in_phrase(line: Line, counted: Counted, behind: Counted) -> bool:
    """ "22 students of the university and four other schools will": no verb or mark stands between both counts."""
    if counted.quantity.unit != COUNT or behind.quantity.unit != COUNT:
        return False
    gap = line.words[counted.quantity.last : behind.quantity.first]
    verbs = word_lists(line.language, "finite", "verbs", "growth", "clause") | word_list("asides")
    return bool(gap) and all(w.is_word and w.low not in verbs for w in gap)


def _is_part(line: Line, end: int, counted: Counted, ceiling: int) -> bool | None:
    """ "300 guests, of whom 120 from abroad", "venus de 18 pays", "to train 30": None where no word says so.

    `end` is where the figure before ends; a part that has come already is expected no more.
    """
    words, first = line.words, counted.quantity.first
    led = next((p[0] for k in range(first - 1, end - 1, -1) if (p := phrase_at(words, k, _parts()))), 0)
    origin = is_origin(words, counted.quantity)
    task = counted.quantity.unit == COUNT and phrase_before(words, first, _tasks(line.language))
    if not (led or origin or task):
        return None
    barred = (word_list("finite", line.language) | word_list("breaks")) - word_list(
        "copulas" if origin else "there_are"
    )
    if any(words[k].low in barred for k in range(led or end, first)):
        return None
    behind = range(counted.quantity.last, min(ceiling, len(words), counted.quantity.last + _TOLD))
    come = word_list("has_come")
    return not any(words[k].low in come for k in behind)


@cache
def _parts() -> Phrases:
    return phrases({"part": lexicon("measures")["parts"]})


@cache
def _tasks(language: str) -> Phrases:
    return phrases({"task": lexicon("measures")["tasks"].get(language, ())}, backwards=True)
