"""What Lighthouse says of a page on a slow phone.

Its own simulated phone: 1.6 Mbit/s, 150 ms, a processor four times slower; files are sent with gzip, as by a host.
`python -m tests.bench.lighthouse SITE [PATH]...` measures any site. Lighthouse comes by npx, which needs Node 18.20.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from generator.site.publish import build_site
from tests.bench.ground import Ground
from tests.bench.searching import serving
from tests.bench.table import Claim, line
from tests.tools import chromium

LIGHTHOUSE = "lighthouse@12"
FIRST_PAINT = 1.0  # seconds
SHIFT = 0.0
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
    return Seen(
        score=round(found["categories"]["performance"]["score"] * 100),
        first_paint=audits["first-contentful-paint"]["numericValue"] / 1000,
        largest_paint=audits["largest-contentful-paint"]["numericValue"] / 1000,
        blocked=audits["total-blocking-time"]["numericValue"] / 1000,
        shift=audits["cumulative-layout-shift"]["numericValue"],
    )


def claims(ground: Ground) -> Iterator[Claim]:
    """Give the claims about one page of each kind of the real handbook."""
    if not shutil.which("npx"):
        yield Claim(what="Lighthouse", most=0, why="npx must be there, which comes with Node")
        return
    browser, site = str(chromium.ensure()), build_site(ground.handbook("real", 0)).folder
    with serving(site) as url:
        for kind, least in KINDS.items():
            where = min(site.glob(kind)).relative_to(site).as_posix().removesuffix("index.html")
            yield from of(f"/{where}", [seen(url + where, browser) for _ in range(ground.runs)], least)


def main(site: str, *paths: str) -> int:
    """Print what is said of these pages of a built site, or of its first page."""
    browser = str(chromium.ensure())
    with serving(Path(site)) as url:
        for where in paths or ("",):
            least = next((least for kind, least in KINDS.items() if fnmatch(f"{where}index.html", kind)), 0)
            print("\n".join(map(line, of(f"/{where}", [seen(url + where, browser)], least))), flush=True)
    return 0


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
