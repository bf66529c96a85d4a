"""The folder of articles: which files are articles, and their bytes. Nothing but regular files is ever opened."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from vnitcoop.errors import ArticleError, UsageError
from vnitcoop.types import Problem

LIMIT = 1 << 20  # bytes of one article
_SUFFIXES = {".txt", ".md"}


def list_articles(folder: Path) -> tuple[list[tuple[str, Path]], list[Problem]]:
    """The articles directly in a folder as (name to show, path), sorted by name, and what cannot be one.

    Hidden files and other endings are ignored. Raises UsageError when there is no such folder.
    """
    articles, problems = [], []
    try:
        with os.scandir(folder) as entries:
            named = sorted((e for e in entries if _is_named_like_an_article(e.name)), key=lambda e: e.name)
    except OSError as error:
        raise UsageError(
            Problem(str(folder), 1, f"no folder of articles: {error.strerror}", "Name a folder that holds .txt files")
        ) from error
    for entry in named:
        path = folder / entry.name
        if entry.is_file(follow_symlinks=False):
            articles.append((_shown(path), path))
        else:
            what = "a symbolic link" if entry.is_symlink() else "not a regular file"
            problems.append(Problem(_shown(path), 1, f"this is {what}", "Put a copy of the article itself here"))
    return articles, problems


def load_bytes(path: Path) -> bytes:
    """The bytes of an article of at most 1 MiB. Raises ArticleError; a link or pipe is not followed or waited for."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise _refused(path, f"cannot be opened: {error.strerror}", "Check the file and its permissions") from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise _refused(path, "this is not a regular file", "Put a copy of the article itself here")
    with os.fdopen(handle, "rb") as file:
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise _refused(path, "larger than 1 MiB", "An article is plain text of a few kilobytes: keep only its text")
    return data


def _is_named_like_an_article(name: str) -> bool:
    return not name.startswith(".") and os.path.splitext(name)[1].lower() in _SUFFIXES


def _shown(path: Path) -> str:
    """Folder and file name, safe to print: unprintable characters and undecodable bytes as escapes."""
    name = f"{path.parent.name}/{path.name}" if path.parent.name else path.name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)


def _refused(path: Path, message: str, remedy: str) -> ArticleError:
    return ArticleError(Problem(_shown(path), 1, message, remedy))
