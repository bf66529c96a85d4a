"""Pages to a built site that takes the old one's place only when it is whole."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from vnitcoop.errors import OutputError, UsageError, VnitcoopError
from vnitcoop.types import Problem


def generate(settings: Path, folder: Path) -> MkDocsConfig:
    """Run MkDocs with the project's `settings`, strictly, into `folder`.

    Raises OutputError with all that MkDocs warned of, the plugin's own error, and UsageError where vnitcoop has no
    part in it.
    """
    with _warnings() as heard:
        try:
            config = load_config(str(settings), site_dir=str(folder), strict=True)
            if "vnitcoop" not in config.plugins:
                raise UsageError(Problem(str(settings), 1, "vnitcoop is not among the plugins", "Add it to them"))
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except MkDocsException as error:
            if own := _own_fault(error):
                raise own from error
            raise OutputError(*(_problem(settings, text) for text in heard or [error.format_message()])) from error
    return config


@contextmanager
def in_place_of(site: Path, workshop: Path) -> Iterator[Path]:
    """An empty folder in `workshop` to build in. Left without an error, it becomes `site`; else `site` stays as it was.

    Killed between the two renames, the old site lies in `workshop`, and the next run puts it back before it begins.
    """
    if site.is_symlink() or site.is_file():
        what = "a symbolic link" if site.is_symlink() else "a file"
        raise OutputError(Problem(str(site), 1, f"the site's place is taken by {what}", "Move it elsewhere"))
    fresh, before = workshop / "site-fresh", workshop / "site-before"
    if before.exists() and not site.exists():
        before.rename(site)
    for leftover in (fresh, before):
        shutil.rmtree(leftover, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        yield fresh
        if site.exists():
            site.rename(before)
        fresh.rename(site)
    except OSError as error:
        remedy = "Make room or allow writing there, then run again"
        place = str(error.filename or site)
        raise OutputError(Problem(place, 1, f"the site cannot be put in place: {error.strerror}", remedy)) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if site.exists():
            shutil.rmtree(before, ignore_errors=True)


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What MkDocs and its plugins say at WARNING or above, as it is said."""
    listener = _Listener(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        yield listener.heard
    finally:
        logger.removeHandler(listener)


class _Listener(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def _own_fault(error: BaseException | None) -> VnitcoopError | None:
    """What vnitcoop's plugin raised, under what MkDocs made of it."""
    while error is not None and not isinstance(error, VnitcoopError):
        error = error.__cause__ or error.__context__
    return error


def _problem(settings: Path, text: str) -> Problem:
    remedy = "Mend the page or the setting it names; the old site stays until then"
    return Problem(str(settings), 1, " ".join(text.split()), remedy)
