"""What a first search costs a reader with a phone, and how that grows.

A processor four times slower, 1.6 Mbit/s and 150 ms there and back, files sent with gzip. The pages are the real
handbook's; the index is that of a handbook of each size, for a search fetches nothing else.
"""

import gc
import gzip
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.content.content import Content
from generator.content.load import load_entry
from generator.model import STORIES
from generator.pages.search_index import FOLDER, search_files
from generator.site.cache import Cache
from generator.site.pipeline import valid
from generator.site.publish import build_site
from tests.bench.ground import Ground
from tests.bench.table import Claim
from tests.browser.conftest import QUIET
from tests.handbooks import large, project
from tests.tools import chromium

ASKED = ("fire someone", "dificult stakholder", "tell me about a time you failed", "deadline")
TIMES = 3  # each of them; the median counts
GZIP = b"\x1f\x8b"
SLOWER, THROUGHPUT, LATENCY = 4, 1.6e6 / 8, 150
MOST_SECONDS = 1.0
MOST_OF_ALL = 0.33
MOST_BYTES, MOST_OF_ANY = {1_000: 160}, 250  # kilobytes with gzip, of so many stories and of more
TIMED = """
(words) => new Promise((done) => {
  const input = document.querySelector("header site-search input");
  const began = performance.now();
  const found = () => document.querySelector("header [data-result]");
  const seen = () => found() ? done(performance.now() - began) : requestAnimationFrame(seen);
  input.value = words;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  seen();
})
"""


def sent(path: Path) -> bytes:
    """Give the file as it is sent: with gzip, unless it is compressed already."""
    data = path.read_bytes()
    return data if data.startswith(GZIP) else gzip.compress(data, 6)


class Zipping(SimpleHTTPRequestHandler):
    """Serves a folder as hosts do: each file with gzip, over connections that are kept."""

    protocol_version = "HTTP/1.1"
    policy = ""

    def do_GET(self) -> None:
        """Send the file, or 404."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        data = sent(path) if path.is_file() else b""
        self.send_response(200 if path.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(data)))
        if not path.is_file() or not path.read_bytes().startswith(GZIP):
            self.send_header("Content-Encoding", "gzip")
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Host(ThreadingHTTPServer):
    """Serves on, whatever a browser that is closed has broken off."""

    def handle_error(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path, policy: str = "") -> Iterator[str]:
    """Serve the folder on 127.0.0.1, with a policy if one is given, and give its address."""
    handler = type("Handler", (Zipping,), {"policy": policy})
    server = Host(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@dataclass(frozen=True, kw_only=True)
class Searched:
    """A first search in a fresh browser: kilobytes before and with it, and the seconds until its first result."""

    before: float
    with_it: float
    seconds: float


def phone(browser: Browser) -> tuple[BrowserContext, Page, list[str]]:
    """Give a fresh page of a slow phone, and the list that the paths it asks for are put into."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    network = {"latency": LATENCY, "downloadThroughput": THROUGHPUT, "uploadThroughput": THROUGHPUT, "offline": False}
    session.send("Network.emulateNetworkConditions", network)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return context, page, asked


def searched(browser: Browser, site: Path, url: str, words: str) -> Searched:
    """Give what it costs to open the first page and to search for these words."""
    context, page, asked = phone(browser)
    page.goto(url, wait_until="networkidle")
    page.locator("header site-search input").wait_for(state="attached")
    before = _searching(site, asked)
    seconds = page.evaluate(TIMED, words) / 1000
    page.wait_for_load_state("networkidle")
    found = Searched(before=before, with_it=_searching(site, asked), seconds=seconds)
    context.close()
    return found


def _searching(site: Path, asked: Sequence[str]) -> float:
    """Give the kilobytes, with gzip, of what was asked for and serves the search alone."""
    files = {site / path.lstrip("/") for path in asked if path.startswith((f"/{FOLDER}/", "/assets/search.js"))}
    return sum(len(sent(path)) for path in files) / 1e3


def made(content: Content, cache: Path) -> tuple[dict[str, str], float]:
    """Give the index, and the seconds of the processor that it took, with what the cache holds, as a build makes it."""
    gc.collect()
    gc.disable()
    began = time.process_time()
    with Cache(cache, "0" * 64) as recall:
        files = search_files(content, recall)
    taken = time.process_time() - began
    gc.enable()
    return files, taken


def edited(root: Path, content: Content) -> Content:
    """Give the content after somebody has written more into one of its stories."""
    slug = min(content.stories)
    file = f"{STORIES.where}/{slug}.yaml"
    text = (root / file).read_text(encoding="utf-8")
    (root / file).write_text(re.sub(r"(?m)^summary: ", "summary: Zebra ", text), encoding="utf-8")
    return content.with_entry(STORIES, load_entry(root / file, STORIES, slug, file))


def claims(ground: Ground) -> Iterator[Claim]:
    """Give the claims for the real handbook, and for handbooks of the sizes asked for."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium.ensure()), args=QUIET)
        yield from of(browser, ground.folder, (0, ground.stories, *ground.larger))
        browser.close()


def of(browser: Browser, folder: Path, sizes: Sequence[int]) -> Iterator[Claim]:
    """Give the claims for each size; 0 stories are the real handbook."""
    root = project.copy_to(folder / "real")
    site = build_site(root).folder
    for stories in sizes:
        here = f"{stories} stories" if stories else "this handbook"
        here_now = large.handbook(folder / str(stories), stories) if stories else root
        content = valid(here_now)
        files, index = made(content, folder / f"{stories}-cache")
        _, again = made(edited(here_now, content), folder / f"{stories}-cache")
        shutil.rmtree(site / FOLDER)
        (site / FOLDER).mkdir()
        for path, text in files.items():
            (site / path).write_text(text, encoding="utf-8")
        whole = sum(len(gzip.compress(text.encode(), 6)) for text in files.values()) / 1e3
        yield Claim(what=f"{here}: index", runs=(index,), unit="s")
        yield Claim(what=f"{here}: index after an edit of a story", runs=(again,), unit="s")
        yield Claim(what=f"{here}: all {len(files)} files of it, as sent", runs=(whole,), unit="kB")
        with serving(site) as url:
            found = [[searched(browser, site, url, words) for _ in range(TIMES)] for words in ASKED]
        seconds = tuple(median(one.seconds for one in times) for times in found)
        before, sent_with = (max(getattr(one, name) for one, *_ in found) for name in ("before", "with_it"))
        budget = next((most for size, most in MOST_BYTES.items() if stories <= size), MOST_OF_ANY)
        for what, runs, unit, most in (
            ("for the search before the first key", (before,), "kB", 0),
            ("with all results, the heaviest", (sent_with,), "kB", budget),
            ("to the first result on a phone", seconds, "s", MOST_SECONDS),
            ("to the first result, the slowest search", (max(seconds),), "s", MOST_SECONDS * 1.2),
            ("index after an edit, to all of it", (again / index,), "", MOST_OF_ALL if stories else 1),
        ):
            yield Claim(what=f"{here}: {what}", runs=runs, unit=unit, most=most)
