"""The book as somebody holds it: its pages, its type, its indexes, the reader's cut and the booklet."""

import io
import re
from html import unescape
from itertools import chain
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from generator.paper.back import as_called, together
from generator.paper.binding import bound
from generator.paper.booklet import folded, sides
from generator.paper.hypertext import anchor
from generator.paper.pdf import Printed, make_pdf
from generator.paper.shelf import Shelf
from generator.paper.volumes import READERS_CUT
from generator.text.typography import typeset
from tests.handbooks import tiny
from tests.paper.printed import ABOVE, FOOT, HEAD, PRINT, book, pages, pocket
from tests.readers.pages import looks
from tests.readers.pdf import Paper, squeezed

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
MM = 72 / 25.4
SMALLEST = 7.5  # points
WANTED_FILL = 0.92
FEWEST_LINES = 6
OPENERS = (1, 2)  # the cover, and what stands behind it
FIRST_OF_THE_TEXT = 4
MANY = 10


def test_no_type_is_smaller_than_eyes_of_fifty_can_read() -> None:
    assert [(at, page.smallest) for at, page in enumerate(pages(), 1) if page.lines and page.smallest < SMALLEST] == []


def test_no_heading_stands_last_on_its_page() -> None:
    headings = {
        squeezed(re.sub(r"<[^>]+>", "", text)) for text in re.findall(r"<h[1-4][^>]*>(.*?)</h[1-4]>", book()[0])
    }
    last = [squeezed(page.lines[-1][1]) for page in pages() if page.lines]
    assert headings
    assert [words for words in last if words in headings] == []


def test_the_number_of_a_page_stands_outside_the_quotation_on_the_line_of_the_words_it_belongs_to() -> None:
    text = "".join(book()[1].words)
    assert re.search(r"Told for “[^”]+”\s+\(page\s+\d+\)", text)
    said = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(book()[1].data)]
    lines = [line.strip() for page in said for line in page.splitlines()]
    assert sum("(page" in line for line in lines) > MANY
    assert [line for line in lines if re.match(r"\(page|\d+\)", line)] == []


def test_the_side_of_the_spine_is_wider() -> None:
    lefts = [round(page.left / MM) for page in pages()[3:9]]
    assert lefts == [16, 23] * 3  # page 4 is a left one


def test_the_page_behind_the_cover_says_edition_licence_sources_and_address() -> None:
    said = book()[1].texts[1]
    words = tiny.content().words
    assert squeezed("Edition of 2026-11-21") in said
    for line in (words.licence, words.address and words.address.removeprefix("https://").rstrip("/")):
        assert line
        assert squeezed(typeset(line)) in said


def test_questions_are_indexed_by_subject_and_by_level_and_other_names_by_the_alphabet() -> None:
    html, pdf = book()
    content, places = tiny.content(), pdf.names()
    index = html.partition('id="index-questions"')[2]
    for entry in content.competencies.ordered:
        for question in content.bank.of(entry.slug):
            assert f'href="#{anchor("question", question.slug)}"' in index.partition("</section>")[0]
    by_level = html.partition(f'id="{anchor("computed", "questions-by-level")}"')[2].partition("</section>")[0]
    for level in content.words.levels:
        asked = content.bank.for_level(level.id)
        part = by_level.partition(f"<h2>{level.name}</h2>")[2].partition("<h2>")[0]
        assert set(re.findall(r'href="#([^"]+)"', part)) == {anchor("question", one.slug) for one in asked}
    names = re.findall(r">([^<]+)</a>", html.partition('id="index-names"')[2].partition("</section>")[0])
    assert [name.casefold() for name in names if name[0].isalpha()] == sorted(
        name.casefold() for name in names if name[0].isalpha()
    )
    assert len(names) == len(set(names))
    others = {name for of_kind in ("worksheet", "comparison") for name in chain(*content.other_names[of_kind].values())}
    assert others
    assert others <= {unescape(name) for name in names}
    assert places["index-questions"] <= places["index-names"]


def test_names_that_several_things_have_stand_in_one_order_in_every_run() -> None:
    named = {("360 feedback", f"question-{at}") for at in range(9)}
    assert sorted(named, key=as_called) == sorted(sorted(named, reverse=True), key=as_called)
    assert len({as_called(one) for one in named}) == len(named)
    assert together({*named, ("10x", "question-1")}) == [
        ("10x", ["question-1"]),
        ("360 feedback", [f"question-{at}" for at in range(9)]),
    ]


def test_an_entry_of_an_index_names_a_page_once_also_where_it_leads_into_its_own_piece(tmp_path: Path) -> None:
    links = "".join(f'<a href="#{name}"></a>' for name in "abcd")
    entry = f'<p>Entry <span class="places">{links}</span></p>'
    pages = '<p id="a">A</p><p id="b">B</p><p id="c" style="break-before: page">C</p><p id="d">D</p>'
    html = f'<html lang="en"><head><title>T</title></head><body>{entry}{pages}</body></html>'
    made = bound(html, Shelf(tmp_path, "entry", PRINT / "book.css"))
    assert "Entry1,2A" in squeezed(Paper(made.data).texts[0])


def test_a_title_as_long_as_its_line_sends_its_last_word_down_and_not_its_number_alone() -> None:
    titles = [f'<a href="#x">Titles of some five words {"l" * letters}</a>' for letters in range(20, 60)]
    contents = "".join(f'<nav class="contents"><ol><li>{title}</li></ol></nav>' for title in titles)  # a page for each
    html = f'<html lang="en"><title>T</title><p id="x">X</p>{contents}</html>'
    _, *seen = looks(make_pdf(html, PRINT / "book.css").data, head=HEAD - ABOVE, foot=FOOT)
    lines = [[words for _, words in page.lines] for page in seen]
    assert {len(of_one) for of_one in lines} == {1, 2}
    assert [of_one[-1].endswith("1") and "l" in of_one[-1] for of_one in lines] == [True] * len(titles)


def test_a_worksheet_of_the_book_has_room_to_write() -> None:
    fields = {tooltip for _, tooltip, _ in book()[1].fields()}
    for sheet in tiny.content().sheets.values():
        if sheet.group == "written":
            asked = [field for section in sheet.record.sections for field in section.fields]
            assert [one.label for one in asked if not any(tip.startswith(typeset(one.label)) for tip in fields)] == []


def test_the_readers_cut_holds_what_is_read_from_the_first_page_to_the_last() -> None:
    html, pdf = book("A4", READERS_CUT)
    assert re.findall(r'class="part-title" id="part-([a-z-]+)"', html) == [
        "competencies",
        "stories",
        "walkthroughs",
        "frameworks",
    ]
    assert len(pdf.texts) < len(book()[1].texts)
    assert pdf.reader.metadata is not None
    assert str(pdf.reader.metadata.title).endswith("reader’s cut")


def test_pages_of_a_booklet_follow_one_another_when_it_is_folded() -> None:
    for pages_ in (3, 8, 9, 16):
        sheets = sides(pages_)
        assert len(sheets) % 4 == 0
        assert sorted(number for side in sheets for number in side) == list(range(1, 2 * len(sheets) + 1))
    assert sides(8) == [(8, 1), (2, 7), (6, 3), (4, 5)]


def test_a_booklet_holds_the_pages_of_the_pocket_edition_two_and_two() -> None:
    small = pocket("A4")
    made = folded(Printed(data=small.data, pages=len(small.texts), numbers={}), title="A booklet")
    read = pypdf.PdfReader(io.BytesIO(made.data))
    assert len(read.pages) == 4
    assert round(read.pages[0].mediabox.width) in {2 * small.size[0], 2 * small.size[0] - 1}
    for side, (left, right) in zip(read.pages, sides(len(small.texts)), strict=True):
        said = squeezed(side.extract_text())
        for number in (left, right):
            if number <= len(small.texts):
                assert small.texts[number - 1][:20] in said
    assert made.data == folded(Printed(data=small.data, pages=1, numbers={}), title="A booklet").data


def test_the_booklet_claims_no_tags() -> None:
    small = pocket("A4")
    made = folded(Printed(data=small.data, pages=1, numbers={}), title="A booklet")
    root = pypdf.PdfReader(io.BytesIO(made.data)).trailer["/Root"]
    assert "/StructTreeRoot" not in root
    assert "/Metadata" not in root


def test_the_pages_are_filled_and_none_has_a_few_lines() -> None:
    seen = pages()
    fills = [page.fill for page in seen[FIRST_OF_THE_TEXT - 1 : -1]]
    assert len(fills) > FIRST_OF_THE_TEXT
    assert sum(fills) / len(fills) >= WANTED_FILL
    assert [at for at, page in enumerate(seen, 1) if len(page.lines) < FEWEST_LINES and at not in OPENERS] == []


def test_notes_stand_on_the_page_of_the_words_they_speak_of() -> None:
    places = book()[1].names()
    notes = [name for name in places if name.startswith("note-") and f"{name}-sign" in places]
    assert notes
    assert [name for name in notes if places[name] != places[f"{name}-sign"]] == []
