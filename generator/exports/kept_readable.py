"""Pages in plain Markdown as they were said the last time: one whose text is the same is not read again."""

import hashlib
import marshal
import sys
from pathlib import Path

from generator.exports import readable
from generator.paper.stock import STOCK

NAME = "readable"


class KeptReadable:
    """The pages of one edition: `of` says one, `keep` leaves those that were said to the next edition."""

    def __init__(self) -> None:
        self._made_by = sys.version.encode() + Path(readable.__file__).read_bytes()
        body = STOCK.left(NAME, self._made_by)
        self._before: dict[bytes, str] = marshal.loads(body) if body else {}  # noqa: S302 - this machine sealed it
        self._now: dict[bytes, str] = {}

    def of(self, text: str) -> str:
        """Give the page in plain Markdown, its links as words."""
        key = hashlib.sha256(text.encode()).digest()
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else readable.readable(text)
        return self._now[key]

    def keep(self) -> None:
        """Leave what was said."""
        if self._now.keys() != self._before.keys():
            STOCK.leave(NAME, self._made_by, marshal.dumps(self._now))
