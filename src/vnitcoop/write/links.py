"""Where everything is on the site: pages, anchors, and the way from one to the other.

Pages are written for `use_directory_urls: true`, links are relative, so that the site works under any path.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from vnitcoop.types import Claim, Evidence

PAGE_SIZE = 100  # entries of a list page
FIGURES_SIZE = 40  # of figures and dated facts, of which each word has its source beside it


@dataclass(frozen=True, slots=True)
class Address:
    """A page under docs/, and where on it."""

    path: str
    anchor: str = ""


def url(path: str) -> str:
    """The address of docs/`path` below the site's root: `events/x.md` is at `events/x/`."""
    stem = path.removesuffix(".md")
    stem = stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"
    return stem


def href(source: str, target: Address) -> str:
    """The link from one page to another, or to a place on the same one."""
    fragment = f"#{target.anchor}" if target.anchor else ""
    if source == target.path and fragment:
        return fragment
    return (("../" * url(source).count("/") + url(target.path)) or "./") + fragment


def page_size(folder: str) -> int:
    """How many entries a page of the list in a folder of docs/ holds."""
    return FIGURES_SIZE if folder in {"figures", "dates"} else PAGE_SIZE


def list_page(folder: str, position: int) -> str:
    """The page of a list that holds the entry at `position`, from 0: `index.md`, then `page-2.md`, ..."""
    page = position // page_size(folder) + 1
    return f"{folder}/index.md" if page == 1 else f"{folder}/page-{page}.md"


def part_page(path: str, part: str, number: int) -> str:
    """The page on which a long list of the page `path` goes on: `people/x.md` -> `people/x/evidence-2.md`."""
    return f"{path.removesuffix('.md')}/{part}-{number}.md"


def claim_anchor(claim: Claim) -> str:
    """The id of the words of a claim on its article's page."""
    return claim.id if claim.id.startswith("c-") else f"c-{claim.id}"


def evidence_anchors(claim: Claim) -> list[tuple[Evidence, str]]:
    """Every piece of a claim's evidence with its anchor; in each article the first bears the claim's own id."""
    counters: dict[str, count[int]] = {}
    anchored = []
    for piece in claim.evidence:
        place = next(counters.setdefault(piece.article, count(1)))
        anchored.append((piece, claim_anchor(claim) + (f"-{place}" if place > 1 else "")))
    return anchored


def mention_anchor(record: str, position: int) -> str:
    """The id of a record's mention (its position in the record's mentions) on the article's page."""
    return f"m-{record}-{position + 1}"


def span_anchor(piece: Evidence) -> str:
    """The id of words that belong to no claim of their own (a value in a disagreement)."""
    return f"q-{piece.start}-{piece.end}"
