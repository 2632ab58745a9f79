"""The policy in the browser: no page breaks it, and what is injected does not run."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Sites
from tests.browser.visit import still

INJECT = """
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    document.body.append(script);
    const holder = document.createElement("div");
    holder.innerHTML = "<img src=x onerror='window.handled = true'><p style='color: red'>a</p>";
    document.body.append(holder);
"""
INJECTED = ["script-src-elem ", "script-src-attr "]


@pytest.fixture
def watched(sites: Sites, open_page: Open) -> Page:
    return open_page(sites.real.url).page


def test_a_search_and_another_palette_do_not_break_it(watched: Page, sites: Sites) -> None:
    watched.goto(sites.real.url)
    watched.get_by_role("searchbox", name="Search").first.fill("conflict")
    expect(watched.locator("[data-result]").first).to_be_visible()
    watched.keyboard.press("Escape")
    watched.locator("form[data-md-component=palette] label:visible").click()
    assert watched.evaluate("broken") == []


def test_what_is_injected_neither_runs_nor_styles(watched: Page, sites: Sites) -> None:
    watched.goto(sites.real.url)
    watched.evaluate(INJECT)
    watched.wait_for_function("kinds => kinds.every(kind => broken.some(said => said.startsWith(kind)))", arg=INJECTED)
    still(watched)
    assert watched.evaluate("[window.injected, window.handled]") == [None, None]


def test_no_page_of_another_site_can_be_loaded_from(watched: Page, sites: Sites) -> None:
    watched.goto(sites.real.url)
    said = watched.evaluate("fetch('https://example.org/').then(() => 'loaded', () => 'refused')")
    assert said == "refused"
    assert watched.evaluate("broken") == ["connect-src https://example.org/"]
