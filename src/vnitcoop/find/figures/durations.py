"""What a duration is of: "three years of experience", "nine months after the signing", "500 people in five years"."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.figures.phrases_counted import Run
from vnitcoop.find.figures.predicates import predicate
from vnitcoop.find.figures.quantities import Quantity
from vnitcoop.find.figures.wordlists import word_list, word_lists
from vnitcoop.find.figures.words import Word

_BREAKS = {",", ";", ":", ".", "“", "”"}


def own_words(words: Sequence[Word], found: Quantity, right: Run | None, language: str) -> tuple[Run | None, str]:
    """The run beside the duration that says all ("30 years ago", "three years of work"), and the rule."""
    following = words[found.last].low if found.last < len(words) else ""
    if following in word_list("ago"):
        return (found.to, found.last + 1), "time-ago"
    if is_ago(words, found):
        alone = words[found.first - 1].low not in ("a", "đây")  # "voilà", not "il y a"
        return (found.first - 2 + alone, found.last), "time-ago"
    if right and words[right[0]].low not in word_list("not_of_duration"):
        return right, "duration-of"
    return None, ""


def is_ago(words: Sequence[Word], found: Quantity) -> bool:
    """ "five years ago", "il y a cinq ans", "cách đây 5 năm": as long before today."""
    following = words[found.last].low if found.last < len(words) else ""
    before = " ".join(w.low for w in words[max(0, found.first - 2) : found.first])
    return following in word_list("ago_today") or before.endswith(tuple(word_list("before_ago")))


def is_anniversary(words: Sequence[Word], found: Quantity) -> bool:
    """ "the 35th anniversary", "completed 50 years of relations", "kỷ niệm 40 năm": so many years at its date."""
    end = found.first - (found.first > 0 and words[found.first - 1].low in word_list("determiners"))
    said = [w.low for w in words[max(0, end - 2) : end]]
    kept = word_list("celebrating") & {*said[-1:], " ".join(said)}
    return found.rule == "anniversary" or (found.unit == "years" and bool(kept))


def span_words(words: Sequence[Word], found: Quantity) -> Run | None:
    """ "the next three years", "5 năm tới": the stretch itself, where words single it out."""
    before = words[found.first - 1].low if found.first else ""
    following = words[found.last].low if found.last < len(words) else ""
    verb = found.first > 1 and words[found.first - 2].low in word_list("auxiliary")  # "will last three years"
    if before in word_list("spans_before") and not verb:
        return found.first - 1, found.last
    return (found.to, found.last + 1) if following in word_list("spans_after") else None


def shares_clause(words: Sequence[Word], found: Quantity, floor: int) -> bool:
    """Whether the figure before stands in the same clause, so that the duration is of the same thing."""
    return 0 < floor <= found.first and not any(words[k].low in _BREAKS for k in range(floor, found.first))


def tell_more(words: Sequence[Word], start: int, end: int, language: str, barred: frozenset[int]) -> Run | None:
    """ "300 ingénieurs [formés] en trois ans", "help 30 firms [enter Singapore] over ...": what is done meanwhile."""
    while start < end and (
        not words[start].is_word or start in barred or words[start].low in word_lists(language, "stops", "dangling")
    ):
        start += 1
    while end > start and (end - 1 in barred or words[end - 1].low in word_list("before_time", language)):
        end -= 1
    run = range(start, end)
    return (start, end) if 0 < len(run) <= 7 and not barred.intersection(run) else None


def clause_after(words: Sequence[Word], found: Quantity, language: str, barred: frozenset[int]) -> Run | None:
    """ "Two years after it opened", "For two years our teams have worked": what follows, at a sentence's head."""
    following = words[found.last].low if found.last < len(words) else ""
    if following in word_list("after_span"):
        return predicate(words, found.last + 1, language, barred, verb=False)
    opening = [w.low for w in words[: found.first] if w.is_word] if found.first <= 2 else [""]
    if set(opening) <= word_lists(language, "leads", "stops") or " ".join(opening) in word_list("before_ago"):
        start = found.last + (following == "," or following in word_list("ago"))
        start += start < len(words) and words[start].low == ","
        return predicate(words, start, language, barred, verb=False)
    return None
