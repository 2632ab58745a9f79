"""The content as it stands elsewhere: in another folder, or at a commit of the project."""

import io
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.issue import shown
from generator.load import Loaded, load


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
