"""What each field is for, with an example: the words below it in its record, which schemas and tables show."""

import ast
import importlib
import inspect
from dataclasses import dataclass
from functools import cache

from generator.model.record import Record

EXAMPLE = " Such as: "


@dataclass(frozen=True, kw_only=True)
class Description:
    """What a field is for, and one value that it may hold; none where it holds fields of its own."""

    says: str
    example: str


def descriptions(record: type[Record]) -> dict[str, Description]:
    """Give the description of every field of the record, by the field's name in Python."""
    found: dict[str, Description] = {}
    for one in reversed(record.__mro__):
        if issubclass(one, Record):
            found |= _of_module(one.__module__).get(one.__name__, {})
    return found


@cache
def _of_module(name: str) -> dict[str, dict[str, Description]]:
    module = importlib.import_module(name)
    found: dict[str, dict[str, Description]] = {}
    records = (node for node in ast.parse(inspect.getsource(module)).body if isinstance(node, ast.ClassDef))
    for node in records:
        for field, below in zip(node.body, node.body[1:], strict=False):
            match field, below:
                case ast.AnnAssign(target=ast.Name(id=field_name)), ast.Expr(value=ast.Constant(value=str(text))):
                    says, _, example = " ".join(text.split()).partition(EXAMPLE)
                    found.setdefault(node.name, {})[field_name] = Description(says=says, example=example)
    return found
