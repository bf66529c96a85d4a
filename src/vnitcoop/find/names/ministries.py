"""The ministry or consulate that only its minister's or consul's title names."""

from __future__ import annotations

from functools import lru_cache

from vnitcoop.find.names.chains import Cast
from vnitcoop.find.names.people_names import topics
from vnitcoop.find.names.places import demonyms
from vnitcoop.find.names.roles import TitlePhrase
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import words
from vnitcoop.text import fold
from vnitcoop.types import Basis, Kind, Ref

# What a title with a field says of the body: "Minister of X" is of the "Ministry of X".
_BODY_OF = {
    "en": {"minister": "Ministry", "consul general": "Consulate General"},
    "fr": {
        "ministre": "ministère",
        "consul": "consulat",
        "consul general": "consulat général",
        "consule generale": "consulat général",
    },
    "vi": {"bo truong": "Bộ", "thu truong": "Bộ"},
}


def ministry_of(cast: Cast, i: int, phrase: TitlePhrase) -> Ref | None:
    """The body of a minister or consul; of another country's minister the title does not tell its own name."""
    assert phrase.field
    line = cast.lines[i]
    core = fold(line.words(phrase.title.core, phrase.title.last))
    table = _BODY_OF.get(line.language, {})
    kind = next(
        (body for word, body in sorted(table.items(), reverse=True) if core.endswith(word) or word in core), None
    )
    told_of = line.key(phrase.field[0]) not in {"for", "to", "in"}  # "Minister for Trade" is of no "Ministry for Trade"
    if kind is None or phrase.foreign or _owner(cast, i, phrase) - words("titles", "no_ministries"):
        return None
    name = _called(kind, line.words(*phrase.field))
    named = [(t.ref, str(v)) for t in cast.things.of(Kind.ORGANISATION) for v in (t.value("name"), *t.values("alias"))]
    stems = _stems(name)
    same = [ref for ref, other in named if _stems(other) == stems]
    same = same or [ref for ref, other in named if _stems(other, with_state=False) == stems]
    if same:
        return same[0]
    if not told_of:
        return None
    if kind.lower().startswith("consul") and not any(_alone(line, kind) for line in cast.lines):
        return None
    thing = cast.things.add(Kind.ORGANISATION)
    span = line.span(min(phrase.title.core, phrase.field[0]), max(phrase.title.last, phrase.field[1]))
    thing.mentions.add(span)
    thing.say("name", name, [span], "body-from-title", Basis.INFERRED)
    thing.say("kind", "government", [span], "body-from-title", Basis.INFERRED)
    _mention_alone(cast, kind, thing)
    return thing.ref


def foreign_ministry(cast: Cast, i: int, phrase: TitlePhrase) -> str:
    """What another country's minister heads, in the title's words: "Ministry of Posts and Telecommunications", or "".

    Text only: the ministry's own name may differ, and a ministry of that name may be Vietnam's.
    """
    assert phrase.field
    line, (first, last) = cast.lines[i], phrase.field
    kind = {"en": "Ministry", "fr": "ministère", "vi": "Bộ"}.get(line.language, "")
    if words("titles", "of_ministries").isdisjoint(line.keys[phrase.title.core : phrase.title.last]):
        return ""
    lands = [s for s in cast.places[i] if first <= s.first < last]
    codes = {demonyms()[k] for k in line.keys[phrase.first : phrase.title.last] if k in demonyms()}
    codes |= _owner(cast, i, phrase)
    codes |= {str(cast.things[s.ref].value("entry")) for s in lands if cast.things[s.ref].value("kind") == "country"}
    if not codes or codes & words("titles", "no_ministries"):
        return ""
    last = min([last, *(s.first for s in lands if s.first > first)])
    while line.key(last - 1) in words("titles", "of_another") or line.key(last - 1) in words("grammar", "articles"):
        last -= 1
    return _called(kind, line.words(first, last)) if last > first + 1 else ""


def _called(kind: str, field: str) -> str:
    """The name of a title's ministry; English names are in capitals where the title is not."""
    if kind == "Ministry":
        field = field if field.startswith(("of ", "for ", "to ", "in ")) else f"of {field}"
        field = " ".join(w[:1].upper() + w[1:] if w.strip(",") in topics() else w for w in field.split(" "))
    return f"{kind} {field}".replace(" for ", " of ")


def _owner(cast: Cast, i: int, phrase: TitlePhrase) -> set[str]:
    """ "Finland's Minister of Transport": the country that has a minister."""
    if cast.lines[i].key(phrase.first - 1) != "'s":
        return set()
    lands = [cast.things[s.ref] for s in cast.places[i] if s.last == phrase.first - 1]
    return {str(t.value("entry")) for t in lands if t.value("kind") == "country"}


@lru_cache(maxsize=1024)  # the names of an article's bodies, compared with each of its ministers' titles
def _stems(name: str, with_state: bool = True) -> tuple[str, ...]:
    """What bodies of one name have in common but for a plural: "Information and Communication(s)".

    Without the adjective of its state: "Lao Ministry of Posts" is what an article may call "the Ministry of Posts".
    """
    return tuple([w.rstrip("s") for w in fold(name).split() if with_state or w not in demonyms()])


def _mention_alone(cast: Cast, kind: str, thing: Thing) -> None:
    """ "Le consulat général" by itself means the one whose consul was named."""
    if len(kind.split()) < 2:
        return
    for i, line in enumerate(cast.lines):
        for first in _alone(line, kind):
            span = line.span(first, first + len(kind.split()))
            thing.mentions.add(span)
            thing.say("alias", line.words(first, first + len(kind.split())), [span], "body-by-its-kind")
            cast.bodies[i].append(Seen(first, first + len(kind.split()), thing.ref))
            cast.bodies[i].sort(key=lambda s: s.first)


def _alone(line: Line, kind: str) -> list[int]:
    words = tuple(fold(kind).split())
    return [k for k in range(len(line)) if line.keys[k : k + len(words)] == words]
