"""The reference check: what is found in the seeds and the dev set may only get better.

floors.yml holds, for each set, the least that every measure must reach. A floor may be raised, never lowered.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FLOORS: dict[str, dict[str, float]] = yaml.safe_load((HERE / "floors.yml").read_text(encoding="utf-8"))


def load_evaluation() -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate", ROOT / "bench" / "evaluate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["evaluate"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, float]]:
    evaluation = load_evaluation()
    return {name: evaluation.measure(seeds, golds, ROOT / "registry") for name, seeds, golds in evaluation.sets([])}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_measure_falls_below_its_floor(name: str, measured: dict[str, dict[str, float]]) -> None:
    fallen = {m: (measured[name][m], floor) for m, floor in FLOORS[name].items() if measured[name][m] < floor - 5e-4}
    assert not fallen, f"{name}: (now, floor) {fallen}"


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_every_measure_has_a_floor(name: str, measured: dict[str, dict[str, float]]) -> None:
    assert set(measured[name]) - {"spans not verbatim"} == set(FLOORS[name])


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_every_span_is_verbatim(name: str, measured: dict[str, dict[str, float]]) -> None:
    assert measured[name]["spans not verbatim"] == 0
