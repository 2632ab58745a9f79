"""JSON Schemas (draft-07, which editors know) of every kind of entry, from the records themselves.

The slugs and ids that exist stand in one file beside them, which is written anew as the handbook grows.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model import KINDS, Kind, Record, Ref, Words
from generator.model.described import descriptions
from generator.text.own_path import write_file

PLAIN_TYPES = {int: "whole number", str: "short word or address", bool: "`true` or `false`"}
DRAFT = "http://json-schema.org/draft-07/schema#"
EDITOR = ".vscode"
SCHEMAS = "schemas"
IDS = "ids.schema.json"
Names = Mapping[str, Mapping[str, str]]  # for each kind that can be named, the title of each slug
BOUNDS = {
    "maxLength": "at most {} characters",
    "minimum": "from {}",
    "maximum": "to {}",
    "minItems": "at least {}",
    "maxItems": "at most {} of them",
}


def write_schemas(folder: Path, names: Names) -> int:
    """Write one schema file per kind of entry into the folder, and one of the names; give the number of kinds."""
    for kind in KINDS:
        write_file(folder / f"{kind.id}.schema.json", schema_text(kind).encode())
    write_file(folder / IDS, ids_text(names).encode())
    write_file(folder / "README.md", field_tables().encode())
    return len(KINDS)


def write_editor_settings(folder: Path) -> int:
    """Write what an editor reads of a project into the folder .vscode of it, and give the number of files."""
    files = {
        "settings.json": {"yaml.schemas": editor_settings(), "yaml.schemaStore.enable": False},
        "extensions.json": {"recommendations": ["redhat.vscode-yaml"]},
    }
    (folder / EDITOR).mkdir(parents=True, exist_ok=True)
    for name, holds in files.items():
        (folder / EDITOR / name).write_text(_written(holds), encoding="utf-8")
    return len(files)


def editor_settings() -> dict[str, str]:
    """Give for each schema the files that it is for, as the settings of an editor name them (`yaml.schemas`)."""
    return {f"./schemas/{kind.id}.schema.json": kind.files for kind in KINDS}


def field_tables() -> str:
    """Give the fields of every kind of entry as Markdown tables, for contributors."""
    lines = [
        "# The fields of every entry",
        "",
        "Written by `handbook schema` from the records in `generator/model/`; edit those, not this file. A *text* is",
        "one plain line, shown as typed. A *prose* holds paragraphs and lists with emphasis, `code` and links; a blank",
        "line begins a paragraph.",
    ]
    for kind in KINDS:
        lines += ["", f"## {kind.id}: `{kind.files}`", "", f"{_first_line(kind.record)}. At most {kind.kilobytes} kB."]
        for record in records_in(kind.record, []):
            if record is not kind.record:
                lines += ["", f"### {record.__name__}: {_first_line(record)}"]
            lines += ["", "| field | what it is for | holds | bounds | needed | such as |", "| --- " * 6 + "|"]
            lines += _rows(record)
    return "\n".join(lines) + "\n"


def _rows(record: type[Record]) -> Iterator[str]:
    said = descriptions(record)
    shapes = record.model_json_schema(by_alias=True)["properties"]
    for name, field in record.model_fields.items():
        written, needed = field.alias or name, "yes" if field.is_required() else "no"
        example = f"`{said[name].example}`" if said[name].example else ""
        cells = (f"`{written}`", said[name].says, _holds(field), _bounds(shapes[written]), needed, example)
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _bounds(shape: Mapping[str, Any]) -> str:
    """Give the bounds of a field in words: of a list how many, and of each of them how long."""
    whole = next((one for one in shape.get("anyOf", ()) if one.get("type") != "null"), shape)
    found = [said.format(f"{whole[key]:,}") for key, said in BOUNDS.items() if whole.get(key)]
    each = _bounds(whole["items"]) if isinstance(whole.get("items"), dict) else ""
    return ", ".join([*found, *([f"each {each}"] if each else [])]).replace(", to ", " to ")


def records_in(record: type[Record], seen: list[type[Record]]) -> list[type[Record]]:
    """Give the record and every record that its fields hold, each once, behind those `seen`."""
    if record not in seen:
        seen.append(record)
        for field in record.model_fields.values():
            for inner in _parts(field.annotation):
                if isinstance(inner, type) and issubclass(inner, Record):
                    records_in(inner, seen)
    return seen


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - a type expression
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _holds(field: FieldInfo) -> str:
    parts = list(_parts(Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation))
    if by_name := next((get_args(part) for part in parts if get_origin(part) is dict), None):
        return f"{by_name[1].__name__} by name"
    many = "list of " if any(get_origin(part) is tuple for part in parts) else ""
    for part in parts:
        if isinstance(part, Ref):
            return f"{many}{part.kind.replace('_', ' ')}, by its slug or id"
        if isinstance(part, Words):
            return f"{many}{part.form}"
        if get_origin(part) is Literal:
            return many + ", ".join(f"`{word}`" for word in get_args(part))
    named = next((p for p in parts if isinstance(p, type) and p not in {tuple, NoneType}), str)
    return many + PLAIN_TYPES.get(named, named.__name__)


def _first_line(record: type[Record]) -> str:
    return (record.__doc__ or "").split("\n", 1)[0].rstrip(".")


def schema_text(kind: Kind[Any]) -> str:
    """Give the schema of one kind of entry as JSON."""
    schema = kind.record.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    schema["definitions"] = schema.pop("$defs", {})
    for record in records_in(kind.record, []):
        shape = schema if record is kind.record else schema["definitions"][record.__name__]
        _describe(record, shape["properties"])
    return _written({"$schema": DRAFT, **_tidy(schema)})


def _describe(record: type[Record], properties: dict[str, Any]) -> None:
    said = descriptions(record)
    for name, field in record.model_fields.items():
        written, one = field.alias or name, said[name]
        shape = properties[written]
        if "$ref" in shape:  # beside which draft-07 reads nothing
            shape = {"allOf": [{"$ref": shape.pop("$ref")}], **shape}
        words = f"{one.says} Such as: {one.example}" if one.example else one.says
        properties[written] = {"description": words, **shape}


def ids_text(names: Names) -> str:
    """Give the schema of what each kind that can be named is called in this handbook; anything, where it has none."""
    kinds = {part.kind for kind in KINDS for record in records_in(kind.record, []) for part in _marks(record)}
    shapes = {kind: {"type": "string", **_one_of(names.get(kind, {}))} for kind in sorted(kinds)}
    return _written({"$schema": DRAFT, "definitions": shapes})


def _one_of(titles: Mapping[str, str]) -> dict[str, Any]:
    if not titles:
        return {}
    return {"enum": list(titles), "enumDescriptions": list(titles.values())}


def _marks(record: type[Record]) -> Iterator[Ref]:
    for field in record.model_fields.values():
        yield from (part for part in (*field.metadata, *_parts(field.annotation)) if isinstance(part, Ref))
        for part in _parts(field.annotation):
            yield from (mark for mark in getattr(part, "__metadata__", ()) if isinstance(mark, Ref))


def _tidy(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Drop pydantic's titles, which editors would show above what the field says; refer to names that exist."""
    if isinstance(value, dict):
        if "x-ref" in value:
            rest = {key: one for key, one in value.items() if key not in {"x-ref", "type", "title"}}
            named = {"$ref": f"{IDS}#/definitions/{value['x-ref']}"}
            return {**rest, "allOf": [named]} if rest else named
        return {k: _tidy(v) for k, v in value.items() if not (k == "title" and isinstance(v, str))}
    return [_tidy(item) for item in value] if isinstance(value, list) else value


def _written(value: Any) -> str:  # noqa: ANN401 - any JSON value
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"
