"""Files as they were last read: what was not saved since is no more parsed, for whoever checks after every save."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator.text.issue import ContentError

T = TypeVar("T")
Facts = tuple[int, ...]
SETTLED = 100_000_000  # nanoseconds: what was saved so shortly before may be saved once more within one tick


class Remembered:
    """What each file gave when it was last read; `turn` begins a reading, and forgets what the last did not ask for."""

    def __init__(self) -> None:
        self._before: dict[str, tuple[Facts, object]] = {}
        self._now: dict[str, tuple[Facts, object]] = {}

    def turn(self) -> None:
        """Begin to read all files once more."""
        self._before, self._now = self._now, {}

    def __call__(self, path: Path, what: str, read: Callable[[], T]) -> T:
        """Give what reading the file gives (or raise its ContentError): `what` it is read as, and how."""
        facts = _facts(path)
        known = self._before.get(what)
        if known is None or not facts or known[0] != facts:
            known = (facts, _outcome(read))
        if facts and time.time_ns() - max(facts[:2]) > SETTLED:
            self._now[what] = known
        if isinstance(known[1], ContentError):
            raise known[1].with_traceback(None)
        return known[1]  # type: ignore[return-value]  # what `read` gave under this name


def _facts(path: Path) -> Facts:
    try:
        found = os.lstat(path)
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_mode


def _outcome(read: Callable[[], object]) -> object:
    try:
        return read()
    except ContentError as error:
        return error
