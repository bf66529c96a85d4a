"""A look at the built site, as a browser would meet it: every link and anchor leads somewhere, nothing is foreign."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from vnitcoop.types import Problem

_LINKS = {"a": "href", "area": "href"}
_LOADS = {"form": "action"} | dict.fromkeys(("script", "img", "source", "iframe", "audio", "video", "embed"), "src")
_NOT_LOADED = {"canonical", "next", "prev", "alternate"}  # of <link>
_SCHEMES = {"", "http", "https", "mailto"}

_INSIDE = r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+"""  # of a tag, with whatever stands in quotes
_TAG = re.compile(
    rf"""<!--.*?-->|<(?P<raw>script|style)\b(?P<raw_attributes>{_INSIDE})>.*?</(?P=raw)\s*>"""
    rf"""|<(?P<tag>[a-z][^\s/>]*+)(?P<attributes>{_INSIDE})>""",
    re.DOTALL | re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:id|href|src|action)\b", re.IGNORECASE)
_VALUE = re.compile(r"""([^\s"'>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


@dataclass(slots=True)
class Page:
    """What one HTML file offers (ids) and asks for, each with the line where it does."""

    ids: Counter[str] = field(default_factory=Counter)
    links: list[tuple[str, int]] = field(default_factory=list)
    loads: list[tuple[str, int]] = field(default_factory=list)
    canonical: str = ""


def check_site(site: Path) -> list[Problem]:
    """Dead links and anchors, ids given twice, code or files from other hosts, and a missing search index."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {path: _parse(site / path) for path in sorted(files) if path.endswith(".html")}
    problems = [problem for path in pages for problem in _check_page(site, path, pages, files)]
    for needed in ("index.html", "pagefind/pagefind.js"):
        if needed not in files:
            problems.append(Problem(str(site / needed), 1, "the site lacks this file", "Build the site again"))
    return problems


def _check_page(site: Path, path: str, pages: dict[str, Page], files: set[str]) -> list[Problem]:
    page, place = pages[path], str(site / path)
    base = urlsplit(pages["index.html"].canonical).path if "index.html" in pages else ""
    problems = [
        Problem(place, 1, f"the id {name!r} is given {count} times", "Give each its own")
        for name, count in page.ids.items()
        if count > 1
    ]
    loads = [(load, line) for load, line in page.loads if not load.startswith("data:image/")]
    for link, line in page.links + loads:
        why = _dead(path, link, base or "/", pages, files)
        if why:
            problems.append(Problem(place, line, f"the link {link!r} {why}", "Mend the page's template"))
    for load, line in loads:
        if urlsplit(load).netloc:
            problems.append(
                Problem(place, line, f"{load!r} is loaded from another host or sent to it", "Ship the file in docs/")
            )
    return problems


def _dead(path: str, link: str, base: str, pages: dict[str, Page], files: set[str]) -> str:
    """Why the link leads nowhere; nothing for one that does lead somewhere, or to another host."""
    parts = urlsplit(link)
    if parts.scheme not in _SCHEMES:
        return "has a scheme that is not for readers"
    if parts.scheme or parts.netloc:
        return ""
    inside = path
    if parts.path:
        target = normpath(join(dirname(base + path), unquote(parts.path)))
        if not f"{target}/".startswith(base):
            return "leaves the site"
        inside = f"{target}/".removeprefix(base).removesuffix("/")
        if parts.path.endswith(("/", ".")) or not inside:
            inside = join(inside, "index.html")
    if inside not in files:
        return "leads to no file"
    wanted = unquote(parts.fragment)
    if wanted and inside in pages and wanted not in pages[inside].ids:
        return "leads to no such place in its page"
    return ""


def _parse(path: Path) -> Page:
    """What a page offers and asks for. What stands in comments, scripts and styles is no markup."""
    text = path.read_text(encoding="utf-8")
    page, line, at = Page(), 1, 0
    for found in _TAG.finditer(text):
        tag = (found["raw"] or found["tag"] or "").lower()
        attributes = found["raw_attributes"] or found["attributes"] or ""
        if not _TOLD.search(attributes):
            continue
        line, at = line + text.count("\n", at, found.start()), found.start()
        _take(page, tag, {name.lower(): unescape(a or b or c) for name, a, b, c in _VALUE.findall(attributes)}, line)
    return page


def _take(page: Page, tag: str, values: dict[str, str], line: int) -> None:
    if "id" in values:
        page.ids[values["id"]] += 1
    if tag in _LINKS and _LINKS[tag] in values:
        page.links.append((values[_LINKS[tag]], line))
    if tag in _LOADS and _LOADS[tag] in values:
        page.loads.append((values[_LOADS[tag]], line))
    if tag == "link" and "href" in values:
        kinds = set(values.get("rel", "").split())
        if "canonical" in kinds:
            page.canonical = values["href"]
        elif not kinds & _NOT_LOADED:
            page.loads.append((values["href"], line))
