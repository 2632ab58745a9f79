"""The pages of a site while it is finished: each read once, whoever asks for it, and written once where it changed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.site.listing import digest
from generator.text.own_path import write_file


class Sheaf:
    """Some pages of a site, by their paths; what is changed stands on the disk when they are `laid` there."""

    def __init__(self, site: Path, pages: Sequence[Path]) -> None:
        self.paths = pages
        self._site = site
        self._held = {path: path.read_bytes() for path in pages}  # as bytes, which take least room
        self._changed: set[Path] = set()

    def page(self, path: Path) -> str:
        """Give a page as it is by now."""
        return self._held[path].decode()

    def put(self, path: Path, page: str) -> None:
        """Have a page be this one."""
        data = page.encode()
        if data != self._held[path]:
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
        return {self.name(path): digest(data) for path, data in self._held.items()}
