"""A page in the browser, and when it is still."""

import time
from dataclasses import dataclass, field

from playwright.sync_api import Page, Request

CEILING = 60_000  # milliseconds; what is waited for comes at once, but on a slow machine nothing does
FRAMES = 3_000  # milliseconds without one: a browser forgets once in a while to draw any
TRIES = 10
STILL = """async (frames) => {
    const still = async () => {
        await document.fonts.ready;
        for (let frame = 0; frame < 2; frame++) await new Promise((shown) => requestAnimationFrame(shown));
        const ends = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity);
        await Promise.allSettled(ends.map((one) => one.finished));
        await new Promise((idle) => requestIdleCallback(idle));
        return true;
    };
    return Promise.race([still(), new Promise((late) => setTimeout(late, frames, false))]);
}"""
LETTERS = "(late) => Promise.race([document.fonts.ready.then(() => null), new Promise((go) => setTimeout(go, late))])"
AT_ITS_END = """() => {
    for (const one of document.getAnimations()) if (one.effect.getComputedTiming().endTime < Infinity) one.finish();
}"""


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


def still(page: Page) -> None:
    """Wait until what the page has begun is shown: its letters, its frames, whatever moves for a while.

    Where no frame comes the page is brought to the front. Where that does not help, what moves is set to its end: that
    the browser draws nothing is no fault of the page.
    """
    for _ in range(TRIES):
        if page.evaluate(STILL, FRAMES):
            return
        page.bring_to_front()
    page.evaluate(AT_ITS_END)
