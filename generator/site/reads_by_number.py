"""What was read for pages, by number, as it is written down; and the digest of a value that was worked out."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from generator.content.entry import Entry
from generator.content.reads import WHOLE

Refs = list[int]  # of fields from 0, of groups from -1 down


@dataclass(frozen=True, eq=False)
class Old:
    """A group of the last time."""

    name: str
    value: str
    refs: Refs


class Numbers:
    """Fields and groups by number, each once."""

    def __init__(self, old: Callable[[int], object]) -> None:
        self._old = old
        self.fields: dict[Any, int] = {}
        self.groups: dict[tuple[str, str, tuple[int, ...]], int] = {}
        self._known: dict[object, int] = {}
        self._olds: dict[int, int] = {}

    def refs(self, reads: Iterable[object]) -> Refs:
        """Give the numbers of what was read."""
        return sorted(map(self._ref, reads))

    def _ref(self, read: Any) -> int:  # noqa: ANN401 - a field, a group of now or then, or a number of then
        if isinstance(read, tuple):
            return self.fields.setdefault(read, len(self.fields))
        if isinstance(read, int):
            return self._of_old(read)
        if isinstance(read, Old):
            return self._group((read.name, read.value, tuple(sorted(map(self._of_old, read.refs)))))
        if read not in self._known:
            value = shape_of(read.value) if read.name else ""
            self._known[read] = self._group((read.name, value, tuple(self.refs(read.reads))))
        return self._known[read]

    def _of_old(self, ref: int) -> int:
        if ref not in self._olds:
            self._olds[ref] = self._ref(self._old(ref))
        return self._olds[ref]

    def _group(self, group: tuple[str, str, tuple[int, ...]]) -> int:
        return -1 - self.groups.setdefault(group, len(self.groups))


def digest(data: bytes) -> str:
    """Give what tells these bytes from others."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


class _OtherError(Exception):
    """Raised where a value may hold more than can be seen."""


def shape_of(value: object) -> str:
    """Give the digest of a value that holds nothing but data; of any other nothing."""
    try:
        return digest(repr(_shape(value)).encode())
    except _OtherError:
        return ""


def _shape(value: Any) -> object:  # noqa: ANN401 - whatever was worked out
    if value is None or isinstance(value, str | int | float):
        return value
    if type(value) is dict:
        return [(_shape(key), _shape(one)) for key, one in value.items()]
    if type(value) in {list, tuple}:
        return list(map(_shape, value))
    if isinstance(value, Entry):
        known = getattr(value.record, "fields_noted", None)  # whoever reads it is noted
        return known[WHOLE] if known else ("made", value.slug, value.file, to_json(value.record))
    if isinstance(value, BaseModel):
        return to_json(value)
    if is_dataclass(value) and not isinstance(value, type):
        return [(one.name, _shape(getattr(value, one.name))) for one in fields(value)]
    raise _OtherError
