"""Every file that readers take away: it opens in what opens such files, holds every record, and stays text."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
from dataclasses import replace
from xml.etree import ElementTree as ET

import icalendar
import jsonschema
import pytest
from knowledge import claim, forum, knowledge

from tests.data.making import HOSTILE, made
from vnitcoop.plain import to_plain
from vnitcoop.types import Knowledge
from vnitcoop.write.data import record_files
from vnitcoop.write.export import json_schema, to_json

KINDS = ("articles", "events", "series", "organisations", "people", "places", "agreements", "figures", "dates")
FORMULAS = ("=HYPERLINK(1)", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1")


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def opened(data: bytes) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.deserialize(data)
    return database


def claims_of(known: Knowledge) -> list:
    return [c for kind in KINDS for record in getattr(known, kind) for c in record.claims]


def named(name: str) -> Knowledge:
    """The knowledge with this name at an event, a body, a person, a place, a title and a claim."""
    known = knowledge()
    event = replace(known.events[0], name=name, claims=(*known.events[0].claims, claim("x", "name", name)))
    return replace(
        known,
        articles=(replace(known.articles[0], title=name, byline=(name,), outlet=name, url=name), *known.articles[1:]),
        events=(event, *known.events[1:]),
        organisations=(replace(known.organisations[0], name=name), *known.organisations[1:]),
        people=(replace(known.people[0], name=name),),
        places=(replace(known.places[0], name=name),),
    )


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return made(knowledge())


def test_the_document_is_the_exported_one_and_fits_its_schema(files: dict[str, bytes]) -> None:
    assert files["knowledge.json"] == to_json(knowledge())
    assert json.loads(files["knowledge.schema.json"]) == json_schema()
    jsonschema.validate(json.loads(files["knowledge.json"]), json.loads(files["knowledge.schema.json"]))


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_has_a_row_in_csv_and_database(files: dict[str, bytes], kind: str) -> None:
    ids = [record.id for record in getattr(knowledge(), kind)]
    assert ids
    assert [row["id"] for row in rows(files[f"{kind}.csv"])] == ids
    assert [row[0] for row in opened(files["knowledge.sqlite"]).execute(f"SELECT id FROM {kind}")] == ids


def test_every_claim_has_a_row_and_its_very_words(files: dict[str, bytes]) -> None:
    claims = claims_of(knowledge())
    told = rows(files["claims.csv"])
    assert [row["id"] for row in told] == [c.id for c in claims]
    assert [row["quotes"] for row in told] == [" | ".join(piece.quote for piece in c.evidence) for c in claims]
    texts = {article.id: article.text for article in knowledge().articles}
    pieces = rows(files["evidence.csv"])
    assert all(texts[p["article"]][int(p["start"]) : int(p["end"])] == p["quote"] for p in pieces)
    assert sum(bool(p["claim"]) for p in pieces) == sum(len(c.evidence) for c in claims)


def test_csv_is_what_spreadsheets_open(files: dict[str, bytes]) -> None:
    for name in (name for name in files if name.endswith(".csv")):
        assert files[name].startswith(b"\xef\xbb\xbf") and files[name].endswith(b"\n") and b"\r\n" not in files[name]
    assert rows(files["places.csv"])[0]["name"] == "Đà Nẵng"
    assert rows(files["people.csv"])[0]["roles"] == "chair, vinasa"
    assert rows(files["figures.csv"])[0]["forecast"] == "false"


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula_and_the_document_keeps_the_words(formula: str) -> None:
    files = made(named(formula))
    for name in (name for name in files if name.endswith(".csv")):
        for row in rows(files[name]):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values()), name
    assert rows(files["people.csv"])[0]["name"] == f"'{formula}"
    assert json.loads(files["knowledge.json"])["people"][0]["name"] == formula


def test_a_negative_number_stays_a_number() -> None:
    known = knowledge()
    files = made(replace(known, figures=(replace(known.figures[0], value=-2.5),)))
    assert rows(files["figures.csv"])[0]["value"] == "-2.5"


def test_the_database_is_sound_and_finds_names_without_accents(files: dict[str, bytes]) -> None:
    database = opened(files["knowledge.sqlite"])
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("SELECT DISTINCT record FROM names WHERE folded = 'da nang'").fetchall() == [("da-nang",)]
    assert database.execute("SELECT count(*) FROM claims").fetchone() == (len(claims_of(knowledge())),)


def test_the_views_show_names(files: dict[str, bytes]) -> None:
    database = opened(files["knowledge.sqlite"])
    database.row_factory = sqlite3.Row
    event = dict(database.execute("SELECT * FROM events_view WHERE id = 'digital-forum-2019'").fetchone())
    assert (event["series"], event["places"], event["articles"]) == ("Digital Forum", "Đà Nẵng", 2)
    assert event["organisers"] == "Vietnam Software and IT Services Association"
    figure = dict(database.execute("SELECT * FROM figures_view").fetchone())
    assert (figure["speaker"], figure["quote"]) == ("Ngô Thu Huyên", "over US$ 800 million")


def test_a_number_of_any_length_is_stored() -> None:
    known = knowledge()
    huge = replace(known, figures=(replace(known.figures[0], value=10**400),))
    stored = opened(made(huge)["knowledge.sqlite"]).execute("SELECT value FROM figures").fetchone()
    assert stored == (str(10**400),)


@pytest.mark.parametrize("value", [HOSTILE, *FORMULAS, "tab\tand\x0bcontrol\x00", "\u202eright to left"])
def test_hostile_words_stay_words(value: str) -> None:
    files = made(named(value))
    assert json.loads(files["knowledge.json"])["places"][0]["name"] == value
    assert opened(files["knowledge.sqlite"]).execute("SELECT name FROM people").fetchone() == (value,)
    harmless = made(named("harmless"))
    entry = icalendar.Calendar.from_ical(files["events.ics"]).walk("VEVENT")[0]
    plain = icalendar.Calendar.from_ical(harmless["events.ics"]).walk("VEVENT")[0]
    assert set(entry) == set(plain)
    tags = [e.tag for e in ET.fromstring(files["feed.xml"]).iter()]
    assert tags == [e.tag for e in ET.fromstring(harmless["feed.xml"]).iter()]
    assert [len(rows(files[f"{kind}.csv"])) for kind in KINDS] == [len(rows(harmless[f"{kind}.csv"])) for kind in KINDS]


def test_same_knowledge_same_bytes_and_checksums(files: dict[str, bytes]) -> None:
    assert made(knowledge()) == files
    sums = dict(reversed(line.split("  ")) for line in files["SHA256SUMS"].decode().splitlines())
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "SHA256SUMS"}


def test_every_page_s_record_is_a_file_of_its_own() -> None:
    known = knowledge()
    kept = record_files(known)
    assert json.loads(kept["events/plenary.json"]) == to_plain(known.events[1])
    plain = [path for path in kept if path.endswith(".json")]
    assert len(plain) == sum(len(getattr(known, kind)) for kind in KINDS if kind not in ("figures", "dates"))
    assert kept.keys() - set(plain) == {"events/digital-forum-2019.ics"}  # of the other the year is not stated


@pytest.mark.parametrize("rights", ["none", "excerpt"])
def test_of_a_protected_article_only_the_quoted_words_are_given_away(rights: str) -> None:
    known = knowledge(forum(rights=rights))
    document = json.loads(made(known)["knowledge.json"])
    text = next(a["text"] for a in document["articles"] if a["id"] == "forum-opens")
    before = forum().text
    assert len(text) == len(before)
    assert "over US$ 800 million" in text and "said exports were" not in text
    assert text not in before and json.loads(record_files(known)["articles/forum-opens.json"])["text"] == text
    for piece in [p for kind in KINDS for r in document[kind] for c in r["claims"] for p in c["evidence"]]:
        if piece["article"] == "forum-opens":
            assert text[piece["start"] : piece["end"]] == piece["quote"]
