"""The pictures of docs/look, made anew of a built site: `python -m tests.tools.pictures [site]`.

A page that shows what a reader wrote gets it as readers give it: a copy of their notes, taken in on its page.
"""

import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.handbooks.tiny import ROOT
from tests.tools import chromium

FOLDER = ROOT / "docs/look"
WIDE, NARROW = (1280, 900), (390, 844)
MOST = 60 * 1024  # bytes of a picture
SHOWN = 600  # its width in pixels; that of a phone is as it is
COLOURS = (128, 64, 32, 16)
NOON = "2026-11-21T12:00:00"
DONE = {"stage": "done", "finished": "2026-11-20T10:00:00Z", "of": 100}
PARTS = ("context", "challenge", "actions", "results", "learnings")
Act = Callable[[Page], None]


def first(index: str) -> Act:
    """Give what opens the first page that an index leads to."""

    def act(page: Page) -> None:
        page.goto(page.url + index)
        link = page.locator(".rows li:not([hidden]) > a").first
        page.goto(str(link.evaluate("link => link.href")))

    return act


def at(where: str, *, below: str = "") -> Act:
    """Give what opens the page at this address, from this element on."""

    def act(page: Page) -> None:
        page.goto(page.url + where)
        if below:
            page.locator(below).first.evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 120)")

    return act


def grades(page: Page) -> None:
    """Show how strong, adequate and weak sound in the first of the competencies."""
    first("competencies/")(page)
    page.locator("#evidence").evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 120)")


def ready(page: Page) -> None:
    """Show what is ready, with two stories and an interview in the reader's notes."""
    home = page.url
    page.clock.set_fixed_time(NOON)
    page.goto(home + "competencies/")
    links = page.locator(".rows li > a").evaluate_all("all => all.map(link => link.pathname.split('/').at(-2))")
    page.goto(home + "walkthroughs/")
    walk = page.locator(".rows li > a").first.evaluate("link => link.pathname.split('/').at(-2)")
    told = {"parts": dict.fromkeys(PARTS, "I said no, and why."), "thirty": "I said no."}
    notes = {
        "version": 1,
        "interview": {"date": "2026-11-28", "goal": 10, "set": "2026-11-20"},
        "stories": {
            "one": {**told, "title": "The export", "competencies": links[:2]},
            "two": {**told, "title": "The date", "thirty": "", "competencies": links[2:4]},
        },
        "mocks": {"one": {**DONE, "walkthrough": walk, "points": 85}},
    }
    page.goto(home + "practise/my-data/")
    page.get_by_label("The file").set_input_files(
        {"name": "notes.json", "mimeType": "application/json", "buffer": json.dumps(notes).encode()}
    )
    page.get_by_role("button", name="Take it in").click()
    page.goto(home + "practise/readiness/")
    page.locator("readiness-page table").first.wait_for()


def running(page: Page) -> None:
    """Show a mock interview whose clock is running."""
    home = page.url
    first("walkthroughs/")(page)
    page.goto(home + "practise/mock-interview/#" + page.url.rstrip("/").rpartition("/")[2])
    page.locator("input[name=confidence]").nth(3).check()
    page.get_by_role("button", name="Start the clock").first.click()
    page.locator(".mock__asks").wait_for()


PICTURES: dict[str, tuple[tuple[int, int], Act]] = {
    "home": (WIDE, at("")),
    "questions": (WIDE, at("questions/")),
    "look-alikes": (NARROW, at("reference/look-alike-questions/")),
    "framework": (WIDE, first("frameworks/")),
    "story": (NARROW, first("stories/")),
    "walkthrough": (NARROW, first("walkthroughs/")),
    "readiness": (WIDE, ready),
    "mock": (WIDE, running),
    "grades": (WIDE, grades),
    "loop": (WIDE, first("loops/")),
}


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site on this machine and give its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def shot(browser: Browser, home: str, size: tuple[int, int], act: Act) -> bytes:
    """Give the first screen that a new reader sees after the act, as PNG."""
    width, height = size
    page = browser.new_page(
        viewport={"width": width, "height": height}, has_touch=size == NARROW, reduced_motion="reduce"
    )
    page.goto(home)
    act(page)
    page.wait_for_load_state("networkidle")
    taken = page.screenshot()
    page.close()
    return taken


def small(picture: bytes) -> bytes:
    """Give the picture with as many colours, of a palette, as fit the most it may weigh."""
    whole = Image.open(io.BytesIO(picture)).convert("RGB")
    if whole.width > SHOWN:
        whole = whole.resize((SHOWN, round(whole.height * SHOWN / whole.width)), Image.Resampling.LANCZOS)
    for colours in COLOURS:
        out = io.BytesIO()
        whole.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= MOST:
            return out.getvalue()
    raise ValueError(f"a picture must be at most {MOST} bytes, found {out.tell()} with {COLOURS[-1]} colours")


def main(site: Path) -> None:
    """Write every picture."""
    FOLDER.mkdir(exist_ok=True)
    with served(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.ensure())
        for name, (size, act) in PICTURES.items():
            (FOLDER / f"{name}.png").write_bytes(small(shot(browser, home, size, act)))
            sys.stdout.write(f"docs/look/{name}.png\n")
        browser.close()


if __name__ == "__main__":
    main(Path(*sys.argv[1:2] or ["site"]))
