"""The YAML front matter that may stand above an article: checked word by word, every value read as text."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from vnitcoop.errors import ArticleError
from vnitcoop.read.dates import is_edtf
from vnitcoop.read.language import LANGUAGES
from vnitcoop.types import Basis, Problem, Statement

KEYS = ("title", "published", "outlet", "byline", "language", "url", "archive_url", "retrieved", "rights")
_CHOICES = {"language": LANGUAGES, "rights": ("full", "excerpt", "none")}
_BLOCK = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_OPEN = re.compile(rf"---[ \t]*\n(?:{'|'.join(KEYS)})[ \t]*:[ \t]")
_LOOKS_LIKE_KEY = re.compile(r"\s*(?:#[^\n]*\n\s*)*[\"']?[A-Za-z_][\w-]*[\"']?\s*:(?:\s|$)|\s*[{&!]")
_URL = re.compile(r"https?://[^\s/<>\"'@]+(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
_TIME = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?$")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Header:
    """What the front matter says, as curated statements."""

    statements: tuple[Statement, ...] = ()

    def get(self, field: str) -> str | None:
        return next((str(s.value) for s in self.statements if s.field == field), None)


def split_header(file: str, text: str) -> tuple[Header, str]:
    """The front matter and the text below it. Raises ArticleError with every fault of the front matter.

    A text that begins with a rule of dashes but holds no keys below it has no front matter.
    """
    match = _BLOCK.match(text)
    if not match and _OPEN.match(text):
        raise ArticleError(Problem(file, 1, "the front matter has no end", "Put a line `---` below its last key"))
    if not match or not _LOOKS_LIKE_KEY.match(match["yaml"]):
        return Header(), text
    problems: list[Problem] = []
    statements: list[Statement] = []
    seen: set[str] = set()
    try:
        for key, values, line in _entries(match["yaml"]):
            fault = _fault(key, values, key in seen)
            seen.add(key)
            if fault:
                problems.append(Problem(file, line, *fault))
            else:
                place = f"{file}#{key}"
                statements += [Statement(key, v, (), "front-matter", Basis.CURATED, source=place) for v in values]
    except _Unreadable as error:
        problems.append(Problem(file, error.line, str(error), "Write one `key: value` a line"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        message = f"front matter is not YAML: {getattr(error, 'problem', None) or 'unreadable'}"
        problems.append(Problem(file, mark.line + 2 if mark else 1, message, "Write one `key: value` a line"))
    rest = text[match.end() :]
    if not rest.strip():
        problems.append(Problem(file, 1, "there is no text below the front matter", "Fill it or remove it"))
    if problems:
        raise ArticleError(*problems)
    return Header(tuple(statements)), rest


class _Unreadable(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def _entries(block: str) -> Iterator[tuple[str, list[str], int]]:
    """Key, values and line of each entry, from the parser's events: nothing is built, nothing recurses."""
    events = _plain_events(block)
    next(events)
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        key, line = _scalar(event), _line(event)
        value = next(events)
        if isinstance(value, yaml.SequenceStartEvent):
            values = []
            for item in events:
                if isinstance(item, yaml.SequenceEndEvent):
                    break
                values.append(_scalar(item))
        else:
            values = [_scalar(value)]
        yield key, values, line
    if next(events, None) is not None:
        raise _Unreadable(2, "front matter holds more than one mapping")


def _plain_events(block: str) -> Iterator[yaml.Event]:
    for event in yaml.parse(block, Loader=_Loader):
        line = _line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Unreadable(line, "front matter may not use anchors or aliases")
        if getattr(event, "tag", None):
            raise _Unreadable(line, "front matter may not use tags")
        if isinstance(
            event,
            (
                yaml.MappingStartEvent,
                yaml.ScalarEvent,
                yaml.SequenceStartEvent,
                yaml.SequenceEndEvent,
                yaml.MappingEndEvent,
            ),
        ):
            yield event


def _line(event: yaml.Event) -> int:
    """Its line in the article's file, where the block begins behind the opening dashes."""
    return (event.start_mark.line if event.start_mark else 0) + 2


def _scalar(event: yaml.Event) -> str:
    if not isinstance(event, yaml.ScalarEvent):
        raise _Unreadable(_line(event), "front matter may not nest")
    return " ".join(str(event.value).split())


def _fault(key: str, values: list[str], is_second: bool) -> tuple[str, str] | None:
    """What is wrong with one entry, and what to do about it."""
    if key not in KEYS:
        near = difflib.get_close_matches(key, KEYS, n=1)
        hint = f"Did you mean `{near[0]}`?" if near else "Known keys are " + ", ".join(KEYS)
        return f"front matter has no key `{key}`", hint
    if is_second:
        return f"`{key}` stands twice in the front matter", "Keep one of them"
    if not values or not all(values):
        return f"`{key}` has no value", "Give it one or remove the line"
    if len(values) > 1 and key != "byline":
        return f"`{key}` has several values", "Give one"
    return _value_fault(key, values[0])


def _value_fault(key: str, value: str) -> tuple[str, str] | None:
    if key in _CHOICES and value not in _CHOICES[key]:
        return f"`{key}` cannot be `{value[:60]}`", "Choose one of " + ", ".join(_CHOICES[key])
    if key in ("published", "retrieved") and not is_edtf(_TIME.sub("", value)):
        return f"`{key}` is not a date: `{value[:60]}`", "Write it as 2019-10-22, 2019-10 or 2019"
    if key in ("url", "archive_url") and not _URL.fullmatch(value):
        return f"`{key}` is not a web address: `{value[:60]}`", "Write it as https://example.org/page"
    return None
