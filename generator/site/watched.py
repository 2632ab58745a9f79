"""Saved files, known at once where the system tells of them, and at the next look, as ever, where it does not.

MkDocs looks at every file twice a second, for not every disk tells. Who waits for a page that they edited waits a
quarter of a second for that alone.
"""

import logging
import os
from collections.abc import Callable
from typing import Any

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

log = logging.getLogger("mkdocs.hooks.handbook")
CHANGES: list[type[FileSystemEvent]] = [
    FileClosedEvent,  # of one that was written
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]  # and not that a file is read
Facts = tuple[int, ...] | None


class Watched:
    """An observer, as `watchdog` has them, that looks at files; what the system tells sooner it does not tell again."""

    def __init__(self, looks: Any, told: Any = None) -> None:  # noqa: ANN401 - watchdog's have no type in common
        """`looks` is an observer that looks at files, `told` one that is told of them by the system."""
        self._looks, self._told = looks, told or Observer()
        self._known: dict[str, Facts] = {}

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> tuple[Any, Any]:
        """Have the handler hear of every change below the path, and give what `unschedule` takes."""
        told, seen = _Passing(handler, self._is_told), _Passing(handler, self._is_seen)
        return (
            self._told.schedule(told, path, recursive=recursive, event_filter=CHANGES),
            self._looks.schedule(seen, path, recursive=recursive),
        )

    def unschedule(self, watches: tuple[Any, Any]) -> None:
        """Have nobody hear any more of what happens there."""
        for observer, watch in zip((self._told, self._looks), watches, strict=True):
            observer.unschedule(watch)

    def start(self) -> None:
        """Begin to look and to listen; where the system tells nothing, looking is enough."""
        try:
            self._told.start()
        except OSError as error:  # it tells so many no more
            log.debug("The system does not tell of saved files: %s", error)
        self._looks.start()

    def stop(self) -> None:
        """Look and listen no more."""
        self._looks.stop()
        self._told.stop()

    def join(self) -> None:
        """Come back once both have ended."""
        self._looks.join()
        if self._told.is_alive():
            self._told.join()

    def _is_told(self, event: FileSystemEvent) -> bool:
        self._known.update((path, _facts(path)) for path in _paths(event))
        return True

    def _is_seen(self, event: FileSystemEvent) -> bool:
        return any(self._known.get(path, ()) != _facts(path) for path in _paths(event))


class _Passing(FileSystemEventHandler):
    """Passes on to a handler the events that are news."""

    def __init__(self, handler: FileSystemEventHandler, is_news: Callable[[FileSystemEvent], bool]) -> None:
        self._handler, self._is_news = handler, is_news

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass it on."""
        if not event.is_directory and self._is_news(event):
            self._handler.dispatch(event)


def _paths(event: FileSystemEvent) -> list[str]:
    return [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]


def _facts(path: str) -> Facts:
    try:
        found = os.stat(path)  # noqa: PTH116 - the path is text
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
