"""The search index of a built site, made by Pagefind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from vnitcoop.errors import OutputError
from vnitcoop.types import Problem
from vnitcoop.write.settle import settle


def index(site: Path) -> None:
    """Write `site`/pagefind over the pages that lie in `site`. Raises OutputError when Pagefind fails.

    One index for all languages: Pagefind would split it by each page's language, and hide most pages from a reader.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--force-language", "en", "--quiet"]
    command += ["--exclude-selectors", "a.back"]  # the numbers of marks stand within the words of an article
    run = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if run.returncode:
        words = " ".join((run.stderr or run.stdout).split())[-300:]
        remedy = "Install the requirements again (./run setup); Pagefind comes with them"
        raise OutputError(Problem(str(site), 1, f"the search index cannot be made: {words}", remedy))
    settle(site / "pagefind")
