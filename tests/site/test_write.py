"""A folder holds exactly these pages; test_properties says so for any pages."""

from pathlib import Path

import pytest

from generator.site.write import KEPT, write_folder


def test_only_what_changed_is_written_and_what_is_stale_is_removed(tmp_path: Path) -> None:
    first = write_folder(tmp_path, {"a.md": "a", "b/c.md": "c"})
    second = write_folder(tmp_path, {"a.md": "a", "d.md": "d"})
    assert (first.written, first.removed) == (2, 0)
    assert (second.written, second.removed) == (1, 1)
    assert not (tmp_path / "b").exists()


def test_a_page_that_did_not_change_keeps_its_time(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a.md": "a"})
    before = (tmp_path / "a.md").stat()
    write_folder(tmp_path, {"a.md": "a"})
    after = (tmp_path / "a.md").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_the_ignore_file_of_the_folder_is_kept_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for path in (tmp_path / KEPT, tmp_path / "b" / KEPT):
        path.write_text("*")
    write_folder(tmp_path, {"a.md": "a"})
    assert (tmp_path / KEPT).exists()
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("path", ["../a.md", "/a.md", "b/../../a.md", ".."])
def test_a_page_that_leads_outside_is_refused_before_anything_is_touched(path: str, tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    write_folder(folder, {"kept.md": "kept"})
    with pytest.raises(ValueError, match="inside the folder"):
        write_folder(folder, {"new.md": "new", path: "x"})
    assert [p.name for p in folder.iterdir()] == ["kept.md"]


def test_what_a_link_leads_to_is_never_touched(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "docs"
    outside.mkdir()
    folder.mkdir()
    (outside / "a.md").write_text("mine")
    (folder / "a.md").symlink_to(outside / "a.md")
    (folder / "b").symlink_to(outside)
    write_folder(folder, {"a.md": "page", "b/a.md": "page"})
    assert (outside / "a.md").read_text() == "mine"
    assert (folder / "a.md").read_text() == (folder / "b" / "a.md").read_text() == "page"


def test_a_file_that_could_not_be_replaced_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    (tmp_path / "a.md" / "b.md").write_text("b")
    with pytest.raises(OSError, match=r"directory|exists"):
        write_folder(tmp_path, {"a.md": "a", "a.md/b.md": "b"})
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]
