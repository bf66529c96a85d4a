"""What readers take away from a built page: how to cite it, its day in a calendar, its card, and its date."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

pytestmark = pytest.mark.slow

ADDRESS = "https://example.org/kb/"
EVENT = "events/japan-ict-day-2019/"


def page(built: Path, path: str) -> str:
    return (built / "site" / path / "index.html").read_text(encoding="utf-8")


def csl(html: str) -> dict[str, object]:
    (held,) = re.findall(r'<pre class="csl"[^>]*>(.*?)</pre>', html, re.DOTALL)
    (entry,) = json.loads(unescape(held))
    return entry


def test_a_page_is_cited_in_csl_json_with_its_address_and_the_day_of_its_newest_source(built: Path) -> None:
    entry = csl(page(built, EVENT))
    assert (entry["type"], entry["title"], entry["URL"]) == ("webpage", "Japan ICT Day 2019", ADDRESS + EVENT)
    assert entry["issued"] == {"date-parts": [[2019, 10, 23]]}


def test_an_article_is_cited_as_one_of_its_outlet(built: Path) -> None:
    (article,) = (built / "site" / "articles").glob("japan-ict-day-2019-*/index.html")
    entry = csl(article.read_text(encoding="utf-8"))
    assert (entry["type"], entry["container-title"]) == ("article-newspaper", "PANO")


def test_a_figure_is_cited_with_its_value(built: Path) -> None:
    (measure,) = (built / "site" / "figures").glob("south-korean-it-outsourcing-market-*/index.html")
    assert "“South Korean IT outsourcing market”: US$ 600 billion" in " ".join(measure.read_text("utf-8").split())


def test_an_event_with_a_day_goes_into_a_calendar_and_one_without_does_not(built: Path) -> None:
    assert 'href="../japan-ict-day-2019.ics"' in page(built, EVENT)
    (entry,) = Calendar.from_ical((built / "site/events/japan-ict-day-2019.ics").read_bytes()).walk("VEVENT")
    assert str(entry["SUMMARY"]) == "Japan ICT Day 2019"
    assert {file.stem for file in (built / "site/events").glob("*.ics")} == {
        path.parent.name for path in (built / "site/events").glob("*/index.html") if ".ics" in path.read_text("utf-8")
    }
    assert not list((built / "site/events").glob("plenary*.ics"))


def test_every_page_bears_the_card_of_the_site(built: Path) -> None:
    assert f'<meta property="og:image" content="{ADDRESS}assets/card.png">' in page(built, EVENT)
    assert (built / "site/assets/card.png").read_bytes().startswith(b"\x89PNG")


def test_the_site_map_has_every_page_with_the_day_of_its_newest_source(built: Path) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = ET.parse(built / "site/sitemap.xml").getroot().findall("s:url", space)
    days = {url.findtext("s:loc", "", space): url.findtext("s:lastmod", "", space) for url in urls}
    pages = {path.parent.relative_to(built / "site").as_posix() for path in (built / "site").rglob("index.html")}
    assert days.keys() == {ADDRESS if path == "." else f"{ADDRESS}{path}/" for path in pages}
    assert days[ADDRESS + EVENT] == "2019-10-23"
    assert max(days.values()) == days[ADDRESS] < "2025"
