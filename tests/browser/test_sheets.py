"""What a book's designer asks of the sheets that a page prints: nothing torn, nothing near empty, one kind of line."""

import re
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise

import pytest
from playwright.sync_api import Page
from pypdfium2 import PdfDocument, PdfPage

from tests.browser.conftest import Open, Served, Sites, some_now
from tests.browser.test_print import EDGE, FOOT, HALF, ON_BOTH_PAPERS, printed, solid
from tests.browser.visit import still

ONE_COLUMN = 672  # pixels: A4 without its margins
KINDS = (
    *("walkthrough", "story", "competency", "question_bank", "framework", "loop", "principles", "principles_of"),
    *("plan", "twins", "glossary", "comparison", "levels", "questions"),
)
SHORT = ".ticks:not(:has(> :nth-child(7))), section:has(> .clock) details > ul"
WHOLE = f".turn > .sides, .turn .why, .turn .probe, .rubric > details, .sides:has(> .reveal.side), {SHORT}"
LEAVES = """
(whole) => [...document.querySelectorAll(whole)].map((one) =>
  [...one.querySelectorAll('p, li, summary, h4')].filter((e) => !e.querySelector('p, li')).map((e) => e.textContent))
"""
INK, SCALE = 225, 4
WITHIN = (17, 20, 23, 26)  # millimetres from the right edge: ends of lines to write on; no letter is as wide
TOP = 14 / 25.4 * 72  # points
PALEST, ONE_GREY = 0x94, 8  # #949494 is 3:1 on white
CALLS = re.compile(r"\d+ more( here| of .+)?|All \d+ of .+")
DATED = re.compile(r'field--date"><label[^>]*>([^<]+)')
BARS = """
() => [...document.querySelectorAll('.rubric > details')].map((one) => {
  const [bar, name, text] = ['.bar', '.rubric__name', 'p']
    .map((part) => one.querySelector(part).getBoundingClientRect());
  return { row: Math.round(one.getBoundingClientRect().top), top: bar.top, left: bar.left - text.left,
    far: bar.top - name.bottom };
})
"""
NOTES = """
() => [...document.querySelectorAll('.note[id]')].map((note) => {
  const sign = document.getElementById(`${note.id}-sign`).getBoundingClientRect();
  return { below: note.getBoundingClientRect().top - sign.top, words: note.closest('.part__says') !== null,
    beside: note.getBoundingClientRect().left > sign.right };
})
"""
DATES = """
() => [...document.querySelectorAll('.field--date')].map((field) => {
  const said = document.createRange();
  said.selectNodeContents(field.querySelector('label'));
  const [box, words] = [field.querySelector('input').getBoundingClientRect(), said.getBoundingClientRect()];
  return { top: Math.round(box.top), left: box.left, right: Math.max(box.right, words.right) };
})
"""


def by_length(served: Served, kind: str) -> list[str]:
    """Give the addresses of this kind of page, the shortest first."""
    return sorted(served.paths[kind], key=lambda where: len(served.html(where)))


def some(served: Served, kind: str) -> Iterator[str]:
    """Give the address of the shortest, the middle and the longest page of this kind, each once."""
    places = by_length(served, kind)
    yield from dict.fromkeys((places[0], places[len(places) // 2], places[-1]))


def filled(sheet: PdfPage) -> float:
    """Give how far down there is ink, but for the foot: 0 at the top of the text, 1 where its last line may stand."""
    picture = sheet.render(scale=1).to_pil().convert("L")
    first, last = int(TOP), int(picture.height - FOOT)
    inked = picture.crop((0, first, picture.width, last)).point(lambda grey: 255 if grey < INK else 0).getbbox()
    return round(inked[3] / (last - first), 2) if inked else 0


def on_paper(page: Page) -> None:
    """Lay the page out as on paper, without its breaks."""
    page.set_viewport_size({"width": ONE_COLUMN, "height": 900})
    page.emulate_media(media="print")
    still(page)  # it is told
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


@ON_BOTH_PAPERS
@pytest.mark.parametrize("kind", ["walkthrough", "story"])
def test_no_reply_no_scale_of_a_rubric_and_no_short_list_is_torn(
    sites: Sites, open_page: Open, kind: str, paper: str
) -> None:
    for where in some(sites.real, kind):
        page = open_page(sites.real.url + where).page
        whole = [[solid(words) for words in leaves] for leaves in page.evaluate(LEAVES, WHOLE)]
        edges = [[edge for words in leaves for edge in (words[:EDGE], words[-EDGE:])] for leaves in whole]
        assert edges
        sheets = printed(page, paper)
        torn = [some for some in edges if not any(all(edge in sheet for edge in some) for sheet in sheets)]
        assert (where, torn) == (where, [])


@ON_BOTH_PAPERS
@pytest.mark.parametrize("pages", some_now([slice(-1, None), slice(None)], 2), ids=["longest", "three"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_sheet_but_the_last_is_half_full_and_says_nothing_of_what_is_folded(
    sites: Sites, open_page: Open, kind: str, pages: slice, paper: str
) -> None:
    for where in [*some(sites.real, kind)][pages]:
        page = open_page(sites.real.url + where).page
        with closing(PdfDocument(page.pdf(format=paper))) as made:
            reached = [filled(sheet) for sheet in made]
            lines = [line for sheet in made for line in sheet.get_textpage().get_text_range().splitlines()]
        assert (where, [far for far in reached[:-1] if far < HALF]) == (where, []), reached
        assert reached[-1] > 0, (where, "the last sheet is blank")
        assert (where, [line for line in lines if CALLS.fullmatch(line.strip())]) == (where, [])


def test_bars_of_a_rubric_stand_in_a_row_under_their_names_and_at_the_edge_of_their_text(
    sites: Sites, open_page: Open
) -> None:
    for where in some(sites.real, "walkthrough"):
        page = open_page(sites.real.url + where).page
        on_paper(page)
        bars = page.evaluate(BARS)
        assert len(bars) > 1
        assert [bar for bar in bars if abs(bar["left"]) > 1 or not 0 <= bar["far"] < 12] == []
        rows: dict[int, set[int]] = {}
        for bar in bars:
            rows.setdefault(bar["row"], set()).add(round(bar["top"]))
        assert {row: tops for row, tops in rows.items() if len(tops) > 1} == {}


def test_each_note_stands_beside_its_words_never_above_them_and_goes_back(sites: Sites, open_page: Open) -> None:
    for where in some(sites.real, "story"):
        page = open_page(sites.real.url + where).page
        on_paper(page)
        notes = page.evaluate(NOTES)
        assert notes
        assert [note for note in notes if note["below"] < -8 or not (note["words"] and note["beside"])] == []
        texts = [solid(words)[:60] for words in page.locator(".note[id]").all_text_contents()]
        sheets = "".join(printed(page, "A4"))
        assert [text for text in texts if sheets.count(text) != 1] == []
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator(".part__says .note").count() == 0
        assert page.locator(".part__notes > .note").count() == len(notes)


def test_lines_to_write_on_are_dark_enough_and_of_one_kind(sites: Sites, open_page: Open) -> None:
    for where in some(sites.real, "worksheet"):
        page = open_page(sites.real.url + where).page
        asked = sum(int(str(area.get_attribute("rows"))) for area in page.locator("form textarea").all())
        greys: list[int] = []
        with closing(PdfDocument(page.pdf(format="A4"))) as made:
            for sheet in made:
                picture = sheet.render(scale=SCALE).to_pil().convert("L")
                height = int(picture.height - FOOT * SCALE)
                at = [picture.width - int(far / 25.4 * 72 * SCALE) for far in WITHIN]
                rows = zip(*(picture.crop((x, 0, x + 1, height)).tobytes() for x in at), strict=True)
                column = bytes(row[0] if len(set(row)) == 1 else 255 for row in rows)  # a line is the same all along
                edges = [0, *(at for at, (one, two) in enumerate(pairwise(column), 1) if (one < 250) != (two < 250))]
                runs = [column[one:two] for one, two in pairwise([*edges, len(column)])]
                greys += [min(run) for run in runs if run[0] < 250 and len(run) < 2 * SCALE]
        assert len(greys) >= asked, where
        assert (where, [grey for grey in greys if grey > PALEST]) == (where, [])
        assert (where, max(greys, default=0) - min(greys, default=0) <= ONE_GREY) == (where, True), sorted(set(greys))


def test_dates_stand_in_one_row_apart_from_each_other(sites: Sites, open_page: Open) -> None:
    labels = {where: DATED.findall(sites.real.html(where)) for where in sites.real.paths["worksheet"]}
    dated = sorted(
        (where for where in labels if len(labels[where]) > 1), key=lambda where: max(map(len, labels[where]))
    )
    for where in (dated[0], dated[-1]):
        page = open_page(sites.real.url + where).page
        on_paper(page)
        dates = page.evaluate(DATES)
        assert len({date["top"] for date in dates}) == 1
        assert [date for date, after in pairwise(dates) if after["left"] - date["right"] < 8] == []
