"""The built site, served to a real browser that may talk to nobody else."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.handbooks import project
from tests.handbooks import sites as making
from tests.handbooks.sites import Once
from tests.tools import chromium

QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
)
WIDE, NARROW, NARROWEST = 1280, 390, 320
HEIGHT = 900
TIMEOUT = 10_000  # milliseconds; what is on the page is there at once
NOT_FOUND = "404"
LIST = "pages.json"
KINDS = (*project.KINDS, NOT_FOUND)
Scheme = Literal["light", "dark"]


@dataclass(frozen=True, kw_only=True)
class Served:
    """A project whose site is built and served: its folder and its address."""

    root: Path
    url: str
    paths: Mapping[str, list[str]]

    def html(self, where: str) -> str:
        """Give the HTML of the page at this address within the site."""
        return project.html_of(self.root / "site", where).read_text(encoding="utf-8")


@dataclass(frozen=True, kw_only=True)
class Sites:
    """The real handbook and the tiny one, built and served."""

    real: Served
    tiny: Served
    kinds: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A page in the browser, what it asked for, and what it complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


Open = Callable[..., Visit]


class Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the folder on 127.0.0.1 and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def sites(once: Once, little: Path) -> Iterator[Sites]:
    """Serve the real handbook and the tiny one."""
    real = once("real", making.real)
    listed = json.loads((once("pages", lambda folder: _list_pages(folder, real, little)) / LIST).read_text("utf-8"))
    with serving(real / "site") as one, serving(little / "site") as other:
        yield Sites(
            real=Served(root=real, url=one, paths=listed["real"]),
            tiny=Served(root=little, url=other, paths=listed["tiny"]),
            kinds={kind: tuple((one, other)[at] + where for at, where in few) for kind, few in listed["few"].items()},
        )


def _list_pages(folder: Path, *roots: Path) -> None:
    """Write down which pages of each kind the handbooks have, and which few of them show all there is to the kind."""
    paths = [project.paths_by_kind(root) | {NOT_FOUND: ["404.html"]} for root in roots]
    few = {}
    for kind in KINDS:
        pages = [(at, where) for at, of in enumerate(paths) for where in of.get(kind, ())]
        html = [project.html_of(roots[at] / "site", where).read_text(encoding="utf-8") for at, where in pages]
        few[kind] = project.telling(zip(pages, html, strict=True))
    (folder / LIST).write_text(json.dumps({"real": paths[0], "tiny": paths[1], "few": few}), encoding="utf-8")


@pytest.fixture(params=KINDS)
def urls(request: pytest.FixtureRequest, sites: Sites) -> tuple[str, ...]:
    """Give the addresses of the few pages that show all there is to one kind of page."""
    found = sites.kinds[request.param]
    assert found, f"neither handbook has a page of the kind {request.param}"
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a Chromium that runs as long as the tests do."""
    path = chromium.find()
    assert path, chromium.ADVICE
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Give the function that opens a page in a fresh profile, with every way out of this machine barred."""
    contexts: list[BrowserContext] = []

    def open_page(
        url: str, *, width: int = WIDE, scheme: Scheme = "light", script: bool = True, **options: Any
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, java_script_enabled=script, **options
        )
        contexts.append(context)
        context.set_default_timeout(TIMEOUT)
        visit = Visit(page=context.new_page())
        context.on("request", lambda request: visit.requests.append(request.url))
        context.route("**/*", _bar)
        context.on(
            "console", lambda said: visit.errors.append(said.text) if said.type in {"error", "warning"} else None
        )
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        visit.page.goto(url, wait_until="load")
        if script:
            visit.page.evaluate("document.fonts.ready.then(() => null)")
        return visit

    yield open_page
    for context in contexts:
        context.close()


def _bar(route: Route) -> None:
    if route.request.url.startswith(("http://127.0.0.1:", "file://")):
        route.continue_()
    else:
        route.abort()
