"""What a page needs to be cited: an entry for reference managers, and until when its sources reach."""

from __future__ import annotations

import re

from vnitcoop.types import ArticleRecord
from vnitcoop.write.dates_shown import show_date, sort_key, year_of
from vnitcoop.write.head import Head
from vnitcoop.write.world import Record, World

_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def cited_as(world: World, record: Record, head: Head) -> dict[str, object]:
    """For a page's front matter: `cite`, its BibTeX key, title and year, what CSL-JSON says besides the page's address
    and the site's name, and of a figure its value in words; `updated`, its newest source's date.
    """
    articles = [record.id] if isinstance(record, ArticleRecord) else world.told_by[record.id]
    dates = sorted((d for key in articles if (d := world.articles[key].published)), key=sort_key)
    newest = dates[-1] if dates else None
    csl: dict[str, object] = {"id": record.id, "type": "webpage", "title": head.title.unescape()}
    cite: dict[str, object] = {"key": record.id, "title": bibtex(head.title.unescape()), "csl": csl}
    if newest and (year := year_of(newest)):
        cite["year"] = year
        csl["issued"] = {"date-parts": [_date_parts(newest) or [int(year)]]}
    if isinstance(record, ArticleRecord):
        csl |= {"type": "article-newspaper", "language": record.language}
        csl |= {"author": [{"literal": name} for name in record.byline]} if record.byline else {}
        csl |= {"container-title": record.outlet} if record.outlet else {}
    if head.said:
        cite["said"] = head.said
    return {"cite": cite, **({"updated": newest, "updated_words": show_date(newest).words} if newest else {})}


def _date_parts(edtf: str) -> list[int]:
    """The year, month and day of a date that is exact to one of them, as CSL-JSON writes it; else nothing."""
    return [int(part) for part in (show_date(edtf).iso or "").split("-") if part]


def bibtex(words: str) -> str:
    """Words for a field of a BibTeX entry: one line, with nothing that TeX or BibTeX would read as its own.

    >>> bibtex("50% of R&D {x}")
    '50\\\\% of R\\\\&D \\\\{x\\\\}'
    """
    return re.sub(r"\s+", " ", words).translate(_BIBTEX)
