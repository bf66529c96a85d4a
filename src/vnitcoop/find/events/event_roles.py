"""Who is called an organiser, a host or a sponsor: "its hosts were A and B", "A came in as gold sponsor"."""

from __future__ import annotations

from collections.abc import Iterator

from vnitcoop.find.events.organising_clues import Clues, Told
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import CLOSE_QUOTES, DASHES, OPEN_QUOTES, Line
from vnitcoop.find.vocabulary import phrases, words

_MODIFIERS = 5  # words between "as" and the noun: "as one of the main"
_TAKER = 8  # tokens between a body and "as" or "were": "(KMS) have come in"
_BEING_REACH = 16  # tokens between "the organisers of" and "were"
_FIELDS = ("organisers", "hosts", "supporters")
_ASIDES = frozenset("()") | OPEN_QUOTES | CLOSE_QUOTES

Noun = tuple[int, int, str]  # first token, last token, the field that it fills


def role_nouns(line: Line) -> list[Noun]:
    """Where a sentence has a noun such as "organisers", "hôte", "nhà tài trợ"; "Nhật Bản tổ chức" has none."""
    found = ((field, line.find(phrases("events", line.language, "roles", field))) for field in _FIELDS)
    nouns = sorted((first, last, field) for field, spans in found for first, last in spans)
    return [n for n in nouns if not (n[0] and line[n[0]].capital and line[n[0] - 1].capital)]


def called_so(clues: Clues, nouns: list[Noun]) -> Iterator[Told]:
    """Who bears the nouns of a sentence, with the partners of organisers."""
    for first, last, field in nouns:
        vague = clues.line.match(first, clues.phrases("vague_roles"))
        of = vague or clues.line.key(last) in words("events", "of_guest")  # "a sponsor of many schools"
        if clues.in_body(first) or (of and not clues.is_event_next(last)):
            continue
        run = _bearers(clues, first, last)
        yield from ((field, b) for b in run)
        if run and field == "organisers":
            yield from ((field, b) for b in clues.partners(max(last, run[-1].last)))


def _bearers(clues: Clues, first: int, last: int) -> list[Seen]:
    """Those before "as the sponsor" or ", host of"; behind "the sponsors are", "the organisers,", "host"."""
    line, head = clues.line, first - 1
    while head >= max(0, first - _MODIFIERS) and not (_is_copula(line, head) or clues.in_body(head)):
        if line[head].kind == "mark":
            break
        head -= 1
    if head >= 0 and _is_copula(line, head) and (run := clues.own_clause(clues.before(head, _TAKER))):
        return run
    at = _behind(clues, last)
    run = clues.after(at, 3) if at else []
    apart = at and line.key(at - 1) == ","  # "the organisers of the forum, A and B, said"
    if run and (not apart or line.key(run[-1].last) in {",", ")"}):
        return run
    closed = line.language != "vi" or last == len(line) or line[last].kind == "mark"  # "theo A, đơn vị tổ chức."
    apposed = line.key(head) in DASHES or (line.key(head) == "," and closed)
    if apposed and (run := clues.before(head - (line.key(head - 1) == ")"), 0)):
        return run if line.key(last - 1).endswith("s") else run[-1:]  # "A and B, its organisers"
    if line.key(last) == "," or line.key(first - 1) in words("events", "as"):  # "ayant pour organisateurs A et B"
        return clues.after(last + (line.key(last) == ","), 1)
    bare = line.language == "vi" or line.key(first - 1) in words("events", "before_host")
    return [b for b in clues.bodies if bare and b.first == last]


def _is_copula(line: Line, index: int) -> bool:
    return line.key(index) in words("events", "being") or line.key(index) in words("events", "as")


def _behind(clues: Clues, last: int) -> int | None:
    """Behind the word that says who the organisers are: "of the forum were", "gồm", ":"."""
    line = clues.line
    for k in range(last, min(last + _BEING_REACH, len(line))):
        if line.key(k) in words("events", "being") or line.key(k) == ":":
            return k + 1
        if line.key(k) == "," and any(b == k for _, b in clues.events):
            return k + 1
        of = (
            k > last or line.language == "vi" or line.key(k) in words("events", "behind_role") or clues.is_event_next(k)
        )
        if clues.in_body(k) or not of or (line[k].kind == "mark" and line.key(k) not in _ASIDES):
            return None
    return None
