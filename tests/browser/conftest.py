"""The built site, served to a real browser that may talk to nobody else."""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, expect, sync_playwright

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
CEILING = 60_000  # milliseconds; what is waited for comes at once, but on a slow machine nothing does
WATCH = """
    window.broken = [];
    addEventListener("securitypolicyviolation", (said) => broken.push(`${said.violatedDirective} ${said.blockedURI}`));
    const shifts = new PerformanceObserver((list) => note(list.getEntries()));
    const note = (list) => { for (const shift of list) if (!shift.hadRecentInput) moves += shift.value; };
    let moves = 0;
    shifts.observe({ type: "layout-shift", buffered: true });
    window.moved = () => { note(shifts.takeRecords()); return moves; };
"""
STILL = """async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) await new Promise((shown) => requestAnimationFrame(shown));
    const ends = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity);
    await Promise.allSettled(ends.map((one) => one.finished));
    await new Promise((idle) => requestIdleCallback(idle));
}"""
NOT_FOUND = "404"
BARRED_WORKER = "Service Worker registration blocked by Playwright"
LIST = "pages.json"
KINDS = (*project.KINDS, NOT_FOUND)
Scheme = Literal["light", "dark"]


expect.set_options(timeout=CEILING)


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

    def of(self, kind: str) -> tuple[str, ...]:
        """Give the addresses of the few pages that show all there is to one kind of page."""
        found = self.kinds[kind]
        assert found, f"neither handbook has a page of the kind {kind}"
        return found


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A page in the browser, what it asked for, and what it complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    waited_for: list[Request] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Its address."""
        return self.page.url

    def settle(self) -> None:
        """Wait until all that was asked for has come, and the page has nothing left to do."""
        until = time.monotonic() + CEILING / 1000
        still(self.page)
        while self.waited_for:
            assert time.monotonic() < until, f"{self.url} still waits for {[one.url for one in self.waited_for]}"
            still(self.page)


Open = Callable[..., Visit]


def still(page: Page) -> None:
    """Wait until what the page has begun is shown: its letters, its frames, whatever moves for a while."""
    page.evaluate(STILL)


class Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    def handle_error(self, *given: Any) -> None:
        """Say nothing of a browser that leaves while it is being answered."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*given)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the folder on 127.0.0.1 and give its address."""
    server = Server(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a Chromium that runs as long as the tests do."""
    path = chromium.find()
    assert path, chromium.ADVICE
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield running
        running.close()


@contextmanager
def visiting(
    browser: Browser, url: str, *, width: int = WIDE, scheme: Scheme = "light", script: bool = True, **options: Any
) -> Iterator[Visit]:
    """Open a page in a fresh profile, with every way out of this machine barred, and give it once it is there.

    With `now`, the page's clock stands still at that time; `first` is a script that runs before any of the page's.
    Nothing moves but with `reduced_motion="no-preference"`, for each visit would wait for the theme's change of
    colours. The worker that keeps pages is barred, too, but with `service_workers="allow"`: it would fetch much for
    every profile.
    """
    now, first = options.pop("now", ""), options.pop("first", "")
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme=scheme,
        java_script_enabled=script,
        **{"service_workers": "block", "reduced_motion": "reduce", **options},
    )
    context.set_default_timeout(CEILING)
    visit = Visit(page=context.new_page())
    context.on("request", lambda request: (visit.requests.append(request.url), visit.waited_for.append(request)))
    context.on("requestfinished", lambda request: _came(visit, request))
    context.on("requestfailed", lambda request: _came(visit, request))
    context.route("**/*", _bar)
    context.on("console", lambda said: visit.errors.append(said.text) if _complains(said) else None)
    visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
    if script:
        context.add_init_script(WATCH + first)
    if now:
        visit.page.clock.set_fixed_time(now)
    visit.page.goto(url, wait_until="load")
    if script:
        visit.page.evaluate("document.fonts.ready.then(() => null)")
    yield visit
    context.close()


def _complains(said: ConsoleMessage) -> bool:
    return said.type in {"error", "warning"} and said.text != BARRED_WORKER


def _came(visit: Visit, request: Request) -> None:
    if request in visit.waited_for:
        visit.waited_for.remove(request)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Give the function that opens a page as `visiting` does, until the test is over."""
    with ExitStack() as visits:

        def open_page(url: str, **options: Any) -> Visit:
            return visits.enter_context(visiting(browser, url, **options))

        yield open_page


def _bar(route: Route) -> None:
    if route.request.url.startswith(("http://127.0.0.1:", "file://")):
        route.continue_()
    else:
        route.abort()
