"""What a figure measures by the words left of it: its clause's subject, a noun with "of", the label of its line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vnitcoop.find.figures.clauses import clause_start, has_verb, strip_left, strip_right, trailing
from vnitcoop.find.figures.phrases_counted import Run, noun_phrase
from vnitcoop.find.figures.quantities import Quantity
from vnitcoop.find.figures.units import COUNT, DASHES
from vnitcoop.find.figures.wordlists import word_list, word_lists
from vnitcoop.find.figures.words import Phrases, Word, phrase_at, phrase_before, phrases
from vnitcoop.lexicon import lexicon

Measured = tuple[tuple[Run, ...], str]  # runs of words, and the rule that found them

_SENTENCE_ENDS = {".", ";", ":", "!", "?"}
_SO_MANY_TIMES = 2  # words before it: "lớn gấp"
_IN_A_ROW = {"|", "•", "·"}  # "Japan: 31% | Korea: 19%"


def _label(words: Sequence[Word], found: Quantity, floor: int) -> Run | None:
    """ "Total cost: $5 million", "For a data centre - AU$600,000": a line that names what its sum is of."""
    mark = found.first - 1
    if mark < 1 or not (words[mark].low == ":" or (words[mark].low in DASHES and found.last + 1 >= len(words))):
        return None
    first = next((k + 1 for k in range(mark - 1, -1, -1) if words[k].low in _SENTENCE_ENDS | _IN_A_ROW), 0)
    if words[mark].low == ":":
        return (first, mark) if first >= floor and 0 < mark - first <= 8 else None
    return (max(first, mark - 30), mark) if mark > first else None


@cache
def pronouns() -> Phrases:
    """Openings of a clause that point back to what was measured before."""
    return phrases({"pronoun": lexicon("measures")["pronouns"]})


@cache
def _links() -> Phrases:
    """What leads over to a part of what was measured before."""
    return phrases({"link": lexicon("measures")["links"]})


@cache
def _elliptic() -> Phrases:
    return phrases({"elliptic": lexicon("measures")["elliptic"]}, backwards=True)


def from_left(
    words: Sequence[Word], found: Quantity, floor: int, language: str, gapped: bool, barred: frozenset[int]
) -> Measured:
    """The subject of the clause before the number, with a verb of growth but without one of reaching or being.

    `floor` is where the figure before ends; without runs the measure is that of the figure before.
    """
    return _joined(words, found, floor, language, barred) or _clause(words, found, floor, language, gapped, barred)


def _joined(
    words: Sequence[Word], found: Quantity, floor: int, language: str, barred: frozenset[int]
) -> Measured | None:
    """What is joined to the number by "of", a colon or brackets, or said behind it of what is raised."""
    raised = _raised(words, found, language, barred)
    if raised:
        return (raised,), "noun-of"
    if found.first > floor + 1 and words[found.first - 1].low in word_list("of", language) and language != "vi":
        comma = words[found.first - 2].low == ","
        noun = _noun_before(words, found.first - 1 - comma, floor, language)
        low = {words[k].low for k in range(*noun)}
        if low <= word_list("generic", language) and floor:
            return (), "as-before"
        if low & word_list("relational") and not comma:
            return _related(words, noun, floor, language, barred)
        if not low <= word_lists(language, "growth", "generic"):
            return (noun,), "noun-of"
    if floor and found.unit == "times" and words[found.first - 1].low == ",":
        return (), "as-before"  # "38 companies in the audience, twice as many as last year"
    compared = words[found.first - 1].low in word_list("held_against") if found.first else False
    if floor and ((found.unit == COUNT and phrase_before(words, found.first, _elliptic())) or compared):
        return (), "as-before"
    label = _label(words, found, floor)
    if label:
        return (label,), "label"
    if not found.first or words[found.first - 1].low != "(":
        return None
    if found.first - 1 <= floor:
        return (), "as-before"
    return (_noun_before(words, found.first - 1, floor, language),), "before-brackets"


def _raised(words: Sequence[Word], found: Quantity, language: str, barred: frozenset[int]) -> Run | None:
    """ "porter à 1.000 le nombre de consultants", "porter de 43 à 70 % la part de ses habitants"."""
    last = found.last if found.noun_at is None else found.noun_at
    if language != "fr" or last >= len(words) or words[last].low not in word_list("articles"):
        return None
    raising = any(w.low in word_list("raising") for w in words[max(0, found.first - 5) : found.first])
    return noun_phrase(words, last + 1, language, barred) if raising else None


def _clause(
    words: Sequence[Word], found: Quantity, floor: int, language: str, gapped: bool, barred: frozenset[int]
) -> Measured:
    start = clause_start(words, found.first, floor, language)
    if _is_figure_said(words, start, found.first - 1, language) and words[found.first - 1].low in word_list("to_level"):
        return (), "as-before"
    end = strip_right(words, start, found.first, language, barred)
    start = strip_left(words, start, end, language, barred)
    link = phrase_at(words, start, _links()) if floor else None
    if link and link[0] < end:
        return ((link[0], end),), "clause-and-before"  # "trong đó nữ chiếm 38%"
    tail = next((k + 1 for k in range(end - 1, start, -1) if words[k].low == ","), start) if floor else start
    changes = [k for k in range(tail, end) if words[k].low in word_list("growth", language)]
    rest = {words[k].low for k in range(tail, end) if k not in changes}
    if changes and rest - {",", "and", "et", "và", "une"} <= word_lists(language, "articles", "leads"):
        return ((changes[0], changes[-1] + 1),), "clause-and-before"
    if floor and found.unit == "times" and language == "vi" and 0 < end - tail <= _SO_MANY_TIMES:
        return ((tail, end),), "clause-and-before"  # "134.375 cuộc tấn công, tăng gấp 4,2 lần"
    if start >= end and _is_aside(words, start, floor):
        return (_antecedent(words, start - 2, floor, language),), "clause"
    act = _act(words, found, language)
    noun = _relative_to(words, start, floor, language) if start < end else None
    if noun:
        return (_antecedent(words, noun, floor, language), (start, end)), "clause"
    if floor and start < end and words[start].low in word_list("since") and not has_verb(words, start, end, language):
        return (), "as-before"  # "$1.6 billion since January, 2.2 times as much"
    if floor and (start >= end or _is_predicate(words, start, language)):
        return ((act,), "clause-and-before") if act and act[0] >= floor else ((), "as-before")
    share = phrase_before(words, found.first, trailing(language))
    if floor and share and share[1] == "shares":
        return ((start, end),), "clause-and-before"
    if start >= end:
        return (), "as-before"
    begun = _behind_article(words, start, end, language)
    if begun is None:
        return (), "as-before"
    if _is_figure_said(words, begun, end, language):
        return (), "left-out" if found.unit == COUNT else "as-before"
    if act and act[0] >= end:
        return ((begun, end), act), "clause"  # "the firm earned $4 million"
    shared = gapped and not has_verb(words, begun, found.first, language)
    return ((begun, end),), "clause-and-before" if shared else "clause"


def _is_figure_said(words: Sequence[Word], start: int, end: int, language: str) -> bool:
    """ "nay con số này là 42", "while the year before the figure was 38": the figure is the one told before."""
    said = (phrase_at(words, k, _figure_said(language)) for k in range(max(start, end - 4), end))
    return any(phrase and phrase[0] >= end for phrase in said)


@cache
def _figure_said(language: str) -> Phrases:
    return phrases({"figure": lexicon("measures")["the_figure"].get(language, ())})


def _behind_article(words: Sequence[Word], start: int, end: int, language: str) -> int | None:
    """Where words begin behind their article; None where they are a pronoun or nothing."""
    shouted = words[start].text.isupper() and len(words[start].text) > 1  # IT
    pronoun = phrase_at(words, start, pronouns()) if not shouted else None
    if pronoun and pronoun[0] < end and words[pronoun[0]].low in word_list("of", language):
        pronoun = None  # "the number of members"
    if pronoun:
        return None if pronoun[0] <= end else start
    start += words[start].low in word_list("articles")
    return start if start < end else None


def _is_aside(words: Sequence[Word], start: int, floor: int) -> bool:
    """ "clients, which number 450": the clause is of the noun before it."""
    return start > floor + 2 and words[start - 1].low in word_list("asides") and words[start - 2].low == ","


def _relative_to(words: Sequence[Word], start: int, floor: int, language: str) -> int | None:
    """ "a venture in which X holds 70%", "a site that may grow fourfold": where the noun ends that the clause is of."""
    relative = words[start - 1].low if start else ""
    if relative not in word_list("relatives", language):
        return None
    if relative == "that" and words[start].low not in word_list("verbs", language) | word_list("told_verbs", language):
        return None
    end = start - 1
    end -= words[end - 1].low in word_list("leads", language) and words[end - 1].low not in word_list("of", language)
    comma = end > 0 and words[end - 1].low == ","
    end -= comma
    if end - 1 <= floor or (comma and relative == "that") or not words[end - 1].is_word:
        return None
    return None if words[end - 1].low in word_lists(language, "no_antecedents", "verbs") else end


def _act(words: Sequence[Word], found: Quantity, language: str) -> Run | None:
    """The verb of earning or spending right before a sum."""
    at = found.first - 1
    return (at, at + 1) if found.is_money and at >= 0 and words[at].low in word_list("acts", language) else None


def _related(words: Sequence[Word], noun: Run, floor: int, language: str, barred: frozenset[int]) -> Measured:
    """ "a centre at a cost of $5 million", "a target of 15 billion": what the cost or target is of stands before."""
    end = noun[0]
    while end > floor and (not words[end - 1].is_word or words[end - 1].low in word_list("before_related")):
        end -= 1
    start = strip_left(words, max(floor, clause_start(words, end, floor, language), end - 14), end, language, barred)
    if floor and has_verb(words, start, noun[0], language):
        return (noun,), "clause-and-before"
    return ((start, end), noun) if start < end else (noun,), "noun-of" if start < end else "clause-and-before"


def _is_predicate(words: Sequence[Word], start: int, language: str) -> bool:
    """A clause that lends its subject from the one before: "..., and aims to raise the number to 3,000"."""
    low = words[start].low
    joined = start > 0 and words[start - 1].low in word_list("joiners")
    verb = low in word_list("verbs", language) or low in word_list("leads", language) or low in word_list("aims")
    return joined and verb and low not in word_list("no_predicates")


def _antecedent(words: Sequence[Word], end: int, floor: int, language: str) -> Run:
    """ "trade between Vietnam and France, which totalled": the noun with its complements, back to the verb."""
    start, verbs = end, word_lists(language, "verbs", "finite")
    while start > floor and end - start < 7 and words[start - 1].is_word and words[start - 1].low not in verbs:
        start -= 1
    while start < end - 1 and words[start].low in word_list("stops", language):
        start += 1
    return (start, end) if words[end - 1].is_capital and start < end else _noun_before(words, end, floor, language)


def _noun_before(words: Sequence[Word], end: int, floor: int, language: str) -> Run:
    """The noun phrase that ends where the brackets or "of" begin."""
    start, barriers = end, word_lists(language, "stops", "verbs")
    while (
        start > floor
        and end - start < 8
        and (words[start - 1].is_word or words[start - 1].low in "'’-)(")
        and (words[start - 1].low not in barriers or words[start - 1].low == "l'")
    ):
        start -= 1
    while start < end - 1 and not words[start].is_word:
        start += 1
    return (start, end) if start < end else (end - 1, end)
