"""What a page prints is the page: all of its text, none of the site around it, on sheets that are full."""

import re
import unicodedata
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PageObject, PdfReader
from pypdfium2 import PdfDocument

from tests.browser import test_practice_mock as mock
from tests.browser import test_practice_progress as progress
from tests.browser import test_practice_stories as stories
from tests.browser.conftest import Open, Sites, some_now

FOLDED = """
() => [...document.querySelectorAll(
  "article details:not(.brief, :is(.recall, .earlier, .drill__choose, .loop__choose, .bank:not(:has(.bank__list))) *)")]
  .flatMap((d) => [...d.querySelectorAll('summary:not(.rest > *, .cut .reveal > *), p, li')])
  .filter((e) => !e.querySelector('p, li') && !e.closest('.fold__others, .reads')).map((e) => {
    const copy = e.cloneNode(true);
    for (const found of copy.querySelectorAll('[hidden], .group__count')) found.remove();
    return copy.textContent;
  }).filter((text) => text.trim())
"""
EDGE = 40
ON_BOTH_PAPERS = pytest.mark.parametrize("paper", some_now(["A4", "Letter"], 2))
FOOT = 20 / 25.4 * 72  # the margin in which the number and the names stand, in points


def solid(text: str) -> str:
    """Give the text without spaces, ligatures and hyphens, which a PDF loses at the ends of lines."""
    return re.sub(r"[\s\u00ad\u200b\ufffe\u2010-]+", "", unicodedata.normalize("NFKC", text))


def printed(page: Page, paper: str) -> list[str]:
    """Give the solid text of each sheet that the page prints, but for its foot."""
    with closing(PdfDocument(page.pdf(format=paper))) as made:
        said = [sheet.get_textpage() for sheet in made]
        return [solid(one.get_text_range()).replace(solid(one.get_text_bounded(top=FOOT)), "", 1) for one in said]


def test_what_is_folded_prints_without_script_too(sites: Sites, open_page: Open) -> None:
    for kind in ("story", "walkthrough", "twins"):
        page = open_page(sites.kinds[kind][0], script=False).page
        folded = [solid(text) for text in page.evaluate(FOLDED)]
        text = "".join(printed(page, "A4"))
        assert folded
        assert [words for words in folded if words[:EDGE] not in text] == []
        assert "Frommemory" not in text  # with its answers below it, a card asks nothing


def test_after_printing_what_was_folded_is_folded_again(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.kinds["story"][0]).page
    page.locator("details > summary").first.click()
    page.pdf()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 1


def read_sheet(sheet: PageObject) -> tuple[str, float]:
    """Give the solid text of a sheet, and how far down it reaches, but for its foot: 0 at the top, 1 at the edge."""
    lowest = float(sheet.mediabox.height)

    def look(text: str, outer: list[float], inner: list[float], *_: Any) -> None:
        nonlocal lowest
        at = outer[3] * inner[5] + outer[5]
        if text.strip() and at > FOOT:
            lowest = min(lowest, at)

    text = solid(sheet.extract_text(visitor_text=look))
    return text, round(1 - lowest / float(sheet.mediabox.height), 2)


def to_read(sites: Sites, open_page: Open, kind: str) -> Page:
    """Give the longest page of this kind of the real handbook."""
    places = sites.real.paths[kind]
    return open_page(sites.real.url + max(places, key=lambda where: len(sites.real.html(where)))).page


def all_stories(sites: Sites, open_page: Open) -> Page:
    page = open_page(sites.real.url + stories.WHERE).page
    stories.hold(
        page, **{f"s{at}": stories.own_story("the-export-nobody-used", title=f"Story {at}") for at in range(6)}
    )
    return page


def one_story(sites: Sites, open_page: Open) -> Page:
    page = all_stories(sites, open_page)
    page.locator(".bank__list li > a").first.click()
    expect(page.locator(".own__paper")).to_have_count(1)
    return page


def a_result(sites: Sites, open_page: Open) -> Page:
    page = open_page(sites.tiny.url + mock.WHERE).page
    mock.begin(page)
    mock.press(page, "Stop here and score")
    mock.score(page, 5, 2)
    return page


def a_setup(sites: Sites, open_page: Open) -> Page:
    page = open_page(sites.real.url + mock.WHERE).page
    expect(page.get_by_text("Begin here")).to_be_visible()
    return page


def how_it_goes(sites: Sites, open_page: Open) -> Page:
    page = progress.practised(open_page(sites.real.url).page, sites.real)
    expect(page.locator(".goes")).to_be_visible()
    return page


FIRST_SHEETS: dict[str, tuple[Callable[[Sites, Open], Page], tuple[str, ...]]] = {
    "a story": (lambda *given: to_read(*given, "story"), ("In thirty seconds", "The full telling")),
    "a competency": (lambda *given: to_read(*given, "competency"), ("How it sounds", "Strong", "Adequate", "Weak")),
    "a walkthrough": (lambda *given: to_read(*given, "walkthrough"), ("The scenario", "The clock")),
    "all my stories": (all_stories, ("My stories", "Story 0")),
    "a story of mine": (one_story, ("Story 0", "In thirty seconds", "Actions", "Learnings")),
    "the choice of a mock": (a_setup, ("Mock interview", "Begin here")),
    "a mock’s result": (a_result, ("points", "Strongest", "By dimension", "What to read")),
    "how it goes": (how_it_goes, ("The days you practised", "The cards of the days ahead", "What you know")),
}
ENOUGH, HALF = 0.6, 0.5


@ON_BOTH_PAPERS
@pytest.mark.parametrize("what", FIRST_SHEETS)
def test_a_first_sheet_is_full_and_nothing_on_paper_is_to_be_pressed(
    sites: Sites, open_page: Open, what: str, paper: str
) -> None:
    reach, first = FIRST_SHEETS[what]
    page = reach(sites, open_page)
    pressed = page.locator("article button:visible:not(.row__button, .begin)").all_inner_texts()
    shows = [text for text in page.locator("article summary").all_text_contents() if text.strip().startswith("Show ")]
    titled = solid(page.locator("h1").first.inner_text())
    titled = solid(str(page.locator(".md-logo").get_attribute("title"))) + f"·{titled}"
    texts, reached = zip(*map(read_sheet, PdfReader(BytesIO(page.pdf(format=paper))).pages), strict=True)
    assert [words for words in first if solid(words) not in texts[0]] == []
    assert [at for at, text in enumerate(texts, 1) if f"{at}" not in text or titled not in text] == []
    assert [words for words in (*pressed, *shows) if words.strip() and solid(words) in "".join(texts)] == []
    assert reached[0] >= (ENOUGH if len(reached) > 1 else 0.25), reached
    own_sheets = what == "all my stories"  # each story begins its own
    assert [far for far in reached[:-1] if far < HALF and not own_sheets] == [], reached
