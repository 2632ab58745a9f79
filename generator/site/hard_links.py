"""The files of the published site that the next one takes: each one on the disk with a second name, and not copied."""

import os
import shutil
from collections.abc import Collection


def empty(fresh: str) -> None:
    """Leave nothing of an earlier site where this one is built."""
    _left("", fresh, ())


def take(site: str, fresh: str, files: Collection[str]) -> None:
    """Have there be these files alone, as old as they are: what has not changed need not be fetched or copied again.

    Whoever writes one of them later puts another file in its place, so the two may be one on the disk; what is one
    already, of an earlier site, stays.
    """
    there = _left(site, fresh, files)
    for file in files:
        if file not in there:
            place = f"{fresh}/{file}"
            try:
                _link(f"{site}/{file}", place)
            except FileNotFoundError:
                _make(place.rpartition("/")[0])
                _link(f"{site}/{file}", place)


def _left(site: str, fresh: str, files: Collection[str], inner: str = "") -> set[str]:
    """Give those of the files that are one in both sites, and remove all else from the fresh one, empty folders too."""
    left: set[str] = set()
    try:
        items = list(os.scandir(f"{fresh}/{inner}"))
    except FileNotFoundError:
        return left
    for item in items:
        name = f"{inner}{item.name}"
        if item.is_dir(follow_symlinks=False):
            if below := _left(site, fresh, files, f"{name}/"):
                left |= below
            else:
                os.rmdir(item.path)  # noqa: PTH106 - done for thousands
        elif name in files and os.path.samestat(os.lstat(f"{site}/{name}"), os.lstat(item.path)):
            left.add(name)
        else:
            os.unlink(item.path)  # noqa: PTH108 - the same
    return left


def _make(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102 - done for thousands, most of them in a folder that is there
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - the same


def _link(there: str, place: str) -> None:
    try:
        os.link(there, place)
    except FileNotFoundError:
        raise
    except OSError:  # a disk that knows no second name
        shutil.copyfile(there, place)
