"""The built site, served to a real browser that may talk to nobody else."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import profiles
from tests.browser.visit import CEILING, FRAMES, LETTERS, Visit
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
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # every way out of this machine is barred
)
WIDE, NARROW, NARROWEST = 1280, 390, 320
HEIGHT = 900
WATCH = """
    window.broken = [];
    addEventListener("securitypolicyviolation", (said) => broken.push(`${said.violatedDirective} ${said.blockedURI}`));
    const shifts = new PerformanceObserver((list) => note(list.getEntries()));
    const note = (list) => { for (const shift of list) if (!shift.hadRecentInput) moves += shift.value; };
    let moves = 0;
    shifts.observe({ type: "layout-shift", buffered: true });
    window.moved = () => { note(shifts.takeRecords()); return moves; };
"""
NOT_FOUND = "404"
FOR_GOOD = "max-age=31536000"  # what nobody changes
LENDABLE = {"has_touch", "is_mobile", "permissions", "reduced_motion"}
LIST = "pages.json"
KINDS = (*project.KINDS, NOT_FOUND)
Scheme = Literal["light", "dark"]


expect.set_options(timeout=CEILING)


def some_now(each: Iterable[Any], step: int) -> list[Any]:
    """Give every `step`th to be asked at each commit, and the others to be asked further."""
    given = [one if isinstance(one, tuple) else (one,) for one in each]
    return [pytest.param(*one, marks=() if at % step == 0 else pytest.mark.further) for at, one in enumerate(given)]


IN_BOTH_LOOKS = pytest.mark.parametrize(("scheme", "width"), some_now([("light", NARROWEST), ("dark", WIDE)], 2))


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


Open = Callable[..., Visit]


class Handler(SimpleHTTPRequestHandler):
    def __init__(self, *given: Any, kept: str, **options: Any) -> None:
        """Answer, and say how long a browser may keep the answer."""
        self.kept = kept
        super().__init__(*given, **options)

    def end_headers(self) -> None:
        """Say it."""
        self.send_header("Cache-Control", self.kept)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    def handle_error(self, *given: Any) -> None:
        """Say nothing of a browser that leaves while it is being answered."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*given)


@contextmanager
def serving(folder: Path, *, kept: str = "no-store") -> Iterator[str]:
    """Serve the folder on 127.0.0.1 and give its address."""
    server = Server(("127.0.0.1", 0), partial(Handler, directory=str(folder), kept=kept))
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
    with serving(real / "site", kept=FOR_GOOD) as one, serving(little / "site", kept=FOR_GOOD) as other:
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
def german(once: Once) -> Iterator[str]:
    """Serve a handbook in German and give its address."""
    with serving(once("german", making.german) / "site") as url:
        yield url


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
    """Open a page in a profile in which nothing was done, and give it once it is there.

    With `now`, the page's clock stands still at that time; `first` is a script that runs before any of the page's; with
    `cold`, the browser has never seen the site. Nothing moves but with `reduced_motion="no-preference"`, for each visit
    would wait for the theme's change of colours. The worker that keeps pages is barred, too, but with
    `service_workers="allow"`: it would fetch much for every profile.
    """
    now, first, cold = options.pop("now", ""), options.pop("first", ""), options.pop("cold", False)
    looks = {"viewport": {"width": width, "height": HEIGHT}, "color_scheme": scheme, "java_script_enabled": script}

    def ready(page: Page) -> None:
        page.context.set_default_timeout(CEILING)
        if script:
            page.context.add_init_script(WATCH + first)
        if now:
            page.clock.set_fixed_time(now)

    is_lent = url.startswith("http:") and not (cold or options.keys() - LENDABLE)
    options = {"service_workers": "block", "reduced_motion": "reduce", **looks, **options}
    with profiles.lent(browser, to_others=is_lent, ready=ready, made=now + first, **options) as visit:
        visit.page.goto(url, wait_until="load")
        if script:
            visit.page.evaluate(LETTERS, FRAMES)
        yield visit


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Give the function that opens a page as `visiting` does, until the test is over."""
    with ExitStack() as visits:

        def open_page(url: str, **options: Any) -> Visit:
            return visits.enter_context(visiting(browser, url, **options))

        yield open_page
