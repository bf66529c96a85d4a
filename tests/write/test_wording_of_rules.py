"""Every rule by which a value may be inferred or computed is told to readers in words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from vnitcoop.write.wording import rule_words

SOURCES = Path(__file__).parents[2] / "src" / "vnitcoop"
RULE = re.compile(r"[a-z]+(?:-[a-z]+)+|langdetect")
UNSTATED = {"INFERRED", "COMPUTED"}


def modules() -> list[ast.Module]:
    rooms = ("read", "find", "know")
    return [ast.parse(path.read_text()) for room in rooms for path in sorted((SOURCES / room).rglob("*.py"))]


def rules() -> set[str]:
    """The names of rules in every call that says that something is inferred or computed."""
    trees = modules()
    found: set[str] = set()
    handed_on: set[str] = set()  # functions that are given the rule by their callers
    for tree in trees:
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            for call in (node for node in ast.walk(function) if isinstance(node, ast.Call) and _unstated(node)):
                found.update(_names(call, function, tree))
                if any(arg.arg == "rule" for arg in function.args.args):
                    handed_on.add(function.name)
    for tree in trees:
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if getattr(call.func, "id", "") in handed_on:
                found.update(name for arg in call.args for name in _texts(arg))
    return found


def _unstated(call: ast.Call) -> bool:
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    return any(isinstance(node, ast.Attribute) and node.attr in UNSTATED for node in given)


def _names(call: ast.Call, function: ast.FunctionDef, tree: ast.Module) -> Iterator[str]:
    """Rules that stand in the call, or under a name that the function or its module gives them."""
    for given in [*call.args, *(keyword.value for keyword in call.keywords)]:
        yield from _texts(given)
        if isinstance(given, ast.Name):
            for node in [*ast.walk(function), *tree.body]:
                if isinstance(node, ast.Assign) and any(
                    isinstance(name, ast.Name) and name.id == given.id for name in ast.walk(node.targets[0])
                ):
                    yield from _texts(node.value)


def _texts(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and RULE.fullmatch(part.value.strip(", ")):
            yield part.value.strip(", ")


def test_the_rules_are_found_in_the_sources() -> None:
    assert {"year-from-dateline", "speaker-carries-on", "langdetect", "edition-and-year"} <= rules()


def test_every_inferring_rule_has_words_for_readers() -> None:
    plain = {rule for rule in rules() if rule_words(rule) == rule.replace("-", " ")}
    assert plain - NEVER_ALONE == set()


# Told before the rule that inferred the date, as "date-beside-event, year-from-dateline"; the second is what counts.
NEVER_ALONE = {"date-beside-event", "date-of-signing"}
