"""What a reader gets of a site, asked of the files and in a browser: each question gives "yes", or what is lost."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from generator.site.links import dead_links
from generator.site.pipeline import DOCS
from tests.browser.practice import kept
from tests.browser.test_search import type_in
from tests.browser.visit import Visit
from tests.handbooks import project
from tests.readers import search

YES = "yes"
STATED = 'http-equiv="Content-Security-Policy"'
STAMPED = 'name="handbook-version"'
HEADER = "Content-Security-Policy: default-src 'none'"
MOVED = re.compile(r"\A---\n(?:(?!---\n).*\n)*?moved: ")
LEADS = 'http-equiv="refresh"'
MADE = re.compile(r"^(assets/(javascripts|stylesheets|images)/|search/|objects\.inv)|\.(map|gz)$")  # each engine's own
SHEET = "worksheets/my-opening/"
USUAL = 30  # the first of the searches that the tests know
NAMED = 3  # of what is lost, the first


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A site that an engine built: its project, the default engine's, where it is served, and a browser at it."""

    root: Path
    usual: Path
    url: str
    visit: Visit
    lost: list[str]  # the addresses that the browser asked for in vain

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.visit.page

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self.root / "site"


Measure = Callable[[Seen], str]


def pages(seen: Seen) -> str:
    paths = [path.relative_to(seen.root / DOCS).as_posix() for path in (seen.root / DOCS).rglob("*.md")]
    assert paths
    lost = [path for path in paths if not project.html_of(seen.site, project.address(path)).is_file()]
    return f"no: {len(lost)} of {len(paths)} are lost" if lost else YES


def files(seen: Seen) -> str:
    lost = sorted(_files(seen.usual / "site") - _files(seen.site))
    return f"no: without {_some(lost)}" if lost else YES


def _files(site: Path) -> set[str]:
    found = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return {path for path in found if not MADE.search(path)}


def policy(seen: Seen) -> str:
    bare = [path for path in seen.site.rglob("*.html") if STATED not in path.read_text(encoding="utf-8")]
    if bare:
        return f"no: {len(bare)} pages without it"
    return YES if HEADER in (seen.site / "_headers").read_text(encoding="utf-8") else "no: not in `_headers`"


def links(seen: Seen) -> str:
    dead = sorted({one.target for one in dead_links(seen.site)})
    return f"no: {len(dead)} are dead, {_some(dead)}" if dead else YES


def moves(seen: Seen) -> str:
    docs = seen.root / DOCS
    moved = [path for path in docs.rglob("*.md") if MOVED.match(path.read_text(encoding="utf-8"))]
    assert moved
    pages = (project.html_of(seen.site, project.address(path.relative_to(docs).as_posix())) for path in moved)
    lost = [page for page in pages if LEADS not in page.read_text(encoding="utf-8")]
    return f"no: {len(lost)} of {len(moved)} lead nowhere" if lost else YES


def version(seen: Seen) -> str:
    bare = [path for path in seen.site.rglob("index.html") if STAMPED not in path.read_text(encoding="utf-8")]
    return f"no: {len(bare)} pages without it" if bare else YES


def searches(seen: Seen) -> str:
    asked = search.searches()[:USUAL]
    lost = []
    for words, targets in asked:
        first = type_in(seen.page, words)[: search.FIRST]
        if not any(search.leads_to(address, target) for address in first for target in targets):
            lost.append(words)
    return f"no: {len(lost)} of {len(asked)} are lost" if lost else YES


def missing(seen: Seen) -> str:
    page = seen.page
    page.goto(f"{seen.url}404.html")
    expect(page.locator("main h1")).to_be_visible()
    return YES if page.locator("main a").count() else "no: it leads nowhere"


def travels(seen: Seen) -> str:
    kept_by = (seen.site / "worker.js").read_text(encoding="utf-8")
    named = 'name="handbook-worker"' in (seen.site / "index.html").read_text(encoding="utf-8")
    return YES if named and "handbookBuild=" in kept_by else "no: nothing is kept"


def practice(seen: Seen) -> str:
    page = seen.page
    page.goto(seen.url + SHEET)
    words = page.locator("form.sheet textarea").first
    words.fill("my own words")
    words.blur()
    expect(page.locator("body")).to_contain_text("Kept in this browser")
    page.reload()
    expect(page.locator("form.sheet textarea").first).to_have_value("my own words")
    assert list(kept(page, "worksheets")) == [SHEET.split("/")[1]]
    page.goto(seen.url + "practise/drill/")
    expect(page.locator("main button:visible").first).to_be_visible()
    page.goto(seen.url + "practise/mock-interview/")
    expect(page.locator("main button:visible").first).to_be_visible()
    return YES


def quiet(seen: Seen) -> str:
    home = seen.url.split("//")[1].split("/")[0]
    far = {url for url in seen.visit.requests if home not in url and not url.startswith("data:")}
    if far:
        return f"no: {len(far)} requests elsewhere, {_some(sorted(far))}"
    lost = sorted({one.removeprefix(seen.url) for one in seen.lost})
    said = sorted(set(seen.visit.errors))
    return f"no: {_some(lost or said)}" if lost or said else YES


def _some(names: list[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(f"`{name}`" for name in names[:NAMED]) + more


MEASURES: Mapping[str, Measure] = {
    "Every page is there": pages,
    "Every other file that the default's site has is there": files,
    "The policy stands in every page and in `_headers`": policy,
    "Every link leads somewhere": links,
    "The address of a page that moved leads to the new one": moves,
    "The generator's version stands in every page": version,
    f"The {USUAL} usual searches find what is meant among the first three": searches,
    "An address where nothing is says so, and leads on": missing,
    "What was read is kept for a journey without network": travels,
    "Practice keeps what is written, the drill and the interview begin": practice,
    "No request goes elsewhere, and the browser complains of nothing": quiet,  # the last: of all that was opened
}
