"""What Lighthouse says of a page on a slow phone.

Its own simulated phone: 1.6 Mbit/s, 150 ms, a processor four times slower; files are sent with gzip, as by a host.
`python -m tests.bench.lighthouse SITE [PATH]...` measures any site. Lighthouse comes by npx, which needs Node 18.20.

Lighthouse reckons, from a page that came at once, what it would take; which file waits for which other it does not see.
So the first words are timed, too, with line and processor held back in earnest. On a busy machine Chromium holds its
first frames back by whole seconds, until the scripts have run, and then they count as waited for: such a run is
repeated. Where every run is so, it is the page.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from generator.site.publish import build_site
from tests.bench.ground import Ground
from tests.bench.searching import phone, serving
from tests.bench.table import Claim, line
from tests.browser.conftest import QUIET
from tests.tools import chromium

LIGHTHOUSE = "lighthouse@12"
FIRST_PAINT = 1.0  # seconds
SHIFT = 0.0
TIMES = 5  # by hand; the median counts
PATIENCE = 3  # times as many runs, at most, until as many as are asked for were not held up
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
KINDS = {  # the first page of each kind, and the least score
    "index.html": 100,
    "stories/*/index.html": 100,
    "walkthroughs/*/index.html": 100,
    "questions/index.html": 100,
    "practise/mock-interview/index.html": 98,
    "practise/drill/index.html": 98,
}


@dataclass(frozen=True, kw_only=True, order=True)
class Seen:
    """What one run says: the score, and its parts in seconds; the shift has no unit."""

    score: int
    first_paint: float
    largest_paint: float
    blocked: float
    shift: float
    held: bool = False  # whether the first frame came after the scripts had run


def seen(url: str, browser: str) -> Seen:
    """Run Lighthouse once. CalledProcessError where it cannot."""
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder) / "said.json"
        subprocess.run(
            [
                *("npx", "--yes", LIGHTHOUSE, url, "--quiet", "--only-categories=performance", "--output=json"),
                *(f"--output-path={said}", "--chrome-flags=--headless --no-sandbox"),
            ],
            check=True,
            env={**os.environ, "CHROME_PATH": browser},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=180,
        )
        found = json.loads(said.read_text(encoding="utf-8"))
    audits = found["audits"]
    (metrics, *_) = audits["metrics"]["details"]["items"]
    return Seen(
        score=round(found["categories"]["performance"]["score"] * 100),
        first_paint=audits["first-contentful-paint"]["numericValue"] / 1000,
        largest_paint=audits["largest-contentful-paint"]["numericValue"] / 1000,
        blocked=audits["total-blocking-time"]["numericValue"] / 1000,
        shift=audits["cumulative-layout-shift"]["numericValue"],
        held=metrics["observedFirstContentfulPaint"] > metrics["observedDomContentLoaded"],
    )


def steady(runs: Iterator[Seen], times: int) -> list[Seen]:
    """Give so many runs that were not held up; where three times as many have fewer, the first ones as they are."""
    every = []
    while len(every) < times * PATIENCE and sum(not run.held for run in every) < times:
        every.append(next(runs))
    free = [run for run in every if not run.held]
    return free if len(free) == times else every[:times]


def painted(url: str, browser: Browser) -> float:
    """Give the seconds until the first words are there, with line and processor held back as a phone's are."""
    context, page, _ = phone(browser)
    page.goto(url, wait_until="load")
    page.wait_for_function(PAINTED)
    seconds = float(page.evaluate(PAINTED)) / 1000
    context.close()
    return seconds


def claims(ground: Ground) -> Iterator[Claim]:
    """Give the claims about one page of each kind of the real handbook."""
    if not shutil.which("npx"):
        yield Claim(what="Lighthouse", most=0, why="npx must be there, which comes with Node")
        return
    site = build_site(ground.handbook("real", 0)).folder
    first = {min(site.glob(kind)).relative_to(site).as_posix(): least for kind, least in KINDS.items()}
    yield from measured(site, {path.removesuffix("index.html"): least for path, least in first.items()}, ground.runs)


def main(site: str, *paths: str) -> int:
    """Print what is said of these pages of a built site, or of its first page."""
    pages = {
        where: next((least for kind, least in KINDS.items() if fnmatch(f"{where}index.html", kind)), 0)
        for where in paths or ("",)
    }
    for claim in measured(Path(site), pages, TIMES):
        print(line(claim), flush=True)
    return 0


def measured(site: Path, pages: Mapping[str, int], times: int) -> Iterator[Claim]:
    """Give the claims about these pages of a site, each with its least score."""
    path = str(chromium.ensure())
    with serving(site) as url:
        for where, least in pages.items():
            yield from of(f"/{where}", steady(iter(partial(seen, url + where, path), None), times), least)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=path, args=QUIET)
                runs = tuple(painted(url + where, browser) for _ in range(times))
            yield Claim(what=f"/{where}: the first words, in earnest", runs=runs, unit="s", most=FIRST_PAINT)


def of(where: str, runs: Sequence[Seen], least: int) -> Iterator[Claim]:
    """Give the claims about a page."""
    yield Claim(what=f"{where}: points of Lighthouse", runs=tuple(run.score for run in runs), least=least)
    paint = tuple(run.first_paint for run in runs)
    yield Claim(what=f"{where}: the first paint", runs=paint, unit="s", most=FIRST_PAINT)
    yield Claim(what=f"{where}: the largest paint", runs=tuple(run.largest_paint for run in runs), unit="s")
    yield Claim(what=f"{where}: blocked", runs=tuple(run.blocked for run in runs), unit="s")
    yield Claim(what=f"{where}: shift", runs=tuple(run.shift for run in runs), most=SHIFT)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
