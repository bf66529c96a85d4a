"""The registry: what it reads, and every fault it must name."""

from __future__ import annotations

from pathlib import Path

import pytest
from make import CASES, Story

from vnitcoop.errors import RegistryError
from vnitcoop.know import know, load_registry
from vnitcoop.know.known import Known
from vnitcoop.know.yaml_items import _compact_items, _parsed_items
from vnitcoop.types import Kind

ORGANISATIONS = """
- id: vinasa
  name: Vietnam Software and IT Services Association
  acronym: VINASA
  kind: association
  country: VN
  names:
    - {name: Hiệp hội Phần mềm và Dịch vụ CNTT Việt Nam, language: vi}
    - {name: Vietnam Software Association, language: en, until: 2014}
  source: https://vinasa.org.vn
- {id: norwegian-bank, name: Norwegian Bank, kind: bank, country: NO}
"""


def _registry(folder: Path, **files: str):
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return load_registry(folder)


def _faults() -> list[tuple[str, str, int, str]]:
    out, file, lines = [], "", []
    for line in (CASES / "registry_faults.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            file, lines = line[3:], []
        elif line.startswith("=> "):
            number, _, words = line[3:].partition(": ")
            out.append((file, "\n".join(lines) + "\n", int(number), words))
        elif file:
            lines.append(line)
    return out


@pytest.mark.parametrize("file, text, line, words", _faults())
def test_fault(tmp_path: Path, file: str, text: str, line: int, words: str) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(RegistryError) as caught:
        load_registry(tmp_path)
    said = [p for p in caught.value.problems if words in p.message]
    assert said, [(p.line, p.message) for p in caught.value.problems]
    assert [p.line for p in said] == [line]
    assert all(p.file.endswith(file) and p.remedy for p in said)


def test_all_faults_of_all_files_at_once(tmp_path: Path) -> None:
    (tmp_path / "series.yml").write_text("- {id: s, name: S, colour: red}\n- {id: t}\n", encoding="utf-8")
    (tmp_path / "people.yml").write_bytes(b"\xff\xfe")
    with pytest.raises(RegistryError) as caught:
        load_registry(tmp_path)
    assert [(Path(p.file).name, p.line) for p in caught.value.problems] == [
        ("people.yml", 1),
        ("series.yml", 1),
        ("series.yml", 2),
    ]


def test_a_chain_of_same_across_a_distinct(tmp_path: Path) -> None:
    (tmp_path / "same.yml").write_text("- {records: [a, b], why: x}\n- {records: [b, c], why: y}\n", encoding="utf-8")
    (tmp_path / "distinct.yml").write_text("- {records: [c, a], why: z}\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"a and c are distinct here but one by same\.yml"):
        load_registry(tmp_path)


def test_scalars_are_text(tmp_path: Path) -> None:
    registry = _registry(tmp_path, organisations=ORGANISATIONS)
    entry = next(e for e in registry.entries if e.id == "norwegian-bank")
    assert (entry.country, entry.place) == ("NO", "registry/organisations.yml#norwegian-bank")


def test_the_digest_follows_every_byte(tmp_path: Path) -> None:
    alone = load_registry(None).digest
    with_file = _registry(tmp_path, organisations=ORGANISATIONS).digest
    changed = _registry(tmp_path, organisations=ORGANISATIONS + "# more\n").digest
    assert len({alone, with_file, changed}) == 3
    (tmp_path / "organisations.yml").unlink()
    assert load_registry(tmp_path).digest == alone


def test_a_registry_place_extends_the_gazetteer(tmp_path: Path) -> None:
    registry = _registry(tmp_path, places="- {id: hanoi, name: Thang Long, kind: city, country: VN}\n")
    (entry,) = [e for e in registry.entries if e.id == "hanoi"]
    assert entry.names[0].name == "Thang Long" and entry.latitude is not None
    assert "Hanoi" in {n.name for n in entry.names}


def test_both_shapes_of_names(tmp_path: Path) -> None:
    text = "- {id: one, name: One, kind: city, vi: [Một], names: [{name: Un, language: fr}, Uno]}\n"
    (entry,) = [e for e in _registry(tmp_path, places=text).entries if e.id == "one"]
    assert [(n.name, n.language) for n in entry.names] == [("One", ""), ("Một", "vi"), ("Un", "fr"), ("Uno", "")]


@pytest.mark.parametrize(
    "line",
    [
        "- {id: hanoi, at: [21.03, -105.85], en: [Hanoi, Ha Noi], vi: [Hà Nội]}",
        "- {id: x, en: [Xi'an, China's Hong Kong], names: [], note: a b - c}",
        '- {id: x, en: ["Bonaire, Saba"], country: "NO"}',
        "- {id: x, en: [District 1 (HCMC), St. John], source: a/b?c=d}",
    ],
)
def test_compact_lines_read_as_yaml_does(line: str) -> None:
    def plain(node):
        if isinstance(node.value, dict):
            return {k: plain(v) for k, v in node.value.items()}
        return [plain(v) for v in node.value] if isinstance(node.value, list) else node.value

    compact = _compact_items(line + "\n")
    assert compact is not None
    parsed, faults = _parsed_items(line + "\n", "f")
    assert not faults and [plain(n) for n in compact] == [plain(n) for n in parsed]


def test_the_project_s_registry_loads_and_every_name_leads_to_one_body() -> None:
    known = Known(load_registry(Path(__file__).parents[2] / "registry"))
    shared = []
    for entry in known.registry.entries:
        for name in entry.names if entry.kind in (Kind.ORGANISATION, Kind.SERIES) else ():
            meant = [e.id for e in known.named(entry.kind, name.name) if e.country in (entry.country, None)]
            shared += [(name.name, meant)] if meant != [entry.id] and len(name.name.split()) > 1 else []
    assert shared == []


def test_bodies_of_one_acronym_are_told_apart_by_their_country_or_kind() -> None:
    known = Known(load_registry(Path(__file__).parents[2] / "registry"))
    bearers: dict[str, list] = {}
    for entry in known.registry.entries:
        if entry.acronym:
            bearers.setdefault(entry.acronym, []).append((entry.country, entry.type))
    assert [a for a, told in bearers.items() if len(set(told)) < len(told)] == []


def test_registry_names_join_and_are_shown_as_curated(tmp_path: Path) -> None:
    registry = _registry(tmp_path, organisations=ORGANISATIONS)
    first, second, third = Story("a1"), Story("a2", "vi"), Story("a3")
    first.body("Vietnam Software Association")
    second.body("Hiệp hội Phần mềm và Dịch vụ Công nghệ thông tin Việt Nam")
    third.body("VINASA")
    (body,) = know([s.reading() for s in (first, second, third)], registry).organisations
    assert (body.id, body.kind, body.acronym, body.country) == ("vinasa", "association", "VINASA", "VN")
    curated = {c.source for c in body.claims if c.basis == "curated"}
    assert curated == {"registry/organisations.yml#vinasa"}


def test_corrections_win_and_the_old_claim_stays(tmp_path: Path) -> None:
    corrections = "- {record: some-summit-2014, field: date, value: 2014-10-30, why: misprint}\n"
    registry = _registry(tmp_path, corrections=corrections)
    story = Story("a1")
    story.tell(Kind.EVENT, name="Some Summit 2014", date="2014-10-29")
    (event,) = know([story.reading()], registry).events
    assert event.date == "2014-10-30"
    assert {c.value for c in event.claims if c.field == "date"} == {"2014-10-29", "2014-10-30"}


def test_same_and_distinct_are_kept(tmp_path: Path) -> None:
    stories = [Story("a1"), Story("a2"), Story("a3")]
    for story, name in zip(stories, ("Alpha Digital Club", "Beta Digital Board", "Alpha Digital Clubs"), strict=True):
        story.body(name)
    readings = [s.reading() for s in stories]
    assert len(know(readings, load_registry(None)).organisations) == 2
    same = "- {records: [alpha-digital-club, beta-digital-board], why: one board}\n"
    distinct = "- {records: [alpha-digital-club, alpha-digital-clubs], why: two clubs}\n"
    judged = know(readings, _registry(tmp_path, same=same, distinct=distinct))
    assert sorted(sorted({m.article for m in o.mentions}) for o in judged.organisations) == [["a1", "a2"], ["a3"]]
    assert not judged.possibly_same


def test_one_entry_is_one_body_though_the_initials_of_a_translation_are_its_acronym_in_disorder(tmp_path: Path) -> None:
    known = """
- id: ais-vietnam
  name: Authority of Information Security
  acronym: AIS
  kind: government
  country: VN
  names: [{name: Autorité de la sécurité de l'information, language: fr}]
"""
    first, second = Story("a1"), Story("a2", "fr")
    first.body("Authority of Information Security [AIS]")
    second.body("Autorité de la sécurité de l'information")
    registry = _registry(tmp_path, organisations=known)
    (body,) = know([first.reading(), second.reading()], registry).organisations
    assert body.id == "ais-vietnam" and {m.article for m in body.mentions} == {"a1", "a2"}


def test_of_two_bodies_that_a_maintainer_keeps_apart_one_has_the_entry(tmp_path: Path) -> None:
    apart = "- {records: [vietnam-software-association, viet-nam-software-association], why: two bodies}\n"
    registry = _registry(tmp_path, organisations=ORGANISATIONS, distinct=apart)
    stories = [Story("a1"), Story("a2"), Story("a3")]
    names = ("Vietnam Software Association", "Vietnam Software Association", "Viet Nam Software Association")
    for story, name in zip(stories, names, strict=True):
        story.body(name)
    bodies = know([s.reading() for s in stories], registry).organisations
    assert {b.id: sorted({m.article for m in b.mentions}) for b in bodies} == {
        "vinasa": ["a1", "a2"],
        "viet-nam-software-association": ["a3"],
    }


@pytest.mark.parametrize("told, found", [("of a neighbour", "ministry-of-post"), ("of Cambodia", "mpt-abroad")])
def test_a_ministry_of_another_state_is_meant_only_where_the_article_names_the_state(
    told: str, found: str, tmp_path: Path
) -> None:
    (tmp_path / "organisations.yml").write_text(
        "- {id: mpt-abroad, name: Ministry of Post, kind: government, country: KH, source: 'https://example.org'}\n"
    )
    story = Story("a1", text=f"It was the post {told}. ")
    story.body("Ministry of Post", entry="mpt-abroad")
    assert [o.id for o in know([story.reading()], load_registry(tmp_path)).organisations] == [found]


def test_of_several_firms_with_one_acronym_none_is_taken_for_granted(tmp_path: Path) -> None:
    (tmp_path / "organisations.yml").write_text(
        "- {id: one, name: One Soft, acronym: QRS, kind: company, country: VN, source: 'https://example.org'}\n"
        "- {id: two, name: Two Soft, acronym: QRS, kind: company, country: SG, source: 'https://example.org'}\n"
    )
    stories = [Story(article) for article in ("a1", "a2")]
    for story in stories:
        story.body("QRS", acronym="QRS")
    assert [o.id for o in know([s.reading() for s in stories], load_registry(tmp_path)).organisations] == ["qrs"]
