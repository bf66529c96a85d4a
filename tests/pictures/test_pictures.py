"""What holds for every picture: well-formed, no text turned into markup, nothing styled inline, the same bytes."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from drawn import HOSTILE, body, deal, event, pages, place, svgs, texts

from vnitcoop.write.pictures import svg

PAGES = ("timeline/index.md", "map/index.md", "network/index.md")


def told(name: str) -> dict[str, str]:
    dates = ("2019-10-22", "2024", "XXXX-06-17", None, "2014/..")
    return pages(
        events=[
            event(f"e{i}", date, name, places=("p",), organisers=("a",), participants=("b",))
            for i, date in enumerate(dates)
        ],
        places=[place("p")],
        organisations=[body("a", name), body("b", name)],
        agreements=[deal("m", "a", "b")],
    )


@pytest.mark.parametrize("path", PAGES)
def test_pictures_are_well_formed_and_named(path: str) -> None:
    for picture in svgs(told("A forum")[path]):
        key = picture.attrib["aria-labelledby"]
        assert [one.attrib["id"] for one in picture.iter("title") if one.get("id")] == [key]
        assert picture.find("desc") is not None
        assert picture.attrib["viewBox"].startswith("0 0 ")
        for link in picture.iter("a"):
            assert link.findtext("title")


@pytest.mark.parametrize("path", PAGES)
def test_hostile_names_stay_text(path: str) -> None:
    hostile, harmless = svgs(told(HOSTILE)[path]), svgs(told("x" * len(HOSTILE))[path])
    assert hostile
    for one, other in zip(hostile, harmless, strict=True):
        assert {e.tag for e in one.iter()} == {e.tag for e in other.iter()}
        assert not any(name.startswith("on") for e in one.iter() for name in e.attrib)
    assert "<script" not in told(HOSTILE)[path]
    assert path == "map/index.md" or any("</text>" in text for text in texts(told(HOSTILE)[path]))


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_styled_or_scripted_inline(path: str) -> None:
    page = told("A forum")[path]
    assert not re.search(r"<style|<script|\sstyle=|javascript:", page)


def test_the_same_knowledge_gives_the_same_bytes() -> None:
    assert told(HOSTILE) == told(HOSTILE)


def test_words_and_attributes_are_escaped_and_coordinates_short() -> None:
    drawn = svg.words(1.04, -0.01, 'a<b&"c"\n\n d', 'x"y')
    assert drawn == '<text x="1" y="0" class="x&#34;y">a&lt;b&amp;&#34;c&#34; d</text>'
    assert ElementTree.fromstring(drawn).text == 'a<b&"c" d'


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("short", 100.0, "short"),
        ("Vietnam International Digital Week", 150.0, "Vietnam International…"),
        ("x" * 100, 60.0, "x" * 8 + "…"),
    ],
)
def test_names_are_cut_at_words(text: str, room: float, shown: str) -> None:
    assert svg.shortened(text, 14, room) == shown
    assert svg.width_of(shown, 14) <= room
