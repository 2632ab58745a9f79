"""What pydantic found, in words for people: one issue for each problem, at its line and column."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model import DATE, SLUG, Record
from generator.model.record import record_in
from generator.text.issue import Issue, did_you_mean, shown
from generator.text.source import Source

MUST_BE = {
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "model_type": "must be a mapping of its fields",
    "string_too_long": "must be at most {max_length} characters",
    "too_long": "must hold at most {max_length} items",
    "too_short": "must hold at least {min_length} items",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
}
HINTS = {
    "string_type": "; put it in quotes",
    "tuple_type": '; begin each item on a line of its own with "- "',
}


def issues_of(problems: Iterable[Any], source: Source, record: type[Record]) -> Iterator[Issue]:
    """Give one issue for each problem that pydantic found (`ValidationError.errors()`), at its place in the file."""
    for problem in problems:
        path = problem["loc"]
        kind = str(problem["type"])
        if kind == "too_short" and len(problem["input"]) >= problem["ctx"]["min_length"]:
            continue  # its items have problems of their own, which are said at their places
        if kind == "extra_forbidden":
            line, column = source.key_place(path)
            known = field_names(record, path[:-1])
            near = did_you_mean(str(path[-1]), known) or f"; the fields here are {', '.join(known)}"
            if path == ("id",):
                near = "; the name of the file is its id: leave the line out"
            if problem["input"] is None and source.text[source.node(path).start :][:1] in {",", "}"}:
                near = "; a comma inside { } ends the text before it: put that text in quotes"
            message = f'every key must be a field of the model, found "{shown(str(path[-1]))}"{near}'
            yield Issue(file=source.file, line=line, column=column, message=message, code="unknown-key")
        elif kind == "missing":
            line, column = source.place(path[:-1])
            message = f'"{path[-1]}" must be given{_inside(path[:-1])}, found nothing; add it'
            yield Issue(file=source.file, line=line, column=column, message=message, code="missing-key")
        else:
            line, column = source.place(path)
            message = _value_message(kind, problem, path)
            yield Issue(file=source.file, line=line, column=column, message=message, code=_code(kind))


def _value_message(kind: str, problem: Any, path: tuple[int | str, ...]) -> str:  # noqa: ANN401 - pydantic's dict
    given = problem["input"]
    name, found, context = name_of(path), found_words(given), problem.get("ctx", {})
    if given is None:
        return f"{name} must hold a value, found nothing; write it, or leave the key out if it is optional"
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", str(context["expected"]))
        return f"{name} must be one of {', '.join(words)}, found {found}{did_you_mean(str(given), words)}"
    if kind == "int_type" and isinstance(given, str) and given.isdigit():
        return f"{name} must be a whole number, found {found}; write it without quotes or leading zeros"
    if kind in MUST_BE:
        must = MUST_BE[kind].format(**context).replace(" 1 items", " one item")
        return f"{name} {must}, found {_size(kind, given) or found}{HINTS.get(kind, '')}"
    if kind == "string_pattern_mismatch":
        return f"{name} must be {_pattern_words(str(context['pattern']))}, found {found}"
    said = context["error"] if kind == "value_error" else f"{problem['msg'][:1].lower()}{problem['msg'][1:]}"
    return f"{name} {said}, found {found}"


def _size(kind: str, given: Any) -> str:  # noqa: ANN401 - whatever was given
    return str(len(given)) if kind in {"string_too_long", "too_long", "too_short"} else ""


def _code(kind: str) -> str:
    if kind.endswith("_type"):
        return "type"
    if kind in {"string_too_long", "too_long", "too_short", "greater_than_equal", "less_than_equal"}:
        return "size"
    return "value"


def _pattern_words(pattern: str) -> str:
    if pattern == SLUG:
        return "lower-case letters, digits and single hyphens"
    if pattern.startswith("^https"):
        return "a web address that begins with https://"
    if pattern == DATE:
        return "a day such as 2026-03-14"
    if "{4}" in pattern:
        return "a date such as 2026, 2026-03 or 2026-03-14"
    return "a name that begins with a capital letter"


def name_of(path: tuple[int | str, ...]) -> str:
    """Give the field at the path as a reader would call it."""
    words = [f"item {step + 1}" if isinstance(step, int) else f'"{step}"' for step in path[-2:]]
    if not words:
        return "the file"
    if isinstance(path[-1], int):
        return f"{words[-1]} of {words[0]}" if len(words) > 1 else words[-1]
    return words[-1]


def _inside(path: tuple[int | str, ...]) -> str:
    return f" in {name_of(path)}" if path else ""


def found_words(value: object) -> str:
    """Give what was found, so that a reader recognises it: a text in quotes, the size of a list."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f'"{str(value).lower()}"'
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, tuple):
        return f"a list of {len(value)} item{'s' * (len(value) != 1)}"
    if isinstance(value, dict):
        return f'a mapping ("{shown(next(iter(value), ""))}: ...")'
    return f'"{shown(str(value))}"'


def field_names(record: type[BaseModel], path: Iterable[int | str]) -> list[str]:
    """Give the names (as written in YAML) of the fields of the record found at the path inside another."""
    here: Any = record
    for step in path:
        if isinstance(step, str):
            here = record_in(_field(here, step).annotation) or here
    return [field.alias or name for name, field in here.model_fields.items()]


def _field(record: Any, name: str) -> FieldInfo:  # noqa: ANN401 - a record class
    fields: Mapping[str, FieldInfo] = record.model_fields
    return next((f for n, f in fields.items() if name in {n, f.alias}), FieldInfo(annotation=record))
