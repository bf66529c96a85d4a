"""Firms bought: "A has acquired a 90% stake in B", "annonce le rachat de B", "công bố mua lại B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnitcoop.edtf import precision
from vnitcoop.find.agreements.appositions import with_appositions
from vnitcoop.find.agreements.signings import Signing
from vnitcoop.find.agreements.verbs import is_planned
from vnitcoop.find.lists import as_subject, run_after, run_before
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import marked_phrases, phrases, words
from vnitcoop.types import DateMention

PURCHASE = "firm-bought"  # the rule
_SAID = 10  # tokens between a verb of announcing and the noun: "a signé mardi 12 décembre à Paris l'acquisition de"
_SHARE = 12  # tokens between a verb of buying and what is bought: "a 90% stake in", "80 % du capital de"
_SUBJECT = 6  # tokens between who buys and the verb
_BESIDE = 3  # tokens between a purchase and its year


def is_purchase(agreement: Thing) -> bool:
    return any(s.rule == PURCHASE for s in agreement.statements)


def acquisitions(cast: Cast, i: int, dates: Sequence[DateMention]) -> Iterator[tuple[Signing, list[Seen]]]:
    """Every purchase of a firm that a sentence tells as news, with buyer and bought; one of a bare year is history.

    `dates`: those of the sentence.
    """
    line = cast.lines[i]
    years = [line.tokens_in(d.span)[0] for d in dates if precision(d.edtf) == "year"]
    for said, first, last in _purchases(line):
        firms = with_appositions(line, cast.actors(i), said)
        buyers = _buyers(cast, i, firms, said)
        bought = run_after(line, firms, last, _SHARE)[:1]
        history = bought and any(said - _BESIDE <= year <= bought[0].last + _BESIDE for year in years)
        if buyers and bought and not history and bought[0].ref not in {b.ref for b in buyers}:
            yield (
                Signing(said, last, said, last, first, last, "contract", 0, len(line), needs_two=True),
                buyers + bought,
            )


def _purchases(line: Line) -> Iterator[tuple[int, int, int]]:
    """(verb, first and last token of the purchase): a verb of buying, or a noun behind a verb of announcing."""
    told = marked_phrases if line.language == "vi" else phrases
    for first, last in line.find(told("agreements", "acquire", line.language)):
        if not is_planned(line, first):
            yield first, first, last
    for first, last in line.find(phrases("agreements", "acquisition", line.language)):
        before = max(0, first - _SAID)
        parts = ("announce", "complete", "signed")
        verbs = (v for part in parts for v, _ in line.find(phrases("agreements", part, line.language), before, first))
        verb = max(verbs, default=None)
        if verb is not None and not is_planned(line, verb):
            yield verb, first, last


def _buyers(cast: Cast, i: int, firms: Sequence[Seen], verb: int) -> list[Seen]:
    """The subject of a verb; a name rather than "the group" right before it."""
    line, end = cast.lines[i], _end_of_subject(cast.lines[i], verb)
    start = max((k for k in range(end) if line.key(k) == ";"), default=-1)
    named = {b.first for b in cast.bodies[i]}
    before = [f for f in firms if f.first > start]
    run = run_before(line, [f for f in before if f.first in named], end, _SUBJECT)
    return as_subject(line, run or run_before(line, before, end, _SUBJECT))


def _end_of_subject(line: Line, verb: int) -> int:
    """ "FPT Software (30 000 salariés), qui a signé": behind the name, before bracket and pronoun."""
    end = verb
    if line.key(end - 1) in words("agreements", "relatives"):
        end -= 1 + (line.key(end - 2) == ",")
    if line.key(end - 1) == ")":
        end = max((k for k in range(end) if line.key(k) == "("), default=end)
    return end
