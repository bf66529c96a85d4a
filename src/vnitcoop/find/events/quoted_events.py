"""Names of events between quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from vnitcoop.find.events.event_words import EventName, apposed_noun, heads, with_ordinal
from vnitcoop.find.tokens import CLOSE_QUOTES, OPEN_QUOTES, Line
from vnitcoop.find.vocabulary import phrases, words

_MODIFIERS = 3  # tokens from an article to its noun
_BESIDE, _CALLED = 5, 12  # tokens between an event's noun and its quoted name, or the word that calls it so


def quoted_names(line: Line) -> Iterator[EventName]:
    """A name between quotation marks that holds an event's noun in capitals, or stands right behind one."""
    done = 0
    for index in line.where(OPEN_QUOTES):
        close = _closing(line, index) if index >= done else 0
        if close > index + 2:
            yield from _from_quote(line, index, close)
        done = max(done, close)


def _from_quote(line: Line, opens: int, close: int) -> Iterator[EventName]:
    languages = {line.language, "en"}
    inside = any(line[i].capital and line.match(i, heads(x)) for i in range(opens + 1, close) for x in languages)
    pointing = words("events", "pointing") & set(line.lows[opens + 1 : close])  # "Giải thưởng này thuộc về ..."
    speech = line.key(opens + 1) in words("grammar", "opens_speech") or (line.language == "vi" and pointing)
    if speech or not (line[opens + 1].text[0].isupper() and close - opens <= 16):
        return
    named = close - opens > 3 and line[close - 1].kind in {"word", "number"} and _is_titled(line, opens + 1, close)
    if inside and named:
        yield with_ordinal(line, opens + 1, close, "event-in-quotes")
    elif (_noun_before(line, opens) or _noun_behind(line, close)) and _is_titled(line, opens + 1, close):
        yield EventName(opens + 1, opens + 1, close, None, None, "event-noun-beside-quotes")


def _is_titled(line: Line, first: int, last: int) -> bool:
    """Whether quoted words look like a name and not like speech: no mark at the end, capitals in English titles."""
    if line[last - 1].kind == "mark":
        return False
    long = [t for t in line.tokens[first:last] if t.kind == "word" and len(t.text) > 3]
    return line.language != "en" or 2 * sum(t.capital for t in long) >= len(long)


def _noun_before(line: Line, opens: int) -> bool:
    """ "a workshop titled “X”", "hội thảo “X”"; not "the forum, themed “X”", which has another name."""
    unnamed = phrases("events", line.language, "unnamed")
    called = line.key(opens - 1) in words("events", "called")  # "held a workshop in Hanover under the title “X”"
    titled = called or line.key(opens - 1) in words("grammar", "titled")
    window = range(max(0, opens - (_CALLED if called else _BESIDE)), opens)
    nouns = ((i, i + length) for i in window if (length := line.match(i, unnamed)))
    return any(last == opens or (titled and (called or not _is_known(line, first))) for first, last in nouns)


def _is_known(line: Line, noun: int) -> bool:
    """Whether a definite article stands before a noun and its modifiers: "the three-day forum"."""
    return line.language != "vi" and bool(
        words("events", "definite") & set(line.keys[max(0, noun - _MODIFIERS) : noun])
    )


def _noun_behind(line: Line, close: int) -> bool:
    """ "the “Digital Vietnam 2019” exhibition", in English; "“Outsourcing to Vietnam”, a seminar", in all."""
    return (line.language == "en" and bool(line.match(close + 1, heads("en")))) or apposed_noun(line, close) > 0


def _closing(line: Line, opens: int) -> int:
    straight = line[opens].text == '"'
    for index in range(opens + 1, min(opens + 20, len(line))):
        if line[index].text in (frozenset('"') if straight else CLOSE_QUOTES):
            return index
    return 0
