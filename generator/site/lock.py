"""One build at a time: whoever comes second waits for the first, on every system."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.text.issue import FailedError
from generator.text.own_path import own

FOLDER = ".cache"
LONGEST = 600.0  # seconds


class BusyError(FailedError):
    """Raised where another build has not ended in all that time."""


@contextmanager
def alone(root: Path, what: str, *, longest: float = LONGEST) -> Iterator[None]:
    """Do something to the project's `what` (docs, site, downloads) while nobody else does.

    The lock is the system's own: it goes with the process that holds it, however that ends. Raises BusyError after
    `longest` seconds.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to load, and a check needs none

    own(root, root / FOLDER / f"{what}.lock")
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    lock = FileLock(root / FOLDER / f"{what}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        sys.stderr.write(f"Another build is at work on the {what} here; this one goes on when it has ended.\n")
        try:
            lock.acquire(timeout=longest)
        except Timeout:
            raise BusyError(f"the {what} must be free, found another build at work for {longest:.0f} s") from None
    try:
        yield
    finally:
        lock.release()
