"""A folder on disk that holds exactly these pages: only what changed is written, what is stale is removed."""

import os
import shutil
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.text.own_path import own, write_file

KEPT = ".gitignore"


@dataclass(frozen=True, kw_only=True)
class Written:
    """How many files were written, and how many removed."""

    written: int
    removed: int


def write_folder(
    folder: Path,
    pages: Mapping[str, str | bytes],
    *,
    beside: frozenset[str] = frozenset(),
    there: Container[str] = (),
    whole: bool = True,
) -> Written:
    """Make the folder hold exactly these pages (path to text, or to bytes), each replaced whole or not at all.

    The folders named in `beside` belong to somebody else and stay as they are. What is not the `whole` leaves the
    folder's other pages alone. Those that are `there` the caller has just read.

    Raises OSError where the disk refuses, and ValueError for a path that leads outside.
    """
    for path in pages:
        if path.startswith("/") or ".." in path.split("/"):
            raise ValueError(f"a page must lie inside the folder, found {path!r}")
    folder.mkdir(parents=True, exist_ok=True)
    removed = _clear_the_way(folder, pages) if whole else 0
    written = sum(write_file(folder / path, _bytes(text)) for path, text in pages.items() if path not in there)
    removed += _remove_stale(folder, pages, beside) if whole else 0  # last: a disk that refuses costs nothing old
    return Written(written=written, removed=removed)


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def replace_files(root: Path, files: Mapping[str, bytes | None]) -> None:
    """Make each file (by its path below `root`) hold these bytes, or go: all of them, or none if the disk refuses."""
    for path in files:
        own(root, root / path)
    before = {path: (root / path).read_bytes() if (root / path).is_file() else None for path in files}
    try:
        for path, data in files.items():
            if data is not None:
                write_file(root / path, data)
        for path in (path for path, data in files.items() if data is None):
            (root / path).unlink()
    except OSError:
        for path, old in before.items():
            if old is None:
                (root / path).unlink(missing_ok=True)
            else:
                with suppress(OSError):
                    write_file(root / path, old)
        raise


def _clear_the_way(folder: Path, pages: Mapping[str, str | bytes]) -> int:
    """Remove what stands where a page, or a folder of one, must be, and give the number of files among it."""
    removed = 0
    for parent in (folder / name for name in _folders(pages)):
        if parent.is_symlink() or (parent.exists() and not parent.is_dir()):
            parent.unlink()
            removed += 1
    for name in pages:
        if os.path.isdir(f"{folder}/{name}") and not (path := folder / name).is_symlink():  # noqa: PTH112 - asked of thousands
            removed += sum(1 for inner in path.rglob("*") if inner.is_symlink() or not inner.is_dir())
            shutil.rmtree(path)
    return removed


def _folders(pages: Iterable[str]) -> list[str]:
    """Give each folder that one of the pages stands in, the outer first."""
    found: set[str] = set()
    for path in pages:
        name = path.rpartition("/")[0]
        while name and name not in found:
            found.add(name)
            name = name.rpartition("/")[0]
    return sorted(found)


def _remove_stale(folder: Path, pages: Mapping[str, str | bytes], beside: frozenset[str]) -> int:
    removed = 0
    needed = {*_folders(pages)}
    for here, folders, files in os.walk(folder, topdown=False):
        inner = Path(here).relative_to(folder).as_posix()
        begins = "" if inner == "." else f"{inner}/"
        theirs = begins.partition("/")[0] in beside
        for name in files:
            where = f"{begins}{name}"
            if not theirs and where not in pages and where != KEPT and where not in beside:
                (folder / where).unlink()
                removed += 1
        for name in folders:
            where = f"{begins}{name}"
            path = folder / where
            if path.is_symlink():
                path.unlink()
                removed += 1
            elif not theirs and where not in needed and where not in beside:
                path.rmdir()
    return removed
