"""The code as a whole: every type is said and fits, and it is written in one style."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize("check", ["mypy", "ruff check", "ruff format --check"])
def test_nothing_is_found(check):
    done = subprocess.run([sys.executable, "-m", *check.split()], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
