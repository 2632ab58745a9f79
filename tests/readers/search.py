"""The search index read back: its scripts as data, and what each word leads to; and what people type, and mean."""

import json
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml

SEARCHES = Path(__file__).parents[1] / "browser/searches.yml"
FIRST = 3  # results that a reader looks at
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


def searches() -> list[tuple[str, Sequence[str]]]:
    """Give what people type, each with the targets of which one must be among the first results."""
    return [(one["q"], one["any"]) for one in yaml.safe_load(SEARCHES.read_text(encoding="utf-8"))]


def mistyped() -> list[tuple[str, Sequence[str]]]:
    """Give the same with a letter of the longest word left out, in the wrong place, wrong or twice: three of each."""
    chance = random.Random(7)  # noqa: S311 - the same letters each time
    found = []
    for words, targets in searches():
        word = max(words.split(), key=len)
        for _ in range(3 if re.fullmatch("[a-z]{5,}", word) else 0):
            at = chance.randrange(1, len(word) - 1)
            before, one, two, after = word[:at], word[at], word[at + 1], word[at + 2 :]
            wrong = chance.choice((two, two + one, chance.choice("aeinorst") + two, one + one + two))
            found.append((words.replace(word, before + wrong + after), targets))
    return found


def leads_to(address: str, target: str) -> bool:
    """Whether the address, or its fragment, ends with the target."""
    path, fragment = urlsplit(address).path, urlsplit(address).fragment
    page = re.sub(r"(/|/index\.html|\.html|/index\.md|\.md)$", "", unquote(path)).rpartition("/")[2]
    return target in {page, fragment}
