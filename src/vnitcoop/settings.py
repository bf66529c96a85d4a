"""Where a project keeps its things: one folder, with fixed names inside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vnitcoop.errors import UsageError
from vnitcoop.types import Problem

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of one knowledge base, all absolute."""

    root: Path
    seeds: Path
    registry: Path
    templates: Path
    docs: Path
    site: Path
    cache: Path

    @property
    def mkdocs(self) -> Path:
        """The site generator's settings."""
        return self.root / "mkdocs.yml"

    @property
    def is_one(self) -> bool:
        """Whether the root holds a project at all."""
        return self.mkdocs.is_file()


def project_at(root: Path) -> Project:
    """The project in the folder `root`. Its own registry/ and templates/ win over those that come with vnitcoop."""
    root = root.resolve()
    return Project(
        root=root,
        seeds=root / "seeds",
        registry=_own_or_shipped(root, "registry"),
        templates=_own_or_shipped(root, "templates"),
        docs=root / "docs",
        site=root / "site",
        cache=root / ".cache" / "vnitcoop",
    )


def existing_project(root: Path) -> Project:
    """As project_at, for the verbs that write. Raises UsageError where no project is."""
    project = project_at(root)
    if not project.is_one:
        remedy = "Run this in a folder that has mkdocs.yml and seeds/, or name that folder with --root"
        raise UsageError(Problem(str(project.mkdocs), 1, "no project is here", remedy))
    return project


def _own_or_shipped(root: Path, name: str) -> Path:
    """The project's folder, else the installed package's copy, else (an editable install) the checkout's."""
    places = (root / name, _PACKAGE / name, _PACKAGE.parents[1] / name)
    return next((place for place in places if place.is_dir()), places[0])
