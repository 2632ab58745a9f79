"""When each file of a project was last saved: by it a watcher sees what changed between two looks."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from stat import S_ISDIR

WATCHED = ("content", "own", "templates", "mkdocs.yml")
LEFT_BY_EDITORS = re.compile(
    r"\..*\.sw[a-z]|.*~|\.?#.*|4913|\.DS_Store"
)  # beside what they edit, and never a part of it
Stamps = Mapping[str, tuple[int, int]]


def stamps(root: Path, names: Iterable[str] = WATCHED) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give each file that the pages are made of (or that is named), with when it was saved and how long it is."""
    for name in names:
        try:
            facts = os.lstat(root / name)
        except OSError:
            continue
        if S_ISDIR(facts.st_mode):
            yield from _below(f"{root / name}", name)
        else:
            yield name, (facts.st_mtime_ns, facts.st_size)


def _below(folder: str, name: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        found = [*os.scandir(folder)]
    except OSError:
        return  # gone between two looks
    for item in found:
        if LEFT_BY_EDITORS.fullmatch(item.name):
            continue
        here = f"{name}/{item.name}"
        try:
            if item.is_dir(follow_symlinks=False):
                yield from _below(item.path, here)
            else:
                facts = item.stat(follow_symlinks=False)
                yield here, (facts.st_mtime_ns, facts.st_size)
        except OSError:
            continue
