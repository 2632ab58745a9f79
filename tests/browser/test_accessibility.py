"""Everybody can read every kind of page, in both schemes, on a desk and on a phone."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import HEIGHT, NARROW, WIDE, Open, Scheme, Sites

NOT_SEEN = """
() => [...document.querySelectorAll('article *')].filter((e) => {
  const said = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  const { color, backgroundColor } = getComputedStyle(e);
  const clear = backgroundColor.endsWith(', 0)');
  const behind = clear ? getComputedStyle(document.body).backgroundColor : backgroundColor;
  return said && !e.closest('svg, option') && color === behind;
}).map((e) => e.outerHTML.slice(0, 120))
"""
OPEN_ALL = "for (const details of document.querySelectorAll('details')) details.open = true"


def complaints(page: Any) -> list[str]:
    """Give what axe finds on the page, a line for each element."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['target'][0]} ({node['html'][:160]})" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(urls: tuple[str, ...], scheme: Scheme, open_page: Open) -> None:
    found = []
    for url in urls:
        page = open_page(url, scheme=scheme, reduced_motion="reduce").page
        assert page.evaluate("document.body.dataset.mdColorScheme") == {"light": "default", "dark": "slate"}[scheme]
        page.evaluate(OPEN_ALL)
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            found += [f"{url} at {width} px: {complaint}" for complaint in complaints(page)]
    assert found == []


def test_the_scheme_that_a_screen_reader_chooses_is_the_one_it_gets(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url, scheme="dark").page
    for name, scheme in (("Dark", "slate"), ("Light", "default"), ("Dark", "slate")):
        chosen = page.get_by_role("radio", name=f"{name} scheme")
        chosen.focus()
        page.keyboard.press("Space")
        expect(chosen).to_be_checked()
        assert page.evaluate("document.body.dataset.mdColorScheme") == scheme


@pytest.mark.parametrize("kind", ["story", "walkthrough", "worksheet", "stories"])
def test_no_words_are_lost_in_forced_colours(kind: str, sites: Sites, open_page: Open) -> None:
    page = open_page(sites.kinds[kind][0], scheme="dark", forced_colors="active").page
    page.evaluate(OPEN_ALL)
    assert page.evaluate(NOT_SEEN) == []
