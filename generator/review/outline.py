"""A record as lines of plain text: every field by name, as typed, for eyes that compare."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from pydantic import BaseModel

WIDTH = 100


def lines_of(record: Any) -> Iterator[str]:  # noqa: ANN401 - a record, or a text
    """Give a line for each field of the record, longer texts wrapped below their name; a text as its own lines."""
    if isinstance(record, BaseModel):
        yield from _fields(record, "")
    else:
        yield from str(record).split("\n")


def _fields(record: BaseModel, indent: str) -> Iterator[str]:
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if value not in (None, ()):
            yield from _field(info.alias or name, value, indent)


def _field(name: str, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, BaseModel):
        yield f"{indent}{name}:"
        yield from _fields(value, f"{indent}  ")
    elif isinstance(value, tuple) and isinstance(value[0], BaseModel):
        for at, item in enumerate(value, 1):
            yield from _field(f"{name} {at}", item, indent)
    elif isinstance(value, tuple):
        yield f"{indent}{name}:"
        for item in value:
            yield from _wrapped(str(item), f"{indent}  - ", f"{indent}    ")
    elif "\n" in str(value) or len(str(value)) > WIDTH:
        yield f"{indent}{name}:"
        for line in str(value).split("\n"):
            yield from _wrapped(line, f"{indent}  ", f"{indent}  ")
    else:
        yield f"{indent}{name}: {value}"


def _wrapped(text: str, first: str, rest: str) -> Iterator[str]:
    yield from wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest) or [""]
