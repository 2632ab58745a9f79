"""What is made behind a server, which rests while somebody waits for the page that they edited."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from generator.content.reads import Reads
from generator.pages.known import Texts


class OutOfDateError(Exception):
    """Raised where what is being made is no longer of what the files say."""


class Calm:
    """Whether nobody waits."""

    def __init__(self) -> None:
        self._nobody_waits = threading.Event()
        self._nobody_waits.set()

    @contextmanager
    def hurrying(self) -> Iterator[None]:
        """Let all else rest: somebody waits."""
        self._nobody_waits.clear()
        try:
            yield
        finally:
            self._nobody_waits.set()

    def known(self, is_current: Callable[[], bool], _shared: Reads) -> Texts:
        """Know of no pages, and have each made while nobody waits. Raises OutOfDateError once it is not current."""

        def calmly(make: Callable[[], bytes]) -> bytes:
            self._nobody_waits.wait()
            if not is_current():
                raise OutOfDateError
            return make()

        return lambda wanted: [calmly(make) for *_, make in wanted]
