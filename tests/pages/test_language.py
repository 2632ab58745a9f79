"""A handbook in another language shows nothing in English but what its content and proper names are."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from generator.content.content import Content
from generator.exports.anki import cards
from generator.exports.epub import epub
from generator.exports.ics import calendar
from generator.exports.llms import llms_parts, llms_txt
from generator.pages.page import Page
from generator.pages.pages import build_pages
from generator.pages.render import renderer
from generator.pages.search_index import search_files
from generator.paper.book import book_html
from generator.paper.hypertext import printer
from generator.paper.pocket import pocket_html
from generator.paper.printables import printables, printables_html
from generator.site.pipeline import templates_of
from generator.text.language import language_of, speaking
from tests.handbooks import pseudo, tiny
from tests.readers import search
from tests.readers.latin import left, shown, words_of

TEMPLATES = templates_of(tiny.TINY)
PRINT = TEMPLATES / "print"
EDITION = date(2026, 11, 21)
MOMENT = datetime(2026, 11, 21, tzinfo=UTC)
OWN = words_of(tiny.TINY / "content")
FRONT = re.compile(r'^(?:title|description|summary): "(.*)"$', re.MULTILINE)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Content]:
    language = pseudo.language(tmp_path_factory.mktemp("languages"))
    content = replace(tiny.content(), language=language)
    assert content.sheets  # made whenever they are asked for first, as by a rule, whatever is spoken then
    with speaking(language):
        yield content


@pytest.fixture(scope="module")
def pages(content: Content) -> list[Page]:
    return list(build_pages(content, renderer(content, TEMPLATES / "pages")))


def test_no_page_says_a_word_of_english(pages: list[Page]) -> None:
    seen = {}
    for page in pages:
        front, _, body = page.text.removeprefix("---\n").partition("\n---\n")
        seen[page.path] = left([*(json.loads(f'"{said}"') for said in FRONT.findall(front)), *shown(body)], OWN)
    assert {path: lines for path, lines in seen.items() if lines} == {}
    assert any("\N{ARMENIAN SMALL LETTER AYB}" in page.text for page in pages)


def test_no_sheet_of_paper_says_a_word_of_english(content: Content) -> None:
    made = printer(content, PRINT)
    papers = {
        "book": book_html(content, made, edition=EDITION),
        "pocket": pocket_html(content, made, PRINT / "pocket.css", paper="A4", edition=EDITION),
        "sheets": printables_html(printables(content), made, title="", edition=EDITION),
    }
    assert {name: found for name, html in papers.items() if (found := left(shown(html), OWN))} == {}


def test_no_file_to_take_away_says_a_word_of_english(content: Content, pages: list[Page]) -> None:
    book = zipfile.ZipFile(io.BytesIO(epub(content, printer(content, PRINT), "", EDITION)))
    files = {name: book.read(name).decode() for name in book.namelist() if name.endswith("html")}
    files["anki"] = "\n".join(f"{card.front}\n{card.back}" for card in cards(content))
    days = "".join(calendar(content, plan, EDITION, MOMENT) for plan in content.plans.ordered).replace("\r\n ", "")
    files["calendar"] = "\n".join(re.findall(r"^(?:SUMMARY|DESCRIPTION):(.*)$", days.replace("\\n", " "), re.MULTILINE))
    files["llms.txt"] = llms_txt(content, pages)
    files["llms-full.txt"] = "\n".join(re.findall(r"^#.*$", "\n".join(llms_parts(content, pages)), re.MULTILINE))
    assert {name: found for name, text in files.items() if (found := left(shown(text), OWN))} == {}


def test_no_result_of_the_search_says_a_word_of_english(content: Content) -> None:
    files = search_files(content)
    start = search.piece(files.__getitem__, "start")
    lines = [kind[-1] for kind in start["kinds"]] + [title for title, _ in [*start["parts"], *start["indexes"]]]
    for title, _path, summary, *names in search.entries(files.__getitem__):
        lines += [title, summary, *names]
    assert left(lines, OWN) == []


@pytest.mark.parametrize(("code", "way"), [("de", "ltr"), ("he", "rtl")])
def test_print_and_epub_say_the_language_and_which_way_its_lines_run(code: str, way: str) -> None:
    content = replace(tiny.content(), language=language_of(code))
    with speaking(content.language):
        made = printer(content, PRINT)
        papers = [
            book_html(content, made, edition=EDITION),
            pocket_html(content, made, PRINT / "pocket.css", paper="A4", edition=EDITION),
            printables_html(printables(content), made, title="", edition=EDITION),
        ]
        assert [f'<html lang="{code}" dir="{way}">' in html for html in papers] == [True] * len(papers)
        book = zipfile.ZipFile(io.BytesIO(epub(content, made, "", EDITION)))
    for name in book.namelist():
        if name.endswith(".xhtml"):
            assert f'xml:lang="{code}" dir="{way}"' in book.read(name).decode(), name
    package = next(book.read(name).decode() for name in book.namelist() if name.endswith(".opf"))
    assert (' page-progression-direction="rtl"' in package) == (way == "rtl")
    assert f"<dc:language>{code}</dc:language>" in package
