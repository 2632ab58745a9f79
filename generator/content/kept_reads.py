"""What each file gave when it was last read, kept on disk: one that holds the same bytes is not parsed again.

Kept are plain values (text, numbers, tuples), sealed: nobody else can put there what would be taken for read. What is
damaged, of another machine or made by another generator is not heeded, and everything is read as if nothing were kept.
"""

import hashlib
import marshal
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.content.entry import Entry
from generator.model import Kind
from generator.text.issue import ContentError, Issue
from generator.text.own_path import own, write_file
from generator.text.seal import sealed, unsealed
from generator.text.source import KeptSource, Source

WHAT = "files as they were read"
LARGEST = 1 << 26  # bytes of what is kept: what goes beyond that is read anew each time
Rows = dict[str, tuple[bytes, bytes, bytes]]  # by its name, of each file the digest, what it gave and what was said
VALID, INVALID, UNREADABLE = "valid", "invalid", "unreadable"


class InvalidError(ContentError):
    """Raised where a file can be read as data, which is no valid entry."""

    def __init__(self, issues: Iterable[Issue], source: Source) -> None:
        super().__init__(issues)
        self.source = source


@dataclass(kw_only=True)
class _Read:
    """One file: the digest of its bytes, what it gave, and what rules have said of it alone, each as bytes."""

    digest: bytes
    gave: bytes
    said: bytes
    now: dict[str, Any] | None = None  # what rules say of it in this run
    before: dict[str, Any] = field(default_factory=dict)
    outcome: "Entry[Any] | ContentError | None" = None  # where it was read in this run


class KeptReads:
    """The files of a project as they were read; `keep` writes down those of this run, and forgets all others."""

    def __init__(self, root: Path, path: Path | None, made_by: str, say: Callable[[str], object]) -> None:
        """`made_by` is all that a reading follows from besides the file itself; `say` is told what is not used.

        Without a path, nothing is kept for another run.
        """
        self._root, self._path, self._made_by, self._say = root, path, made_by, say
        self._since = 0  # nanoseconds: when they were kept
        self._kept = self._from_disk()
        self._now: dict[str, _Read] = {}
        self._fresh = False

    def __call__(self, raw: bytes, kind: Kind[Any], slug: str, file: str, read: Callable[[], Entry[Any]]) -> Entry[Any]:
        """Give what reading these bytes gives, or raise its ContentError: as it is kept, else by `read`."""
        name, digest = name_of(kind, slug, file), hashlib.sha256(raw).digest()
        if (done := self._now.get(name)) and done.digest == digest and done.outcome:
            if isinstance(done.outcome, ContentError):
                raise done.outcome.with_traceback(None)
            return done.outcome
        if self.holds(name, digest):
            _, gave, said = self._kept[name]
            self._now[name] = one = _Read(digest=digest, gave=gave, said=said)
            return _again(one, raw, kind, slug, file)
        self._fresh = True
        one = _Read(digest=digest, gave=b"", said=marshal.dumps({}))
        try:
            entry = read()
        except ContentError as error:
            how, data = (INVALID, error.source.data) if isinstance(error, InvalidError) else (UNREADABLE, None)
            one.gave = marshal.dumps((how, data, tuple(issue.row for issue in error.issues)))
            one.outcome = error
            self._now[name] = one
            raise
        one.gave, one.now, one.outcome = marshal.dumps((VALID, entry.source.data, ())), entry.said, entry
        self._now[name] = one
        return entry

    def holds(self, name: str, digest: bytes) -> bool:
        """Whether it is known what a file of these bytes gives under this name."""
        return name in self._kept and self._kept[name][0] == digest

    def knows(self, name: str, facts: os.stat_result) -> bool:
        """Whether a file of these facts was read under this name and not saved since, as far as a clock can tell."""
        return name in self._kept and max(facts.st_mtime_ns, facts.st_ctime_ns) < self._since

    def take(self, rows: Rows) -> None:
        """Hold what others have read just now."""
        self._kept.update(rows)
        self._fresh = True

    def rows(self) -> Rows:
        """Give what this run has read, and what rules have said of each file alone."""
        rows: Rows = {}
        for name, one in self._now.items():
            if one.now is not None and one.now != one.before:
                one.said, self._fresh = marshal.dumps(one.now), True
            rows[name] = (one.digest, one.gave, one.said)
        return rows

    def keep(self) -> None:
        """Write down what this run has read, if any of it is new, as far as there is room."""
        if self._path is None:
            return
        rows, size = self.rows(), 0
        if not self._fresh and rows.keys() == self._kept.keys():
            return
        room = {name: row for name, row in rows.items() if (size := size + len(row[1]) + len(row[2])) <= LARGEST}
        try:
            write_file(own(self._root, self._path), sealed(WHAT, marshal.dumps((self._made_by, room))))
        except OSError as error:
            self._say(f"{self._path}: not kept ({error.strerror}); the next run reads every file anew.")

    def _from_disk(self) -> Rows:
        if self._path is None:
            return {}
        try:
            own(self._root, self._path)
            facts = self._path.stat()
            body = unsealed(WHAT, self._path.read_bytes()) if facts.st_size <= 2 * LARGEST else None
        except FileNotFoundError:
            return {}
        except OSError as error:
            self._say(f"{self._path}: not used ({error.strerror}); every file is read anew.")
            return {}
        if body is None:
            self._say(f"{self._path}: damaged, or not made here; every file is read anew.")
            return {}
        made_by, rows = marshal.loads(body)  # noqa: S302 - this machine sealed it
        self._since = facts.st_mtime_ns
        return rows if made_by == self._made_by else {}


def name_of(kind: Kind[Any], slug: str, file: str) -> str:
    """Give the name under which it is kept what a file gives as an entry of this kind and slug."""
    return f"{kind.id}:{slug}:{file}"


def _again(one: _Read, raw: bytes, kind: Kind[Any], slug: str, file: str) -> Entry[Any]:
    """Give the entry as it was read before, or raise what was raised."""
    how, data, rows = marshal.loads(one.gave)  # noqa: S302 - the same
    if how == UNREADABLE:
        raise ContentError(map(Issue.of, rows))
    source = KeptSource(file, raw, data)
    if how == INVALID:
        raise InvalidError(map(Issue.of, rows), source)
    one.now = marshal.loads(one.said)  # noqa: S302 - the same
    one.before = {**one.now}
    return Entry(slug=slug, file=file, record=kind.record.model_validate(data), source=source, said=one.now)
