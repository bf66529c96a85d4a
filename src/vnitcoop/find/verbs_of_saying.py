"""Where a sentence has verbs of saying, and of wishing, whose subject may be a speaker."""

from __future__ import annotations

from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import marked_phrases, phrases, words

_SUBJECT = 8  # words between the comma before a subject and its verb at the end of a sentence


def verbs_of_saying(line: Line, first: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where verbs of saying stand between two tokens; in Vietnamese some only with their marks ("nói", not "nối")."""
    plain = [*line.find(phrases("speech", line.language, "say"), first, end)]
    plain += line.find(phrases("speech", line.language, "wish"), first, end)
    plain += line.find(phrases("speech", line.language, "say_as_persons"), first, end)
    plain += [v for v in line.find(phrases("speech", "ranking"), first, end) if is_ranking(line, *v)]
    apart = [v for v in line.find(phrases("speech", "say_apart"), first, end) if _stands_apart(line, *v)]
    more = line.find(marked_phrases("speech", "say_marked"), first, end) if line.language == "vi" else ()
    inverted = [(k, k + 1) for k, key in enumerate(line.keys[first:end], first) if "-" in key and _is_inverted(key)]
    return tuple(sorted([*plain, *apart, *more, *inverted]))


def _stands_apart(line: Line, first: int, behind: int) -> bool:
    """Whether "that", a mark or nothing stands behind a verb, or a mark or a pronoun before it."""
    beside = words("speech", "beside_said")
    before = {part for key in line.keys[max(0, first - 2) : first] for part in key.split("-")}
    return behind >= len(line) or line.key(behind) in beside or bool(before & words("speech", "before_said"))


def is_ranking(line: Line, first: int, behind: int) -> bool:
    """ "ranked Vietnam 12th", "classe le Vietnam": a verb that gives what is named right behind it a place."""
    behind += line.key(behind) in words("grammar", "articles")
    verb = line.match(first, phrases("speech", "ranking")) > 0
    return verb and behind < len(line) and line[behind].capital and not line[first].capital


def _is_inverted(key: str) -> bool:
    """ "dit-il", "ajoute-t-elle"."""
    verb, _, rest = key.partition("-")
    if rest.rpartition("-")[2] not in words("speech", "fr", "pronouns"):
        return False
    return verb in words("speech", "fr", "say") or verb in words("speech", "say_apart")


def closes(line: Line, first: int, behind: int) -> bool:
    """ "..., X explained.", "..., a précisé X.": whether a verb has all that its comma parts from it for its object."""
    ends = line.key(behind) in {"", "."}
    turned = line.key(first - 1) in {",", '"', "”", "»"} or line.key(first - 2) in {'"', "”", "»"}
    return turned or (ends and any(line.key(k) == "," for k in range(first - _SUBJECT, first)))
