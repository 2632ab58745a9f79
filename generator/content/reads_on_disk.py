"""What files gave when they were read, on disk: rows of plain values, sealed, and those that are new in a file beside.

First comes, sealed, what is asked of every file; behind it the data of each, by a digest that the seal covers. So a run
looks only at the data of those files that it asks for. After an edit only the rows that differ are written, into the
file beside, until they are so many that all are written anew.
"""

import marshal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.text.own_path import own, write_file
from generator.text.seal import LENGTH as SEAL
from generator.text.seal import sealed, unsealed

WHAT, SINCE = "files as they were read", "files that were read since"
LARGEST = 1 << 26  # bytes of what is kept: what goes beyond that is read anew each time
LENGTH = 16  # bytes that say how long what is sealed is
FEW = 8  # of all rows, the share that may stand beside
BESIDE = ".since"  # what the name of the file beside ends in
Gave = bytes | memoryview
Row = tuple[bytes, str, tuple[Any, ...], bytes, bytes, Gave]
"""The digest of a file, how it was read, its issues, what was said, and the data it gave, below a digest of that."""
Rows = dict[str, Row]  # by the name of each file


class ReadsOnDisk:
    """The rows that an earlier run kept at a path; without one there are none, and nothing is kept."""

    def __init__(self, root: Path, path: Path | None, made_by: str, say: Callable[[str], object]) -> None:
        """`made_by` is all that a row follows from besides its file; `say` is told what is not used."""
        self._root, self._path, self._made_by, self._say = root, path, made_by, say
        self._beside = path.with_name(f"{path.name}{BESIDE}") if path else None
        self._mark, self._size = b"", 0  # of the file that holds them all: its seal, and its bytes
        self._all: Rows = {}

    def rows(self) -> Rows:
        """Give what is kept: nothing where it is damaged, too long, of another machine or of another generator."""
        self._all = {}
        if self._path is None or self._beside is None:
            return {}
        try:
            data, beside = self._read(self._path), self._read(self._beside)
        except OSError as error:
            self._say(f"{self._path}: not used ({error.strerror}); every file is read anew.")
            return {}
        if data is None:
            return {}
        at = LENGTH + int.from_bytes(data[:LENGTH], "big")
        body = unsealed(WHAT, data[LENGTH:at])
        made_by, first = marshal.loads(body) if body is not None else ("", {})  # noqa: S302 - this machine sealed it
        if body is None or (made_by == self._made_by and at + sum(row[5] for row in first.values()) != len(data)):
            self.say_damaged()
            return {}
        if made_by != self._made_by:
            return {}
        rows, view = {}, memoryview(data)
        for name, row in first.items():
            rows[name] = (*row[:5], view[at : at + row[5]])
            at += row[5]
        self._mark, self._size = data[LENGTH : LENGTH + SEAL], len(data)
        since = self._since(beside, rows)
        self._all = rows if since is not None else {}
        return since or {}

    def _since(self, beside: bytes | None, rows: Rows) -> Rows | None:
        """Give the rows as they are since; None where what says so is damaged."""
        if beside is None:
            return {**rows}
        body = unsealed(SINCE, beside)
        if body is None:
            self.say_damaged()
            return None
        mark, fresh, gone = marshal.loads(body)  # noqa: S302 - this machine sealed it
        if mark != self._mark:  # left of rows that were all written anew
            return {**rows}
        return {name: row for name, row in {**rows, **fresh}.items() if name not in gone}

    def keep(self, rows: Rows) -> None:
        """Write down these rows in the place of all others, as far as there is room."""
        if self._path is None or self._beside is None:
            return
        size = 0
        room = {name: row for name, row in rows.items() if (size := size + len(row[3]) + len(row[5])) <= LARGEST}
        fresh = {name: row for name, row in room.items() if self._all.get(name) != row}
        try:
            if self._all and sum(len(row[3]) + len(row[5]) for row in fresh.values()) * FEW <= self._size:
                body = marshal.dumps((self._mark, fresh, frozenset(self._all.keys() - room.keys())))
                write_file(own(self._root, self._beside), sealed(SINCE, body))
            else:
                self._keep_all(own(self._root, self._path), room)
                own(self._root, self._beside).unlink(missing_ok=True)
        except OSError as error:
            self._say(f"{self._path}: not kept ({error.strerror}); the next run reads every file anew.")

    def _keep_all(self, path: Path, rows: Rows) -> None:
        first = {name: (*row[:5], len(row[5])) for name, row in rows.items()}
        head = sealed(WHAT, marshal.dumps((self._made_by, first)))
        length = len(head).to_bytes(LENGTH, "big")
        write_file(path, b"".join((length, head, *(row[5] for row in rows.values()))))

    def say_damaged(self) -> None:
        """Say that what is kept is not used."""
        self._say(f"{self._path}: damaged, or not made here; every file is read anew.")

    def _read(self, path: Path) -> bytes | None:
        """Give the bytes of a file; None where there is none, or one of too many bytes."""
        own(self._root, path)
        try:
            return path.read_bytes() if path.stat().st_size <= 2 * LARGEST else b""
        except FileNotFoundError:
            return None
