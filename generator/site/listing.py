"""What a folder holds: of sites with thousands of files, so each is asked for as little as may be."""

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from generator.site.ingredients import SETTLED


def files_of(site: Path) -> Iterator[str]:
    """Give the path of each file of a built site, one that a link leads to among them."""
    return (path for path, item in _items(f"{site}/", "") if _is_file(item))


def _is_file(item: "os.DirEntry[str]") -> bool:
    return os.path.isfile(item.path) if item.is_symlink() else item.is_file()  # noqa: PTH113 - asked of thousands


def below(folder: Path) -> Iterator[str]:
    """Give the path of each file and folder in the folder, as far as it can be read; no link is followed."""
    return (path for path, _ in _items(f"{folder}/", ""))


def _items(folder: str, inner: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Give what the folder holds as the system lists it, which says of each what it is: nobody asks once more."""
    try:
        items = list(os.scandir(f"{folder}{inner}"))
    except PermissionError:
        return
    for item in items:
        yield f"{inner}{item.name}", item
        if item.is_dir(follow_symlinks=False):
            yield from _items(folder, f"{inner}{item.name}/")


def digest(data: bytes) -> str:
    """Give the digest of these bytes."""
    return hashlib.sha256(data).hexdigest()


def digest_of(file: str) -> str:
    """Give the digest of an ordinary file, or of anything else nothing."""
    data = _read(file)
    return "" if data is None else digest(data)


def facts_of(file: str, *, settled: bool = False) -> tuple[int, ...]:
    """Give what the disk says of an ordinary file, which is other once it was saved again; of anything else nothing.

    Nothing, too, of one that is to be `settled` and may be saved once more within one tick of the clock.
    """
    try:
        facts = os.lstat(file)
    except OSError:
        return ()
    when = max(facts.st_mtime_ns, facts.st_ctime_ns)
    if not stat.S_ISREG(facts.st_mode) or (settled and time.time_ns() - when < SETTLED):
        return ()
    return facts.st_mtime_ns, facts.st_ctime_ns, facts.st_size, facts.st_ino, facts.st_dev


def bytes_of(file: str) -> bytes:
    """Give what an ordinary file holds, or of anything else nothing."""
    return _read(file) or b""


def _read(file: str) -> bytes | None:
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return None
        with open(file, "rb", buffering=0) as found:  # noqa: PTH123 - asked of thousands, each read at once
            return found.read()
    except OSError:
        return None
