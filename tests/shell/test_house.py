"""What keeps set-up and CI safe: everything pinned, least permissions, nothing of one machine."""

import re
import subprocess
import tomllib

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LOCK = (ROOT / "requirements.lock").read_text()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit(path):
    uses = re.findall(r"uses: *(\S+)(.*)", path.read_text())
    assert uses
    for action, comment in uses:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_may_do_little_and_not_for_long(path):
    workflow = yaml.safe_load(path.read_text())
    assert workflow["permissions"] in ({}, {"contents": "read"})
    assert "concurrency" in workflow
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 30
        assert job.get("permissions", {}).get("contents", "read") == "read"
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "text from outside in a shell line"


def test_every_package_is_pinned_with_hashes():
    blocks = re.split(r"\n(?=\S)", LOCK.strip())
    for block in blocks:
        assert re.match(r"[a-z0-9_.-]+==\S+", block), block
        assert "--hash=sha256:" in block, block
    assert "://" not in LOCK and "file:" not in LOCK


def test_the_lock_holds_all_that_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = [project["dependencies"], *project["optional-dependencies"].values()]
    wanted = {re.match(r"[\w-]+", one)[0] for some in asked for one in some}
    assert wanted <= set(re.findall(r"^([\w.-]+)==", LOCK, re.M))


def test_the_script_is_plain_sh():
    for script in ("run", ".ci/run"):
        assert (ROOT / script).read_text().startswith("#!/bin/sh\n")
        subprocess.run(["sh", "-n", ROOT / script], check=True)


def test_the_readme_s_commands_are_there():
    usage = subprocess.run([ROOT / "run", "help"], capture_output=True, text=True, check=True).stdout
    for verb in set(re.findall(r"\./run (\w+)", (ROOT / "README.md").read_text())):
        assert re.search(rf"\./run {verb}\b", usage) or verb in usage
