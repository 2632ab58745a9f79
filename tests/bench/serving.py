"""How soon `handbook serve` answers, and shows an edit.

Of a story, a template, a style sheet and a script, and of one after another.
"""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from tests.bench.cost import processor_of
from tests.bench.ground import EDITED, Ground, clear, write_in
from tests.bench.table import Claim

SERVED = "127.0.0.1:8741"
PAGE = f"stories/{EDITED}/"
ASSETS = "templates/site/assets"
OTHER, OTHER_PAGE = "content/stories/story-00004.yaml", "stories/story-00004/"
SWAP, WRONG = f"content/stories/.{EDITED}.yaml.swp", "content/stories/not-yet.yaml"
MOST, MOST_AFTER, MOST_LATE, MOST_TO_BEGIN = 1.0, 1.5, 15.0, 5.0  # seconds by the clock
QUIET, IDLE = 2.0, 0.2  # of so many seconds the server works at most so many: it has nothing left to do
WHILE = 3.0  # seconds that a wrong file stays
PATIENCE = 300.0  # seconds, within which any edit must be shown
SEEN = '<meta name="seen" content="{word}">'
Edit = Callable[[Path, str], None]


def claims(ground: Ground) -> Iterator[Claim]:
    """Give the claims."""
    root = ground.handbook("serving", ground.stories)
    words = (f"Zebra{number}x" for number in count())
    clear(root)
    with served(root) as (_, took):
        yield Claim(what="The server answers, from nothing, by the clock", runs=(took,), unit="s")
    with served(root) as (server, took):
        what = "The server answers, where one has begun before, by the clock"
        yield Claim(what=what, runs=(took,), unit="s", most=MOST_TO_BEGIN)
        for what, edit, path in EDITS:
            runs = []
            for _ in range(ground.runs):
                settled(server)
                runs.append(taken(root, server, edit, path, next(words)))
            yield from told(what, runs, MOST)
        yield from told("a story right after another", [*after_another(root, server, words, ground.runs)], MOST_AFTER)
        yield from told("a story, beside an editor's swap file", [beside_a_swap(root, server, words)], MOST)
        yield from told("the lists, once a wrong file came and went", [recovered(root, server, words)], MOST_LATE)


@contextmanager
def served(root: Path) -> Iterator[tuple[int, float]]:
    """Serve the handbook, and give the number of the process, and the seconds until it answered."""
    command = [sys.executable, "-m", "generator", "serve", "--address", SERVED]
    quiet, began = subprocess.DEVNULL, time.monotonic()
    with subprocess.Popen(command, cwd=root, stdout=quiet, stderr=quiet, start_new_session=True) as server:
        try:
            shown("", "")
            yield server.pid, time.monotonic() - began
        finally:
            server.terminate()


def after_another(root: Path, server: int, words: Iterator[str], runs: int) -> Iterator[tuple[float, float]]:
    """Give what an edit takes at once, and so many seconds after another story's, while the rest of that is made."""
    for at in range(runs):
        settled(server)
        taken(root, server, write_in, PAGE, next(words))
        time.sleep(at)
        yield taken(root, server, partial(written, OTHER, "summary: ", "{word} "), OTHER_PAGE, next(words))


def beside_a_swap(root: Path, server: int, words: Iterator[str]) -> tuple[float, float]:
    """Give what an edit takes while an editor's file lies beside the story."""
    settled(server)
    (root / SWAP).write_text("b0VIM", encoding="utf-8")
    settled(server)
    found = taken(root, server, write_in, PAGE, next(words))
    (root / SWAP).unlink()
    return found


def recovered(root: Path, server: int, words: Iterator[str]) -> tuple[float, float]:
    """Give what it takes until the lists show an edit, once a file that keeps the handbook from being made is gone."""
    settled(server)
    word = next(words)
    taken(root, server, write_in, PAGE, word)
    (root / WRONG).write_text("nonsense: 1\n", encoding="utf-8")
    time.sleep(WHILE)
    return taken(root, server, lambda here, _: (here / WRONG).unlink(), "stories/", word)


def told(what: str, runs: Sequence[tuple[float, float]], most: float) -> Iterator[Claim]:
    """Give the claim for an edit, and what it took of the processor until it was shown."""
    clock, processor = zip(*runs, strict=True)
    yield Claim(what=f"An edit of {what} on screen, by the clock", runs=clock, unit="s", most=most)
    yield Claim(what=f"An edit of {what} on screen", runs=processor, unit="s")


def taken(root: Path, server: int, edit: Edit, path: str, word: str) -> tuple[float, float]:
    """Give the seconds from saving the word until it stands at the address, by the clock and of the processor."""
    edit(root, word)
    began, before = time.monotonic(), processor_of(server)
    shown(path, word)
    return time.monotonic() - began, processor_of(server) - before


def shown(path: str, word: str) -> None:
    """Come back when the word stands at the address. AssertionError where it never does."""
    began = time.monotonic()
    while time.monotonic() < began + PATIENCE:
        try:
            with urllib.request.urlopen(f"http://{SERVED}/{path}", timeout=PATIENCE) as page:
                if word in page.read().decode():
                    return
        except urllib.error.URLError:
            pass
        time.sleep(0.02)
    raise AssertionError(f"/{path} must show {word or 'anything'} within {PATIENCE:.0f} s")


def settled(server: int) -> None:
    """Come back when the server has nothing left to do, as when somebody reads what they wrote."""
    before = -1.0
    while (now := processor_of(server)) - before > IDLE:
        before = now
        time.sleep(QUIET)


def written(file: str, old: str, new: str, root: Path, word: str) -> None:
    """Put the word into the file, after the first text that is `old`, or at the end where it is nothing."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} must hold {old}"
    at = text.index(old) + len(old) if old else len(text)
    path.write_text(f"{text[:at]}{new.format(word=word)}{text[at:]}", encoding="utf-8")


EDITS: tuple[tuple[str, Edit, str], ...] = (
    ("a story", write_in, PAGE),
    (
        "a template of a page",
        partial(written, "templates/pages/story.md.jinja", "{% block body %}\n", "{word}\n\n"),
        PAGE,
    ),
    ("a template of the site", partial(written, "templates/site/main.html", "{% block extrahead %}", SEEN), PAGE),
    ("a style sheet", partial(written, f"{ASSETS}/handbook.css", "", "/* {word} */\n"), "assets/handbook.css"),
    ("a script", partial(written, f"{ASSETS}/handbook.js", "", "/* {word} */\n"), "assets/handbook.js"),
)
