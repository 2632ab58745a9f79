"""The book, the pocket edition and the sheets, opened and read."""

import dataclasses
import logging
import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from generator.model import Words
from generator.model.schema_walk import walk_fields
from generator.paper import numbering
from generator.paper.binding import bound
from generator.paper.book import book_html
from generator.paper.chapters import book_parts
from generator.paper.common_page import HEIGHT, WIDTH
from generator.paper.hypertext import footnote_urls, printer, resolve_links
from generator.paper.member import Member
from generator.paper.numbering import LETTERS_A_PAGE, UnstablePageNumbersError, numbered
from generator.paper.pdf import ADVICE, NoPdfError, make_pdf, make_set
from generator.paper.printables import printables, printables_html
from generator.paper.shelf import Shelf
from generator.paper.volumes import NoSuchPartError
from generator.text import prose, prose_html
from generator.text.highlight import Mark
from generator.text.typography import typeset
from tests.handbooks import tiny
from tests.paper.printed import EDITION, PRINT, book, pages, pocket, sheets
from tests.readers.pdf import Paper, squeezed
from tests.readers.tagged import Tagged

HAIR = 0.1  # points
SIZES = {"A4": (595, 842), "letter": (612, 792)}
HALF_SIZES = {"A4": (420, 595), "letter": (396, 612)}
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def words_of_the_content() -> Iterator[tuple[str, str]]:
    """Give every text of the content with the file it stands in, as its reader sees it."""
    for entry in tiny.content().every():
        for path, mark, value in walk_fields(entry.record):
            if isinstance(mark, Words) and not UNSHOWN & set(path):
                yield f"{entry.file}: {'.'.join(map(str, path))}", prose.plain(value) if mark.form == "prose" else value


UNSHOWN = {"quote", "waivers", "colour", "headings", "cues", "rules"}  # what is said to the generator alone


@pytest.mark.parametrize("paper", SIZES)
def test_the_book_has_the_paper_that_was_asked_for(paper: str) -> None:
    assert book(paper)[1].size == SIZES[paper]


def test_both_papers_have_the_same_pages_in_their_middle() -> None:
    for one, other in ((book("A4")[1], book("letter")[1]), (sheets("A4"), sheets("letter"))):
        assert one.words == other.words
        for paper in (one, other):
            box = paper.reader.pages[0].mediabox
            assert abs(box.left + box.right - WIDTH) < HAIR
            assert abs(box.bottom + box.top - HEIGHT) < HAIR


def test_a_file_for_one_paper_is_the_same_beside_that_for_another() -> None:
    sheet = next(iter(printables(tiny.content())))
    render = printer(tiny.content(), PRINT)
    html = printables_html([sheet], render, title=sheet.title, edition=EDITION)
    both = [one.data for one in make_set(html, PRINT / "sheets.css", [], ["A4", "letter"])]
    apart = [next(make_set(html, PRINT / "sheets.css", [], [paper])).data for paper in ("A4", "letter")]
    assert both == apart
    assert both[0] != both[1]


def test_the_book_holds_every_text_of_the_content() -> None:
    whole = squeezed("".join(text for text in book()[1].texts))
    bare = re.sub(r"[^a-z0-9]", "", re.sub(r"\(page\d+\)|\(page\)", "", whole).casefold())
    missing = []
    for where, text in words_of_the_content():
        for sentence in re.split(r"(?<=[.!?:;])\s+|\n", text):
            said = re.sub(r"[^a-z0-9]", "", sentence.casefold())
            if said and said not in bare and not _in_pieces(sentence, bare):
                missing.append(f"{where}: {sentence}")
    assert missing == []


def _in_pieces(sentence: str, bare: str) -> bool:
    """Whether the words stand there one by one: marks, page numbers and page breaks may lie between them."""
    return all(re.sub(r"[^a-z0-9]", "", word.casefold()) in bare for word in sentence.split())


def test_the_outline_holds_every_part_and_chapter_on_its_page() -> None:
    outline = book()[1].outline()
    parts = book_parts(tiny.content())
    found = [title for _, title, _ in outline]
    wanted = [title for part in parts for title in (part.title, *(chapter.title for chapter in part.chapters))]
    assert [title for title in wanted if typeset(title) not in found] == []
    pages = book()[1].texts
    wrong = [(title, page) for _, title, page in outline if squeezed(title) not in pages[page - 1]]
    assert wrong == []


@pytest.mark.parametrize("paper", SIZES)
def test_the_page_numbers_of_the_contents_are_true(paper: str) -> None:
    html, pdf = book(paper)
    names = pdf.names()
    contents = html.partition('<nav class="contents"')[2].partition("</nav>")[0]
    entries = re.findall(r'<a href="#([^"]+)">(.*?)</a>', contents)
    text = "".join(pdf.texts[1 : names[entries[0][0]] - 1])
    assert len(entries) > len(book_parts(tiny.content()))
    for target, title in entries:
        said = squeezed(unescape(title))
        assert re.search(rf"{re.escape(said)}[.]*{names[target]}(?!\d)", text), (said, names[target])


def test_every_link_into_the_book_lands_and_says_its_page() -> None:
    html, pdf = book()
    inside, outside = pdf.links()
    names = pdf.names()
    assert inside
    assert [target for target in inside if target not in names] == []
    assert all(address.startswith("https://") for address in outside)
    ids = set(re.findall(r'id="([^"]+)"', html))
    assert [target for target in re.findall(r'href="#([^"]+)"', html) if target not in ids] == []


def test_every_id_of_the_book_stands_once() -> None:
    ids = re.findall(r'id="([^"]+)"', book()[0])
    assert sorted(set(ids)) == sorted(ids)


def test_every_page_but_the_cover_says_its_number_of_how_many() -> None:
    texts = book()[1].texts
    assert [at for at, text in enumerate(texts, 1) if f"page{at}of{len(texts)}" not in text] == [1]


def test_the_book_is_tagged_and_says_title_language_and_edition() -> None:
    pdf = book()[1]
    assert pdf.root["/Lang"] == "en"
    assert pdf.root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in pdf.root
    assert pdf.reader.metadata is not None
    assert pdf.reader.metadata.title == tiny.content().words.title
    assert pdf.reader.metadata["/CreationDate"].startswith("D:20261121")


def test_no_page_of_the_book_is_left_empty() -> None:
    assert [at for at, page in enumerate(pages(), 1) if not page.lines] == []


def test_the_cover_says_on_which_page_each_plan_begins() -> None:
    pdf = book()[1]
    names, cover = pdf.names(), pdf.texts[0]
    for plan in tiny.content().plans.ordered:
        assert re.search(rf"{re.escape(squeezed(plan.record.title))}.*?page{names[f'plan-{plan.slug}']}(?!\d)", cover)


def test_what_stands_side_by_side_stays_within_the_margins() -> None:
    html, _ = book()
    assert 'class="side ' in html
    style = (PRINT / "book.css").read_text(encoding="utf-8")
    assert re.search(r"^\.side \{ display: table-cell;.* width: 50%; box-sizing: border-box;", style, re.MULTILINE)


def test_the_heading_of_a_day_stands_with_its_tasks() -> None:
    html, pdf = book("A4", "plans")
    days = re.findall(r'<h3>(Day \d+) .*?<th scope="row">(.*?)</th>', html, re.DOTALL)
    assert days
    for day, task in days:
        first = squeezed(unescape(re.sub(r"<[^>]+>", "", task)))[:20]
        assert any(squeezed(day) in text and first in text for text in pdf.texts), day


def test_no_reply_of_a_turn_is_split_between_pages() -> None:
    texts = book()[1].texts
    for walk in tiny.content().walkthroughs.values():
        for turn in walk.record.turns:
            for first, last in ((turn.mistake.says, turn.stronger.because), (turn.probe.asks, turn.probe.strong)):
                begins, ends = squeezed(prose.plain(first))[:20], squeezed(prose.plain(last))[:12]
                assert any(begins in text and ends in text for text in texts), turn.asks


def test_the_address_of_a_web_link_stands_on_its_page() -> None:
    html, pdf = book()
    addresses = set(re.findall(r'<a class="web" href="https://([^"]+)"', html))
    assert addresses
    assert [a for a in addresses if squeezed(unescape(a)).rstrip("/") not in pdf.whole] == []


def test_one_part_alone_holds_that_part_and_no_dead_link() -> None:
    html, pdf = book("A4", "stories")
    titles = [part.title for part in book_parts(tiny.content())]
    assert [title for depth, title, _ in pdf.outline() if depth == 0 and title in titles] == ["Stories"]
    assert 'id="competency-' not in html
    leads = {str(note.get_object().get("/Dest", "")) for page in pdf.reader.pages for note in page.get("/Annots", ())}
    assert leads - {""} <= set(pdf.names())


def test_a_part_that_is_none_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(NoSuchPartError, match=r'--only must be one of start, .*, found "poems"'):
        book("A4", "poems")


@pytest.mark.parametrize("paper", HALF_SIZES)
def test_the_pocket_edition_has_one_page_for_each_competency(paper: str) -> None:
    pdf, entries = pocket(paper), tiny.content().competencies.ordered
    assert pdf.size == HALF_SIZES[paper]
    assert len(pdf.texts) == 1 + len(entries)
    for text, entry in zip(pdf.texts[1:], entries, strict=True):
        wanted = (entry.record.title, entry.record.core_story, *entry.record.must_contain)
        assert [words for words in wanted if squeezed(words) not in text] == []


@pytest.mark.parametrize("paper", SIZES)
def test_names_of_fields_are_unique_in_the_full_set_and_none_is_without_a_tooltip(paper: str) -> None:
    fields = sheets(paper).fields()
    names = [name for name, _, _ in fields]
    assert sheets(paper).size == SIZES[paper]
    assert len(names) == len(set(names)) > 0
    assert [name for name, tooltip, _ in fields if not name or not tooltip or tooltip == name] == []
    assert {kind for _, _, kind in fields} == {"/Tx", "/Btn"}


def test_nothing_is_filled_in_beforehand() -> None:
    found = sheets().reader.get_fields() or {}
    assert {field.get("/V") or "/Off" for field in found.values()} == {"/Off"}


def test_every_field_of_every_worksheet_can_be_filled_in() -> None:
    tooltips = {tooltip for _, tooltip, _ in sheets().fields()}
    missing = [
        field.label
        for sheet in tiny.content().sheets.values()
        for field in sheet.record.fields()
        if not any(tip.startswith(typeset(field.label)) for tip in tooltips)
    ]
    assert missing == []


def test_every_sheet_asks_for_four_dates_to_come_back() -> None:
    for printable in printables(tiny.content()):
        if printable.record:
            dates = [field for section in printable.sections for field in section.fields if field.kind == "date"]
            assert len(dates) >= 4, printable.slug


def test_every_page_of_a_sheet_says_whose_it_is() -> None:
    for printable in printables(tiny.content()):
        texts = sheets("A4", printable.slug).texts
        assert [at for at, text in enumerate(texts, 1) if squeezed(printable.title) not in text] == [], printable.slug


def test_the_sum_of_the_points_stands_before_the_dates_and_what_the_score_says_shares_their_page() -> None:
    for printable in printables(tiny.content()):
        if printable.record and printable.record.results and not printable.record.key:
            pdf = sheets("A4", printable.slug)
            assert pdf.whole.index("Allpoints") < pdf.whole.index("Fourdates"), printable.slug
            assert "Fourdates" in next(text for text in pdf.texts if "Whatyourscoresays" in text), printable.slug


def test_a_sheet_that_is_only_filled_in_ends_with_its_dates_and_has_no_page_for_a_key() -> None:
    assert "Fourdates" in sheets("A4", "fill-in-the-bet").texts[-1]


def test_paper_says_what_each_sentence_of_a_scale_is_worth() -> None:
    html = printables_html(printables(tiny.content()), printer(tiny.content(), PRINT), title="T", edition=EDITION)
    scales = re.findall(r'<ul class="choices choices--scale">(.*?)</ul>', html, re.DOTALL)
    worth = [re.findall(r'class="choice__worth">([0-9.]+)<', scale) for scale in scales]
    assert any(worth)
    for steps in filter(None, worth):
        assert float(steps[0]) == 0
        assert len({float(high) - float(low) for low, high in pairwise(steps)}) == 1


def test_the_key_stands_on_a_later_page_than_the_last_field_to_fill_in() -> None:
    for printable in printables(tiny.content()):
        if printable.record and printable.record.key:
            pdf = sheets("A4", printable.slug)
            key = next(at for at, text in enumerate(pdf.texts) if "Thekey" in text)
            with_fields = [at for at, page in enumerate(pdf.reader.pages) if "/Annots" in page and _widgets(page)]
            assert max(with_fields) < key, printable.slug


def _widgets(page: dict[str, list]) -> bool:  # type: ignore[type-arg]
    return any(note.get_object().get("/Subtype") == "/Widget" for note in page["/Annots"])


def test_the_friend_who_interviews_gets_every_question_and_probe_of_the_walkthrough() -> None:
    for slug, walk in tiny.content().walkthroughs.items():
        text = sheets("A4", f"interviewer-{slug}").whole
        wanted = [words for turn in walk.record.turns for words in (turn.asks, turn.probe.asks)]
        assert [words for words in wanted if squeezed(words) not in text] == []


def test_the_same_content_and_edition_give_the_same_bytes(tmp_path: Path) -> None:
    html, pdf = book("A4", "stories")
    assert bound(html, Shelf(tmp_path, "anew", PRINT / "book.css"), "A4").data == pdf.data


def test_numbers_that_never_hold_are_told_with_what_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbering, "MOST_ROUNDS", 1)
    monkeypatch.setattr(numbering, "guessed", lambda _: {"x": 1000})
    html = '<html lang="en"><title>T</title><p class="places"><a href="#x">x</a></p><p id="x">X</p></html>'
    with pytest.raises(UnstablePageNumbersError, match="#x is on page none, then on 1"):
        make_pdf(html, PRINT / "book.css")


def test_a_sheet_taken_out_of_a_set_is_the_sheet_set_alone() -> None:
    made = [printables(tiny.content())[at] for at in (0, 1, -1)]
    html = printables_html(made, printer(tiny.content(), PRINT), title="Some", edition=EDITION)
    members = [Member(begins=one.anchor, title=one.title, wanted=one != made[1]) for one in made]
    *alone, _whole = [Paper(printed.data) for printed in make_set(html, PRINT / "sheets.css", members)]
    for taken, one in zip(alone, (made[0], made[-1]), strict=True):
        by_itself = sheets("A4", one.slug)
        assert taken.texts == by_itself.texts
        assert taken.fields() == by_itself.fields()
        assert [title for _, title, _ in taken.outline()] == [title for _, title, _ in by_itself.outline()]
        assert taken.root["/Lang"] == "en"
        assert Tagged(taken).broken() == []


def test_weasyprint_has_nothing_to_complain_of(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    with caplog.at_level(logging.WARNING):
        made = printer(tiny.content(), PRINT)
        html = book_html(tiny.content(), made, edition=EDITION, only="walkthroughs")
        bound(html, Shelf(tmp_path, "anew", PRINT / "book.css"))
        make_pdf(
            printables_html(printables(tiny.content())[:3], printer(tiny.content(), PRINT), title="T", edition=EDITION),
            PRINT / "sheets.css",
        )
    assert [record.getMessage() for record in caplog.records] == []


def test_where_pango_is_missing_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise NoPdfError(ADVICE)

    monkeypatch.setattr("generator.paper.pdf.weasyprint", missing)
    with pytest.raises(NoPdfError) as raised:
        make_pdf("<p>", PRINT / "book.css")
    said = str(raised.value)
    assert "\n" not in said
    assert all(name in said for name in ("Debian", "macOS", "Windows", "apt install", "brew install", "pacman"))


def test_a_link_that_does_not_land_leaves_its_words() -> None:
    html = '<a class="entry" href="#story-x">the words</a> <a class="entry" href="#here">these</a><p id="here"></p>'
    assert resolve_links(html) == 'the words <a class="entry" href="#here">these</a><p id="here"></p>'
    assert resolve_links(html, {"story-x": "s.xhtml"}).startswith(
        '<a class="entry" href="s.xhtml#story-x">the words</a> these'
    )


def test_a_web_link_gets_its_address_in_a_footnote_unless_it_says_it() -> None:
    assert '<span class="footnote">a.example</span>' in footnote_urls('<a class="web" href="https://a.example/">it</a>')
    assert "footnote" not in footnote_urls('<a class="web" href="https://a.example">https://a.example</a>')


def test_every_link_inward_is_given_the_page_it_leads_to() -> None:
    far = "a" * 3 * LETTERS_A_PAGE
    assert numbered(f'<a href="#x"></a>{far}<p id="x">') == f'<a href="#x" data-page="4"></a>{far}<p id="x">'


HOSTILE = (
    '<script>alert(1)</script> <img src=x onerror=alert(1)> </style> {{ 7*7 }} [x](javascript:alert(1)) "quoted" &amp;'
)


def test_what_a_contributor_types_stays_text_on_paper() -> None:
    content = tiny.content()
    words = content.words.model_copy(update={"title": HOSTILE, "summary": HOSTILE})
    other = dataclasses.replace(content, handbook=dataclasses.replace(content.handbook, record=words))
    html = book_html(other, printer(other, PRINT), edition=EDITION, only="stories")
    sheet = printables_html(printables(other)[:1], printer(other, PRINT), title=HOSTILE, edition=EDITION)
    for made in (html, sheet):
        assert "<script" not in made
        assert "<img" not in made
        assert made.count("</style>") == made.count("<style")
        assert "49" not in made.partition("<body")[2].partition("cover__summary")[2][:200]


def test_prose_as_html_holds_nothing_but_the_subset() -> None:
    html = prose_html.html(HOSTILE, lambda kind, slug: f"#{kind}-{slug}")
    assert set(re.findall(r"</?([a-z]+)", html)) == {"p"}


def test_prose_as_html_marks_words_and_leads_to_their_notes() -> None:
    html = prose_html.html("One *two three* four.", lambda *_: "", [Mark("two three four", 3, "risk")], notes="n-")
    assert html.endswith('<sup class="note-sign"><a id="n-3-sign" href="#n-3">3</a></sup>.</p>')
    assert html.count('<mark class="note-words note-words--risk">') == 2
