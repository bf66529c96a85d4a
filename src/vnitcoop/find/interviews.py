"""Interviews: an introduction that names who is asked, then short questions with the answers below them."""

from __future__ import annotations

from dataclasses import dataclass

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.types import BlockKind, Ref, Span

_QUESTIONS = 2  # how many make an interview; one alone is a figure of speech
_LONGEST = 60  # words of a question, with what the interviewer says before it


@dataclass(frozen=True, slots=True)
class Interview:
    """Who answers, the words that name them before the first question, and the sentences that are answers."""

    speaker: Ref
    span: Span
    answers: frozenset[int]


def interview_of(cast: Cast) -> Interview | None:
    """The interview that an article is; None where it is none, or where nobody is named before the first question."""
    blocks: dict[int, list[int]] = {}
    for i, line in enumerate(cast.lines):
        if line.block_kind is BlockKind.BODY:
            blocks.setdefault(line.block, []).append(i)
    questions = [block for block, lines in blocks.items() if _asks(cast, lines)]
    if len(questions) < _QUESTIONS or 4 * len(questions) < len(blocks) - 1:
        return None
    introduction = [i for block, lines in blocks.items() if block < questions[0] for i in lines]
    asked = _first_with_role(cast, introduction)
    if asked is None:
        return None
    i, seen = asked
    answers = [k for block, lines in blocks.items() if block > questions[0] and block not in questions for k in lines]
    return Interview(seen.ref, cast.lines[i].span(seen.first, seen.last), frozenset(answers))


def _asks(cast: Cast, lines: list[int]) -> bool:
    """Whether a paragraph is a question: it ends in a question mark, outside quotation marks, and is short."""
    last = cast.lines[lines[-1]]
    return last[len(last) - 1].text == "?" and sum(len(cast.lines[i]) for i in lines) <= _LONGEST


def _first_with_role(cast: Cast, lines: list[int]) -> tuple[int, Seen] | None:
    """The first person with an office; else the first person."""
    people = [(i, seen) for i in lines for seen in cast.people[i]]
    return next((p for p in people if cast.things[p[1].ref].value("roles")), people[0] if people else None)
