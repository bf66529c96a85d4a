"""What is called that was told by a verb: its kind, what was opened and whose it is, and where."""

from __future__ import annotations

from dataclasses import dataclass

from vnitcoop.find.lists import run_after, run_before
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import words
from vnitcoop.lexicon import lexicon
from vnitcoop.types import Basis, DateMention, Kind, Span

_FRENCH_OF = {"le": "du", "la": "de la", "les": "des", "un": "d'un", "une": "d'une", "au": "du"}
_VOWELS = "aeiouyhàâéèêîôû"
_OWN = frozenset({"inauguration", "groundbreaking", "opening"})
_OPENERS = 8  # tokens between who opens and the verb


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with what it was done to, by tokens."""

    kind: str
    first: int
    last: int
    start: int
    end: int


def say_deed(cast: Cast, i: int, deed: Deed, when: DateMention) -> None:
    """Add the event that a deed is, with its name, its date and who did it."""
    line = cast.lines[i]
    first, last = min(deed.first, deed.start), max(deed.last, deed.end)
    event = cast.things.add(Kind.EVENT)
    span = line.span(first, last)
    event.mentions.add(span)
    openers = _openers(cast, i, deed)
    what, owned = _what(cast, i, deed, openers)
    event.say("name", _with_kind(line, deed, what), [span, *owned], f"{deed.kind}-told", Basis.INFERRED)
    event.say("date", when.edtf, [when.span, *when.premises], f"date-beside-event, {when.rule}", when.basis)
    for body in openers:
        event.say("organisers", body.ref, [line.span(body.first, body.last)], "opened-by")
    cast.events[i].append(Seen(first, last, event.ref))


def _openers(cast: Cast, i: int, deed: Deed) -> list[Seen]:
    """Who opened it: the subject of an active verb, the agent of a passive one."""
    line = cast.lines[i]
    if deed.start >= deed.last:
        return _before_aside(cast, i, run_before(line, cast.actors(i), deed.first, _OPENERS))
    by = next((k for k in range(deed.last, len(line)) if line.key(k) in words("events", "by")), None)
    return run_after(line, cast.actors(i), by + 1, 2) if by is not None else []


def _before_aside(cast: Cast, i: int, run: list[Seen]) -> list[Seen]:
    """ "CMC Global, the services arm of CMC Group, opened": the body before the aside, not the one inside."""
    line = cast.lines[i]
    before = [b for b in cast.actors(i) if run and b.last < run[0].first]
    end = run[-1].last if before else 0
    aside = before and line.key(end + (line.key(end) == ")")) == "," and line.key(before[-1].last) == ","
    return before[-1:] if aside else run


def _with_kind(line: Line, deed: Deed, what: str) -> str:
    """The kind of deed with the words for what it was done to."""
    kind = str(lexicon("deeds")[deed.kind]["names"][line.language])
    if line.language != "fr" or not kind:
        return f"{kind} {what}".strip()
    head, _, rest = what.partition(" ")
    of = _FRENCH_OF.get(head.lower())
    kind = kind.removesuffix(" de")
    return f"{kind} {of} {rest}" if of else f"{kind} {french_of(what)}"


def french_of(name: str) -> str:
    """ "d'Intel", "de Bosch", and "de l'usine" as it stands."""
    return f"d'{name}" if name[:1].lower() in _VOWELS and not name.lower().startswith("l'") else f"de {name}"


def _what(cast: Cast, i: int, deed: Deed, openers: list[Seen]) -> tuple[str, list[Span]]:
    """The article's words for what was opened, with whose it is and where that is said."""
    line = cast.lines[i]
    key = line.key(deed.start)
    if key in words("deeds", "possessives") or (openers and _is_own(cast, i, deed, openers)):
        return _owned(cast, i, deed, openers)
    what = line.words(deed.start, deed.end)
    article = key in words("grammar", "articles")
    behind = line[deed.start + 1]
    named = (
        line[deed.start].upper
        or behind.kind == "possessive"
        or (line[deed.start].capital and (behind.capital or deed.start > 0))
    )
    return what if line.language == "vi" or (named and not article) else what[0].lower() + what[1:], []


def _is_own(cast: Cast, i: int, deed: Deed, openers: list[Seen]) -> bool:
    """Whether who opens "an office" opens an own one: no ministry, and no other body is named with it."""
    line = cast.lines[i]
    whose = {cast.things[b.ref].value("kind") for b in openers}
    named = [b.first for b in cast.actors(i)] + [p.first for p in cast.names[i].nested]
    other = any(deed.start <= first < deed.end for first in named)
    plain = line.language == "vi" or line.key(deed.start) in words("events", "indefinite", line.language)
    return deed.kind in _OWN and plain and not other and "government" not in whose


def _owned(cast: Cast, i: int, deed: Deed, openers: list[Seen]) -> tuple[str, list[Span]]:
    """ "its first office": whose it is by who opened it, else by the body that the sentence before names last."""
    line, at = cast.lines[i], i
    rest = line.words(deed.start + (line.language != "vi"), deed.end)
    openers = openers or [b for b in cast.bodies[i] if b.last <= deed.start][-1:]
    if not openers and i and cast.lines[i - 1].block == line.block:
        at = i - 1
        openers = cast.bodies[at][-1:]
    openers = list({b.ref: b for b in reversed(openers)}.values())[::-1]  # "the Agence universitaire (AUF)" is one
    said = cast.lines[at]
    names = [str(cast.things[b.ref].value("name")) for b in openers]
    spans = [said.span(b.first, b.last) for b in openers]
    if line.language == "vi":
        return f"{rest} của {' và '.join(names)}", spans
    if line.language == "fr":
        article = _french_article(line.key(deed.start), rest)
        if article is None:
            return line.words(deed.start, deed.end), []
        what = f"l'{rest}" if article == "l'" else f"{article} {rest}"
        return " ".join([what, *_french_owners(said, openers, names)]), spans
    if len(names) == 1:
        return f"{names[0]}'{'' if names[0].endswith('s') else 's'} {rest}", spans
    return f"the {rest} of {' and '.join(names)}" if names else f"the {rest}", spans


def _french_article(possessive: str, rest: str) -> str | None:
    """The definite article for a possessive or indefinite one, where it tells the gender."""
    if possessive in {"son", "un", "une"} and rest[:1].lower() in _VOWELS:
        return "l'"
    return {"son": "le", "un": "le", "sa": "la", "une": "la", "ses": "les", "leurs": "les"}.get(possessive)


def _french_owners(said: Line, openers: list[Seen], names: list[str]) -> list[str]:
    """ "de Bkav", "de l'Université de Lyon", joined by "et"."""
    owners: list[str] = []
    for body, name in zip(openers, names, strict=True):
        article = said.key(body.first - 1)
        joint = "de l'" if article == "l'" else f"{_FRENCH_OF[article]} " if article in {"le", "la", "les"} else ""
        owners += ["et"] * bool(owners) + [f"{joint}{name}" if joint else french_of(name)]
    return owners
