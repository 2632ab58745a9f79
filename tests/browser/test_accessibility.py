"""How axe is asked, and that a scheme is what was chosen; test_every_page asks axe of every page."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Open, Sites

AXE = Axe().axe_script
COLOURS = ("color-contrast", "link-in-text-block")  # the rules that see what the scheme changes
OPEN_ALL = "for (const details of document.querySelectorAll('details')) details.open = true"


def options(rules: tuple[str, ...]) -> dict[str, Any]:
    """Give what to tell axe, so that it runs only these rules, if any are named."""
    return {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}


def complaints(page: Any, rules: tuple[str, ...] = ()) -> list[str]:
    """Give what axe finds on the page, by all rules or by these, a line for each element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("async options => (await axe.run(options)).violations", options(rules))
    return [f"{rule['id']}: {node['target'][0]} ({node['html'][:160]})" for rule in found for node in rule["nodes"]]


def test_the_scheme_that_a_screen_reader_chooses_is_the_one_it_gets(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url, scheme="dark").page
    for name, scheme in (("Dark", "slate"), ("Light", "default"), ("Dark", "slate")):
        chosen = page.get_by_role("radio", name=f"{name} scheme")
        chosen.focus()
        page.keyboard.press("Space")
        expect(chosen).to_be_checked()
        assert page.evaluate("document.body.dataset.mdColorScheme") == scheme
