"""A signing held as a ceremony, or a firm bought, is an event of its own, where an article tells of no other."""

from __future__ import annotations

from collections import Counter

from vnitcoop.edtf import precision
from vnitcoop.find.agreements.acquisitions import PURCHASE, is_purchase
from vnitcoop.find.events.deed_names import french_of
from vnitcoop.find.events.event_places import add_later_place
from vnitcoop.find.events.events_meant import event_meant
from vnitcoop.find.names.chains import Cast
from vnitcoop.find.seen import Seen
from vnitcoop.find.things import Thing
from vnitcoop.find.tokens import Line
from vnitcoop.find.vocabulary import phrases, words
from vnitcoop.types import Article, Basis, BlockKind, Kind, Ref, Statement

_NAMES = {"en": "Signing of {} between {}", "fr": "Signature {} entre {}", "vi": "Lễ ký {} giữa {}"}
_AND = {"en": " and ", "fr": " et ", "vi": " và "}
_BOUGHT = {"en": "Acquisition of {1} by {0}", "fr": "Acquisition {1} par {0}", "vi": "{0} mua lại {1}"}
_ABOUT_THEN = "reported-about-then"
_EARLY = 4  # sentences of an article that tell its news
_BRIEF = 2  # sentences behind the headline of a brief that tell its news
_HEADLINE = 14  # words


def add_signing_event(cast: Cast, article: Article) -> None:
    """Add the signing of the first agreement that the news of an article tells with parties, a day and a ceremony.

    In a digest of several briefs, the first of each. A firm bought is news of the day of the report.
    """
    stories = _stories(cast)
    held = len(stories) > 1 or any(line.holds(phrases("events", "ceremonies")) for line in cast.lines)
    for story in stories:
        events = (e for e in cast.things.of(Kind.EVENT) if e.mentions)
        if not any(_is_in(cast, i, e) for e in events for i in story):
            _add_first(cast, story, article, held)


def _stories(cast: Cast) -> list[list[int]]:
    """The sentences that tell the news: the first of the body, or those behind each headline of a digest."""
    body = [i for i, line in enumerate(cast.lines) if line.block_kind is BlockKind.BODY]
    alone = Counter(cast.lines[i].block for i in body)
    headlines = [i for i in body if alone[cast.lines[i].block] == 1 and _is_headline(cast.lines[i])]
    if len(headlines) < 2 or headlines[0] not in body[: _BRIEF + 1]:
        return [body[:_EARLY]]
    ends = [*headlines[1:], len(cast.lines)]
    return [[i for i in body if at < i < end][:_BRIEF] for at, end in zip(headlines, ends, strict=True)]


def _is_headline(line: Line) -> bool:
    return len(line) <= _HEADLINE and line.tokens[-1].kind != "mark"


def _add_first(cast: Cast, story: list[int], article: Article, held: bool) -> None:
    """`held`: whether a signing is told as something held; a purchase need not be."""
    told = [e.values("date") for e in cast.things.of(Kind.EVENT) if e.mentions]
    for agreement in cast.things.of(Kind.AGREEMENT):
        said = next((s for s in agreement.statements if s.field == "date" and precision(str(s.value)) == "day"), None)
        at = next((i for i in story if _is_in(cast, i, agreement)), None)
        other = any(said and said.value in days for days in told)
        if is_purchase(agreement):
            said, other = said or _about_then(article), any(not days for days in told)
        elif not held:
            continue
        if (
            said
            and not other
            and at is not None
            and _has_paper(agreement)
            and len(set(agreement.values("parties"))) >= 2
        ):
            event = _say(cast, at, agreement, said)
            for k in range(at + 1, min(at + 1 + _BRIEF, len(cast.lines))):  # "The ceremony took place in Hanoi"
                if event_meant(cast, k) is event:
                    add_later_place(cast, k, event)
            return


def _has_paper(agreement: Thing) -> bool:
    """Not "teamed up with", which names none."""
    kind = next(s for s in agreement.statements if s.field == "kind")
    return is_purchase(agreement) or not set(kind.spans) & agreement.mentions


def _about_then(article: Article) -> Statement | None:
    """The date of the report, about which its news happened."""
    spans = next((s.spans for s in article.statements if s.field == "published" and s.spans), None)
    if spans is None or article.published is None:
        return None
    return Statement("date", f"{article.published}~", spans, _ABOUT_THEN, Basis.INFERRED)


def _is_in(cast: Cast, i: int, thing: Thing) -> bool:
    line = cast.lines[i]
    return any(line[0].start <= m.start < line.tokens[-1].end for m in thing.mentions)


def _say(cast: Cast, i: int, agreement: Thing, said: Statement) -> Thing:
    line = cast.lines[i]
    span = min(agreement.mentions)
    told = [(s.value, s.spans) for s in agreement.statements if s.field == "parties" and isinstance(s.value, Ref)]
    parties = list(dict(reversed(told)).items())[::-1]
    kind = next(s for s in agreement.statements if s.field == "kind")
    names = [str(cast.things[party].value("name")) for party, _ in parties[:2]]
    event = cast.things.add(Kind.EVENT)
    event.mentions.add(span)
    spans = [span, *(at for _, named in parties[:2] for at in named)]
    what = " ".join(line.text[kind.spans[0].start : kind.spans[0].end].split())
    if is_purchase(agreement):
        bought = french_of(names[1]) if line.language == "fr" else names[1]
        event.say("name", _BOUGHT[line.language].format(names[0], bought), spans, PURCHASE, Basis.INFERRED)
    else:
        what = french_of(what) if line.language == "fr" else what
        name = _NAMES[line.language].format(what, _AND[line.language].join(names))
        event.say("name", name, spans, "signing-told-with-its-day", Basis.INFERRED)
    rule = said.rule if said.rule == _ABOUT_THEN else "day-of-signing"
    event.say("date", said.value, said.spans, rule, said.basis)
    for place in cast.places[i]:
        if line.key(place.first - 1) in words("grammar", "where"):
            event.say("places", place.ref, [line.span(place.first, place.last)], "place-beside-event")
    for party, named in parties:
        event.say("participants", party, named, "party-of-signing", Basis.INFERRED)
    agreement.say("event", event.ref, [span], "signed-at-event", Basis.INFERRED)
    cast.events[i].append(Seen(*line.tokens_in(span), event.ref))
    return event
