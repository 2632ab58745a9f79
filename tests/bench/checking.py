"""What `handbook check` takes: from nothing, with what an earlier check kept, and after a save while it watches.

The limit is for the clock, as somebody waits: from nothing two processes share the reading where there are two
processors, which makes nobody wait less for the processor. What both take of it stands beside each. A save is timed by
the clock, until the watch has answered.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.cost import processor_of
from tests.bench.ground import STORY, Ground, clear, generator, write_in
from tests.bench.table import Claim

MOST_FROM_NOTHING, MOST_WITH_A_STORE, MOST_SAVE = 2.0, 0.5, 0.3  # seconds
CHECKING, WAITING = "Checking", "Waiting"  # how its lines begin, before a check and after
SAVES = 5  # the first of them is not counted: it is the first time that anything is checked again


def claims(ground: Ground) -> Iterator[Claim]:
    """Give the claims."""
    root, here = ground.handbook("checking", ground.stories), f"check {ground.stories:,} stories"
    costs = []
    for at in range(ground.runs):
        clear(root)
        nothing, again = generator(root, "check"), generator(root, "check")
        write_in(root, f"Zebra{at}")
        costs.append((nothing, again, generator(root, "check")))
    for (what, most), runs in zip(
        (
            ("from nothing", MOST_FROM_NOTHING),
            ("with a store, nothing changed", MOST_WITH_A_STORE),
            ("with a store, one story edited", MOST_WITH_A_STORE),
        ),
        zip(*costs, strict=True),
        strict=True,
    ):
        yield Claim(what=f"{here}, {what}, by the clock", runs=tuple(run.clock for run in runs), unit="s", most=most)
        yield Claim(what=f"{here}, {what}", runs=tuple(run.processor for run in runs), unit="s")
    clock, processor = zip(*saves(root), strict=True)
    yield Claim(what=f"{here}, a save under check FILE --watch, by the clock", runs=clock, unit="s", most=MOST_SAVE)
    yield Claim(what=f"{here}, a save under check FILE --watch", runs=processor, unit="s")


def saves(root: Path, number: int = SAVES) -> list[tuple[float, float]]:
    """Give the seconds from each save of a story until its check is done, by the clock and of the processor."""
    command = [sys.executable, "-u", "-m", "generator", "check", STORY, "--watch"]
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        cwd=root,
        env=env,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as watch:
        try:
            _until(watch, WAITING)
            taken = []
            for at in range(number + 1):
                write_in(root, f"ZebraSaved{at}")
                began, before = time.monotonic(), processor_of(watch.pid)
                _until(watch, CHECKING)
                _until(watch, WAITING)
                taken.append((time.monotonic() - began, processor_of(watch.pid) - before))
        finally:
            watch.terminate()
    return taken[1:]


def _until(watch: subprocess.Popen[str], begins: str) -> None:
    assert watch.stdout
    assert any(line.startswith(begins) for line in watch.stdout), f"the watch must say {begins!r}, it ended"
