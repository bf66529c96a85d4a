"""MkDocs plugin: `mkdocs build` and `mkdocs serve` do the whole job, from articles to a searchable site.

Under `serve`, generated pages are not watched (writing them would start the next build), but what they are made from
is, and so are hand-written pages: one edit, one rebuild. A new page by hand is met at the next rebuild.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.pages import Page

from vnitcoop.errors import VnitcoopError
from vnitcoop.files import only_writer
from vnitcoop.pipeline import Outcome, build
from vnitcoop.report import outcome_lines, problem_lines
from vnitcoop.settings import Project, project_at
from vnitcoop.write.data.days import newest
from vnitcoop.write.docs import read_manifest
from vnitcoop.write.search import index

log = get_plugin_logger("vnitcoop")

QUIET_BEFORE_BUILD = 1.2  # seconds: MkDocs polls the disk every 0.5, and an edit seen half written is seen again


class VnitcoopPlugin(BasePlugin[LegacyConfig]):
    """One build after the other; `outcome` is what the last one did."""

    outcome: Outcome | None = None

    def __init__(self) -> None:
        self._held = ExitStack()
        self._serving = False
        self._server: LiveReloadServer | None = None
        self._watched: set[Path] = set()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this is `mkdocs serve`. Having this event makes MkDocs keep the instance for all its builds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Tell the theme whether this is `mkdocs serve`, whose pages hold a script of its own."""
        config.extra["serving"] = self._serving
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make the pages, before MkDocs empties the old site. An article set aside is told, and stops nothing.

        A fault ends the build; but a server that has pages goes on with them, for without a build it would answer
        no request.
        """
        project = _project(config)
        try:
            self._held.enter_context(only_writer(project.cache / "build.lock", "mkdocs"))
            self.outcome = build(project)
        except VnitcoopError as error:
            if not (self._serving and self.outcome):
                raise PluginError("\n".join(problem_lines(error.problems))) from error
            for line in [*problem_lines(error.problems), "the pages stay as they were"]:
                log.error(line)
        else:
            for line in [*problem_lines(self.outcome.problems), *outcome_lines(self.outcome, project.docs)]:
                log.info(line)

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> None:
        """Date a page, for the site map, by its newest source and never by the clock."""
        articles = self.outcome.knowledge.articles if self.outcome else ()
        dates = [page.meta["updated"]] if "updated" in page.meta else [article.published for article in articles]
        page.update_date = newest(dates).isoformat()

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the built site searchable."""
        try:
            index(Path(config.site_dir))
        except VnitcoopError as error:
            raise PluginError("\n".join(problem_lines(error.problems))) from error
        self._held.close()
        if self._server:
            self._watch_pages(self._server, _project(config))

    def on_build_error(self, *, error: Exception) -> None:
        """Let the next build begin, whatever ended this one."""
        self._held.close()

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch what pages are made from, in place of all of docs/; build once an edit is whole on the disk."""
        project = _project(config)
        server.build_delay = QUIET_BEFORE_BUILD
        server.unwatch(config.docs_dir)
        self._server = server
        self._watch_pages(server, project)
        own_theme = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
        for folder in (project.seeds, project.registry, project.templates, *own_theme):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _watch_pages(self, server: LiveReloadServer, project: Project) -> None:
        """Watch what lies in docs/ by hand and is not watched yet."""
        for path in _by_hand(project.docs, read_manifest(project.docs).pages):
            if path not in self._watched:
                server.watch(str(path))
                self._watched.add(path)


def outcome_of(config: MkDocsConfig) -> Outcome:
    """What the build that ran with these settings did."""
    (plugin,) = (plugin for plugin in config.plugins.values() if isinstance(plugin, VnitcoopPlugin))
    assert plugin.outcome is not None, "a build that makes no pages ends by an error"
    return plugin.outcome


def _by_hand(docs: Path, generated: Iterable[str]) -> list[Path]:
    """What in docs/ is not generated: files, and folders that hold nothing generated, as a whole."""
    taken = {docs / path for path in generated}
    mixed = {docs}.union(*(path.parents for path in taken))
    found: list[Path] = []
    folders = [docs]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path in mixed:
                folders.append(path)
            elif path not in taken and not path.name.startswith("."):
                found.append(path)
    return found


def _project(config: MkDocsConfig) -> Project:
    return project_at(Path(config.config_file_path).parent)
