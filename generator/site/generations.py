"""When Python looks for cycles that nobody holds any more: not while all that is made is needed."""

import atexit
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import _lru_cache_wrapper
from itertools import chain

from generator.text import places, read_once

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

    Look for some `once` before, where much was made, and hold nothing of the content that could be read again. At the
    end of this process none is looked for: all goes with it.
    """
    if once:
        forget()
        gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()
    atexit.register(gc.freeze)


def forget() -> None:
    """Hold nothing more of what was read or worked out that could be read or worked out again.

    One entry among it would hold all others, by what reads it when it is asked for.
    """
    ours = (module for name, module in [*sys.modules.items()] if name.partition(".")[0] == "generator")
    for kept in chain.from_iterable(vars(module).values() for module in ours):
        if isinstance(kept, _lru_cache_wrapper):
            kept.cache_clear()
    places.forget()
    read_once.forget()


def set_aside() -> None:
    """Look for cycles once, and let all that is left stand apart: whoever makes little next waits for no search of it.

    For a server between two edits; what it drops later is found the next time.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
