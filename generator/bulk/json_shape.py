"""Rows from JSON (one list, lists by category, an object on each line), each value with its place; and JSON again."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.bulk.shapes import QUESTION, STORY, Row, flat, leaf
from generator.text.characters import hostile, refused
from generator.text.issue import Issue, shown
from generator.text.tree import Node

DECODER = json.JSONDecoder()
DEEPEST = 12
SPACE = re.compile(r"[ \t\n\r]*")
PLAIN = re.compile(r"-?[0-9][0-9.eE+-]*|true|false|null")
LISTS = frozenset({"questions", "stories", "items", "entries", "data", "results", "prompts"})
NAMES = frozenset({"name", "title", "category", "competency", "topic", "section"})
ASKS, TITLES = ({flat(name) for name in shape.usual[shape.title]} for shape in (QUESTION, STORY))


class _JsonError(Exception):
    def __init__(self, at: int, says: str) -> None:
        super().__init__(says)
        self.at = at


class _Reader:
    """Reads one JSON text into nodes that know their places."""

    def __init__(self, text: str, file: str, issues: list[Issue], line: int = 1) -> None:
        self.text, self.file, self.issues, self.first = text, file, issues, line
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self.starts, at) - 1
        return line + self.first, at - self.starts[line] + 1

    def whole(self) -> Node | None:
        try:
            node = self._alone()
        except _JsonError as error:
            line, column = self.place(error.at)
            found = shown(self.text[error.at : error.at + 40].split("\n")[0]) or "the end of the file"
            said = f'the file must be readable as JSON, with {error} here, found "{found}"'
            self.issues.append(Issue(file=self.file, line=line, column=column, message=said, code="json-syntax"))
            return None
        return node

    def _alone(self) -> Node:
        node, at = self._value(self._skip(0), 0)
        if (at := self._skip(at)) < len(self.text):
            raise _JsonError(at, "the end of the file")
        return node

    def _skip(self, at: int) -> int:
        found = SPACE.match(self.text, at)
        return found.end() if found else at

    def _value(self, at: int, depth: int) -> tuple[Node, int]:
        if depth > DEEPEST:
            raise _JsonError(at, f"at most {DEEPEST} levels")
        sign = self.text[at : at + 1]
        if sign in {"{", "["}:
            return self._many(at, depth, "}" if sign == "{" else "]")
        if sign == '"':
            return self._string(at)
        if found := PLAIN.match(self.text, at):
            word = found.group()
            return Node(None if word == "null" else word, *self.place(at), at, found.end()), found.end()
        raise _JsonError(at, "a value")

    def _string(self, at: int) -> tuple[Node, int]:
        try:
            value, end = DECODER.raw_decode(self.text, at)
        except json.JSONDecodeError as error:
            raise _JsonError(min(error.pos, len(self.text)), "a text in double quotes") from None
        line, column = self.place(at)
        self.issues += [refused(self.file, line, column, found) for _, found in hostile(value)]
        return Node(value, line, column, at, end), end

    def _many(self, at: int, depth: int, close: str) -> tuple[Node, int]:
        node = Node({} if close == "}" else (), *self.place(at), at, at)
        at = self._skip(at + 1)
        while self.text[at : at + 1] != close:
            key: str | int = len(node.items)
            if close == "}":
                if self.text[at : at + 1] != '"':
                    raise _JsonError(at, "a name in double quotes")
                named, after = self._string(at)
                key, at = str(named.data), self._skip(after)
                if key in node.items:
                    line, column = named.line, named.column
                    said = f'each name must stand once, found "{shown(key)}" again'
                    self.issues.append(
                        Issue(file=self.file, line=line, column=column, message=said, code="repeated-key")
                    )
                if self.text[at : at + 1] != ":":
                    raise _JsonError(at, "a colon")
                node.keys[key] = named.line, named.column
                at = self._skip(at + 1)
            node.items[key], at = self._value(at, depth + 1)
            at = self._skip(at)
            if self.text[at : at + 1] == ",":
                at = self._skip(at + 1)
                if self.text[at : at + 1] == close:
                    raise _JsonError(at, "a value after the comma")
            elif self.text[at : at + 1] != close:
                raise _JsonError(at, f'a comma or "{close}"')
        values = node.items.values()
        node.data = dict(zip(node.items, (one.data for one in values), strict=True)) if close == "}" else tuple(values)
        return node, at + 1


def read(text: str, file: str, issues: list[Issue]) -> Iterator[Row]:
    """Give the rows of a JSON text: a list, an object with lists, or an object on each line."""
    if _by_line(text):
        for at, line in enumerate(text.split("\n"), 1):
            if line.strip() and (node := _Reader(line, file, issues, at).whole()):
                yield from _rows(node, file, None, "")
    elif node := _Reader(text, file, issues).whole():
        yield from _rows(node, file, None, "")


def _by_line(text: str) -> bool:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and all(line.startswith("{") and line.endswith("}") for line in lines)


def _rows(node: Node, file: str, category: Node | None, shape: str) -> Iterator[Row]:
    if isinstance(node.data, str):
        yield Row(
            file=file, line=node.line, column=node.column, values=[], heading=node, category=category, shape=shape
        )
    elif isinstance(node.data, tuple):
        for item in node.items.values():
            yield from _rows(item, file, category, shape)
    elif isinstance(node.data, dict):
        yield from _of_object(node, file, category, shape)


def _of_object(node: Node, file: str, category: Node | None, shape: str) -> Iterator[Row]:
    lists = {} if _is_row(node) else {key: item for key, item in node.items.items() if _holds_rows(str(key), item)}
    if not lists:
        values = [pair for key, item in node.items.items() for pair in _flat(str(key), item)]
        yield Row(file=file, line=node.line, column=node.column, values=values, category=category, shape=shape)
        return
    own = next((item for key, item in node.items.items() if key in NAMES and isinstance(item.data, str)), category)
    for key, item in lists.items():
        name = flat(str(key))
        said = QUESTION.many if name == QUESTION.many else STORY.many if name == STORY.many else shape
        under = own if name in LISTS else leaf(str(key), *node.keys[str(key)])
        yield from _rows(item, file, under, said)


def _is_row(node: Node) -> bool:
    """Whether an object is one entry: it asks something, or has a title and no list of others."""
    said = {flat(str(key)) for key, item in node.items.items() if isinstance(item.data, str)}
    return bool(said & ASKS) or bool(said & TITLES and not LISTS & {flat(str(key)) for key in node.items})


def _holds_rows(key: str, node: Node) -> bool:
    """Whether entries stand in it: objects in a list that is no field's, or texts under the name of a category."""
    if isinstance(node.data, dict):
        return any(_holds_rows(str(name), item) for name, item in node.items.items())
    if not isinstance(node.data, tuple) or not node.items:
        return False
    if flat(key) in LISTS:
        return True
    known = any(key in {path[0] for path in (one.path for one in shape.fields.values())} for shape in (QUESTION, STORY))
    usual = {flat(name) for shape in (QUESTION, STORY) for names in shape.usual.values() for name in names}
    return not known and flat(key) not in usual and all(isinstance(one.data, str | dict) for one in node.items.values())


def _flat(name: str, node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node.data, dict):
        for key, item in node.items.items():
            yield from _flat(f"{name}.{key}", item)
    elif isinstance(node.data, tuple) and all(isinstance(one.data, str) for one in node.items.values()):
        whole = Node(tuple(one.data for one in node.items.values()), node.line, node.column, 0, 0)
        whole.items.update(node.items)
        yield name, whole
    elif isinstance(node.data, tuple):
        for at, item in node.items.items():
            yield from _flat(f"{name}.{int(at) + 1}", item)
    elif node.data is not None:
        yield name, Node(str(node.data).strip(), node.line, node.column, 0, 0)


def write(shape: str, records: Sequence[Mapping[str, Any]]) -> str:
    """Give the records as one object with their list."""
    return json.dumps({shape: records}, ensure_ascii=False, indent=1) + "\n"
