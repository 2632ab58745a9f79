"""JSON Schemas: what editors know is what the records say."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.model import KINDS, Kind
from generator.model.json_schema import schema_text, write_schemas
from tests.handbooks import tiny

EVERY = [pytest.param(kind, id=kind.id) for kind in KINDS]
FORMS = ("schema", "type")


def validator(kind: Kind) -> Draft7Validator:
    return Draft7Validator(json.loads(schema_text(kind)))


def plain_data(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain_data(item) for key, item in value.items()}
    return [plain_data(item) for item in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("kind", EVERY)
def test_a_schema_is_one_of_draft_seven(kind: Kind) -> None:
    Draft7Validator.check_schema(json.loads(schema_text(kind)))
    assert "$defs" not in schema_text(kind)


@pytest.mark.parametrize("kind", EVERY)
def test_the_committed_schema_is_what_the_records_give(kind: Kind) -> None:
    path = tiny.ROOT / "schemas" / f"{kind.id}.schema.json"
    assert path.is_file(), "run `handbook schema`"
    assert path.read_text(encoding="utf-8") == schema_text(kind), "run `handbook schema`"


def test_every_entry_of_the_tiny_handbook_passes_its_schema() -> None:
    for entry in tiny.content().every():
        kind = next(c for c in KINDS if isinstance(entry.record, c.record))
        assert [e.message for e in validator(kind).iter_errors(plain_data(entry.source.data))] == []


STORY = next(c for c in KINDS if c.id == "story")
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
    assert write_schemas(tmp_path / "a/b") == len(KINDS)
    assert {p.name for p in (tmp_path / "a/b").glob("*.json")} == {f"{c.id}.schema.json" for c in KINDS}
