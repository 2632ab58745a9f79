"""How a long list is divided: what a page may hold of each group, and the pages that hold the rest.

Sources of the figures: 800 rows of an index are 600 kB of HTML (100 as sent), 100 questions with their intents 250; a
phone shows either within a second, since groups are folded, and a reader filters either without waiting.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

INDEX_ROWS = 800  # rows of an index, each one entry with its summary
GROUP_ROWS = (
    150  # rows of one of its groups, on pages of its own: nothing filters these, so they are no longer than is read
)
BANK_QUESTIONS = 100  # questions with all that is behind them
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Part(Generic[T]):
    """One page's share of a list: its rows, its number from 1, and how many pages the list has."""

    rows: Sequence[T]
    number: int
    of: int


def fit_groups(sizes: Sequence[int], most: int) -> int:
    """Give how many rows each group may show so that all together are at most `most`; at least one.

    Small groups are shown whole, and leave their room to the large ones.
    """
    left, groups = most, len(sizes)
    for size in sorted(sizes):
        if size * groups > left:
            return max(left // groups, 1)
        left -= size
        groups -= 1
    return max([1, *sizes])


def parts(rows: Sequence[T], most: int) -> list[Part[T]]:
    """Give the rows in as few pages of at most `most` as they need; none where there are none."""
    starts = range(0, len(rows), most)
    return [Part(rows=rows[at : at + most], number=n, of=len(starts)) for n, at in enumerate(starts, 1)]


def part_path(path: str, number: int) -> str:
    """Give the path of the list's page of this number: `a/b.md`, then `a/b/2.md`."""
    return path if number == 1 else f"{path.removesuffix('.md')}/{number}.md"
