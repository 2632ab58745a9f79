"""The picture of README, made anew of a built site and its downloads: `python -m tests.tools.readme_picture [site]`.

It shows a story with its margin notes, a mock interview on a phone in the dark scheme, and a printed score sheet.
"""

import io
import sys
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.handbooks.tiny import ROOT
from tests.tools import chromium
from tests.tools.pictures import NARROW, first, running, served

FILE = ROOT / "docs/handbook.png"
HEIGHT, GAP, GROUND = 657, 12, "#8a8f8e"
DESK = (1180, 840)
COLOURS = 128


def told(page: Page) -> None:
    """Show where the first story with notes is told."""
    first("stories/")(page)
    page.locator(".part--noted").first.evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 120)")


def main(site: Path) -> None:
    """Write the picture. Raises StopIteration where the site has no score sheet to take away."""
    with served(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.ensure())
        page = shown(browser, home, DESK)
        told(page)
        story = taken(page)
        page = shown(browser, home, NARROW, dark=True)
        running(page)
        mock = taken(page)
        browser.close()
    sheet = next(iter(sorted((site / "downloads/sheets").glob("score-sheet*-a4.pdf"))))
    printed = pypdfium2.PdfDocument(sheet)[0].render(scale=2).to_pil()
    parts = [part.resize((round(part.width * HEIGHT / part.height), HEIGHT)) for part in (story, mock, printed)]
    whole = Image.new("RGB", (sum(part.width + GAP for part in parts) + GAP, HEIGHT + 2 * GAP), GROUND)
    left = GAP
    for part in parts:
        whole.paste(part, (left, GAP))
        left += part.width + GAP
    whole.quantize(COLOURS, dither=Image.Dither.NONE).save(FILE, "PNG", optimize=True)
    sys.stdout.write(f"docs/{FILE.name}\n")


def shown(browser: Browser, home: str, size: tuple[int, int], *, dark: bool = False) -> Page:
    """Give the first page in a window of this size."""
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        has_touch=size == NARROW,
        reduced_motion="reduce",
        color_scheme="dark" if dark else "light",
        device_scale_factor=2,
    )
    page.goto(home)
    return page


def taken(page: Page) -> Image.Image:
    """Give what is on the screen."""
    page.wait_for_load_state("networkidle")
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


if __name__ == "__main__":
    main(Path(*sys.argv[1:2] or ["site"]))
