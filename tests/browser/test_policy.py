"""The policy in the browser: no page breaks it, and what is injected does not run."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Sites

WATCH = """
    window.broken = [];
    addEventListener("securitypolicyviolation", (said) => broken.push(`${said.violatedDirective} ${said.blockedURI}`));
"""
INJECT = """
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    document.body.append(script);
    const holder = document.createElement("div");
    holder.innerHTML = "<img src=x onerror='window.handled = true'><p style='color: red'>a</p>";
    document.body.append(holder);
"""


@pytest.fixture
def watched(sites: Sites, open_page: Open) -> Page:
    page = open_page(sites.real.url).page
    page.add_init_script(WATCH)
    return page


def test_no_page_breaks_the_policy(urls: tuple[str, ...], watched: Page) -> None:
    broken = []
    for url in urls:
        watched.goto(url)
        watched.wait_for_load_state("networkidle")
        broken += watched.evaluate("broken")
        assert watched.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    assert broken == []


def test_a_search_and_another_palette_do_not_break_it(watched: Page, sites: Sites) -> None:
    watched.goto(sites.real.url)
    watched.get_by_role("textbox", name="Search").first.fill("conflict")
    expect(watched.locator(".md-search-result__item").first).to_be_attached()
    watched.keyboard.press("Escape")
    watched.locator("form[data-md-component=palette] label:visible").click()
    assert watched.evaluate("broken") == []


def test_what_is_injected_neither_runs_nor_styles(watched: Page, sites: Sites) -> None:
    watched.goto(sites.real.url)
    watched.evaluate(INJECT)
    watched.wait_for_timeout(300)
    assert watched.evaluate("[window.injected, window.handled]") == [None, None]
    assert {said.split()[0] for said in watched.evaluate("broken")} >= {"script-src-elem", "script-src-attr"}


def test_no_page_of_another_site_can_be_loaded_from(watched: Page, sites: Sites) -> None:
    watched.goto(sites.real.url)
    said = watched.evaluate("fetch('https://example.org/').then(() => 'loaded', () => 'refused')")
    assert said == "refused"
    assert watched.evaluate("broken") == ["connect-src https://example.org/"]
