"""From files to Content; tests/rules/broken holds what is refused."""

from pathlib import Path

import pytest

from generator.content.load import entry_from_text, load
from generator.model import KINDS
from generator.text.issue import ContentError
from tests.handbooks import tiny

PLAN = next(c for c in KINDS if c.id == "plan")
FRAMEWORK = next(c for c in KINDS if c.id == "framework")
DAY = "schedule: [{day: 1, tasks: [{does: Rest., minutes: 5}]}]\n"


def test_the_tiny_handbook_loads_every_file(root: Path) -> None:
    loaded = load(root)
    assert loaded.issues == ()
    assert loaded.content is not None
    files = {entry.source.file_at(path) for entry in loaded.content.every() for path, _, _ in entry.fields}
    files |= {essay.file for essay in loaded.content.essays.values()}
    assert files == {p.relative_to(root).as_posix() for p in (root / "content").rglob("*") if p.is_file()}


def test_an_entry_knows_its_slug_file_and_lines() -> None:
    entry = tiny.content().stories["the-export-nobody-used"]
    assert (entry.slug, entry.file) == ("the-export-nobody-used", tiny.STORY)
    assert entry.source.place(("title",)) == (1, 8)


@pytest.mark.parametrize("name", [".DS_Store", ".x.yaml.swp", "x.yaml~", "#x.yaml#", ".git"])
def test_what_editors_and_systems_leave_behind_is_not_seen(name: str, root: Path) -> None:
    (root / "content" / "plans" / name).write_text("x")
    (root / "content" / name).write_text("x")
    assert tiny.printed(root) == []


@pytest.mark.parametrize("folder", ["comparisons", "plans"])
def test_a_collection_may_be_empty_or_missing(folder: str, root: Path) -> None:
    for path in (root / "content" / folder).iterdir():
        path.unlink()
    for file in ("content/plans/two-days.yaml",):
        if (root / file).exists():
            tiny.edit(root, file, " and [the comparison](comparison:one-bet-three-ways)", "")
    assert tiny.printed(root) == []
    (root / "content" / folder).rmdir()
    assert tiny.printed(root) == []


def test_a_handbook_without_glossary_and_pages_is_whole(root: Path) -> None:
    (root / "content/glossary.yaml").unlink()
    (root / "content/pages/why-so-tiny.md").unlink()
    tiny.edit(root, "content/plans/two-days.yaml", "Read [why](page:why-so-tiny), and", "Read")
    assert tiny.printed(root) == []


def test_every_broken_file_is_named_in_one_run(root: Path) -> None:
    files = sorted((root / "content").rglob("*.yaml"))
    for path in files:
        path.write_text("unknown: 1\n")
    named = {issue.file for issue in tiny.issues_of(root)}
    assert named >= {path.relative_to(root).as_posix() for path in files}


def test_a_file_that_cannot_be_read_does_not_make_others_wrong(root: Path) -> None:
    (root / "content/frameworks/the-bet.yaml").write_text("title: only\n")
    (root / "content/competencies/saying-no.yaml").write_text("title: only\n")
    (root / "content/stories/the-export-nobody-used.yaml").write_text("title: only\n")
    assert {issue.file for issue in tiny.issues_of(root)} == {
        "content/frameworks/the-bet.yaml",
        "content/competencies/saying-no.yaml",
        "content/stories/the-export-nobody-used.yaml",
    }


def test_blanks_around_a_text_are_taken_off() -> None:
    entry = entry_from_text(f'title: "  a  b "\nsummary: c\ndays: 1\nminutes_a_day: 9\n{DAY}', PLAN, "x", "x")
    assert entry.record.title == "a  b"


def test_an_optional_value_may_be_null_or_left_out() -> None:
    text = (tiny.TINY / "content/frameworks/cut-list.yaml").read_text()
    assert entry_from_text(text + "stands_for: null\n", FRAMEWORK, "x", "x").record.stands_for is None
    assert entry_from_text(text, FRAMEWORK, "x", "x").record.stands_for is None


def test_a_list_that_may_be_left_out_may_be_empty() -> None:
    story = next(c for c in KINDS if c.id == "story")
    text = (tiny.TINY / tiny.STORY).read_text()
    assert entry_from_text(text + "principles: []\n", story, "x", "x").record.principles == ()


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        tiny.content().words.title = "x"


@pytest.mark.parametrize("kind", KINDS, ids=lambda c: c.id)
@pytest.mark.parametrize("text", ["{}", "[]", "x", "1", "null", "true", "[[{a: b}]]"])
def test_data_of_another_shape_is_an_issue_in_every_collection(kind: object, text: str) -> None:
    with pytest.raises(ContentError):
        entry_from_text(text, kind, "x", "x.yaml")  # type: ignore[arg-type]
