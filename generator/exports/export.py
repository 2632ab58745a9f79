"""An export: files to take away, each named and titled before it is made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.exports.edition import Edition

T = TypeVar("T")


class NotMadeError(Exception):
    """Raised where this machine cannot make a file; the message is one line that says what to install."""


@dataclass(frozen=True, kw_only=True)
class File:
    """One file: its name, what makes its bytes, and its group and title among the downloads.

    A file without a group is no download: only its command makes it.
    """

    name: str
    make: Callable[[], bytes]
    group: str = ""
    title: str = ""
    part: str = ""  # what tells it from others of its title


@dataclass(frozen=True, kw_only=True)
class Export(Generic[T]):
    """What the table says of an export: its files or print jobs, the help of its option, whether it needs a day."""

    files: Callable[[Edition], Iterator[T]]
    help: str = ""
    dated: bool = False
