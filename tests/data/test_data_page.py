"""The page of the data names what lies beside it, and each record's page holds its record as linked data."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
import yaml
from html_read import read_html
from knowledge import knowledge

from vnitcoop.lexicon import lexicon
from vnitcoop.write.data import data_files, record_files
from vnitcoop.write.data.linked import graph
from vnitcoop.write.docs import publish
from vnitcoop.write.pages import render_pages
from vnitcoop.write.world import look_up

TEMPLATES = Path(__file__).parents[2] / "templates"
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


@pytest.fixture(scope="module")
def page() -> str:
    return render_pages(knowledge(), TEMPLATES, data_files(knowledge()))["data/index.md"]


def test_the_page_names_every_file_with_its_checksum(page: str) -> None:
    words = " ".join(read_html(page).words.split())
    for file in data_files(knowledge()):
        assert words.count(file.name) >= 2
        assert hashlib.sha256(file.data).hexdigest() in words
    assert {file.name for file in data_files(knowledge())} == set(lexicon("data")["files"])


def test_the_page_counts_what_the_calendar_leaves_out(page: str) -> None:
    assert "1 event is left out, as no source states the day or its year without doubt." in page


def test_a_record_s_page_names_its_files_and_holds_its_linked_data() -> None:
    page = render_pages(knowledge(), TEMPLATES)["events/digital-forum-2019.md"]
    front = yaml.safe_load(page.split("---\n")[1])
    assert front["files"] == ["events/digital-forum-2019.json"]
    assert front["linked"]["startDate"] == "2019-10-22"
    assert front["linked"]["superEvent"]["name"] == "Digital Forum"


def test_linked_data_says_no_more_than_is_known() -> None:
    nodes = {node["url"]: node for node in graph(look_up(knowledge()), "data/index.md")["@graph"]}
    assert {node["@type"] for node in nodes.values()} == {
        *("NewsArticle", "Event", "EventSeries", "Organization", "Person", "Place")
    }
    assert "startDate" not in nodes["../events/plenary/"]
    assert "datePublished" not in nodes["../articles/plenary-due/"]
    assert nodes["../people/ngo-thu-huyen/"]["description"] == (
        "Cited as chair, Vietnam Software and IT Services Association"
    )
    assert nodes["../places/da-nang/"]["geo"]["latitude"] == 16.07


def test_data_files_are_known_as_generated_without_the_manifest(tmp_path: Path) -> None:
    files = data_files(knowledge())
    data = {file.path: file.data for file in files} | record_files(knowledge())
    pages = {**render_pages(knowledge(), TEMPLATES, files), **data}
    publish(pages, tmp_path)
    (tmp_path / ".vnitcoop-manifest.json").unlink()
    (tmp_path / "data" / "mine.csv").write_text("mine")
    again = {path: page for path, page in pages.items() if path != "data/feed.xml"} | {"data/events.ics": b"new"}
    published = publish(again, tmp_path)
    assert (published.written, published.removed) == (("data/events.ics",), ("data/feed.xml",))
    assert (tmp_path / "data" / "mine.csv").read_text() == "mine"


@pytest.mark.slow
def test_the_built_site_offers_the_data(built: Path) -> None:
    site = built / "site"
    for file in (built / "docs" / "data").iterdir():
        if file.suffix != ".md":
            assert (site / "data" / file.name).read_bytes() == file.read_bytes()
    for page in (site / "events").glob("*/index.html"):
        text = page.read_text(encoding="utf-8")
        assert [json.loads(found)["@type"] for found in LINKED.findall(text)] in (["Event"], [])
        assert f'href="../{page.parent.name}.json"' in text or page.parent.name.startswith("page-")
