"""A rule: a function from content to its issues; its docstring is the rule."""

from collections.abc import Callable, Iterator
from typing import Any

from generator.content.content import Content
from generator.content.entry import Entry
from generator.text.issue import Issue
from generator.text.source import Path_

Rule = Callable[[Content], Iterator[Issue]]


def issue_at(entry: Entry[Any], path: Path_, code: str, message: str, words: str = "") -> Issue:
    """Give the issue at the place of the path, or at these words of it."""
    line, column = entry.source.place_of(path, words) if words else entry.source.place(path)
    return Issue(file=entry.file, line=line, column=column, message=message, code=code)
