"""A tree of nodes from the events of a YAML parser, in one loop without recursion.

No composer that could overflow, no constructor that could obey a tag, and repeated keys are seen. Only `true`,
`false`, `null` and plain decimal numbers are special; every other scalar is text as typed (`no`, `12:30`, `010`,
`2026-01-02`).
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.text.characters import hostile, refused
from generator.text.issue import Issue, shown

MAX_DEPTH = 12


MOST_ITEMS = 400


MOST_ISSUES = 100


WORDS_OF_YAML = {"true": True, "false": False, "null": None, "": None}


NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?", re.ASCII)


NUMERALS = "-0123456789"  # what a number begins with
STARTS = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
LITERAL = frozenset('|"')  # styles in which a line ends where it is written to end
FOLDED_BREAK = re.compile(r"\n+(?=.)")  # a blank line between folded lines begins a paragraph


@dataclass(slots=True)
class Node:
    """One value of the file: its data, where it begins (line and column from 1) and which characters it spans."""

    data: Any
    line: int
    column: int
    start: int
    end: int
    items: "dict[str | int, Node]" = field(default_factory=dict)
    keys: "dict[str, tuple[int, int]]" = field(default_factory=dict)


NONE: dict[Any, Any] = {}  # what a scalar holds: one for all, and nobody adds to it


class TooMuchError(Exception):
    """Ends the loop over events where a file has more mistakes than anybody would read."""


class Tree:
    """Takes the parser's events one by one and keeps the tree so far and every issue met."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.issues: list[Issue] = []
        self._open: list[Node] = []
        self._keys: list[str | None] = []
        self.plain: list[int] = []  # where each text without quotes ends
        self._documents = 0

    def issue(self, line: int, column: int, code: str, message: str) -> None:
        """Note an issue of the file."""
        self.issues.append(Issue(file=self.file, line=line, column=column, message=message, code=code))

    def take(self, event: Any) -> None:  # noqa: ANN401 - any of the parser's events
        """Grow by what the event says. Raises TooMuchError where that would be too much."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind in STARTS:
            self._start(event)
        elif kind in ENDS:
            self._end(event)
        elif kind is yaml.AliasEvent:
            self._refuse(event, "alias", f'values must be written out, found the alias "*{shown(str(event.anchor))}"')
            self._place(Node("", *_where(event)), event)
        elif kind is yaml.DocumentStartEvent:
            self._document(event)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(event, "documents", 'the file must hold one entry, found a second document after "---"')
            raise TooMuchError
        if event.version or event.tags:
            self._refuse(event, "directive", "the file must begin with the entry, found a % directive")

    def _refuse(self, event: Any, code: str, message: str) -> None:  # noqa: ANN401 - any event with marks
        self.issue(event.start_mark.line + 1, event.start_mark.column + 1, code, message)

    def _properties(self, event: Any) -> None:  # noqa: ANN401 - any event that can carry them
        if event.anchor:
            self._refuse(event, "alias", f'values must be written out, found the anchor "&{shown(event.anchor)}"')
        if event.tag and event.tag != "!":
            self._refuse(event, "tag", f'values must be plain, found the tag "{shown(event.tag)}"')

    def _start(self, event: Any) -> None:  # noqa: ANN401 - two kinds of event
        self._properties(event)
        if len(self._open) >= MAX_DEPTH:
            self._refuse(event, "depth", f"values must lie at most {MAX_DEPTH} levels deep, found one more")
            raise TooMuchError
        node = Node({} if isinstance(event, yaml.MappingStartEvent) else [], *_where(event))
        self._place(node, event)
        self._open.append(node)
        self._keys.append(None)

    def _end(self, event: Any) -> None:  # noqa: ANN401 - two kinds of event
        node = self._open.pop()
        self._keys.pop()
        node.end = event.end_mark.index
        if isinstance(node.data, list):
            node.data = tuple(child.data for child in node.items.values())
        else:
            node.data = {key: child.data for key, child in node.items.items()}

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 - a scalar, with marks
        if event.anchor or event.tag:
            self._properties(event)
        mark, end, typed = event.start_mark, event.end_mark.index, event.value
        line, column, data = mark.line + 1, mark.column + 1, _value(event)
        if event.style == '"':  # only here can an escape make a character that the file itself does not hold
            for _, found in hostile(typed):
                self.issues.append(refused(self.file, line, column, found))
        if not event.style and data and isinstance(data, str):
            self.plain.append(end)
        if self._open and not self.issues and len(items := (parent := self._open[-1]).items) < MOST_ITEMS:
            # what `_place` does where nothing is wrong, for there are hundreds of these in a file
            if type(parent.data) is list:
                items[len(items)] = Node(data, line, column, mark.index, end, NONE, NONE)
                return
            if (key := self._keys[-1]) is not None:
                items[key], self._keys[-1] = Node(data, line, column, mark.index, end, NONE, NONE), None
                return
            if typed not in parent.keys:
                parent.keys[typed], self._keys[-1] = (line, column), typed
                return
        self._place(Node(data, line, column, mark.index, end, NONE, NONE), event)

    def _place(self, node: Node, event: Any) -> None:  # noqa: ANN401 - any event with marks
        if not self._open:
            if self._documents <= 1 and not (node.data is None and node.start == node.end):
                self.root = node
            return
        parent = self._open[-1]
        if len(parent.items) >= MOST_ITEMS or len(self.issues) >= MOST_ISSUES:
            if len(parent.items) >= MOST_ITEMS:
                self._refuse(event, "size", f"a list or mapping must hold at most {MOST_ITEMS} items, found one more")
            raise TooMuchError
        if isinstance(parent.data, list):
            parent.items[len(parent.items)] = node
        elif self._keys[-1] is None:
            self._keys[-1] = self._key(parent, node, event)
        else:
            parent.items[self._keys[-1]] = node
            self._keys[-1] = None

    def _key(self, parent: Node, node: Node, event: Any) -> str:  # noqa: ANN401 - any event with marks
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "key", "a key must be a word, found a list or mapping")
            return "\x00"
        key = event.value
        if key in parent.keys:
            first = parent.keys[key][0]
            self._refuse(
                event,
                "repeated-key",
                f'each key must stand once, found "{shown(key)}" again (first at line {first})',
            )
        parent.keys.setdefault(key, (node.line, node.column))
        return str(key)


def _where(event: Any) -> tuple[int, int, int, int]:  # noqa: ANN401 - any event with marks
    mark = event.start_mark
    return mark.line + 1, mark.column + 1, mark.index, event.end_mark.index


def _value(event: yaml.ScalarEvent) -> str | float | bool | None:
    return plain_value(event.value) if event.implicit[0] else quoted_value(event.value, event.style)


def quoted_value(text: str, style: str | None) -> str:
    """Give what a text in quotes or in a block says, in this style of the parser's."""
    return FOLDED_BREAK.sub("\n\n", text) if "\n" in text and style not in LITERAL else text


def plain_value(text: str) -> str | float | bool | None:
    """Give what is written without quotes: a text, or one of the few words and numbers that are none."""
    if text in WORDS_OF_YAML:
        return WORDS_OF_YAML[text]
    if text[0] in NUMERALS and NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return FOLDED_BREAK.sub("\n\n", text) if "\n" in text else text
