"""A rule: a function from content to its issues; its docstring is the rule."""

from collections.abc import Callable, Iterator

from generator.content.content import Content
from generator.text.issue import Issue

Rule = Callable[[Content], Iterator[Issue]]
