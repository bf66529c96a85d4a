"""A headless Chromium, and the built site on a web server of its own under /kb/."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1200,900",
)


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under /kb/, quietly."""

    def translate_path(self, path: str) -> str:
        """Nothing lies outside the sub-path."""
        return super().translate_path(path.removeprefix("/kb") if path.startswith("/kb/") else "/nothing-here")

    def log_message(self, format: str, *args: object) -> None:
        """A test reads no log."""


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the built site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(built / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/kb/"
    server.shutdown()


def open_browser(javascript: bool) -> webdriver.Chrome:
    """A new browser. Without one on this machine, a test is skipped, or fails where CI says that none may be."""
    binary = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    driver = shutil.which("chromedriver")
    if not (binary and driver):
        words = "no Chromium with its driver here (Debian: apt-get install chromium chromium-driver)"
        if os.environ.get("CI") == "true":
            pytest.fail(words)
        pytest.skip(words)
    options = Options()
    options.binary_location = binary
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not javascript:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    return webdriver.Chrome(options=options, service=Service(driver))


@pytest.fixture(scope="session")
def browser() -> Iterator[webdriver.Chrome]:
    """A browser as readers have it."""
    browser = open_browser(javascript=True)
    yield browser
    browser.quit()


@pytest.fixture(scope="session")
def plain_browser() -> Iterator[webdriver.Chrome]:
    """A browser with JavaScript turned off."""
    browser = open_browser(javascript=False)
    yield browser
    browser.quit()
