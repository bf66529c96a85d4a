"""The story of vnitcoop, in order: articles flow in at one end, pages come out at the other.

    seeds/*.txt --read--> Article --find--> Reading --know--> Knowledge --write--> docs/*.md

Each article is read and searched on its own (and cached by its content); what is known is worked out over all of them.
"""

from __future__ import annotations

import gc
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from vnitcoop.cache import Cache
from vnitcoop.check import idle_corrections
from vnitcoop.errors import ArticleError, OutputError
from vnitcoop.find import Gazetteer, find
from vnitcoop.know import know, load_registry
from vnitcoop.read import list_articles, load_bytes, read_article
from vnitcoop.settings import Project
from vnitcoop.types import Knowledge, Problem, Reading, Registry
from vnitcoop.write.data import data_files, record_files
from vnitcoop.write.docs import Published, publish
from vnitcoop.write.pages import render_pages


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: what is known, what was written, which articles were set aside, what corrects nothing."""

    knowledge: Knowledge
    published: Published
    problems: tuple[Problem, ...]
    idle: tuple[Problem, ...] = ()


def build(project: Project) -> Outcome:
    """Articles in, Markdown pages and data files out; nothing is written unless everything before went well."""
    registry = curated(project)
    knowledge, problems = gather(project.seeds, project.registry, Cache(project.cache))
    if not knowledge.articles:
        raise OutputError(Problem(str(project.seeds), 1, "no article can be read here", "Put a .txt file into it"))
    files = data_files(knowledge)
    pages = render_pages(knowledge, project.templates, files, registry.redirects)
    data = {file.path: file.data for file in files} | record_files(knowledge)
    published = publish({**pages, **data}, project.docs)
    return Outcome(knowledge, published, tuple(problems), tuple(idle_corrections(registry, knowledge)))


def gather(seeds: Path, registry_folder: Path | None, cache: Cache | None) -> tuple[Knowledge, list[Problem]]:
    """Everything that the articles of a folder say, and the problems of those that are set aside.

    Raises RegistryError when the curated knowledge is at fault.
    """
    registry = load_registry(registry_folder)
    readings, problems = read_all(seeds, registry, cache)
    return know(readings, registry), problems


def curated(project: Project) -> Registry:
    """What the project's maintainers know beforehand. Raises RegistryError with every fault of it."""
    return load_registry(project.registry)


def read_all(seeds: Path, registry: Registry, cache: Cache | None) -> tuple[list[Reading], list[Problem]]:
    """A reading of every article that can be read, and the problems of those that are set aside."""
    paths, problems = list_articles(seeds)
    read_one = partial(read_and_find, registry=registry)
    readings = []
    with collector_paused():
        for name, path in paths:
            try:
                data = load_bytes(path)
                readings.append(cache.reading(name, data, registry, read_one) if cache else read_one(name, data))
            except ArticleError as error:
                problems.extend(error.problems)
    return readings, problems


@contextmanager
def collector_paused() -> Iterator[None]:
    """Read without Python's search for reference cycles: readings hold none, and it costs up to a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_and_find(name: str, data: bytes, registry: Registry) -> Reading:
    """One article, on its own. Raises ArticleError; a fault of the rules, too, costs only the article that shows it."""
    gazetteer = _gazetteer_of(registry)
    try:
        return find(read_article(name, data), gazetteer)
    except ArticleError:
        raise
    except Exception as fault:
        where = traceback.extract_tb(fault.__traceback__)[-1]
        message = f"the rules fail at it: {fault!r} in {Path(where.filename).name}, line {where.lineno}"
        raise ArticleError(Problem(name, 1, message, "Report this line with the article")) from fault


@lru_cache(maxsize=4)
def _gazetteer_of(registry: Registry) -> Gazetteer:
    """The names known before; made when the first article is read, not where all readings are kept from before."""
    return Gazetteer(registry.entries)
