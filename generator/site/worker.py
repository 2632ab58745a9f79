"""Another process of the same build, parted from the first: it gives what it has made, in plain values.

Where no process can be parted, there is none; what one fails to give is made by whoever needs it. Either costs time
and nothing else.
"""

import atexit
import io
import logging
import marshal
import os
import signal
import struct
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO, NoReturn

from generator.site.engine_ahead import end_with_parent

MOST = 4  # processes
SIZE = struct.Struct("<Q")
Give = Callable[[Any], None]


def processes() -> int:
    """Give how many processes may work at once: one, where a process cannot be parted in two without danger."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(MOST, len(os.sched_getaffinity(0)))


class Worker:
    """The other process, as the first knows it; it ends with the first at the latest."""

    def __init__(self, process: int, pipe: int, made: BinaryIO) -> None:
        self._process, self._pipe, self._made = process, pipe, made
        self._at = 0
        atexit.register(self.end)

    def given(self) -> Any:  # noqa: ANN401 - any plain value
        """Give what it gives next, once it is there, and say what it had to say; None, once it has failed."""
        head = self._head()
        if head is None:
            return None
        data = os.pread(self._made.fileno(), head, self._at)
        self._at += head
        said, value = marshal.loads(data)  # noqa: S302 - of our own process
        sys.stderr.write(said)
        return value

    def _head(self) -> int | None:
        if not self._process:
            return None
        head = os.read(self._pipe, SIZE.size)
        if len(head) == SIZE.size:
            return int(SIZE.unpack(head)[0])
        self.end()
        return None

    def end(self) -> None:
        """End it, if it has not come to its end."""
        process, self._process = self._process, 0
        if process:
            atexit.unregister(self.end)
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            os.close(self._pipe)
            self._made.close()


class Giver:
    """The other process, as it knows itself: nobody hears what it says, and the first one reads what it gives."""

    def __init__(self, first: int, pipe: int, made: BinaryIO) -> None:
        self._first, self._pipe, self._made = first, pipe, made
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first one ends it
        self._heard = sys.stdout = sys.stderr = io.StringIO()
        self._warned = _Warned(logging.WARNING)
        for name in (None, *logging.root.manager.loggerDict):
            logging.getLogger(name).handlers.clear()
        logging.root.addHandler(self._warned)

    @property
    def has_said(self) -> bool:
        """Whether it had anything to say, which the first one says where it makes the same."""
        return self._warned.found or bool(self._heard.getvalue())

    def give(self, value: Any) -> None:  # noqa: ANN401 - any plain value
        """Give a plain value to the first process."""
        data = marshal.dumps((self._heard.getvalue(), value))
        self._heard.truncate(self._heard.seek(0))
        self._made.write(data)
        self._made.flush()
        os.write(self._pipe, SIZE.pack(len(data)))

    def go_on(self) -> None:
        """Come to an end here, if the first process has."""
        if os.getppid() != self._first:
            self.end()

    def end(self) -> NoReturn:
        """Come to an end; nothing of the first process's is ended with it."""
        os._exit(0)


class _Warned(logging.Handler):
    found = False

    def emit(self, _: logging.LogRecord) -> None:
        self.found = True


def parted() -> Worker | Giver | None:
    """Go on as two processes: the first is given the other, and the other what it gives by; None where that fails."""
    import tempfile  # noqa: PLC0415 - slow to load, and of no use where one process does all

    first = os.getpid()
    made = tempfile.TemporaryFile()  # noqa: SIM115 - it goes with the last process that has it open
    out, into = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(out)
        os.close(into)
        made.close()
        return None
    if process:
        os.close(into)
        return Worker(process, out, made)
    os.close(out)
    end_with_parent()
    giver = Giver(first, into, made)
    giver.go_on()  # unless the first has ended before the system was told
    return giver


def now(work: Callable[[], object]) -> None:
    """Do it now."""
    work()


def behind(work: Callable[[], object]) -> None:
    """Have another process do what nobody needs before this one ends, which waits for it; or do it now."""
    other = meanwhile(lambda _: work()) if processes() > 1 else None
    if other:
        atexit.register(other.given)
    else:
        work()


def meanwhile(work: Callable[[Give], object]) -> Worker | None:
    """Have another process do some work, which gives what it makes; of what raises anything, the rest is not given."""
    other = parted()
    if isinstance(other, Giver):
        try:
            work(other.give)
        finally:
            other.end()
    return other
