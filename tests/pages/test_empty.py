"""A list that holds nothing yet says so: no heading and no frame is left with nothing under it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.content.generated_pages import COMPUTED
from generator.model import COMPETENCIES, ENTRY_KINDS, QUESTIONS
from generator.pages.page import Page
from generator.pages.pages import build_pages
from generator.pages.render import renderer
from generator.site.pipeline import templates_of
from tests.handbooks import tiny
from tests.readers.page import read, to_html

LISTS = ("stories", "questions", "twins", "frameworks", "walkthroughs", "plans", "principles", "comparisons", "loops")
FRAME = re.compile(r"<(ul|ol|dl|div class=\"rows[^>]*)>\s*</")
HEADINGS = re.compile(r"<h2[^>]*>(?:(?!<h2|<p|<li|<a).)*?(?=<h2|<nav|$)", re.DOTALL)


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """Give the pages of a handbook that has nothing yet but its words and its competencies."""
    nothing = {kind.id: {} for kind in (*ENTRY_KINDS, QUESTIONS) if kind is not COMPETENCIES}
    whole = tiny.content()
    content = replace(whole, entries={**whole.entries, **nothing}, essays={})
    render = renderer(content, templates_of(Path(tiny.TINY)) / "pages", locate=lambda *_: "index.md")
    return {page.path: page for page in build_pages(content, render)}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_nothing_says_so_and_leaves_no_empty_frame(name: str, pages: dict[str, Page]) -> None:
    html = to_html(pages[COMPUTED[name].path].text)
    words = read(html).words
    assert re.search(r"\b(None|No two questions)\b", words), words
    assert not FRAME.search(html)
    assert not [found for found in HEADINGS.findall(html.partition('<nav class="onward"')[0]) if "None" not in found]


def test_the_first_page_of_it_asks_for_the_date_and_offers_no_empty_list(pages: dict[str, Page]) -> None:
    html = to_html(pages["index.md"].text)
    assert "When is your interview?" in html
    assert not FRAME.search(html)
