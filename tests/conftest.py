"""What rooms of tests share: copies of the project to work in, and one built site to look at."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from vnitcoop.write.docs import MANIFEST, read_manifest

# A shell that runs the tests in the background makes them, and all that they start, deaf to an interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).resolve().parents[1]
NOT_COPIED = {
    ".git",
    ".venv",
    ".cache",
    ".pytest_cache",
    ".hypothesis",
    ".ruff_cache",
    "site",
    "src",
    "tests",
    MANIFEST,
}


def copy_project(target: Path) -> Path:
    """The project as a fresh clone has it, without its program and tests: nothing generated, nothing cached."""
    generated = {ROOT / "docs" / path for path in read_manifest(ROOT / "docs").pages}

    def left_out(folder: str, names: list[str]) -> set[str]:
        return {name for name in names if name in NOT_COPIED or Path(folder, name) in generated}

    shutil.copytree(ROOT, target, ignore=left_out)
    return target


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A Python module as a command, in `cwd`: run("vnitcoop", "build", cwd=project)."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A fresh copy of the project, to be changed at will."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with its site built under the sub-path /kb/. Only to be read."""
    project = copy_project(tmp_path_factory.mktemp("built") / "project")
    done = run("mkdocs", "build", "--strict", cwd=project, SITE_URL="https://example.org/kb/")
    assert done.returncode == 0, done.stdout + done.stderr
    return project
