"""What the program tells people, as lines of text: problems, and what a build did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from vnitcoop.pipeline import Outcome
from vnitcoop.types import Knowledge, Problem

_NOUNS = {
    "events": "event",
    "series": "series",
    "organisations": "organisation",
    "people": "person",
    "places": "place",
    "figures": "figure",
    "agreements": "agreement",
    "dates": "dated fact",
    "conflicts": "conflict",
}
_PLURALS = {"person": "people", "series": "series"}


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """`file:line: what is wrong. What to do.`, one a problem, in the order of file and line."""
    return [_visible(f"{near(p.file)}:{p.line}: {_told(p)}") for p in _sorted(problems)]


def github_lines(problems: Iterable[Problem]) -> list[str]:
    """The same as annotations that GitHub shows beside the line at fault."""
    return [f"::error file={_property(near(p.file))},line={p.line}::{_message(_told(p))}" for p in _sorted(problems)]


def _told(problem: Problem) -> str:
    return f"{problem.message}. {problem.remedy}" + ("" if problem.remedy.endswith(("?", ".")) else ".")


def outcome_lines(outcome: Outcome, docs: Path) -> list[str]:
    """What a build read, what it knows, where that went."""
    done = outcome.published
    changes = f"{len(done.written)} written, {len(done.unchanged)} unchanged, {len(done.removed)} removed"
    edited = [f"{near(docs / path)} was edited: made anew, the edited text kept beside it" for path in done.edited]
    known = knowledge_lines(outcome.knowledge, outcome.problems)
    return [*problem_lines(outcome.idle), *known, *edited, f"Pages in {near(docs)}: {changes}"]


def knowledge_lines(knowledge: Knowledge, problems: Sequence[Problem]) -> list[str]:
    """How many articles were read and set aside, and what they tell of."""
    aside = len({problem.file for problem in problems})
    read = f"Read {counted(len(knowledge.articles), 'article')}" + (f", set {aside} aside" if aside else "")
    known = {noun: len(getattr(knowledge, field)) for field, noun in _NOUNS.items()}
    counts = ", ".join(counted(number, noun) for noun, number in known.items() if number)
    return [f"{read}: {counts or 'nothing is known'}"]


def counted(number: int, noun: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{number} {noun if number == 1 else _PLURALS.get(noun, noun + 's')}"


def _sorted(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda p: (p.file, p.line, p.message))


def near(file: str | Path) -> str:
    """The path as seen from the current folder, where it lies in it."""
    here = Path.cwd()
    return str(Path(file).relative_to(here)) if Path(file).is_relative_to(here) else str(file)


def _visible(text: str) -> str:
    """The text on one line, with what a terminal would obey shown as an escape."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", lambda m: repr(m[0])[1:-1], text)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
