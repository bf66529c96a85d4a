"""The folder of articles: regular files only, in a fixed order, nothing else ever opened."""

import os

import pytest

from vnitcoop.errors import ArticleError, UsageError
from vnitcoop.read import list_articles, load_bytes


def test_regular_articles_by_name(tmp_path):
    for name in ("b.txt", "a.md", ".hidden.txt", "c.pdf", "d.txt~", "E.TXT"):
        (tmp_path / name).write_text("x")
    articles, problems = list_articles(tmp_path)
    assert [path.name for _, path in articles] == ["E.TXT", "a.md", "b.txt"]
    assert articles[1][0] == f"{tmp_path.name}/a.md" and not problems


def test_links_pipes_and_folders_are_problems(tmp_path):
    (tmp_path / "real.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    articles, problems = list_articles(tmp_path)
    assert [path.name for _, path in articles] == ["real.txt"]
    assert [p.file.split("/")[-1] for p in problems] == ["folder.txt", "link.txt", "loop.txt", "pipe.txt"]
    for name in ("link.txt", "loop.txt", "folder.txt", "pipe.txt", "missing.txt"):
        with pytest.raises(ArticleError):
            load_bytes(tmp_path / name)


def test_strange_names_are_safe_to_print(tmp_path):
    (tmp_path / "a\n\x1b[31m.txt").write_text("x")
    ((name, path),), _ = list_articles(tmp_path)
    assert name.isprintable() and load_bytes(path) == b"x"


def test_too_large_is_refused(tmp_path):
    (tmp_path / "big.txt").write_bytes(b"a" * ((1 << 20) + 1))
    (tmp_path / "full.txt").write_bytes(b"a" * (1 << 20))
    with pytest.raises(ArticleError):
        load_bytes(tmp_path / "big.txt")
    assert len(load_bytes(tmp_path / "full.txt")) == 1 << 20


def test_no_folder_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError):
        list_articles(tmp_path / "none")
