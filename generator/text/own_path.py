"""A path of the project, asked before anything is read, written or cleared there: no link leads elsewhere."""

import errno
import os
import stat
from contextlib import suppress
from io import BufferedWriter
from itertools import count
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
    try:
        if _holds(str(path), data):
            return False
        _replace(str(path), data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None  # a full disk does not say for what
    return True


def _holds(path: str, data: bytes) -> bool:
    try:
        facts = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    if not stat.S_ISREG(facts.st_mode) or facts.st_size != len(data):
        return False
    with open(path, "rb") as file:  # noqa: PTH123 - asked of thousands, as all below
        return file.read() == data


def _replace(path: str, data: bytes) -> None:
    folder = os.path.dirname(path) or "."  # noqa: PTH120
    try:
        file = begun(folder)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        file = begun(folder)
    try:
        with file:
            file.write(data)
        os.chmod(file.name, 0o644)  # noqa: PTH101
        os.replace(file.name, path)  # noqa: PTH105
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(file.name)  # noqa: PTH108
        raise


def begun(folder: str) -> BufferedWriter:
    """Give a new file in the folder, by a name that nobody else has."""
    while True:
        try:
            return open(f"{folder}/.new-{os.getpid()}-{next(_numbers)}", "xb")  # noqa: PTH123 - the caller closes it
        except FileExistsError:
            continue  # of a process that was killed


_numbers = count()
