"""What each file gave when it was last read, kept on disk: one that holds the same bytes is not parsed again.

Kept are plain values (text, numbers, tuples), sealed: nobody else can put there what would be taken for read. What is
damaged, of another machine or made by another generator is not heeded, and everything is read as if nothing were kept.

First comes, sealed, what is asked of every file; behind it the data of each, by a digest that the seal covers. So a run
looks only at the data of those files that it asks for.
"""

import hashlib
import marshal
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.content.entry import Entry
from generator.model import Kind
from generator.text.issue import ContentError, Issue
from generator.text.own_path import own, write_file
from generator.text.read_once import Bytes
from generator.text.seal import sealed, unsealed
from generator.text.source import KeptSource, Source, parse_source

WHAT = "files as they were read"
LARGEST = 1 << 26  # bytes of what is kept: what goes beyond that is read anew each time
LENGTH = 16  # bytes that say how long what is sealed is
VALID, INVALID, UNREADABLE = "valid", "invalid", "unreadable"
Gave = bytes | memoryview
Row = tuple[bytes, str, tuple[Any, ...], bytes, bytes, Gave]
"""The digest of a file, how it was read, its issues, what was said, and the data it gave, below a digest of that."""
Rows = dict[str, Row]  # by the name of each file


class InvalidError(ContentError):
    """Raised where a file can be read as data, which is no valid entry."""

    def __init__(self, issues: Iterable[Issue], source: Source) -> None:
        super().__init__(issues)
        self.source = source


@dataclass(kw_only=True)
class _Read:
    """One file: the digest of its bytes, how it was read, what it gave, and what rules have said of it alone."""

    digest: bytes
    how: str = VALID
    issues: tuple[Any, ...] = ()
    mark: bytes = b""  # a digest of what it gave; none yet of what was read in this run
    gave: Gave = b""
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
        self._kept = self._from_disk()
        self._now: dict[str, _Read] = {}
        self._fresh = False

    def __call__(
        self, held: Bytes, kind: Kind[Any], slug: str, file: str, read: Callable[[], Entry[Any]]
    ) -> Entry[Any]:
        """Give what reading these bytes gives, or raise its ContentError: as it is kept, else by `read`."""
        name, digest = name_of(kind, slug, file), held.digest
        if (done := self._now.get(name)) and done.digest == digest and done.outcome:
            if isinstance(done.outcome, ContentError):
                raise done.outcome.with_traceback(None)
            return done.outcome
        if self.holds(name, digest):
            _, how, issues, said, mark, gave = self._kept[name]
            self._now[name] = one = _Read(digest=digest, how=how, issues=issues, mark=mark, gave=gave, said=said)
            return self._again(one, held.data, kind, slug, file)
        self._fresh = True
        self._now[name] = one = _Read(digest=digest, said=marshal.dumps({}))
        try:
            entry = read()
        except ContentError as error:
            one.how, one.issues = UNREADABLE, tuple(issue.row for issue in error.issues)
            if isinstance(error, InvalidError):
                one.how, one.gave = INVALID, marshal.dumps(error.source.data)
            one.outcome = error
            raise
        entry.keep_fields()
        one.gave, one.now, one.outcome = marshal.dumps(entry.source.data), entry.said, entry
        return entry

    def holds(self, name: str, digest: bytes) -> bool:
        """Whether it is known what a file of these bytes gives under this name."""
        return name in self._kept and self._kept[name][0] == digest

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
            mark = one.mark or _mark(one.gave)
            rows[name] = (one.digest, one.how, one.issues, one.said, mark, one.gave)
        return rows

    def keep(self) -> None:
        """Write down what this run has read, if any of it is new, as far as there is room."""
        if self._path is None:
            return
        rows, size = self.rows(), 0
        if not self._fresh and rows.keys() == self._kept.keys():
            return
        room = {name: row for name, row in rows.items() if (size := size + len(row[3]) + len(row[5])) <= LARGEST}
        first = {name: (*row[:5], len(row[5])) for name, row in room.items()}
        head = sealed(WHAT, marshal.dumps((self._made_by, first)))
        length = len(head).to_bytes(LENGTH, "big")
        try:
            write_file(own(self._root, self._path), b"".join((length, head, *(row[5] for row in room.values()))))
        except OSError as error:
            self._say(f"{self._path}: not kept ({error.strerror}); the next run reads every file anew.")

    def _from_disk(self) -> Rows:
        if self._path is None:
            return {}
        try:
            own(self._root, self._path)
            data = self._path.read_bytes() if self._path.stat().st_size <= 2 * LARGEST else b""
        except FileNotFoundError:
            return {}
        except OSError as error:
            self._say(f"{self._path}: not used ({error.strerror}); every file is read anew.")
            return {}
        at = LENGTH + int.from_bytes(data[:LENGTH], "big")
        body = unsealed(WHAT, data[LENGTH:at])
        made_by, first = marshal.loads(body) if body is not None else ("", {})  # noqa: S302 - this machine sealed it
        if body is None or (made_by == self._made_by and at + sum(row[5] for row in first.values()) != len(data)):
            self._say_damaged()
            return {}
        if made_by != self._made_by:
            return {}
        rows, view = {}, memoryview(data)
        for name, row in first.items():
            rows[name] = (*row[:5], view[at : at + row[5]])
            at += row[5]
        return rows

    def _say_damaged(self) -> None:
        self._say(f"{self._path}: damaged, or not made here; every file is read anew.")

    def _again(self, one: _Read, raw: bytes, kind: Kind[Any], slug: str, file: str) -> Entry[Any]:
        """Give the entry as it was read before, or raise what was raised."""
        if one.how == UNREADABLE:
            raise ContentError(map(Issue.of, one.issues))
        source = KeptSource(file, raw, lambda: self._data_of(one, raw, file))
        if one.how == INVALID:
            raise InvalidError(map(Issue.of, one.issues), source)
        one.now = marshal.loads(one.said)  # noqa: S302 - the same
        one.before = {**one.now}
        return Entry.later(slug, file, source, one.now, lambda: kind.record.model_validate(source.data))

    def _data_of(self, one: _Read, raw: bytes, file: str) -> Any:  # noqa: ANN401 - as it was read
        """Give the data of a file, which is read anew where what is kept of it is damaged."""
        if not one.mark or _mark(one.gave) == one.mark:
            return marshal.loads(one.gave)  # noqa: S302 - the same
        self._say_damaged()
        self._fresh = True
        data = parse_source(raw, file).data
        one.mark, one.gave = b"", marshal.dumps(data)
        return data


def name_of(kind: Kind[Any], slug: str, file: str) -> str:
    """Give the name under which it is kept what a file gives as an entry of this kind and slug."""
    return f"{kind.id}:{slug}:{file}"


def _mark(gave: Gave) -> bytes:
    return hashlib.sha256(gave).digest()
