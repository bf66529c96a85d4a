"""What keeps set-up and CI safe: everything pinned, least permissions, nothing of one machine."""

import json
import re
import subprocess
import tomllib

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-test.lock"]


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


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_package_is_pinned_with_hashes(path):
    lock = path.read_text()
    for block in re.split(r"\n(?=\S)", lock.strip()):
        assert re.match(r"[a-z0-9_.-]+==\S+", block), block
        assert "--hash=sha256:" in block, block
    assert "://" not in lock and "file:" not in lock


def test_the_locks_hold_all_that_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    for_site, for_tests = (set(re.findall(r"^[\w.-]+==\S+", path.read_text(), re.M)) for path in LOCKS)
    assert for_site < for_tests, "a package is pinned to two versions"
    for asked, lock in ((project["dependencies"] + extras["build"], for_site), (extras["test"], for_tests)):
        assert {re.match(r"[\w-]+", one)[0] for one in asked} <= {pin.split("==")[0] for pin in lock}


def test_every_package_of_the_checkers_is_pinned_with_its_hash():
    packages = json.loads((ROOT / "tests" / "checkers" / "package-lock.json").read_text())["packages"]
    asked = packages.pop("")["dependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in asked.values())
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())


def test_the_script_is_plain_sh():
    for script in ("run", ".ci/run"):
        assert (ROOT / script).read_text().startswith("#!/bin/sh\n")
        subprocess.run(["sh", "-n", ROOT / script], check=True)


def test_the_readme_s_commands_are_there():
    usage = subprocess.run([ROOT / "run", "help"], capture_output=True, text=True, check=True).stdout
    for verb in set(re.findall(r"\./run (\w+)", (ROOT / "README.md").read_text())):
        assert re.search(rf"\./run {verb}\b", usage) or verb in usage
