"""One page, built alone: whatever the size of the handbook, and whatever else in it is broken."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.commands.cli import main
from generator.commands.command import FINE, PROBLEMS, USAGE
from generator.content import load as loading
from generator.model import ENTRY_KINDS
from generator.site import preview
from tests.commands.test_cli import spoil
from tests.handbooks import tiny
from tests.tools.patience import CEILING, listen, until

Capture = pytest.CaptureFixture[str]
STORY = "stories/the-export-nobody-used"
OTHER = "stories/the-no-that-cost-a-renewal"


def run(root: Path, *arguments: str) -> int:
    return main(["preview", *arguments, "--no-open", "--root", str(root)])


def text_of(made: preview.Preview) -> str:
    return (made.folder / "docs" / made.path).read_text(encoding="utf-8")


@pytest.mark.parametrize("entry", [STORY, tiny.STORY, f"./{tiny.STORY}"])
def test_the_page_is_built_alone(entry: str, root: Path, capsys: Capture) -> None:
    assert run(root, entry) == FINE
    said = capsys.readouterr()
    page = Path(said.out.strip())
    assert said.err == ""
    assert "The export nobody used" in page.read_text(encoding="utf-8")
    assert {path.name for path in page.parents[1].rglob("*.html")} == {page.name, "404.html"}
    assert not (root / "build").exists()
    assert not (root / "site").exists()


def test_what_the_page_needs_lies_beside_it(root: Path, capsys: Capture) -> None:
    assert run(root, STORY) == FINE
    page = Path(capsys.readouterr().out.strip())
    html = page.read_text(encoding="utf-8")
    needed = re.findall(r'<(?:link|script)[^>]*(?:href|src)="([^"#:]+\.(?:css|js))"', html)
    assert any("handbook.css" in name for name in needed)
    assert [name for name in needed if not (page.parent / name).resolve().is_file()] == []


def test_and_so_does_what_its_style_sheets_import(root: Path, capsys: Capture) -> None:
    assert run(root, STORY) == FINE
    page = Path(capsys.readouterr().out.strip())
    sheets = re.findall(r'<link rel="stylesheet" href="([^"#:]+)"', page.read_text(encoding="utf-8"))
    imports = [
        (page.parent / sheet).parent / name
        for sheet in sheets
        for name in re.findall(r'@import url\("([^"]+)"\)', (page.parent / sheet).read_text(encoding="utf-8"))
    ]
    assert any("main." in sheet.name for sheet in imports)
    assert [sheet for sheet in imports if not sheet.is_file()] == []


ENTRIES = [f"{kind.folder}/{path.stem}" for kind in ENTRY_KINDS for path in (tiny.TINY / kind.where).iterdir()]


@pytest.mark.parametrize("entry", [*ENTRIES, "questions/saying-no/pushed-back", "pages/why-so-tiny"])
def test_every_kind_of_entry_can_be_previewed(entry: str, root: Path) -> None:
    made = preview.prepare(root, entry)
    assert made.ready
    assert made.issues == ()
    assert "\n# " in text_of(made)


def test_it_works_when_others_are_broken(root: Path, capsys: Capture) -> None:
    spoil(root)
    (root / "content/questions/saying-no/pushed-back.yaml").write_text("a: [\n")
    (root / "content/competencies/saying-no.yaml").write_text("a: [\n")
    assert run(root, OTHER) == FINE
    assert tiny.STORY not in capsys.readouterr().out


@pytest.mark.parametrize("gone", [f"content/{f.folder}" for f in ENTRY_KINDS if f.folder != "stories"])
def test_it_works_when_a_whole_collection_is_broken(gone: str, root: Path) -> None:
    for path in (root / gone).rglob("*.yaml"):
        path.write_text("a: [\n")
    assert preview.prepare(root, STORY).ready


def test_it_says_what_is_wrong_with_this_one(root: Path, capsys: Capture) -> None:
    spoil(root)
    tiny.edit(root, tiny.STORY, "outcome: bad", "outcome: terrible")
    assert run(root, STORY) == PROBLEMS
    said = capsys.readouterr()
    assert [line.partition(":")[0] for line in said.out.splitlines()] == [tiny.STORY, tiny.STORY]
    assert "the trait must exist" in said.out
    assert "must be one of good, mixed, bad" in said.out
    assert "cannot be shown" in said.err


def test_a_page_that_cannot_be_without_another_says_so(root: Path, capsys: Capture) -> None:
    (root / "content/competencies/saying-no.yaml").write_text("a: [\n")
    assert run(root, "questions/saying-no") == PROBLEMS
    assert "`handbook check` names it" in capsys.readouterr().err


def test_a_name_that_does_not_exist_is_told_and_the_page_is_shown(root: Path, capsys: Capture) -> None:
    tiny.edit(root, tiny.STORY, "question: hardest-bet", "question: hardest-bte")
    tiny.edit(root, tiny.STORY, "traits: [candour]", "traits: [candor]")
    assert run(root, STORY) == FINE
    out = capsys.readouterr().out
    assert out.count("[reference]") == 2
    assert "hardest bte" in Path(out.splitlines()[-1]).read_text(encoding="utf-8")


def test_of_the_other_stories_only_the_names_are_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for at in range(500):
        (root / f"content/stories/other-{at}.yaml").write_text("a: [\n")
    seen: list[str] = []
    load_entry = loading.load_entry

    def noted(path: Path, *rest: object) -> object:
        seen.append(path.parent.name)
        return load_entry(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(loading, "load_entry", noted)
    tiny.edit(root, tiny.STORY, "(framework:three-beats)", "(story:other-7)")
    assert preview.prepare(root, STORY).issues == ()
    assert seen.count("stories") == 1


@pytest.mark.parametrize("entry", ["stories/nothing", "nothing/x", "stories", "", "stories/../x", "/etc/passwd"])
def test_an_entry_that_is_none_is_wrong_usage(entry: str, root: Path, capsys: Capture) -> None:
    assert run(root, entry) == USAGE
    assert "must be named like stories/my-slug" in capsys.readouterr().err


def test_a_misspelt_entry_gets_the_nearest_name(root: Path, capsys: Capture) -> None:
    assert run(root, STORY.replace("export", "exprot")) == USAGE
    assert f'did you mean "{STORY}"' in capsys.readouterr().err


def test_a_broken_vocabulary_is_told(root: Path, capsys: Capture) -> None:
    (root / "content/handbook.yaml").write_text("title: x\n")
    assert run(root, STORY) == PROBLEMS
    assert "content/handbook.yaml:1:1" in capsys.readouterr().out


def test_a_saved_page_is_served_anew(root: Path) -> None:
    command = [sys.executable, "-u", "-m", "generator", "preview", STORY, "--no-open", "--watch", "--root", str(root)]
    with subprocess.Popen(
        command,
        cwd=tiny.ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ},
        preexec_fn=listen,  # noqa: PLW1509
    ) as watching:
        assert watching.stdout is not None
        try:
            url = watching.stdout.readline().split()[0]
            until(lambda: "The export nobody used" in fetched(url))
            assert "{" not in fetched(urljoin(url, "../assets/theme.css"))  # a template that nobody has filled in
            tiny.edit(root, tiny.STORY, "title: The export nobody used", "title: Renamed while watched")
            until(lambda: "Renamed while watched" in fetched(url))
        finally:
            watching.send_signal(signal.SIGINT)
            try:
                watching.communicate(timeout=CEILING)
            finally:
                watching.kill()
    assert watching.returncode == FINE


def fetched(url: str) -> str:
    with urllib.request.urlopen(url) as answer:  # noqa: S310 - our own address
        return str(answer.read().decode())
