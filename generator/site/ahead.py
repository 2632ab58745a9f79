"""The files of a large handbook read by several processes at once; where that cannot be, nothing is lost but time.

Each gives what it has read as plain values. What one of them fails to give is read by whoever needs it.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.content.kept_reads import KeptReads, name_of
from generator.content.load import files_of, load_entry
from generator.model import HANDBOOK, Kind
from generator.rules.alone import speak_alone
from generator.rules.style_guide import Guide, guide_for
from generator.site.worker import Give, Worker, meanwhile, processes
from generator.text.issue import ContentError
from generator.text.language import LanguageError, language_of
from generator.text.source import read_bytes

FEW = 200  # files: fewer are read before another process has begun
File = tuple[Kind[Any], str, Path]


def read_ahead(root: Path, kept: KeptReads, *, with_style_rules: bool) -> None:
    """Have `kept` hold what every file gives that it does not hold yet, where processes can share the reading."""
    hands = processes()
    if hands < 2:  # noqa: PLR2004 - one alone shares nothing
        return
    with suppress(ContentError, LanguageError):
        saved = [one for one in files_of(root) if _may_be_new(root, one, kept)]
        wanted = [one for one in saved if _is_new(root, one, kept)] if len(saved) >= FEW else []
        if len(wanted) < FEW:
            return
        guide = _guide(root) if with_style_rules else None
        others = [_begin(root, wanted[at::hands], guide) for at in range(1, hands)]
        _read(root, wanted[::hands], guide, kept)
        for worker in filter(None, others):
            kept.take(worker.given() or {})
            worker.end()


def _guide(root: Path) -> Guide:
    words = load_entry(root / HANDBOOK.where, HANDBOOK, HANDBOOK.folder, HANDBOOK.where).record
    return guide_for(words, language_of(words.language, root))


def _may_be_new(root: Path, one: File, kept: KeptReads) -> bool:
    """Whether a file was saved since, or was none: too many are asked for each to be read, only to read few ahead."""
    kind, slug, path = one
    try:
        return not kept.knows(name_of(kind, slug, path.relative_to(root).as_posix()), os.lstat(path))
    except OSError:
        return False  # that is nothing to keep


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


def _begin(root: Path, files: Sequence[File], guide: Guide | None) -> Worker | None:
    """Give the process that reads these files."""

    def read(give: Give) -> None:
        reads = KeptReads(root, None, "", str)
        _read(root, files, guide, reads)
        give(reads.rows())

    return meanwhile(read)
