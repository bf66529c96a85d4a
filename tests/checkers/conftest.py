"""Programs that look at the built site from outside, as `./run test` installs them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """A function from a program's name to its path, beside this Python or in PATH."""
    places = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))

    def find(name: str) -> str:
        return shutil.which(name, path=places) or missing(name)

    return find


def missing(name: str) -> str:
    """Skip the test, or fail it where CI says that none may be skipped."""
    words = f"{name} is not here (./run test installs it)"
    if os.environ.get("CI") == "true":
        pytest.fail(words)
    pytest.skip(words)
