"""Builds the real handbook with every engine, asks what a reader gets, and writes it down: `make engines` runs it.

The default engine, ProperDocs and Zensical stand beside the tests. MaterialX writes over Material's files, so it has an
environment of its own; `make engines` makes it, and MATERIALX names its Python.
`python -m tests.engines --again` asks anew of the sites that were built the last time.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from pathlib import Path

from playwright.sync_api import Browser, Error, Response, expect, sync_playwright

from tests.browser.conftest import QUIET, serving, visiting
from tests.browser.visit import CEILING
from tests.engines import looks
from tests.engines.measures import MEASURES, STAMPED, YES, Seen
from tests.handbooks import project, tiny
from tests.tools import chromium

TABLE = project.ROOT / "docs/engines.md"
BEGIN, END = "<!-- written by `make engines` -->", "<!-- end of what was measured -->"
FOLDER = project.ROOT / "build/engines"  # every site, to be looked at, and pictures
PATIENCE = CEILING // 4  # milliseconds
OTHER, AGAIN = "MATERIALX", "--again"
WALL = "What no template writes stops the build"
OWN = "A template of one's own is asked before the generator's"
VERSION = "import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))"
MOVED = ("content/worksheets/my-opening.yaml", "\ntitle:", "\nformerly: [an-opening-of-old]\ntitle:")
MINE = '{% extends "handbook/main.html" %}{% block announce %}The next open evening{% endblock %}'
BEYOND = ("templates/pages/essay.md.jinja", "{% block body %}", '{% block body %}\n<iframe src="x"></iframe>\n')


@dataclass(frozen=True, kw_only=True)
class Pair:
    """An engine and its look: what they are called, their packages, and the Python that has both."""

    engine: str
    called: tuple[str, str]
    packages: tuple[str, str]
    apart: bool = False

    @property
    def title(self) -> str:
        """What stands above its column."""
        return " with ".join(self.called) if self.called[1] else self.called[0]

    @property
    def python(self) -> str:
        """The program."""
        return os.environ[OTHER] if self.apart else sys.executable


PAIRS = (
    Pair(engine="mkdocs", called=("MkDocs", "Material"), packages=("mkdocs", "mkdocs-material")),
    Pair(engine="properdocs", called=("ProperDocs", "Material"), packages=("properdocs", "mkdocs-material")),
    Pair(
        engine="properdocs",
        called=("ProperDocs", "MaterialX"),
        packages=("properdocs", "mkdocs-materialx"),
        apart=True,
    ),
    Pair(engine="zensical", called=("Zensical", ""), packages=("zensical", "zensical")),
)


def main() -> int:
    """Measure, write the table into docs/engines.md, and give 0 where the default is whole and the wall stands."""
    if not os.environ.get(OTHER):
        print(f"${OTHER} must name a Python that has MaterialX; `make engines` gives it one", file=sys.stderr)
        return 2
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        roots = {pair.title: build(pair, FOLDER) for pair in PAIRS}
        browser = playwright.chromium.launch(executable_path=chromium.ensure(), args=QUIET)
        found = measured(browser, roots)
        for pair in PAIRS:
            found[pair.title] |= {WALL: wall(pair, FOLDER), OWN: own(pair, FOLDER)}
        browser.close()
    table = written(found)
    print(table)
    text = TABLE.read_text(encoding="utf-8")
    TABLE.write_text(
        re.sub(f"{BEGIN}.*{END}", lambda _: f"{BEGIN}\n\n{table}\n\n{END}", text, flags=re.DOTALL), "utf-8"
    )
    whole = set(found[PAIRS[0].title].values()) == {YES}
    return int(not whole or any(of[WALL] != YES for of in found.values()))


def build(pair: Pair, folder: Path) -> Path:
    """Give the real handbook, with one page that moved, as the engine builds it. AssertionError where it cannot."""
    root = folder / pair.title
    if AGAIN in sys.argv and (root / "site").is_dir():
        return root
    copy_to(root)
    tiny.edit(root, *MOVED)
    done = site(pair, root)
    assert done.returncode == 0, f"{pair.title}: {done.stdout}{done.stderr}"
    print(f"{pair.title}: {done.stdout.strip()}", flush=True)
    return root


def copy_to(root: Path, content: Path = project.REAL) -> Path:
    """Give a copy of the project, in the place of the one of the last time."""
    shutil.rmtree(root, ignore_errors=True)
    return project.copy_to(root, content)


def site(pair: Pair, root: Path) -> subprocess.CompletedProcess[str]:
    """Have the command build the site, as somebody does who types it."""
    asks = [] if pair is PAIRS[0] else ["--engine", pair.engine]
    command = [pair.python, "-m", "generator", "site", "--no-downloads", *asks]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def measured(browser: Browser, roots: Mapping[str, Path]) -> dict[str, dict[str, str]]:
    """Give what was found of each site, by what was asked."""
    usual = next(iter(roots.values()))
    found: dict[str, dict[str, str]] = {}
    first: Mapping[str, bytes] = {}
    for title, root in roots.items():
        found[title] = {}
        with serving(root / "site") as url, visiting(browser, url) as visit:
            visit.page.set_default_timeout(PATIENCE)
            seen = Seen(root=root, usual=usual, url=url, visit=visit, lost=[])
            visit.page.on("response", partial(_note, seen.lost))
            for asks, measure in MEASURES.items():
                visit.page.goto(url)
                try:
                    found[title][asks] = measure(seen)
                except (AssertionError, Error, OSError) as error:
                    print(f"{title}: {asks}: {error}", file=sys.stderr, flush=True)
                    found[title][asks] = "no"
            taken = looks.pictures(browser, url)
        looks.keep(FOLDER / "pictures", title, taken)
        first = first or taken
        found[title] |= {asks: looks.differs(first[asks], data) for asks, data in taken.items()}
    return found


def _note(lost: list[str], came: Response) -> None:
    if came.status >= HTTPStatus.BAD_REQUEST:
        lost.append(came.url)


def wall(pair: Pair, folder: Path) -> str:
    """Whether a template that writes what is on no list stops the build, and leaves no site."""
    root = copy_to(folder / f"{pair.title} and a wall", project.TINY)
    tiny.edit(root, *BEYOND)
    done = site(pair, root)
    named = "leaves out what is not on its list" in done.stderr
    return YES if done.returncode and named and not (root / "site").exists() else "no"


def own(pair: Pair, folder: Path) -> str:
    """Whether a template of the handbook's own, which extends the generator's, is what the pages are made by."""
    root = copy_to(folder / f"{pair.title} and its own", project.TINY)
    mine = root / "own/templates/site/main.html"
    mine.parent.mkdir(parents=True)
    mine.write_text(MINE, encoding="utf-8")
    done = site(pair, root)
    if done.returncode:
        print(f"{pair.title}: {OWN}: {done.stderr}", file=sys.stderr)
        return "no: the build stops"
    page = (root / "site/index.html").read_text(encoding="utf-8")
    return YES if "The next open evening" in page and STAMPED in page else "no"


def asked() -> tuple[str, ...]:
    """Give what is asked of every site, as it stands in the table."""
    return (*MEASURES, *looks.PARTS, WALL, OWN)


def written(found: Mapping[str, Mapping[str, str]]) -> str:
    """Give the table: a column for each pair, with the versions that were measured."""
    heads = [f"{pair.called[0]} {_version(pair, 0)}{_of_look(pair)}" for pair in PAIRS]
    rows = [f"| | {' | '.join(heads)} |", f"| --- |{' --- |' * len(heads)}"]
    return "\n".join([*rows, *(f"| {asks} | {' | '.join(of[asks] for of in found.values())} |" for asks in asked())])


def _of_look(pair: Pair) -> str:
    return f" with {pair.called[1]} {_version(pair, 1)}" if pair.called[1] else ""


def _version(pair: Pair, which: int) -> str:
    command = [pair.python, "-c", VERSION, pair.packages[which]]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
