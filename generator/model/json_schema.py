"""JSON Schemas (draft-07, which editors know) of every kind of entry, from the records themselves."""

import json
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model import KINDS, Kind, Record, Ref, Words
from generator.text.own_path import write_file

PLAIN_TYPES = {int: "whole number", str: "short word or address", bool: "`true` or `false`"}
DRAFT = "http://json-schema.org/draft-07/schema#"


def write_schemas(folder: Path) -> int:
    """Write one schema file per kind of entry into the folder and give their number."""
    for kind in KINDS:
        write_file(folder / f"{kind.id}.schema.json", schema_text(kind).encode())
    write_file(folder / "README.md", field_tables().encode())
    return len(KINDS)


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
        where = kind.where if kind.single else f"{kind.where}/*.yaml"
        lines += ["", f"## {kind.id}: `{where}`", "", f"At most {kind.kilobytes} kB."]
        for record in _records(kind.record, []):
            if record is not kind.record:
                lines += ["", f"### {record.__name__}: {_first_line(record)}"]
            lines += ["", "| field | holds | needed |", "| --- | --- | --- |"]
            for name, field in record.model_fields.items():
                needed = "yes" if field.is_required() else "no"
                lines.append(f"| `{field.alias or name}` | {_holds(field)} | {needed} |")
    return "\n".join(lines) + "\n"


def _records(record: type[Record], seen: list[type[Record]]) -> list[type[Record]]:
    if record not in seen:
        seen.append(record)
        for field in record.model_fields.values():
            for inner in _parts(field.annotation):
                if isinstance(inner, type) and issubclass(inner, Record):
                    _records(inner, seen)
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
    whole = {"$schema": DRAFT, **_tidy(schema)}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _tidy(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Drop pydantic's generated titles, which editors would show above what the field says."""
    if isinstance(value, dict):
        return {k: _tidy(v) for k, v in value.items() if not (k == "title" and isinstance(v, str))}
    return [_tidy(item) for item in value] if isinstance(value, list) else value
