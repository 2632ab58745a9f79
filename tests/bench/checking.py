"""What `handbook check` takes: from nothing, with what an earlier check kept, and after a save while it watches."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.ground import STORY, Ground, clear, generator, write_in
from tests.bench.table import Claim

MOST_FROM_NOTHING, MOST_WITH_A_STORE, MOST_SAVE = 2.0, 0.5, 0.3  # seconds by the clock
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
        yield Claim(what=f"{here}, {what}", runs=tuple(run.clock for run in runs), unit="s", most=most)
        yield Claim(what=f"{here}, {what}, of the processor", runs=tuple(run.processor for run in runs), unit="s")
    yield Claim(what=f"{here}, a save under check FILE --watch", runs=saves(root), unit="s", most=MOST_SAVE)


def saves(root: Path, number: int = SAVES) -> tuple[float, ...]:
    """Give the seconds from each save of a story until its check is done."""
    command = [sys.executable, "-u", "-m", "generator", "check", STORY, "--watch"]
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=root, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as watch:
        try:
            _until(watch, WAITING)
            taken = []
            for at in range(number + 1):
                write_in(root, f"ZebraSaved{at}")
                began = time.monotonic()
                _until(watch, CHECKING)
                _until(watch, WAITING)
                taken.append(time.monotonic() - began)
        finally:
            watch.terminate()
    return tuple(taken[1:])


def _until(watch: subprocess.Popen[str], begins: str) -> None:
    assert watch.stdout
    assert any(line.startswith(begins) for line in watch.stdout), f"the watch must say {begins!r}, it ended"
