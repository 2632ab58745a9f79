"""A page is copied as Markdown in one press, and can be opened as Markdown without a script."""

from playwright.sync_api import expect

from generator.exports.llms import page_as_markdown
from generator.site.pipeline import DOCS
from tests.browser.conftest import Open, Sites

WHERE = "stories/the-export-nobody-used"
CLIPBOARD = ("clipboard-read", "clipboard-write")
REFUSE = "void (navigator.clipboard.write = () => Promise.reject(new Error('refused')))"


def test_a_press_copies_the_page_as_it_is_published(sites: Sites, open_page: Open) -> None:
    page = open_page(f"{sites.tiny.url}{WHERE}/", permissions=CLIPBOARD).page
    page.get_by_role("button", name="Copy as Markdown").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    source = (sites.tiny.root / DOCS / f"{WHERE}.md").read_text(encoding="utf-8")
    assert page.evaluate("navigator.clipboard.readText()") == page_as_markdown(source, f"{WHERE}.md")


def test_where_the_clipboard_is_refused_it_says_so_and_the_page_can_be_opened(sites: Sites, open_page: Open) -> None:
    page = open_page(f"{sites.tiny.url}{WHERE}/").page
    page.evaluate(REFUSE)
    page.get_by_role("button", name="Copy as Markdown").click()
    expect(page.get_by_role("status").filter(has_text="It could not be copied.")).to_be_visible()
    assert page.get_by_role("link", name="Open as Markdown").get_attribute("href") == "../the-export-nobody-used.md"
