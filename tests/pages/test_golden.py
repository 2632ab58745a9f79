"""The pages of the tiny handbook, as files; `pytest --write-golden` rewrites them."""

import posixpath

import pytest

from generator.pages.page import Page
from generator.pages.sections import sections
from generator.site.write import write_folder
from tests.handbooks import tiny
from tests.readers.page import FRONT, read, to_html

GOLDEN = tiny.TESTS / "pages/golden"
WEB = ("https://", "mailto:")


def golden() -> dict[str, str]:
    return {
        path.relative_to(GOLDEN).as_posix(): path.read_text(encoding="utf-8")
        for path in GOLDEN.rglob("*")
        if path.is_file()
    }


def test_the_folder_holds_exactly_the_pages_that_the_tiny_handbook_builds(write_golden: bool) -> None:  # noqa: FBT001
    pages = {page.path: page.text for page in tiny.pages()}
    if write_golden:
        write_folder(GOLDEN, pages)
    assert sorted(golden()) == sorted(pages)


@pytest.mark.parametrize("path", sorted(page.path for page in tiny.pages()))
def test_a_page_reads_as_it_did(path: str) -> None:
    page = next(page for page in tiny.pages() if page.path == path)
    assert page.text == golden().get(path), "run `pytest --write-golden` if the new page is right"


@pytest.fixture(scope="module")
def ids() -> dict[str, list[str]]:
    return {page.path: read(to_html(page.text)).ids for page in tiny.pages()}


def every(pages: tuple[Page, ...]) -> list[pytest.param]:
    return [pytest.param(page, id=page.path) for page in pages]


@pytest.mark.parametrize("page", every(tiny.pages()))
def test_every_relative_link_leads_to_a_page_and_an_id_in_it(page: Page, ids: dict[str, list[str]]) -> None:
    dead = []
    for link in read(to_html(page.text)).links:
        if link.startswith(WEB):
            continue
        path, _, anchor = link.partition("#")
        path = path.partition("?")[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
        if target not in ids or (anchor and anchor not in ids[target]):
            dead.append(link)
    assert dead == []


@pytest.mark.parametrize("page", every(tiny.pages()))
def test_every_id_stands_once_in_its_page(page: Page, ids: dict[str, list[str]]) -> None:
    assert sorted(set(ids[page.path])) == sorted(ids[page.path])


@pytest.mark.parametrize("page", every(tiny.pages()))
def test_every_page_begins_with_front_matter_and_then_its_only_h1(page: Page) -> None:
    text = FRONT.sub("", page.text).lstrip()
    assert page.text.startswith("---\n")
    assert text.startswith("# ")
    assert [tag for tag, _ in read(to_html(page.text)).tags].count("h1") == 1


@pytest.mark.parametrize("page", every(tiny.pages()))
def test_every_tag_that_is_opened_is_closed(page: Page) -> None:
    html = to_html(page.text)
    names = ("div", "section", "details", "aside", "article", "form", "fieldset", "ul", "ol", "li", "p", "a", "nav")
    assert {n: html.count(f"</{n}>") for n in names} == {n: sum(tag == n for tag, _ in read(html).tags) for n in names}


@pytest.mark.parametrize("page", every(tiny.pages()))
def test_no_markup_is_left_over_in_the_words(page: Page) -> None:
    words = read(to_html(page.text)).words
    assert [sign for sign in ("{:", "markdown=", "](", "<div", "</", "&#", "&lt;", "**") if sign in words] == []


@pytest.mark.parametrize("page", every(tiny.pages()))
def test_no_page_leads_to_anything_but_a_page_or_https(page: Page) -> None:
    seen = read(to_html(page.text))
    assert seen.odd == []
    assert [tag for tag, _ in seen.tags if tag in {"script", "style", "iframe", "object", "embed", "img"}] == []
    assert [name for _, given in seen.tags for name in given if name.startswith("on") or name == "style"] == []
    assert [link for link in seen.links if ":" in link.split("/")[0] and not link.startswith("https://")] == []


def test_every_link_of_the_side_lists_is_a_page() -> None:
    paths = {page.path for page in tiny.pages()}
    linked = {link.path.split("#")[0] for links in sections(tiny.content()).values() for link in links}
    assert linked - paths == set()
