"""What a page prints is the page: all of its text, none of the site around it, on a sane number of sheets."""

import re
import unicodedata
from io import BytesIO

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import Open, Sites

FOLDED = """
() => [...document.querySelectorAll("article details:not(.brief, .bank__asked, .recall *, .earlier *)")]
  .flatMap((d) => [...d.querySelectorAll('summary, p, li')])
  .filter((e) => !e.querySelector('p, li')).map((e) => {
    const copy = e.cloneNode(true);
    for (const found of copy.querySelectorAll('[hidden]')) found.remove();
    return copy.textContent;
  }).filter((text) => text.trim())
"""
EDGE = 40


def solid(text: str) -> str:
    """Give the text without spaces, ligatures and soft hyphens: what a PDF keeps of it."""
    return re.sub(r"[\s\u00ad\u200b]+", "", unicodedata.normalize("NFKC", text))


def printed(page: Page, paper: str) -> list[str]:
    """Give the solid text of each sheet that the page prints."""
    return [solid(sheet.extract_text()) for sheet in PdfReader(BytesIO(page.pdf(format=paper))).pages]


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
