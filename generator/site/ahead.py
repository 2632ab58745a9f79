"""The files of a large handbook read by several processes at once; where that cannot be, nothing is lost but time.

Each gives what it has read as plain values. What one of them fails to give is read by whoever needs it.
"""

import marshal
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.content.kept_reads import KeptReads, Rows, name_of
from generator.content.load import files_of, load_entry
from generator.model import HANDBOOK, Kind
from generator.rules.alone import speak_alone
from generator.rules.style_guide import Guide, guide_for
from generator.text.issue import ContentError
from generator.text.language import LanguageError, language_of
from generator.text.source import read_bytes

FEW = 200  # files: fewer are read before another process has begun
MOST = 4  # processes
File = tuple[Kind[Any], str, Path]


def read_ahead(root: Path, kept: KeptReads, *, with_style_rules: bool) -> None:
    """Have `kept` hold what every file gives that it does not hold yet, where processes can share the reading."""
    hands = processes()
    if hands < 2:  # noqa: PLR2004 - one alone shares nothing
        return
    with suppress(ContentError, LanguageError):
        wanted = [one for one in files_of(root) if _is_new(root, one, kept)]
        if len(wanted) < FEW:
            return
        guide = _guide(root) if with_style_rules else None
        others = [_begin(root, wanted[at::hands], guide) for at in range(1, hands)]
        _read(root, wanted[::hands], guide, kept)
        for process, pipe in others:
            kept.take(_end(process, pipe))


def processes() -> int:
    """Give how many processes may read at once: one, where a process cannot be parted in two without danger."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(MOST, len(os.sched_getaffinity(0)))


def _guide(root: Path) -> Guide:
    words = load_entry(root / HANDBOOK.where, HANDBOOK, HANDBOOK.folder, HANDBOOK.where).record
    return guide_for(words, language_of(words.language, root))


def _is_new(root: Path, one: File, kept: KeptReads) -> bool:
    kind, slug, path = one
    file = path.relative_to(root).as_posix()
    try:
        raw = read_bytes(path, file, kilobytes=kind.kilobytes)
    except ContentError:
        return False  # that is nothing to keep
    return not kept.holds(name_of(kind, slug, file), sha256(raw).digest())


def _read(root: Path, files: Sequence[File], guide: Guide | None, reads: KeptReads) -> None:
    for kind, slug, path in files:
        with suppress(ContentError):
            entry = load_entry(path, kind, slug, path.relative_to(root).as_posix(), reads)
            speak_alone(entry, kind, guide)


def _begin(root: Path, files: Sequence[File], guide: Guide | None) -> tuple[int, int]:
    """Give the process that reads these files, and the pipe through which it gives them."""
    out, into = os.pipe()
    if process := os.fork():
        os.close(into)
        return process, out
    try:
        reads = KeptReads(root, None, "", str)
        _read(root, files, guide, reads)
        with os.fdopen(into, "wb") as pipe:
            pipe.write(marshal.dumps(reads.rows()))
    finally:
        os._exit(0)  # nothing of the other's is ended here


def _end(process: int, pipe: int) -> Rows:
    with os.fdopen(pipe, "rb") as given:
        data = given.read()
    os.waitpid(process, 0)
    try:
        rows: Rows = marshal.loads(data)  # noqa: S302 - of our own process
    except (EOFError, ValueError, TypeError):
        return {}
    return rows
