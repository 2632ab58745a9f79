"""JSON Schemas: what editors know is what the records say."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from generator.bulk.known import names_of
from generator.commands.cli import main
from generator.content.load import load
from generator.model import KINDS, Kind
from generator.model.described import descriptions
from generator.model.json_schema import IDS, field_tables, ids_text, records_in, schema_text, write_schemas
from generator.model.record import record_in
from generator.site.pipeline import check
from generator.text.issue import ContentError
from generator.text.source import parse_source, read_bytes
from tests.handbooks import tiny

EVERY = [pytest.param(kind, id=kind.id) for kind in KINDS]
FORMS = ("schema", "type")


@cache
def validator(kind: Kind, root: Path = tiny.TINY) -> Draft7Validator:
    """Give what an editor holds files of this kind against, in the handbook at `root`."""
    ids = json.loads(ids_text(names(root)))
    registry = Registry().with_resource(IDS, DRAFT7.create_resource(ids))
    return Draft7Validator(json.loads(schema_text(kind)), registry=registry)


@cache
def names(root: Path) -> Mapping[str, Mapping[str, str]]:
    return names_of(load(root))


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
    "empty-list": {"themes": []},
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
    assert write_schemas(tmp_path / "a/b", {}) == len(KINDS)
    assert {p.name for p in (tmp_path / "a/b").glob("*.json")} == {f"{c.id}.schema.json" for c in KINDS} | {IDS}


def test_the_committed_names_are_those_of_the_handbook() -> None:
    assert (tiny.ROOT / "schemas" / IDS).read_text(encoding="utf-8") == ids_text(names(tiny.ROOT)), (
        "run `handbook schema`"
    )
    assert (tiny.ROOT / "schemas/README.md").read_text(encoding="utf-8") == field_tables(), "run `handbook schema`"


# faults

FAULTS = yaml.safe_load((Path(__file__).parent / "faults.yaml").read_text(encoding="utf-8"))


def refused_by_its_schema(root: Path, file: str) -> bool:
    kind = next(one for one in KINDS if Path(file).match(one.files))
    data = parse_source(read_bytes(root / file, file, kilobytes=256), file).data
    return any(validator(kind).iter_errors(plain_data(data)))


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["fault"])
def test_a_fault_that_the_check_refuses_is_underlined_or_says_why_not(case: Mapping[str, str], root: Path) -> None:
    assert not refused_by_its_schema(root, case["in"])
    tiny.edit(root, case["in"], case["replace"], case["with"])
    with pytest.raises(ContentError) as caught:
        check(root)
    assert any(issue.file == case["in"] and issue.severity == "error" for issue in caught.value.issues)
    assert refused_by_its_schema(root, case["in"]) == ("cannot" not in case)


def test_most_faults_are_underlined() -> None:
    assert len(FAULTS) >= 28
    assert sum("cannot" not in case for case in FAULTS) * 100 >= 80 * len(FAULTS)


def test_names_of_what_is_not_finished_are_names(root: Path) -> None:
    tiny.edit(root, tiny.STORY, "title: The export nobody used", "title: TODO")
    tiny.edit(root, "content/questions/saying-no/pushed-back.yaml", "trap: Winning too easily.", "trap: TODO")
    found = names_of(load(root))
    assert "the-export-nobody-used" in found["story"]
    assert "pushed-back" in found["question"]
    (root / "content/questions/saying-no/pushed-back.yaml").write_text("ask: [", encoding="utf-8")
    assert "pushed-back" in names_of(load(root))["question"]
    (root / "content/questions/saying-no.yaml").write_text("questions: [", encoding="utf-8")
    assert names_of(load(root))["question"] == {}


# words

EVERY_RECORD = list(dict.fromkeys(record for kind in KINDS for record in records_in(kind.record, [])))
OF_ONE_TRADE = re.compile(r"engineer|software|developer|deploy|product manager|code review", re.IGNORECASE)


@pytest.mark.parametrize("record", EVERY_RECORD, ids=lambda record: record.__name__)
def test_every_field_says_what_it_is_for_with_an_example_in_the_words_of_any_role(record: Any) -> None:
    said = descriptions(record)
    assert [name for name in record.model_fields if name not in said or not said[name].says.endswith(".")] == []
    without = {name for name, field in record.model_fields.items() if not said[name].example}
    assert without == {name for name, field in record.model_fields.items() if record_in(field.annotation)}
    text = " ".join([record.__doc__, *(f"{one.says} {one.example}" for one in said.values())])
    assert OF_ONE_TRADE.findall(text) == []


@pytest.mark.parametrize("record", EVERY_RECORD, ids=lambda record: record.__name__)
def test_every_example_is_a_value_that_the_field_may_hold(record: Any) -> None:
    shapes = record.model_json_schema(by_alias=True)["properties"]
    for name, field in record.model_fields.items():
        if example := descriptions(record)[name].example:
            shape = shapes[field.alias or name]
            whole = next((one for one in shape.get("anyOf", ()) if one["type"] != "null"), shape)
            value = example if "string" in str(whole) and not example.startswith('"') else yaml.safe_load(example)
            given = [value] * max(1, whole.get("minItems", 1)) if whole["type"] == "array" else value
            assert [error.message for error in Draft7Validator(whole).iter_errors(given)] == []


def test_a_schema_says_of_each_field_what_the_table_says() -> None:
    says = json.loads(schema_text(STORY))["properties"]["outcome"]["description"]
    assert says.removesuffix(" Such as: mixed") in field_tables()


def test_the_command_writes_the_names_of_the_handbook_it_runs_in(root: Path) -> None:
    assert main(["schema", "--root", str(root)]) == 0
    ids = json.loads((root / "schemas" / IDS).read_text(encoding="utf-8"))["definitions"]
    assert ids["theme"]["enum"] == ["a-bet", "a-refusal"]
    assert ids["level"]["enum"] == [one.id for one in tiny.content().words.levels]
