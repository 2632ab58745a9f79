"""When each file of a project was last saved: by it a watcher sees what changed between two looks."""

from collections.abc import Iterator, Mapping
from pathlib import Path

WATCHED = ("content", "own", "templates", "mkdocs.yml")
Stamps = Mapping[str, tuple[int, int]]


def stamps(root: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give each file that the pages are made of, with when it was saved and how long it is."""
    for name in WATCHED:
        top = root / name
        for path in [top, *top.rglob("*")]:
            try:
                facts = path.lstat()
            except OSError:
                continue  # gone between two looks
            if not path.is_dir():
                yield path.relative_to(root).as_posix(), (facts.st_mtime_ns, facts.st_size)
