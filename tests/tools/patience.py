"""Waiting for what happens elsewhere: for the event and not for a time. The ceiling is for what never happens."""

import signal
import time
from collections.abc import Callable

CEILING = 120.0  # seconds; a machine that is busy with other things is slow, and that is no fault


def until(happens: Callable[[], object], what: str = "what was waited for") -> None:
    """Wait until it has happened."""
    end = time.monotonic() + CEILING
    while not happens():
        assert time.monotonic() < end, f"{what} must happen"
        time.sleep(0.02)


def listen() -> None:
    """Hear the interrupt: what is started from the background is deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
