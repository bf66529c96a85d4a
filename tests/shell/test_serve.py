"""`mkdocs serve` on the real project: every edit shows, with exactly one rebuild, and no fault ends it."""

import time

import pytest

from tests.conftest import copy_project
from tests.shell.serving import Serving

ARTICLE = """Forum on Chips and Clouds opens in Hanoi

Hanoi (VNA) - A forum on chips took place in Hanoi on October 5, 2023.
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = copy_project(tmp_path_factory.mktemp("served") / "project")
    (project / "docs" / "by-hand.md").write_text("# Written by hand\n")
    return project


@pytest.fixture(scope="module")
def server(project):
    with Serving(project, "/kb/") as server:
        server.settle()
        yield server


@pytest.fixture
def edit(server):
    """Make an edit, wait for its build and its page, and see that it took one build."""

    def make(change, shown):
        begun, ended = server.builds, server.rebuilds
        change()
        server.until(lambda: server.rebuilds > ended)
        server.until(shown)
        server.settle()
        assert server.builds == begun + 1, server.log

    return make


def pages(project):
    return {path.stem for path in (project / "docs" / "articles").glob("*.md")}


def test_the_first_start_is_one_build(server):
    assert server.builds == 1
    assert "<html" in server.page("")


def test_search_is_served_under_the_sub_path(server):
    assert "pagefind" in server.page("pagefind/pagefind.js").lower()


def test_a_dropped_article_shows_and_goes(server, project, edit):
    before = pages(project)
    edit(lambda: (project / "seeds" / "new.txt").write_text(ARTICLE), lambda: pages(project) - before)
    (new,) = pages(project) - before
    server.until(lambda: "forum on chips took place" in server.page(f"articles/{new}/"))
    edit(lambda: (project / "seeds" / "new.txt").unlink(), lambda: pages(project) == before)
    server.until(lambda: not server.page(f"articles/{new}/"))


def test_an_edited_template_shows(server, project, edit):
    template = next(path for path in sorted((project / "templates").rglob("*article*")) if path.is_file())
    text = template.read_text()
    (name, *_) = sorted(pages(project))
    edit(
        lambda: template.write_text(text + "\n\nA line from the template.\n"),
        lambda: "A line from the template." in server.page(f"articles/{name}/"),
    )
    edit(
        lambda: template.write_text(text),
        lambda: "A line from the template." not in server.page(f"articles/{name}/"),
    )


def test_a_hand_written_page_shows(server, project, edit):
    page = project / "docs" / "by-hand.md"
    edit(lambda: page.write_text("# Written by hand\n\nAnd more.\n"), lambda: "And more." in server.page("by-hand/"))


def test_an_edit_that_reaches_the_disk_in_two_steps_is_one_build(server, project, edit):
    page = project / "docs" / "by-hand.md"

    def write_slowly():
        page.write_text("")
        time.sleep(0.8)
        page.write_text("# Written by hand\n\nIn two steps.\n")

    edit(write_slowly, lambda: "In two steps." in server.page("by-hand/"))


def test_a_fault_in_the_registry_is_told_and_ends_nothing(server, project, edit):
    fault = project / "registry" / "zz.yml"
    (article, *_) = sorted(pages(project))
    edit(lambda: fault.write_text("unheard_of: [\n"), lambda: "registry/zz.yml:" in server.log)
    assert server.runs
    assert "<html" in server.page(f"articles/{article}/")
    edit(fault.unlink, lambda: "<html" in server.page(f"articles/{article}/"))


def test_a_fault_in_a_template_is_told_and_ends_nothing(server, project, edit):
    template = next(path for path in sorted((project / "templates").rglob("*article*")) if path.is_file())
    text = template.read_text()
    said = server.log.count("ERROR")
    edit(lambda: template.write_text(text + "{{ what_is_this }}"), lambda: server.log.count("ERROR") > said)
    assert server.runs and server.page("")
    assert "Traceback" not in server.log
    edit(lambda: template.write_text(text), lambda: server.page(""))
