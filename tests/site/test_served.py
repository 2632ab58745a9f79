"""A server begins with the pages that the one before began with, as far as they would come out the same."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.site.served import FOLDER
from tests.handbooks import project, tiny
from tests.site.test_faults import whole
from tests.site.test_serve import free_address, serving
from tests.tools.patience import until

MOMENT = re.compile(r"livereload\([^)]*\)")  # when the server has begun
PAGE = "stories/the-export-nobody-used/"
PAGES = ("", PAGE, "stories/", "reference/glossary/", "practise/drill/")
NOTED = """
from mkdocs.structure import pages
real = pages.Page.render
def render(page, *given):
    with open({log!r}, "a") as log:
        log.write(f"{{page.file.src_uri}}\\n")
    return real(page, *given)
pages.Page.render = render
"""
Begun = Callable[[], tuple[dict[str, str], set[str]]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project.copy_to(tmp_path / "handbook", project.TINY)


@pytest.fixture
def begun(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Begun:
    """Give what serves the handbook for a moment, and gives some pages and which were made for it."""
    address, log = free_address(), tmp_path / "rendered"
    (tmp_path / "code").mkdir()
    (tmp_path / "code/sitecustomize.py").write_text(NOTED.format(log=f"{log}"), encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path / 'code'}")

    def begin() -> tuple[dict[str, str], set[str]]:
        log.write_text("", encoding="utf-8")
        with serving(root, address, by_keys=True) as fetch:
            made = set(log.read_text(encoding="utf-8").split())
            return {page: MOMENT.sub("", fetch(page)) for page in PAGES}, made

    return begin


def test_pages_are_made_for_the_first_server_and_of_an_edit_for_the_next(root: Path, begun: Begun) -> None:
    first, every = begun()
    assert {"index.md", f"{PAGE.rstrip('/')}.md"} <= every
    again, made = begun()
    assert made == set()
    assert again == first
    tiny.edit(root, tiny.STORY, "title: The export nobody used", "title: Renamed meanwhile")
    edited, made = begun()
    assert f"{PAGE.rstrip('/')}.md" in made
    assert len(made) < len(every) / 2
    assert "Renamed meanwhile" in edited[PAGE]
    assert "Renamed meanwhile" in edited["stories/"]
    shutil.rmtree(root / ".cache")
    assert begun() == (edited, every)


def test_of_another_look_or_without_the_store_all_are_made(
    root: Path, begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, every = begun()
    kept = whole(root / FOLDER)
    tiny.edit(root, "templates/site/main.html", "{% block extrahead %}", '{% block extrahead %}<meta name="seen">')
    monkeypatch.setenv("HANDBOOK_NO_STORE", "1")
    pages, made = begun()
    assert made == every
    assert whole(root / FOLDER) == kept
    monkeypatch.delenv("HANDBOOK_NO_STORE")
    assert begun() == (pages, every)
    assert all('<meta name="seen">' in page for page in pages.values())
    assert begun() == (pages, set())


@pytest.mark.further  # the first server's pages are made anew of any other text, which the tests above hold
def test_what_was_changed_among_the_kept_pages_is_made_anew(root: Path, begun: Begun) -> None:
    first, _ = begun()
    file = root / FOLDER / PAGE / "index.html"
    file.write_text("mine", encoding="utf-8")
    (root / FOLDER / "stranger.html").write_text("mine", encoding="utf-8")
    assert begun() == (first, {f"{PAGE.rstrip('/')}.md"})
    assert not (root / FOLDER / "stranger.html").exists()
    record = root / ".cache/kept/served-pages"
    record.write_bytes(record.read_bytes()[:-9] + b"tampered!")
    again, made = begun()
    assert again == first
    assert {"index.md", "stories/index.md"} <= made


def test_an_edit_of_a_page_that_was_taken_is_on_screen(root: Path, begun: Begun) -> None:
    begun()
    with serving(root, free_address(), by_keys=True) as fetch:
        tiny.edit(root, tiny.STORY, "title: The export nobody used", "title: Renamed while served")
        until(lambda: "Renamed while served" in fetch(PAGE))
        until(lambda: "Renamed while served" in fetch("stories/"))
