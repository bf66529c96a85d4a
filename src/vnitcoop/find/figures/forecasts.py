"""Whether a figure is expected, planned, needed or targeted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vnitcoop.find.figures.clauses import is_subject
from vnitcoop.find.figures.coordinated import is_plural
from vnitcoop.find.figures.durations import is_anniversary
from vnitcoop.find.figures.quantities import Quantity
from vnitcoop.find.figures.turns import goal_before, has_come_about, is_turn, opens_aside
from vnitcoop.find.figures.units import DURATIONS
from vnitcoop.find.figures.wordlists import word_list, word_lists
from vnitcoop.find.figures.words import FRENCH_FUTURE, Phrases, Word, phrase_at, phrase_before, phrases
from vnitcoop.lexicon import lexicon

_KNOWN = 1000  # fewer than these are known by "the"
_NOUN = 4  # words in which the noun of a number ends
_REACH = 18  # words between a cue and the number

_ENDS, _MARKS = frozenset(";.”"), frozenset("(),:")
_ELSEWHERE = {",", ";", ".", "with", "avec", "với"}  # between a task and a number that is not its own


@cache
def _cues(language: str) -> Phrases:
    return phrases({"cue": lexicon("measures")["forecast"].get(language, ())})


@cache
def _turning(language: str) -> frozenset[str]:
    """The words before a number that can tell whether it is a forecast; French has verbs besides."""
    lists = word_lists(language, "asides", "clause", "there_are", "finite", "before_infinitive")
    return lists | _ENDS | _MARKS | _cues(language).keys()


def forecast_cue(
    words: Sequence[Word], found: Quantity, floor: int, ceiling: int, language: str, chained: bool
) -> tuple[int, int] | None:
    """The words that make the figure a forecast; None when it is stated as it is.

    `floor` and `ceiling` are where the figures before and after stand; a cue before another figure reaches this one
    only when both are joined by a comma or "and" (`chained`).
    """
    if is_contrast(words, found, ceiling):
        return None
    if goal := goal_before(words, found.first, floor, language):
        return goal
    if has_come_about(words, found.last, ceiling, language):
        return None
    if found.rule == "multiple" and _cue_at(words, found.first, language):
        return found.first, found.first + 1
    opened, closed, turning = False, False, _turning(language)
    for i in range(found.first - 1, max(floor, found.first - _REACH) - 1, -1):
        if words[i].low not in turning and not (language == "fr" or words[i].low.endswith("'ll")):
            continue
        closed = (closed or words[i].low == ")") and words[i].low != "("
        if closed:
            continue
        if words[i].low in _ENDS:
            break
        if opens_aside(words, i, language) or is_turn(words, i):
            break  # "will build the satellite, which carries 24 transponders"
        cue = _cue_at(words, i, language)
        if cue and cue[1] <= found.first + 1 and not _is_past_need(words, i):
            return cue
        opened = opened or words[i].low in word_list("clause", language)
        if i == found.first - 1 and words[i].low in word_list("there_are"):
            return _cue_before(words, i, found, floor, language) or _cue_after(words, found, ceiling, language)
        infinitive = i > 0 and words[i - 1].low == "to"
        if words[i].low in word_list("finite", language) and not infinitive and not _is_perfect(words, i, language):
            if opened or words[i].low in word_list("said"):
                break  # the verb of another clause
            return _cue_before(words, i, found, floor, language)  # "the goal is to ...", "phấn đấu có ..."
    agreed = _agreed(words, found, floor, language) or _expected_behind(words, found, ceiling, language)
    if agreed or chained or not is_subject(words, found, floor, language):
        return agreed
    return _cue_after(words, found, ceiling, language)


def is_of_now(words: Sequence[Word], found: Quantity) -> bool:
    """ "its 400 employees will stay", "the park's six laboratories", ", 16 ans, passera": there are so many."""
    before = words[found.first - 1].low if found.first else ""
    if is_anniversary(words, found):
        return True
    if before in word_list("owners") or before.endswith(("'s", "s'")):
        return found.unit in {"count", *DURATIONS}
    spans = word_list("spans_before").isdisjoint(w.low for w in words[found.at : found.last])
    if before in word_list("definite") and found.unit in {"count", *DURATIONS} and found.value < _KNOWN and spans:
        return not _expected_behind(words, found, len(words), "en")
    following = words[found.last].low if found.last < len(words) else ""
    parts = phrase_before(words, found.first, _composed()) if found.unit == "count" else None
    if parts and words[parts[0] - 1].low == ",":
        return True
    if found.unit == "count" and phrase_at(words, found.last, _headings()):
        return True  # "proposed three priorities": what is proposed has so many parts
    return found.unit == "years" and before == following == ","


@cache
def _composed() -> Phrases:
    return phrases({"composed": lexicon("measures")["composed"]}, backwards=True)


@cache
def _headings() -> Phrases:
    return phrases({"heading": lexicon("measures")["headings"]})


def _is_past_need(words: Sequence[Word], i: int) -> bool:
    """ "Taipei needed eight years", "has pledged $5 million", not "300 are needed"."""
    before = words[i - 1].low if i else ""
    if words[i].low in word_list("perfect_alone"):
        return before in ("has", "have", "had")
    return words[i].low in word_list("past_alone") and before not in word_list("auxiliaries", "en")


def _expected_behind(words: Sequence[Word], found: Quantity, ceiling: int, language: str) -> tuple[int, int] | None:
    """ "with 5,000 visitors expected", "50 % attendus en 2030"."""
    last, verbs, phrase = min(ceiling, len(words)), word_list("finite", language), _expected(language)
    contrasts = word_list("contrasts")
    for i in range(found.last, min(last, found.last + _NOUN)):
        low, before = words[i].low, words[i - 1].low
        been = words[i].low in verbs and words[i + 1].low == "been" if i + 2 < last else False
        expected = phrase_at(words, i + 2 * been, phrase)
        if expected:
            return None if i == found.last and _is_adjective(words, expected[0], language) else (i, expected[0])
        if not words[i].is_word or low in contrasts:
            return None
        if low in verbs and (before in word_list("breaks") or not phrase_at(words, i + 1, phrase)):
            return None
    return None


def _is_adjective(words: Sequence[Word], i: int, language: str) -> bool:
    """ "two of the four planned centres": whether the noun itself stands behind what is said of it."""
    return language == "en" and i < len(words) and is_plural(words[i])


@cache
def _expected(language: str) -> Phrases:
    return phrases({"expected": lexicon("measures")["expected"].get(language, ())})


def _agreed(words: Sequence[Word], found: Quantity, floor: int, language: str) -> tuple[int, int] | None:
    """ "signed an agreement on training 300 technicians": what is signed for is still to be done."""
    if found.is_money or found.unit == "percent":
        return None
    tasks, signing = word_list("tasks", language), word_list("signing", language)
    last = max(floor, found.first - 9)
    task = next((k for k in range(found.first - 1, last - 1, -1) if _has(words, k, tasks)), None)
    if task is None:
        return None
    signed = any(words[k].low in signing for k in range(max(0, task - 25), task))
    return (
        (task, task + 1) if signed and not any(words[k].low in _ELSEWHERE for k in range(task, found.first)) else None
    )


def _has(words: Sequence[Word], k: int, forms: frozenset[str]) -> bool:
    pair = " ".join(w.low for w in words[k : k + 2])
    return words[k].low in forms or pair in forms


def is_contrast(words: Sequence[Word], found: Quantity, ceiling: int) -> bool:
    """ "against 3% today", "from 7% to 15%": what is or was, held against what is to be."""
    if is_origin(words, found):
        return False
    said = [w.low for w in words[max(0, found.first - 2) : found.first + 1]]
    changed = found.noun_at is not None  # "de 43 à 70 %"
    if changed or not word_list("against").isdisjoint(said) or said[:2] == ["so", "với"]:
        return True
    if found.unit == "times":  # "four times today's"
        return False
    after = [w.low for w in words[found.last : min(ceiling, found.last + 4)]]
    return not word_list("at_present").isdisjoint([*after, *said[:-1]])


def is_origin(words: Sequence[Word], found: Quantity) -> bool:
    """ "300 delegates from 18 countries", "khách đến từ 18 quốc gia": where those counted come from."""
    land = words[found.last].low if found.last < len(words) else ""
    origin = phrase_before(words, found.first, _origins()) if land in word_list("lands") else None
    come = words[origin[0] - 1].low if origin and origin[0] else ""
    return come not in ("", land) and not any(come in word_list("growth", language) for language in ("en", "vi"))


@cache
def _origins() -> Phrases:
    return phrases({"origin": lexicon("measures")["origins"]}, backwards=True)


def _cue_before(words: Sequence[Word], i: int, found: Quantity, floor: int, language: str) -> tuple[int, int] | None:
    """The cue that ends at word i, its date between: "mục tiêu đến năm 2025 là"; not in what is told: "kế hoạch đã"."""
    verb, apart = i, found.first - i > 2
    if words[i].low in word_list("past_marks"):
        return None
    while i > floor and (words[i - 1].is_number or words[i - 1].low in word_list("before_year")):
        i -= 1
    for k in range(i - 1, max(floor, i - 4) - 1, -1):
        cue = _cue_at(words, k, language)
        done = apart and phrase_at(words, k, _expected(language))  # "the actions planned are complete, at a cost of"
        if cue and cue[1] in (i, verb, verb + 1) and not done:
            return cue
    return None


def _is_perfect(words: Sequence[Word], i: int, language: str) -> bool:
    """ "is expected", "has a target of", "is to reach": a verb that a cue follows, or one that only introduces it."""
    return words[i].low in word_list("auxiliaries", language) and any(
        _cue_at(words, k, language) for k in range(i + 1, min(i + 5, len(words)))
    )


def _cue_at(words: Sequence[Word], i: int, language: str) -> tuple[int, int] | None:
    found = phrase_at(words, i, _cues(language))
    if found:
        named = words[i].is_capital and i and words[i - 1].is_word  # "Minister of Planning"
        return None if named else (i, found[0])
    if language == "en" and words[i].low.endswith("'ll"):
        return i, i + 1
    if language == "fr" and words[i].text.islower() and FRENCH_FUTURE.fullmatch(words[i].low):
        return i, i + 1
    if language == "fr" and words[i].low in word_list("before_infinitive") and _is_infinitive(words, i + 1):
        return i, i + 1
    return None


def _is_infinitive(words: Sequence[Word], i: int) -> bool:
    """ "va [équiper]", "comptons [y réunir]"."""
    i += i < len(words) and words[i].low in word_list("before_verb")
    return i < len(words) and words[i].text.islower() and words[i].low.endswith(("er", "ir", "re"))


def _in_aside(words: Sequence[Word], found: Quantity, language: str) -> bool:
    """ "a project, which carries a grant of $5 million, will ...": the verb after the aside is not the figure's."""
    for i in range(found.first - 1, max(0, found.first - _REACH), -1):
        if words[i].low in ",;.":
            return False
        if words[i].low in word_list("asides"):
            within = words[i].low in word_list("within") and words[i - 1].low in word_list("leads", language)
            return i < found.first - 1 and (within or opens_aside(words, i, language))
    return False


def _cue_after(words: Sequence[Word], found: Quantity, ceiling: int, language: str) -> tuple[int, int] | None:
    """The verb whose subject the figure is: "At least 40% of the budget will go to ..."."""
    if _in_aside(words, found, language):
        return None
    aside = False
    for i in range(found.last, min(ceiling, found.last + 40)):
        low = words[i].low
        turned = low == "," and words[i + 1 : i + 2] and words[i + 1].low in word_list("turns")
        anew = (
            low != ","
            and low in word_list("joiners")
            and words[i + 1 : i + 2]
            and words[i + 1].low in word_list("determiners")
        )
        if low in (";", ".", "”", ":") or turned or anew:
            return None  # "a shortage of 220,000 and the gap may grow"
        if low in word_list("asides"):
            aside = True
        elif low == "," and aside:
            aside = False
        elif not aside:
            cue = _cue_at(words, i, language) if words[i - 1].low not in word_list("both") else None
            due = low in ("is", "are") and cue is not None and cue[1] > i + 1  # "2,200 engineers are to work there"
            if cue and (due or low in word_list("forecast_verbs", language) or FRENCH_FUTURE.fullmatch(low)):
                return cue
            if (low in word_list("finite", language) and not _is_perfect(words, i, language)) or (
                low.endswith("ed") and language == "en"
            ):
                return None
    return None
