"""No path that is read, written or cleared is a link: it is refused by name, and what it leads to stays."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands.cli import main
from generator.commands.command import PROBLEMS
from generator.text.own_path import LinkError, own

Capture = pytest.CaptureFixture[str]
WAYS = {
    "the pages": ("build/docs", "build"),
    "the folder of the pages": ("build", "build"),
    "the cache": (".cache", "site --no-downloads"),
    "the site while it is made": (".cache/fresh-site", "site --no-downloads"),
    "the site that was": (".cache/old-site", "site --no-downloads"),
    "the one before it": (".cache/before-site", "site --no-downloads"),
    "the site": ("site", "site --no-downloads"),
    "the downloads": ("build/docs/downloads", "downloads"),
    "the previews": (".cache/preview", "preview --no-open stories/the-export-nobody-used"),
    "the schemas": ("schemas", "schema"),
    "the catalogue of rules": ("docs", "rules"),
    "the form": (".github", "form"),
    "an export": ("out", "export calendar --date 2027-03-01 --out out"),
    "the content": ("content", "check"),
    "a collection": ("content/stories", "new story a-new-one --title One"),
    "a catalogue": ("languages", "language add fr"),
}


@pytest.mark.parametrize("name", WAYS)
def test_a_link_is_refused_by_name_and_what_it_leads_to_stays(name: str, root: Path, capsys: Capture) -> None:
    link, command = WAYS[name]
    elsewhere = root.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "diary.txt").write_text("mine")
    if (root / link).exists():
        (root / link).rename(root.parent / "before")
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(elsewhere)
    assert main([*command.split(), "--root", str(root)]) != 0
    said = capsys.readouterr()
    assert link.split("/")[0] in said.out + said.err
    assert "link" in said.out + said.err
    assert [path.name for path in elsewhere.iterdir()] == ["diary.txt"]


@pytest.mark.parametrize("target", ["/etc", "../other/content"])
def test_content_that_is_a_link_shows_no_name_of_what_it_leads_to(target: str, root: Path, capsys: Capture) -> None:
    (root / "content").rename(root.parent / "content")
    (root.parent / "other").mkdir()
    (root.parent / "content").rename(root.parent / "other/content")
    (root / "content").symlink_to(target)
    assert main(["check", "--root", str(root)]) == PROBLEMS
    said = "content:1:1: content/ must be an ordinary folder, found a link; put the folder itself there [not-a-file]"
    assert capsys.readouterr().out == f"{root}/{said}\n"


def test_a_root_may_be_a_link_for_whoever_works_there_named_it(root: Path, tmp_path: Path) -> None:
    (tmp_path / "work").symlink_to(root)
    assert own(tmp_path / "work", tmp_path / "work/content") == tmp_path / "work/content"


@pytest.mark.parametrize("make", [lambda p: p / "a/b", lambda p: p / "a", lambda p: p / "x/../a/b"])
def test_every_step_from_the_root_is_asked(make: Callable[[Path], Path], tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path.parent)
    with pytest.raises(LinkError, match="link"):
        own(tmp_path, make(tmp_path))
