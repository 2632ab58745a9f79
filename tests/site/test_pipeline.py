"""The whole road, disk to disk."""

import re
import shutil
from pathlib import Path

import pytest

from generator.site.pipeline import DOCS, build, check, templates_of
from generator.site.write import KEPT
from generator.text.issue import ContentError
from tests.handbooks import tiny


def state(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_build_leaves_exactly_the_pages(root: Path) -> None:
    built = build(root)
    files = state(root / DOCS)
    pages = {path: data[0].decode() for path, data in files.items() if path.endswith(".md")}
    assert pages == {page.path: page.text for page in tiny.pages()}
    assert (built.pages, built.written, built.removed) == (len(pages), len(files), 0)


def test_a_second_build_writes_no_file(root: Path) -> None:
    build(root)
    before = state(root / DOCS)
    built = build(root)
    assert (built.written, built.removed) == (0, 0)
    assert state(root / DOCS) == before


def test_two_builds_in_two_places_are_equal_to_the_byte(tmp_path: Path) -> None:
    roots = [tiny.copy_to(tmp_path / name) for name in ("a", "b")]
    for root in roots:
        build(root)
    first, second = ({p: d[0] for p, d in state(root / DOCS).items()} for root in roots)
    assert first == second


def test_an_edit_writes_only_the_pages_that_it_changes(root: Path) -> None:
    build(root)
    tiny.edit(root, tiny.STORY, "I say that figure myself before anyone asks", "I say that figure before anyone asks")
    before = pages_of(root)
    build(root)
    assert {path for path, text in pages_of(root).items() if text != before[path]} == {
        f"stories/{Path(tiny.STORY).stem}.md"
    }


def pages_of(root: Path) -> dict[str, str]:
    """Give the text of every page by its path."""
    docs = root / DOCS
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}


def test_a_page_whose_entry_is_gone_goes(root: Path) -> None:
    build(root)
    (root / "content/comparisons/one-bet-three-ways.yaml").unlink()
    tiny.edit(root, "content/plans/two-days.yaml", " and [the comparison](comparison:one-bet-three-ways)", "")
    before = pages_of(root)
    build(root)
    assert before.keys() - pages_of(root).keys() == {"comparisons/one-bet-three-ways.md"}
    assert not (root / DOCS / "comparisons/one-bet-three-ways.md").exists()


@pytest.mark.parametrize("case", ["titel: x\n", "", "\x00", "{}"])
def test_bad_content_leaves_the_last_pages_and_the_last_site_as_they_were(case: str, root: Path) -> None:
    build(root)
    (root / "site").mkdir()
    (root / "site/index.html").write_text("the last good site")
    before = state(root)
    (root / tiny.STORY).write_text(case)
    with pytest.raises(ContentError):
        build(root)
    after = state(root)
    assert {p: d for p, d in after.items() if not p.startswith("content/")} == {
        p: d for p, d in before.items() if not p.startswith("content/")
    }


def test_the_ignore_file_that_git_keeps_stays(root: Path) -> None:
    (root / DOCS).mkdir(parents=True)
    (root / DOCS / KEPT).write_text("*\n")
    build(root)
    assert (root / DOCS / KEPT).read_text() == "*\n"


def test_a_remark_alone_does_not_stop_a_build(root: Path) -> None:
    story = root / tiny.STORY
    story.write_text(story.read_text().replace("    weak: It is always hard to say with hindsight", "    weak: Hard"))
    tiny.edit(root, tiny.STORY, ", and in fairness everybody in the room agreed with the choice at the time.", ".")
    assert [issue.code for issue in check(root).warnings] == ["pair", "tempting"]
    build(root)
    assert [issue.severity for issue in check(root).warnings] == ["warning", "warning"]


def test_the_pages_depend_on_nothing_but_the_content(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(root)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LANG", "tr_TR.UTF-8")
    monkeypatch.chdir("/")
    assert build(root).written == 0


def test_a_project_may_bring_its_own_templates(root: Path) -> None:
    (root / "templates/pages").mkdir(parents=True)
    assert templates_of(root) == root / "templates"
    (root / "templates/pages").rmdir()
    assert (templates_of(root) / "pages").is_dir()


def test_a_slug_of_the_greatest_length_builds(root: Path) -> None:
    walk = root / "content/walkthroughs"
    (walk / "the-roadmap-review.yaml").rename(walk / f"{'a' * 80}.yaml")
    tiny.edit(root, "content/plans/two-days.yaml", "walkthrough:the-roadmap-review", "walkthrough:" + "a" * 80)
    tiny.edit(root, "content/loops/two-talks.yaml", "[the-roadmap-review]", f"[{'a' * 80}]")
    build(root)
    assert (root / DOCS / f"worksheets/score-sheet-{'a' * 80}.md").is_file()


def test_an_empty_handbook_builds(root: Path) -> None:
    for folder in (root / "content").iterdir():
        if folder.is_dir():
            for path in folder.rglob("*.*"):
                path.unlink()
    (root / "content/glossary.yaml").unlink()
    tiny.edit(root, "content/handbook.yaml", "[others](competency:saying-no)", "others")
    words = root / "content/handbook.yaml"
    words.write_text(
        re.sub(r"(?m)^(look_alikes|asked_most):\n(?:[ #-].*\n|\n)*", "", words.read_text("utf-8")), "utf-8"
    )
    assert build(root).pages > 0


def test_a_copy_of_one_s_own_file_is_no_stranger_once_nothing_says_what_was_built(root: Path) -> None:
    (root / "own").mkdir()
    (root / "own/style.css").write_text("a { color: red }\n", encoding="utf-8")
    build(root)
    shutil.rmtree(root / ".cache")
    build(root)
    shutil.rmtree(root / ".cache")
    copy = root / DOCS / "own/style.css"
    copy.write_text("a { color: blue }\n", encoding="utf-8")  # which somebody has written there
    with pytest.raises(ContentError, match=r"own/style\.css.*must hold what a build makes alone"):
        build(root)
