""" "Improve this page" leads to the file or folder that a page is made from, once the repository's address is known."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.site.pipeline import DOCS
from tests.browser.conftest import Open, Sites, serving
from tests.handbooks import project
from tests.handbooks.sites import REPOSITORY

LINK = re.compile(r'<a href="([^"]*)" class="improve"')


def sources(root: Path) -> Iterator[tuple[str, str | None]]:
    """Give for each page its HTML and the YAML that its front matter names."""
    for path in sorted((root / DOCS).rglob("*.md")):
        named = re.search(r"^source: (.+)$", path.read_text(encoding="utf-8").split("\n---\n")[0], re.MULTILINE)
        where = project.address(path.relative_to(root / DOCS).as_posix())
        yield project.html_of(root / "site", where).read_text(encoding="utf-8"), named[1] if named else None


def test_every_page_with_a_source_leads_to_that_file_or_folder(public: Path) -> None:
    assert any(source for _, source in sources(public))
    for html, source in sources(public):
        shows = "tree" if source and (public / source).is_dir() else "edit"
        assert LINK.findall(html) == ([f"{REPOSITORY}/{shows}/main/{source}"] if source else [])
        assert source is None or (public / source).exists()


def test_every_entry_of_the_content_can_be_improved_from_a_page(public: Path) -> None:
    named = {source for _, source in sources(public)}
    files = {path.relative_to(public).as_posix() for path in (public / "content").rglob("*") if path.is_file()}
    assert {file for file in files if not {file, file.rpartition("/")[0]} & named} == set()


def test_without_a_repository_no_page_offers_it(sites: Sites) -> None:
    pages = [*(sites.real.root / "site").rglob("*.html"), *(sites.tiny.root / "site").rglob("*.html")]
    assert [page for page in pages if 'class="improve"' in page.read_text(encoding="utf-8")] == []


def test_a_page_that_names_its_repository_asks_it_for_nothing(public: Path, open_page: Open) -> None:
    with serving(public / "site") as url:
        visit = open_page(url)
        visit.settle()
        assert [request for request in visit.requests if not request.startswith(url)] == []
        assert visit.errors == []
