"""Every link and anchor of the built site leads somewhere, as lychee sees it: a second opinion beside our own audit."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

FLAGS = ("--offline", "--include-fragments", "--index-files", "index.html", "--no-progress", "--format", "json")
NOT_FROM_HERE = "404.html"  # served for any address, so its links begin with the site's own


@pytest.fixture(scope="session")
def dead(program):
    """A function that lists the dead links of a site, each with its page's folder."""
    lychee = program("lychee")

    def look(site):
        command = [lychee, *FLAGS, "--exclude-path", NOT_FROM_HERE, "--root-dir", site, f"{site}/**/*.html"]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode in (0, 2), done.stderr
        told = json.loads(done.stdout)
        assert told["total"] > 5000
        return {(Path(page).parent.name, link["url"]) for page, links in told["error_map"].items() for link in links}

    return look


def test_no_link_of_the_site_is_dead(built, dead):
    assert dead(built / "site") == set()


def test_a_dead_link_and_a_dead_anchor_are_found(built, dead, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(built / "site", site, ignore=shutil.ignore_patterns("pagefind", "data"))
    page = site / "about" / "index.html"
    links = '<a href="../gone/">1</a><a href="../method/#gone">2</a>'
    page.write_text(page.read_text().replace("</h1>", f"</h1>{links}", 1))
    found = [url for folder, url in dead(site) if folder == "about" and url.startswith(f"file://{site}")]
    assert {f"file://{site}/gone", f"file://{site}/method#gone"} <= set(found)
