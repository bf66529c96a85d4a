"""A run that is interrupted or killed leaves the old site whole, and the next run needs no help."""

import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.conftest import run
from tests.shell.test_build import tree

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def project(built, tmp_path_factory):
    project = tmp_path_factory.mktemp("killed") / "project"
    shutil.copytree(built, project)
    return project


@pytest.mark.parametrize(
    ("blow", "delay", "code"),
    [(signal.SIGINT, 0.1, 130), (signal.SIGKILL, 0.0, -9), (signal.SIGKILL, 0.7, -9)],
)
def test_the_old_site_stays(project, blow, delay, code):
    before = tree(project / "site")
    site = [sys.executable, "-m", "vnitcoop", "site"]
    with subprocess.Popen(site, cwd=project, stderr=subprocess.PIPE, text=True) as process:
        while not (project / ".cache" / "vnitcoop" / "site-fresh").exists():
            assert process.poll() is None
            time.sleep(0.01)
        time.sleep(delay)
        process.send_signal(blow)
        said = process.stderr.read()
    assert process.returncode == code, said
    assert "Traceback" not in said
    assert tree(project / "site") == before


def test_the_next_run_is_whole(project):
    (project / ".cache" / "vnitcoop" / "site-fresh").mkdir(exist_ok=True)
    (project / ".cache" / "vnitcoop" / "site-fresh" / "half.html").write_text("half")
    done = run("vnitcoop", "site", cwd=project)
    assert done.returncode == 0, done.stderr
    assert not (project / "site" / "half.html").exists()
