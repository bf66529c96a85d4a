"""One writer at a time; a lock dies with its holder."""

import os
import signal
import subprocess
import sys

import pytest

from tests.conftest import run
from vnitcoop.errors import Busy
from vnitcoop.files import only_writer

HOLD = """
import sys, time, pathlib
from vnitcoop.files import only_writer
with only_writer(pathlib.Path(sys.argv[1]), "the other build"):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def hold():
    """Starts a process that holds a lock file, and ends it."""
    holders = []

    def start(lock):
        holders.append(subprocess.Popen([sys.executable, "-c", HOLD, str(lock)], stdout=subprocess.PIPE, text=True))
        assert holders[-1].stdout.readline() == "held\n"
        return holders[-1]

    yield start
    for holder in holders:
        holder.kill()
        holder.wait()


def test_the_second_writer_is_told_who_is_first(tmp_path, hold):
    holder = hold(tmp_path / "lock")
    with pytest.raises(Busy, match=rf"the other build \(process {holder.pid}\)"), only_writer(tmp_path / "lock", "me"):
        raise AssertionError("two writers")


def test_a_killed_holder_leaves_no_lock(tmp_path, hold):
    holder = hold(tmp_path / "lock")
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with only_writer(tmp_path / "lock", "me"):
        pass


@pytest.mark.parametrize("verb", ["build", "site"])
def test_a_verb_that_finds_another_build_running_ends_with_4(project, hold, verb):
    holder = hold(project / ".cache" / "vnitcoop" / f"{verb}.lock")
    done = run("vnitcoop", verb, cwd=project)
    assert done.returncode == 4, done.stderr
    assert f"process {holder.pid}" in done.stderr
    assert not list((project / "docs").glob("articles/*.md"))
