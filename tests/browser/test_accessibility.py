"""How axe is asked, and that a scheme is what was chosen; test_every_page asks axe of every page."""

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Open, Scheme, Sites

AXE = Axe().axe_script
COLOURS = ["color-contrast", "link-in-text-block"]  # the rules that see what the scheme changes
Asked = Literal["all", "colours", "all but colours"]
RULES: dict[Asked, dict[str, Any]] = {
    "all": {},
    "colours": {"runOnly": COLOURS},
    "all but colours": {"rules": {rule: {"enabled": False} for rule in COLOURS}},
}
ONCE_A_LOOK = """(rules) => axe.configure({rules: rules.map((id) => {
  const { selector = '*' } = axe._audit.rules.find((one) => one.id === id);
  return { id, selector: `${selector}[data-as-drawn]` };
})})"""
ALIKE = "[data-again]:not([data-as-drawn], :has([data-as-drawn]))"
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
EACH_LOOK = """() => {
  const drawn = ['color', 'backgroundColor', 'backgroundImage', 'opacity', 'filter', 'mixBlendMode', 'fontSize',
    'fontWeight', 'textShadow', 'textDecorationLine', 'borderBottomStyle', 'webkitTextFillColor'];
  const says = (e) => [...e.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim());
  const looks = new Map([[document.documentElement, '']]), seen = new Set();
  const look = (e) => {
    if (!looks.has(e)) {
      const style = getComputedStyle(e);
      looks.set(e, [look(e.parentElement), e.localName, says(e), ...drawn.map((name) => style[name])].join());
    }
    return looks.get(e);
  };
  for (const e of document.querySelectorAll('[data-as-drawn]')) delete e.dataset.asDrawn;
  for (const e of document.body.querySelectorAll('*')) {
    if (!(says(e) || e.matches('a[href], input, select, textarea')) || !e.checkVisibility()) continue;
    if (seen.has(look(e))) continue;
    seen.add(look(e));
    e.dataset.asDrawn = '';
  }
}"""
TIMES = 3  # that axe sees of what is made of the same elements and classes; the fourth row is as the first
OPEN_ALL = "for (const details of document.querySelectorAll('details')) details.open = true"


def complaints(page: Any, asked: Asked = "all") -> list[str]:
    """Give what axe finds on the page, a line for each element.

    Of rows, items and parts that are made of the same elements it sees a few, and its colours once for each look: of
    what CSS draws alike, all the way up, one text is as hard to see as the other. In the dark it runs only the rules
    that see colours: whoever asks there has asked in the light, too.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
        page.evaluate(ONCE_A_LOOK, COLOURS)
    if page.evaluate("document.body.dataset.mdColorScheme === 'slate'"):
        asked = "colours"
    page.evaluate(AGAIN, TIMES)
    page.evaluate(EACH_LOOK)
    run = "async ([where, of]) => (await axe.run(where, of)).violations"
    where = {"exclude": [] if asked == "colours" else [ALIKE]}
    found = page.evaluate(run, [where, {"resultTypes": ["violations"], **RULES[asked]}])
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
        """colour => { const says = (one) => [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
        const seen = (one) => one.checkVisibility() && says(one);
        [...document.querySelectorAll("article p")].findLast(seen).style.color = colour; }""",
        colour,
    )
    page.evaluate("document.querySelector('article').append(document.createElement('button'))")
    found = {said.partition(":")[0] for said in complaints(page)}
    assert found == {"light": {"color-contrast", "button-name"}, "dark": {"color-contrast"}}[scheme]
