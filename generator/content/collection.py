"""A collection: the entries of one kind, by slug and in their order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from generator.content.entry import Entry
from generator.content.reads import worked_out
from generator.model import Kind, Record

R_co = TypeVar("R_co", bound=Record, covariant=True)
K = TypeVar("K")
V = TypeVar("V")
Ranks = Mapping[str, int]


class Collection(Mapping[str, Entry[R_co]], Generic[R_co]):
    """The entries of one kind by their slugs; `ordered` as readers meet them.

    `ranks` gives the place of each competency, for kinds that are filed under one.
    """

    def __init__(self, kind: Kind[R_co], entries: Mapping[str, Entry[R_co]], ranks: Ranks) -> None:
        self.kind = kind
        self._entries = entries
        self._ranks = ranks

    def __getitem__(self, slug: str) -> Entry[R_co]:
        return self._entries[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    @worked_out
    def ordered(self) -> list[Entry[R_co]]:
        """The entries by the competency they are filed under, then as their kind orders them, then by slug."""
        filed = self.kind.filed_under

        def place(entry: Entry[R_co]) -> tuple[object, ...]:
            rank = self._ranks.get(filed(entry.record), len(self._ranks)) if filed else 0
            return (rank, *self.kind.order(entry.record), entry.slug)

        return sorted(self._entries.values(), key=place)


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Give the values of each key, in the order of the pairs."""
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)
