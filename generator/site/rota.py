"""Work in pieces that several processes share: whoever has done one takes the next, so all end at the same time."""

import os
from collections.abc import Callable, Iterator
from struct import Struct
from typing import Any

from generator.site.worker import Give, meanwhile, processes

PIECE = 8  # of what is numbered, in one
LARGEST = 1 << 15  # pieces that a pipe takes at once
NUMBER = Struct("<H")


def share(number: int, mine: Callable[[Iterator[int]], object], theirs: Callable[[Iterator[int]], Any]) -> list[Any]:
    """Have all of so many things done, each by its number: `mine` here, `theirs` by others, and give what these give.

    Where one of the others fails, there is a None among it.
    """
    hands = min(processes(), -(-number // PIECE))
    if hands < 2 or number > PIECE * LARGEST:  # noqa: PLR2004 - one alone shares nothing
        mine(iter(range(number)))
        return []
    out, into = os.pipe()
    try:
        os.write(into, b"".join(map(NUMBER.pack, range(-(-number // PIECE)))))
        os.close(into)

        def work(give: Give) -> None:
            give(theirs(_taken(out, number)))

        workers = [worker for _ in range(1, hands) if (worker := meanwhile(work))]
        try:
            mine(_taken(out, number))
            return [worker.given() for worker in workers]
        finally:
            for worker in workers:
                worker.end()
    finally:
        os.close(out)


def _taken(pipe: int, number: int) -> Iterator[int]:
    """Give the number of each thing that falls to this process."""
    while data := os.read(pipe, NUMBER.size):
        first = NUMBER.unpack(data)[0] * PIECE
        yield from range(first, min(first + PIECE, number))
