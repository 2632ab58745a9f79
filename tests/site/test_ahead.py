"""Files that several processes read at once: the issues are those of one process, whatever becomes of the others."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.content import load
from generator.site import ahead
from generator.site.examine import examine, reads_of
from tests.handbooks import tiny

CASES = sorted((tiny.TESTS / "rules/broken").glob("*.yaml"))[3::32]


@pytest.fixture(autouse=True)
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have two processes read even the few files of a tiny handbook."""
    monkeypatch.setattr(ahead, "FEW", 2)
    monkeypatch.setattr(ahead, "processes", lambda: 2)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_whatever_is_wrong_two_processes_say_what_one_says(case: Path, tmp_path: Path) -> None:
    root = tiny.copy_to(tmp_path)
    tiny.change(root, yaml.safe_load(case.read_text(encoding="utf-8")))
    assert examine(root, kept=reads_of(root)).issues == examine(root).issues


def test_another_process_reads_half_of_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tiny.copy_to(tmp_path)
    read: list[str] = []
    real = load.parse_source
    monkeypatch.setattr(load, "parse_source", lambda raw, file: read.append(file) or real(raw, file))
    examine(root, kept=reads_of(root))
    files = len([*load.files_of(root)])
    assert files // 2 <= len(read) <= files // 2 + 2  # the vocabulary is read first


def test_what_another_process_fails_to_give_is_read_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tiny.copy_to(tmp_path)
    first = os.getpid()
    real = ahead.load_entry

    def fail(*given: Any) -> Any:
        return real(*given) if os.getpid() == first else os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(ahead, "load_entry", fail)
    assert examine(root, kept=reads_of(root)).issues == examine(root).issues


def test_what_was_not_saved_since_it_was_read_is_not_read_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tiny.copy_to(tmp_path)
    examine(root, kept=reads_of(root))
    read: list[str] = []
    real = ahead.read_bytes
    monkeypatch.setattr(
        ahead, "read_bytes", lambda path, *rest, **more: read.append(path.name) or real(path, *rest, **more)
    )
    ahead.read_ahead(root, reads_of(root), with_style_rules=True)
    assert read == []
    for path in (root / "content/stories").iterdir():
        path.write_bytes(path.read_bytes())
    ahead.read_ahead(root, reads_of(root), with_style_rules=True)
    assert sorted(read) == sorted(path.name for path in (root / "content/stories").iterdir())
