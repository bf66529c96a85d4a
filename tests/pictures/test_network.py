"""Who is tied to whom, as pairs and as a picture."""

from __future__ import annotations

from itertools import combinations, pairwise

from drawn import body, deal, event, links, outside, pages, svgs

from vnitcoop.types import Knowledge
from vnitcoop.write.pictures.bands import bands
from vnitcoop.write.pictures.network import MOST_BODIES, MOST_PAIRS
from vnitcoop.write.pictures.ties import MOST_AT_ONE, ties_of
from vnitcoop.write.world import look_up


def test_pairs_share_events_and_agreements() -> None:
    known = Knowledge(
        events=(
            event("e", "2019-10-22", organisers=("a",), participants=("b", "somebody")),
            event("f", "2021", hosts=("a", "b")),
        ),
        organisations=(body("a"), body("b"), body("c")),
        agreements=(deal("d", "a", "b", date="2016"), deal("x", "a", "c")),
    )
    first, second = ties_of(look_up(known)).all
    assert (first.first, first.second, len(first.events), len(first.agreements)) == ("a", "b", 2, 1)
    assert first.years == ("2016", "2021")
    assert (second.first, second.second, second.years) == ("a", "c", None)


def test_every_pair_of_the_table_is_drawn_and_named() -> None:
    bodies = [body(key) for key in "abcd"]
    events = [event("e", "2020", participants=("a", "b", "c"))]
    page = pages(events=events, organisations=bodies, agreements=[deal("m", "c", "d")])["network/index.md"]
    assert set(links(page)) == {f"../organisations/{key}/" for key in "abcd"}
    titles = {group.findtext("title") for svg in svgs(page) for group in svg.iter("g")} - {None}
    assert titles == {
        "Body a – Body b: 1 shared event",
        "Body a – Body c: 1 shared event",
        "Body b – Body c: 1 shared event",
        "Body c – Body d: 1 agreement",
    }
    assert outside(page).count('<tr role="row">') == 1 + len(titles)


def test_groups_stand_in_bands_of_two_columns() -> None:
    known = Knowledge(
        events=(event("e", participants=("a", "b", "c", "d")), event("f", participants=("x", "y"))),
        organisations=tuple(body(key) for key in "abcdxy"),
    )
    ties = ties_of(look_up(known)).all
    first, second = bands(sorted("abcdxy"), ties)
    assert sorted(first.left + first.right) == ["a", "b", "c", "d"]
    assert (len(first.left), len(first.right), first.rows) == (2, 2, 2)
    assert sorted(second.left + second.right) == ["x", "y"]


def test_limits_hold_and_are_told() -> None:
    keys = [f"b{i:03}" for i in range(MOST_BODIES + 20)]
    events = [event(f"e{i:03}", participants=pair) for i, pair in enumerate(pairwise(keys))]
    crowd = [f"z{i:02}" for i in range(MOST_AT_ONE + 9)]
    events.append(event("crowd", participants=tuple(crowd)))
    page = pages(events=events, organisations=[body(key) for key in (*keys, *crowd)])["network/index.md"]
    assert len(set(links(page))) <= MOST_BODIES
    assert f"only the first {MOST_AT_ONE} are counted" in page
    assert "Drawn are the" in page
    rows = outside(page).count('<tr role="row">') - 2
    assert rows == MOST_PAIRS
    pairs = len(list(combinations(range(MOST_AT_ONE), 2))) + len(keys) - 1
    assert f"{pairs - MOST_PAIRS:,} that share less are left out" in page


def test_without_ties_a_sentence_stands_there() -> None:
    for page in (pages(), pages(organisations=[body("a")], events=[event("e", organisers=("a",))])):
        assert "No two bodies share an event" in page["network/index.md"]
        assert not svgs(page["network/index.md"])
