"""A site that would come out the same is known for made; one that would not, or that was changed since, never is."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands import quick
from generator.commands.command import FINE
from generator.site import ingredients, publish
from generator.site.kept import FILES, FOLDER, Found, complete, ended, find, last, made_of, recall
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
    built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def started(*_: object, **__: object) -> None:
        pytest.fail("an engine was started")

    before = {path: path.stat().st_mtime_ns for path in built.rglob("*")}
    monkeypatch.setattr(subprocess, "run", started)
    assert quick.main([*SITE, str(built)]) == FINE
    told = capsys.readouterr()
    pages = sum(1 for _ in (built / "site").rglob("*.html"))
    assert f"{built}/site/index.html: {pages} pages, as they were: nothing has changed" in told.out
    assert told.err == ""
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*")} == before


CHANGES: dict[str, Callable[[Path], None]] = {
    "a word of a story": lambda built: tiny.edit(built, tiny.STORY, "A product manager builds", "One builds"),
    "a story less": lambda built: (built / tiny.STORY).unlink(),
    "a file of their own": lambda built: write(built, "own/style.css", "body { color: red }\n"),
    "a host's file": lambda built: write(built, "own/host/CNAME"),
    "a template": lambda built: write(built, "templates/site/main.html"),
    "a setting": lambda built: tiny.edit(built, "mkdocs.yml", 'site_url: ""', "site_url: https://example.org/"),
    "the generator": lambda built: write(built, "generator/pages/another.py"),
    "a page that the site was built of": lambda built: write(built, "build/docs/index.md"),
    "a download": lambda built: write(built, "build/docs/downloads/book.pdf"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_a_site_is_made_of_has_it_made_anew(what: str, built: Path) -> None:
    assert found(built).kept is not None
    CHANGES[what](built)
    assert found(built) == Found()


def test_another_engine_and_another_day_have_it_made_anew(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(built, "properdocs").kept is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert found(built).kept is None


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
    spoil: Callable[[Path], None], named: str, built: Path
) -> None:
    spoil(built)
    now = found(built)
    assert now.kept is None
    assert now.said.startswith(f"site/ is not as it was built ({named}")


def test_what_another_machine_kept_or_somebody_wrote_is_not_heeded_and_that_is_said(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = built / FOLDER / "site.json"
    whole = file.read_bytes()
    for other in (whole.replace(b"index.html", b"other.html", 1), b"", b"\xff\n{}", whole[:-1]):
        file.write_bytes(other)
        assert (found(built).kept, found(built).said) == (
            None,
            f"{file}: not of this machine, or damaged; it is not heeded.",
        )
    file.write_bytes(whole)
    monkeypatch.setenv("HANDBOOK_SEAL", "of another machine")
    assert found(built).kept is None


def test_a_link_in_its_place_is_not_followed(built: Path, tmp_path: Path) -> None:
    (built / FOLDER).rename(tmp_path / "elsewhere")
    (built / FOLDER).symlink_to(tmp_path / "elsewhere")
    assert found(built) == Found()


def test_downloads_are_made_unless_it_is_known_that_there_are_all(built: Path) -> None:
    before = last(built, "site")
    assert before
    assert find(built, "site", "mkdocs", downloads=True).kept is None
    complete(built, "site", before)
    assert find(built, "site", "mkdocs", downloads=True).kept


def test_downloads_of_what_was_edited_meanwhile_are_not_taken_for_all(built: Path) -> None:
    before = last(built, "site")
    assert before
    CHANGES["a word of a story"](built)
    complete(built, "site", before)
    assert last(built, "site") == before


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
def test_what_may_read_anything_has_the_site_made_each_time(words: str, instead: str, built: Path) -> None:
    write(built, "own.py", "import datetime\n")
    assert named_in(built, "mkdocs.yml") is not None
    tiny.edit(built, "mkdocs.yml", words, instead)
    assert named_in(built, "mkdocs.yml") is None


def test_a_hook_that_only_hands_on_the_generators_is_none_of_these(built: Path) -> None:
    shutil.copy(tiny.ROOT / "templates/init/hook.py", built)
    tiny.edit(built, "mkdocs.yml", "hooks: [generator/mkdocs_hook.py]", "hooks: [hook.py]")
    named = ("mkdocs-offline.yml", "mkdocs.yml", "hook.py", "templates/site")
    assert named_in(built, "mkdocs-offline.yml") == named


def test_without_the_store_nothing_is_kept(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "_built", lambda *_, **__: publish.Site(folder=built / "site", pages=1))
    assert quick.main([*SITE, str(built), "--no-store"]) == FINE
    assert last(built, "site") is None


def test_what_the_last_build_has_read_is_read_again_only_where_it_was_saved(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    time.sleep(0.11)  # what was saved a moment before may be saved once more within a tick
    kept = found(built).kept
    assert kept
    ended(built, "site", kept)
    for known in ("_read", "_before"):
        monkeypatch.setattr(ingredients, known, {})
    recall(built)
    with monkeypatch.context() as closed:
        closed.setattr(ingredients, "open", None, raising=False)
        assert made_of(built, "site", "mkdocs", kept.named) == kept.made_of
    story = built / tiny.STORY
    facts, text = story.stat(), story.read_bytes()
    story.write_bytes(text.replace(b"A product", b"a product"))
    os.utime(story, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert made_of(built, "site", "mkdocs", kept.named) != kept.made_of


def test_where_what_was_read_is_damaged_all_is_read_anew_and_that_is_said(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for known in ("_read", "_before"):
        monkeypatch.setattr(ingredients, known, {})
    write(built, FILES, "forged\n{}")
    assert found(built).kept is not None
    assert "each is read anew" in capsys.readouterr().err
