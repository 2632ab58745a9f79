"""Every hostile text that must be shown, in one built site: in a real browser none of them does anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import FOR_GOOD, serving
from tests.browser.visit import still
from tests.handbooks.sites import HOSTILE as SHOWN
from tests.hostile.corpus import Case

OWN_PAGES_EVERY = (
    16  # every text stands on pages that many share, too; tests/hostile/test_hostile.py reads each page of its own
)
PARTS = 4  # so that no worker alone opens all of them
WATCH = """
    window.broken = [];
    addEventListener("securitypolicyviolation", (said) => broken.push(`${said.violatedDirective} ${said.blockedURI}`));
    for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
        window[name] = () => { broken.push(`${name} was called`); };
    }
"""
LOOK = """() => ({
    broken,
    handlers: [...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames())
        .filter((name) => name.startsWith("on") || name === "srcdoc"),
    addresses: [...document.querySelectorAll("[href], [src], [action], [formaction], [data]")]
        .map((element) => element.href?.baseVal ?? element.href ?? element.src ?? "")
        .filter((address) => address && !/^(https?|mailto):/.test(address)),
    scripts: [...document.querySelectorAll("article :is(script, iframe, object, embed, style)")].length,
})"""
NOTHING = {"broken": [], "handlers": [], "addresses": [], "scripts": 0}


@pytest.fixture
def site(hostile: Path) -> Path:
    """Give the built site of the tiny handbook with every case in an entry of its own."""
    return hostile / "site"


@pytest.fixture
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """Give a fresh profile; of several parts, one has the worker that keeps pages, which takes as long as the pages."""
    part = request.node.callspec.params["part"] if hasattr(request.node, "callspec") else 0
    context = browser.new_context(service_workers="block" if part else "allow")
    yield context
    context.close()


def where(case: Case) -> str | None:
    """Give the address of the page that is the case's own."""
    if case.where in {"contributor", "link"}:
        return None
    return f"{'stories' if case.where == 'telling' else 'plans'}/{case.slug}/"


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_runs_asks_elsewhere_or_breaks_the_policy(part: int, site: Path, context: BrowserContext) -> None:
    own = {place for case in SHOWN if (place := where(case))}
    every = {path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html")} - {"./"} | {""}
    places = [*sorted(every - own), *sorted(own)[::OWN_PAGES_EVERY]][part::PARTS]
    assert own < every
    assert places
    asked: list[str] = []
    opened: list[str] = []
    context.add_init_script(WATCH)
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    context.on("page", lambda page: opened.append(page.url))
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: opened.append(str(error)))
    with serving(site, kept=FOR_GOOD) as url:
        for place in places:
            answer = page.goto(url + place, wait_until="load")
            assert answer is not None
            assert answer.ok, place
            assert (place, page.evaluate(LOOK)) == (place, NOTHING)
    assert [address for address in asked if not address.startswith(url)] == []
    assert opened == []


def test_a_search_shows_what_is_hostile_as_words(site: Path, context: BrowserContext) -> None:
    context.add_init_script(WATCH)
    page = context.new_page()
    with serving(site, kept=FOR_GOOD) as url:
        page.goto(url)
        for words in ("script", "onerror", "javascript", "iframe"):
            page.get_by_role("searchbox", name="Search").first.fill(words)
            page.locator("[data-result]").first.wait_for()
            still(page)
            assert page.evaluate(LOOK)["broken"] == []
            found = page.locator("header site-search").evaluate(
                "(all) => [...all.querySelectorAll('script, img, iframe, style, object')].length"
            )
            assert found == 0
