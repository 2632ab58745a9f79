"""The pages of a site are read once while it is finished, and only what was changed is written."""

from pathlib import Path

import pytest

from generator.site import sheaf
from generator.site.listing import digest
from generator.site.sheaf import Sheaf


@pytest.mark.parametrize("room", [sheaf.LARGEST, 14, 0])
def test_what_was_put_is_what_is_read_and_stands_on_the_disk_once_it_is_laid(
    room: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheaf, "LARGEST", room)  # of two pages of fourteen bytes each
    paths = [tmp_path / "index.html", tmp_path / "a/index.html"]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes("“before”\r\n".encode())
    changed, same = paths
    untouched = same.stat().st_ino
    pages = Sheaf(tmp_path, paths)
    pages.put(changed, "after")
    pages.put(same, "“before”\r\n")
    assert [pages.page(path) for path in paths] == ["after", "“before”\r\n"]
    assert (changed.read_bytes() == b"after") is (room == 0)
    assert pages.lay() == {"index.html": digest(b"after"), "a/index.html": digest("“before”\r\n".encode())}
    assert changed.read_bytes() == b"after"
    assert same.stat().st_ino == untouched
