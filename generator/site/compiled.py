"""Templates as they were last compiled, by an earlier build: one that was edited since is compiled anew.

They are code that is run, so they are taken only from a file that this machine has sealed, and only where the same
generator, packages and Python compiled them.
"""

import marshal
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.site.code import code_print
from generator.site.kept import FOLDER
from generator.site.sealed_file import leave, left


class KeptTemplates(BytecodeCache):
    """The templates of one room, compiled; `keep` leaves those that this build has asked for to the next."""

    def __init__(self, root: Path, room: str, language: str) -> None:
        self._root, self._file, self._what = root, f"{FOLDER}/templates-{room}", f"templates of {room}, compiled"
        self._made_by = f"{code_print()} {language}"
        self._now: dict[str, tuple[str, bytes]] = {}
        self._before: dict[str, tuple[str, bytes]] = {}
        if body := left(root, self._file, self._what, "all templates are compiled anew"):
            made_by, found = marshal.loads(body)  # noqa: S302 - this machine sealed it
            self._before = found if made_by == self._made_by else {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put what was compiled of the same text into the bucket."""
        known = self._now.get(bucket.key) or self._before.get(bucket.key)
        if known and known[0] == bucket.checksum:
            self._now[bucket.key] = known
            bucket.code = marshal.loads(known[1])  # noqa: S302 - the same

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._now[bucket.key] = bucket.checksum, marshal.dumps(bucket.code)

    def keep(self) -> None:
        """Leave what was asked for to the next build."""
        if self._now != self._before:
            leave(self._root, self._file, self._what, marshal.dumps((self._made_by, self._now)))
