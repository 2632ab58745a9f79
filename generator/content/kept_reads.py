"""What each file gave when it was last read, kept on disk: one that holds the same bytes is not parsed again.

Kept are plain values (text, numbers, tuples), sealed: nobody else can put there what would be taken for read. What is
damaged, of another machine or made by another generator is not heeded, and everything is read as if nothing were kept.
"""

import hashlib
import marshal
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.content.entry import Entry
from generator.content.reads_on_disk import Gave, ReadsOnDisk, Rows
from generator.model import Kind
from generator.text.issue import ContentError, Issue
from generator.text.read_once import Bytes
from generator.text.source import KeptSource, Source, parse_source

VALID, INVALID, UNREADABLE = "valid", "invalid", "unreadable"


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
        self._disk = ReadsOnDisk(root, path, made_by, say)
        self._kept = self._disk.rows()
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
        rows = self.rows()
        if self._fresh or rows.keys() != self._kept.keys():
            self._disk.keep(rows)

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
        self._disk.say_damaged()
        self._fresh = True
        data = parse_source(raw, file).data
        one.mark, one.gave = b"", marshal.dumps(data)
        return data


def name_of(kind: Kind[Any], slug: str, file: str) -> str:
    """Give the name under which it is kept what a file gives as an entry of this kind and slug."""
    return f"{kind.id}:{slug}:{file}"


def _mark(gave: Gave) -> bytes:
    return hashlib.sha256(gave).digest()
