"""Addresses last: a renamed entry, what is made from it, and an entry that was taken out lead on."""

import json
import shutil
from pathlib import Path

import pytest

from generator.commands.cli import main
from generator.commands.command import FINE, PROBLEMS
from generator.content.moves import followed
from generator.pages.pages import build_pages
from generator.pages.practice import MOVES, practice_files
from generator.pages.render import renderer
from generator.site.pipeline import build, check, templates_of
from tests.handbooks import tiny

Capture = pytest.CaptureFixture[str]
STORY = "the-no-that-cost-a-renewal"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "handbook"
    shutil.copytree(tiny.TINY / "content", root / "content")
    return root


def renamed(root: Path, folder: str, old: str, new: str, *, heir: bool = True) -> None:
    """Give the entry another slug, wherever it is named."""
    for path in (root / "content").rglob("*.*"):
        text = path.read_text()
        path.write_text(text.replace(old, new))
    path = root / f"content/{folder}/{old}.yaml"
    moved = path.rename(path.with_name(f"{new}.yaml"))
    if heir:
        moved.write_text(f"{moved.read_text()}formerly: [{old}]\n")


def test_a_renamed_story_leads_on_from_its_old_address(root: Path) -> None:
    renamed(root, "stories", STORY, "a-new-name")
    content = check(root).content
    pages = {page.path: page for page in build_pages(content, renderer(content, templates_of(root) / "pages"))}
    old = pages[f"stories/{STORY}.md"]
    assert 'moved: "stories/a-new-name.md"' in old.text
    assert "](a-new-name.md)" in old.text
    assert followed(content) == {"story": {STORY: "a-new-name"}}
    others = [page for page in pages.values() if page is not old]
    assert not [page.path for page in others if f"stories/{STORY}" in page.text]


def test_what_is_made_from_a_renamed_entry_leads_on_too(root: Path) -> None:
    renamed(root, "competencies", "saying-no", "refusing-well")
    bank = root / "content/questions"
    (bank / "saying-no").rename(bank / "refusing-well")
    content = check(root).content
    paths = {page.path for page in build_pages(content, renderer(content, templates_of(root) / "pages"))}
    old = {"competencies/saying-no.md", "questions/saying-no.md", "worksheets/story-sheet-saying-no.md"}
    assert old <= paths
    assert followed(content)["worksheet"] == {"story-sheet-saying-no": "story-sheet-refusing-well"}


def test_a_renamed_question_keeps_its_old_anchor(root: Path) -> None:
    path = root / "content/questions/choosing-what-to-build.yaml"
    path.write_text(
        path.read_text().replace("  - id: hardest-bet\n", "  - id: hardest-bet\n    formerly: [worst-bet]\n", 1)
    )
    content = check(root).content
    pages = build_pages(content, renderer(content, templates_of(root) / "pages"))
    text = next(page.text for page in pages if page.path == "questions/choosing-what-to-build.md")
    assert text.index('id="worst-bet"') > text.index('id="hardest-bet"')
    assert followed(content) == {"question": {"worst-bet": "hardest-bet"}}


def test_a_renamed_set_of_principles_leads_on_with_all_that_is_in_it(root: Path) -> None:
    (old,) = (path for path in (root / "content/principles").glob("*.yaml") if "no-heroes" in path.read_text())
    new = old.rename(old.with_name("renamed.yaml"))
    text = new.read_text().replace("id: no-heroes,", "id: nobody-alone, formerly: [no-heroes],")
    new.write_text(f"{text}formerly: [{old.stem}]\n")
    for path in (root / "content").rglob("*.*"):
        named = path.read_text().replace(f"{old.stem}/no-heroes", "renamed/nobody-alone")
        path.write_text(named.replace(f"{old.stem}/", "renamed/"))
    content = check(root).content
    pages = {page.path: page for page in build_pages(content, renderer(content, templates_of(root) / "pages"))}
    assert 'moved: "principles/renamed.md"' in pages[f"principles/{old.stem}.md"].text
    assert 'id="no-heroes"' in pages["principles/renamed.md"].text
    moves = json.loads(practice_files(content)[MOVES].partition("]=")[2].removesuffix(";\n"))
    assert moves["principle"][f"{old.stem}/no-heroes"] == "renamed/nobody-alone"
    assert moves["principle"]["renamed/no-heroes"] == "renamed/nobody-alone"
    assert moves["principle"][f"{old.stem}/say-the-price"] == "renamed/say-the-price"
    assert moves["place"][f"principles/{old.stem}"] == "principles/renamed"
    assert moves["place"]["principles/renamed:no-heroes"] == "principles/renamed:nobody-alone"


def test_a_handbook_that_renamed_nothing_loads_no_names(root: Path) -> None:
    content = check(root).content
    assert MOVES not in practice_files(content)


def test_an_entry_that_is_gone_leads_where_the_handbook_says(root: Path) -> None:
    words = root / "content/handbook.yaml"
    words.write_text(f"{words.read_text()}gone:\n  - was: story:an-old-one\n    now: computed:stories\n")
    build(root)
    page = (root / "build/docs/stories/an-old-one.md").read_text()
    assert 'moved: "stories/index.md"' in page
    assert "](index.md)" in page
    assert not [path for path in (root / "build/docs/search").rglob("*.js") if "an-old-one" in path.read_text()]
    assert "an-old-one" not in (root / "build/docs/llms.txt").read_text()


def test_changes_see_a_rename_as_a_rename_and_an_address_without_heir_as_an_error(root: Path, capsys: Capture) -> None:
    base = root.with_name("base")
    shutil.copytree(root, base)
    renamed(root, "stories", STORY, "a-new-name")
    assert main(["--root", str(root), "changes", "--base", str(base)]) == FINE
    said = capsys.readouterr().out
    assert "- Renamed: 1 story." in said
    assert "Removed" not in said
    assert main(["--root", str(root), "review", "--base", str(base)]) == FINE
    said = capsys.readouterr().out
    assert "Renamed" in said
    assert "without an heir" not in said
    path = root / "content/stories/a-new-name.yaml"
    path.write_text(path.read_text().replace(f"formerly: [{STORY}]\n", ""))
    assert main(["--root", str(root), "changes", "--base", str(base)]) == PROBLEMS
    assert f"the address story:{STORY} must lead on" in capsys.readouterr().err
    assert main(["--root", str(root), "review", "--base", str(base)]) == FINE
    assert "Addresses without an heir" in capsys.readouterr().out
