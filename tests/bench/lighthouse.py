"""What Lighthouse says of a page on a slow phone: the last part of `make bench`.

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
from pathlib import Path

from generator.site.publish import build_site
from tests.bench.__main__ import line
from tests.bench.searching import serving
from tests.handbooks import project
from tests.tools import chromium

LIGHTHOUSE = "lighthouse@12"
TIMES = 3  # each page; the median counts, for a busy machine blocks for longer
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


def median(url: str, browser: str, times: int = TIMES) -> Seen:
    """Give the run in the middle, by score."""
    return sorted(seen(url, browser) for _ in range(times))[times // 2]


def lines(where: str, found: Seen, least: int) -> Iterator[str]:
    """Give a line for each claim about a page."""
    yield (
        f"{where}: first paint {found.first_paint:.2f} s, largest {found.largest_paint:.2f} s, "
        f"blocked {found.blocked * 1000:.0f} ms, shift {found.shift:.3f}"
    )
    yield line(f"{where}: points that Lighthouse takes off", 100 - found.score, 100 - least, ".0f")
    yield line(f"{where}: seconds to the first paint", found.first_paint, FIRST_PAINT)
    yield line(f"{where}: shift", found.shift, SHIFT, ".3f")


def main(given: Sequence[str]) -> int:
    """Measure the pages that are named, or one of each kind of the real handbook; 1 where a claim is not kept."""
    if not shutil.which("npx"):
        print("lighthouse: npx must be there, which comes with Node; nothing was measured", file=sys.stderr)
        return 1
    browser, kept = str(chromium.ensure()), True
    with tempfile.TemporaryDirectory() as folder:
        site = Path(given[0]) if given else build_site(project.copy_to(Path(folder) / "real")).folder
        with serving(site) as url:
            for where in given[1:] or [_first(site, kind) for kind in KINDS]:
                for said in lines(f"/{where}", median(url + where, browser), _least(where)):
                    kept = kept and not said.endswith("OVER")
                    print(said, flush=True)
    return int(not kept)


def _least(where: str) -> int:
    """Give the least score of a page; one of no kind has none."""
    return next((least for kind, least in reversed(KINDS.items()) if Path(where, "index.html").match(kind)), 0)


def _first(site: Path, kind: str) -> str:
    return min(site.glob(kind)).relative_to(site).as_posix().removesuffix("index.html")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
