"""Files as they were last read: what was not saved since is no more parsed, for whoever checks after every save."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator.text.issue import ContentError
from generator.text.read_once import Facts, facts_of, is_settled

T = TypeVar("T")


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
        if facts and is_settled(facts):
            self._now[what] = known
        if isinstance(known[1], ContentError):
            raise known[1].with_traceback(None)
        return known[1]  # type: ignore[return-value]  # what `read` gave under this name


def _facts(path: Path) -> Facts:
    try:
        return facts_of(os.lstat(path))
    except OSError:
        return ()


def _outcome(read: Callable[[], object]) -> object:
    try:
        return read()
    except ContentError as error:
        return error
