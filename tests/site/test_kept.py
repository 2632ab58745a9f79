"""A site that would come out the same is known for made; one that would not, or that was changed since, never is."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands import quick
from generator.commands.command import FINE
from generator.site import publish
from generator.site.kept import FOLDER, Found, complete, find, last
from generator.site.settings_named import named_in
from tests.handbooks import tiny

PAGE = "site/index.html"
SITE = ("site", "--no-downloads", "--root")


pytestmark = pytest.mark.usefixtures("one_moment")


def found(root: Path, engine: str = "mkdocs") -> Found:
    return find(root, "site", engine, downloads=False)


def write(root: Path, file: str, text: str = "x\n") -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, encoding="utf-8")


def test_an_unchanged_handbook_is_answered_without_an_engine(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def started(*_: object, **__: object) -> None:
        pytest.fail("an engine was started")

    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    monkeypatch.setattr(subprocess, "run", started)
    assert quick.main([*SITE, str(root)]) == FINE
    told = capsys.readouterr()
    pages = sum(1 for _ in (root / "site").rglob("*.html"))
    assert f"{root}/site/index.html: {pages} pages, as they were: nothing has changed" in told.out
    assert told.err == ""
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


CHANGES: dict[str, Callable[[Path], None]] = {
    "a word of a story": lambda root: tiny.edit(root, tiny.STORY, "A product manager builds", "One builds"),
    "a story less": lambda root: (root / tiny.STORY).unlink(),
    "a file of their own": lambda root: write(root, "own/style.css", "body { color: red }\n"),
    "a host's file": lambda root: write(root, "own/host/CNAME"),
    "a template": lambda root: write(root, "templates/site/main.html"),
    "a setting": lambda root: tiny.edit(root, "mkdocs.yml", 'site_url: ""', "site_url: https://example.org/"),
    "the generator": lambda root: write(root, "generator/pages/another.py"),
    "a page that the site was built of": lambda root: write(root, "build/docs/index.md"),
    "a download": lambda root: write(root, "build/docs/downloads/book.pdf"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_a_site_is_made_of_has_it_made_anew(what: str, root: Path) -> None:
    assert found(root).kept is not None
    CHANGES[what](root)
    assert found(root) == Found()


def test_another_engine_and_another_day_have_it_made_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(root, "properdocs").kept is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert found(root).kept is None


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (lambda root: write(root, PAGE), "index.html"),
        (lambda root: (root / PAGE).unlink(), "index.html"),
        (lambda root: write(root, "site/stories/mine.html"), "stories/mine.html"),
        (lambda root: (root / "site/assets").rename(root / "elsewhere"), "assets, assets/"),
    ],
)
def test_a_site_that_was_changed_by_hand_is_made_anew_and_that_is_said(
    spoil: Callable[[Path], None], named: str, root: Path
) -> None:
    spoil(root)
    now = found(root)
    assert now.kept is None
    assert now.said.startswith(f"site/ is not as it was built ({named}")


def test_what_another_machine_kept_or_somebody_wrote_is_not_heeded_and_that_is_said(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = root / FOLDER / "site.json"
    whole = file.read_bytes()
    for other in (whole.replace(b"index.html", b"other.html", 1), b"", b"\xff\n{}", whole[:-1]):
        file.write_bytes(other)
        assert (found(root).kept, found(root).said) == (
            None,
            f"{file}: not of this machine, or damaged; it is not heeded.",
        )
    file.write_bytes(whole)
    monkeypatch.setenv("HANDBOOK_SEAL", "of another machine")
    assert found(root).kept is None


def test_a_link_in_its_place_is_not_followed(root: Path, tmp_path: Path) -> None:
    (root / FOLDER).rename(tmp_path / "elsewhere")
    (root / FOLDER).symlink_to(tmp_path / "elsewhere")
    assert found(root) == Found()


def test_downloads_are_made_unless_it_is_known_that_there_are_all(root: Path) -> None:
    before = last(root, "site")
    assert before
    assert find(root, "site", "mkdocs", downloads=True).kept is None
    complete(root, "site", before)
    assert find(root, "site", "mkdocs", downloads=True).kept


def test_downloads_of_what_was_edited_meanwhile_are_not_taken_for_all(root: Path) -> None:
    before = last(root, "site")
    assert before
    CHANGES["a word of a story"](root)
    complete(root, "site", before)
    assert last(root, "site") == before


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("plugins: []", "plugins: [git-dates]"),
        ("hooks: [generator/mkdocs_hook.py]", "hooks: [generator/mkdocs_hook.py, own.py]"),
        ("  - tables", "  - tables\n  - pymdownx.snippets"),
        ("  - tables", "  - tables\n  - our.own"),
        ("  - tables", "  - tables: !ENV HOME"),
    ],
)
def test_what_may_read_anything_has_the_site_made_each_time(words: str, instead: str, root: Path) -> None:
    write(root, "own.py", "import datetime\n")
    assert named_in(root, "mkdocs.yml") is not None
    tiny.edit(root, "mkdocs.yml", words, instead)
    assert named_in(root, "mkdocs.yml") is None


def test_a_hook_that_only_hands_on_the_generators_is_none_of_these(root: Path) -> None:
    shutil.copy(tiny.ROOT / "templates/init/hook.py", root)
    tiny.edit(root, "mkdocs.yml", "hooks: [generator/mkdocs_hook.py]", "hooks: [hook.py]")
    named = ("mkdocs-offline.yml", "mkdocs.yml", "hook.py", "templates/site")
    assert named_in(root, "mkdocs-offline.yml") == named


def test_without_the_store_nothing_is_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "_built", lambda *_, **__: publish.Site(folder=root / "site", pages=1))
    assert quick.main([*SITE, str(root), "--no-store"]) == FINE
    assert last(root, "site") is None
