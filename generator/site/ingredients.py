"""All that a site is made of, as one digest: each file, package and wish that could change a byte of it.

Whoever asks has not loaded what builds a site: that takes longer than to read every file.
"""

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]  # the generator that runs; MkDocs takes one of the project's first
OF_EVERY_PAGE = ("own", "templates", "generator", "mkdocs.yml")
OF_NO_SITE = frozenset({"__pycache__", ".DS_Store"})
Prints = Mapping[str, str]  # of each file its digest, by its path
NOTHING: Prints = {}
Read = dict[str, tuple[tuple[int, ...], str]]  # of files, by their paths: what the disk said, and the digest
SETTLED = 100_000_000  # nanoseconds: what was saved so shortly before may be saved once more within one tick


def ingredients(root: Path, wishes: Iterable[str], named: Iterable[str] = ()) -> str:
    """Give the digest of what the project's site is made of; `named` are more files and folders of the project.

    Raises OSError where one cannot be read.
    """
    return look(root, (*wishes, _moment()), ("content", *named))


def look(root: Path, wishes: Iterable[str], named: Iterable[str] = ()) -> str:
    """Give likewise the digest of what all pages have in common."""
    theirs = {(root / name).resolve() for name in (*OF_EVERY_PAGE, *named)}
    places = sorted(theirs | {HERE, HERE.parent / "templates"})
    made_of = [*tools(), *wishes, *(json.dumps([place.name, prints(place)]) for place in places)]
    return hashlib.sha256("\0".join(made_of).encode()).hexdigest()


def prints(top: Path, *, beside: Iterable[str] = (), known: Prints = NOTHING) -> Prints:
    """Give the digest of each file of a folder, by its path in it, but for those `beside`; of a file, its own.

    A folder has the digest of nothing, a link that of where it leads: it is not followed. That of some files is
    `known`.
    """
    return dict(sorted(_prints(str(top), "", frozenset(beside), known)))


def _prints(path: str, name: str, beside: frozenset[str], known: Prints) -> Iterator[tuple[str, str]]:
    try:
        facts = os.lstat(path)
    except OSError:
        return
    if stat.S_ISLNK(facts.st_mode):
        yield name, f"link {os.readlink(path)}"  # noqa: PTH115 - asked of thousands
    elif stat.S_ISREG(facts.st_mode):
        yield name, known.get(name) or print_of(path, facts)
    elif stat.S_ISDIR(facts.st_mode):
        yield name, ""
        for inner in os.listdir(path):  # noqa: PTH208 - the same
            if inner not in OF_NO_SITE and (where := f"{name}/{inner}" if name else inner) not in beside:
                yield from _prints(f"{path}/{inner}", where, beside, known)
    else:
        yield name, "neither file nor folder"


def print_of(path: str, facts: os.stat_result) -> str:
    """Give the digest of a file of which these are the facts; one that has not been saved since has that it had."""
    now = (facts.st_mtime_ns, facts.st_ctime_ns, facts.st_size, facts.st_ino, facts.st_dev)
    before = _read.get(path) or _before.get(path)
    if before and before[0] == now:
        _read[path] = before
        return before[1]
    with open(path, "rb") as file:  # noqa: PTH123 - asked of thousands
        made = hashlib.sha256(file.read()).hexdigest()
    if time.time_ns() - max(now[:2]) > SETTLED:
        _read[path] = now, made
    return made


def read_so_far() -> Read:
    """Give what this process has found out of files by their whole paths, for another to `go_on` from."""
    return {path: one for path, one in _read.items() if os.path.isabs(path)}  # noqa: PTH117 - of thousands


def go_on(read: Read) -> None:
    """Know what another process has found out; a file that was saved since is read again."""
    _before.update(read)


_before: dict[str, tuple[tuple[int, ...], str]] = {}  # what an earlier process has read
_read: dict[str, tuple[tuple[int, ...], str]] = {}  # what this process has read, as it was then


def tools() -> Iterator[str]:
    """Give what makes it beside the generator's own files: Python, and every package that is installed here."""
    yield sys.version
    places = {place for place in sys.path if os.path.isdir(place)}  # noqa: PTH112 - the same
    installed = {name for place in places for name in os.listdir(place)}  # noqa: PTH208 - the same
    yield from sorted(name for name in installed if name.endswith((".dist-info", ".egg-info")))


def _moment() -> str:
    """Give what the engine takes for the time of the build: the one it is told, or today."""
    return os.environ.get("SOURCE_DATE_EPOCH") or datetime.fromtimestamp(time.time(), UTC).date().isoformat()
