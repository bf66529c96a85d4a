"""Where the words of an event without a name begin and end: "a plenary conference of ...", "hội thảo về ..."."""

from __future__ import annotations

from vnitcoop.find.events.event_names import is_venue
from vnitcoop.find.events.event_slots import cues
from vnitcoop.find.events.event_words import behind_preposition, ordinal
from vnitcoop.find.names.bodies import complement
from vnitcoop.find.names.bodies_french import grow as french_complement
from vnitcoop.find.names.people_names import openers
from vnitcoop.find.tokens import DASHES, Line
from vnitcoop.find.vocabulary import phrases, words

_MODIFIERS = 9  # words between "a" and the noun: "the ninth Vietnam-Japan Joint Committee meeting"
_TOPIC = 3  # lower-case words that a topic may go on for behind its names: "on IT investment"
_OPENED = 12  # words behind "the opening of" among which a house stands
_LONGEST = 20  # words of a Vietnamese complement
_BETWEEN = 8  # tokens of the first of two behind "entre"


def start_of_unnamed(line: Line, noun: int, last: int, dated: bool, placed: bool, fresh: bool) -> int | None:
    """Where the name begins; None where the noun means something told of before or several things.

    `fresh`: no event was named before, so that "the seminar which ended on Monday" says which.

    A Vietnamese noun needs no article beside a day. An action may have "the" beside a day, with its complement ("the
    ceremony to inaugurate X"), or right before its place ("at the signing ceremony in Toulouse").
    """
    named = line[noun].capital and noun > 0 and line.language != "vi" and ordinal(line, noun - 1) is None
    if named or is_venue(line, noun, last):
        return None
    if line.language == "vi" and dated and not _is_several(line, noun):
        return noun
    action = any(line.match(noun, phrases("events", line.language, part)) for part in ("actions", "openings"))
    owned = line.match(noun, phrases("events", line.language, "counted")) and is_whose(line, last)
    told = fresh and placed and end_of_unnamed(line, last) > last
    for index in range(noun - 1, max(-1, noun - _MODIFIERS - 2), -1):
        key = line.key(index)
        if key in words("events", "indefinite", line.language) and line.lows[index] != "à":
            return index + 1
        complete = _is_complete(line, noun, last, dated, placed)
        if ((action and complete) or owned or told) and key in words("events", "definite"):
            return index + 1
        if told and key in {"du", "au"}:
            return index + 1
        if told and line[index].kind == "possessive" and line.key(index - 1) in words("events", "times"):
            return index + 1  # "at the day's workshop on chips in Hanoi"
        counted = ordinal(line, index) is not None
        if counted and line.key(index - 1) in words("events", "definite") | words("deeds", "possessives"):
            return index
        if not (line[index].kind == "word" or _is_dash_in_name(line, index)) or key in words("events", "held_at"):
            return None
    return None


def is_whose(line: Line, last: int) -> bool:
    """ "meeting of the Vietnam-India Joint Commission": whose it is, by name."""
    inside = last + 1 + (line.key(last + 1) in words("grammar", "articles"))
    return line.key(last) in words("events", "of_guest") and inside < len(line) and line[inside].capital


def _is_complete(line: Line, noun: int, last: int, dated: bool, placed: bool) -> bool:
    """Whether "the ceremony" says which: a place or a day beside its complement; an opening says what is opened."""
    about = line.key(last) in words("events", "complement")
    if line.match(noun, phrases("events", line.language, "openings")):
        opened = any(line.holds(phrases("deeds", o, line.language), last, last + _OPENED) for o in ("houses", "works"))
        return about and opened and (dated or placed)
    return placed or (dated and about)


def _is_several(line: Line, noun: int) -> bool:
    before = line[noun - 1] if noun else None
    return before is not None and (before.kind == "number" or before.key in words("events", "several"))


def end_of_unnamed(line: Line, index: int) -> int:
    """The noun with its complement: "of the ASOCIO", "consacré à la transformation numérique", "về bán dẫn"."""
    if line.language == "fr":
        return _end_french(line, index)
    if line.language == "vi":
        return _end_vietnamese(line, index)
    if line.key(index) not in {"of", "on", "for", "about", "with", "to", "between", "marking"}:
        return index
    inside = index + 1 + (line.key(index + 1) == "the")
    if line.key(inside) in openers("en") and not line[inside].upper:  # "a press conference on Thursday"
        return index
    grown = complement(line, inside)
    if _is_dash_in_name(line, grown):  # "of the Vietnam – India Joint Working Group"
        grown = complement(line, grown + 1)
    if line.key(index) == "between" and line.key(grown) == "and":
        grown = complement(line, grown + 1 + (line.key(grown + 1) == "the"))
    if grown > inside:
        return line.behind_bracket(_lower_case(line, grown, _TOPIC))
    return _lower_case(line, inside, len(line))


def _lower_case(line: Line, start: int, longest: int) -> int:
    """Over the lower-case words of a topic, up to a preposition, a verb of holding or a mark."""
    held, end = cues("en", "held"), start
    while (
        end < min(len(line), start + longest)
        and (line[end].kind == "word" or _is_dash_in_name(line, end))
        and not line.match(end, held)
        and line.key(end) not in words("grammar", "behind_a_topic")
    ):
        end += 1
    return end


def _end_french(line: Line, index: int) -> int:
    end = min(_behind_french_topic(line, index), len(line))
    while (further := _french_noun(line, end)) > end:
        end = french_complement(line, further)
    return end - 2 if line.key(end) in words("events", "days") else end  # "séminaire régional de deux jours"


def _behind_french_topic(line: Line, index: int) -> int:
    if line.key(index) in words("events", "marking"):  # "marquant son 10e anniversaire"
        counted = ordinal(line, index + 2) is not None or line.key(index + 3) in words("events", "years")
        return french_complement(line, min(index + 3 + counted, len(line)))
    met = line.key(index) == "avec" and phrases("events", "fr", "meetings").match_before(line.keys, index)
    if met or line.key(index) == "sur":
        return behind_preposition(line, index)
    participle = index < len(line) and line[index].kind == "word" and line.key(index).endswith(("e", "ee"))
    if participle and line.key(index + 1) in {"a", "au", "aux"} and not line.match(index, cues("fr", "held")):
        index += 3 + (line.key(index + 2) in {"la", "l'", "le"})
    end = french_complement(line, index)
    joint = end > index and line.key(end) in words("events", "joint_bodies")  # "du comité mixte franco-vietnamien"
    return french_complement(line, end + 1) if joint else end


def _french_noun(line: Line, index: int) -> int:
    """Behind the noun of "d'un accord", "entre le gouvernement" or "dans les logiciels" that goes on a complement."""
    key, after = line.key(index), line.key(index + 1)
    if line.key(index - 1) in {"un", "une"}:
        return index + (index < len(line) and line[index].kind == "word")
    both = key == "et" and "entre" in line.keys[max(0, index - _BETWEEN) : index]
    if key == "entre" or both:
        return index + 2 + (after in words("grammar", "french_articles"))
    noun = line[index + 2] if key == "dans" and index + 2 < len(line) else None
    topic = noun and after in words("grammar", "french_articles") and noun.key not in words("events", "french_spots")
    return index + 3 if noun and topic and noun.kind == "word" and not noun.capital else index


def _end_vietnamese(line: Line, index: int) -> int:
    """Up to a time, a place, an agent or a verb."""
    with_whom = line.key(index) in {"voi", "giua", "cung"}
    end = index + with_whom
    while end < min(len(line), index + _LONGEST) and (line[end].kind == "word" or _is_dash_in_name(line, end)):
        if (behind := _over_edition(line, end)) > end:
            end = behind
            continue
        ahead = line.key(end + 1)  # "sáng 12/6", "sáng qua"
        day = line.key(end) in words("events", "times_of_day") and (not ahead.isalpha() or ahead in {"nay", "qua"})
        edition = line.keys[end : end + 2] == ("lan", "thu")
        if (
            day
            or edition
            or line.lows[end] in words("events", "behind_vietnamese")
            or line.match(end, cues("vi", "held"))
        ):
            break
        end += 1
    return end if end > index + with_whom else index


def _over_edition(line: Line, index: int) -> int:
    """Behind "lần thứ 14", where whose meeting it is follows: "Kỳ họp lần thứ 14 Ủy ban hỗn hợp"."""
    number = index + 1 + (line.key(index) == "lan")
    if line.key(number - 1) != "thu" or ordinal(line, number) is None:
        return index
    whose = number + 1 + (line.key(number + 1) == "cua")
    return number + 1 if whose < len(line) and line[whose].capital else index


def _is_dash_in_name(line: Line, index: int) -> bool:
    """ "ASEAN - Nhật Bản"."""
    return line.key(index) in DASHES and line[index - 1].capital and index + 1 < len(line) and line[index + 1].capital
