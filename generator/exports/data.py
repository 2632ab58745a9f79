"""All content as JSON under a versioned schema, for other tools.

The version changes its first figure where a reader of the older one would break, and its second where fields are added.
"""

import json
from collections.abc import Iterator
from typing import Any

from generator.content.content import Content
from generator.exports.edition import Edition
from generator.exports.export import File
from generator.model import ENTRY_KINDS, GLOSSARY, HANDBOOK
from generator.text.language import _

VERSION = "1.0"
DRAFT = "http://json-schema.org/draft-07/schema#"


def files(edition: Edition) -> Iterator[File]:
    """Give the content and its schema."""
    yield File(
        name="handbook.json",
        group="data",
        title=_("All content as JSON"),
        make=lambda: content_json(edition.content).encode(),
    )
    yield File(
        name="handbook.schema.json",
        group="data",
        title=_("The schema of that JSON"),
        make=lambda: content_schema().encode(),
    )


def content_json(content: Content) -> str:
    """Give every entry as JSON: for each collection its records by slug, written as in the YAML."""
    whole: dict[str, Any] = {
        "version": VERSION,
        "handbook": _record(content.handbook.record),
        "glossary": _record(content.glossary.record) if content.glossary else None,
    }
    for kind in ENTRY_KINDS:
        entries = content.of(kind)
        whole[kind.folder] = {slug: _record(entries[slug].record) for slug in sorted(entries)}
    whole["pages"] = {
        slug: {"title": essay.title, "markdown": essay.body} for slug, essay in sorted(content.essays.items())
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def content_schema() -> str:
    """Give the JSON Schema (draft-07) of `content_json`."""
    definitions: dict[str, Any] = {}
    properties: dict[str, Any] = {"version": {"const": VERSION}}
    for kind in (HANDBOOK, GLOSSARY, *ENTRY_KINDS):
        schema = kind.record.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
        definitions |= schema.pop("$defs", {}) | {kind.record.__name__: schema}
        reference = {"$ref": f"#/definitions/{kind.record.__name__}"}
        slugs = {"type": "object", "additionalProperties": reference}
        properties[kind.folder] = reference if kind.single else slugs
    properties["glossary"] = {"anyOf": [properties["glossary"], {"type": "null"}]}
    page = {"type": "object", "required": ["title", "markdown"], "additionalProperties": {"type": "string"}}
    properties["pages"] = {"type": "object", "additionalProperties": page}
    whole = {
        "$schema": DRAFT,
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
        "definitions": definitions,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _record(record: Any) -> Any:  # noqa: ANN401 - a record
    return record.model_dump(by_alias=True, mode="json", exclude_defaults=True)
