"""The built pages are valid HTML, as html-validate sees it; what the theme writes otherwise is listed, with reasons."""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from tests.checkers.conftest import missing

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
HTML_VALIDATE = HERE / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
THEMES_OWN = {
    ("valid-autocomplete", "#__drawer"),  # keeps Firefox from restoring an open drawer; other browsers ignore it
    ("valid-autocomplete", "#__search"),  # the same for the theme's search, which no page here opens
    ("input-missing-label", "#__search"),  # its label stands in that search, and is left out with it
    ("no-missing-references", 'label[for="__toc"]'),  # on pages outside the navigation, which have no such drawer
    ("input-missing-label", "#__toc"),  # the other way round: in the navigation, but without a list of contents
}
"""Rule and element; of an element without an id, how it is written. Files of the site itself need no `integrity`,
so that `require-sri` is off in htmlvalidate.json."""


def faults(program, pages):
    """What html-validate says of these files or patterns: (page, line, rule, element, message)."""
    if not HTML_VALIDATE.exists():
        missing("html-validate")
    command = [program("node"), HTML_VALIDATE, "--config", HERE / "htmlvalidate.json", "--formatter", "json", *pages]
    with TemporaryFile("w+", encoding="utf-8") as told:  # into a pipe, html-validate writes no more than it holds
        done = subprocess.run(command, stdout=told, check=False)
        assert done.returncode in (0, 1)
        told.seek(0)
        pages = json.load(told)
    return [
        (page["filePath"], message["line"], message["ruleId"], element(message), message["message"])
        for page in pages
        for message in page["messages"]
    ]


def element(message):
    """What a fault is about: a label by what it is for, all else by its selector."""
    selector = message.get("selector") or ""
    return 'label[for="__toc"]' if selector.endswith("nav > label") and "__toc" in message["message"] else selector


def test_every_page_is_valid_html(built, program):
    found = faults(program, [f"{built}/site/**/*.html"])
    assert {(rule, what) for _, _, rule, what, _ in found} & THEMES_OWN, "no page was looked at"
    assert [fault for fault in found if (fault[2], fault[3]) not in THEMES_OWN] == []


def test_what_the_list_allows_the_theme_still_does(built, program):
    pages = [f"{built}/site/404.html", f"{built}/site/*/index.html", f"{built}/site/events/*/index.html"]
    assert {(rule, what) for _, _, rule, what, _ in faults(program, pages)} == THEMES_OWN


def test_a_fault_is_found(program, tmp_path):
    (tmp_path / "page.html").write_text("<!doctype html>\n<html lang=en><title>A</title><p><div>1</div></p></html>\n")
    assert {rule for _, _, rule, _, _ in faults(program, [tmp_path / "page.html"])} >= {"close-order"}
