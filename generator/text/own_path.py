"""A path of the project, asked before anything is read, written or cleared there: no link leads elsewhere."""

import errno
import os
import tempfile
from pathlib import Path


class LinkError(OSError):
    """Raised where a link stands on the way; its `filename` is the link, and nothing was touched."""


def own(root: Path, path: Path) -> Path:
    """Give the path, if nothing from `root` down to it is a link; one outside `root` was named by whoever asked.

    Raises LinkError.
    """
    top, here = Path(os.path.abspath(root)), Path(os.path.abspath(path))  # noqa: PTH100 - a link must stay one, to be seen
    if here != top and here.is_relative_to(top):
        steps = here.relative_to(top).parts
        for step in (top.joinpath(*steps[: at + 1]) for at in range(len(steps))):
            if is_link(step):
                said = "it is a link, and what it leads to is not this project's; remove the link"
                raise LinkError(errno.ELOOP, said, str(root / step.relative_to(top)))
    return path


def is_link(path: Path) -> bool:
    """Whether the path is a link; on Windows a junction is one, too (Python 3.12 and newer can tell)."""
    return path.is_symlink() or getattr(os.path, "isjunction", lambda _: False)(path)


def write_file(path: Path, data: bytes) -> bool:
    """Make the file hold these bytes, whole or not at all, and say whether it did not before.

    A link in its place is replaced, and what it leads to stays.
    """
    if not path.is_symlink() and path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return False
    try:
        _replace(path, data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None  # a full disk does not say for what
    return True


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
