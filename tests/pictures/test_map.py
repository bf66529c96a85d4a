"""Places of events on the map: what is drawn, where, and what is counted instead."""

from __future__ import annotations

import pytest
from drawn import event, links, outside, pages, place, svgs, texts

from vnitcoop.write.pictures import outlines
from vnitcoop.write.pictures.labels import Box, Labels
from vnitcoop.write.pictures.map_picture import EAST, WORLD, Site, near_frame
from vnitcoop.write.pictures.outlines import Frame

VIETNAM = place("vietnam", "country")
SYDNEY = place("sydney", "city", (-33.87, 151.21), "AU")


def test_every_place_of_the_list_is_drawn_or_counted() -> None:
    nowhere = place("nowhere", at=None)
    events = [event(key, places=(key,)) for key in ("hanoi", "sydney", "nowhere")] + [event("d")]
    page = pages(events=events, places=[place("hanoi"), SYDNEY, nowhere])["map/index.md"]
    assert set(links(page)) == {"../places/hanoi/", "../places/sydney/"}
    assert 'href="../places/nowhere/"' in outside(page)
    assert "1 place of the list cannot be drawn" in page
    assert "Of 4 events, 1 is neither drawn nor listed" in page


def test_an_event_in_a_city_is_not_counted_in_its_country_again() -> None:
    events = [event("a", places=("hanoi", "vietnam")), event("b", places=("vietnam",)), event("c", places=("hanoi",))]
    page = pages(events=events, places=[place("hanoi"), VIETNAM])["map/index.md"]
    assert {"Place hanoi (2)", "Place vietnam"} <= set(texts(page))


def test_shape_says_how_precise_a_place_is() -> None:
    kinds = {
        "city": ["circle", "mark"],
        "province": ["path", "mark"],
        "country": ["rect", "mark"],
        "continent": ["path", "mark area"],
    }
    for kind, shape in kinds.items():
        page = pages(events=[event("a", places=("x",))], places=[place("x", kind)])["map/index.md"]
        (link,) = (a for svg in svgs(page) for a in svg.iter("a"))
        drawn = [[one.tag, one.get("class")] for one in link if (one.get("class") or "").startswith("mark")]
        assert drawn == [shape]


def test_a_place_elsewhere_adds_the_world() -> None:
    events = [event("a", places=("hanoi",)), event("b", places=("sydney",))]
    assert len(svgs(pages(events=events, places=[place("hanoi"), SYDNEY])["map/index.md"])) == 2
    assert len(svgs(pages(events=events[:1], places=[place("hanoi")])["map/index.md"])) == 1
    assert len(svgs(pages(events=events[1:], places=[SYDNEY])["map/index.md"])) == 1


def test_the_near_picture_holds_vietnam_whole() -> None:
    frame = near_frame([Site(place("seoul"), 1, 126.98, 37.57)])
    assert frame is not None
    assert all(frame.holds(*corner) for corner in ((102.2, 8.6), (109.4, 23.3), (126.98, 37.57)))


@pytest.mark.parametrize("frame", [WORLD, EAST, Frame(165.0, 55.0, 205.0, 75.0, 960.0)])
def test_land_stays_in_its_frame(frame: Frame) -> None:
    x = y = 0.0
    path = outlines.land(frame)
    assert path
    for ring in path.removesuffix("z").split("z"):
        start, steps = ring.removeprefix("M").split("l")
        ((x, y),) = _pairs(start)
        for dx, dy in _pairs(steps):
            x, y = x + dx, y + dy
            assert -5 <= x <= frame.width + 5 and -5 <= y <= frame.height + 5


def _pairs(steps: str) -> list[tuple[float, float]]:
    numbers = [float(number) for number in steps.replace("-", " -").split()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_the_world_goes_round() -> None:
    assert WORLD.at(-75.0, 0.0) == pytest.approx(WORLD.at(285.0, 0.0))
    assert WORLD.at(-75.0, 0.0)[0] > WORLD.at(151.0, 0.0)[0]


def test_symbols_make_way_and_names_do_not_meet() -> None:
    labels = Labels(Box(0, 0, 300, 200))
    spots = [labels.symbol(150, 100, 8) for _ in range(6)]
    assert len(set(spots)) == 6
    found = [labels.label(x, y, 8, 60) for x, y in spots]
    assert any(found)
    assert labels.label(150, 100, 8, 400) is None


def test_a_name_without_room_beside_its_symbol_is_led_to() -> None:
    labels = Labels(Box(0, 0, 300, 200))
    x, y = labels.symbol(150, 100, 8)
    for dx in (-30, 0, 30):
        for dy in (-24, 0, 24):
            if dx or dy:
                labels.symbol(x + dx, y + dy, 10)
    name = labels.label(x, y, 8, 40)
    assert name is not None and name.is_led


def test_only_so_many_places_are_drawn() -> None:
    many = [place(f"p{i:03}", at=(i % 20 + 5.0, 95.0 + i)) for i in range(70)]
    page = pages(events=[event(f"e{i}", places=(f"p{i:03}",)) for i in range(70)], places=many)["map/index.md"]
    assert len(set(links(page))) == 60
    assert "Drawn are the 60 places" in page


def test_without_places_a_sentence_stands_there() -> None:
    for page in (pages()["map/index.md"], pages(events=[event("a")])["map/index.md"]):
        assert "No source names a place" in page
        assert not svgs(page)
