"""The pages of a site while it is finished: each read once, whoever asks for it, and written once where it changed.

Of more than a process may hold, the rest is read and written as often as it is asked for and changed.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.site.listing import digest
from generator.text.own_path import write_file

LARGEST = 1 << 27  # bytes of pages that are held


class Sheaf:
    """Some pages of a site, by their paths; what is changed stands on the disk when they are `laid` there.

    Those that come first are held; of those beyond that, what is changed is written at once, and read again.
    """

    def __init__(self, site: Path, pages: Sequence[Path]) -> None:
        self.paths = pages
        self._site = site
        self._held: dict[Path, bytes] = {}  # as bytes, which take least room
        self._changed: set[Path] = set()
        room = LARGEST
        for path in pages:
            data = path.read_bytes()
            room -= len(data)
            if room < 0:
                break
            self._held[path] = data

    def page(self, path: Path) -> str:
        """Give a page as it is by now."""
        return self._data(path).decode()

    def put(self, path: Path, page: str) -> None:
        """Have a page be this one."""
        data = page.encode()
        if path not in self._held:
            write_file(path, data)
        elif data != self._held[path]:
            self._held[path] = data
            self._changed.add(path)

    def name(self, path: Path) -> str:
        """Give the path of a page in the site."""
        return path.relative_to(self._site).as_posix()

    def lay(self) -> Mapping[str, str]:
        """Write what was changed, and give the digest of each page, by its path in the site."""
        for path in self.paths:
            if path in self._changed:
                write_file(path, self._held[path])
        self._changed.clear()
        return {self.name(path): digest(self._data(path)) for path in self.paths}

    def _data(self, path: Path) -> bytes:
        return self._held[path] if path in self._held else path.read_bytes()
