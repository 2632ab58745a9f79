"""A record's fields in their order, each with what is given or what a skeleton leaves to be written; and faults."""

from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError

from generator.bulk.shapes import Row, leaf
from generator.content.wording import issues_of
from generator.model import Record
from generator.model.record import record_in
from generator.text.issue import Issue
from generator.text.source import Source
from generator.text.tree import Node

TODO = "TODO"
Tree = dict[str | int, Any]  # of trees, and of nodes at their ends


def faults(record: type[Record], source: Source) -> list[Issue]:
    """Give what keeps the data from being such a record, but for what is left to be written."""
    try:
        record.model_validate(source.data)
    except ValidationError as error:
        problems = [one for one in error.errors(include_url=False) if not _is_left(source, one["loc"])]
        return list(issues_of(problems, source, record))
    return []


def _is_left(source: Source, path: tuple[int | str, ...]) -> bool:
    data = source.node(path).data
    return isinstance(data, str) and data.startswith(TODO)


def filled(record: type[Record], tree: Tree, left: Any, row: Row) -> Tree:  # noqa: ANN401 - what a skeleton holds there
    """Give the tree in the order of the record's fields, with what the skeleton leaves to write where nothing is."""
    made: Tree = {}
    known = left if isinstance(left, dict) else {}
    for name_, info in record.model_fields.items():
        key, inner = info.alias or name_, record_in(info.annotation)
        many = get_origin(info.annotation) is tuple
        if key in tree:
            made[key] = _filled_within(inner, tree[key], known.get(key), row, many=many)
        elif info.is_required():
            choices = _choices(info.annotation)
            value = f"{TODO} {choices}" if choices else known.get(key, TODO)
            made[key] = _tree(value, row) if choices or _unwritten(value) else leaf(TODO, row.line, row.column)
    return made


def _filled_within(inner: type[Record] | None, given: Any, left: Any, row: Row, *, many: bool) -> Any:  # noqa: ANN401
    if inner is None:
        return given
    if not many:
        return filled(inner, given, left, row)
    first = left[0] if isinstance(left, tuple) and left else {}
    return {at: filled(inner, given[key], first, row) for at, key in enumerate(sorted(given))}


def _choices(annotation: Any) -> str:  # noqa: ANN401 - a type expression
    """Give the words that the field may hold, where it holds one of a few."""
    words = get_args(annotation) if get_origin(annotation) is Literal else ()
    return f"{', '.join(words[:-1])} or {words[-1]}" if words else ""


def _unwritten(value: Any) -> bool:  # noqa: ANN401 - what a skeleton holds
    if isinstance(value, dict):
        return any(map(_unwritten, value.values()))
    return any(map(_unwritten, value)) if isinstance(value, tuple) else str(value).startswith(TODO)


def _tree(value: Any, row: Row) -> Any:  # noqa: ANN401 - plain data
    if isinstance(value, dict):
        return {key: _tree(one, row) for key, one in value.items()}
    if isinstance(value, tuple):
        return {at: _tree(one, row) for at, one in enumerate(value)}
    return leaf(value, row.line, row.column)


def whole(tree: Any, row: Row) -> Node:  # noqa: ANN401 - a tree, or its end
    """Give the tree as one node with its data, so that each fault is said at its place."""
    if isinstance(tree, Node):
        return tree
    node = Node({}, row.line, row.column, 0, 0)
    for key, one in tree.items():
        node.items[key] = whole(one, row)
    values = [one.data for one in node.items.values()]
    node.data = (
        tuple(values) if tree and all(isinstance(key, int) for key in tree) else dict(zip(tree, values, strict=True))
    )
    first = next(iter(node.items.values()), None)
    if first is not None and isinstance(node.data, tuple):
        node.line, node.column = first.line, first.column
    return node
