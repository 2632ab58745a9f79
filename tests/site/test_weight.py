"""A page that is read comes over a slow line at once: all it loads, as it is sent, stays within its kind's budget."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handbooks import sites
from tests.handbooks.sites import Once

LINK = re.compile(r'<link (?=[^>]*rel="?(?:stylesheet|preload|icon|manifest))[^>]*?href="?(?P<to>[^">\s]+)')
SCRIPT = re.compile(r'<(?:script|img) [^>]*?src="?(?P<to>[^">\s]+)')
INSIDE = re.compile(r'url\("?(?!data:|#)(?P<to>[^")]+)')
LATER = "assets/along.js"  # which every page loads when all else is there
MOST = {  # bytes with gzip, of the heaviest page of each kind; the index of all questions is one long page
    "index.html": 53_000,
    "stories/*/index.html": 56_000,
    "frameworks/*/index.html": 54_000,
    "competencies/*/index.html": 59_000,
    "walkthroughs/*/index.html": 70_000,
    "questions/index.html": 90_000,
}


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    """Give the site of the real handbook, to be read."""
    return once("real", sites.real) / "site"


@pytest.mark.parametrize("kind", MOST)
def test_all_that_a_page_loads_is_light(site: Path, kind: str) -> None:
    pages = sorted(site.glob(kind))
    weights = {page: sum(map(weight, loaded(site, page))) for page in pages}
    assert pages
    assert {str(page): whole for page, whole in weights.items() if whole > MOST[kind]} == {}


def test_a_page_that_is_read_loads_no_script_of_practice(site: Path) -> None:
    read = [page for kind in MOST for page in site.glob(kind)]
    found = {path.name for page in read for path in loaded(site, page) if path.match("practice*/*")}
    assert found == set()


def loaded(site: Path, page: Path) -> set[Path]:
    """Give every file that the page loads, itself first, as its HTML and its sheets name them."""
    found = {page, site / LATER}
    html = page.read_text(encoding="utf-8")
    todo = [*named(html, LINK, page), *named(html, SCRIPT, page)]
    for path in todo:
        if path not in found:
            found.add(path)
            todo.extend(named(path.read_text(encoding="utf-8"), INSIDE, path) if path.suffix == ".css" else ())
    return found


def named(text: str, pattern: re.Pattern[str], beside: Path) -> Iterator[Path]:
    return ((beside.parent / match["to"].partition("?")[0]).resolve() for match in pattern.finditer(text))


def weight(path: Path) -> int:
    """Give the bytes of a file as it is sent, with gzip."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))
