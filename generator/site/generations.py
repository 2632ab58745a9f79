"""When Python looks for cycles that nobody holds any more: not while all that is made is needed."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def one_generation() -> Iterator[None]:
    """Leave the collector of cycles off: all that a build or a check makes, it needs to the end."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def never() -> None:
    """Look for none in this process, not at its end either: it ends soon, and with it all that it has made."""
    gc.disable()
    atexit.register(gc.freeze)


def set_aside() -> None:
    """Look for cycles once, and let all that is left stand apart: whoever makes little next waits for no search of it.

    For a server between two edits; what it drops later is found the next time.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
