"""Curated YAML as items with line numbers: every scalar is text, every fault is reported, nothing is guessed.

YAML's own types are left out on purpose: `NO` is Norway, not false, and `2014-10` is no sum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from vnitcoop.types import Problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MERGE_MARKER = re.compile(r"^(<{7}|={7}|>{7})(\s|$)", re.MULTILINE)
_SHORTHAND = re.compile(r"(?:^|[\s\[{,])[&*!][^\s,\]}]", re.MULTILINE)  # what may be an anchor, alias or tag
_PLAIN = r"[^\s,:\[\]{}#\"'&*!|>%@`?-][^,:\[\]{}#\n]*"
_COMPACT_FIELD = re.compile(rf"(\w+): (?:\[({_PLAIN}|-?[\d.]+)?((?:, (?:{_PLAIN}|-?[\d.]+))*)\]|({_PLAIN}))(?:, |$)")


@dataclass(slots=True)
class Node:
    """A piece of YAML: text, a list of nodes or a mapping to nodes, and the line it stands on."""

    value: str | list[Node] | dict[str, Node]
    line: int


def read_items(text: str, file: str) -> tuple[list[Node], list[Problem]]:
    """The items of a file that holds one list, and what is wrong with it."""
    marker = _MERGE_MARKER.search(text)
    if marker:
        line = text.count("\n", 0, marker.start()) + 1
        return [], [Problem(file, line, "an unresolved merge stands here", "Keep one side and remove the markers")]
    compact = _compact_items(text)
    return (compact, []) if compact is not None else _parsed_items(text, file)


def _compact_items(text: str) -> list[Node] | None:
    """The items, when each is a flow mapping on a line of its own; None for any other shape and for any fault.

    Large gazetteers are written so; lines without quotes are read here in a tenth of the time of a YAML parser.
    """
    items: list[Node] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        if not (line.startswith("- {") and line.endswith("}")):
            return None
        fields = _compact_fields(line[3:-1], number) or _quoted_fields(line, number)
        if fields is None:
            return None
        items.append(Node(fields, number))
    return items


def _quoted_fields(text: str, line: int) -> dict[str, Node] | None:
    """One line by the YAML parser."""
    items, faults = _parsed_items(text, "")
    if faults or len(items) != 1 or not isinstance(items[0].value, dict):
        return None
    return {key: _moved(node, line) for key, node in items[0].value.items()}


def _moved(node: Node, line: int) -> Node:
    inside = [_moved(child, line) for child in node.value] if isinstance(node.value, list) else node.value
    return Node(inside, line)


def _compact_fields(body: str, line: int) -> dict[str, Node] | None:
    fields: dict[str, Node] = {}
    at = 0
    while at < len(body):
        match = _COMPACT_FIELD.match(body, at)
        if match is None or match[1] in fields:
            return None
        if match[4] is not None:
            fields[match[1]] = Node(match[4].rstrip(), line)
        else:
            texts = [part.strip() for part in (match[2] + match[3]).split(", ")] if match[2] else []
            fields[match[1]] = Node([Node(part, line) for part in texts], line)
        at = match.end()
    return fields


def _parsed_items(text: str, file: str) -> tuple[list[Node], list[Problem]]:
    faults: list[Problem] = []
    try:
        if _SHORTHAND.search(text):
            _refuse_shorthand(text, file, faults)
        root = yaml.compose(text, Loader=_Loader)
        if faults or root is None:
            return [], faults
        top = _node(root, file, faults)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or str(error).splitlines()[0]
        remedy = "Check indentation, quotes and brackets there and on the line before"
        return [], [Problem(file, mark.line + 1 if mark else 1, f"not YAML: {said}", remedy)]
    except RecursionError:
        return [], [Problem(file, 1, "nested too deeply", "Write one list of plain items")]
    if not isinstance(top.value, list):
        faults.append(Problem(file, top.line, "the file is not a list", "Begin each item with `- `"))
        return [], faults
    return top.value, faults


def _refuse_shorthand(text: str, file: str, faults: list[Problem]) -> None:
    """Anchors, aliases and tags hide what a file says; they are faults."""
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            faults.append(Problem(file, line, "anchors and aliases are not allowed", "Write the value out"))
        elif tag := getattr(event, "tag", None):
            faults.append(Problem(file, line, f"the tag {tag} is not allowed", "Write the plain value"))


def _node(node: yaml.Node, file: str, faults: list[Problem]) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return Node([_node(child, file, faults) for child in node.value], line)
    if not isinstance(node, yaml.MappingNode):
        return Node(node.value, line)
    fields: dict[str, Node] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else "?"
        if name in fields:
            problem = f"the key {name} stands twice in one item"
            faults.append(Problem(file, key.start_mark.line + 1, problem, "Keep one of them"))
        fields[name] = _node(value, file, faults)
    return Node(fields, line)
