"""Words between commas that say what a body is: "A, a subsidiary of B, and C signed" has the parties A and C."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases

_LONGEST = 18  # tokens of an apposition
_BRACKET = 8  # tokens of a bracket behind a name


def with_appositions(line: Line, seen: Sequence[Seen], verb: int) -> list[Seen]:
    """Each name with the apposition behind it; names within one are left out. `verb` signs, and stands in none."""
    out: list[Seen] = []
    starts = {s.first for s in seen}
    done = 0
    for one in sorted(seen, key=lambda s: s.first):
        if one.first < done:
            continue
        end = _apposition_end(line, _behind_bracket(line, one.last), starts)
        if one.last <= verb < end:
            end = 0
        out.append(one._replace(last=end) if end else one)
        done = end or one.last
    return out


def _behind_bracket(line: Line, index: int) -> int:
    if line.key(index) != "(":
        return index
    return next((k + 1 for k in range(index, min(index + _BRACKET, len(line))) if line.key(k) == ")"), index)


def _apposition_end(line: Line, comma: int, starts: set[int]) -> int:
    """The comma that ends an apposition which begins behind a comma, else 0."""
    if line.key(comma) != ",":
        return 0
    first = comma + 1
    belongs = line.match(first, phrases("agreements", "belonging", line.language))
    opens = line.match(first, phrases("agreements", "appositions", line.language))
    of_a_country = line.key(first + 1) == "'s"  # ", Vietnam's largest group,"
    if not belongs and (not (opens or of_a_country) or {first, first + 1, first + 2 * of_a_country} & starts):
        return 0
    return next((k for k in range(first + 1, min(first + _LONGEST, len(line))) if line.key(k) == ","), 0)
