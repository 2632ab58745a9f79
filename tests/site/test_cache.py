"""What is kept under .cache/: it changes no byte, is bounded, and where it is damaged or cannot be written, says so."""

import os
import time
from pathlib import Path

import pytest

from generator.pages import search_words
from generator.pages.search_index import FOLDER, search_files
from generator.site import cache as caching
from generator.site.cache import REST, Cache, print_of
from generator.site.kept_search import FILE, SEARCH
from generator.site.pipeline import DOCS, build, valid
from tests.handbooks import tiny

OURS = "0" * 64


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a cache with the squares of one, two and three, and a minute gone by."""
    squares(tmp_path / "kept", 1, 2, 3)
    grow_old(tmp_path / "kept")
    return tmp_path / "kept"


def squares(folder: Path, *numbers: int, made_by: str = OURS) -> list[int]:
    """Ask for these squares, and give the numbers that had to be squared anew."""
    anew: list[int] = []
    with Cache(folder, made_by) as cache:
        for number in numbers:
            assert cache(str(number), lambda of=number: [anew.append(of), of * of][1:]) == [number * number]
    return anew


def grow_old(folder: Path) -> None:
    for path in folder.iterdir():
        os.utime(path, (time.time() - REST * 2,) * 2)


def test_what_was_asked_for_before_is_not_made_anew(folder: Path) -> None:
    assert squares(folder, 3, 4, 1) == [4]
    assert squares(folder, 3, 4, 1) == []


def test_what_nobody_asks_for_is_forgotten_but_not_at_once(folder: Path) -> None:
    squares(folder, 2, 4)
    assert len([*folder.iterdir()]) == 2
    squares(folder, 5)
    assert len([*folder.iterdir()]) == 2  # 4 was just written: another build may want it
    grow_old(folder)
    squares(folder, 5)
    assert len([*folder.iterdir()]) == 1


@pytest.mark.parametrize("damage", [b"", b"\0" * 99, b"[1]", b"cut", b"flipped", b"link"])
def test_what_is_damaged_is_made_anew_and_named(
    damage: bytes, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in folder.iterdir():
        data = path.read_bytes()
        path.unlink()
        if damage == b"link":
            (tmp_path / "elsewhere").write_bytes(data)
            path.symlink_to(tmp_path / "elsewhere")
        else:
            path.write_bytes({b"cut": data[:-1], b"flipped": data[:-1] + b"!"}.get(damage, damage))
    assert squares(folder, 1, 2, 3) == [1, 2, 3]
    assert f"{folder}: 3 damaged" in capsys.readouterr().err
    assert squares(folder, 1, 2, 3) == []
    assert capsys.readouterr().err == ""


def test_what_other_code_made_is_made_anew_in_silence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert squares(folder, 1, 2, made_by="1" * 64) == [1, 2]
    assert squares(folder, 1, 2, made_by="1" * 64) == []
    assert capsys.readouterr().err == ""


def test_other_code_has_another_print(monkeypatch: pytest.MonkeyPatch) -> None:
    before = print_of(search_words)
    assert print_of(search_words) == before
    monkeypatch.setattr(caching.inspect, "getsource", lambda _: "other code")
    assert print_of(search_words) != before


def test_a_folder_that_is_a_link_is_neither_read_nor_written_nor_cleared(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    before = sorted(folder.iterdir())
    assert squares(link, 1, 7) == [1, 7]
    assert sorted(folder.iterdir()) == before
    assert "not used (it is a link)" in capsys.readouterr().err


def test_where_it_cannot_be_written_that_is_said_once_and_nothing_else_is_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kept").write_text("a file where the folder must be")
    assert squares(tmp_path / "kept", 1, 2) == [1, 2]
    said = capsys.readouterr().err
    assert said.count("not used") == 1
    assert "the next build makes anew what it would hold" in said


def test_a_folder_in_the_way_of_a_file_costs_no_more_than_the_cache(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in folder.iterdir():
        path.unlink()
        path.mkdir()
    assert squares(folder, 1, 2, 3) == [1, 2, 3]
    assert "not used" in capsys.readouterr().err


@pytest.mark.parametrize("store", [False, True])
def test_the_search_has_the_same_bytes_with_it_and_without(tmp_path: Path, *, store: bool) -> None:
    root = tiny.copy_to(tmp_path / "handbook")
    for old, new in (
        ("A product manager builds", "One zebra builds"),
        ("One zebra builds", "A product manager builds"),
    ):
        build(root, store=store)
        tiny.edit(root, tiny.STORY, old, new)
        build(root, store=store)
        found = {
            path.relative_to(root / DOCS).as_posix(): path.read_text() for path in (root / DOCS / FOLDER).iterdir()
        }
        assert found == search_files(valid(root))
        assert any((root / SEARCH).iterdir())


def test_what_is_damaged_of_all_words_together_is_put_together_anew_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tiny.copy_to(tmp_path / "handbook")
    build(root, store=True)
    (root / FILE).write_bytes(b"forged\n()")
    build(root, store=True)
    assert "the search is put together anew" in capsys.readouterr().err
    build(root, store=True)
    assert not capsys.readouterr().err
