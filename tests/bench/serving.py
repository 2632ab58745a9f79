"""What an edit takes until it is on screen while a large handbook is served: `python -m tests.bench.serving`.

Each figure is the median of five, printed beside the most it may be. The server says when a browser would load the
page again; then the page, or the file that it names, is fetched until it shows the edit.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.__main__ import line
from tests.handbooks import large

STORIES, TIMES = 1_000, 5
ADDRESS = "127.0.0.1:8743"
LONGEST = 120.0
REST = 12.0  # seconds in which somebody reads what they wrote, and the rest is made
STORY, PAGE = "content/stories/story-00003.yaml", "stories/story-00003/"
OTHER = "content/stories/story-00004.yaml"
WRONG = "content/stories/not-yet.yaml"
SWAP = "content/stories/.story-00003.yaml.swp"
Edit = Callable[[str], None]


def shown(path: str, words: str) -> bool:
    """Whether the server shows these words there."""
    try:
        with urllib.request.urlopen(f"http://{ADDRESS}/{path}", timeout=LONGEST) as page:
            return words in page.read().decode()
    except OSError:  # it is not there yet, or busy
        return False


def seconds_until(path: str, words: str) -> float:
    """Give the seconds from now until the words are there; the longest there is, where they never are."""
    began = time.monotonic()
    while not shown(path, words):
        if time.monotonic() - began > LONGEST:
            return LONGEST
        time.sleep(0.02)
    return time.monotonic() - began


@contextmanager
def served(root: Path) -> Iterator[None]:
    """Serve the handbook, and come back when it answers."""
    command = [sys.executable, "-m", "generator", "serve", "--address", ADDRESS]
    with (root / "serve.log").open("w") as log, subprocess.Popen(command, cwd=root, stdout=log, stderr=log) as server:
        try:
            seconds_until(PAGE, "</html>")
            yield
        finally:
            server.terminate()


def changed(root: Path, file: str, pattern: str, put: str) -> Edit:
    """Give what puts a mark into the file, in the place of the pattern's first match."""
    text = (root / file).read_text(encoding="utf-8")

    def edit(mark: str) -> None:
        (root / file).write_text(re.sub(pattern, put.replace("MARK", mark), text, count=1), encoding="utf-8")

    return edit


def lines(root: Path) -> Iterator[str]:
    """Give a line for each claim."""
    story = changed(root, STORY, r"(?m)^summary: ", "summary: MARK ")
    other = changed(root, OTHER, r"(?m)^summary: ", "summary: MARK ")
    edits: dict[str, tuple[Edit, str]] = {
        "a story": (story, PAGE),
        "a template of a page": (changed(root, "templates/pages/story.md.jinja", r"\Z", "\n\nMARK\n"), PAGE),
        "a template of the site": (changed(root, "templates/site/main.html", r"\Z", "{# #}"), PAGE),
        "a style sheet": (
            changed(root, "templates/site/assets/handbook.css", r"\Z", "/* MARK */"),
            "assets/handbook.css",
        ),
        "a script": (changed(root, "templates/site/assets/handbook.js", r"\Z", "// MARK"), "assets/handbook.js"),
    }
    said = '{{% block htmltitle %}}<meta name="seen" content="MARK">'.replace("{{", "{").replace("}}", "}")
    edits["a template of the site"] = (
        changed(root, "templates/site/main.html", r"\{% block htmltitle %\}", said),
        PAGE,
    )
    for what, (edit, path) in edits.items():
        taken = []
        for at in range(TIMES):
            time.sleep(REST)
            edit(mark := f"zebra{at}")
            taken.append(seconds_until(path, mark))
        yield line(f"{STORIES} stories: {what} on screen, seconds", median(taken), 1)
    soon = []
    for at in range(TIMES):
        time.sleep(REST)
        story(f"yak{at}")
        seconds_until(PAGE, f"yak{at}")
        time.sleep(1 + at / 2)
        other(f"gnu{at}")
        soon.append(seconds_until(PAGE.replace("3/", "4/"), f"gnu{at}"))
    yield line(f"{STORIES} stories: an edit in the seconds after another, seconds", median(soon), 1.5)
    time.sleep(REST)
    (root / SWAP).write_text("b0VIM")
    time.sleep(2)
    story("okapi")
    yield line(f"{STORIES} stories: beside an editor's swap file, seconds", seconds_until(PAGE, "okapi"), 1)
    (root / SWAP).unlink()
    time.sleep(REST)
    story("ibex")
    seconds_until(PAGE, "ibex")
    (root / WRONG).write_text("nonsense: 1\n", encoding="utf-8")
    time.sleep(3)
    (root / WRONG).unlink()
    yield line(
        f"{STORIES} stories: the lists, after a wrong file came and went, seconds",
        seconds_until("stories/", "ibex"),
        15,
    )


def main() -> int:
    """Measure and print; 1 where a claim is not kept."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with tempfile.TemporaryDirectory() as place:
        root = large.handbook(Path(place) / "handbook", STORIES)
        found = []
        with served(root):
            for one in lines(root):
                print(one, flush=True)
                found.append(one)
    return int(any(one.endswith("OVER") for one in found))


if __name__ == "__main__":
    sys.exit(main())
