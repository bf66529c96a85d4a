"""`mkdocs serve` as a maintainer runs it, for tests: start, edit, look, count the builds."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

QUIET = 2.5  # seconds without a build after which none is coming: several polls of the disk


class Serving:
    """A running server on a free port, its pages and its log."""

    def __init__(self, project: Path, sub_path: str = "/") -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}{sub_path}"
        self._log = project.parent / "serve.log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
                cwd=project,
                env={**os.environ, "SITE_URL": f"https://example.org{sub_path}"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def __enter__(self) -> Serving:
        self.until(lambda: "Serving on" in self.log)
        return self

    def __exit__(self, *reason: object) -> None:
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(10)
        finally:
            self._process.kill()

    @property
    def log(self) -> str:
        """All that the server has said."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    @property
    def builds(self) -> int:
        """How many builds were begun."""
        return self.log.count("Building documentation...")

    @property
    def rebuilds(self) -> int:
        """How many builds after the first have ended, well or not.

        MkDocs's own "Documentation built in 4.55 seconds" cannot be counted: a line that it wrote before is left out.
        """
        return self.log.count("Reloading browsers")

    @property
    def runs(self) -> bool:
        """Whether the server is still there."""
        return self._process.poll() is None

    def page(self, path: str) -> str:
        """The text of a page; nothing where there is none."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=20) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError:
            return ""

    def until(self, true: Callable[[], bool], seconds: float = 60) -> None:
        """Wait for something to become true. Raises AssertionError with the log when it does not."""
        end = time.monotonic() + seconds
        while not true():
            assert self.runs, self.log
            assert time.monotonic() < end, self.log
            time.sleep(0.1)

    def settle(self) -> None:
        """Wait until no build has begun or ended for some seconds."""
        said, since = self.log, time.monotonic()
        while time.monotonic() - since < QUIET:
            time.sleep(0.1)
            if self.log != said:
                said, since = self.log, time.monotonic()
