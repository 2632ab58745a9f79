"""A section that is off leaves nothing behind: no link, no empty heading, no door, no word of its own pages."""

import posixpath
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args

import pytest

from generator.content.content import Content
from generator.content.sections import OFF
from generator.content.shown import KINDS_OF, shown
from generator.exports.edition import Edition
from generator.exports.llms import llms_txt
from generator.exports.pdfs import sheet_jobs
from generator.model.look import Section
from generator.pages.page import Page
from generator.pages.pages import build_pages
from generator.pages.practice import practice_files
from generator.pages.render import renderer
from generator.pages.search_records import search_records
from generator.pages.sections import sections
from generator.paper.book import book_html
from generator.paper.chapters import book_parts
from generator.paper.hypertext import printer
from generator.paper.printables import printables
from generator.site.pipeline import templates_of
from tests.handbooks import tiny

SECTIONS: tuple[str, ...] = get_args(Section)
EACH = [*((name,) for name in SECTIONS), SECTIONS]
DOORS = {  # what only a door to the section says
    "plans": r"plans?\b",
    "walkthroughs": r"[Ww]alkthroughs?",
    "practice": r"[Mm]ock|[Dd]rill|[Ss]tory sheet|[Ww]orksheets?|[Ss]core sheet|My stories|When is your interview",
    "loops": r"[Ll]oops?\b",
    "principles": r"[Cc]ompany principles",
    "comparisons": r"told three ways",
}
LINK = re.compile(r'\]\(([^)#\s]+)|href="([^"#]+)"')
MARKUP = re.compile(r"</?(?:div|section)[^>]*>|\{:[^}]*\}")
EMPTY = re.compile(r"^(##+ .*)\n\s*(?=^##? |\Z)", re.MULTILINE)


def without(*off: str) -> Content:
    whole = tiny.content()
    record = whole.handbook.record.model_copy(update={"sections_off": off})
    return shown(replace(whole, handbook=replace(whole.handbook, record=record)))


def pages(content: Content) -> list[Page]:
    return build_pages(content, renderer(content, templates_of(tiny.TINY) / "pages"))


@pytest.mark.parametrize("off", EACH, ids="-".join)
def test_no_link_and_no_heading_is_left_behind(off: Sequence[str]) -> None:
    content = without(*off)
    made = pages(content)
    there = {page.path for page in made}
    dead, empty = [], []
    for page in made:
        for target in filter(None, (a or b for a, b in LINK.findall(page.text))):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target))
            if ":" not in target and path.endswith(".md") and path not in there:
                dead.append((page.path, target))
        empty += [(page.path, heading) for heading in EMPTY.findall(MARKUP.sub("", page.text))]
    side = [link.path.partition("#")[0] for links in sections(content).values() for link in links]
    found = [record.path.partition("#")[0] for record in search_records(content)]
    assert (dead, empty) == ([], [])
    assert {*side, *found} - there == set()
    assert [name for section in off for name in OFF[section] if f"{name}/index.md" in there] == []


@pytest.mark.parametrize("section", SECTIONS)
def test_no_page_of_the_frame_speaks_of_it(section: str) -> None:
    """What contributors wrote may say what it likes; what the generator says on computed pages must not."""
    content = without(section)
    frames = ("home", "practise", "reference", "stories", "competencies", "coverage", "downloads", "mock_interview")
    said = {}
    for page in pages(content):
        if page.spec.template in frames:
            words = re.sub(r"\]\([^)]*\)|<[^>]*>|\{:[^}]*\}", "", page.text)
            told = re.findall(rf"[^\n]*(?:{DOORS[section]})[^\n]*", words)
            if told:
                said[page.path] = told
    assert said == {}


@pytest.mark.parametrize("off", EACH, ids="-".join)
def test_paper_and_data_do_without_it(off: Sequence[str]) -> None:
    content = without(*off)
    book = book_html(content, printer(content, templates_of(tiny.TINY) / "print"), edition=date(2026, 1, 2))
    ids = set(re.findall(r'id="([^"]+)"', book))
    assert [anchor for anchor in re.findall(r'href="#([^"]+)"', book) if anchor not in ids] == []
    parts = {part.name for part in book_parts(content)}
    folders = {kind.folder for section in off for kind in KINDS_OF[section]}
    assert parts & folders == set()
    listed = llms_txt(content, pages(content))
    assert [name for name in folders if f"]({name}/" in listed] == []
    files = practice_files(content)
    if "practice" in off:
        assert files == {}
        assert printables(content) == []
        edition = Edition(content=content, templates=templates_of(tiny.TINY), time=datetime(2026, 1, 2, tzinfo=UTC))
        assert list(sheet_jobs(edition)) == []
    else:
        assert [name for name in folders if f'"{name}/' in "".join(files.values())] == []


def test_nothing_is_touched_where_nothing_is_off() -> None:
    assert shown(tiny.content()) is tiny.content()
