"""The knowledge document is what the contract and its JSON Schema say, on real articles."""

import json
from dataclasses import fields, replace

import jsonschema
import pytest

from tests.conftest import ROOT
from vnitcoop.check import check_knowledge
from vnitcoop.pipeline import gather
from vnitcoop.types import Knowledge
from vnitcoop.write.export import document, json_schema, to_json

SEEDS = {"seeds": ROOT / "seeds", "reference": ROOT / "tests" / "reference" / "gold" / "dev"}
KEYS = {
    "articles": "id file title title_is_derived language published outlet byline url near_duplicate_of blocks text "
    "claims",
    "events": "id name aliases series edition date places organisers hosts supporters participants mentions claims",
    "series": "id name aliases events claims",
    "organisations": "id name aliases acronym kind country mentions claims",
    "people": "id name aliases roles mentions claims",
    "places": "id name aliases kind country latitude longitude mentions claims",
    "figures": "id value high unit qualifier measure subject as_of forecast speaker event mentions claims",
    "agreements": "id kind parties date event count mentions claims",
    "dates": "id date what subjects mentions claims",
}


@pytest.fixture(scope="module", params=SEEDS)
def knowledge(request):
    knowledge, problems = gather(SEEDS[request.param], ROOT / "registry", None)
    assert problems == []
    return knowledge


def test_the_document_fits_its_schema(knowledge):
    validator = jsonschema.Draft202012Validator(json_schema())
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document(knowledge))] == []


def test_the_schema_is_one_and_refuses_what_is_wrong(knowledge):
    jsonschema.Draft202012Validator.check_schema(json_schema())
    for wrong in ({"schema": "other/1"}, {"events": [{"id": "X Y"}]}, {"figures": [{}]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(document(knowledge) | wrong, json_schema())


@pytest.mark.parametrize("kind", KEYS)
def test_keys_stand_in_the_order_of_the_contract(knowledge, kind):
    for record in document(knowledge)[kind]:
        wanted = KEYS[kind].split()
        assert [key for key in record if key in wanted] == wanted


def test_the_document_lists_the_kinds_in_order(knowledge):
    assert list(document(knowledge)) == ["schema", *(field.name for field in fields(Knowledge))]


def test_it_keeps_its_promises(knowledge):
    assert check_knowledge(knowledge) == []


def test_it_is_utf_8_as_written(knowledge):
    data = to_json(knowledge)
    assert json.loads(data) == document(knowledge)
    assert "\\u1ed" not in data.decode()
    assert data == to_json(replace(knowledge))
