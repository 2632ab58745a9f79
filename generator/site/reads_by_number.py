"""What was read for pages, by number, as it is written down; and the digest of a value that was worked out."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from generator.content.entry import Entry
from generator.content.reads import WHOLE, Field

Refs = list[int]  # of fields from 0, of groups from -1 down


@dataclass(frozen=True, eq=False)
class Old:
    """A group of the last time, or of another process."""

    name: str
    value: str
    refs: Iterable[object]


class Numbers:
    """Fields and groups by number, each once; those that there were keep theirs, but for those in doubt."""

    def __init__(
        self,
        old: Callable[[int], object],
        fields: Sequence[Field] = (),
        groups: Sequence[tuple[str, str, Refs]] = (),
        doubtful: AbstractSet[int] | None = None,
    ) -> None:
        self._old, self._doubtful = old, doubtful
        self.fields: dict[Any, int] = {field: at for at, field in enumerate(fields)}
        self.groups: dict[tuple[str, str, tuple[int, ...]], int] = {
            (name, value, tuple(refs)): at for at, (name, value, refs) in enumerate(groups)
        }
        self._known: dict[object, int] = {}
        self._olds: dict[int, int] = {}

    def refs(self, reads: Iterable[object]) -> Refs:
        """Give the numbers of what was read; numbers of then, and nothing else, are given as a list."""
        if isinstance(reads, list) and self._doubtful is not None and self._doubtful.isdisjoint(reads):
            return reads
        return sorted(map(self._ref, reads))

    def _ref(self, read: Any) -> int:  # noqa: ANN401 - a field, a group of now or then, or a number of then
        if isinstance(read, tuple):
            return self.fields.setdefault(read, len(self.fields))
        if isinstance(read, int):
            return self._of_old(read)
        if read not in self._known:
            self._known[read] = self._group(self._told(read))
        return self._known[read]

    def _told(self, read: Any) -> tuple[str, str, tuple[int, ...]]:  # noqa: ANN401 - a group of now or then
        if isinstance(read, Old):
            return read.name, read.value, tuple(self.refs(read.refs))
        return read.name, shape_of(read.value) if read.name else "", tuple(self.refs(read.reads))

    def _of_old(self, ref: int) -> int:
        if self._doubtful is not None and ref not in self._doubtful:
            return ref
        if ref not in self._olds:
            self._olds[ref] = self._ref(self._old(ref))
        return self._olds[ref]

    def _group(self, group: tuple[str, str, tuple[int, ...]]) -> int:
        return -1 - self.groups.setdefault(group, len(self.groups))


def in_doubt(fields: Iterable[int], groups: Sequence[tuple[str, str, Refs]]) -> set[int]:
    """Give these fields, and each group that was worked out from any of them."""
    found = set(fields)
    for at, (_, _, refs) in enumerate(groups):  # each stands behind those that it was worked out from
        if not found.isdisjoint(refs):
            found.add(-1 - at)
    return found


def digest(data: bytes) -> str:
    """Give what tells these bytes from others."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


Given = tuple[dict[str, bytes], list[Any], list[Any], dict[str, Any]]


def given(texts: Mapping[str, bytes], made: Mapping[str, tuple[str, str, Iterable[Any]]]) -> Given:
    """Give the texts of pages that this process has made, and what was read for them, as plain values."""
    writer = Numbers(lambda ref: ref)
    pages = {path: (*made[path][:2], writer.refs(made[path][2])) for path in texts}
    return dict(texts), list(writer.fields), list(writer.groups), pages


def taken(from_other: Given) -> tuple[dict[str, bytes], dict[str, tuple[str, str, Iterable[Any]]]]:
    """Give the texts of pages that another process has made, and what it has read for them."""
    texts, fields_read, groups, pages = from_other
    found: list[Old] = []

    def of(ref: int) -> object:
        return fields_read[ref] if ref >= 0 else found[-1 - ref]

    for name, value, refs in groups:  # each stands behind those that it was worked out from
        found.append(Old(name, value, tuple(map(of, refs))))
    return texts, {path: (key, text, {*map(of, refs)}) for path, (key, text, refs) in pages.items()}


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
