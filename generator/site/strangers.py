"""Files that somebody put where a build deletes them, each by name and with the place where it is kept."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.site.listing import below
from generator.site.lock import FOLDER as CACHE
from generator.text.issue import Issue

NOTED = f"{CACHE}/made"  # one file for each folder: what the last build put into it
MOVES = {
    ".md": "content/pages/",
    ".css": "own/style.css",
    ".js": "own/, and name it under extra_javascript in mkdocs.yml",
    ".html": "own/templates/site/, or own/host/ if it is a page that the host asks for",
    ".jinja": "own/templates/pages/",
}
MADE_OF = frozenset({".md", ".js", ".txt", ".xml", ".json", ".html", ".map", ".gz"})  # what builds write, or wrote once
HOSTS = frozenset({"CNAME", "robots.txt", "humans.txt", "ads.txt", "_redirects", "BingSiteAuth.xml", "favicon.ico"})
LEFT = (".gitignore", ".DS_Store", "Thumbs.db", "desktop.ini")


def note(root: Path, folder: str, paths: Iterable[str]) -> None:
    """Keep what a build put into the folder."""
    file = _noted(root, folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(f"{path}\n" for path in sorted(paths)), encoding="utf-8")


def note_before(root: Path, folder: str, paths: Iterable[str]) -> None:
    """Keep beside it what a build is about to put there: one that is killed on the way has put some of it."""
    file = _noted(root, folder)
    if file.is_file():
        note(root, folder, {*paths, *file.read_text(encoding="utf-8").splitlines()})


def strangers(root: Path, folder: str, beside: str = "") -> Iterator[Issue]:
    """Give an issue for each file in the folder that no build put there; what stands in `beside` is somebody else's."""
    top, noted = root / folder, _noted(root, folder)
    if top.is_symlink() or not top.is_dir():
        return
    known = set(noted.read_text(encoding="utf-8").splitlines()) if noted.is_file() else None
    found = (name for name in below(top) if ((name not in known) if known is not None else _foreign(name, top, root)))
    for name in sorted(found, key=lambda name: name.split("/")):
        last = name.rpartition("/")[2]
        mine = (top / name).is_dir() or last in LEFT or last.startswith(".new-")
        if not mine and not (beside and name.startswith(f"{beside}/")):
            said = f"{folder} must hold what a build makes alone, found {name}, which the next build would delete"
            yield Issue(file=f"{folder}/{name}", message=f"{said}; move it into {_place(name)}", code="stray-file")


def _foreign(name: str, top: Path, root: Path) -> bool:
    """Whether a file is none that builds write, where nothing says what the last one wrote.

    What stands there as it does in own/ is a copy that a build has made.
    """
    if name in HOSTS or name.startswith(".well-known/") or name == ".nojekyll":
        return True
    return top.name == "docs" and Path(name).suffix not in MADE_OF and not _is_copy(top / name, root / name)


def _is_copy(file: Path, mine: Path) -> bool:
    return not file.is_symlink() and mine.is_file() and file.read_bytes() == mine.read_bytes()


def _place(name: str) -> str:
    if name in HOSTS or name.startswith("."):
        return f"own/host/{name}"
    return MOVES.get(Path(name).suffix, "own/")


def _noted(root: Path, folder: str) -> Path:
    return root / NOTED / f"{folder.replace('/', '-')}.txt"
