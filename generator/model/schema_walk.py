"""What the fields of a record hold: every reference and every text of it, with the path to each."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from generator.model import Ref, Words
from generator.model.record import record_in
from generator.text.source import Path_

FieldKind = Ref | Words


def walk_fields(record: BaseModel, path: Path_ = ()) -> Iterator[tuple[Path_, FieldKind, str]]:
    """Give path, mark and value of every field of the record (and the records in it) that is a reference or a text."""
    found: list[tuple[Path_, FieldKind, str]] = []
    _walk(record, path, found)
    return iter(found)


def _walk(record: BaseModel, path: Path_, found: list[tuple[Path_, FieldKind, str]]) -> None:
    for name, written, many, mark in shape(type(record)):
        value = getattr(record, name)
        if value is None:
            continue
        here = (*path, written)
        if mark is None:
            if many:
                for at, item in enumerate(value):
                    _walk(item, (*here, at), found)
            else:
                _walk(value, here, found)
        elif many:
            found += [((*here, at), mark, item) for at, item in enumerate(value)]
        else:
            found.append((here, mark, value))


def walk_data_fields(record: type[BaseModel], data: Any, path: Path_ = ()) -> Iterator[tuple[Path_, FieldKind, str]]:  # noqa: ANN401
    """Give the same of data that is not (or not yet) a valid record, as far as it has the record's shape."""
    for written, annotation, many, mark in _typed_shape(record) if isinstance(data, dict) else ():
        value = data.get(written)
        if value is None:
            continue
        here = (*path, written)
        if many:
            values = [((*here, at), item) for at, item in enumerate(value)] if isinstance(value, tuple) else []
        else:
            values = [(here, value)]
        for where, item in values:
            if mark is None:
                yield from walk_data_fields(record_in(annotation), item, where)
            elif isinstance(item, str):
                yield where, mark, item


@cache
def shape(record: type[BaseModel]) -> tuple[tuple[str, str, bool, FieldKind | None], ...]:
    """Give name, written name, whether many, and mark of each field that is a reference, a text or a record."""
    names = {field.alias or name: name for name, field in record.model_fields.items()}
    return tuple((names[written], written, many, mark) for written, _, many, mark in _typed_shape(record))


@cache
def _typed_shape(record: type[BaseModel]) -> tuple[tuple[str, Any, bool, FieldKind | None], ...]:
    shape = []
    for name, field in record.model_fields.items():
        annotation: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        if (found := _holds(annotation)) is not None:
            shape.append((field.alias or name, annotation, *found))
    return tuple(shape)


def _holds(annotation: Any) -> tuple[bool, FieldKind | None] | None:  # noqa: ANN401 - a type expression
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        mark = next((m for m in args[1:] if isinstance(m, Ref | Words)), None)
        return (False, mark) if mark else _holds(args[0])
    if origin in {Union, UnionType}:
        return next(filter(None, map(_holds, args)), None)
    if origin is tuple:
        inner = _holds(args[0])
        return (True, inner[1]) if inner else None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return False, None
    return None
