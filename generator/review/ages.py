"""Which stories were there first: those of the last commit are older than what only lies here."""

import os
from pathlib import Path

from generator.review.repository import begun


def stories_before(root: Path) -> frozenset[str]:
    """Give the names of the stories that the last commit holds: they are older than what only lies here."""
    with begun(root) as repository:
        commit = repository.commit("HEAD") if repository else ""
        files = repository.tree(commit, "content/stories") if repository and commit else {}
    return frozenset(Path(file).stem for file in files)


def last_move(root: Path) -> object:
    """Give what differs after each commit or checkout, at the price of a look; it always differs where nobody knows."""
    if not os.path.lexists(root / ".git"):
        return []  # none is kept here
    try:
        told = [(root / ".git" / name).stat() for name in ("HEAD", "logs/HEAD")]
    except OSError:
        return object()
    return [[facts.st_mtime_ns, facts.st_size] for facts in told]
