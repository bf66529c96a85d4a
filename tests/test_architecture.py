"""The house keeps its rooms: read, find, know and write know nothing of each other, and nothing grows too big."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "src" / "vnitcoop"
STAGES = ("read", "find", "know", "write")
MODULES = sorted(HOUSE.rglob("*.py"))
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 45
ONE_LIST_OF_NOUNS = "types.py"  # declarations only: they are easier to read in one place


def name_of(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> set[str]:
    """Every module or name of the package that a module imports, wherever in it, without the package's own name."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name_of(path)} imports by a relative path"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name.removeprefix("vnitcoop.") for name in found if name.startswith("vnitcoop.")}


def stages_of(path: Path) -> set[str]:
    """The stages that a module imports from."""
    return {name.split(".")[0] for name in imported(path)} & set(STAGES)


def shared(path: Path) -> set[str]:
    """The modules outside the stages that a module imports."""
    return {name.split(".")[0] for name in imported(path)} - set(STAGES)


def stage_modules() -> Iterator[object]:
    for path in MODULES:
        if (stage := path.relative_to(HOUSE).parts[0]) in STAGES:
            yield pytest.param(stage, path, id=name_of(path))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and length in lines of every function, its decorators left out."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize(("stage", "path"), list(stage_modules()))
def test_a_stage_imports_no_other_stage(stage: str, path: Path) -> None:
    assert stages_of(path) <= {stage}


@pytest.mark.parametrize(("stage", "path"), list(stage_modules()))
def test_what_stages_share_knows_no_stage(stage: str, path: Path) -> None:
    for name in shared(path):
        source = HOUSE / f"{name}.py"
        if source.exists():
            assert not stages_of(source), f"{name_of(path)} imports {name}, which imports a stage"


def test_the_nouns_are_declared_without_help() -> None:
    assert not imported(HOUSE / "types.py")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_stay_small(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES or name_of(path) == ONE_LIST_OF_NOUNS
    assert {name: length for name, length in functions(path) if length > MOST_LINES_OF_A_FUNCTION} == {}


def test_the_pipeline_alone_joins_the_stages() -> None:
    joining = {name_of(path): stages_of(path) for path in MODULES if len(stages_of(path)) > 1}
    assert joining == {"pipeline.py": set(STAGES)}
