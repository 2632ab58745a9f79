"""What a page prints is the page: all of its text, none of the site around it, on a sane number of sheets."""

import re
import unicodedata
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import NOT_FOUND, Open, Sites

AROUND = ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-skip, .crumbs, .onward, .improve, form.filter"
LINES_AROUND = f"""
() => {{
  const article = document.querySelector('article').cloneNode(true);
  for (const e of article.querySelectorAll('{AROUND}')) e.remove();
  const own = article.textContent.replace(/\\s+/g, '');
  return [...document.querySelectorAll('{AROUND}')].flatMap((e) => e.innerText.split('\\n'))
    .map((line) => line.replace(/\\s+/g, '')).filter((line) => line.length > 3 && !own.includes(line));
}}
"""
FOLDED = """
() => [...document.querySelectorAll("article details:not(.filter__facets, .brief, .bank__asked)")]
  .flatMap((d) => [...d.querySelectorAll('summary, p, li')])
  .filter((e) => !e.querySelector('p, li')).map((e) => e.textContent).filter((text) => text.trim())
"""
EDGE = 40
LETTERS_A_PAGE, LINES_A_PAGE = 700, 12  # far fewer than fit, so that only a runaway is caught


def solid(text: str) -> str:
    """Give the text without spaces, ligatures and soft hyphens: what a PDF keeps of it."""
    return re.sub(r"[\s\u00ad\u200b]+", "", unicodedata.normalize("NFKC", text))


def printed(page: Page, paper: str) -> list[str]:
    """Give the solid text of each sheet that the page prints."""
    return [solid(sheet.extract_text()) for sheet in PdfReader(BytesIO(page.pdf(format=paper))).pages]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_page_prints_its_title_and_all_that_is_folded_and_nothing_from_around_it(
    urls: tuple[str, ...], paper: str, open_page: Open
) -> None:
    for url in urls:
        page = open_page(url).page
        title = solid(page.locator("h1").first.inner_text())
        around, folded = page.evaluate(LINES_AROUND), [solid(text) for text in page.evaluate(FOLDED)]
        letters = len(solid(page.locator("article.md-content__inner").inner_text())) + sum(map(len, folded))
        lines = sum(int(area.get_attribute("rows") or 2) for area in page.locator("article textarea").all())
        sheets = printed(page, paper)
        text = "".join(sheets)
        assert title in text or url.endswith(f"{NOT_FOUND}.html")
        assert [line for line in around if line in text] == []
        assert [words for words in folded if words[:EDGE] not in text or words[-EDGE:] not in text] == []
        assert [number for number, sheet in enumerate(sheets, 1) if not sheet] == []
        assert len(sheets) <= 2 + letters / LETTERS_A_PAGE + lines / LINES_A_PAGE


def test_what_is_folded_prints_without_script_too(sites: Sites, open_page: Open) -> None:
    for kind in ("story", "walkthrough", "twins"):
        page = open_page(sites.kinds[kind][0], script=False).page
        folded = [solid(text) for text in page.evaluate(FOLDED)]
        text = "".join(printed(page, "A4"))
        assert folded
        assert [words for words in folded if words[:EDGE] not in text] == []


def test_after_printing_what_was_folded_is_folded_again(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.kinds["story"][0]).page
    page.locator("details > summary").first.click()
    page.pdf()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 1
