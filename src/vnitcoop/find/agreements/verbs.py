"""Verbs of signing, with their group; no plan, no noun, no part of a name."""

from __future__ import annotations

from collections.abc import Iterator

from vnitcoop.find.tokens import Line, Phrases
from vnitcoop.find.vocabulary import marked_phrases, phrases, words

_PLAN = 6  # tokens before a verb of signing in which "will" or "plans to" makes it a plan


def verbs_of(line: Line) -> Iterator[tuple[int, int, str]]:
    """Verbs of signing, of forming ("set up a joint venture") and close ones, with their group.

    No plan, no part of a name, not "first signed".
    """
    found = [(*at, group) for group in ("sign", "form", "close") for at in line.find(verb_phrases(line, group))]
    close = {at for at, _, group in found if group == "close"}
    found = [f for f in found if f[2] == "close" or f[0] not in close]  # "trao đổi" is no "trao"
    earlier = line.find(phrases("agreements", "first_signed", line.language))
    before = {k for first, last in earlier for k in range(first, last)}
    for verb, end, group in sorted(found):
        capital = line[verb].capital and verb > 0
        if not (capital or verb in before or _is_noun(line, verb) or is_planned(line, verb)):
            yield verb, end, group


def _is_noun(line: Line, verb: int) -> bool:
    """ "A protocol on student exchange": whether no plural, name or auxiliary stands before such a word."""
    before = line.key(verb - 1)
    told = (
        before.endswith("s") or before in words("agreements", "before_verbs") or (verb > 0 and line[verb - 1].capital)
    )
    return line.key(verb) in words("agreements", "also_nouns") and not told


def verb_phrases(line: Line, group: str) -> Phrases:
    """The verbs of a group; Vietnamese ones are told from other words by their marks."""
    told = marked_phrases if line.language == "vi" else phrases
    return told("agreements", group, line.language)


def is_yet_to_sign(line: Line) -> bool:
    """ "A third deal is to be concluded in the autumn"."""
    return any(is_planned(line, verb) for verb, _ in line.find(verb_phrases(line, "sign")))


def is_planned(line: Line, verb: int) -> bool:
    """Whether a verb is but a plan, or what somebody else is asked to do: "urged A and B to sign"."""
    asked = line.language == "vi" or line.key(verb - 1) in words("agreements", "before_infinitives")
    urged = asked and line.holds(verb_phrases(line, "urge"), 0, verb)
    return urged or line.holds(phrases("agreements", "planned", line.language), verb - _PLAN, verb + 1)
