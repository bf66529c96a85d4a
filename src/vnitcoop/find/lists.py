"""Names that stand together: "A, B and the C (ACR)"."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.names.places import demonyms
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import DASHES, Line
from vnitcoop.find.vocabulary import phrases, words

_LONGEST = 4  # tokens of the words that say what a name is
_ADJECTIVES = ("-based", "-run", "-owned", "-backed", "-funded", "-led")


def run_after(line: Line, seen: Sequence[Seen], start: int, reach: int = 8) -> list[Seen]:
    """The names of a list that begins within `reach` tokens behind `start`."""
    ahead = [s for s in sorted(seen, key=lambda s: s.first) if s.first >= start]
    if not ahead or ahead[0].first - start > reach + 3 * (line.key(start + 1) == "."):  # "U.S. chip maker A"
        return []
    return _without_owners(line, _joined(line, ahead))


def run_before(line: Line, seen: Sequence[Seen], end: int, reach: int = 6) -> list[Seen]:
    """The names of a list that ends within `reach` tokens before `end`."""
    behind = [s for s in sorted(seen, key=lambda s: s.first) if s.last <= end]
    if not behind or end - behind[-1].last > reach + 4 * (line.key(behind[-1].last) == "("):
        return []
    run = [behind.pop()]
    while behind and _is_joint(line, behind[-1].last, run[0].first):
        run.insert(0, behind.pop())
    return _without_owners(line, run)


def as_subject(line: Line, run: list[Seen]) -> list[Seen]:
    """A list before a verb without a first name that a preposition takes: "..., broadcast by A, B and C signed"."""
    if len(run) < 2 or "," not in line.keys[run[0].last : run[1].first]:
        return run
    before = run[0].first - 1 - (line.key(run[0].first - 1) in words("grammar", "articles"))
    return run[1:] if line.key(before) in words("grammar", "before_no_subject") else run


def _without_owners(line: Line, run: list[Seen]) -> list[Seen]:
    """A list without those who only own the next: "the ministry's Authority of Telecommunications"."""
    owned = {b.first for b in run}
    return [b for b in run if not (line.key(b.last) == "'s" and b.last + 1 in owned)]


def _joined(line: Line, ahead: Sequence[Seen]) -> list[Seen]:
    run = [ahead[0]]
    for one in ahead[1:]:
        if not _is_joint(line, run[-1].last, one.first):
            break
        run.append(one)
    return run


def _is_joint(line: Line, end: int, start: int) -> bool:
    """Whether only commas, "and", articles, countries, short names in brackets and the like stand between two names."""
    depth, country = 0, False
    for index in range(end, _before_what_it_is(line, start)):
        token, key = line[index], line.key(index)
        depth += (key == "(") - (key == ")")
        inner = (depth > 0 and key != ",") or (token.capital and line.key(index + 1) == "'s")  # "Melbourne's"
        country = token.capital and (country or line.key(index - 1) in words("grammar", "before_a_country"))
        if not (
            inner
            or country
            or key in words("grammar", "joints_of_lists")
            or key in words("grammar", "descriptors")
            or key in demonyms()
            or key.endswith(_ADJECTIVES)
            or key in DASHES
            or _is_initial(line, index)
        ):
            return False
    return start - end <= 9


def _before_what_it_is(line: Line, name: int) -> int:
    """Where the words begin that say what a name is, "and (system integrator) A", "et (l'éditeur français) A"."""
    kinds = [phrases("firms", part, line.language) for part in ("apposed", "others")]
    if line.language == "en" and not any(line.match(name - 1, nouns) for nouns in kinds):
        return name
    first = name - 1
    while first > name - _LONGEST and line[first - 1].kind == "word" and not line[first - 1].capital:
        if line.key(first - 1) in words("grammar", "joints_of_lists"):
            break
        first -= 1
    if line.language == "en":
        return first
    return next((k for k in range(first, name) if any(line.match(k, nouns) for nouns in kinds)), name)


def _is_initial(line: Line, index: int) -> bool:
    """A piece of "U.S."."""
    dot = line.key(index + 1) == "."
    return (dot and line[index].capital and len(line[index].text) == 1) or (
        line.key(index) == "." and line[index - 1].capital and len(line[index - 1].text) == 1
    )
