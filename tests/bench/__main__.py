"""All that has a limit, measured beside it, and beside other engines: `make bench` runs it, and fails on a breach.

`make bench ONLY=builds` measures one part, or several with commas; STORIES and LARGER set the sizes, RUNS how often,
and WRITE=docs/speed.md puts the tables there.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from tests.bench.ground import Ground
from tests.bench.table import Claim, breached, head, line, markdown, write
from tests.handbooks.project import ROOT

BENCHES = {  # each a module here, whose `claims` gives what it measured
    "checking": "`handbook check`, and a save while it watches",
    "builds": "a site from nothing, unchanged and edited, beside other engines",
    "growth": "how a site grows with its stories",
    "serving": "edits on screen, under `handbook serve`",
    "weighing": "what a page weighs",
    "lighthouse": "what Lighthouse says of a page on a slow phone",
    "searching": "a first search on a phone",
    "downloads": "all downloads, from nothing, unchanged and edited",
    "printing": "the book, beside Chromium",
    "engines_of_search": "other searches over the same records",
    "minutes": "the tests and the workflows",
}
FOLDER = ROOT / "build/bench"


def main(words: Sequence[str] | None = None) -> int:
    """Measure what is asked for and print it line by line; 1 where something is not within its limit."""
    options = _options(words)
    unknown = {*options.only} - BENCHES.keys()
    if unknown:
        print(f"ONLY must be of {', '.join(BENCHES)}, found {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    over = []
    for name in options.only or BENCHES:
        with tempfile.TemporaryDirectory(dir=FOLDER, prefix="run-") as folder:
            ground = Ground(folder=Path(folder), stories=options.stories, larger=options.larger, runs=options.runs)
            over += measure(name, ground, options.write)
    print(f"\n{len(over)} not within the limit" if over else "\nAll within their limits", flush=True)
    return int(bool(over))


def measure(name: str, ground: Ground, page: Path | None) -> list[Claim]:
    """Run a bench, print its claims as they come, write them into the page if there is one; give the breaches."""
    above = head(f"{BENCHES[name].capitalize()}: {ground.stories:,} stories, {ground.runs} runs")
    print(f"\n{name}. {above}", flush=True)
    found = []
    for claim in _claims(name, ground):
        print(line(claim), flush=True)
        found.append(claim)
    if page:
        write(page, name, markdown(above, found))
    return list(breached(found))


def _claims(name: str, ground: Ground) -> Iterator[Claim]:
    """Give the claims of a bench; where it breaks off, that is a breach, too, and the others are still measured."""
    try:
        yield from import_module(f"tests.bench.{name}").claims(ground)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not hide what the others measure
        said = str(error).strip().splitlines() or [""]
        yield Claim(what=f"{name}, to its end", most=0, why=f"{type(error).__name__}: {said[-1]}")


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--only", type=_names, default=(), help=f"of {', '.join(BENCHES)}")
    parser.add_argument("--stories", type=int, default=1_000)
    parser.add_argument("--larger", type=_numbers, default=(5_000, 10_000))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", type=_page, help="put each table into this page, as docs/speed.md is written")
    return parser.parse_args(words)


def _names(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(",")))


def _page(text: str) -> Path | None:
    return ROOT / text if text else None


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, _names(text)))


if __name__ == "__main__":
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1790000000")
    sys.exit(main())
