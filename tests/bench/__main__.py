"""What a large handbook costs, and how that grows: `make bench` runs it, then the other benches.

Ratios are what counts; seconds depend on the machine. Each figure is printed beside the most it may be.
"""

import gzip
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.site.pipeline import DOCS
from tests.handbooks import large

SIZES = (1_000, 5_000)
HOOK = "hooks: [generator/mkdocs_hook.py]\n"
SERVED = "127.0.0.1:8741"
WEIGHED = ("", "stories/", "questions/", "reference/questions-by-level/", "stories/story-00000/")
LINKED = re.compile(r'(?:href|src)="([^"#?:]+\.(?:css|js|woff2))"')


@dataclass(frozen=True, kw_only=True)
class Run:
    """One command: its seconds, and the most memory it took, in megabytes."""

    seconds: float
    memory: float


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A handbook of some size: its commands by name, and sizes in bytes."""

    stories: int
    runs: dict[str, Run]
    rewritten: int
    html: int
    weights: dict[str, int]


def run(root: Path, *command: str) -> Run:
    """Run a command of the environment in the project and give what it cost. AssertionError where it fails."""
    beside = Path(sys.executable).parent / command[0]
    began = time.monotonic()
    started = subprocess.Popen(
        [str(beside), *command[1:]],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(started.pid, 0)
    assert status == 0, f"{' '.join(command)} must succeed, ended with {os.waitstatus_to_exitcode(status)}"
    return Run(seconds=time.monotonic() - began, memory=usage.ru_maxrss / 1024)


def measure(root: Path, stories: int) -> Measured:
    """Give the figures of the handbook at `root`."""
    generator = ("python", "-m", "generator")
    runs = {"check": run(root, *generator, "check"), "build": run(root, *generator, "build")}
    before = {path: path.stat().st_mtime_ns for path in (root / DOCS).rglob("*")}
    runs["build again"] = run(root, *generator, "build")
    rewritten = sum(before.get(path) != path.stat().st_mtime_ns for path in (root / DOCS).rglob("*") if path.is_file())
    runs["whole site"] = run(root, "mkdocs", "build", "--quiet")
    site = root / "site"
    return Measured(
        stories=stories,
        runs=runs,
        rewritten=rewritten,
        html=sum(path.stat().st_size for path in site.rglob("*.html")),
        weights={where: _weight(site, where) for where in WEIGHED},
    )


def _weight(site: Path, where: str) -> int:
    """Give the bytes of a page with all its files, each sent with gzip; fonts are sent as they are."""
    page = site / where / "index.html"
    files = {page} | {(page.parent / found).resolve() for found in LINKED.findall(page.read_text(encoding="utf-8"))}
    return sum(
        path.stat().st_size if path.suffix == ".woff2" else len(gzip.compress(path.read_bytes(), 6)) for path in files
    )


def edited(root: Path) -> float:
    """Give the seconds from saving a story until the server shows it, the median of five edits."""
    story = root / "content/stories/story-00003.yaml"
    text = story.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "generator", "serve", "--address", SERVED]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            while not _shows(""):
                time.sleep(0.5)
            taken = []
            for at in range(5):
                time.sleep(12)  # somebody reads what they wrote
                story.write_text(re.sub(r"(?m)^summary: ", f"summary: Zebra{at} ", text), encoding="utf-8")
                began = time.monotonic()
                while not _shows("stories/story-00003/", f"Zebra{at}"):
                    time.sleep(0.02)
                taken.append(time.monotonic() - began)
        finally:
            story.write_text(text, encoding="utf-8")
            server.terminate()
    return sorted(taken)[2]


def _shows(path: str, words: str = "") -> bool:
    try:
        with urllib.request.urlopen(f"http://{SERVED}/{path}", timeout=600) as page:
            return words in page.read().decode()
    except urllib.error.URLError:
        return False


def line(what: str, figure: float, most: float, form: str = ".2f") -> str:
    """Give a claim: the figure, its target, and whether it is kept."""
    return f"{what:<76} {figure:{form}}  (at most {most:{form}})  {'ok' if figure <= most else 'OVER'}"


def lines(small: Measured, big: Measured, plain: Run, edit: float) -> Iterator[str]:
    """Give a line for each claim."""
    road, whole = small.runs["build"].seconds, small.runs["whole site"].seconds
    here = f"{small.stories} stories"
    yield line(f"{here}: the road, {road:.1f} s, to MkDocs alone, {plain.seconds:.1f} s", road / plain.seconds, 0.25)
    yield line(f"{here}: the whole site, {whole:.1f} s, to MkDocs alone", whole / plain.seconds, 1.1)
    yield line(f"{here}: an edited story on screen, seconds", edit, 2)
    for m in (small, big):
        here = f"{m.stories} stories"
        for name, cost in m.runs.items():
            yield f"{here}: {name:<12} {cost.seconds:7.1f} s  {cost.memory:6.0f} MB"
        yield line(f"{here}: files that a second build wrote", m.rewritten, 0, ".0f")
        for where, weight in m.weights.items():
            yield f"{here}: /{where:<32} {weight / 1e3:6.0f} kB with its files"
    growth, times = f"{big.stories} stories against {small.stories}", big.stories / small.stories
    yield line(f"{growth}: bytes of HTML a story", big.html / small.html / times, 1.1)
    yield line(f"{growth}: the heaviest page", max(big.weights.values()) / max(small.weights.values()), 1.5)
    for name, cost in small.runs.items():
        yield line(f"{growth}: {name}, time a story", big.runs[name].seconds / cost.seconds / times, 1.2)
        yield line(f"{growth}: {name}, memory a story", big.runs[name].memory / cost.memory / times, 1.2)


def main(sizes: tuple[int, int] = SIZES) -> int:
    """Measure both sizes and print the claims; 1 where one is not kept."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            root = large.handbook(Path(folder) / str(size), size)
            found.append(measure(root, size))
        edit = edited(Path(folder) / str(sizes[0]))
        plain = run(without_hook(Path(folder) / str(sizes[0])), "mkdocs", "build", "--quiet")
    kept = True
    for said in lines(*found, plain, edit):
        kept = kept and not said.endswith("OVER")
        print(said, flush=True)
    return int(not kept)


def without_hook(root: Path) -> Path:
    """Leave the built pages as if they were written by hand; only the side lists, which a hand would write too, go."""
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace(HOOK, ""), encoding="utf-8")
    nav = root / "templates/site/partials/nav.html"
    nav.write_text(nav.read_text(encoding="utf-8").replace("config.extra.sections %}", "false %}", 1), encoding="utf-8")
    return root


if __name__ == "__main__":
    sys.exit(main())
