"""The knowledge that is kept as data: well formed, sorted, and no name or id at two things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from vnitcoop.lexicon import lexicon
from vnitcoop.text import fold, strip_marks

REGISTRY = Path(__file__).parents[2] / "registry"
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
COUNTRIES = set(lexicon("registry")["countries"].split())
PLACE_KINDS = {"country", "territory", "continent", "region", "province", "city", "district", "island"}


def registry(file: str) -> list[dict[str, Any]]:
    return yaml.safe_load((REGISTRY / file).read_text(encoding="utf-8"))


def names(item: dict[str, Any]) -> Iterator[str]:
    """Every name of an item, folded, each once."""
    listed = [name["name"] for name in item.get("names", [])]
    by_language = [name for language in ("en", "fr", "vi") for name in item.get(language, [])]
    yield from {fold(name) for name in [*([item["name"]] if "name" in item else []), *listed, *by_language]}


FILES = {
    "places": lexicon("places"),
    "organisations": registry("organisations.yml"),
    "series": registry("series.yml"),
}


@pytest.mark.parametrize("file", FILES)
def test_ids_are_well_formed_sorted_and_unique(file: str) -> None:
    ids = [item["id"] for item in FILES[file]]
    assert [i for i in ids if not ID.fullmatch(i)] == []
    assert ids == sorted(set(ids))


def test_no_id_stands_in_two_files() -> None:
    ids = [item["id"] for items in FILES.values() for item in items]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("file", FILES)
def test_no_name_stands_at_two_things(file: str) -> None:
    owners: dict[str, str] = {}
    shared = []
    for item in FILES[file]:
        for name in names(item):
            if owners.setdefault(name, item["id"]) != item["id"]:
                shared.append((name, owners[name], item["id"]))
    assert shared == []


@pytest.mark.parametrize("file", FILES)
def test_every_name_has_letters_and_every_item_a_name(file: str) -> None:
    assert [item["id"] for item in FILES[file] if not all(names(item)) or not list(names(item))] == []


def test_places_have_known_kinds_and_countries() -> None:
    places = FILES["places"]
    assert {p["kind"] for p in places} <= PLACE_KINDS
    assert {p["country"] for p in places if "country" in p} <= COUNTRIES
    assert [p["id"] for p in places if p["kind"] in {"city", "province", "district"} and "country" not in p] == []


def test_coordinates_are_on_earth() -> None:
    away = [p["id"] for p in FILES["places"] if not (-90 <= p["at"][0] <= 90 and -180 <= p["at"][1] <= 180)]
    assert away == []


@pytest.mark.parametrize(("country", "south", "north", "west", "east"), [
    ("VN", 8.0, 23.5, 102.0, 117.5),
    ("JP", 24.0, 46.0, 122.5, 146.0),
    ("KR", 33.0, 38.7, 124.5, 132.0),
    ("LA", 13.9, 22.6, 100.0, 107.8),
    ("SG", 1.1, 1.5, 103.5, 104.1),
])  # fmt: skip
def test_places_lie_in_their_country(country: str, south: float, north: float, west: float, east: float) -> None:
    there = [p for p in FILES["places"] if p.get("country") == country]
    assert there
    assert [p["id"] for p in there if not (south <= p["at"][0] <= north and west <= p["at"][1] <= east)] == []


def test_strict_forms_are_names_of_their_place() -> None:
    for place in FILES["places"]:
        forms = [form for language in ("en", "fr", "vi") for form in place.get(language, [])]
        assert set(place.get("strict", [])) <= set(forms), place["id"]


def test_vietnamese_provinces_before_and_after_the_merger_are_known() -> None:
    provinces = {p["id"] for p in FILES["places"] if p.get("country") == "VN" and p["kind"] == "province"}
    assert len(provinces) == 59  # the 58 of before 2025, and Ha Tay of before 2008
    assert {"bac-ninh", "bac-giang", "ha-tay", "quang-nam"} <= provinces


def test_every_prefecture_of_japan_is_known() -> None:
    prefectures = [p for p in FILES["places"] if p.get("country") == "JP" and p["kind"] == "province"]
    assert len(prefectures) == 46  # Tokyo stands as a city


def test_organisations_have_known_kinds_and_countries_and_a_source() -> None:
    known = set(lexicon("registry")["organisation_kinds"])
    for body in FILES["organisations"]:
        assert body["kind"] in known, body["id"]
        assert body.get("country", "VN") in COUNTRIES, body["id"]
        assert body["source"], body["id"]


@pytest.mark.parametrize("file", ["organisations", "series"])
def test_a_change_of_name_is_explained(file: str) -> None:
    def explained(item: dict[str, Any]) -> bool:
        return bool(item.get("why")) or not any("until" in name for name in item.get("names", []))

    assert [item["id"] for item in FILES[file] if not explained(item)] == []


def test_demonyms_name_countries() -> None:
    for group in lexicon("demonyms").values():
        assert set(group.values()) <= COUNTRIES
        assert [word for word in group if not isinstance(word, str)] == []


def test_lists_of_people_are_sorted_and_without_repeats() -> None:
    lists = dict(lexicon("people"))
    lists |= lists.pop("honorifics")
    for group, words in lists.items():
        assert words == sorted(set(words), key=lambda word: (strip_marks(word).casefold(), word)), group


@pytest.mark.parametrize("group", ["vietnamese_syllables", "korean_syllables"])
def test_syllables_are_folded(group: str) -> None:
    assert [word for word in lexicon("people")[group] if word != fold(word)] == []


def test_on_and_no_are_words() -> None:
    assert "on" in lexicon("deeds")["no_object"]
    assert "no" in lexicon("layout")["labels"]
