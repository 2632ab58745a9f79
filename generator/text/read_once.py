"""The bytes of files, read once in a run: what has not been saved since is not read again, nor is its digest made."""

import hashlib
import os
import time
from typing import NamedTuple

SETTLED = 100_000_000  # nanoseconds: what was saved so shortly before may be saved once more within one tick
AS_IT_IS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
LARGEST = 1 << 26  # bytes that are held: what goes beyond that is read each time
Facts = tuple[int, ...]


class Bytes(NamedTuple):
    """What a file holds, and the digest of that."""

    data: bytes
    digest: bytes


def read_once(path: str, facts: os.stat_result) -> Bytes:
    """Give what the file holds, of which these are the facts just now: as it was read in this run, or read anew."""
    now = facts_of(facts)
    known = _held.get(path)
    if known and known[0] == now:
        return known[1]
    data = bytes_of(path, facts.st_size)
    found = Bytes(data, hashlib.sha256(data).digest())
    if is_settled(now):
        _hold(path, now, found)
    return found


def bytes_of(path: str, size: int) -> bytes:
    """Give all of the file, which has about this size; of thousands, without what Python's own files do beside."""
    file = os.open(path, AS_IT_IS)
    try:
        parts = [os.read(file, size + 1)]
        while parts[-1] and (len(parts) > 1 or len(parts[0]) != size):
            parts.append(os.read(file, size + 1))
    finally:
        os.close(file)
    return b"".join(parts) if len(parts) > 1 else parts[0]


def facts_of(found: os.stat_result) -> Facts:
    """Give what differs once a file is saved; when it was saved and when it was changed come first."""
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev, found.st_mode


def is_settled(facts: Facts) -> bool:
    """Whether whoever saves the file now changes these facts."""
    return time.time_ns() - max(facts[:2]) > SETTLED


def forget() -> None:
    """Hold nothing of any file: each is read anew when it is asked for."""
    global _size  # noqa: PLW0603 - of what is held
    _held.clear()
    _size = 0


def _hold(path: str, facts: Facts, found: Bytes) -> None:
    global _size  # noqa: PLW0603 - of what is held
    if before := _held.pop(path, None):
        _size -= len(before[1].data)
    if _size + len(found.data) <= LARGEST:
        _held[path], _size = (facts, found), _size + len(found.data)


_held: dict[str, tuple[Facts, Bytes]] = {}
_size = 0
