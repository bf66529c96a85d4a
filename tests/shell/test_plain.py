"""Dataclasses survive the way to JSON and back, and nothing that does not fit is taken for one."""

import json

import pytest

from vnitcoop.plain import from_plain, to_plain
from vnitcoop.types import (
    Article,
    Basis,
    Block,
    BlockKind,
    Finding,
    Kind,
    Reading,
    Ref,
    Role,
    Sentence,
    Span,
    Statement,
)

TEXT = "Hà Nội – VINASA signed."
READING = Reading(
    Article(
        id="a",
        file="a.txt",
        text=TEXT,
        language="en",
        title="Signed",
        title_is_derived=True,
        published=None,
        outlet=None,
        byline=("Ngô Thu Huyên",),
        blocks=(Block(BlockKind.BODY, 0, len(TEXT)),),
        sentences=(Sentence(0, len(TEXT), 0, "en"),),
        statements=(Statement("title", "Signed", (Span(16, 22),), "first-line", Basis.INFERRED),),
    ),
    (
        Finding(Kind.ORGANISATION, (Span(9, 15),), ()),
        Finding(
            Kind.PERSON,
            (Span(0, 6),),
            (
                Statement("roles", Role("chair", Ref(0)), (Span(0, 6),), "r", speaker=Ref(1)),
                Statement("edition", 3, (), "r", Basis.CURATED, source="registry/series.yml#x"),
                Statement("forecast", True, (Span(0, 2),), "r"),
                Statement("value", 2.5, (Span(0, 2),), "r"),
                Statement("subject", Ref(0), (Span(0, 2),), "r"),
            ),
        ),
    ),
)


def test_a_reading_survives_the_way_through_json():
    plain = json.loads(json.dumps(to_plain(READING)))
    assert from_plain(Reading, plain) == READING


def test_types_that_are_equal_in_python_stay_what_they_are():
    values = [statement.value for statement in from_plain(Reading, to_plain(READING)).findings[1].statements]
    assert [type(value) for value in values] == [Role, int, bool, float, Ref]


@pytest.mark.parametrize(
    ("wanted", "plain"),
    [
        (Span, {"start": 1}),
        (Span, {"start": 5, "end": 2}),
        (Span, {"start": "1", "end": 2}),
        (Span, {"start": True, "end": 2}),
        (Finding, {"kind": "unheard of", "mentions": [], "statements": []}),
        (Role, {"title": "x", "organisation": {"index": "0"}}),
        (Span, [1, 2]),
    ],
)
def test_what_does_not_fit_is_refused(wanted, plain):
    with pytest.raises(ValueError):
        from_plain(wanted, plain)


def test_what_is_not_plain_is_refused():
    with pytest.raises(TypeError):
        to_plain({1, 2})
