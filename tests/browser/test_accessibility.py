"""How axe is asked, and that a scheme is what was chosen; test_every_page asks axe of every page."""

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Open, Scheme, Sites

AXE = Axe().axe_script
COLOURS = ["color-contrast", "link-in-text-block"]  # the rules that see what the scheme changes
Asked = Literal["all", "colours", "all but colours", ""]
RULES: dict[str, dict[str, Any]] = {
    "all": {},
    "colours": {"runOnly": COLOURS},
    "all but colours": {"rules": {rule: {"enabled": False} for rule in COLOURS}},
}
AGAIN = """(times) => {
  const plain = (name) => name.replace(/-\\d+$/, '');
  const named = (e) => [e.tagName, e.type, ...e.getAttributeNames(), ...[...e.classList].map(plain)].join('.');
  const kinds = (e) => [...new Set([e, ...e.querySelectorAll('*')].map(named))].sort().join();
  for (const e of document.querySelectorAll('[data-again]')) delete e.dataset.again;
  const seen = new Map();
  for (const e of document.querySelectorAll('article :is(li, tr, section, details), .md-nav__item')) {
    if (!e.checkVisibility() || e.parentElement.closest('[data-again]')) continue;
    seen.set(kinds(e), (seen.get(kinds(e)) ?? 0) + 1);
    if (seen.get(kinds(e)) > times) e.dataset.again = '';
  }
}"""
TIMES = 3  # that axe sees of what is made of the same elements and classes; the fourth row is as the first
OPEN_ALL = "for (const details of document.querySelectorAll('details')) details.open = true"


def complaints(page: Any, asked: Asked = "all") -> list[str]:
    """Give what axe finds on the page, a line for each element.

    Of rows, items and parts that are made of the same elements it sees a few. In the dark it runs only the rules that
    see colours: whoever asks there has asked in the light, too.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    if page.evaluate("document.body.dataset.mdColorScheme === 'slate'"):
        asked = "colours"
    page.evaluate(AGAIN, TIMES)
    options = {"resultTypes": ["violations"], **RULES[asked]}
    found = page.evaluate("async of => (await axe.run({ exclude: ['[data-again]'] }, of)).violations", options)
    return [f"{rule['id']}: {node['target'][0]} ({node['html'][:160]})" for rule in found for node in rule["nodes"]]


def test_the_scheme_that_a_screen_reader_chooses_is_the_one_it_gets(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url, scheme="dark").page
    for name, scheme in (("Dark", "slate"), ("Light", "default"), ("Dark", "slate")):
        chosen = page.get_by_role("radio", name=f"{name} scheme")
        chosen.focus()
        page.keyboard.press("Space")
        expect(chosen).to_be_checked()
        assert page.evaluate("document.body.dataset.mdColorScheme") == scheme


@pytest.mark.parametrize("kind", ["story", "walkthrough"])
def test_two_folds_of_one_name_are_told_apart_by_what_they_answer(kind: str, sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + sites.tiny.paths[kind][0]).page
    said = page.evaluate(
        """[...document.querySelectorAll("article summary")].map((one) => [
          one.textContent, document.getElementById(one.getAttribute("aria-describedby") ?? "")?.textContent ?? ""])"""
    )
    names = [name for name, _ in said]
    assert len(set(names)) < len(names)
    assert len({tuple(one) for one in said}) == len(said)


@pytest.mark.parametrize(("scheme", "colour"), [("light", "rgb(200, 200, 200)"), ("dark", "rgb(70, 72, 76)")])
def test_axe_is_asked_so_that_it_finds_what_is_wrong(
    scheme: Scheme, colour: str, sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url, scheme=scheme, reduced_motion="reduce").page
    assert complaints(page) == []
    page.evaluate(
        """colour => { const seen = (one) => one.offsetParent && one.textContent.trim();
        [...document.querySelectorAll("article p")].find(seen).style.color = colour; }""",
        colour,
    )
    page.evaluate("document.querySelector('article').append(document.createElement('button'))")
    found = {said.partition(":")[0] for said in complaints(page)}
    assert found == {"light": {"color-contrast", "button-name"}, "dark": {"color-contrast"}}[scheme]
