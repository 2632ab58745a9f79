"""What another process gives and has to say comes to the first; what it fails at is not given, and nothing hangs."""

import os
import signal
from pathlib import Path

import pytest

from generator.content.load import load
from generator.model import STORIES
from generator.pages import search_index
from generator.pages.search_records import SEARCHED
from generator.site import pipeline, worker
from generator.site.examine import reads_of
from generator.site.kept_search import SEARCH
from generator.site.pipeline import build
from generator.site.rota import share
from generator.site.worker import Give, meanwhile

MUCH = "x" * 1_000_000  # more than a pipe takes


def test_what_it_gives_comes_in_order_and_what_it_says_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    def work(give: Give) -> None:
        print("said before the first")
        give([1, MUCH])
        give({"two": 2})

    other = meanwhile(work)
    assert other
    assert capsys.readouterr().err == ""
    assert (other.given(), capsys.readouterr().err) == ([1, MUCH], "said before the first\n")
    assert (other.given(), other.given(), other.given()) == ({"two": 2}, None, None)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("fails", [lambda: 1 / 0, lambda: os.kill(os.getpid(), signal.SIGKILL)])
def test_of_one_that_fails_nothing_more_is_given(fails: Give, capfd: pytest.CaptureFixture[str]) -> None:
    def work(give: Give) -> None:
        give(1)
        fails()  # type: ignore[call-arg]
        give(2)

    other = meanwhile(work)
    assert other
    assert (other.given(), other.given()) == (1, None)
    assert capfd.readouterr().err == ""


def test_one_that_is_not_needed_ends() -> None:
    other = meanwhile(lambda _: signal.pause())
    assert other
    other.end()
    assert other.given() is None


@pytest.mark.parametrize("hands", [1, 2, 3])
def test_each_thing_is_done_by_one_of_them(hands: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.site.rota.processes", lambda: hands)
    mine: list[int] = []
    theirs = share(100, mine.extend, list)
    assert sorted(sum(theirs, mine)) == list(range(100))


def test_the_index_of_the_search_is_the_same_and_what_is_damaged_of_it_is_said(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build(root, store=True)
    one = {path.name: path.read_bytes() for path in (root / pipeline.DOCS / search_index.FOLDER).iterdir()}
    next((root / SEARCH).iterdir()).write_bytes(b"damaged")
    monkeypatch.setattr(pipeline, "MANY", 1)
    monkeypatch.setattr(pipeline, "processes", lambda: 2)
    monkeypatch.setattr(worker, "processes", lambda: 2)
    build(root, store=True)
    assert capsys.readouterr().err.endswith("1 damaged; what they held is made anew.\n")
    assert one == {path.name: path.read_bytes() for path in (root / pipeline.DOCS / search_index.FOLDER).iterdir()}


def test_what_another_process_works_out_for_the_search_is_kept_for_the_next_build(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "MANY", 1)
    monkeypatch.setattr(pipeline, "processes", lambda: 2)
    build(root, store=True)
    read = load(root, kept=reads_of(root)).content
    assert read
    kept = [story.said[SEARCHED] for story in read.of(STORIES).ordered]
    alone = [search_index.search_files(read) and story.said[SEARCHED] for story in read.of(STORIES).ordered]
    assert kept == alone
