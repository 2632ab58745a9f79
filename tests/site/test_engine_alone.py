"""`mkdocs build` makes the project's own site as `handbook site` does: nothing of it twice, and the last is kept."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.commands.quick import main
from generator.site.publish import SiteError, build_site
from tests.handbooks import tiny
from tests.site.test_faults import NEW_WORDS, OLD_WORDS, edit, whole

pytestmark = pytest.mark.usefixtures("one_moment")
OF_NO_PAGE = {"404.html", "without-network.html"}  # which are made each time
EDITED = "stories/the-export-nobody-used/index.html"
WARNED = """
from mkdocs.structure import pages
real = pages.Page.render
def render(page, *given):
    if page.file.src_uri == "reference/glossary.md":
        __import__("logging").getLogger("mkdocs.x").warning("the page is frayed")
    return real(page, *given)
pages.Page.render = render
"""


def mkdocs(root: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", *words]
    around = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **more}
    return subprocess.run(command, cwd=root, env=around, capture_output=True, text=True, check=False)


def said_of(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stderr
    return done.stderr


def numbers(site: Path) -> dict[str, int]:
    """Give of each page of the site the number that the disk has for its file: a page that is taken keeps it."""
    return {path.relative_to(site).as_posix(): path.stat().st_ino for path in site.rglob("*.html")}


def made_anew(before: dict[str, int], now: dict[str, int]) -> set[str]:
    return {path for path in now if before.get(path) != now[path]}


def test_after_an_edit_it_makes_the_pages_that_are_others_and_the_bytes_of_a_site_from_nothing(built: Path) -> None:
    before = numbers(built / "site")
    edit(built)
    said = said_of(mkdocs(built, "--strict"))
    assert f"Building documentation to directory: {built}/site\n" in said
    assert not re.search(r"dirty|stale|\.cache", said)
    now, made = numbers(built / "site"), whole(built / "site")
    assert NEW_WORDS in (built / "site" / EDITED).read_text(encoding="utf-8")
    anew = made_anew(before, now)
    assert EDITED in anew
    assert len(anew) < len(now) / 2
    said_of(mkdocs(built))
    assert made_anew(now, numbers(built / "site")) <= OF_NO_PAGE
    said_of(mkdocs(built, HANDBOOK_NO_STORE="1"))
    assert whole(built / "site") == made
    shutil.rmtree(built / "site")
    shutil.rmtree(built / ".cache")
    said_of(mkdocs(built))
    assert whole(built / "site") == made


def test_each_takes_what_the_other_has_made(built: Path) -> None:
    edit(built)
    said_of(mkdocs(built))
    before = numbers(built / "site")
    done = build_site(built)
    assert done.spared == done.pages - len(OF_NO_PAGE)
    tiny.edit(built, tiny.STORY, NEW_WORDS, OLD_WORDS)
    assert build_site(built).spared
    assert EDITED in made_anew(before, numbers(built / "site"))
    before = numbers(built / "site")
    said_of(mkdocs(built))
    assert made_anew(before, numbers(built / "site")) <= OF_NO_PAGE


def test_a_site_of_other_words_is_not_taken_for_that_of_the_command(built: Path) -> None:
    site = whole(built / "site")
    said_of(mkdocs(built, "--no-directory-urls"))
    assert (built / "site/stories/the-export-nobody-used.html").is_file()
    assert main(["site", "--no-downloads", "--root", str(built)]) == 0
    assert whole(built / "site") == site


def test_where_it_stops_the_last_good_site_is_kept(built: Path) -> None:
    before = whole(built / "site")
    (built / tiny.STORY).write_text("title: [\n", encoding="utf-8")
    done = mkdocs(built)
    assert done.returncode == 1
    assert f"{tiny.STORY}:2:1: the file must be readable" in done.stdout + done.stderr
    assert whole(built / "site") == before
    assert not list((built / ".cache").glob("fresh*"))


def test_of_a_site_that_it_warned_of_nothing_is_known(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "code").mkdir()
    (tmp_path / "code/sitecustomize.py").write_text(WARNED, encoding="utf-8")
    around = {"PYTHONPATH": str(tmp_path / "code")}
    shutil.rmtree(built / ".cache")
    before = whole(built / "site")
    assert "the page is frayed" in said_of(mkdocs(built, **around))
    assert "the page is frayed" in said_of(mkdocs(built, **around))  # and not only where the page is made first
    made = whole(built / "site")
    assert made == before
    strict = mkdocs(built, "--strict", **around)
    assert strict.returncode == 1
    monkeypatch.setenv("PYTHONPATH", around["PYTHONPATH"])
    with pytest.raises(SiteError, match="frayed"):
        build_site(built)
    assert whole(built / "site") == made


def test_another_place_and_other_wishes_are_met_as_ever(built: Path, tmp_path: Path) -> None:
    site = whole(built / "site")
    said_of(mkdocs(built, "--site-dir", str(tmp_path / "elsewhere")))
    assert whole(tmp_path / "elsewhere") == site
    said_of(mkdocs(built, "--no-directory-urls"))
    assert (built / "site/stories/the-export-nobody-used.html").is_file()
    assert not (built / "site" / EDITED).exists()
    said_of(mkdocs(built))
    assert whole(built / "site") == site
    tiny.edit(built, "mkdocs.yml", "hooks: [generator/mkdocs_hook.py]", "hooks: [generator/mkdocs_hook.py, own.py]")
    (built / "own.py").write_text("def on_env(env, **_):\n    return env\n", encoding="utf-8")
    before = (built / "site").stat().st_ino
    said_of(mkdocs(built))
    assert (built / "site").stat().st_ino == before  # MkDocs writes into it, as it does without us
    assert whole(built / "site") == site


def test_a_theme_that_is_not_made_from_ours_is_refused_in_a_sentence(built: Path) -> None:
    done = mkdocs(built, "--theme", "mkdocs")
    assert done.returncode == 1
    assert 'the theme must be one made from Material, found "mkdocs"' in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.further  # the same road with another folder
def test_the_copy_for_the_disk_is_made_so_too(built: Path) -> None:
    config = ("--config-file", "mkdocs-offline.yml")
    said_of(mkdocs(built, *config))
    before, made = numbers(built / "site-offline"), whole(built / "site-offline")
    said_of(mkdocs(built, *config))
    assert made_anew(before, numbers(built / "site-offline")) <= OF_NO_PAGE
    assert whole(built / "site-offline") == made
    build_site(built, offline=True, store=False)
    assert whole(built / "site-offline") == made
