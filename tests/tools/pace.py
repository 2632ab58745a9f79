"""How long work takes, told in a yardstick that is measured on the same machine in the same run.

Seconds say as much of the machine as of the work. So the work is held against a piece of other work whose price is
known: what took a second where this was written takes eighty yardsticks everywhere.
"""

import re
import time
from collections.abc import Callable
from functools import cache
from typing import TypeVar

Result = TypeVar("Result")
SECOND = 1.0
PIECE = 0.0125  # what the yardstick takes, in seconds of the machine that the limits were chosen on
TRIES = 3
WORDS = "A product manager builds what nobody asked for, and says *why* it was [worth it](story:x) in 2 lines.\n"


def timed(work: Callable[[], Result], most: float = SECOND) -> tuple[Result, float]:
    """Give what the work gives, and the CPU seconds that it takes as if on the machine that the limits were chosen on.

    The work is done once, and again only where that took more than it may: somebody else may have had the caches
    meanwhile.
    """
    began = time.process_time()
    result = work()
    took = here(time.process_time() - began)
    for _ in range(TRIES - 1):
        if took < most:
            break
        took = min(took, _cost(work) * PIECE / _cost(_yardstick))
    return result, took


def seconds(work: Callable[[], object]) -> float:
    """Give the CPU seconds alone."""
    return timed(work)[1]


def here(took: float) -> float:
    """Give what took so many seconds here in seconds of the machine that the limits were chosen on."""
    return took * PIECE / _piece()


@cache
def _piece() -> float:
    return min(_cost(_yardstick) for _ in range(TRIES))


def _cost(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _yardstick() -> None:
    """Do what parsers do: look through text, cut it, count its pieces."""
    text = WORDS * 2_000
    found: dict[str, int] = {}
    for word in re.findall(r"\w+|[^\w\s]", text):
        found[word] = found.get(word, 0) + len(word)
    assert len(found) > 10
