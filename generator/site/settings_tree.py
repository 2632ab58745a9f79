"""An mkdocs.yml as plain values that remember their lines; tags of the engine are left as the words behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from generator.site.plain_yaml import composed

Where = tuple[str | int, ...]
WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(frozen=True, kw_only=True)
class Tree:
    """The values, and the line on which each begins."""

    value: Mapping[Any, Any]
    lines: Mapping[Where, int]

    @property
    def whole(self) -> bool:
        """Whether it says all itself, and inherits nothing."""
        return "INHERIT" not in self.value

    def line(self, where: Where) -> int:
        """Give the line of the value, or of the nearest above it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


@lru_cache(maxsize=4)  # a handbook that is watched is checked again and again, and this file hardly ever changes
def tree_of(text: str) -> Tree:
    """Give the text of an mkdocs.yml as values, to be read. Raises yaml.YAMLError where it is none."""
    lines: dict[Where, int] = {}
    root = composed(text)
    value = _plain(root, (), lines) if root else {}
    return Tree(value=value if isinstance(value, dict) else {}, lines=lines)


def _plain(node: yaml.Node, here: Where, lines: dict[Where, int]) -> Any:  # noqa: ANN401 - any YAML value
    lines.setdefault(here, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        found = {}
        for key, value in node.value:
            name = str(key.value)
            lines[(*here, name)] = key.start_mark.line + 1
            found[name] = _plain(value, (*here, name), lines)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*here, at), lines) for at, item in enumerate(node.value)]
    if node.tag.endswith(":bool"):
        return WORDS[node.value.lower()]
    return None if node.tag.endswith(":null") else node.value
