"""JSON Schemas: what editors know is what the records say."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.model import COLLECTIONS, Collection
from generator.model.json_schema import schema_text, write_schemas
from tests.handbooks import tiny

KINDS = [pytest.param(collection, id=collection.kind) for collection in COLLECTIONS]
FORMS = ("schema", "type")


def validator(collection: Collection) -> Draft7Validator:
    return Draft7Validator(json.loads(schema_text(collection)))


def plain_data(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain_data(item) for key, item in value.items()}
    return [plain_data(item) for item in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("collection", KINDS)
def test_a_schema_is_one_of_draft_seven(collection: Collection) -> None:
    Draft7Validator.check_schema(json.loads(schema_text(collection)))
    assert "$defs" not in schema_text(collection)


@pytest.mark.parametrize("collection", KINDS)
def test_the_committed_schema_is_what_the_records_give(collection: Collection) -> None:
    path = tiny.ROOT / "schemas" / f"{collection.kind}.schema.json"
    assert path.is_file(), "run `handbook schema`"
    assert path.read_text(encoding="utf-8") == schema_text(collection), "run `handbook schema`"


def test_every_entry_of_the_tiny_handbook_passes_its_schema() -> None:
    for entry in tiny.content().entries():
        collection = next(c for c in COLLECTIONS if isinstance(entry.record, c.record))
        assert [e.message for e in validator(collection).iter_errors(plain_data(entry.source.data))] == []


STORY = next(c for c in COLLECTIONS if c.kind == "story")
MISTAKES: dict[str, dict[str, Any]] = {
    "unknown-key": {"sumary": "x"},
    "wrong-word": {"outcome": "terrible"},
    "number-for-text": {"title": 3},
    "text-for-list": {"themes": "a-bet"},
    "text-too-long": {"title": "x" * 301},
    "empty-list": {"notes": []},
    "note-by-its-python-name": {"notes": [{"part": "actions", "quote": "x", "kind": "risk", "says": "x"}]},
    "http": {"contributor": {"name": "x", "link": "http://a.b"}},
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistaken_story_is_refused_by_the_schema_too(name: str) -> None:
    data = yaml.safe_load((tiny.TINY / tiny.STORY).read_text(encoding="utf-8"))
    assert list(validator(STORY).iter_errors(data)) == []
    assert list(validator(STORY).iter_errors({**data, **MISTAKES[name]})) != []


def test_a_story_without_a_title_is_refused_by_the_schema_too() -> None:
    data = yaml.safe_load((tiny.TINY / tiny.STORY).read_text(encoding="utf-8"))
    del data["title"]
    assert [e.message for e in validator(STORY).iter_errors(data)] == ["'title' is a required property"]


def test_a_field_that_is_called_title_keeps_its_schema() -> None:
    assert json.loads(schema_text(STORY))["properties"]["title"]["type"] == "string"


def test_one_file_is_written_for_each_kind(tmp_path: Path) -> None:
    assert write_schemas(tmp_path / "a/b") == len(COLLECTIONS)
    assert {p.name for p in (tmp_path / "a/b").glob("*.json")} == {f"{c.kind}.schema.json" for c in COLLECTIONS}
