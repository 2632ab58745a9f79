"""Header and side list as pictures: how much of them differs from those of the default engine."""

import io
import re
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser

from tests.browser.conftest import NARROW, WIDE, visiting
from tests.browser.visit import still

PAGE = "competencies/hiring-and-growing/"
HEADER, TABS, SIDE_LIST = "header.md-header", ".md-tabs", ".md-sidebar--primary .md-sidebar__scrollwrap"
PARTS = {
    f"The header looks the same, {WIDE} px wide": (WIDE, HEADER),
    f"So do the tabs, {WIDE} px wide": (WIDE, TABS),
    f"So does the side list, {WIDE} px wide": (WIDE, SIDE_LIST),
    f"So does the header, {NARROW} px wide": (NARROW, HEADER),
    f"So does the side list, opened, {NARROW} px wide": (NARROW, SIDE_LIST),
}
OPENS = "header label[for=__drawer]"
FAINT = 8  # of 255, by which a colour may be another
YES = "yes"


def pictures(browser: Browser, url: str) -> Mapping[str, bytes]:
    """Give a picture (PNG) of each part, by what is asked of it."""
    found = {}
    for asks, (width, part) in PARTS.items():
        with visiting(browser, url + PAGE, width=width) as visit:
            if width == NARROW and part == SIDE_LIST:
                visit.page.locator(OPENS).first.click()
            still(visit.page)
            found[asks] = visit.page.locator(part).first.screenshot()
    return found


def differs(one: bytes, other: bytes) -> str:
    """Give "yes" where two pictures are the same, else how large the difference is."""
    first, second = (Image.open(io.BytesIO(data)).convert("RGB") for data in (one, other))
    if first.size != second.size:
        return f"no: {second.width} by {second.height} px, not {first.width} by {first.height}"
    bands = ImageChops.difference(first, second).point(lambda value: 255 if value > FAINT else 0).split()
    either = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    share = sum(either.histogram()[1:]) / (first.width * first.height)
    return f"no: {max(share, 0.001):.1%} of it differs" if share else YES


def keep(folder: Path, name: str, found: Mapping[str, bytes]) -> None:
    """Write the pictures of one engine, to be looked at."""
    folder.mkdir(parents=True, exist_ok=True)
    for asks, data in found.items():
        (folder / f"{name}, {re.sub('[^a-z0-9]+', '-', asks.lower())}.png").write_bytes(data)
