"""A look at the built site, as a browser would meet it: every link and anchor leads somewhere, nothing is foreign."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from vnitcoop.types import Problem

_LINKS = {"a": "href", "area": "href"}
_LOADS = {"form": "action"} | dict.fromkeys(("script", "img", "source", "iframe", "audio", "video", "embed"), "src")
_NOT_LOADED = {"canonical", "next", "prev", "alternate"}  # of <link>
_SCHEMES = {"", "http", "https", "mailto"}


@dataclass(slots=True)
class Page:
    """What one HTML file offers (ids) and asks for, each with the line where it does."""

    ids: Counter[str] = field(default_factory=Counter)
    links: list[tuple[str, int]] = field(default_factory=list)
    loads: list[tuple[str, int]] = field(default_factory=list)
    canonical: str = ""


def check_site(site: Path) -> list[Problem]:
    """Dead links and anchors, ids given twice, code or files from other hosts, and a missing search index."""
    pages = {path.relative_to(site).as_posix(): _parse(path) for path in sorted(site.rglob("*.html"))}
    problems = [problem for path in pages for problem in _check_page(site, path, pages)]
    for needed in ("index.html", "pagefind/pagefind.js"):
        if not (site / needed).is_file():
            problems.append(Problem(str(site / needed), 1, "the site lacks this file", "Build the site again"))
    return problems


def _check_page(site: Path, path: str, pages: dict[str, Page]) -> list[Problem]:
    page, place = pages[path], str(site / path)
    base = urlsplit(pages["index.html"].canonical).path if "index.html" in pages else ""
    problems = [
        Problem(place, 1, f"the id {name!r} is given {count} times", "Give each its own")
        for name, count in page.ids.items()
        if count > 1
    ]
    loads = [(load, line) for load, line in page.loads if not load.startswith("data:image/")]
    for link, line in page.links + loads:
        why = _dead(site, path, link, base or "/", pages)
        if why:
            problems.append(Problem(place, line, f"the link {link!r} {why}", "Mend the page's template"))
    for load, line in loads:
        if urlsplit(load).netloc:
            problems.append(
                Problem(place, line, f"{load!r} is loaded from another host or sent to it", "Ship the file in docs/")
            )
    return problems


def _dead(site: Path, path: str, link: str, base: str, pages: dict[str, Page]) -> str:
    """Why the link leads nowhere; nothing for one that does lead somewhere, or to another host."""
    parts = urlsplit(link)
    if parts.scheme not in _SCHEMES:
        return "has a scheme that is not for readers"
    if parts.scheme or parts.netloc:
        return ""
    target = unquote(urlsplit(urljoin(base + path, parts._replace(query="", fragment="").geturl() or path)).path)
    if not parts.path:
        target = base + path
    if not target.startswith(base):
        return "leaves the site"
    inside = target.removeprefix(base)
    if inside == "" or inside.endswith("/"):
        inside += "index.html"
    if not (site / inside).is_file():
        return "leads to no file"
    wanted = unquote(parts.fragment)
    if wanted and inside in pages and wanted not in pages[inside].ids:
        return "leads to no such place in its page"
    return ""


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        if "id" in values:
            self.page.ids[values["id"]] += 1
        if tag in _LINKS and _LINKS[tag] in values:
            self.page.links.append((values[_LINKS[tag]], line))
        if tag in _LOADS and _LOADS[tag] in values:
            self.page.loads.append((values[_LOADS[tag]], line))
        if tag == "link" and "href" in values:
            self._link(set(values.get("rel", "").split()), values["href"], line)

    def _link(self, kinds: set[str], href: str, line: int) -> None:
        if "canonical" in kinds:
            self.page.canonical = href
        elif not kinds & _NOT_LOADED:
            self.page.loads.append((href, line))


def _parse(path: Path) -> Page:
    parser = _Parser()
    parser.feed(path.read_text(encoding="utf-8"))
    parser.close()
    return parser.page
