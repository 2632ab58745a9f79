"""What a folder holds is told as the system lists it, and a link is told from what it leads to."""

import os
from pathlib import Path

import pytest

from generator.site.listing import below, bytes_of, digest, digest_of, files_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a file, and links that lead to a file, to a folder, nowhere, and to themselves."""
    (tmp_path / "in/ner").mkdir(parents=True)
    (tmp_path / "in/ner/a.html").write_bytes(b"a")
    for name, leads in (("file", "in/ner/a.html"), ("folder", "in"), ("nowhere", "gone"), ("round", "round")):
        (tmp_path / name).symlink_to(leads)
    return tmp_path


def test_a_link_to_a_file_is_a_file_and_no_link_is_followed(folder: Path) -> None:
    assert sorted(below(folder)) == ["file", "folder", "in", "in/ner", "in/ner/a.html", "nowhere", "round"]
    assert sorted(files_of(folder)) == ["file", "in/ner/a.html"]


def test_nobody_asks_of_a_file_what_the_folder_has_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = os.path.isfile
    monkeypatch.setattr(os.path, "isfile", lambda path: asked.append(Path(path).name) or real(path))
    assert len([*files_of(folder)]) == 2
    assert sorted(asked) == ["file", "folder", "nowhere", "round"]  # the links alone


def test_only_an_ordinary_file_holds_anything(folder: Path) -> None:
    assert bytes_of(f"{folder}/in/ner/a.html") == b"a"
    assert digest_of(f"{folder}/in/ner/a.html") == digest(b"a")
    for name in ("file", "in", "nowhere", "no-such"):
        assert (bytes_of(f"{folder}/{name}"), digest_of(f"{folder}/{name}")) == (b"", "")
