"""What a figure measures, in the article's own words: right of the number, left of it, or as the figure before it."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.figures.clauses import clause_start, is_subject, strip_right
from vnitcoop.find.figures.durations import clause_after, own_words, shares_clause, span_words, tell_more
from vnitcoop.find.figures.left_of import Measured, from_left
from vnitcoop.find.figures.phrases_counted import Run, noun_phrase
from vnitcoop.find.figures.predicates import predicate, verb_for_noun
from vnitcoop.find.figures.quantities import Quantity, openers
from vnitcoop.find.figures.shares import is_share_of, of_proportion, of_share, of_them
from vnitcoop.find.figures.units import COUNT, DURATIONS
from vnitcoop.find.figures.wordlists import word_list, word_lists
from vnitcoop.find.figures.words import Word
from vnitcoop.lexicon import lexicon


def measure_of(
    words: Sequence[Word], found: Quantity, floor: int, language: str, barred: frozenset[int], gapped: bool
) -> Measured:
    """The runs of words that say what is measured, and the rule; no runs where it is that of the figure before.

    `floor` is where the figure before ends; `gapped` says that this figure leaves out the measure that one had.
    """
    right = noun_phrase(words, found.last if found.noun_at is None else found.noun_at, language, barred)
    share = found.unit != "percent" or (right and is_share_of(words, found, right, language))
    if right and (not share or words[right[0]].low in word_list("marks")):
        right = None
    if found.unit in ("percent", COUNT) and right and words[right[0]].low in word_list("them"):
        if found.unit == "percent" and not is_subject(words, found, floor, language):
            return of_them(words, found, floor, language, barred)
        said = predicate(words, right[0] + 1, language, barred, verb=False)
        return ((said,), "of-them") if said else ((), "of-them")
    if found.rule == "multiple" and (run := _multiplied(words, found, language, barred)):
        return (run,), "multiplied"
    if found.rule == "proportion":
        return of_proportion(words, found, right, floor, language, barred)
    if found.unit == COUNT or found.adjective:
        return _of_count(words, found, right, floor, language, gapped, barred)
    if found.unit in DURATIONS:
        return _of_duration(words, found, right, floor, language, barred)
    if right and right[1] == right[0] + 1 and words[right[0]].low in word_list("each"):
        right = None  # "dix bourses de 1.000 euros chacune"
    if right and not _is_apposed_left(words, found) and found.unit != "times":
        more = _purpose(words, right[1], language, barred)
        if found.unit == "percent":
            runs, rule = of_share(words, found, right, floor, language, barred)
            return ((*runs, more) if more and runs[-1] == right else runs), rule
        return ((right, more) if more else (right,)), "sum-of"
    runs, rule = from_left(words, found, floor, language, gapped, barred)
    against = found.first > 0 and words[found.first - 1].low in word_list("held_against")
    weak = _weak_complement(words, found.last, language, barred, against) if found.unit != "times" else None
    if found.unit == "percent" and not weak:
        weak = predicate(words, found.last, language, barred)
    if found.is_money and not runs and rule == "as-before" and _begins_clause(words, found, floor, language):
        said = predicate(words, found.last, language, barred)
        if said:
            return (said,), "said-of-sum"
    if weak and not runs and rule == "as-before":
        return (weak,), "clause-and-before"
    return (*runs, weak) if runs and weak else runs or ((weak,) if weak else ()), rule


def _multiplied(words: Sequence[Word], found: Quantity, language: str, barred: frozenset[int]) -> Run | None:
    """ "to double [its workforce]", "tripler, en trois ans, [le chiffre d'affaires]", "tăng gấp đôi [doanh thu]"."""
    k = found.last
    if k < len(words) and words[k].low == ",":
        k = 1 + next((j for j in range(k + 1, min(k + 8, len(words))) if words[j].low == ","), k)
    definite = k < len(words) and words[k].low in word_lists(language, "determiners", "indefinite_plural")
    bare = k == found.last and (language == "vi" or (language == "en" and words[found.first].low == "to"))
    if k >= len(words) or not (definite or bare) or words[k].low in word_list("more_than"):
        return None
    run = noun_phrase(words, k + definite, language, barred)
    return None if run and words[run[0]].low in word_list("after_multiple") else run


def _begins_clause(words: Sequence[Word], found: Quantity, floor: int, language: str) -> bool:
    """ "Some $27 million has been spent": no words of its clause stand before the sum."""
    start = clause_start(words, found.first, floor, language)
    return start == found.first and (start == 0 or start > floor)


def _of_count(
    words: Sequence[Word],
    found: Quantity,
    right: Run | None,
    floor: int,
    language: str,
    gapped: bool,
    barred: frozenset[int],
) -> Measured:
    """The noun right of the number, or what is said of so many."""
    if (
        found.unit == COUNT
        and (not right or words[right[0]].low in word_list("so_many"))
        and _is_left_out(words, found, right, language)
    ):
        said = predicate(words, found.last + 1, language, barred) if found.last < len(words) else None
        return (said,) if said else from_left(words, found, floor, language, gapped, barred)[0], "left-out"
    if found.unit == COUNT and not right and _is_alone_before_verb(words, found, language):
        said = predicate(words, found.last, language, barred)
        return ((said,), "said-of-so-many") if said else ((), "as-before")
    if found.unit == COUNT and right and verb_for_noun(words, right, language):
        if found.first > 1 and words[found.first - 1].low in word_list("of", language):
            return from_left(words, found, floor, language, gapped, barred)  # "a jury of seven led by ..."
        if floor:
            said = predicate(words, right[0], language, barred, verb=False)
            return ((said or right,), "elliptic")
    apart = found.first > 0 and words[found.first - 1].low in word_list("apart")
    if right and apart and found.last < right[0] and words[right[0]].is_capital:
        return ((right,), "of-them")  # "dix-huit produits, dont trois du Vietnam"
    if right and right[1] < len(words) and words[right[1]].low in word_list("compared_places"):
        right = right[0], right[1] + 1  # "five places higher"
    return ((right,), "counted-noun") if right else _elliptic_count(words, found, floor, language, gapped, barred)


def _is_alone_before_verb(words: Sequence[Word], found: Quantity, language: str) -> bool:
    """ "so far 22 have travelled", "seuls 92 avaient obtenu": the count is the subject, its noun left out."""
    following = words[found.last].low if found.last < len(words) else ""
    before = words[found.first - 1].low if found.first else ","
    alone = before in word_list("before_alone") or words[found.first].low in word_list("before_alone")
    return alone and following in word_list("after_alone", language)


def _is_left_out(words: Sequence[Word], found: Quantity, right: Run | None, language: str) -> bool:
    """ "hired only 85.", "there were three.", "We plan six more.", "nous en espérions 50": the noun was said before."""
    back = [w.low for w in words[max(0, found.first - 3) : found.first]] + [
        w.low for w in words[found.first : found.at] if w.low in word_list("only")
    ]
    behind = words[found.last] if found.last < len(words) else None
    if language == "fr" and word_list("clitics") & set(back[:-1]):
        return not (behind and behind.is_word and behind.low.endswith("s"))
    if behind and behind.low in word_list("so_many"):
        if back and back[-1] in word_list("determiners"):
            return False  # "the two others"
        return not right or not words[found.last + 1].is_word
    if behind and behind.is_word:
        return False
    only = bool(back) and back[-1] in word_list("only")
    return only or (language == "en" and "there" in back and back[-1] in word_list("there"))


def _elliptic_count(
    words: Sequence[Word], found: Quantity, floor: int, language: str, gapped: bool, barred: frozenset[int]
) -> Measured:
    """ "1,100 employees, 120 of whom work in Japan": a count of what was counted before, and what is said of it."""
    runs, rule = from_left(words, found, floor, language, gapped, barred)
    if rule != "as-before" or runs:
        return runs, rule
    following = words[found.last].low if found.last + 1 < len(words) else ""
    placed = following in word_list("places_after") and (language != "en" or words[found.last + 1].is_capital)
    apart = found.first > 0 and words[found.first - 1].low in word_list("apart")
    joined = placed or apart or following in word_list("skipped")
    said = predicate(words, found.last, language, barred, verb=not joined)
    return ((said,), "elliptic") if said else ((), rule)


def _is_apposed_left(words: Sequence[Word], found: Quantity) -> bool:
    return found.first > 0 and words[found.first - 1].low in word_list("apposed")


def _of_duration(
    words: Sequence[Word], found: Quantity, right: Run | None, floor: int, language: str, barred: frozenset[int]
) -> Measured:
    own, rule = own_words(words, found, right, language)
    if rule == "time-ago" and own:
        told = clause_after(words, found, language, barred)
        return ((own, told) if told else (own,)), rule
    if own:
        return (own,), rule
    span = span_words(words, found)
    spans = (span,) if span else ()
    if shares_clause(words, found, floor):
        between = strip_right(words, floor, span[0] if span else found.first, language, barred)
        told = tell_more(words, floor, between, language, barred)
        place = _place(words, found.last, barred)
        runs = tuple(run for run in (told, *spans, place) if run)
        return runs, "clause-and-before" if runs else "as-before"
    after = clause_after(words, found, language, barred)
    if after:
        return (*spans, after), "clause-after"
    left = found._replace(first=span[0]) if span and span[0] >= floor else found
    runs, rule = from_left(words, left, floor, language, False, barred)
    place = _place(words, found.last, barred)
    spans = (*spans, place) if place else spans
    if runs or floor:
        return (*runs, *spans), rule
    return spans or ((min(found.to, found.last - 1), found.last),), "time-span"


def _place(words: Sequence[Word], j: int, barred: frozenset[int]) -> Run | None:
    """ "six weeks [in Bangalore]", "22 ans [chez Nortel]": where the time is spent."""
    if j + 1 >= len(words) or words[j].low not in word_list("places_of_time") or j + 1 in barred:
        return None
    end = j + 1
    while end < len(words) and words[end].is_capital and end not in barred:
        end += 1
    return (j + 1, end) if end > j + 1 else None


def _purpose(words: Sequence[Word], j: int, language: str, barred: frozenset[int]) -> Run | None:
    """ "0.5 per cent of its GDP [on research]", "4 percent of GDP in research"; not "in the region"."""
    if j + 1 >= len(words) or (words[j].low != "in" and words[j].low not in word_list("for_what")):
        return None
    placed = words[j].low == "in" and words[j + 1].low in word_list("determiners")
    return None if placed else _weak_complement(words, j, language, barred, against=False)


def _weak_complement(words: Sequence[Word], j: int, language: str, barred: frozenset[int], against: bool) -> Run | None:
    """ "in software exports", "pour la recherche": what a sum or share is of, less closely joined.

    `against` says that it is held against another: then a name may tell whose it is ("against 30 percent for Japan").
    """
    if j >= len(words) or words[j].low not in lexicon("measures")["complement"].get(language, ()) or j + 1 in barred:
        return None
    k = j + 1
    while k < len(words) and words[k].low in word_list("determiners"):
        k += 1
    if k < len(words) and words[k].is_number and words[j].low in word_list("counting_links") and k not in barred:
        k += 1  # "on 12 projects"
    if words[j].low in word_list("to_whom") and k == j + 1:
        return None  # "30 million to build", "up 20% to VND1.2 trillion"
    if k >= len(words) or k in barred or words[k].low in openers(language) or words[k].low in word_list("spans"):
        return None
    return noun_phrase(words, k, language, barred)
