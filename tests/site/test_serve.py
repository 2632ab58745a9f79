"""`handbook serve`: an edit is on screen, is found by the search, and nothing else is lost."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.commands.command import FINE
from tests.handbooks import project, tiny
from tests.readers import search
from tests.site.test_preview import listen
from tests.tools.patience import CEILING, until


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project.copy_to(tmp_path / "handbook", project.TINY)


@pytest.fixture
def fetch(root: Path) -> Iterator[Callable[[str], str]]:
    """Give the function that fetches a page of the handbook that is being served."""
    with serving(root, free_address()) as fetch:
        yield fetch


def free_address() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


@contextmanager
def serving(root: Path, address: str, *, by_keys: bool = False) -> Iterator[Callable[[str], str]]:
    """Serve the handbook, and give what fetches a page of it; in the end nothing is served.

    Ended `by_keys`, all that the command has begun hears of it, and at once; else the command alone.
    """
    command = [sys.executable, "-m", "generator", "serve", "--address", address]
    with (
        (root / "serve.log").open("w") as log,
        subprocess.Popen(
            command,
            cwd=root,
            stdout=log,
            stderr=log,
            env={**os.environ},
            start_new_session=True,
            preexec_fn=listen,  # noqa: PLW1509
        ) as ours,
    ):

        def fetch(path: str) -> str:
            with urllib.request.urlopen(f"http://{address}/{path}", timeout=CEILING) as page:
                return str(page.read().decode())

        def up() -> bool:
            try:
                return bool(fetch(""))
            except urllib.error.URLError:
                return False

        try:
            until(up, "the server's answer")
            yield fetch
        finally:
            print((root / "serve.log").read_text())  # is shown where the test fails
            if by_keys:
                os.killpg(ours.pid, signal.SIGINT)
            else:
                ours.send_signal(signal.SIGTERM)
            try:
                ours.wait(CEILING)
            finally:
                ours.kill()
    assert ours.returncode == FINE, (root / "serve.log").read_text()
    with pytest.raises(urllib.error.URLError):
        fetch("")  # what it started has ended with it


def found(fetch: Callable[[str], str]) -> dict[str, str]:
    """Give the title of each path that the search leads to; of no path while its index is being replaced."""
    try:
        return {path: title for title, path, *_ in search.entries(fetch)}
    except urllib.error.HTTPError:
        return {}


def test_an_edit_is_on_screen_and_in_the_search_and_nothing_is_lost(root: Path, fetch: Callable[[str], str]) -> None:
    page = "stories/the-export-nobody-used/"
    assert "The export nobody used" in fetch(page)
    before = found(fetch)
    tiny.edit(root, tiny.STORY, "title: The export nobody used", "title: Renamed while served")
    until(lambda: "Renamed while served" in fetch(page))
    until(lambda: "Renamed while served" in fetch("stories/"))
    until(lambda: "Renamed while served" in found(fetch).values())
    assert found(fetch).keys() == before.keys()
    assert "Content-Security-Policy" not in fetch(page)  # the server's own script for reloading would break it


def test_a_template_changes_every_page(root: Path, fetch: Callable[[str], str]) -> None:
    main = root / "templates/site/main.html"
    text = main.read_text(encoding="utf-8")
    said, head = '<meta name="seen" content="in every page">', "{% block extrahead %}"
    assert head in text
    main.write_text(text.replace(head, head + said), encoding="utf-8")
    for page in ("", "stories/the-export-nobody-used/", "reference/"):
        until(lambda page=page: said in fetch(page), f"the new template in /{page}")


def test_a_mistake_is_told_and_stands_over_the_last_good_page_until_it_is_mended(
    root: Path, fetch: Callable[[str], str]
) -> None:
    page, title = "stories/the-export-nobody-used/", "title: The export nobody used"
    assert "handbook-problems" not in fetch(page)
    tiny.edit(root, tiny.STORY, title, "titel: The export nobody used")
    until(lambda: f"{tiny.STORY}:1:1" in fetch(page))
    until(lambda: f"{tiny.STORY}:1:1" in (root / "serve.log").read_text())
    assert "The export nobody used" in fetch(page)
    assert "Traceback" not in (root / "serve.log").read_text()
    tiny.edit(root, tiny.STORY, "titel: The export nobody used", "title: Mended while served")
    until(lambda: "handbook-problems" not in fetch(page))
    until(lambda: "Mended while served" in fetch(page))
    main = root / "templates/site/main.html"
    text = main.read_text(encoding="utf-8")
    main.write_text(f"{text}\n{{% if %}}", encoding="utf-8")  # a build that fails must not be the last
    until(lambda: "templates/site/main.html:" in fetch(page))
    assert "Mended while served" in fetch(page)
    main.write_text(text, encoding="utf-8")
    until(lambda: "handbook-problems" not in fetch(page))
