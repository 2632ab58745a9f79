"""JSON Schemas (draft-07, which editors know) of every kind of entry, from the records themselves."""

import json
from pathlib import Path
from typing import Any

from generator.model import COLLECTIONS, Collection

DRAFT = "http://json-schema.org/draft-07/schema#"


def write_schemas(folder: Path) -> int:
    """Write one schema file per kind of entry into the folder and give their number."""
    folder.mkdir(parents=True, exist_ok=True)
    for collection in COLLECTIONS:
        (folder / f"{collection.kind}.schema.json").write_text(schema_text(collection), encoding="utf-8")
    return len(COLLECTIONS)


def schema_text(collection: Collection) -> str:
    """Give the schema of one kind of entry as JSON."""
    schema = collection.record.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    schema["definitions"] = schema.pop("$defs", {})
    whole = {"$schema": DRAFT, **_tidy(schema)}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _tidy(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Drop pydantic's generated titles, which editors would show above what the field says."""
    if isinstance(value, dict):
        return {k: _tidy(v) for k, v in value.items() if not (k == "title" and isinstance(v, str))}
    return [_tidy(item) for item in value] if isinstance(value, list) else value
