"""The start of an entry."""

from datetime import date
from pathlib import Path

import pytest

from generator.contribute.skeleton import BEGUN, SkeletonError, place_of, skeleton, write_skeleton
from generator.model import QUESTIONS, Kind
from generator.site.pipeline import templates_of
from generator.text.source import parse_source
from tests.handbooks import tiny

NEW = templates_of(tiny.TINY) / "new"
TODAY = date(2026, 11, 21)
EVERY = [pytest.param(kind, id=kind.id) for kind in BEGUN]
COMMENT = "# yaml-language-server: $schema="


def start(root: Path, kind: str, slug: str = "my-entry") -> Path:
    place_of(root, kind, slug)
    return write_skeleton(root, kind, slug, skeleton(kind, NEW, TODAY))


@pytest.mark.parametrize("kind", EVERY)
def test_a_skeleton_lists_its_remaining_work_and_nothing_else_is_wrong(kind: Kind, root: Path) -> None:
    path = start(root, kind.id, "managing-up")
    file = path.relative_to(root).as_posix()
    issues = tiny.issues_of(root)
    assert path == root / kind.where / "managing-up.yaml"
    assert {issue.file for issue in issues} == {file}
    assert {issue.code for issue in issues if issue.severity == "error"} == {"unfinished"}


@pytest.mark.parametrize("kind", EVERY)
def test_every_line_that_is_to_be_written_is_listed(kind: Kind, root: Path) -> None:
    lines = start(root, kind.id).read_text(encoding="utf-8").splitlines()
    left = {
        at for at, line in enumerate(lines, 1) if "TODO" in line.split(" #")[0] and not line.lstrip().startswith("#")
    }
    found = {issue.line for issue in tiny.issues_of(root) if issue.code == "unfinished"}
    folded = {at - 1 for at in left if lines[at - 1].strip().startswith("TODO")}
    assert {at for at in left if not lines[at - 1].strip().startswith("TODO")} | folded == found


@pytest.mark.parametrize("kind", EVERY)
def test_a_skeleton_names_the_schema_that_stands_where_it_says(kind: Kind, root: Path) -> None:
    path = start(root, kind.id)
    line = path.read_text(encoding="utf-8").splitlines()[0]
    assert line.startswith(COMMENT)
    assert (path.parent / line.removeprefix(COMMENT)).resolve() == root / f"schemas/{kind.id}.schema.json"


def test_the_date_of_a_skeleton_is_the_one_given(root: Path) -> None:
    assert "2026-11" in start(root, "principles").read_text(encoding="utf-8")


def test_there_is_a_template_for_every_kind_and_no_other() -> None:
    assert {path.stem for path in NEW.iterdir()} == {kind.id for kind in (*BEGUN, QUESTIONS)}


@pytest.mark.parametrize(
    "slug", ["", "A", "a_b", "../a", "a/b", "index", "con", "-a", "a-", "a--b", "é", "a" * 81, "a\n"]
)
def test_a_slug_that_is_none_is_refused_and_nothing_is_written(slug: str, root: Path) -> None:
    with pytest.raises(SkeletonError, match="a slug must be"):
        start(root, "story", slug)
    assert tiny.printed(root) == []


def test_a_better_slug_is_suggested(root: Path) -> None:
    with pytest.raises(SkeletonError, match=r'Try "my-story"\.'):
        start(root, "story", "My Story!")


def test_a_file_is_never_overwritten(root: Path) -> None:
    before = (root / tiny.STORY).read_bytes()
    with pytest.raises(SkeletonError, match="exists already"):
        start(root, "story", Path(tiny.STORY).stem)
    (root / "content/stories/link.yaml").symlink_to("nothing.yaml")
    with pytest.raises(SkeletonError, match="exists already"):
        start(root, "story", "link")
    assert (root / tiny.STORY).read_bytes() == before


@pytest.mark.parametrize("kind", ["storey", "handbook", "glossary", ""])
def test_a_kind_that_is_none_is_refused(kind: str, root: Path) -> None:
    with pytest.raises(SkeletonError, match="a kind must be one of"):
        start(root, kind)


def test_given_values_are_filled_in_and_the_rest_stays_to_be_written() -> None:
    values = {"title": 'A "no": twice #1', "level": "em", "competencies": ["saying-no", "choosing-what-to-build"]}
    text = skeleton("story", NEW, TODAY, values)
    data = parse_source(text.encode(), "x").data
    assert data["title"] == values["title"]
    assert data["narrator"]["level"] == "em"
    assert data["competencies"] == ("saying-no", "choosing-what-to-build")
    assert str(data["summary"]).startswith("TODO")
    assert len(text.splitlines()) == len(skeleton("story", NEW, TODAY).splitlines())
