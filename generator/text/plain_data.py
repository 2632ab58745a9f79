"""The data of a file in which nothing is out of the ordinary, taken from the parser's events in one loop.

It is the data that `tree` gives, without its nodes. What `tree` has anything to say of is left to it.
"""

from collections.abc import Iterable
from typing import Any

from yaml import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from generator.text.characters import is_hostile
from generator.text.tree import MAX_DEPTH, MOST_ITEMS, plain_value, quoted_value

AROUND = frozenset({StreamStartEvent, DocumentEndEvent, StreamEndEvent})
Spotted = tuple[Any, Any, dict[str | int, Any]]
"""A value: the events that it begins and ends with, and the values that it holds, likewise."""
Open = tuple[Any, str | None]  # a list or mapping that is not whole yet, and the key that waits for a value


def plain_data(events: Iterable[Any]) -> Any:  # noqa: ANN401, C901, PLR0911, PLR0912 - any; one loop without calls
    """Give the data, a mapping or a list; None where anything is to be looked at more closely."""
    root: Any = None
    around: list[Open] = []
    here: Any = None
    key: str | None = None
    documents = 0
    for event in events:
        kind = type(event)
        if kind is ScalarEvent:
            style, value = event.style, event.value
            if here is None or event.anchor or event.tag or (style == '"' and is_hostile(value)):
                return None
            if type(here) is list:
                here.append(quoted_value(value, style) if style else plain_value(value))
            elif key is not None:
                here[key], key = quoted_value(value, style) if style else plain_value(value), None
            elif value in here:
                return None
            else:
                key = value
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor or event.tag or len(around) >= MAX_DEPTH or (type(here) is dict and key is None):
                return None
            around.append((here, key))
            here, key = {} if kind is MappingStartEvent else [], None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if len(here) > MOST_ITEMS:
                return None
            whole: Any = here if kind is MappingEndEvent else tuple(here)
            here, key = around.pop()
            if here is None:
                root = whole
            elif type(here) is list:
                here.append(whole)
            else:
                here[key], key = whole, None
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1 or event.version or event.tags:
                return None
        elif kind not in AROUND:
            return None
    return root


NONE: dict[str | int, Any] = {}  # what a scalar holds: one for all, and nobody adds to it


def spotted(events: Iterable[Any]) -> Spotted:
    """Give where the values stand that `plain_data` gives of these events."""
    around: list[tuple[Any, dict[str | int, Spotted], str | None]] = []
    first: Any = None
    items: dict[str | int, Spotted] = {}
    key: str | None = None
    for event in events:
        kind = type(event)
        if kind is ScalarEvent:
            if type(first) is SequenceStartEvent:
                items[len(items)] = (event, event, NONE)
            elif key is None:
                key = event.value
            else:
                items[key], key = (event, event, NONE), None
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            around.append((first, items, key))
            first, items, key = event, {}, None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            whole = (first, event, items)
            first, items, key = around.pop()
            items[len(items) if key is None else key], key = whole, None
    return items[0]
