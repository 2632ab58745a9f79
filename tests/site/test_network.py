"""A build asks nobody: with every socket barred, the whole of it is the same."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.site.pipeline import DOCS
from tests.handbooks import project

BARRED = """
import socket, sys

def barred(*_, **__):
    raise AssertionError("a build must not open a socket")

class Socket(socket.socket):
    def __init__(self, *given, **named):
        barred()

socket.socket = Socket
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = barred

def note(event, given):
    if event.startswith("socket.") and event not in {"socket.gethostname"}:
        print("BARRED", event, given, file=sys.stderr, flush=True)
        raise AssertionError(f"a build must not open a socket: {event}")

sys.addaudithook(note)
"""
ON_ONE_PAPER = """
from generator.commands.cli import main
from generator.exports.edition import Edition

Edition.__init__.__kwdefaults__["papers"] = ("A4",)
if __name__ == "__main__":
    raise SystemExit(main(["downloads"]))
"""  # the other paper is printed by the same lines


def barred(folder: Path, *words: str, root: Path) -> subprocess.CompletedProcess[str]:
    """Run Python with every socket barred, in whatever it starts, too."""
    (folder / "sitecustomize.py").write_text(BARRED, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(project.ROOT)])}
    return subprocess.run(
        [sys.executable, *words], cwd=root, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def barrier(tmp_path: Path) -> Path:
    """Give a folder for what bars the sockets."""
    (tmp_path / "barrier").mkdir()
    return tmp_path / "barrier"


def test_the_barrier_bars(barrier: Path, tmp_path: Path) -> None:
    for words in ("socket.socket()", "socket.create_connection(('127.0.0.1', 9))", "socket.getaddrinfo('a', 1)"):
        done = barred(barrier, "-c", f"import socket; {words}", root=tmp_path)
        assert done.returncode
        assert "must not open a socket" in done.stderr
    done = barred(barrier, "-c", "import _socket; _socket.socket().connect(('127.0.0.1', 9))", root=tmp_path)
    assert "must not open a socket" in done.stderr


def test_a_site_is_built_without_the_network(barrier: Path, tmp_path: Path) -> None:
    root = project.copy_to(tmp_path / "project", project.TINY)
    done = barred(barrier, "-m", "generator", "site", "--no-downloads", root=root)
    assert (done.returncode, "BARRED" in done.stderr) == (0, False), done.stderr
    assert (root / "site/index.html").is_file()


def test_the_downloads_are_made_without_the_network(barrier: Path, little: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(little, tmp_path / "project"))
    done = barred(barrier, "-c", ON_ONE_PAPER, root=root)
    assert (done.returncode, "BARRED" in done.stderr) == (0, False), done.stderr
    made = {path.name for path in (root / DOCS / "downloads").rglob("*")}
    assert {"handbook-a4.pdf", "booklet-a4.pdf", "worksheets-a4.pdf", "handbook.epub", "cards.apkg"} <= made
    assert not [name for name in made if "letter" in name]
