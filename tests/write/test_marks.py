"""However stretches overlap, the text stays whole and each has its place."""

from __future__ import annotations

from html_read import read_html
from hypothesis import given, settings
from hypothesis import strategies as st

from vnitcoop.write.marks import Stretch, covered, marked

TEXT = "Trưởng ban <b>nói</b> & “800 triệu”, " * 8


@st.composite
def stretches(draw: st.DrawFn, kinds: int = 6) -> list[Stretch]:
    spans = draw(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 120)), max_size=12))
    return [Stretch(a, min(a + n, len(TEXT)), f"c-{i}", i % kinds) for i, (a, n) in enumerate(spans)]


@settings(deadline=None)
@given(stretches(kinds=1))
def test_the_text_is_whole_and_every_anchor_stands_at_its_words(found: list[Stretch]) -> None:
    seen = read_html(str(marked(TEXT, 0, len(TEXT), found)))
    assert seen.words == TEXT
    assert not seen.faults
    assert sorted(seen.ids) == sorted(s.anchor for s in found)
    assert {tag for tag, _ in seen.elements} <= {"mark", "span"}


@settings(deadline=None)
@given(stretches())
def test_every_stretch_leads_to_its_record(found: list[Stretch]) -> None:
    seen = read_html(str(marked(TEXT, 0, len(TEXT), found)))
    assert {f"#r-{s.supports}" for s in found if s.supports} == set(seen.links)


def test_a_crossing_stretch_goes_on_after_the_one_it_crosses() -> None:
    html = marked("abcdef", 0, 6, [Stretch(0, 4, "one"), Stretch(2, 6, "two")])
    assert html == '<mark id="one">ab<span id="two">cd</span></mark><mark>ef</mark>'


def test_numbers_of_words_inside_a_name_stand_after_the_name() -> None:
    html = marked("Japan Trade said", 0, 16, [Stretch(0, 11, "o", 1), Stretch(0, 5, "p", 2)])
    assert html.startswith(
        '<mark id="o"><span id="p">Japan</span> Trade</mark><a class="back" role="doc-noteref" href="#r-1"'
    )


def test_a_stretch_that_began_earlier_is_marked_without_its_anchor() -> None:
    assert marked("abcdef", 3, 6, [Stretch(1, 5, "x")]) == "<mark>de</mark>f"


def test_what_is_covered_is_told_in_parts() -> None:
    found = [Stretch(4, 6, "a"), Stretch(0, 2, "b"), Stretch(5, 9, "c")]
    assert covered(found, 1, 8) == [(1, 2), (4, 8)]
