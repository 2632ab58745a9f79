"""What a folder holds: of sites with thousands of files, so each is asked for as little as may be."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path


def files_of(site: Path) -> Iterator[str]:
    """Give the path of each file of a built site."""
    return (path for path in below(site) if os.path.isfile(f"{site}/{path}"))  # noqa: PTH113 - asked of thousands


def below(folder: Path, inner: str = "") -> Iterator[str]:
    """Give the path of each file and folder in the folder, as far as it can be read; no link is followed."""
    try:
        items = list(os.scandir(f"{folder}/{inner}"))
    except PermissionError:
        return
    for item in items:
        yield f"{inner}{item.name}"
        if item.is_dir(follow_symlinks=False):
            yield from below(folder, f"{inner}{item.name}/")


def digest(data: bytes) -> str:
    """Give the digest of these bytes."""
    return hashlib.sha256(data).hexdigest()


def digest_of(file: str) -> str:
    """Give the digest of an ordinary file, or of anything else nothing."""
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return ""
        with open(file, "rb") as found:  # noqa: PTH123 - asked of thousands
            return digest(found.read())
    except OSError:
        return ""
