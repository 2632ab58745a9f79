"""A page that would come out the same is taken from the published site; whatever differs of it has it made anew."""

import os
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator import mkdocs_hook
from generator.site.kept import FOLDER
from generator.site.listing import digest_of
from generator.site.publish import BEFORE, build_site
from generator.site.spared import FRESH, Page, Spared, page_of, remember, settle, spare
from generator.site.theme_sheet import OURS
from generator.text.own_path import write_file
from tests.handbooks import tiny
from tests.handbooks.sites import MOMENT
from tests.site.test_faults import whole

MARKS = {"a.html": frozenset({"<p": 1, "class": 1}), "b.html": frozenset({"<p", "id"})}
FILES = {name: [f"{name.removesuffix('.md')}.html", name] for name in ("a.md", "b.md")}


def seen_in(page: str) -> frozenset[str]:
    """Give the marks of a finished page."""
    return MARKS[page.rsplit(maxsplit=1)[-1].replace(".md", ".html")]


class FileOfMkDocs:
    """A file as MkDocs has it, of a page that it has not read."""

    def __init__(self) -> None:
        self.page = SimpleNamespace()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project of two pages whose site is published."""
    for name, text in (("a.md", "to [c](c.pdf)\n"), ("b.md", "alone\n"), ("c.pdf", "%PDF")):
        write(tmp_path / "build/docs" / name, text)
    fresh = fresh_of(tmp_path)
    for path, files in FILES.items():
        for file in files:
            write(fresh / file, f"made of {path}\n")
    made = {path: page(text, fresh, FILES[path], {"here"}) for path, (text, _) in made_of(tmp_path).items()}
    remember(tmp_path, fresh, Spared(look="look"), made, MARKS)
    fresh.rename(tmp_path / "site")
    settle(tmp_path, "site", fresh)
    return tmp_path


def page(text: bytes, site: Path, files: Iterable[str], anchors: Iterable[str] = ()) -> Page:
    return page_of(text, {file: digest_of(f"{site}/{file}") for file in files}, anchors, {})


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def many(folder: Path, ending: str) -> None:
    for at in range(99):
        write(folder / f"{at}{ending}", "")


def fresh_of(root: Path) -> Path:
    return root / f"{FRESH}-site"


def spared(root: Path, look: str = "look") -> Spared:
    return spare(root, fresh_of(root), look, made_of(root), seen_in)


def made_of(root: Path) -> dict[str, tuple[bytes, list[str]]]:
    return {path: ((root / "build/docs" / path).read_bytes(), files) for path, files in FILES.items()}


def test_pages_of_the_same_text_and_look_are_taken_and_keep_their_time(project: Path) -> None:
    os.utime(project / "site/a.html", (1, 1))
    assert spared(project).pages.keys() == FILES.keys()
    fresh = fresh_of(project)
    assert whole(fresh) == whole(project / "site")
    assert (fresh / "a.html").stat().st_mtime == 1


def test_the_engine_leaves_a_page_alone_that_is_taken_however_old_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {name: SimpleNamespace(src_uri=name, is_modified=lambda: True) for name in ("a.md", "b.md")}
    files = SimpleNamespace(get_file_from_path=pages.__getitem__, documentation_pages=pages.values)
    taken = {"a.md": Page(text="", files={}, anchors=[], links={})}
    monkeypatch.setattr(mkdocs_hook, "memory", mkdocs_hook.Memory(spared=Spared(look="", pages=taken)))
    mkdocs_hook.on_nav(None, {"theme": SimpleNamespace(custom_dir=None), "config_file_path": "mkdocs.yml"}, files)
    assert [page.is_modified() for page in pages.values()] == [False, True]


def test_the_published_page_stays_as_it_is_when_the_one_that_was_taken_is_written_anew(project: Path) -> None:
    spared(project)
    write_file(fresh_of(project) / "a.html", b"other\n")
    assert (project / "site/a.html").read_text(encoding="utf-8") == "made of a.md\n"


def test_a_page_is_copied_where_the_disk_knows_no_second_name(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    spared(project)
    assert whole(fresh_of(project)) == whole(project / "site")


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda root: write(root / "build/docs/b.md", "another\n"), ["a.md"]),
        (lambda root: (root / "build/docs/c.pdf").unlink(), ["b.md"]),
        (lambda root: write(root / "build/docs/alone.md", ""), ["a.md", "b.md"]),
        (lambda root: many(root / "build/docs", ".pdf"), []),
        (lambda root: many(root / "build/docs/search", ".js"), ["a.md", "b.md"]),
        (lambda root: (root / FOLDER / "site-pages").unlink(), []),
        (lambda root: write(root / FOLDER / "site-pages", "forged\n{}"), []),
        (lambda root: shutil.rmtree(root / "site"), []),
    ],
)
def test_a_page_of_which_anything_differs_is_made_anew(
    change: Callable[[Path], object], left: list[str], project: Path
) -> None:
    change(project)
    assert list(spared(project).pages) == left


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda _: None, {"<p": 2, "class": 1, "id": 1}),
        (lambda root: write(root / "build/docs/b.md", "another\n"), {"<p": 1, "class": 1}),
        (lambda root: write(root / "site/b.html", "mine\n"), {"<p": 1, "class": 1}),
        (lambda root: (root / "site/b.html").unlink(), {"<p": 1, "class": 1}),
    ],
)
def test_what_stands_in_the_pages_that_are_taken_is_known_without_reading_them(
    change: Callable[[Path], object], left: dict[str, int], project: Path
) -> None:
    change(project)
    assert spared(project).marks == left


def take_over(project: Path, found: Spared) -> None:
    """Have the fresh site, of pages that are all taken, take the place of the last."""
    time.sleep(0.11)  # what was saved, or got its second name, a moment before may be saved once more within a tick
    fresh = fresh_of(project)
    remember(project, fresh, found, found.pages, {})
    (project / "site").rename(project / f"before-{time.time_ns()}")
    fresh.rename(project / "site")
    settle(project, "site", fresh)


def test_a_page_that_was_not_saved_since_is_taken_without_being_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    time.sleep(0.11)
    take_over(project, spared(project))
    monkeypatch.setattr("generator.site.spared.digest_of", lambda _: "")
    for _ in range(2):
        found = spared(project)
        assert found.pages.keys() == FILES.keys()
        take_over(project, found)
    facts = (project / "site/a.html").stat()
    (project / "site/a.html").write_text("mine of a.md\n", encoding="utf-8")
    os.utime(project / "site/a.html", ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert [*spared(project).pages] == ["b.md"]


def test_a_page_that_is_saved_while_the_next_site_is_built_is_read_then(project: Path) -> None:
    time.sleep(0.11)
    found = spared(project)
    (fresh_of(project) / "a.html").write_text("mine of a.md\n", encoding="utf-8")  # on the disk one with the last
    take_over(project, found)
    assert [*spared(project).pages] == ["b.md"]


def test_pages_of_another_look_are_made_anew(project: Path) -> None:
    assert spared(project, "another").pages == {}
    assert not fresh_of(project).exists()


def site_before(project: Path) -> Path:
    """Put an earlier site where the next is built: a page that is one with the last one's, and much that is not."""
    fresh = fresh_of(project)
    for name, text in (("b.html", "older\n"), ("gone/old.html", "older\n"), ("b.md/in/the/way", ""), ("a/x.js", "")):
        write(fresh / name, text)
    os.link(project / "site/a.html", fresh / "a.html")
    (fresh / "a.md").symlink_to(project / "site/a.md")
    (fresh / "linked").symlink_to(project / "site")
    (fresh / "empty/folder").mkdir(parents=True)
    return fresh


def test_of_an_earlier_site_only_what_the_last_one_has_stays_where_the_next_is_built(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh, linked = site_before(project), list[str]()
    real = os.link
    monkeypatch.setattr(os, "link", lambda there, place: linked.append(Path(place).name) or real(there, place))
    assert spared(project).pages.keys() == FILES.keys()
    assert sorted(path.name for path in fresh.rglob("*")) == ["a.html", "a.md", "b.html", "b.md"]
    assert whole(fresh) == whole(project / "site")
    assert not (fresh / "a.md").is_symlink()
    assert sorted(linked) == ["a.md", "b.html", "b.md"]


def test_a_folder_of_an_earlier_site_that_is_a_link_holds_nothing(project: Path) -> None:
    (project / "site/in").mkdir()
    (project / "site/a.html").rename(project / "site/in/a.html")
    made = {"a.md": page(b"to [c](c.pdf)\n", project / "site", ["in/a.html"])}
    fresh = fresh_of(project)
    remember(project, fresh, Spared(look="look"), made, {"in/a.html": ()})
    settle(project, "site", fresh)
    fresh.mkdir()
    (fresh / "in").symlink_to(project / "site/in")
    found = spare(project, fresh, "look", {"a.md": (b"to [c](c.pdf)\n", ["in/a.html"])}, seen_in)
    assert list(found.pages) == ["a.md"]
    assert (fresh / "in/a.html").is_file()
    assert not (fresh / "in").is_symlink()


def test_of_an_earlier_site_nothing_stays_where_no_page_can_be_taken(project: Path) -> None:
    fresh = site_before(project)
    assert spared(project, "another").pages == {}
    assert [*fresh.rglob("*")] == []


def test_a_page_that_was_changed_in_the_site_is_made_anew_and_named(project: Path, tmp_path: Path) -> None:
    write(project / "site/a.html", "mine\n")
    (project / "site/b.md").rename(tmp_path / "elsewhere")
    (project / "site/b.md").symlink_to(tmp_path / "elsewhere")
    found = spared(project)
    assert found.pages == {}
    assert found.damaged == ["a.html", "b.md"]


@pytest.mark.parametrize("written", ["a%2Dname.md", "a\\-name.md", "a&#45;name.md", "a-name.md"])
def test_a_page_may_write_the_name_of_what_came_or_went_in_any_way(written: str, project: Path) -> None:
    write(project / "build/docs/b.md", f"[so]({written})\n")
    fresh = fresh_of(project)
    spared(project)
    made = page(made_of(project)["b.md"][0], project / "site", FILES["b.md"])
    remember(project, fresh, Spared(look="look"), {"b.md": made}, MARKS)
    settle(project, "site", fresh)
    assert list(spared(project).pages) == ["b.md"]
    write(project / "build/docs/a-name.md", "")
    assert list(spared(project).pages) == []


def test_the_engine_checks_the_links_to_and_from_a_page_that_was_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {name: FileOfMkDocs() for name in ("a.md", "b.md")}
    files = SimpleNamespace(get_file_from_path=pages.__getitem__)
    taken = Page(text="", files={}, anchors=["here"], links={"b.md": {"there": "b.md#there"}})
    monkeypatch.setattr(mkdocs_hook, "memory", mkdocs_hook.Memory(spared=Spared(look="", pages={"a.md": taken})))
    config = {"theme": SimpleNamespace(dirs=[]), "config_file_path": "mkdocs.yml"}
    mkdocs_hook.on_env(SimpleNamespace(loader=None), config, files=files)
    assert pages["a.md"].page.present_anchor_ids == {"here"}
    assert [*pages["a.md"].page.links_to_anchors.values()] == [{"there": "b.md#there"}]


def test_an_edited_handbook_has_the_same_bytes_as_one_that_is_built_from_nothing(
    little: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MOMENT)
    root = Path(shutil.copytree(little, tmp_path / "handbook", symlinks=True))
    other = (root / tiny.STORY).read_text(encoding="utf-8")
    tiny.edit(root, tiny.STORY, "A product manager builds", "One product manager builds")
    tiny.edit(root, tiny.STORY, "title: The export nobody used", "title: The export that nobody used")
    write(root / "content/stories/another.yaml", other.replace("The export nobody used", "Another one"))
    write(root / "site/practise/drill/index.html", "mine\n")
    built = build_site(root)
    assert 0 < built.spared < built.pages
    assert (
        "Made anew, for the published site has them not as they were built: practise/drill/index.html\n"
        in capsys.readouterr().err
    )
    assert (root / f"{BEFORE}-site").is_dir()
    (root / "content/stories/another.yaml").unlink()
    write(root / f"{BEFORE}-site/stories/stranger/index.html", "mine\n")
    assert build_site(root).spared  # where the site before the last stood
    now = whole(root / "site")
    assert "stories/stranger/index.html" not in now
    assert build_site(root, store=False).spared == 0
    assert whole(root / "site") == now
    assert not (root / f"{BEFORE}-site").exists()


def test_where_the_first_page_is_taken_the_theme_keeps_its_style(little: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(little, tmp_path / "handbook", symlinks=True))
    before = (root / "site/index.html").read_bytes(), (root / "site" / OURS).read_bytes()
    tiny.edit(root, tiny.STORY, "A product manager builds", "One product manager builds")
    assert build_site(root).spared
    assert ((root / "site/index.html").read_bytes(), (root / "site" / OURS).read_bytes()) == before
