"""When Python looks for cycles that nobody holds any more: not while all that is made is needed."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (5_000, 10, 5)  # objects, and how often of the young and of those that outlived them


@contextmanager
def one_generation() -> Iterator[None]:
    """Leave the collector of cycles off: all that a build or a check makes, it needs to the end.

    At the end of this process none is looked for: all goes with it.
    """
    was = gc.isenabled()
    gc.disable()
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
    try:
        yield
    finally:
        if was:
            gc.enable()


def seldom(*, once: bool) -> None:
    """Let all that is made so far stand apart, and look for cycles in what comes now and then: pages leave many.

    Look for some `once` before, where much was made. At the end of this process none is looked for: all goes with it.
    """
    if once:
        gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()
    atexit.register(gc.freeze)


def set_aside() -> None:
    """Look for cycles once, and let all that is left stand apart: whoever makes little next waits for no search of it.

    For a server between two edits; what it drops later is found the next time.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
