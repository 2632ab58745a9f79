"""The project as it stands elsewhere, in a folder or at a commit: its content, and which files differ from it."""

import io
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.content.load import Loaded, load
from generator.text.issue import shown

STATUS = {"A": "added", "D": "removed"}


@dataclass(frozen=True, kw_only=True, order=True)
class Touched:
    """A file of the project that differs from the base, and what became of it: added, changed or removed."""

    file: str
    what: str


class NoSuchBaseError(Exception):
    """Raised where there is nothing to compare with; the message says what was looked for."""


def content_of(root: Path, base: str) -> Loaded:
    """Give the content of the folder `base`, or the content that the project at `root` had at the commit of that name.

    Raises NoSuchBaseError where `base` is neither.
    """
    if base and (folder := Path(base)).is_dir():
        return load(folder)
    archive = _archive(root, base)
    with TemporaryDirectory() as place:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(place, filter="data")
        return load(Path(place))


def _archive(root: Path, base: str) -> bytes:
    said = f'--base must be a folder, or a commit or branch that holds content/, found "{shown(base)}"'
    if not base or base.startswith("-"):
        raise NoSuchBaseError(said)
    command = ["git", "-C", str(root), "archive", "--format=tar", base, "content"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own words, but for the commit
    except OSError:
        raise NoSuchBaseError(f"{said}; git is needed to look for a commit") from None
    if done.returncode:
        raise NoSuchBaseError(said)
    return done.stdout


def touched(root: Path, base: str) -> list[Touched] | None:
    """Give every file of the project that differs from the base; none where git does not keep both."""
    if base and (folder := Path(base)).is_dir():
        before, after = _kept(folder), _kept(root)
        if before is None or after is None:
            return None
        differing = {file for file, _ in before.items() ^ after.items()}
        return sorted(Touched(file=file, what=_what(file in before, file in after)) for file in differing)
    compared = _git(root, "diff", "--name-status", "--no-renames", "-z", "--end-of-options", base, "--")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    if _git(root, "rev-parse", "--show-prefix") != ["\n"] or compared is None or new is None:
        return None
    found = zip(compared[::2], compared[1::2], strict=False)
    said = [Touched(file=file, what=STATUS.get(status, "changed")) for status, file in found]
    return sorted({*said, *(Touched(file=file, what="added") for file in new if file)})


def _what(was: bool, stays: bool) -> str:  # noqa: FBT001 - two facts of one file
    if was and stays:
        return "changed"
    return "added" if stays else "removed"


def _kept(folder: Path) -> dict[str, str] | None:
    """Give mode and hash of every file that the folder's own repository keeps, by its path."""
    lines = _git(folder, "ls-files", "--stage", "-z")
    if lines is None or _git(folder, "rev-parse", "--show-prefix") != ["\n"]:
        return None
    pairs = (line.partition("\t") for line in lines if line)
    return {file: facts for facts, _, file in pairs}


def _git(root: Path, *words: str) -> list[str] | None:
    """Give what git says, parted at each null; nothing where it fails, or is not there."""
    try:
        done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        return None
    return None if done.returncode else done.stdout.decode(errors="surrogateescape").split("\0")
