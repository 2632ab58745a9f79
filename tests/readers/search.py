"""The search index read back: its scripts as data, and what each word leads to."""

import json
from collections.abc import Callable
from typing import Any

Fetch = Callable[[str], str]  # the text of a file of the site


def piece(fetch: Fetch, name: str) -> Any:
    """Give what a script of the index holds."""
    text = fetch(f"search/{name}.js")
    return json.loads(text.partition(f'["{name}"]=')[2].removesuffix(";\n"))


def scripts(start: Any, kind: str) -> list[str]:
    """Give the names of the index's scripts of a kind ("words", "entries" or "spelling"), in their order."""
    return [f"{kind[0]}{at // 4}-{start[kind][at : at + 4]}" for at in range(0, len(start[kind]), 4)]


def entries(fetch: Fetch) -> list[list[str]]:
    """Give every entry as a result shows it: title, path, summary, other names."""
    start = piece(fetch, "start")
    return [entry for name in scripts(start, "entries") for entry in piece(fetch, name)]


def words(fetch: Fetch) -> dict[str, tuple[dict[int, list[int]], dict[int, int]]]:
    """Give for each word the entries it names, with which of their names, and those that use it, with the part."""
    start = piece(fetch, "start")
    found = {}
    for name in scripts(start, "words"):
        for word, (named, using) in piece(fetch, name).items():
            names: dict[int, list[int]] = {}
            at = code = 0
            for step, which in zip(named[::2], named[1::2], strict=True):
                at += step
                names.setdefault(at, []).append(which // 2 // 64)
            parts = {}
            for step in using:
                code += step
                parts[code // len(start["parts"])] = code % len(start["parts"])
            found[word] = (names, parts)
    return found
