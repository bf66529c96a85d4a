"""Full names and what is left of them later: "Truong Gia Binh", "Binh", "Mr. Binh"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from vnitcoop.find.names.names import Names
from vnitcoop.find.names.people_names import name_words
from vnitcoop.find.things import Thing, Things
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases
from vnitcoop.text import fold
from vnitcoop.types import Kind, Ref, Span

Hit = tuple[int, int, Ref]
_DOUBLED = re.compile(r"(.)\1")


def chain_people(things: Things, names: Sequence[Names], taken: Sequence[frozenset[int]]) -> list[list[Hit]]:
    """The persons of each sentence, by tokens, each put to one thing; `taken` are tokens of other names."""
    full: dict[str, Thing] = {}
    tails: dict[str, list[Thing]] = {}  # by the last two words of a full name, and more of them
    hits: list[list[Hit]] = [[] for _ in names]
    for i, n in enumerate(names):
        for person in n.people:
            words = n.line.words(person.first, person.last)
            if person.last - person.first >= 2:
                thing = full.get(fold(words).replace(" ", "")) or _with_surnames(tails, words)
                thing = thing or _new(things, full, tails, words)
                _mention(thing, n.line, person.first, person.last, person.rule)
                hits[i].append((person.first, person.last, thing.ref))
    begun = {fold(str(t.value("name"))).split()[0] for t in full.values()}
    for i, n in enumerate(names):
        hits[i].extend(_full_again(full, begun, n, taken[i], hits[i]))
    shorts = _short_forms(full.values())
    firsts = _first_words(full.values())
    for i, n in enumerate(names):
        hits[i].extend(_short_hits(things, n, (shorts, firsts), taken[i], hits[: i + 1]))
        hits[i].sort()
    return hits


def _full_again(
    full: dict[str, Thing], begun: set[str], n: Names, taken: frozenset[int], hits: Sequence[Hit]
) -> Iterator[Hit]:
    """The full name of a person where no rule saw it, though one did elsewhere in the article; `begun`: their first."""
    inside = {k for first, last, _ in hits for k in range(first, last)} | taken
    for first in n.line.capitals:
        if n.line.keys[first] not in begun:
            continue
        for last in range(first + 2, min(first + 6, len(n.line) + 1)):
            thing = full.get("".join(n.line.keys[first:last]).replace("-", ""))
            if thing and not inside.intersection(range(first, last)):
                _mention(thing, n.line, first, last, "full-name-again")
                yield first, last, thing.ref


def _with_surnames(tails: dict[str, list[Thing]], words: str) -> Thing | None:
    """The one person named before whose name ends in two or more words: "Mesa Ramos" is "Maimir Mesa Ramos"."""
    tail = fold(words)
    longer = tails.get(tail, [])
    vietnamese = tail.split()[0] in name_words("vietnamese_surnames")
    return longer[0] if len(longer) == 1 and not vietnamese else None


def _new(things: Things, full: dict[str, Thing], tails: dict[str, list[Thing]], words: str) -> Thing:
    thing = things.add(Kind.PERSON)
    parts = fold(words).split()
    full["".join(parts)] = thing
    for k in range(1, len(parts) - 1):
        tails.setdefault(" ".join(parts[k:]), []).append(thing)
    return thing


def _mention(thing: Thing, line: Line, first: int, last: int, rule: str) -> None:
    span: Span = line.span(first, last)
    thing.mentions.add(span)
    named = thing.value("name")
    words = line.words(first, last)
    thing.say("name" if named in (None, words) else "alias", words, [span], rule)


def _short_forms(people: Iterable[Thing]) -> dict[str, list[Thing]]:
    """The single words by which a person named in full may be called later."""
    out: dict[str, list[Thing]] = {}
    for thing in people:
        words = fold(str(thing.value("name"))).split()
        calls = {words[-1]} | ({words[0]} & name_words("korean_surnames"))
        for word in calls:
            if len(word) > 1:
                out.setdefault(word, []).append(thing)
    return out


def _first_words(people: Iterable[Thing]) -> dict[str, list[Thing]]:
    """The first words of full names and those before the last: by them, behind an honorific or a title, Lao and
    Thai people are called, and those with two surnames, "Perdomo" of "Jorge Luis Perdomo Di-Lella"."""
    out: dict[str, list[Thing]] = {}
    for thing in people:
        parts = str(thing.value("name")).split()
        for word in {fold(parts[0]), fold(parts[-2]) if len(parts) > 3 else fold(parts[0])}:
            out.setdefault(word, []).append(thing)
    return out


def _short_hits(
    things: Things,
    n: Names,
    called: tuple[dict[str, list[Thing]], dict[str, list[Thing]]],
    taken: frozenset[int],
    before: Sequence[Sequence[Hit]],
) -> Iterator[Hit]:
    shorts, firsts = called
    surnames, single = name_words("vietnamese_surnames"), {p.first: p for p in n.people if p.last - p.first == 1}
    if not (shorts or firsts or single):
        return
    inside = {i for first, last, _ in before[-1] for i in range(first, last)} | taken
    for index in [k for k in n.line.capitals if k not in inside]:
        token = n.line[index]
        candidates = shorts.get(token.key) or shorts.get(_single_letters(token.key), [])
        if not candidates and len(firsts.get(token.key, [])) == 1:
            says = n.line.match(index + 1, phrases("speech", n.line.language, "say")) and token.key not in surnames
            candidates = firsts[token.key] if index in single or says else []
        if not candidates and index not in single:
            continue
        if candidates:
            thing = _nearest(candidates, before, index)
            rule = "short-name-of-person"
        elif index in single and not candidates:
            thing = things.add(Kind.PERSON)
            shorts[token.key] = [thing]
            rule = single[index].rule
        else:
            continue
        _mention(thing, n.line, index, index + 1, rule)
        yield index, index + 1, thing.ref


def _single_letters(word: str) -> str:
    """The word with doubled letters single: "Sibbal" for "Sibal", the commonest misprint of a name."""
    return _DOUBLED.sub(lambda double: double[1], word)


def _nearest(candidates: Sequence[Thing], before: Sequence[Sequence[Hit]], index: int) -> Thing:
    """Of persons who share a short name, the one named last."""
    refs = {t.ref: t for t in candidates}
    for sentence in reversed(before):
        for first, _, ref in sorted(sentence, reverse=True):
            if ref in refs and (sentence is not before[-1] or first < index):
                return refs[ref]
    return candidates[0]
