"""What the tests of the practice share: what the browser keeps, a clock that is set wrong, and a keyboard."""

import json
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

SITE = "new URL(JSON.parse(document.getElementById('__config').textContent).base + '/', location.href)"
KEY = f"'handbook:' + {SITE}.pathname"
DOCUMENT = f"JSON.parse(localStorage.getItem({KEY}) ?? '{{}}')"
WRONG_CLOCK = """
const Real = Date;
let off = 0;
globalThis.setClockOff = (milliseconds) => { off = milliseconds; };
globalThis.Date = class extends Real {
  constructor(...given) { if (given.length) super(...given); else super(Real.now() + off); }
  static now() { return Real.now() + off; }
};
"""
FILL = """
for (let n = 20; n >= 0; n--)
  try { for (;;) localStorage.setItem('x' + n + Math.random(), 'x'.repeat(2 ** n)) } catch {}
"""
DAY = 24 * 60 * 60 * 1000
MOST_STEPS = 120


def kept(page: Page, part: str) -> dict[str, Any]:
    """Give what the browser keeps of one part of the reader's data."""
    found = page.evaluate(f"({DOCUMENT})[{json.dumps(part)}] ?? {{}}")
    assert isinstance(found, dict)
    return found


def document(page: Page) -> dict[str, Any]:
    """Give all that the browser keeps."""
    found = page.evaluate(DOCUMENT)
    assert isinstance(found, dict)
    return found


def keep(page: Page, **parts: Any) -> None:
    """Put these parts into the reader's data, as an import would."""
    whole = {"version": 1, **parts}
    page.evaluate(f"whole => localStorage.setItem({KEY}, JSON.stringify(whole))", whole)


def holding(url: str, whole: dict[str, Any]) -> dict[str, Any]:
    """Give what a browser that holds this document of the site at the address has stored before it opens any page."""
    at = urlsplit(url)
    stored = {"name": f"handbook:{at.path}", "value": json.dumps(whole)}
    return {"cookies": [], "origins": [{"origin": f"{at.scheme}://{at.netloc}", "localStorage": [stored]}]}


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has this name has the focus."""
    focused = "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()"
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate(focused).startswith(name):
            return
    raise AssertionError(f"no Tab leads to {name!r}")


def sideways(page: Page) -> int:
    """Give by how many pixels the page is wider than its window."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert isinstance(wide, int)
    return wide


def too_small(page: Page, within: str) -> list[str]:
    """Give the controls below this element that a finger would miss: lower or narrower than 44 px, with their label."""
    return list(
        page.evaluate(
            """within => [...document.querySelectorAll(`${within} :is(button, select, input, summary)`)]
              .filter(one => one.checkVisibility())
              .map(one => ({one, box: (one.closest('label') ?? one).getBoundingClientRect()}))
              .filter(({box}) => box.height < 43.5 || box.width < 43.5)
              .map(({one, box}) => `${one.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)""",
            within,
        )
    )
