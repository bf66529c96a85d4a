"""Generated pages come and go; what people wrote stays."""

import contextlib
import json
import os

import pytest

from vnitcoop.errors import OutputError
from vnitcoop.write.docs import MANIFEST, publish, read_manifest

PAGES = {"events/a.md": "A\n", "events/b.md": "Đ\n", "index.md": "home\n"}


def files(docs):
    return {
        p.relative_to(docs).as_posix(): p.read_text() for p in docs.rglob("*") if p.is_file() and p.name != MANIFEST
    }


def test_pages_are_written_and_listed(tmp_path):
    published = publish(PAGES, tmp_path)
    assert files(tmp_path) == PAGES
    assert published.written == tuple(PAGES)
    assert set(read_manifest(tmp_path).pages) == set(PAGES)


def test_the_same_pages_touch_no_file(tmp_path):
    publish(PAGES, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    published = publish(PAGES, tmp_path)
    assert (published.written, published.unchanged) == ((), tuple(PAGES))
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")} == before


def test_stale_pages_and_their_empty_folders_go(tmp_path):
    publish(PAGES, tmp_path)
    published = publish({"index.md": "home\n"}, tmp_path)
    assert published.removed == ("events/a.md", "events/b.md")
    assert not (tmp_path / "events").exists()


def test_hand_written_pages_stay_when_their_neighbours_go(tmp_path):
    publish(PAGES, tmp_path)
    (tmp_path / "events" / "mine.md").write_text("mine")
    publish({}, tmp_path)
    assert files(tmp_path) == {"events/mine.md": "mine"}


def test_a_hand_written_page_in_the_way_stops_everything(tmp_path):
    (tmp_path / "index.md").write_text("mine")
    with pytest.raises(OutputError, match=r"index\.md:1: this file is not generated.* index\.md belongs here"):
        publish(PAGES, tmp_path)
    assert files(tmp_path) == {"index.md": "mine"}


def test_a_page_edited_by_hand_is_put_right_and_the_edit_kept(tmp_path):
    publish(PAGES, tmp_path)
    (tmp_path / "events" / "a.md").write_text("edited")
    (tmp_path / "events" / "b.md").write_text("edited too")
    published = publish({"events/a.md": "A\n"}, tmp_path)
    assert published.edited == ("events/a.md", "events/b.md")
    assert files(tmp_path) == {
        "events/a.md": "A\n",
        "events/.a.md.edited": "edited",
        "events/.b.md.edited": "edited too",
    }


def test_a_page_deleted_by_hand_comes_back(tmp_path):
    publish(PAGES, tmp_path)
    (tmp_path / "index.md").unlink()
    assert publish(PAGES, tmp_path).written == ("index.md",)


@pytest.mark.parametrize("path", ["../out.md", "/out.md", "events/../../out.md", ".hidden.md", "a/.git/x.md", ""])
def test_no_page_leaves_docs(tmp_path, path):
    docs = tmp_path / "docs"
    with pytest.raises(OutputError, match="outside"):
        publish({path: "x"}, docs)
    assert not docs.exists() and not (tmp_path / "out.md").exists()


def test_no_page_follows_a_link_out_of_docs(tmp_path):
    docs, elsewhere = tmp_path / "docs", tmp_path / "elsewhere"
    docs.mkdir()
    elsewhere.mkdir()
    (docs / "events").symlink_to(elsewhere)
    with pytest.raises(OutputError, match="outside"):
        publish(PAGES, docs)
    assert not list(elsewhere.iterdir())


def test_pages_that_differ_only_in_case_are_refused(tmp_path):
    with pytest.raises(OutputError, match="differ only in case"):
        publish({"a.md": "1", "A.md": "2"}, tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pages": 3, "complete": true}'])
def test_a_damaged_manifest_is_told(tmp_path, text):
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(OutputError, match="damaged"):
        publish(PAGES, tmp_path)


class Killed(BaseException):
    """Ends a run where it stands, as a kill does."""


@pytest.mark.parametrize("step", range(12))
def test_after_a_kill_at_any_write_the_next_run_needs_no_help(tmp_path, monkeypatch, step):
    publish({"events/a.md": "old\n", "people/p.md": "P\n"}, tmp_path)
    steps = iter(range(100))
    replace = os.replace

    def dying(source, target):
        if next(steps) == step:
            raise Killed
        replace(source, target)

    monkeypatch.setattr("pathlib.os.replace", dying)
    with contextlib.suppress(Killed):
        publish(PAGES, tmp_path)
    monkeypatch.undo()
    published = publish(PAGES, tmp_path)
    assert files(tmp_path) == PAGES
    assert published.edited == ()


def test_a_folder_that_takes_no_writing_is_told(tmp_path):
    (tmp_path / "events").write_text("a file where a folder is needed")
    with pytest.raises(OutputError, match=r"cannot be written|not generated"):
        publish({"events/a.md": "A"}, tmp_path)


def test_the_manifest_is_the_same_bytes_whatever_the_order(tmp_path):
    publish(PAGES, tmp_path / "one")
    publish(dict(reversed(PAGES.items())), tmp_path / "two")
    assert (tmp_path / "one" / MANIFEST).read_bytes() == (tmp_path / "two" / MANIFEST).read_bytes()
    assert json.loads((tmp_path / "one" / MANIFEST).read_bytes())["complete"] is True
