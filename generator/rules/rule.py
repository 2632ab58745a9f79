"""A rule: a function from content to its issues; its docstring is the rule."""

from collections.abc import Callable, Iterator
from functools import partial, wraps
from typing import TypeVar

from generator.content.content import Content
from generator.content.entry import Entry
from generator.model import Kind, Record
from generator.text.issue import Issue

R = TypeVar("R", bound=Record)
Rule = Callable[[Content], Iterator[Issue]]


def of_each(kind: Kind[R]) -> Callable[[Callable[[Entry[R]], Iterator[Issue]]], Rule]:
    """Have what speaks of one entry, whatever the others are, speak of all of a kind, and keep it with each."""

    def of_all(speak: Callable[[Entry[R]], Iterator[Issue]]) -> Rule:
        @wraps(speak)
        def rule(content: Content) -> Iterator[Issue]:
            for entry in content.of(kind).values():
                yield from entry.issues_once(f"rule {speak.__name__}", None, partial(speak, entry))

        return rule

    return of_all
