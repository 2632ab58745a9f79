"""Saved files are heard of at once where the system tells, at the next look where it does not, and never twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileDeletedEvent, FileModifiedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from generator.site.watched import Watched
from tests.tools.patience import CEILING, until

SOON = 0.05  # seconds between two looks
NEVER = 4 * CEILING


class Silent:
    """An observer that the system tells of so many files that it tells of no more."""

    def schedule(self, *_: object, **__: object) -> None:
        """Take it."""

    def unschedule(self, _: object) -> None:
        """Take that, too."""

    def start(self) -> None:
        """Fail, as Linux does."""
        raise OSError(28, "inotify watch limit reached")

    def stop(self) -> None:
        """Do nothing."""

    def is_alive(self) -> bool:
        """Say that it never was."""
        return False


class Heard(FileSystemEventHandler):
    """The names of the files whose changes were heard of."""

    def __init__(self) -> None:
        self.files: list[str] = []

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note it."""
        self.files.append(Path(str(event.src_path)).name)


@contextmanager
def hearing(folder: Path, looks_every: float, told: object = None) -> Iterator[Heard]:
    watched, heard = Watched(PollingObserver(timeout=looks_every), told), Heard()
    watched.schedule(heard, str(folder), recursive=True)
    watched.start()
    try:
        yield heard
    finally:
        watched.stop()
        watched.join()


def test_what_the_system_tells_is_heard_before_anybody_looks(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with hearing(tmp_path, NEVER) as heard:
        (tmp_path / "in/a.yaml").write_text("first", encoding="utf-8")
        until(lambda: "a.yaml" in heard.files)


def test_that_a_file_is_read_is_no_news(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("first", encoding="utf-8")
    with hearing(tmp_path, NEVER) as heard:
        assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "first"
        (tmp_path / "b.yaml").write_text("then", encoding="utf-8")
        until(lambda: "b.yaml" in heard.files)
        assert "a.yaml" not in heard.files


def test_where_the_system_tells_nothing_looking_finds_it(tmp_path: Path) -> None:
    with hearing(tmp_path, SOON, Silent()) as heard:
        (tmp_path / "a.yaml").write_text("first", encoding="utf-8")
        until(lambda: "a.yaml" in heard.files)


def test_what_is_not_watched_any_more_is_not_heard_of(tmp_path: Path) -> None:
    for folder in ("left", "kept"):
        (tmp_path / folder).mkdir()
    for looks_every, told in ((NEVER, None), (SOON, Silent())):
        watched, heard = Watched(PollingObserver(timeout=looks_every), told), Heard()
        left = watched.schedule(heard, str(tmp_path / "left"))
        watched.schedule(heard, str(tmp_path / "kept"))
        watched.unschedule(left)
        watched.start()
        (tmp_path / "left/a.yaml").write_text(f"{looks_every}", encoding="utf-8")
        (tmp_path / "kept/b.yaml").write_text(f"{looks_every}", encoding="utf-8")
        until(lambda heard=heard: "b.yaml" in heard.files)
        assert "a.yaml" not in heard.files
        watched.stop()
        watched.join()


class Looked(Silent):
    """An observer that looks when it is told to."""

    def schedule(self, handler: FileSystemEventHandler, *_: object, **__: object) -> None:
        """Remember whom to tell."""
        self.finds = handler.dispatch


def test_what_was_told_is_not_heard_again_when_somebody_looks_but_what_came_after_is(tmp_path: Path) -> None:
    looks, tells, heard = Looked(), Looked(), Heard()
    Watched(looks, tells).schedule(heard, str(tmp_path))
    path = tmp_path / "a.yaml"
    for words in ("first", "first, and longer"):
        path.write_text(words, encoding="utf-8")
        tells.finds(FileModifiedEvent(str(path)))
        looks.finds(FileModifiedEvent(str(path)))
        assert heard.files == ["a.yaml"]
        heard.files.clear()
    path.unlink()
    looks.finds(FileDeletedEvent(str(path)))
    assert heard.files == ["a.yaml"]
