"""Files read once in a run: whatever is saved meanwhile, what is given is what the file holds."""

import hashlib
import os
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from generator.text import read_once as module
from generator.text.read_once import read_once

LONG_AGO = 1_700_000_000


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the files that are read from now on."""
    files: list[str] = []
    real = module.bytes_of
    monkeypatch.setattr(module, "bytes_of", lambda path, size: files.append(path) or real(path, size))
    return files


def read(path: Path) -> bytes:
    found = read_once(str(path), path.lstat())
    assert found.digest == hashlib.sha256(found.data).digest()
    return found.data


def settle(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let so much time go by that whoever saves the file now changes when it was saved."""
    later = path.lstat().st_ctime_ns + 2 * module.SETTLED
    monkeypatch.setattr(time, "time_ns", lambda: later)


@pytest.mark.parametrize("said", [0, 1, 9_999, 10_000, 10_001, 50_000])
def test_all_of_a_file_is_read_whatever_size_it_had(said: int, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(bytes(range(250)) * 40)
    facts = path.lstat()
    before = {name: getattr(facts, name) for name in dir(facts) if name.startswith("st_")}
    assert read_once(str(path), cast("Any", SimpleNamespace(**{**before, "st_size": said}))).data == path.read_bytes()


def test_what_was_not_saved_since_is_read_once(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"first")
    settle(path, monkeypatch)
    assert [read(path), read(path)] == [b"first", b"first"]
    assert opened == [str(path)]


def test_what_was_saved_just_now_is_read_again_for_it_may_be_saved_within_the_same_tick(
    tmp_path: Path, opened: list[str]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"first")
    assert [read(path), read(path)] == [b"first", b"first"]
    assert opened == [str(path)] * 2


@pytest.mark.parametrize("how", ["written", "replaced", "with its old date"])
def test_another_save_of_the_same_length_is_read(how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    path.write_bytes(b"first")
    os.utime(path, (LONG_AGO, LONG_AGO))
    settle(path, monkeypatch)
    assert read(path) == b"first"
    if how == "replaced":
        other.write_bytes(b"other")
        other.replace(path)
    else:
        path.write_bytes(b"other")
    if how == "with its old date":
        os.utime(path, (LONG_AGO, LONG_AGO))
    assert read(path) == b"other"


def test_what_is_held_has_a_bound(tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_held", {})
    monkeypatch.setattr(module, "_size", 0)
    monkeypatch.setattr(module, "LARGEST", 8)
    paths = [tmp_path / name for name in ("a", "b")]
    for path in paths:
        path.write_bytes(b"first")
    settle(paths[1], monkeypatch)
    for path in (*paths, *paths):
        assert read(path) == b"first"
    assert opened == [str(paths[0]), str(paths[1]), str(paths[1])]
