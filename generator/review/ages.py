"""Which stories were there first: those of the last commit are older than what only lies here."""

import os
from pathlib import Path


def stories_before(root: Path) -> frozenset[str]:
    """Give the names of the stories that the last commit holds: they are older than what only lies here."""
    if not _is_kept(root):
        return frozenset()
    from generator.review.repository import begun  # noqa: PLC0415 - what runs git is loaded where there is any

    with begun(root) as repository:
        commit = repository.commit("HEAD") if repository else ""
        files = repository.tree(commit, "content/stories") if repository and commit else {}
    return frozenset(Path(file).stem for file in files)


def last_move(root: Path) -> object:
    """Give what differs after each commit or checkout, at the price of a look; it always differs where nobody knows."""
    if not _is_kept(root):
        return []
    try:
        told = [(root / ".git" / name).stat() for name in ("HEAD", "logs/HEAD")]
    except OSError:
        return object()
    return [[facts.st_mtime_ns, facts.st_size] for facts in told]


def _is_kept(root: Path) -> bool:
    return os.path.lexists(root / ".git")
