"""What is read of the content while something is made of it: by that one knows what an edit leaves as it was.

What can be read is a field of an entry's record, or what was worked out before of such fields.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import BaseModel

if TYPE_CHECKING:
    from generator.content.entry import Entry

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
WHOLE = ""  # in the place of a field: all that a record holds
Field = tuple[str, str, str]  # kind and slug of an entry, and the name in its record
SLOTS = {name: BaseModel.__dict__[name] for name in BaseModel.__slots__}
held: Callable[[BaseModel], dict[str, Any]] = SLOTS["__dict__"].__get__  # what a record holds, which is not noted


class Group:
    """What one value was worked out from, and the value."""

    __slots__ = ("name", "reads", "value")

    def __init__(self, name: str, reads: "Reads", value: object) -> None:
        self.name, self.reads, self.value = name, reads, value


Reads = set[Field | Group]


class _Open(threading.local):
    """What is being read for, the innermost last: of each thread its own."""

    def __init__(self) -> None:
        self.reads: list[Reads] = []


_open = _Open()


@contextmanager
def reading() -> Iterator[Reads]:
    """Give the set that holds, at the end, what was read within; whoever reads around it is told of none of it."""
    found: Reads = set()
    _open.reads.append(found)
    try:
        yield found
    finally:
        _open.reads.pop()


class worked_out(cached_property[T_co]):  # noqa: N801 - stands where a property does
    """As functools.cached_property; and who asks for the value has read all that it was worked out from."""

    if not TYPE_CHECKING:  # what functools says of it holds

        def __get__(self, instance, owner=None):  # noqa: ANN001, ANN204
            """Give the value."""
            if instance is None:
                return self
            held = instance.__dict__
            group = held.get(self.attrname)
            if group is None:
                with reading() as reads:
                    value = self.func(instance)
                group = held[self.attrname] = Group(_name_of(instance, self.attrname), reads, value)
            if _open.reads:
                _open.reads[-1].add(group)
            return group.value

    def __set__(self, instance: object, value: object) -> None:
        """Refuse: asked before what the instance holds, so that who asks is noted."""
        raise AttributeError(self.attrname)


def one_of(instance: object, what: str, kind: str, slug: str, find: Callable[[], T]) -> T:
    """Give one value of many that are worked out together; who asks has read this alone."""
    if not _open.reads:
        return find()
    known = instance.__dict__.setdefault(f"one {what}", {})
    if (kind, slug) not in known:
        with reading() as reads:
            value = find()
        known[kind, slug] = Group(f"{type(instance).__qualname__}.{what} {kind} {slug}", reads, value)
    group = known[kind, slug]
    _open.reads[-1].add(group)
    return cast("T", group.value)


def _name_of(instance: object, what: str) -> str:
    """Give the name under which all that is of the same content finds this; nothing where it is of one entry."""
    kind = getattr(getattr(instance, "kind", None), "id", "")
    return "" if hasattr(instance, "slug") else f"{type(instance).__qualname__}.{what} {kind}"


class _Noted:
    """A field of a record that is noted: to read it is noted."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, record: Any, owner: type[Any]) -> Any:  # noqa: ANN401 - whatever the field holds
        if _open.reads:
            _open.reads[-1].add(record.fields_noted[self._name])
        return held(record)[self._name]

    def __set__(self, record: object, value: object) -> None:
        raise AttributeError(self._name)


def _all(record: Any) -> dict[str, Any]:  # noqa: ANN401 - a record that is noted
    if _open.reads:
        _open.reads[-1].add(record.fields_noted[WHOLE])
    return held(record)


def _set(record: Any) -> Any:  # noqa: ANN401 - a record that is noted
    if _open.reads:
        _open.reads[-1].add(record.fields_noted[WHOLE])
    return record.__pydantic_fields_set__


@cache
def _noted_type(record: Any) -> Any:  # noqa: ANN401 - classes that pydantic makes
    whole = {"__slots__": ("fields_noted",), "__dict__": property(_all), "__module__": record.__module__}
    made = type(record)(record.__name__, (record,), whole)
    for name in record.model_fields:
        type.__setattr__(made, name, _Noted(name))
    type.__setattr__(made, "model_fields_set", property(_set))
    return made


def noted(entries: "Mapping[str, Mapping[str, Entry[Any]]]") -> "dict[str, dict[str, Entry[Any]]]":
    """Give the entries (by kind and slug), so that it is noted what is read of their records."""
    return {kind: {slug: _noted(kind, slug, one) for slug, one in of.items()} for kind, of in entries.items()}


def _noted(kind: str, slug: str, entry: "Entry[Any]") -> "Entry[Any]":
    made: Any = _noted_type(type(entry.record))  # type: ignore[arg-type]  # a class is hashable
    record = made.__new__(made)
    for slot in SLOTS.values():
        slot.__set__(record, slot.__get__(entry.record))
    object.__setattr__(record, "fields_noted", {name: (kind, slug, name) for name in (*made.model_fields, WHOLE)})
    return replace(entry, record=record)
