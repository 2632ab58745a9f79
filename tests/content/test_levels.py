"""Levels as a row says them: neighbours as a span."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from generator.content.levels import levels_in_words

LEVELS = [SimpleNamespace(id=name[0].lower(), name=name) for name in ("A", "B", "C", "D", "E")]
CONTENT: Any = SimpleNamespace(words=SimpleNamespace(levels=LEVELS))


@pytest.mark.parametrize(
    ("ids", "said"),
    [("ab", "A, B"), ("cba", "A to C"), ("abcde", "A to E"), ("acde", "A, C to E"), ("e", "E"), ("", "")],
)
def test_of_three_neighbours_the_first_and_the_last_are_said(ids: Sequence[str], said: str) -> None:
    assert levels_in_words(CONTENT, ids) == said
